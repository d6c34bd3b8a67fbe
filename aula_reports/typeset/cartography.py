"""The plan of a map spread: how large the map is and where its labels stand.

The map is drawn as large as its box allows. Where its labels find no room in the sea around it,
it is made smaller, step by step: a map with all its names is worth more than a large one.

A plan is made of its brief alone, so that it may be kept; see `map_plans`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from aula_reports.diagnostics import ContentOverflow
from aula_reports.geometry import Rect, mm
from aula_reports.typeset.label_search import choose
from aula_reports.typeset.landings import Sea
from aula_reports.typeset.leaders import AIR, places_of
from aula_reports.typeset.map_plans import (
    FOOT_LINE,
    SOURCE_STEP,
    Board,
    Choice,
    MapBrief,
    MapLeaf,
    MapPath,
    MapPlan,
    Scale,
    TownName,
    text_box,
)
from aula_reports.typeset.outline_map import (
    Chain,
    Dissolved,
    Leaf,
    Projection,
    centre,
    dissolve,
    fit,
    joint_border,
)
from aula_reports.typeset.scanlines import border_bands, ink_bands
from aula_reports.typeset.town_names import Ground, Town, place_names

# The map's box: millimetres inside the outer margins, lines from top to foot.
_LEFT_ROOM, _RIGHT_ROOM = mm(46), mm(20)
_TOP_LINE = 10.25
_SIZES = (1.0, 0.92, 0.84, 0.76, 0.68, 0.6)
_BAND = mm(1.5)
_BORDER_BAND = mm(0.75)

# The scale bar: its line, how long it may be, how high it is.
_SCALE_LINE = 44.5
_HEAD_LINE = 1.5
_BAR_LENGTHS = (mm(20), mm(45))
_BAR_TOP = mm(4)
_SCALE_AIR = mm(4)


class PlacedMap(Struct, frozen=True):
    """A map at the size at which all its labels have a place; outlines in the order of `areas`."""

    areas: tuple[Dissolved, ...]
    projection: Projection
    outlines: tuple[tuple[Chain, ...], ...]
    towns: tuple[TownName, ...]
    scale: Scale
    choice: Choice


def plan_map(brief: MapBrief) -> MapPlan:
    """Plan a map and cut it to its two pages; raises ContentOverflow if labels find no room."""
    placed = place_map(brief)
    lines = _Lines(
        tuple(_inner_lines(placed)),
        tuple(chain for outline in placed.outlines for chain in outline),
        tuple(_group_outlines(placed, [area.group for area in brief.areas])),
    )
    verso = Leaf(0.0, brief.sheet)
    recto = Leaf(brief.fold, brief.sheet.moved(brief.fold, 0))
    return MapPlan(
        _cut(placed, lines, verso),
        _cut(placed, lines, recto),
        placed.towns,
        placed.scale,
        placed.choice,
    )


def place_map(brief: MapBrief) -> PlacedMap:
    """Find the largest size at which all labels have a place; raises ContentOverflow if none."""
    planner = _Planner(brief)
    for thorough in (False, True):
        for size in _SIZES:
            placed = planner.place(size, thorough=thorough)
            if placed is not None:
                return placed
    raise ContentOverflow("La carte du territoire n’a pas de place pour tous ses noms.")


class _Planner:
    """What stays the same at all sizes of one map."""

    def __init__(self, brief: MapBrief) -> None:
        self._brief = brief
        self._board = brief.board
        labelled = {area.siren for area in brief.areas}
        # Areas that bear a label come first, as the labels' numbers are those of the areas.
        found = dissolve(brief.communes)
        self._areas = tuple(sorted(found, key=lambda area: area.siren not in labelled))

    def place(self, size: float, *, thorough: bool) -> PlacedMap | None:
        """Place the map at a share of its largest size; None if its labels find no room."""
        projection = fit(self._areas, self._box(size))
        outlines = tuple(projection.chains(area.border) for area in self._areas)
        ground = self._ground([chain for outline in outlines for chain in outline])
        towns = self._towns(projection, ground)
        sea = Sea(outlines, ground.ink, tuple(name.box for name in towns))
        scale = self._scale(projection, sea)
        choice = self._choice(sea, scale, thorough=thorough)
        if choice is None:
            return None
        return PlacedMap(self._areas, projection, outlines, towns, scale, choice)

    def _choice(self, sea: Sea, scale: Scale, *, thorough: bool) -> Choice | None:
        taken = (*self._board.taken, scale.box.grown(_SCALE_AIR))
        board = replace(self._board, taken=taken)
        forms = [area.forms for area in self._brief.areas]
        places = places_of(forms, sea, board, thorough=thorough)
        return choose(places, self._brief.groups, sea, board)

    def _ground(self, chains: Sequence[Chain]) -> Ground:
        room = self._box(1).grown(_BAND)
        ink, borders = ink_bands(chains, room, _BAND), border_bands(chains, room, _BORDER_BAND)
        return Ground(ink, borders, self._brief.fold)

    def _box(self, size: float) -> Rect:
        """The spread's box for the map, shrunk about its centre."""
        verso, recto = self._board.verso.area, self._board.recto.area
        left, right = verso.x + _LEFT_ROOM, recto.right - _RIGHT_ROOM
        foot, top = self._board.y(FOOT_LINE), self._board.y(_TOP_LINE)
        across, along = (right - left) * (1 - size) / 2, (top - foot) * (1 - size) / 2
        return Rect(left + across, foot + along, (right - left) * size, (top - foot) * size)

    def _towns(self, projection: Projection, ground: Ground) -> tuple[TownName, ...]:
        communes = {commune.name: commune for commune in self._brief.communes}
        towns = [
            Town(centre(communes[town.commune], projection), town.width, town.side)
            for town in self._brief.towns
        ]
        return place_names(towns, ground)

    def _scale(self, projection: Projection, sea: Sea) -> Scale:
        """Put the scale where the sea is free: at the right above the totals if it may be."""
        km = _round_km(projection.km)
        length = km * projection.km
        width = max(length, self._brief.source_width)
        recto, verso = self._board.recto.area, self._board.verso.area
        places = [
            _scale_at(self._board, right, line, (width, length), km)
            for right, line in (
                (recto.right, _SCALE_LINE),
                (verso.x + width, _SCALE_LINE),
                (recto.right, _HEAD_LINE),
            )
        ]
        return next((p for p in places if not sea.ink.meets(p.box.grown(AIR))), places[-1])


# ------------------------------------------------------------------------------ scale


def _scale_at(
    board: Board, right: float, line: float, widths: tuple[float, float], km: float
) -> Scale:
    width, length = widths
    foot, top = board.y(line + SOURCE_STEP), board.y(line)
    words = text_box(right - width, width, top, foot)
    box = replace(words, height=top + _BAR_TOP - words.y)
    return Scale(right, line, length, km, box)


def _round_km(points: float) -> float:
    """Choose a round number of kilometres whose bar is neither short nor long."""
    low, high = _BAR_LENGTHS
    power = math.floor(math.log10(high / points))
    rounds = [10.0, 5.0, *(d * 10.0**p for p in (power, power - 1) for d in (5, 2, 1))]
    fitting = (km for km in rounds if low <= km * points <= high)
    return next(fitting, min(rounds, key=lambda km: abs(km * points - low)))


# ------------------------------------------------------------------------------ lines and leaves


class _Lines(Struct, frozen=True):
    """The lines of a map, from the finest: between communes, around areas, around groups."""

    communes: tuple[Chain, ...]
    borders: tuple[Chain, ...]
    groups: tuple[Chain, ...]


def _inner_lines(placed: PlacedMap) -> Iterator[Chain]:
    for area in placed.areas:
        yield from placed.projection.chains(area.inner)


def _group_outlines(placed: PlacedMap, groups: Sequence[int]) -> Iterator[Chain]:
    for group in sorted(set(groups)):
        members = [area for area, of in zip(placed.areas, groups, strict=False) if of == group]
        yield from placed.projection.chains(joint_border(members))


def _cut(placed: PlacedMap, lines: _Lines, leaf: Leaf) -> MapLeaf:
    """Keep what touches a page."""

    def path(chains: Iterable[Chain]) -> MapPath:
        return MapPath(leaf.path(chains))

    return MapLeaf(
        tuple(map(path, placed.outlines)),
        path(lines.communes),
        path(lines.borders),
        path(lines.groups),
    )
