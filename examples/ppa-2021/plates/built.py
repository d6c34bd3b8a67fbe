"""Houses, towers and machines, each on its ground line y."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from plates.canvas import Plate, Shape, rectangle, shape
from plates.colours import Colour, mix


def disc(x: float, y: float, radius: float) -> Shape:
    """Return a circle."""
    t = np.linspace(0, 2 * np.pi, 90)
    return np.c_[x + radius * np.cos(t), y + radius * np.sin(t)]


def bar(x0: float, y0: float, x1: float, y1: float, width: float) -> Shape:
    """Return a straight stroke as a shape."""
    length = np.hypot(x1 - x0, y1 - y0)
    dx, dy = -(y1 - y0) / length * width / 2, (x1 - x0) / length * width / 2
    return shape((x0 + dx, y0 + dy), (x1 + dx, y1 + dy), (x1 - dx, y1 - dy), (x0 - dx, y0 - dy))


def arched(x: float, y: float, width: float, height: float) -> Shape:
    """Return a round-headed window; (x, y) is the middle of its sill."""
    t = np.linspace(0, np.pi, 16)
    half = width / 2
    head = np.c_[x + half * np.cos(t), y - height + half - half * np.sin(t)]
    return np.concatenate([[[x + half, y]], head, [[x - half, y]]])


@dataclass(frozen=True, slots=True)
class Masonry:
    """What a house is made of."""

    walls: tuple
    roof: str | Colour
    window: str | Colour
    trim: str | Colour | None = None
    lit: float = 0.65  # share of lit windows


@dataclass(frozen=True, slots=True)
class Corons:
    """A row of miners' houses with gables to the street."""

    x: float
    y: float
    count: int
    width: float
    eaves: float

    def draw(self, plate: Plate, made: Masonry, seed: int) -> None:
        """Draw the houses from left to right."""
        rng = np.random.default_rng(seed)
        for i in range(self.count):
            wall = made.walls[i % len(made.walls)]
            self._house(plate, self.x + i * self.width, wall, made)
            self._openings(plate, self.x + i * self.width, i, made, rng)

    def _house(self, plate: Plate, x: float, wall: str | Colour, made: Masonry) -> None:
        w, h = self.width, self.eaves
        top, gable, over, thick = self.y - h, h * 0.62, w * 0.05, h * 0.15
        plate.fill(
            shape((x, self.y), (x, top), (x + w / 2, top - gable), (x + w, top), (x + w, self.y)),
            wall,
            texture=0.03,
        )
        plate.fill(
            shape(
                (x - over, top + thick * 0.5),
                (x + w / 2, top - gable - thick * 0.25),
                (x + w + over, top + thick * 0.5),
                (x + w + over, top - thick * 0.45),
                (x + w / 2, top - gable - thick * 1.1),
                (x - over, top - thick * 0.45),
            ),
            made.roof,
        )
        plate.fill(
            rectangle(x + w * 0.70, top - gable * 0.98, w * 0.10, gable * 0.62),
            mix(wall, made.roof, 0.45),
        )
        plate.fill(rectangle(x + w * 0.68, top - gable * 1.02, w * 0.14, gable * 0.10), made.roof)

    def _openings(
        self, plate: Plate, x: float, i: int, made: Masonry, rng: np.random.Generator
    ) -> None:
        w, h, top = self.width, self.eaves, self.y - self.eaves
        if made.trim is not None:
            plate.fill(rectangle(x, top + h * 0.56, w, h * 0.05), made.trim, opacity=0.6)
        for at in (0.20, 0.63):
            shut = rng.random() > made.lit
            pane = mix(made.window, made.roof, 0.6 if shut else 0)
            plate.fill(rectangle(x + w * at, top + h * 0.14, w * 0.17, h * 0.32), pane, texture=0)
        plate.fill(
            rectangle(x + w * 0.42, top - h * 0.24, w * 0.15, h * 0.2),
            mix(made.window, made.roof, 0.35),
            texture=0,
        )
        door = x + w * (0.22 if i % 2 else 0.62)
        plate.fill(
            rectangle(door, self.y - h * 0.38, w * 0.17, h * 0.38),
            mix(made.roof, made.walls[0], 0.2),
            texture=0,
        )


@dataclass(frozen=True, slots=True)
class Farm:
    """A long low house with a saddle roof, as in the valleys."""

    x: float
    y: float
    width: float
    height: float

    def draw(self, plate: Plate, wall: str, roof: str, pane: str) -> None:
        """Draw wall, roof, chimney and openings."""
        x, y, w, h = self.x, self.y, self.width, self.height
        plate.fill(rectangle(x, y - h * 0.5, w, h * 0.5 + 1), wall, texture=0.03)
        plate.fill(rectangle(x + w * 0.74, y - h * 1.14, w * 0.055, h * 0.3), mix(roof, wall, 0.2))
        plate.fill(
            shape(
                (x - w * 0.03, y - h * 0.46),
                (x + w * 0.06, y - h),
                (x + w * 0.94, y - h),
                (x + w * 1.03, y - h * 0.46),
            ),
            roof,
            texture=0.03,
        )
        for at in (0.14, 0.34, 0.72, 0.86):
            plate.fill(rectangle(x + w * at, y - h * 0.36, w * 0.055, h * 0.2), pane, texture=0)
        plate.fill(rectangle(x + w * 0.52, y - h * 0.36, w * 0.07, h * 0.36), pane, texture=0)


def church(plate: Plate, at: tuple[float, float], height: float, tones: tuple) -> None:
    """Draw a church with its spire at x; `tones` are wall, shade and roof."""
    (x, y), h, (wall, shade, roof) = at, height, tones
    plate.fill(rectangle(x, y - h * 0.26, h * 0.55, h * 0.26 + 0.5), wall)
    plate.fill(
        shape(
            (x - h * 0.02, y - h * 0.25),
            (x + h * 0.06, y - h * 0.44),
            (x + h * 0.50, y - h * 0.44),
            (x + h * 0.58, y - h * 0.25),
        ),
        roof,
    )
    for i in range(4):
        plate.fill(
            arched(x + h * (0.12 + 0.11 * i), y - h * 0.06, h * 0.045, h * 0.14), shade, texture=0
        )
    plate.fill(rectangle(x - h * 0.13, y - h * 0.52, h * 0.17, h * 0.52), wall)
    plate.fill(rectangle(x - h * 0.02, y - h * 0.52, h * 0.06, h * 0.52), shade)
    plate.fill(
        shape((x - h * 0.15, y - h * 0.51), (x - h * 0.045, y - h), (x + h * 0.06, y - h * 0.51)),
        roof,
    )
    plate.fill(arched(x - h * 0.065, y - h * 0.34, h * 0.05, h * 0.11), roof, texture=0)


def turbine(plate: Plate, at: tuple[float, float], height: float, tint: str, turn: float) -> None:
    """Draw a wind turbine; `turn` is the rotor's angle in radians."""
    (x, y), h = at, height
    hub = y - h * 0.62
    plate.fill(
        shape((x - h * 0.011, y), (x - h * 0.006, hub), (x + h * 0.006, hub), (x + h * 0.011, y)),
        tint,
        texture=0,
    )
    for angle in turn + np.arange(3) * 2 * np.pi / 3:
        c, s, r = np.cos(angle), np.sin(angle), h * 0.38
        plate.fill(
            shape(
                (x - s * h * 0.006, hub + c * h * 0.006),
                (x + c * r * 0.25 - s * h * 0.014, hub + s * r * 0.25 + c * h * 0.014),
                (x + c * r, hub + s * r),
                (x + s * h * 0.003, hub - c * h * 0.003),
            ),
            tint,
            texture=0,
        )
    plate.fill(disc(x, hub, h * 0.012), tint, texture=0)


def headframe(plate: Plate, at: tuple[float, float], height: float, tint: str | Colour) -> None:
    """Draw a pit's headframe: lattice tower, strut, two wheels and their roof."""
    (x, y), h = at, height
    w, top, pen = h * 0.15, y - h, h * 0.021
    strokes = [bar(x + s * w, y, x + s * w * 0.72, top + h * 0.16, pen) for s in (-1, 1)]
    for i in range(6):
        low, high = y - h * 0.84 * i / 6, y - h * 0.84 * (i + 1) / 6
        wide, slim = w * (1 - 0.28 * i / 6), w * (1 - 0.28 * (i + 1) / 6)
        strokes += [
            bar(x - wide, low, x + slim, high, pen / 2),
            bar(x + wide, low, x - slim, high, pen / 2),
            bar(x - slim, high, x + slim, high, pen * 0.6),
        ]
    strokes += _strut(x + w * 0.6, top, h, y)
    strokes.append(rectangle(x - w * 1.1, top + h * 0.14, w * 2.2, h * 0.035))
    strokes.append(
        shape(
            (x - w * 1.2, top + h * 0.01),
            (x, top - h * 0.05),
            (x + w * 1.2, top + h * 0.01),
            (x + w * 1.2, top + h * 0.025),
            (x, top - h * 0.033),
            (x - w * 1.2, top + h * 0.025),
        )
    )
    for wheel in (x - w * 0.34, x + w * 0.34):
        strokes += _wheel(wheel, top + h * 0.085, h * 0.075)
    plate.fill(strokes, tint, texture=0)


def _strut(x: float, top: float, h: float, y: float) -> list[Shape]:
    reach, inner, pen = x + h * 0.43, x + h * 0.27, h * 0.021
    strokes = [
        bar(x, top + h * 0.18, reach, y, pen * 1.25),
        bar(x, top + h * 0.30, inner, y, pen * 0.7),
    ]
    for q in (0.25, 0.5, 0.75):
        strokes.append(
            bar(
                x + (reach - x) * q,
                top + h * (0.18 + 0.82 * q),
                x + (inner - x) * q,
                top + h * (0.30 + 0.70 * q),
                pen / 2,
            )
        )
    return strokes


def _wheel(x: float, y: float, radius: float) -> list[Shape]:
    rim = np.concatenate([disc(x, y, radius), disc(x, y, radius * 0.8)[::-1]])
    spokes = [
        bar(
            x - radius * 0.85 * np.cos(a),
            y - radius * 0.85 * np.sin(a),
            x + radius * 0.85 * np.cos(a),
            y + radius * 0.85 * np.sin(a),
            radius * 0.09,
        )
        for a in np.arange(4) * np.pi / 4 + 0.2
    ]
    return [rim, *spokes]


def birds(plate: Plate, places: list[tuple[float, float, float]], tint: str) -> None:
    """Draw gulls at (x, y), their half span in mm last."""
    t = np.linspace(0, 1, 12)
    for x, y, span in places:
        wing = 0.42 * np.sin(np.pi * t * 0.85)
        under = 0.30 * np.sin(np.pi * t * 0.85) - 0.05 * t
        left = np.c_[x - span + span * t, y - span * wing]
        right = np.c_[x + span * t, y - span * wing[::-1]]
        back = np.c_[x + span * t, y - span * under[::-1]][::-1]
        front = np.c_[x - span + span * t, y - span * under][::-1]
        plate.fill(np.concatenate([left, right, back, front]), tint, texture=0)
