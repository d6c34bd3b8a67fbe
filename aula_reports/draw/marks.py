"""The signs of the book, one drawing each: a second sign beside every colour that means something.

Funders are filled squares, each mission type with a figure of its own (disc, diagonals, lozenge,
cross), so that they stay apart in greyscale; a beneficiary is a ring; a star is what is new.
"""

from __future__ import annotations

from collections.abc import Mapping

from aula_reports.draw.surface import Drawing, Painter, Surface
from aula_reports.geometry import Rect, circle, line, polygon, rectangle, star
from aula_reports.typeset.pages import MarkThing, Pen

RING_WIDTH = 0.85


def draw_mark(mark: MarkThing, surface: Surface) -> None:
    """Draw one sign; an unknown kind is a fault of the caller (KeyError)."""
    surface.sign(mark, _DRAWINGS[mark.kind])


def _square(mark: MarkThing, painter: Painter, ink: str) -> None:
    painter.fill(rectangle(Rect(mark.x, mark.y, mark.size, mark.size)), ink)


def _centre(mark: MarkThing) -> tuple[float, float]:
    return mark.x + mark.size / 2, mark.y + mark.size / 2


def _star(mark: MarkThing, painter: Painter) -> None:
    painter.fill(star(*_centre(mark), mark.size), mark.ink)


def _shared(mark: MarkThing, painter: Painter) -> None:
    _square(mark, painter, "mission-partage")
    painter.fill(circle(*_centre(mark), mark.size * 0.21), "blanc")


def _pooled(mark: MarkThing, painter: Painter) -> None:
    _square(mark, painter, "mission-mutualise")
    size, pen = mark.size, Pen("blanc", 0.06 * mark.size)
    painter.clip(rectangle(Rect(mark.x, mark.y, size, size)))
    for offset in (-0.5, 0.0, 0.5):
        x = mark.x + offset * size
        painter.stroke(
            line(x - 0.1 * size, mark.y - 0.1 * size, x + 1.1 * size, mark.y + 1.1 * size), pen
        )
    painter.unclip()


def _dedicated(mark: MarkThing, painter: Painter) -> None:
    _square(mark, painter, "mission-particuliere")
    x, y = _centre(mark)
    reach = mark.size * 0.255
    painter.fill(polygon(((x, y + reach), (x + reach, y), (x, y - reach), (x - reach, y))), "nuit")


def _external(mark: MarkThing, painter: Painter) -> None:
    _square(mark, painter, "mission-externe")
    x, y = _centre(mark)
    reach, pen = mark.size * 0.21, Pen("blanc", mark.size * 0.1)
    painter.stroke(line(x - reach, y - reach, x + reach, y + reach), pen)
    painter.stroke(line(x - reach, y + reach, x + reach, y - reach), pen)


def _untyped(mark: MarkThing, painter: Painter) -> None:
    _square(mark, painter, "mission-neutre")
    x, y = _centre(mark)
    reach = mark.size * 0.22
    painter.stroke(line(x - reach, y, x + reach, y), Pen("nuit", mark.size * 0.1))


def _beneficiary(mark: MarkThing, painter: Painter) -> None:
    width = RING_WIDTH if mark.size < 20 else RING_WIDTH * 1.2
    painter.stroke(circle(*_centre(mark), mark.size * 0.33), Pen("nuit", width))


_DRAWINGS: Mapping[str, Drawing] = {
    "star": _star,
    "partage": _shared,
    "mutualise": _pooled,
    "particuliere": _dedicated,
    "externe": _external,
    "funder": _untyped,
    "beneficiary": _beneficiary,
}
