"""Miners' terraces and stepped gables, in elevation."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from plates.canvas import Plate, Shade
from plates.colours import LAMP, mix
from plates.shading import deeper
from plates.shapes import Shape, rectangle, shape, standing

FINE = 5.0  # mm: from eaves of this height on, windows have bars and walls a pale course


@dataclass(frozen=True, slots=True)
class Bricks:
    """What a terrace is made of; the shades lie under the eaves and at the foot of the roof."""

    wall: str
    roof: str
    wall_shade: str
    roof_shade: str
    lamp: str = LAMP


@dataclass(frozen=True, slots=True)
class Terrace:
    """A row of houses on `foot`, their walls `eaves` high; every n-th may turn its gable."""

    x: float
    end: float
    foot: float
    eaves: float
    gable_every: int = 0

    @property
    def pitch(self) -> float:
        """Return the width of one house."""
        return self.eaves * 1.55

    @property
    def roof(self) -> float:
        """Return the height of the roof."""
        return self.eaves * 0.72

    def draw(self, plate: Plate, bricks: Bricks) -> None:
        """Draw chimneys, roof and wall of the whole row, then gables and openings."""
        count = int((self.end - self.x) / self.pitch)
        self._chimneys(plate, bricks, count)
        self._body(plate, bricks, count)
        gabled = [i for i in range(count) if self._has_gable(i)]
        for i in gabled:
            self._gable(plate, bricks, self.x + i * self.pitch)
        if self.eaves > FINE:
            self._course(plate, bricks, count)
        self._openings(plate, bricks, count)

    def _has_gable(self, i: int) -> bool:
        return self.gable_every > 0 and i % self.gable_every == self.gable_every // 2

    def _chimneys(self, plate: Plate, bricks: Bricks, count: int) -> None:
        e, ridge = self.eaves, self.foot - self.eaves - self.roof
        places = [self.x + i * self.pitch for i in range(0, count + 1, 2)]
        stacks = [standing(x, ridge + e * 0.1, e * 0.28, e * 0.38) for x in places]
        caps = [standing(x, ridge - e * 0.24, e * 0.34, e * 0.07) for x in places]
        plate.fill(stacks, bricks.wall, Shade(bricks.wall_shade, 0.5))
        plate.fill(caps, bricks.roof_shade)

    def _body(self, plate: Plate, bricks: Bricks, count: int) -> None:
        e, end = self.eaves, self.x + count * self.pitch
        top, ridge = self.foot - e, self.foot - e - self.roof
        slope = shape(
            (self.x - e * 0.06, top),
            (end + e * 0.06, top),
            (end - e * 0.04, ridge),
            (self.x + e * 0.04, ridge),
        )
        plate.fill(
            slope,
            bricks.roof,
            Shade(bricks.roof_shade, deeper(ridge, self.roof, 0.7), 4),
        )
        plate.fill(
            rectangle(self.x, top, end - self.x, e),
            bricks.wall,
            Shade(bricks.wall_shade, deeper(top + e * 0.5, -e * 0.5, 0.75), 4),
        )

    def _gable(self, plate: Plate, bricks: Bricks, x: float) -> None:
        e, rise, end = self.eaves, self.roof, x + self.pitch
        middle, top, foot = x + self.pitch / 2, self.foot - self.eaves, self.foot
        front = shape((x, foot), (end, foot), (end, top), (middle, top - rise * 1.12), (x, top))
        verge = shape(
            (x - e * 0.1, top + e * 0.04),
            (middle, top - rise * 1.22),
            (end + e * 0.1, top + e * 0.04),
            (end, top - e * 0.08),
            (middle, top - rise * 1.06),
            (x, top - e * 0.08),
        )
        peak = top - rise * 1.12
        dusk = Shade(bricks.wall_shade, deeper(peak + e * 0.8, -e * 0.8, 0.5), 4)
        plate.fill(front, bricks.wall, dusk)
        plate.fill(verge, bricks.roof_shade)

    def _course(self, plate: Plate, bricks: Bricks, count: int) -> None:
        e, length = self.eaves, count * self.pitch
        course = rectangle(self.x, self.foot - e * 0.225, length, e * 0.035)
        plate.fill(course, mix(bricks.wall, bricks.lamp, 0.35))

    def _openings(self, plate: Plate, bricks: Bricks, count: int) -> None:
        e, foot = self.eaves, self.foot
        doors, panes, bars = [], [], []
        for i in range(count):
            left, mirrored = self.x + i * self.pitch, i % 2
            door = left + self.pitch * (0.18 if mirrored else 0.82)
            window = left + self.pitch * (0.62 if mirrored else 0.38)
            doors.append(standing(door, foot, e * 0.24, e * 0.60))
            panes.append(standing(window, foot - e * 0.27, e * 0.36, e * 0.39))
            if e > FINE:
                bars += _crossed(window, foot - e * 0.27, e * 0.36, e * 0.39)
            if self._has_gable(i):
                attic = left + self.pitch / 2
                panes.append(standing(attic, foot - e * 1.08, e * 0.26, e * 0.30))
            elif e > 3.3 and i % 3 == 0:
                panes.append(
                    standing(window, foot - e - self.roof * 0.35, e * 0.15, e * 0.19, 0.92)
                )
        plate.fill(doors, mix(bricks.roof_shade, bricks.wall_shade, 0.3))
        plate.fill(panes, bricks.lamp)
        if bars:
            plate.fill(bars, mix(bricks.wall_shade, bricks.lamp, 0.25))


def _crossed(x: float, sill: float, width: float, height: float) -> list[Shape]:
    """Return the mullion, the transom and the sill of a window."""
    thin = width * 0.07
    return [
        standing(x, sill, thin, height),
        rectangle(x - width / 2, sill - height * 0.66, width, thin),
        rectangle(x - width * 0.56, sill - thin * 0.4, width * 1.12, thin * 1.3),
    ]


@dataclass(frozen=True, slots=True)
class Gables:
    """A street front of stepped gables, drawn from left to right on `foot`."""

    foot: float
    width: tuple[float, float]
    height: tuple[float, float]
    walls: tuple[str, ...]
    shade: str
    panes: tuple[str, str]  # lit and dark
    lit: float = 0.5
    step: float = 3.0
    dusk: float = 110  # mm below the foot to where the shade is whole

    def draw(self, plate: Plate, seed: int) -> None:
        """Draw houses over the sheet's width, no two neighbours of one colour."""
        rng = np.random.default_rng(seed)
        x, wall = plate.box.left - 3, ""
        while x < plate.box.right + 3:
            width, height = rng.uniform(*self.width), rng.uniform(*self.height)
            wall = str(rng.choice([w for w in self.walls if w != wall]))
            self._house(plate, (x, width, height), wall)
            self._windows(plate, (x, width, height), rng)
            x += width

    def _house(self, plate: Plate, front: tuple[float, float, float], wall: str) -> None:
        x, width, height = front
        steps, top = 5, self.foot - height
        half = []
        for i in range(steps):
            y = top - i * self.step
            half += [(width / 2 * i / steps, y), (width / 2 * (i + 1) / steps, y)]
        left = [(x + dx, y) for dx, y in half]
        right = [(x + width - dx, y) for dx, y in reversed(half)]
        ground = plate.box.bottom + 1
        outline = shape((x, ground), (x, top), *left, *right, (x + width, top), (x + width, ground))

        def shadow(at: np.ndarray, y: np.ndarray) -> np.ndarray:
            return np.clip((at - x) / width * 0.45 + (y - self.foot) / self.dusk, 0, 1) * 0.9

        plate.fill(outline, wall, Shade(self.shade, shadow, 1.8))

    def _windows(
        self, plate: Plate, front: tuple[float, float, float], rng: np.random.Generator
    ) -> None:
        x, width, height = front
        pane, storey = width * 0.15, self.height[0] * 0.34
        lit, dark = self.panes
        for floor in range(-3, 6):
            sill = self.foot - self.height[0] * 0.28 - floor * storey
            if sill - storey * 0.6 < self.foot - height:
                continue
            lamp = mix(lit, dark, min(0.9, max(0, -floor * 0.3)))
            for share in (0.22, 0.5, 0.78):
                tint = lamp if rng.random() < self.lit else dark
                plate.fill(standing(x + width * share, sill, pane, storey * 0.54), tint)
        attic = self.foot - height - self.step * 0.6
        plate.fill(standing(x + width / 2, attic, pane * 0.9, self.step * 1.5), lit)
