"""A renovated pair of miners' houses: front gables, new windows, panels on the roof; its garden."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from plates.canvas import Plate, Shade
from plates.houses import Bricks
from plates.shading import deeper
from plates.shapes import Shape, bar, oval, rectangle, shape, standing

FRAME, PANE, GLEAM, PANEL = "#F6F1E2", "#1F6577", "#7FB9BD", "#164B60"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two houses under one roof from x, `width` wide on `foot`, a gable turned at either end."""

    x: float
    foot: float
    width: float

    @property
    def eaves(self) -> float:
        """Return the height of the walls."""
        return self.width * 0.25

    @property
    def wing(self) -> float:
        """Return the width of a gable."""
        return self.width * 0.27

    def draw(self, plate: Plate, bricks: Bricks, door: str) -> None:
        """Draw chimneys, roof, panels, wall, gables, then the openings."""
        e, x, end, foot = self.eaves, self.x, self.x + self.width, self.foot
        top, ridge = foot - e, foot - e * 1.86
        stacks = [(x + self.width * s, ridge + e * 0.1) for s in (0.36, 0.64)]
        flues = [standing(*at, e * 0.24, e * 0.5) for at in stacks]
        plate.fill(flues, bricks.wall, Shade(bricks.wall_shade, 0.4))
        plate.fill([standing(at, y - e * 0.44, e * 0.3, e * 0.07) for at, y in stacks], FRAME)
        slope = shape((x, top), (end, top), (end - e * 0.5, ridge), (x + e * 0.5, ridge))
        plate.fill(slope, bricks.roof, Shade(bricks.roof_shade, deeper(ridge, e * 1.1, 0.8), 4))
        self._panels(plate)
        dusk = Shade(bricks.wall_shade, deeper(top + e * 0.4, -e * 0.4, 0.8), 4)
        plate.fill(rectangle(x, top, self.width, e), bricks.wall, dusk)
        plate.fill(rectangle(x, top - e * 0.02, self.width, e * 0.06), FRAME)
        for left in (x, end - self.wing):
            self._gable(plate, bricks, left)
        plate.fill(rectangle(x, foot - e * 0.09, self.width, e * 0.1), "#C9B9A4")
        self._openings(plate, bricks, door)

    def _gable(self, plate: Plate, bricks: Bricks, left: float) -> None:
        e, wing, foot = self.eaves, self.wing, self.foot
        middle, top, rise = left + wing / 2, foot - e, e * 0.78
        front = shape(
            (left, foot), (left, top), (middle, top - rise), (left + wing, top), (left + wing, foot)
        )
        away = Shade(bricks.wall_shade, lambda at, y: np.clip((middle - at) / wing - 0.1, 0, 1), 4)
        under = Shade(bricks.wall_shade, deeper(top - rise * 0.2, -rise * 0.7, 0.7), 4)
        plate.fill(front, bricks.wall, away, under)
        edges = [
            bar((left - e * 0.1, top + e * 0.06), (middle, top - rise - e * 0.04), e * 0.09),
            bar((left + wing + e * 0.1, top + e * 0.06), (middle, top - rise - e * 0.04), e * 0.09),
        ]
        plate.fill(edges, FRAME)

    def _panels(self, plate: Plate) -> None:
        e, middle = self.eaves, self.x + self.width / 2
        low, high = self.foot - e * 1.22, self.foot - e * 1.72
        cells = []
        for row in range(2):
            for i in range(-2, 2):
                left, y = middle + (i + 0.06) * e * 0.34, low + (high - low) * row / 2
                cells.append(rectangle(left, y - e * 0.23, e * 0.3, e * 0.22))
        gleam = Shade(GLEAM, deeper(low - e * 0.1, -e * 0.5, 0.5), 3)
        plate.fill(cells, PANEL, gleam)

    def _openings(self, plate: Plate, bricks: Bricks, door: str) -> None:
        e, foot, x = self.eaves, self.foot, self.x
        end = x + self.width
        sills = [(x + self.wing / 2, 0.36), (end - self.wing / 2, 0.36)]
        sills += [(x + self.width * s, 0.27) for s in (0.438, 0.562)]
        for at, wide in sills:
            _window(plate, (at, foot - e * 0.3), e * wide, e * 0.46)
        for at in (x + self.wing / 2, end - self.wing / 2):
            _window(plate, (at, foot - e * 1.04), e * 0.26, e * 0.36)
        for share in (0.325, 0.675):
            at = x + self.width * share
            plate.fill(standing(at, foot, e * 0.34, e * 0.72), FRAME)
            plate.fill(standing(at, foot, e * 0.27, e * 0.52), door)
            plate.fill(standing(at, foot - e * 0.55, e * 0.27, e * 0.11), PANE)
            hood = shape(
                (at - e * 0.23, foot - e * 0.74),
                (at + e * 0.23, foot - e * 0.74),
                (at + e * 0.18, foot - e * 0.84),
                (at - e * 0.18, foot - e * 0.84),
            )
            plate.fill(hood, bricks.roof_shade)


def _window(plate: Plate, at: tuple[float, float], width: float, height: float) -> None:
    """Draw a new window: pale frame and sill, two panes with a gleam across."""
    (x, sill), rim = at, width * 0.11
    plate.fill(
        [
            standing(x, sill, width + rim * 2, height + rim * 2),
            standing(x, sill + rim * 1.2, width * 1.4, rim * 1.2),
        ],
        FRAME,
    )
    half = width / 2 - rim * 0.6
    for left in (x - width / 2 + rim * 0.2, x + rim * 0.4):
        top = sill - height - rim * 0.2 + rim * 0.6
        plate.fill(rectangle(left, top, half, height - rim * 0.6), PANE)
        gleam = shape(
            (left, top + height * 0.5),
            (left, top + height * 0.18),
            (left + half, top),
            (left + half, top + height * 0.2),
        )
        plate.fill(gleam, GLEAM)


def pickets(plate: Plate, foot: float, height: float, gaps: list[tuple[float, float]]) -> None:
    """Draw a white picket fence over the width but for the `gaps`."""
    step, parts = height * 0.42, []
    for x in np.arange(plate.box.left - step, plate.box.right + step, step):
        if any(left < x < right for left, right in gaps):
            continue
        parts.append(_picket(x, foot, height))
    edges = [plate.box.left - 2, *(edge for gap in gaps for edge in gap), plate.box.right + 2]
    for left, right in zip(edges[::2], edges[1::2], strict=True):
        for rise in (0.3, 0.72):
            parts.append(rectangle(left, foot - height * rise, right - left, height * 0.09))
    plate.fill(parts, FRAME)
    posts = [standing(edge, foot, height * 0.26, height * 1.16) for gap in gaps for edge in gap]
    plate.fill(posts, "#D9D6C6")


def _picket(x: float, foot: float, height: float) -> Shape:
    half = height * 0.11
    return shape(
        (x - half, foot),
        (x + half, foot),
        (x + half, foot - height * 0.88),
        (x, foot - height),
        (x - half, foot - height * 0.88),
    )


def beds(
    plate: Plate, area: tuple[float, float, float, float], rows: int, greens: tuple[str, str]
) -> None:
    """Draw a kitchen garden: earth in `area` (left, top, right, bottom), rows of round plants."""
    left, top, right, bottom = area
    plate.fill(
        shape((left + 2, top), (right - 2, top), (right, bottom), (left, bottom)),
        "#8A5A48",
        Shade("#5D4048", 0.35, 4),
    )
    for i in range(rows):
        share = (i + 0.7) / rows
        y, size = top + (bottom - top) * share, 0.95 + 0.5 * share
        inset = 2 * (1 - share) + size
        x = np.linspace(left + inset, right - inset, int((right - left) / size / 2.3))
        plants = [oval(at, y - size * 0.6, size, size * 0.85) for at in x]
        plate.fill(plants, greens[i % 2], Shade("#1F5A55", deeper(y - size * 0.8, size * 1.6), 4))
