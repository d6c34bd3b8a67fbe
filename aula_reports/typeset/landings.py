"""Where straight leaders come ashore on a map, and how well.

A leader runs on a track: level from a margin, or upright from above or below. It lands in the
first area that it meets, some millimetres inland, clear of borders and of the names of towns.
All is in points of the spread.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from aula_reports.geometry import Rect, mm
from aula_reports.typeset.map_plans import Side
from aula_reports.typeset.outline_map import Chain
from aula_reports.typeset.scanlines import Bands, Span, columns_of, rows_of

# How deep leaders end in their area, the best first, and how thin it may be there.
_DEPTHS = (mm(7.5), mm(6), mm(9))
_THINNEST = mm(4)
# White around a dot; white to the next border that one would like besides.
_DOT_ROOM, _SHORE_ROOM = mm(1.6), mm(4.5)

# Costs, in millimetres of leader.
_ON_BORDER, _NEAR_BORDER = 20.0, 8.0
_OVER_NAME = 30.0
_ACROSS = 200.0


class Sea(Struct, frozen=True):
    """The map as its labels see it: outlines of areas by number, all its ink, names upon it."""

    outlines: tuple[tuple[Chain, ...], ...]
    ink: Bands
    names: tuple[Rect, ...]


class Track(Struct, frozen=True):
    """A line that a leader may run on: its height if it is level, its x if it is upright."""

    side: Side
    level: float

    def strip(self, start: float, end: float, white: float) -> Rect:
        """Bound a piece of the track, with white around it."""
        low, length = min(start, end) - white, abs(end - start) + 2 * white
        if self.side.is_level:
            return Rect(low, self.level - white, length, 2 * white)
        return Rect(self.level - white, low, 2 * white, length)


class Landing(Struct, frozen=True):
    """The inner end of a leader: where it meets the map, and where in which area it ends.

    `middle` is halfway between the area's outermost tracks.
    """

    track: Track
    area: int
    shore: float
    dot: float
    cost: float
    middle: float


class Survey(Struct, frozen=True, dict=True):
    """Parallel lines over a map, and the spans of each area on each of them.

    Leaders run on every line from `first` on, `step` apart; those beside it tell how near
    borders are.
    """

    sides: tuple[Side, Side]
    levels: tuple[float, ...]
    rows: tuple[list[list[Span]], ...]
    first: int
    step: int

    @cached_property
    def middles(self) -> list[float]:
        """Find the middle line of each area, 0 if no line crosses it."""
        crossed = [
            [level for level, spans in zip(self.levels, rows, strict=True) if spans]
            for rows in self.rows
        ]
        return [(levels[0] + levels[-1]) / 2 if levels else 0.0 for levels in crossed]


def level_survey(sea: Sea, levels: tuple[float, ...]) -> Survey:
    """Survey the heights, ascending, on which level leaders run."""
    rows = tuple(rows_of(chains, levels) for chains in sea.outlines)
    return Survey((Side.LEFT, Side.RIGHT), levels, rows, 2, 1)


def upright_survey(sea: Sea, columns: Sequence[float]) -> Survey:
    """Survey the columns, ascending, on which upright leaders run."""
    shifts = (-_SHORE_ROOM, -_DOT_ROOM, 0.0, _DOT_ROOM, _SHORE_ROOM)
    levels = tuple(x + shift for x in columns for shift in shifts)
    rows = tuple(columns_of(chains, levels) for chains in sea.outlines)
    return Survey((Side.ABOVE, Side.BELOW), levels, rows, 2, len(shifts))


def landings(survey: Survey, sea: Sea, surrounded: Container[int] = ()) -> Iterator[Landing]:
    """Land on every track in the first area; in those that are surrounded, across the others."""
    for place in range(survey.first, len(survey.levels) - 2, survey.step):
        spans = sorted((*span, area) for area, row in enumerate(survey.rows) for span in row[place])
        for side in survey.sides:
            track = Track(side, survey.levels[place])
            ordered = spans if side.runs_forward else spans[::-1]
            for area, span, coast in _ashore(ordered, side, surrounded):
                near = survey.rows[area][place - 2 : place + 3]
                cost, dot = _depth(track, span, near, sea.names)
                across = _ACROSS * (coast not in span)
                yield Landing(track, area, coast, dot, cost + across, survey.middles[area])


def _ashore(
    spans: Sequence[tuple[float, float, int]], side: Side, surrounded: Container[int]
) -> Iterator[tuple[int, Span, float]]:
    """Name the areas that a leader may end in, each with its span and where the map begins."""
    seen: set[int] = set()
    for low, high, area in spans:
        if area not in seen and high - low > _THINNEST and (not seen or area in surrounded):
            yield area, (low, high), spans[0][0] if side.runs_forward else spans[0][1]
        seen.add(area)


def _depth(
    track: Track, span: Span, near: Sequence[Sequence[Span]], names: Sequence[Rect]
) -> tuple[float, float]:
    """Choose how deep a leader goes into a span of its area: what it costs, where it ends."""
    shore, far = span if track.side.runs_forward else (span[1], span[0])
    way = 1 if far > shore else -1
    farthest = track.strip(shore, shore + way * _DEPTHS[-1], _DOT_ROOM)
    names = [name for name in names if overlap(farthest, name)]
    found = []
    for rank, depth in enumerate(_DEPTHS):
        dot = shore + way * min(depth, abs(far - shore) / 2)
        inland = track.strip(shore, dot, _DOT_ROOM)
        cost = _OVER_NAME * any(overlap(inland, name) for name in names)
        cost += rank + _border_cost(dot, near)
        if not cost:
            return cost, dot
        found.append((cost, dot))
    return min(found)


def _border_cost(dot: float, near: Sequence[Sequence[Span]]) -> float:
    """Say how bad it is that the area ends beside a dot: `near` are its spans on five lines."""
    if not (_is_inside(dot, near[1]) and _is_inside(dot, near[3])):
        return _ON_BORDER
    return 0.0 if _is_inside(dot, near[0]) and _is_inside(dot, near[4]) else _NEAR_BORDER


def _is_inside(dot: float, row: Sequence[Span]) -> bool:
    return any(low < dot < high for low, high in row)


def overlap(one: Rect, other: Rect) -> bool:
    """Say whether two boxes share an area; asked so often that it must stop at the first no."""
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )
