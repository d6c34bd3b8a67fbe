"""What stands round a page for the printer: crop marks, registration targets, a line of words.

All of it is outside the bleed, in the ink of every plate, and no part of what the page says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from aula_reports.geometry import Path, circle, line, mm
from aula_reports.typeset.galley import Point
from aula_reports.typeset.pages import Book, Page, Pen, ShapeThing, Sheet, TextThing, Thing
from aula_reports.typeset.runs import LineSpan, SetLine

# From the drawn bleed to the marks, their length, and the white round all of it.
_GAP, _LENGTH, _EDGE = mm(1), mm(5), mm(3)
_TARGET = mm(1.8)
_WEIGHT = 0.25


def with_press_marks(book: Book, ink: str, slug: Callable[[Page], SetLine]) -> Book:
    """Put marks round every page; `slug` sets the words that stand under it."""
    sheet = book.sheet
    marks = tuple(_marks(sheet, ink))
    wider = replace(sheet, slug=_GAP + _LENGTH + _EDGE)
    pages = tuple(
        replace(page, things=(*page.things, *marks, _words(slug(page), sheet, ink)))
        for page in book.pages
    )
    return replace(book, sheet=wider, pages=pages)


def _marks(sheet: Sheet, ink: str) -> Iterator[Thing]:
    pen = Pen(ink, _WEIGHT)
    strokes = [part for path in _crops(sheet) for part in path]
    strokes += [part for at in _middles(sheet) for path in _target(at) for part in path]
    yield ShapeThing(None, tuple(strokes), pen=pen)


def _crops(sheet: Sheet) -> Iterator[Path]:
    """Draw two strokes at each corner, along the edges of the trim."""
    near, far = sheet.bleed + _GAP, sheet.bleed + _GAP + _LENGTH
    for x in (0.0, sheet.width):
        yield line(x, -far, x, -near)
        yield line(x, sheet.height + near, x, sheet.height + far)
    for y in (0.0, sheet.height):
        yield line(-far, y, -near, y)
        yield line(sheet.width + near, y, sheet.width + far, y)


def _middles(sheet: Sheet) -> Iterator[Point]:
    away = sheet.bleed + _GAP + _LENGTH / 2
    yield sheet.width / 2, -away
    yield sheet.width / 2, sheet.height + away
    yield -away, sheet.height / 2
    yield sheet.width + away, sheet.height / 2


def _target(at: Point) -> Iterator[Path]:
    x, y = at
    reach = _LENGTH / 2
    yield circle(x, y, _TARGET)
    yield line(x - reach, y, x + reach, y)
    yield line(x, y - reach, x, y + reach)


def _words(words: SetLine, sheet: Sheet, ink: str) -> TextThing:
    """Lay the slug line at the left, between the crop marks of the foot."""
    spans = tuple(replace(span, ink=ink) for span in words.spans if isinstance(span, LineSpan))
    return TextThing(None, mm(5), -sheet.bleed - _GAP - _LENGTH / 2, spans)
