"""The signs of the book, one drawing each: a second sign beside every colour that means something.

Funders are filled squares, each mission type with a figure of its own (disc, diagonals, lozenge,
cross), so that they stay apart in greyscale; a beneficiary is a ring; a star is what is new.
"""

from __future__ import annotations

from collections.abc import Callable

from aula_reports.draw.surface import Surface
from aula_reports.geometry import Rect, circle, line, polygon, rectangle, star
from aula_reports.typeset.pages import MarkThing, Pen

RING_WIDTH = 0.85


def draw_mark(mark: MarkThing, surface: Surface) -> None:
    """Draw one sign; an unknown kind is a fault of the caller (KeyError)."""
    _DRAWINGS[mark.kind](mark, surface)


def _square(mark: MarkThing, surface: Surface, ink: str) -> None:
    surface.fill(rectangle(Rect(mark.x, mark.y, mark.size, mark.size)), ink)


def _centre(mark: MarkThing) -> tuple[float, float]:
    return mark.x + mark.size / 2, mark.y + mark.size / 2


def _star(mark: MarkThing, surface: Surface) -> None:
    surface.fill(star(*_centre(mark), mark.size), mark.ink)


def _shared(mark: MarkThing, surface: Surface) -> None:
    _square(mark, surface, "mission-partage")
    surface.fill(circle(*_centre(mark), mark.size * 0.21), "blanc")


def _pooled(mark: MarkThing, surface: Surface) -> None:
    _square(mark, surface, "mission-mutualise")
    size, pen = mark.size, Pen("blanc", 0.06 * mark.size)
    surface.clip(rectangle(Rect(mark.x, mark.y, size, size)))
    for offset in (-0.5, 0.0, 0.5):
        x = mark.x + offset * size
        surface.stroke(
            line(x - 0.1 * size, mark.y - 0.1 * size, x + 1.1 * size, mark.y + 1.1 * size), pen
        )
    surface.unclip()


def _dedicated(mark: MarkThing, surface: Surface) -> None:
    _square(mark, surface, "mission-particuliere")
    x, y = _centre(mark)
    reach = mark.size * 0.255
    surface.fill(polygon(((x, y + reach), (x + reach, y), (x, y - reach), (x - reach, y))), "nuit")


def _external(mark: MarkThing, surface: Surface) -> None:
    _square(mark, surface, "mission-externe")
    x, y = _centre(mark)
    reach, pen = mark.size * 0.21, Pen("blanc", mark.size * 0.1)
    surface.stroke(line(x - reach, y - reach, x + reach, y + reach), pen)
    surface.stroke(line(x - reach, y + reach, x + reach, y - reach), pen)


def _untyped(mark: MarkThing, surface: Surface) -> None:
    _square(mark, surface, "mission-neutre")
    x, y = _centre(mark)
    reach = mark.size * 0.22
    surface.stroke(line(x - reach, y, x + reach, y), Pen("nuit", mark.size * 0.1))


def _beneficiary(mark: MarkThing, surface: Surface) -> None:
    width = RING_WIDTH if mark.size < 20 else RING_WIDTH * 1.2
    surface.stroke(circle(*_centre(mark), mark.size * 0.33), Pen("nuit", width))


_DRAWINGS: dict[str, Callable[[MarkThing, Surface], None]] = {
    "star": _star,
    "partage": _shared,
    "mutualise": _pooled,
    "particuliere": _dedicated,
    "externe": _external,
    "funder": _untyped,
    "beneficiary": _beneficiary,
}
