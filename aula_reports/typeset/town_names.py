"""Where the names of towns stand about their dots: on the map, clear of the fold and of borders."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from msgspec import Struct

from aula_reports.geometry import Rect, mm
from aula_reports.typeset.landings import overlap
from aula_reports.typeset.map_plans import DOT_RADIUS, Compass, TownName
from aula_reports.typeset.outline_map import Point
from aula_reports.typeset.scanlines import Bands

# No text stands this near to the fold.
FOLD_ZONE = mm(5)

_GAP = mm(1.4)
_ABOVE = mm(1.6)
_BELOW = mm(3.4)
_LOWERED = mm(0.8)
_ASCENT = mm(1.9)
_DESCENT = mm(0.6)

# How far names above and below slide from the middle of their dot, in their widths.
_SLIDES = (0.0, 0.1, -0.1, 0.2, -0.2, 0.3, -0.3, 0.4, -0.4)

# What a place is blamed for; the side that was asked for is left only for one of these.
_SECOND_SIDE = 1.0
_OFF_THE_MAP = 5.0
_OVER_A_BORDER = 10.0
_PUSHED_A_MM = 0.5
_OVER_A_NAME = 40.0


class Town(Struct, frozen=True):
    """A dot to name: the width of its name in points, and the side that is asked for."""

    dot: Point
    width: float
    side: Compass


class Ground(Struct, frozen=True):
    """The map under the names: where its ink is, where its borders run, where it is folded."""

    ink: Bands
    borders: Bands
    fold: float


def place_names(towns: Sequence[Town], ground: Ground) -> tuple[TownName, ...]:
    """Place every name at the side asked for, or at the least bad of the others."""
    dots = [_dot_box(town.dot) for town in towns]
    placed: list[TownName] = []
    for number, town in enumerate(towns):
        others = [*dots[:number], *dots[number + 1 :], *(name.box for name in placed)]
        placed.append(_best(town, ground, others))
    return tuple(placed)


def _dot_box(dot: Point) -> Rect:
    return Rect(dot[0], dot[1], 0, 0).grown(DOT_RADIUS)


def _best(town: Town, ground: Ground, others: Sequence[Rect]) -> TownName:
    """Take the first way that deserves no blame, or the one that deserves least."""
    least, best = math.inf, None
    for side in sorted(Compass, key=lambda side: side is not town.side):
        for slide in _SLIDES if side in (Compass.ABOVE, Compass.BELOW) else (0.0,):
            name, pushed = _way(town, side, slide * town.width, ground)
            blame = _blame(name, ground, others) + pushed * _PUSHED_A_MM + abs(slide)
            blame += _SECOND_SIDE * (side is not town.side)
            if blame < least:
                least, best = blame, name
        if best is not None and least <= _SECOND_SIDE:
            break
    assert best is not None, "a name has four sides"
    return best


def _way(town: Town, side: Compass, slide: float, ground: Ground) -> tuple[TownName, float]:
    """Place a name at one side, pushed off the fold; say by how many millimetres."""
    x, y = town.dot
    start, base = {
        Compass.RIGHT: (x + _GAP, y - _LOWERED),
        Compass.LEFT: (x - _GAP - town.width, y - _LOWERED),
        Compass.ABOVE: (x - town.width / 2 + slide, y + _ABOVE),
        Compass.BELOW: (x - town.width / 2 + slide, y - _BELOW),
    }[side]
    clear = _off_the_fold(start, town.width, ground.fold, side)
    box = Rect(clear, base - _DESCENT, town.width, _ASCENT + _DESCENT)
    name = TownName(town.dot, clear, base, box, on_map=ground.ink.meets(box))
    return name, abs(clear - start) / mm(1)


def _off_the_fold(start: float, width: float, fold: float, side: Compass) -> float:
    """Shift a text out of the fold's zone: away from its dot, or the shorter way."""
    before, after = fold - FOLD_ZONE - width, fold + FOLD_ZONE
    if start <= before or start >= after:
        return start
    if side is Compass.RIGHT:
        return after
    if side is Compass.LEFT:
        return before
    return min((before, after), key=lambda clear: abs(clear - start))


def _blame(name: TownName, ground: Ground, others: Iterable[Rect]) -> float:
    overlaps = sum([overlap(name.box, other) for other in others])
    fault = overlaps * _OVER_A_NAME
    if not name.on_map:
        fault += _OFF_THE_MAP
    elif ground.borders.meets(name.box):
        fault += _OVER_A_BORDER
    return fault
