"""Ridges and slag heaps."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from plates.canvas import Plate, Shade
from plates.noise import ramp, wander
from plates.shapes import Shape, grown


@dataclass(frozen=True, slots=True)
class Ridge:
    """The crest of a field or hill: its lowest line `foot`, its swell above and below it."""

    foot: float
    swell: float
    tint: str
    shade: str | None = None
    length: float = 60  # of one hill
    depth: float = 0  # mm from the crest to full shade; 0: by the swell

    def draw(self, plate: Plate, seed: int) -> None:
        """Fill all below the crest, darker with depth."""
        x = plate.across()
        top = self._crest(x, seed)
        depth = self.depth or max(6, self.swell * 2.2)

        def below(at: np.ndarray, y: np.ndarray) -> np.ndarray:
            return np.clip((y - self._crest(at, seed)) / depth, 0, 1)

        shades = [] if self.shade is None else [Shade(self.shade, below)]
        plate.fill(grown(np.c_[x, top], plate.box.bottom + 3), self.tint, *shades)

    def _crest(self, x: np.ndarray, seed: int) -> np.ndarray:
        octaves = [
            (wander(x / self.length * 2**i, seed + i) - 0.5) * self.swell / 1.9**i for i in range(3)
        ]
        return self.foot - np.sum(octaves, 0)


@dataclass(frozen=True, slots=True)
class Tones:
    """What a slag heap is made of: its body, its far flank, its lit flank, what veils its foot."""

    body: str
    dark: str
    lit: str
    veil: str


@dataclass(frozen=True, slots=True)
class Heap:
    """A slag heap whose gullies radiate from the summit (x, y) down to `foot`."""

    x: float
    y: float
    foot: float
    left: float  # width at the foot, left of the summit
    right: float
    side: int = -1  # where the sun stands: −1 left, 1 right
    tip: float = 2.2  # half width of the blunt summit

    def draw(self, plate: Plate, tones: Tones, seed: int) -> None:
        """Draw body, far flank, lit flank, and the veil of green and dust at the foot."""
        mask = plate.mask(self._outline(seed))
        if mask is None:
            return

        def down(y: np.ndarray) -> np.ndarray:
            return np.clip((y - self.y) / (self.foot - self.y), 0, 1)

        def gullies(x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
            u = self._around(x, y)
            return u, wander(u * 9, seed) * 0.6 + wander(u * 23, seed + 5) * 0.4 - 0.5

        def dark(x: np.ndarray, y: np.ndarray) -> np.ndarray:
            u, carved = gullies(x, y)
            edge = -self.side * u + carved * (0.35 + 0.5 * down(y))
            return ramp(-0.25, 0.55, edge) * 0.95

        def lit(x: np.ndarray, y: np.ndarray) -> np.ndarray:
            u, carved = gullies(x, y)
            return ramp(0, 0.85, self.side * u + carved * 0.7) * 0.85 * (1 - down(y) * 0.45)

        def veil(x: np.ndarray, y: np.ndarray) -> np.ndarray:
            uneven = (wander(x / 3, seed + 9) - 0.5) * 0.5
            return np.clip((down(y) - 0.62) / 0.5 + uneven * ramp(0.5, 0.7, down(y)), 0, 1) * 0.75

        plate.fill(self._outline(seed), tones.body)
        plate.stipple(mask, Shade(tones.dark, dark, 4))
        plate.stipple(mask, Shade(tones.lit, lit, 2.2, 0.9))
        plate.stipple(mask, Shade(tones.veil, veil, 1.6, 0.9))

    def _around(self, x: np.ndarray, y: np.ndarray) -> np.ndarray:
        """Return the place around the cone, −1 to 1; it is constant along a gully."""
        height = self.foot - self.y
        fall = np.maximum(y - self.y + height * 0.06, 0.5)
        return (x - self.x) / fall / ((self.left + self.right) / 2 / height)

    def _outline(self, seed: int) -> Shape:
        rng = np.random.default_rng(seed)
        t = np.linspace(0, 1, 61)
        y = self.y + (self.foot - self.y) * t
        reach = t**1.12
        left = self.x - self.tip * 0.6 - (self.left - self.tip) * reach + rng.uniform(-0.1, 0.1, 61)
        right = self.x + self.tip * 0.6 + (self.right - self.tip) * reach
        right += rng.uniform(-0.1, 0.1, 61)
        head = [
            (self.x - self.tip * 0.35, self.y - self.tip * 0.32),
            (self.x + self.tip * 0.3, self.y - self.tip * 0.28),
        ]
        return np.concatenate([np.c_[left, y][::-1], head, np.c_[right, y]])
