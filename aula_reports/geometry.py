"""Points, rectangles and paths. The one unit is the point, from the lower left of the trim.

Layout files speak millimetres and cross the border through `mm()`; nothing else converts.
A `Path` is plain data, so that the recording of a page reads the same as its drawing.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from msgspec import Struct

POINTS_PER_MM = 72 / 25.4

# The four-curve circle: control distance that bounds the radial error by 0.02 %.
KAPPA = 0.5522847498


def mm(length: float) -> float:
    """Turn millimetres into points."""
    return length * POINTS_PER_MM


class Rect(Struct, frozen=True):
    """A rectangle by its lower left corner and its extent, in points."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def top(self) -> float:
        return self.y + self.height

    def moved(self, dx: float, dy: float) -> Rect:
        return Rect(self.x + dx, self.y + dy, self.width, self.height)

    def grown(self, by: float) -> Rect:
        return Rect(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def meets(self, other: Rect, tolerance: float = 0.0) -> bool:
        """Say whether both share an area deeper than `tolerance` points in both directions."""
        across = min(self.right, other.right) - max(self.x, other.x)
        along = min(self.top, other.top) - max(self.y, other.y)
        return across > tolerance and along > tolerance

    def holds(self, other: Rect, tolerance: float = 0.0) -> bool:
        return (
            other.x >= self.x - tolerance
            and other.y >= self.y - tolerance
            and other.right <= self.right + tolerance
            and other.top <= self.top + tolerance
        )


def covering(clip: Rect, proportion: float, cut_below: float = 0.5) -> Rect:
    """The smallest box of a shape (height over width) that covers a rectangle, centred across.

    `cut_below` is the part of what is cut off that lies below: 0 keeps the foot, 1 the top.
    """
    width = max(clip.width, clip.height / proportion)
    height = width * proportion
    x = clip.x - (width - clip.width) / 2
    return Rect(x, clip.y - (height - clip.height) * cut_below, width, height)


# A segment: ("M", x, y) | ("L", x, y) | ("C", x1, y1, x2, y2, x3, y3) | ("Z",)
Segment = tuple[str, *tuple[float, ...]]
Path = tuple[Segment, ...]


def path_bounds(path: Path) -> Rect:
    """Bound a path by its points and control points (never smaller than its ink)."""
    numbers = [number for segment in path for number in segment[1:]]
    xs, ys = numbers[0::2], numbers[1::2]
    left, bottom = min(xs), min(ys)
    return Rect(left, bottom, max(xs) - left, max(ys) - bottom)


def line(x0: float, y0: float, x1: float, y1: float) -> Path:
    return (("M", x0, y0), ("L", x1, y1))


def polygon(points: Sequence[tuple[float, float]]) -> Path:
    first, *rest = points
    return (("M", *first), *(("L", *point) for point in rest), ("Z",))


def polyline(points: Sequence[tuple[float, float]]) -> Path:
    first, *rest = points
    return (("M", *first), *(("L", *point) for point in rest))


def rectangle(rect: Rect) -> Path:
    return box(rect.x, rect.y, rect.right, rect.top)


def box(left: float, foot: float, right: float, top: float) -> Path:
    """Give a rectangle by its sides; quicker than as a polygon, for codes have thousands."""
    return ("M", left, foot), ("L", right, foot), ("L", right, top), ("L", left, top), ("Z",)


def circle(x: float, y: float, radius: float) -> Path:
    k = radius * KAPPA
    return (
        ("M", x + radius, y),
        ("C", x + radius, y + k, x + k, y + radius, x, y + radius),
        ("C", x - k, y + radius, x - radius, y + k, x - radius, y),
        ("C", x - radius, y - k, x - k, y - radius, x, y - radius),
        ("C", x + k, y - radius, x + radius, y - k, x + radius, y),
        ("Z",),
    )


def arc(x: float, y: float, radius: float, start: float, end: float) -> Path:
    """Open arc between two bearings in degrees, clockwise from twelve o'clock."""
    return (("M", *bearing_point(x, y, radius, start)), *_arc_curves(x, y, radius, start, end))


def bearing_point(x: float, y: float, radius: float, bearing: float) -> tuple[float, float]:
    angle = math.radians(bearing)
    return (x + radius * math.sin(angle), y + radius * math.cos(angle))


def _arc_curves(x: float, y: float, radius: float, start: float, end: float) -> Path:
    pieces = max(1, math.ceil(abs(end - start) / 45))
    step = math.radians((end - start) / pieces)
    handle = radius * 4 / 3 * math.tan(step / 4)
    curves: list[Segment] = []
    for piece in range(pieces):
        a = math.radians(start) + piece * step
        b = a + step
        ax, ay = x + radius * math.sin(a), y + radius * math.cos(a)
        bx, by = x + radius * math.sin(b), y + radius * math.cos(b)
        curves.append(
            (
                "C",
                ax + handle * math.cos(a),
                ay - handle * math.sin(a),
                bx - handle * math.cos(b),
                by + handle * math.sin(b),
                bx,
                by,
            )
        )
    return tuple(curves)


def ring_sector(
    centre: tuple[float, float],
    radii: tuple[float, float],
    bearings: tuple[float, float],
    gap: float = 0.0,
) -> Path:
    """Closed piece of a ring between two bearings, pulled in by half of `gap` points at each end.

    `radii` are the inner and the outer one.
    """
    x, y = centre
    inner, outer = radii
    start, end = bearings

    def pulled(radius: float) -> tuple[float, float]:
        half = math.degrees(gap / 2 / radius)
        return start + half, end - half

    outer_start, outer_end = pulled(outer)
    inner_start, inner_end = pulled(inner)
    return (
        ("M", *bearing_point(x, y, outer, outer_start)),
        *_arc_curves(x, y, outer, outer_start, outer_end),
        ("L", *bearing_point(x, y, inner, inner_end)),
        *_arc_curves(x, y, inner, inner_end, inner_start),
        ("Z",),
    )


def star(x: float, y: float, size: float) -> Path:
    """Five-pointed star of `size` points across, centred at (x, y)."""
    radii = (size / 2, size * 0.22)
    return polygon([bearing_point(x, y, radii[spoke % 2], 36 * spoke) for spoke in range(10)])
