"""The grain of a core sample: strata that wind across each layer, in a lighter ink of its hue.

A grain is the second sign of a layer, beside its ink, so that neighbours stay apart in greyscale.
It is a rhythm of lines: their weights and distances, how deep they wave and how fast the wave
moves from one to the next, whether they are broken into dashes or drops. Every line is a smooth
curve of three or four pieces, nothing is left to chance: the same layer is always drawn the same,
and a whole sample is a few hundred pieces.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from msgspec import Struct

from aula_reports.draw.surface import Surface
from aula_reports.geometry import Path, Rect, Segment, mm, rectangle
from aula_reports.typeset.pages import Pen, StrataThing

# How far a piece of a curve goes: a share of the wave, and points.
_PIECE, _LONGEST_PIECE = 0.3, mm(20)


class Stratum(Struct, frozen=True):
    """A line of a rhythm: the white before it, its weight and its dashes, in millimetres."""

    gap_mm: float
    weight_mm: float
    dash_mm: tuple[float, ...] = ()


class Grain(Struct, frozen=True):
    """A rhythm of strata. `swell_mm` is the height of the wave, `length_mm` that of one period,
    `drift` how far the wave turns from a line to the next, `slope` how much a line falls.
    """

    rhythm: tuple[Stratum, ...]
    swell_mm: float
    length_mm: float
    drift: float
    slope: float = 0.0
    upright: bool = False


GRAINS = (
    # Silt: fine laminae, a firmer bed from time to time.
    Grain((Stratum(1.9, 0.22), Stratum(1.5, 0.22), Stratum(2.0, 0.8)), 0.9, 62, 0.11),
    # Marl: broad folded beds with thin ones between.
    Grain((Stratum(3.1, 1.35), Stratum(1.75, 0.3), Stratum(1.5, 0.3)), 1.7, 47, 0.17),
    # Chalk: upright joints, cut here and there.
    Grain((Stratum(1.7, 0.28, (9, 1.9)), Stratum(2.3, 0.6, (15, 2.6))), 0.5, 26, 0.7, upright=True),
    # Sand: drops in rows.
    Grain((Stratum(1.9, 0.62, (0, 1.7)), Stratum(1.9, 0.95, (0, 2.6))), 1.2, 71, 0.23),
    # Shale: short leaves that overlap.
    Grain((Stratum(1.5, 0.45, (5.5, 1.5)), Stratum(1.5, 0.45, (3.1, 1.3))), 0.7, 38, 0.5),
    # Gravel bank: beds that fall to one side.
    Grain((Stratum(2.9, 0.3), Stratum(2.2, 0.85)), 0.7, 80, 0.25, slope=0.14),
    # Coal: thick seams, far apart.
    Grain((Stratum(3.4, 1.7, (17, 2.2)), Stratum(2.6, 0.25)), 0.6, 55, 0.7),
    # Clay: even varves, nearly still.
    Grain((Stratum(1.3, 0.18), Stratum(1.3, 0.18), Stratum(1.3, 0.4)), 0.35, 90, 0.06),
    # Loam: drops, far apart and even.
    Grain((Stratum(2.2, 0.5, (0, 3.1)), Stratum(2.2, 0.5, (0, 2.3))), 0.4, 60, 0.4),
)


def draw_strata(layer: StrataThing, surface: Surface) -> None:
    """Draw the layer's ground, then its strata cut to the box."""
    ground = rectangle(layer.box)
    surface.fill(ground, layer.ink)
    surface.clip(ground)
    grain = GRAINS[layer.grain % len(GRAINS)]
    for stratum, path in strata(layer.box, grain):
        dash = tuple(map(mm, stratum.dash_mm))
        pen = Pen(layer.vein, mm(stratum.weight_mm), dash, round_ends=bool(dash))
        surface.stroke(path, pen)
    surface.unclip()


def strata(box: Rect, grain: Grain) -> Iterator[tuple[Stratum, Path]]:
    """Give the lines of a grain across a box, from the top down or from the left."""
    deep, wide = (box.width, box.height) if grain.upright else (box.height, box.width)
    reach = mm(grain.swell_mm) + abs(grain.slope) * wide
    depth, number = -reach, 0
    while True:
        stratum = grain.rhythm[number % len(grain.rhythm)]
        # Beds swell and thin out as one goes down.
        depth += mm(stratum.gap_mm) * (1 + 0.28 * math.sin(0.83 * number))
        if depth > deep + reach:
            return
        yield stratum, _line(box, grain, depth, number * grain.drift)
        number += 1


def _line(box: Rect, grain: Grain, depth: float, phase: float) -> Path:
    """Follow the wave at a depth, by curves that have its height and slope at both ends."""
    wide = box.height if grain.upright else box.width
    pieces = max(2, math.ceil(wide / min(_LONGEST_PIECE, mm(grain.length_mm) * _PIECE)))
    step = wide / pieces
    heights = [_wave(grain, number * step, phase) for number in range(pieces + 1)]
    path: list[Segment] = [("M", *_turned(box, grain, 0.0, depth + heights[0][0]))]
    for number in range(pieces):
        (y0, slope0), (y1, slope1) = heights[number], heights[number + 1]
        start, end = number * step, (number + 1) * step
        points = (
            (start + step / 3, y0 + slope0 * step / 3),
            (end - step / 3, y1 - slope1 * step / 3),
            (end, y1),
        )
        turned = [_turned(box, grain, along, depth + low) for along, low in points]
        path.append(("C", *turned[0], *turned[1], *turned[2]))
    return tuple(path)


def _wave(grain: Grain, along: float, phase: float) -> tuple[float, float]:
    """Give the fall of a line and its slope at a distance from its start: two waves at odds."""
    swell, turn = mm(grain.swell_mm), 2 * math.pi / mm(grain.length_mm)
    first, second = turn * along + phase, 1.73 * turn * along - 0.6 * phase + 1.1
    low = swell * (0.7 * math.sin(first) + 0.3 * math.sin(second)) + grain.slope * along
    slope = swell * turn * (0.7 * math.cos(first) + 0.3 * 1.73 * math.cos(second)) + grain.slope
    return low, slope


def _turned(box: Rect, grain: Grain, along: float, depth: float) -> tuple[float, float]:
    if grain.upright:
        return box.x + depth, box.top - along
    return box.x + along, box.top - depth
