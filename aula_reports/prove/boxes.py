"""Boxes by their corners and matrices by their six numbers, in points of the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_MM = 25.4 / 72


class Box(NamedTuple):
    """A rectangle by its lower left and upper right corners."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom

    def holds(self, other: Box, tolerance: float = 0.1) -> bool:
        return (
            other.left >= self.left - tolerance
            and other.bottom >= self.bottom - tolerance
            and other.right <= self.right + tolerance
            and other.top <= self.top + tolerance
        )

    def meets(self, other: Box, tolerance: float = 0.0) -> bool:
        across = min(self.right, other.right) - max(self.left, other.left)
        along = min(self.top, other.top) - max(self.bottom, other.bottom)
        return across > tolerance and along > tolerance

    def within(self, other: Box) -> Box:
        """Cut to another box; of no extent where they share nothing."""
        left, bottom = max(self.left, other.left), max(self.bottom, other.bottom)
        right, top = min(self.right, other.right), min(self.top, other.top)
        return Box(left, bottom, max(left, right), max(bottom, top))

    def joined(self, other: Box) -> Box:
        """Bound both."""
        return Box(
            min(self.left, other.left),
            min(self.bottom, other.bottom),
            max(self.right, other.right),
            max(self.top, other.top),
        )

    def grown(self, by: float) -> Box:
        return Box(self.left - by, self.bottom - by, self.right + by, self.top + by)

    def in_mm(self, origin: Box) -> tuple[float, float, float, float]:
        """Give left, bottom, width and height in millimetres from a corner of the page."""
        x, y = (self.left - origin.left) * _MM, (self.bottom - origin.bottom) * _MM
        return round(x, 1), round(y, 1), round(self.width * _MM, 1), round(self.height * _MM, 1)


def to_mm(points: float) -> float:
    return points * _MM


def to_points(millimetres: float) -> float:
    return millimetres / _MM


def box_of(numbers: Sequence[float]) -> Box | None:
    """Make a box of four numbers, whichever corners they give."""
    if len(numbers) != 4:
        return None
    x0, y0, x1, y1 = numbers
    return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def bounds(points: Iterable[tuple[float, float]]) -> Box:
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


def product(first: Sequence[float], then: Matrix) -> Matrix:
    """Give the matrix that applies `first`, `then` the other (ISO 32000-1, 8.3.4)."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def placed(x: float, y: float, matrix: Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def placed_box(box: Box, matrix: Matrix) -> Box:
    """Bound a box after a matrix has moved it."""
    corners = ((x, y) for x in (box.left, box.right) for y in (box.bottom, box.top))
    return bounds(placed(x, y, matrix) for x, y in corners)


def sides(matrix: Matrix) -> tuple[float, float]:
    """Give the lengths that a matrix gives to the sides of the unit square."""
    a, b, c, d, _, _ = matrix
    return (a * a + b * b) ** 0.5, (c * c + d * d) ** 0.5


def scale_of(matrix: Matrix) -> float:
    """Give the mean scale of a matrix: what it makes of a line width."""
    a, b, c, d, _, _ = matrix
    return float(abs(a * d - b * c) ** 0.5)
