"""The wooded mound: a round hill whose path climbs in bends between clumps of trees."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from plates.canvas import Mask, Plate, Shape
from plates.colours import mix
from plates.land import fill_below
from plates.plants import Leaves, Tree

GREENS = (("#2C5E5B", "#86A766"), ("#37695A", "#A3B565"), ("#26555A", "#6F9A6B"))
OCHRE = ("#A9772C", "#EDBF4E")


@dataclass(frozen=True, slots=True)
class Mound:
    """A hill around x on its foot line, `half` wide each way, `height` tall."""

    x: float
    foot: float
    half: float
    height: float

    def crest(self, level: float = 1.0) -> Shape:
        """Return the outline of the hill, its height scaled by `level`."""
        u = np.linspace(-1.5, 1.5, 200)
        rise = np.exp(-((np.abs(u) * 1.42) ** 2.9))
        return np.c_[self.x + u * self.half, self.foot - self.height * rise * level]

    def draw(self, plate: Plate, seed: int) -> None:
        """Draw crown trees, slopes, path and the woods from the top down."""
        rng = np.random.default_rng(seed)
        top = self.foot - self.height
        for dx, h in ((-24, 17), (26, 18), (-14, 24), (16, 25), (4, 21), (-3, 30)):
            self._tree(plate, (self.x + dx, top + 4 + abs(dx) * 0.05), h, rng)
        grass = fill_below(
            plate,
            self.crest(),
            [(top, "#C2C77E"), (top + 50, "#94B174"), (self.foot, "#5F8F70")],
            0.03,
        )
        self._shade(plate, grass)
        way = self._way()
        self._path(plate, way, grass)
        for level in np.linspace(0.88, 0.02, 13):
            self._row(plate, level, way, rng)

    def _shade(self, plate: Plate, clip: Mask) -> None:
        outline = self.crest()
        right = outline[outline[:, 0] > self.x + 12]
        inner = np.c_[right[:, 0] - 8 - 0.24 * (right[:, 0] - self.x), right[:, 1] + 16]
        plate.fill(
            np.concatenate([right, inner[::-1]]),
            "#3F7566",
            texture=0.03,
            opacity=0.5,
            blur=4,
            clip=clip,
            dusty=True,
        )

    def _way(self) -> np.ndarray:
        """Return the path's axis and width from foot to summit, as rows (x, y, width)."""
        t = np.linspace(0, 1, 400)
        swing = np.sin(t * np.pi * 3.5 - 0.4)
        reach = self.half * (0.46 - 0.36 * t)
        x = self.x - 22 * (1 - t) ** 2 + swing * reach
        y = self.foot + 4 - (self.height + 2) * t**0.92
        return np.c_[x, y, 4.6 * (1 - t) + 1.1]

    def _path(self, plate: Plate, way: np.ndarray, clip: Mask) -> None:
        run = np.gradient(way[:, :2], axis=0)
        normal = np.c_[-run[:, 1], run[:, 0]] / np.hypot(run[:, 0], run[:, 1])[:, None]
        aside = normal * way[:, 2:] * (0.5, 0.32)
        band = np.concatenate([way[:, :2] - aside, (way[:, :2] + aside)[::-1]])
        plate.fill(band, "#F1E3BA", texture=0.02, clip=clip)

    def _row(self, plate: Plate, level: float, way: np.ndarray, rng: np.random.Generator) -> None:
        reach = self.half * (-np.log(level + 0.01)) ** (1 / 2.9) / 1.42
        near = 1 - level
        step = 5.0 + 3.5 * near
        for x in np.arange(self.x - reach, self.x + reach, step) + rng.uniform(0, step):
            height = (8.5 + 8.5 * near) * rng.uniform(0.75, 1.25)
            y = self.foot - self.height * level + rng.uniform(2, 6) + height * 0.12
            glade = np.sin(x / 11 + 5 * level) + np.sin(x / 23 - 9 * level)
            gap = np.hypot((way[:, 0] - x) / 1.0, (way[:, 1] - y + height * 0.55) / 1.25).min()
            if glade > -0.75 and gap > height * 0.46 + 1.5:
                self._tree(plate, (x, y), height, rng)

    def _tree(
        self, plate: Plate, at: tuple[float, float], height: float, rng: np.random.Generator
    ) -> None:
        dark, lit = OCHRE if rng.random() < 0.06 else GREENS[rng.integers(3)]
        shade = np.clip((at[0] - self.x) / self.half, 0, 1) * 0.45
        leaves = Leaves(mix(dark, "#123C52", shade), mix(lit, dark, shade), side=-1)
        Tree(*at, height, rng.uniform(0.70, 0.92), 9).draw(plate, leaves, int(rng.integers(9999)))
