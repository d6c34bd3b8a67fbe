"""The belfry of Béthune and rows of brick roofs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from plates.built import arched, bar, disc
from plates.canvas import Plate, Shape, rectangle, shape
from plates.colours import NUIT, Colour, mix


@dataclass(frozen=True, slots=True)
class Belfry:
    """A square sandstone tower with corner turrets and a slated lantern."""

    x: float
    y: float
    height: float

    def draw(self, plate: Plate, tones: tuple[str, str, str, str]) -> None:
        """Draw tower, gallery and lantern; `tones` are stone, shade, slate and opening."""
        self._tower(plate, tones)
        self._gallery(plate, tones)
        self._lantern(plate, tones)

    def _tower(self, plate: Plate, tones: tuple) -> None:
        stone, shade, _, opening = tones
        h, w = self.height, self.height * 0.155
        top = self.y - h * 0.56
        plate.fill(rectangle(self.x - w / 2, top, w, h * 0.56), stone, texture=0.03)
        self._courses(plate, top, mix(stone, shade, 0.5))
        plate.fill(
            rectangle(self.x + w * 0.14, top, w * 0.36, h * 0.56), shade, texture=0.03, opacity=0.85
        )
        for i in range(3):
            band = rectangle(self.x - w * 0.52, top + h * (0.12 + 0.16 * i), w * 1.04, h * 0.006)
            plate.fill(band, mix(stone, shade, 0.9), texture=0)
        for sill, tall in ((0.285, 0.075), (0.435, 0.075)):
            panes = [
                arched(self.x + w * dx, top + h * sill, w * 0.14, h * tall) for dx in (-0.20, 0.16)
            ]
            plate.fill(panes, opening, texture=0)
        self._clock(plate, top + h * 0.066, w * 0.21, tones)

    def _courses(self, plate: Plate, top: float, tint: Colour) -> None:
        rng = np.random.default_rng(5)
        h, w = self.height, self.height * 0.155
        stones = []
        for _ in range(150):
            x, y = self.x + w * rng.uniform(-0.48, 0.40), top + h * 0.54 * rng.random()
            stones.append(rectangle(x, y - y % (h * 0.008), w * rng.uniform(0.04, 0.09), h * 0.006))
        plate.fill(stones, tint, texture=0, opacity=0.35)

    def _clock(self, plate: Plate, y: float, radius: float, tones: tuple) -> None:
        stone, shade, slate, _ = tones
        x = self.x - radius * 0.6
        plate.fill(disc(x, y, radius), mix(stone, shade, 0.8), texture=0)
        plate.fill(disc(x, y, radius * 0.84), mix("#F4E8CF", stone, 0.15), texture=0)
        hands = [
            bar(x, y, x, y - radius * 0.62, radius * 0.10),
            bar(x, y, x + radius * 0.40, y + radius * 0.18, radius * 0.12),
        ]
        plate.fill(hands, slate, texture=0)

    def _gallery(self, plate: Plate, tones: tuple) -> None:
        stone, shade, slate, _ = tones
        h, w = self.height, self.height * 0.155 * 1.16
        y = self.y - h * 0.572
        plate.fill(rectangle(self.x - w / 2, y - h * 0.022, w, h * 0.036), stone)
        plate.fill(rectangle(self.x + w * 0.12, y - h * 0.022, w * 0.38, h * 0.036), shade)
        for i in range(7):
            plate.fill(
                rectangle(self.x - w / 2 + w * (i / 7 + 0.02), y - h * 0.04, w * 0.09, h * 0.02),
                stone if i < 4 else shade,
                texture=0,
            )
        for side in (-1, 1):
            x, turret = self.x + side * w * 0.465, w * 0.146
            plate.fill(
                rectangle(x - turret / 2, y - h * 0.075, turret, h * 0.09),
                stone if side < 0 else shade,
            )
            plate.fill(
                shape(
                    (x - turret * 0.72, y - h * 0.075),
                    (x, y - h * 0.15),
                    (x + turret * 0.72, y - h * 0.075),
                ),
                slate,
            )

    def _lantern(self, plate: Plate, tones: tuple) -> None:
        stone, shade, slate, opening = tones
        h, x, w = self.height, self.x, self.height * 0.0961
        y = self.y - h * 0.702
        plate.fill(rectangle(x - w / 2, y, w, h * 0.13), mix(stone, slate, 0.35))
        plate.fill(rectangle(x + w * 0.1, y, w * 0.4, h * 0.13), mix(shade, slate, 0.35))
        for dx in (-0.28, 0.02, 0.30):
            plate.fill(arched(x + w * dx, y + h * 0.105, w * 0.13, h * 0.07), opening, texture=0)
        plate.fill(_bulb(x, y, (w * 1.12, w * 0.44), h * 0.075), slate)
        plate.fill(
            rectangle(x - w * 0.22, y - h * 0.125, w * 0.44, h * 0.055), mix(stone, slate, 0.5)
        )
        for dx in (-0.06, 0.10):
            plate.fill(rectangle(x + w * dx, y - h * 0.115, w * 0.09, h * 0.04), opening, texture=0)
        plate.fill(_bulb(x, y - h * 0.122, (w * 0.56, w * 0.05), h * 0.10), slate)
        plate.fill(rectangle(x - h * 0.0018, y - h * 0.27, h * 0.0036, h * 0.06), slate, texture=0)


def _bulb(x: float, y: float, widths: tuple[float, float], height: float) -> Shape:
    t = np.linspace(0, 1, 40)
    low, high = widths
    ogee = high + (low - high) * (0.5 + 0.5 * np.cos(np.pi * t**0.85))
    half = (ogee + 1.5 * low * t * (1 - t) ** 3) / 2
    return np.concatenate([np.c_[x - half, y - height * t], np.c_[x + half, y - height * t][::-1]])


@dataclass(frozen=True, slots=True)
class Roofs:
    """A row of town houses across the sheet on line y; heights and widths are ranges."""

    y: float
    heights: tuple[float, float]
    widths: tuple[float, float]

    def draw(self, plate: Plate, walls: tuple[str, str], pane: str | None, seed: int) -> None:
        """Draw gabled and long-roofed houses in turn; without `pane` no windows."""
        rng = np.random.default_rng(seed)
        ground = rectangle(plate.box.left - 5, self.y - self.heights[0] * 1.02, 460, 20)
        plate.fill(ground, mix(walls[0], NUIT, 0.30))
        x = plate.box.left - rng.uniform(0, 8)
        while x < plate.box.right:
            width = rng.uniform(*self.widths)
            self._house(plate, (x, width), mix(*walls, rng.random()), pane, rng)
            x += width * rng.choice([0.985, 0.99, 1.0, 1.06], p=[0.4, 0.3, 0.15, 0.15])

    def _house(
        self,
        plate: Plate,
        span: tuple[float, float],
        wall: Colour,
        pane: str | None,
        rng: np.random.Generator,
    ) -> None:
        x, w = span
        h, roof = rng.uniform(*self.heights), mix(wall, NUIT, 0.40)
        _chimney(
            plate, (x + w * rng.uniform(0.16, 0.74), self.y - h), (w, h), mix(roof, wall, 0.45)
        )
        if rng.random() < 0.5:
            self._gable(plate, span, h, (wall, roof), pane)
        else:
            self._saddle(plate, span, h, (wall, roof), pane)
        if pane is not None:
            self._windows(plate, span, h, (pane, mix(pane, roof, 0.62)), rng)

    def _gable(
        self, plate: Plate, span: tuple[float, float], h: float, tones: tuple, pane: str | None
    ) -> None:
        (x, w), (wall, roof) = span, tones
        eaves, peak, over = self.y - h, self.y - h - w * 0.50, max(0.7, w * 0.06)
        plate.fill(
            shape(
                (x, self.y + 1), (x, eaves), (x + w / 2, peak), (x + w, eaves), (x + w, self.y + 1)
            ),
            wall,
        )
        plate.fill(
            shape(
                (x - over * 0.8, eaves + over * 0.4),
                (x + w / 2, peak - over * 0.3),
                (x + w + over * 0.8, eaves + over * 0.4),
                (x + w + over * 0.8, eaves - over * 0.8),
                (x + w / 2, peak - over * 1.6),
                (x - over * 0.8, eaves - over * 0.8),
            ),
            roof,
        )
        if pane is not None:
            plate.fill(
                rectangle(x + w / 2 - 0.6, eaves - w * 0.22, 1.2, 1.9), pane, texture=0, opacity=0.8
            )

    def _saddle(
        self, plate: Plate, span: tuple[float, float], h: float, tones: tuple, pane: str | None
    ) -> None:
        (x, w), (wall, roof), eaves = span, tones, self.y - h
        plate.fill(rectangle(x, eaves, w, h + 1), wall)
        plate.fill(
            shape(
                (x - 0.7, eaves),
                (x + w * 0.10, eaves - w * 0.34),
                (x + w * 0.90, eaves - w * 0.34),
                (x + w + 0.7, eaves),
            ),
            roof,
        )
        if pane is None or w <= 12:
            return
        for at in (0.26, 0.58):
            d = x + w * at
            plate.fill(
                shape(
                    (d, eaves - 0.3),
                    (d, eaves - 2.6),
                    (d + 1.3, eaves - 3.9),
                    (d + 2.6, eaves - 2.6),
                    (d + 2.6, eaves - 0.3),
                ),
                wall,
            )
            plate.fill(rectangle(d + 0.75, eaves - 2.5, 1.1, 1.7), pane, texture=0)

    def _windows(
        self,
        plate: Plate,
        span: tuple[float, float],
        h: float,
        panes: tuple,
        rng: np.random.Generator,
    ) -> None:
        x, w = span
        count = max(2, int(w / 3.6))
        for storey in range(2 if h > 12 else 1):
            for i in range(count):
                lit = panes[0 if rng.random() < 0.58 else 1]
                plate.fill(
                    rectangle(
                        x + w * (i + 0.5) / count - 0.6, self.y - h + 2.4 + storey * 5.4, 1.2, 2.7
                    ),
                    lit,
                    texture=0,
                )


def _chimney(
    plate: Plate, at: tuple[float, float], size: tuple[float, float], tint: Colour
) -> None:
    (x, y), (w, h) = at, size
    tall, wide = w * 0.26 + h * 0.12, max(1.0, w * 0.085)
    plate.fill(rectangle(x, y - w * 0.34 - tall * 0.62, wide, tall * 1.2), tint)
    plate.fill(
        rectangle(x - 0.25, y - w * 0.34 - tall * 0.70, wide + 0.5, tall * 0.14),
        mix(tint, NUIT, 0.4),
        texture=0,
    )
