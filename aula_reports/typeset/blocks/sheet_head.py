"""The head of an action sheet: heavy rule, number, title, subtitles; and its « suite »."""

from __future__ import annotations

from math import ceil

from msgspec import Struct

from aula_reports.compose.blocks import Sheet
from aula_reports.compose.inline import Words
from aula_reports.geometry import mm
from aula_reports.typeset.blocks.ruled_head import SUITE_OF_HEAD, lay_heavy_rule
from aula_reports.typeset.display import lay_display
from aula_reports.typeset.furniture import Hue
from aula_reports.typeset.galley import Galley
from aula_reports.typeset.maker import PageMaker

TEXT_COLUMN = 5
TEXT_COLUMNS = 8
# The baseline of the title's first line, under the sheet's.
_TITLE_BASE = 2.5
_SUBTITLE_GAP = 1.25
# From the last baseline of the head to the first of the text.
_TO_TEXT = 3.0
_LEAST_HEIGHT = 5.0
_SUITE_SPACE = mm(1.2)


class SheetHead(Struct, frozen=True):
    """A head, set. Heights, in lines, go from the sheet's top to the line before its text."""

    sheet: Sheet
    title: Galley
    subtitles: tuple[Galley, ...]
    suite: Galley
    suite_at: tuple[float, float]
    height: float
    suite_height: float


def set_sheet_head(sheet: Sheet, maker: PageMaker) -> SheetHead:
    """Set the title and subtitles on the columns of the text, and measure them."""
    width = maker.grid.columns(TEXT_COLUMNS)
    title = maker.set(sheet.title, "sheet-title", width)
    subtitles = tuple(maker.set(line, "sheet-subtitle", width) for line in sheet.subtitle)
    suite = maker.set((SUITE_OF_HEAD,), "sheet-title", width)
    suite_at = _suite_at(title, suite, width)
    last = _TITLE_BASE + title.drop / maker.grid.pitch
    suite_last = _TITLE_BASE + (title.drop + suite_at[1]) / maker.grid.pitch
    if subtitles:
        last += _SUBTITLE_GAP + sum(len(galley.lines) for galley in subtitles) - 1
    return SheetHead(
        sheet, title, subtitles, suite, suite_at, _text_after(last), _text_after(suite_last)
    )


def _suite_at(title: Galley, suite: Galley, width: float) -> tuple[float, float]:
    """Place « (suite) » behind the title's last line, which breaks as it did, or else under it."""
    end = title.lines[-1].width + _SUITE_SPACE if title.lines else 0.0
    return (end, 0.0) if end + suite.width <= width else (0.0, title.leading)


def _text_after(last: float) -> float:
    """The whole line before the text, whose first baseline is one line lower."""
    return max(ceil(last + _TO_TEXT) - 1.0, _LEAST_HEIGHT)


def lay_sheet_head(head: SheetHead, maker: PageMaker, hue: Hue, line: float) -> None:
    """Lay the head from a line on; the title is a heading and an anchor."""
    lay_heavy_rule(maker, hue.full, line)
    y = maker.y(line + _TITLE_BASE)
    node = maker.heading(2, head.sheet.title, head.sheet.anchor, maker.y(line))
    number = (Words(f"{head.sheet.number} "),)
    lay_display(maker, node, (maker.left, y), number, "sheet-number", ink=hue.full)
    x = maker.column(TEXT_COLUMN)
    maker.text(node, (x, y), head.title)
    y -= head.title.drop + _SUBTITLE_GAP * maker.grid.pitch
    for galley in head.subtitles:
        y = maker.text(maker.node("P"), (x, y), galley)


def lay_suite_head(head: SheetHead, maker: PageMaker, hue: Hue, line: float) -> None:
    """Repeat number and title over a further page of the sheet: an artifact."""
    lay_heavy_rule(maker, hue.full, line)
    y = maker.y(line + _TITLE_BASE)
    number = (Words(head.sheet.number),)
    lay_display(maker, None, (maker.left, y), number, "sheet-number", ink=hue.full)
    x, (right, lower) = maker.column(TEXT_COLUMN), head.suite_at
    maker.text(None, (x, y), head.title)
    maker.text(None, (x + right, y - head.title.drop - lower), head.suite)
