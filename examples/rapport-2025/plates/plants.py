"""Poplars, birches, round trees, hedges and grass; all stand on a line `foot`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from plates.canvas import Plate, Shade
from plates.noise import ramp, wander
from plates.shading import turned
from plates.shapes import Shape, bar, blade, flame, grown, oval, standing

BIRCH = (  # rise, distance from the trunk, radius of a tuft, for a height of 1
    (0.46, -0.075, 0.075),
    (0.55, 0.085, 0.085),
    (0.62, -0.060, 0.095),
    (0.72, 0.055, 0.090),
    (0.80, -0.030, 0.085),
    (0.90, 0.010, 0.065),
)
Spot = tuple[float, float, float]  # x, foot, height


@dataclass(frozen=True, slots=True)
class Leaves:
    """Two tones of a foliage and the side the light comes from."""

    lit: str
    dark: str
    side: int = -1
    bark: str = ""  # of a trunk; without it, the darker tone


def _shade(leaves: Leaves, x: float, half: float) -> Shade:
    return Shade(leaves.dark, turned(x, half, leaves.side, 0.10), 4)


def poplars(plate: Plate, leaves: Leaves, spots: Iterable[Spot], seed: int = 1) -> None:
    """Draw Lombardy poplars from the first to the last."""
    rng = np.random.default_rng(seed)
    for x, foot, height in spots:
        width = height * 0.15
        rim = 1 + rng.uniform(-0.13, 0.13, 19)
        crown = flame(x, foot - height * 0.1, width, height * 0.9, rim)
        trunk = standing(x, foot, height * 0.024, height * 0.2)
        plate.fill([crown, trunk], leaves.lit, _shade(leaves, x, width / 2))


def _crown(x: float, y: float, radius: float, rng: np.random.Generator) -> list[Shape]:
    """Return five rounds that overlap to one crown of about `radius`."""
    turns = np.arange(5) * 2.4 + rng.uniform(0, 6)
    reach = radius * np.array([0.1, 0.45, 0.5, 0.55, 0.5])
    sizes = radius * np.array([0.72, 0.5, 0.46, 0.5, 0.44]) * rng.uniform(0.9, 1.1, 5)
    return [
        oval(x + r * np.cos(a), y + r * np.sin(a) * 0.9, size * 1.06, size)
        for a, r, size in zip(turns, reach, sizes, strict=True)
    ]


def trees(plate: Plate, leaves: Leaves, spots: Iterable[Spot], seed: int = 1) -> None:
    """Draw round trees nearly as broad as high."""
    rng = np.random.default_rng(seed)
    for x, foot, height in spots:
        radius = height * 0.37
        plate.fill(standing(x, foot, height * 0.06, height * 0.5, 0.6), leaves.bark or leaves.dark)
        crown = _crown(x, foot - height * 0.61, radius, rng)
        plate.fill(crown, leaves.lit, _shade(leaves, x, radius))


def birches(plate: Plate, leaves: Leaves, spots: Iterable[Spot], seed: int = 1) -> None:
    """Draw young birches: a banded pale trunk, the crown open between its tufts."""
    rng = np.random.default_rng(seed)
    bands = Shade("#4A5F68", lambda at, y: 0.85 * (np.sin(y * 3.1) > 0.78), 4)
    for x, foot, height in spots:
        lean = rng.uniform(-0.04, 0.04) * height
        head = (x + lean, foot - height * 0.8)
        plate.fill(bar((x, foot), head, height * 0.024), "#F1F0E4", bands)
        shade = _shade(leaves, x + lean * 0.7, height * 0.14)
        for rise, aside, size in BIRCH:
            at = x + lean * rise + aside * height * rng.uniform(0.8, 1.2)
            radius = height * size * rng.uniform(0.9, 1.15)
            plate.fill(oval(at, foot - height * rise, radius, radius * 1.35), leaves.lit, shade)


@dataclass(frozen=True, slots=True)
class Hedge:
    """A line of bushes from x to `end`."""

    x: float
    end: float
    foot: float
    height: float

    def draw(self, plate: Plate, leaves: Leaves, seed: int) -> None:
        """Draw the bushes, darker at their foot."""
        x = plate.across(0.25)
        x = x[(x > self.x) & (x < self.end)]

        def below(at: np.ndarray, y: np.ndarray) -> np.ndarray:
            top = self.foot - self._rise(at, seed)
            return np.clip((y - top) / (self.height * 1.1), 0, 1)

        crest = np.c_[x, self.foot - self._rise(x, seed)]
        plate.fill(grown(crest, self.foot), leaves.lit, Shade(leaves.dark, below, 4))

    def _rise(self, x: np.ndarray, seed: int) -> np.ndarray:
        high, ends = self.height, 2 * self.height
        rise = high * (0.35 + 0.65 * wander(x / (high * 1.6), seed))
        rise = rise * ramp(self.x, self.x + ends, x) * ramp(self.end, self.end - ends, x)
        bushes = (wander(x / (high * 0.35), seed + 3) - 0.5) * high * 0.25
        return rise + bushes * ramp(0, 0.3, rise)


def grass(
    plate: Plate,
    tint: str,
    area: tuple[float, float, float, float],
    count: int,
    height: tuple[float, float],
    seed: int = 3,
) -> None:
    """Scatter blades whose feet lie in `area` (left, top, right, bottom)."""
    rng = np.random.default_rng(seed)
    left, top, right, bottom = area
    blades = []
    for _ in range(count):
        tall = rng.uniform(*height)
        lean = rng.uniform(-0.3, 0.3) * tall
        blades.append(
            blade(rng.uniform(left, right), rng.uniform(top, bottom), tall * 0.07, tall, lean)
        )
    plate.fill(blades, tint)
