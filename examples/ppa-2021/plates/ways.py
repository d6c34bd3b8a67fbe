"""What winds away from the eye over flat land: rivers, lanes, paths; shadows beside them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from plates.canvas import Mask, Plate, Shape

FLATNESS = 0.30  # how much lower than wide a thing on the ground looks


def winding(stations: Sequence[tuple[float, float, float]], widen: float = 0) -> list[Shape]:
    """Return a band through stations (x, y, half width in mm), seen from low above the ground.

    It comes in short pieces: in one piece a narrow bend would cut holes into itself.
    """
    points = _smooth(np.array(stations, float))
    centre, half = points[:, :2], points[:, 2:] + widen
    along = np.gradient(centre, axis=0) / (1, FLATNESS)
    along /= np.hypot(along[:, :1], along[:, 1:]) + 1e-9
    across = np.c_[-along[:, 1], along[:, 0]] * half * (1, FLATNESS)
    left, right = centre - across, centre + across
    return [
        np.array([left[i], left[i + 2], right[i + 2], right[i]]) for i in range(len(centre) - 2)
    ]


def _smooth(knots: np.ndarray, steps: int = 24) -> np.ndarray:
    """Return a Catmull–Rom curve through the knots."""
    padded = np.concatenate([knots[:1], knots, knots[-1:]])
    t = np.linspace(0, 1, steps, endpoint=False)[:, None]
    pieces = []
    for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        bend = (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3
        pieces.append(0.5 * (2 * b + (c - a) * t + bend))
    return np.concatenate([*pieces, knots[-1:]])


def oval(x: float, y: float, width: float, height: float) -> Shape:
    """Return a flat ellipse around (x, y)."""
    t = np.linspace(0, 2 * np.pi, 60)
    return np.c_[x + width / 2 * np.cos(t), y + height / 2 * np.sin(t)]


def shadow(plate: Plate, at: tuple[float, float], height: float, tint: str) -> None:
    """Lay the shadow of a tree of `height` on the ground, away from a light on the right."""
    x, y = at
    plate.fill(
        oval(x - height * 0.30, y + height * 0.015, height * 0.95, height * 0.11),
        tint,
        texture=0,
        opacity=0.42,
        blur=height * 0.012,
        dusty=True,
    )


def reflection(
    plate: Plate, at: tuple[float, float, float, float], tint: str, water: Mask, seed: int
) -> None:
    """Draw a tree (x, y of its foot, width, height) upside down in the water, torn by ripples."""
    x, y, width, height = at
    rng = np.random.default_rng(seed)
    t = np.linspace(0, 1, 60)
    half = width / 2 * np.sin(np.pi * (0.015 + 0.985 * t) ** 0.62) ** 0.9
    sway = 0.10 * width * np.sin(34 * t**0.8 + rng.uniform(0, 6)) * (0.3 + t)
    fray = 1 + 0.25 * rng.standard_normal(60) * t
    down = y + height * t
    outline = np.concatenate(
        [np.c_[x + sway - half * fray, down], np.c_[x + sway + half * fray[::-1], down][::-1]]
    )
    plate.fill(outline, tint, texture=0, opacity=0.62, blur=0.25, clip=water)
