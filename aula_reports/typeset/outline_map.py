"""Communes become the shapes of a map: dissolved into areas, projected, cut to sheets.

Outlines are first rounded to a grain of a metre, so that neighbours share the very same edges.
An edge that one commune alone has is the border of its area; an edge that two have is a line
inside it; the same sum over areas gives the border of a group. The projection is equirectangular
about the mean latitude: over a département its error stays below the width of a stroke.

Projected points are points of the spread: x from the verso's left trim, y from the trim's foot.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from msgspec import Struct

from aula_reports.geometry import Path, Rect, Segment, mm
from aula_reports.model.outlines import Commune

Point = tuple[float, float]
Chain = tuple[Point, ...]
# A point of an outline in grains, and an edge between two, the lesser first.
Node = tuple[int, int]
Edge = tuple[Node, Node]

# Grains in a degree: a metre, more or less.
_GRAINS = 100_000
# Kilometres in a degree at these latitudes.
_KM_EAST = 111.32
_KM_NORTH = 111.2
# What is closed with fewer points, and small besides, is left over between two outlines.
_SLIVER_POINTS = 15
_SLIVER = mm(3)


class Dissolved(Struct, frozen=True):
    """The communes of one EPCI as edges: its border, and the lines between its communes."""

    siren: str
    border: tuple[Edge, ...]
    inner: tuple[Edge, ...]


def dissolve(communes: Iterable[Commune]) -> tuple[Dissolved, ...]:
    """Merge the communes of each EPCI, in the order in which EPCI come."""
    tallies: dict[str, Counter[Edge]] = {}
    for commune in communes:
        tally = tallies.setdefault(commune.epci_siren, Counter())
        for ring in commune.rings:
            tally.update(_ring_edges(ring))
    return tuple(_dissolved(siren, tally) for siren, tally in tallies.items())


def _ring_edges(ring: Sequence[Point]) -> list[Edge]:
    nodes = nodes_of(ring)
    sides = zip(nodes, [*nodes[1:], nodes[0]], strict=True)
    return [(a, b) if a < b else (b, a) for a, b in sides if a != b]


def nodes_of(ring: Sequence[Point]) -> list[Node]:
    """Round an outline in degrees to the grain."""
    return [(round(east * _GRAINS), round(north * _GRAINS)) for east, north in ring]


def _dissolved(siren: str, tally: Counter[Edge]) -> Dissolved:
    border = tuple([edge for edge, times in tally.items() if times == 1])
    return Dissolved(siren, border, tuple([edge for edge, times in tally.items() if times > 1]))


def joint_border(areas: Iterable[Dissolved]) -> tuple[Edge, ...]:
    """Merge the borders of neighbouring areas: what two of them share disappears."""
    times: Counter[Edge] = Counter()
    for area in areas:
        times.update(area.border)
    return tuple([edge for edge, count in times.items() if count == 1])


def walk(edges: Iterable[Edge]) -> list[list[Node]]:
    """String edges into chains as long as they go, open ones from one end to the other."""
    ways: dict[Node, list[Node]] = defaultdict(list)
    for a, b in edges:
        ways[a].append(b)
        ways[b].append(a)
    ends = [node for node, others in ways.items() if len(others) % 2]
    chains = []
    for start in [*ends, *ways]:
        while ways[start]:
            chains.append(_walk_from(start, ways))
    return chains


def _walk_from(start: Node, ways: dict[Node, list[Node]]) -> list[Node]:
    chain = [start]
    here = start
    while ways[here]:
        there = ways[here].pop()
        ways[there].remove(here)
        chain.append(there)
        here = there
    return chain


# ------------------------------------------------------------------------------ projection


class Projection(Struct, frozen=True):
    """How grains become points of the spread: `x_scale`, `y_scale` points a grain."""

    west: float
    south: float
    x_scale: float
    y_scale: float
    x: float
    y: float

    @property
    def km(self) -> float:
        """Points in a kilometre."""
        return self.y_scale * _GRAINS / _KM_NORTH

    def chain(self, nodes: Iterable[Node]) -> Chain:
        west, south, x, y = self.west, self.south, self.x, self.y
        x_scale, y_scale = self.x_scale, self.y_scale
        return tuple([(x + (e - west) * x_scale, y + (n - south) * y_scale) for e, n in nodes])

    def chains(self, edges: Iterable[Edge]) -> tuple[Chain, ...]:
        """Project edges as chains, without the slivers."""
        chains = (self.chain(nodes) for nodes in walk(edges))
        return tuple(chain for chain in chains if not _is_sliver(chain))


def fit(areas: Iterable[Dissolved], box: Rect) -> Projection:
    """Project all areas as large as they go into `box`, centred in it."""
    return fit_nodes([node for area in areas for edge in area.border for node in edge], box)


def fit_nodes(nodes: Sequence[Node], box: Rect) -> Projection:
    """Project points as large as they go into `box`, centred in it."""
    easts, norths = [node[0] for node in nodes], [node[1] for node in nodes]
    west, south = min(easts), min(norths)
    width, height = max(easts) - west, max(norths) - south
    narrowing = math.cos(math.radians((south + height / 2) / _GRAINS)) * _KM_EAST / _KM_NORTH
    scale = min(box.width / max(width * narrowing, 1), box.height / max(height, 1))
    return Projection(
        west + width / 2,
        south + height / 2,
        scale * narrowing,
        scale,
        box.x + box.width / 2,
        box.y + box.height / 2,
    )


def _is_sliver(chain: Chain) -> bool:
    if len(chain) >= _SLIVER_POINTS or chain[0] != chain[-1]:
        return False
    box = chain_box(chain)
    return min(box.width, box.height) < _SLIVER


def chain_box(chain: Chain) -> Rect:
    """Bound a chain."""
    xs, ys = zip(*chain, strict=True)
    west, south = min(xs), min(ys)
    return Rect(west, south, max(xs) - west, max(ys) - south)


def centre(commune: Commune, projection: Projection) -> Point:
    """Find the centroid of a commune's largest ring (by its points), projected."""
    ring = projection.chain(nodes_of(max(commune.rings, key=len)))
    surface = x = y = 0.0
    for (ax, ay), (bx, by) in zip(ring, (*ring[1:], ring[0]), strict=True):
        # Taken from a corner of the ring: far from the origin the sums would lose their digits.
        ax, ay, bx, by = ax - ring[0][0], ay - ring[0][1], bx - ring[0][0], by - ring[0][1]
        cross = ax * by - bx * ay
        surface, x, y = surface + cross, x + (ax + bx) * cross, y + (ay + by) * cross
    if not surface:
        box = chain_box(ring)
        return box.x + box.width / 2, box.y + box.height / 2
    return ring[0][0] + x / 3 / surface, ring[0][1] + y / 3 / surface


# ------------------------------------------------------------------------------ paths


class Leaf(Struct, frozen=True):
    """One page of the spread: the left edge of its trim, and its sheet with the bleed."""

    x: float
    sheet: Rect

    def path(self, chains: Iterable[Chain]) -> Path:
        """Join the chains that touch the sheet into one path, moved to the page."""
        segments: list[Segment] = []
        for chain in chains:
            if chain_box(chain).grown(0.5).meets(self.sheet):
                segments.extend(_segments(chain, self.x))
        return tuple(segments)


def _segments(chain: Chain, shift: float) -> list[Segment]:
    closed = chain[0] == chain[-1]
    segments: list[Segment] = [("M", chain[0][0] - shift, chain[0][1])]
    segments += [("L", x - shift, y) for x, y in (chain[1:-1] if closed else chain[1:])]
    if closed:
        segments.append(("Z",))
    return segments
