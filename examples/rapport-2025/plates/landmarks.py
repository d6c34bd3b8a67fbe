"""What one finds one's way by: belfry, church, headframe, wind turbine."""

from __future__ import annotations

import numpy as np

from plates.canvas import Plate, Shade
from plates.shading import turned
from plates.shapes import Place, arched, bar, lancet, oval, placed, rectangle, ring, shape, standing

BELFRY = (  # blocks of (x, y) for a height of 100, one side; mirrored
    ((8, 0), (8, -46)),
    ((9.5, -46), (9.5, -50)),
    ((6.6, -50), (6.6, -66)),
    ((7.6, -66), (7.6, -68.5)),
    (
        (5.4, -68.5),
        (4.2, -75),
        (2.6, -77),
        (2.6, -84),
        (3.2, -84.5),
        (2.2, -88),
        (0.35, -100),
    ),
)
TURRET = ((-1.1, -50), (1.1, -50), (1.1, -55), (0, -58), (-1.1, -55))
LANCETS = (  # x, sill, width, height
    (-3.2, -53, 2.0, 9),
    (0, -53, 2.0, 9),
    (3.2, -53, 2.0, 9),
    (-4, -27, 2.1, 8),
    (0, -27, 2.1, 8),
    (4, -27, 2.1, 8),
    (-4, -12, 1.8, 6),
    (4, -12, 1.8, 6),
)
BLADE = shape((0, 0), (0.035, -0.22), (0, -1), (-0.012, -0.1))  # upright, one long


def belfry(plate: Plate, at: Place, height: float, tint: str, dark: str, side: int = -1) -> None:
    """Draw a belfry with corner turrets, clock and spire, lit from `side`."""
    (x, foot), k = at, height / 100
    blocks = [placed(at, k, *half, *((-dx, dy) for dx, dy in reversed(half))) for half in BELFRY]
    blocks += [placed((x + corner * k, foot), k, *TURRET) for corner in (-9, 9)]
    plate.fill(blocks, tint, Shade(dark, turned(x, 7.3 * k, side)))
    openings = [lancet(x + dx * k, foot + dy * k, w * k, h * k) for dx, dy, w, h in LANCETS]
    plate.fill(openings, dark, opacity=0.75)
    clock = (x, foot - 41.5 * k)
    plate.fill(oval(*clock, 3.3 * k, 3.3 * k), "#F7E9C8", opacity=0.94)
    if height > 60:
        hands = [
            bar(clock, (clock[0] + 1.2 * k, clock[1] - 1.3 * k), 0.42 * k),
            bar(clock, (clock[0] - 0.5 * k, clock[1] - 2.5 * k), 0.30 * k),
            ring(*clock, 3.3 * k, 0.34 * k),
        ]
        plate.fill(hands, dark)


def church(plate: Plate, at: Place, height: float, tint: str, dark: str) -> None:
    """Draw a small far church: its spire at x, the nave to the right."""
    k = height / 40
    tower = placed(at, k, (-3, 0), (3, 0), (3, -18), (0.3, -40), (-0.3, -40), (-3, -18))
    nave = placed(at, k, (3, 0), (22, 0), (22, -7), (3, -7))
    roof = placed(at, k, (3, -7), (22.6, -7), (20, -14), (3, -14))
    plate.fill([tower, nave], tint, Shade(dark, 0.3))
    plate.fill(roof, dark)


def headframe(plate: Plate, at: Place, height: float, tint: str) -> None:
    """Draw a pit's headframe: lattice tower, struts, two wheels."""
    (x, foot), k = at, height / 50

    def stroke(x0: float, y0: float, x1: float, y1: float, width: float = 0.9) -> np.ndarray:
        return bar((x + x0 * k, foot + y0 * k), (x + x1 * k, foot + y1 * k), width * k)

    strokes = [
        stroke(-7, 0, -3, -42),
        stroke(7, 0, 3, -42),
        stroke(-7, 0, 5, -22),
        stroke(7, 0, -5, -22),
        stroke(-4.6, -22, 3.4, -42),
        stroke(4.6, -22, -3.4, -42),
        stroke(24, 0, 3.5, -38, 1.2),
        stroke(21, 0, 2.5, -36, 0.7),
        stroke(-6, -22, 6, -22),
        stroke(-6.5, -42, 8, -42),
        stroke(-4.5, -34, 4.5, -34),
        placed(at, k, (-5, -42), (6, -42), (5, -43.5), (-4, -43.5)),
    ]
    for hub in (-2.6, 3.4):
        strokes += [
            ring(x + hub * k, foot - 46.5 * k, 3.2 * k, 0.5 * k),
            stroke(hub - 3, -46.5, hub + 3, -46.5, 0.4),
            stroke(hub, -43.5, hub, -49.5, 0.4),
        ]
    plate.fill(strokes, tint)


def turbine(plate: Plate, at: Place, height: float, tint: str, turn: float) -> None:
    """Draw a wind turbine; `turn` is the rotor's angle in radians."""
    (x, foot), r = at, height * 0.52
    hub = foot - height
    parts = [
        shape(
            (x - height * 0.014, foot),
            (x + height * 0.014, foot),
            (x + height * 0.007, hub),
            (x - height * 0.007, hub),
        ),
        oval(x, hub, height * 0.021, height * 0.021),
    ]
    for angle in turn + np.arange(3) * 2 * np.pi / 3:
        turned_on = np.array([(np.cos(angle), np.sin(angle)), (-np.sin(angle), np.cos(angle))])
        parts.append(BLADE * r @ turned_on + (x, hub))
    plate.fill(parts, tint)


def mill(plate: Plate, at: Place, bays: int, bay: float, bricks: tuple[str, str]) -> None:
    """Draw a mill with a saw-tooth roof: glazed on the upright side of each tooth."""
    (x, foot), (wall, dark) = at, bricks
    high, tooth = bay * 1.3, bay * 0.65
    for left in x + bay * np.arange(bays):
        front = shape(
            (left, foot),
            (left, foot - high),
            (left + bay * 0.28, foot - high - tooth),
            (left + bay, foot - high),
            (left + bay, foot),
        )
        plate.fill(front, wall, Shade(dark, turned(left + bay / 2, bay * 0.95), 4))
        glazing = shape(
            (left + bay * 0.03, foot - high - bay * 0.03),
            (left + bay * 0.28, foot - high - tooth * 0.94),
            (left + bay * 0.28, foot - high - bay * 0.03),
        )
        plate.fill(glazing, "#CFE0DA")
        arches = [
            arched(left + bay * s, foot - bay * 0.3, bay * 0.2, bay * 0.6) for s in (0.3, 0.7)
        ]
        plate.fill(arches, "#33506A")
    plate.fill(rectangle(x, foot - high - 0.2, bays * bay, 0.5), dark)


def chimney(plate: Plate, at: Place, height: float, bricks: tuple[str, str]) -> None:
    """Draw a factory's tall chimney with its crown."""
    (x, foot), (wall, dark) = at, bricks
    width = height * 0.11
    rings = [
        standing(x, foot, width, height, 0.64),
        standing(x, foot - height, width * 0.85, height * 0.035),
    ]
    plate.fill(rings, wall, Shade(dark, turned(x, width * 0.55), 4))
