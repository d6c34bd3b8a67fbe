"""A station with its clock tower, and a regional train before it."""

from __future__ import annotations

import numpy as np

from plates.canvas import Plate, Shade
from plates.colours import LAMP, mix
from plates.shading import deeper, turned
from plates.shapes import Place, bar, oval, placed, rectangle, ring, shape, standing

WALL, DUSK, STONE, ROOF = "#B4583F", "#6D3F48", "#E9D2AE", "#3F4A60"


def station(plate: Plate, at: Place, width: float) -> None:
    """Draw the hall, a long low building, and its tower; `at` is the left end of the hall."""
    x, foot = at
    high = width * 0.13
    eaves = Shade(DUSK, deeper(foot - high * 0.5, -high * 0.5, 0.7), 4)
    plate.fill(rectangle(x, foot - high, width, high), WALL, eaves)
    _tower(plate, (x + width * 0.2, foot), width * 0.44)
    hall = x + width * 0.55
    plate.fill(standing(hall, foot, width * 0.26, high * 1.5), WALL, eaves)
    vault = oval(hall, foot - high * 1.5, width * 0.15, high * 0.62)
    plate.fill(vault[vault[:, 1] <= foot - high * 1.49], ROOF)
    plate.fill(rectangle(x - 1, foot - high - 0.8, width + 2, 1.5), STONE)
    plate.fill(standing(hall, foot - high * 1.5 + 0.6, width * 0.3, 1.4), STONE)
    doors = [
        standing(hall + dx * width, foot, width * 0.055, high * 1.2) for dx in (-0.08, 0, 0.08)
    ]
    places = [x + width * share for share in (0.03, 0.09, 0.33, 0.39, 0.75, 0.81, 0.87, 0.93)]
    panes = [standing(at, foot - high * 0.3, width * 0.032, high * 0.46) for at in places]
    plate.fill([*doors, *panes], LAMP)


def _tower(plate: Plate, at: Place, height: float) -> None:
    (x, foot), wide = at, height * 0.21
    plate.fill(standing(x, foot, wide, height, 0.94), WALL, Shade(DUSK, turned(x, wide * 0.5), 4))
    for rise, share in ((0.70, 1.08), (1.0, 1.08)):
        plate.fill(standing(x, foot - height * rise + 0.6, wide * share, 1.2), STONE)
    cap = placed((x, foot - height), wide, (-0.42, 0), (0.42, 0), (0.3, -0.22), (-0.3, -0.22))
    plate.fill(cap, ROOF)
    clock = (x, foot - height * 0.86)
    plate.fill(oval(*clock, wide * 0.3, wide * 0.3), "#FBF3DC")
    hands = [
        bar(clock, (clock[0] + wide * 0.13, clock[1] + wide * 0.06), 0.5),
        bar(clock, (clock[0] - wide * 0.06, clock[1] - wide * 0.22), 0.4),
        ring(*clock, wide * 0.31, 0.5),
    ]
    plate.fill(hands, ROOF)


def masts(plate: Plate, foot: float, height: float, places: list[float], tint: str) -> None:
    """Draw the catenary: masts with their arms, and the two wires they carry."""
    wire = foot - height * 0.86
    strokes = [rectangle(plate.box.left - 1, y, 400, 0.22) for y in (wire, wire + height * 0.13)]
    for x in places:
        strokes.append(standing(x, foot, 0.9, height, 0.8))
        strokes.append(bar((x, wire - 1), (x - 9, wire), 0.5))
        strokes.append(bar((x, wire + height * 0.16), (x - 9, wire), 0.35))
    plate.fill(strokes, tint)


def train(plate: Plate, at: Place, end: float, height: float, tones: tuple[str, str, str]) -> None:
    """Draw a train from its nose at `at` to beyond `end`; `tones` are body, band and glass."""
    (x, rail), k = at, height
    body, band, glass = tones
    foot, roof = rail - k * 0.16, rail - k
    nose = shape(
        (end, foot),
        (x + k * 0.10, foot),
        (x, foot - k * 0.16),
        (x + k * 0.06, foot - k * 0.32),
        (x + k * 0.52, roof + k * 0.04),
        (x + k * 0.72, roof),
        (end, roof),
    )
    bogies = np.arange(x + k * 0.9, end, k * 2.6)
    wheels = [
        oval(at + dx, rail - k * 0.09, k * 0.1, k * 0.1) for at in bogies for dx in (0, k * 0.42)
    ]
    plate.fill(
        [*wheels, rectangle(x + k * 0.3, foot - 0.2, end - x, k * 0.07)], mix(glass, band, 0.1)
    )
    plate.fill(nose, body, Shade(mix(body, glass, 0.45), deeper(foot - k * 0.3, k * 0.5, 0.45), 4))
    plate.fill(rectangle(x + k * 0.06, foot - k * 0.2, end - x, k * 0.09), band)
    screen = shape(
        (x + k * 0.15, foot - k * 0.38),
        (x + k * 0.50, foot - k * 0.38),
        (x + k * 0.62, roof + k * 0.12),
        (x + k * 0.48, roof + k * 0.12),
    )
    strip = rectangle(x + k * 0.85, foot - k * 0.66, end - x, k * 0.27)
    plate.fill(
        [screen, strip], glass, Shade(mix(glass, body, 0.4), deeper(foot - k * 0.45, -k * 0.2), 3)
    )
    cars = np.arange(x + k * 3.7, end, k * 3.9)
    plate.fill([rectangle(at, roof + k * 0.02, k * 0.07, foot - roof) for at in cars], glass)
    doors = [
        rectangle(at + dx, foot - k * 0.68, k * 0.34, k * 0.62) for at in cars for dx in (-1.2, 2.6)
    ]
    plate.fill(doors, band)
    panes = [
        rectangle(at + dx + 0.6, foot - k * 0.62, k * 0.34 - 1.2, k * 0.26)
        for at in cars
        for dx in (-1.2, 2.6)
    ]
    plate.fill(panes, glass)
