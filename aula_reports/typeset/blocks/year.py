"""The year in figures: large numbers, a strip with one stroke an action, the main new actions."""

from __future__ import annotations

from collections.abc import Sequence

from aula_reports.compose.blocks import (
    ActionTick,
    AxisTicks,
    Figure,
    HighlightColumn,
    HighlightLine,
    YearInFigures,
)
from aula_reports.compose.inline import Words, restyled
from aula_reports.geometry import Rect, mm, rectangle
from aula_reports.typeset.blocks.head import lay_head, open_plain_page
from aula_reports.typeset.display import lay_display
from aula_reports.typeset.maker import PageMaker
from aula_reports.typeset.pages import ShapeThing

_FIGURE_LINE = 13.5
_LABEL_LINE = 15
_STRIP_BASE = 22
_NOTE_LINE = 25
_HIGHLIGHT_RULE = 28
_HIGHLIGHT_TITLE = 30
_COLUMN_NUMERAL = 35.5

_STROKE_HEIGHT = mm(6.4)
_NEW_STROKE_HEIGHT = mm(9)
_STROKE_SHARE = 0.64
_AXIS_GAP = mm(4)
_STAR_SIZE = mm(1.7)
_BULLET_SIZE = mm(2)


def lay_year(block: YearInFigures, maker: PageMaker) -> None:
    """Lay figures, strip and highlights on one page."""
    open_plain_page(maker)
    lay_head(block.head, maker)
    _lay_figures(block.figures, maker)
    _lay_strip(block, maker)
    if block.note:
        galley = maker.set(block.note, "caption", maker.grid.columns(9))
        maker.text(maker.node("P"), (maker.left, maker.y(_NOTE_LINE)), galley)
    if block.highlights:
        _lay_highlights(block, maker)


def _lay_figures(figures: Sequence[Figure], maker: PageMaker) -> None:
    span = maker.layout.grid.columns // max(len(figures), 4)
    for number, figure in enumerate(figures):
        x = maker.column(1 + number * span)
        style = "key-figure-new" if figure.is_new else "key-figure"
        node = maker.node("P")
        lay_display(maker, node, (x, maker.y(_FIGURE_LINE)), (Words(figure.number),), style)
        galley = maker.set(figure.label, "text-small-nuit", maker.grid.columns(span))
        maker.text(maker.node("P"), (x, maker.y(_LABEL_LINE)), galley)


# --------------------------------------------------------------------------- strip


def _lay_strip(block: YearInFigures, maker: PageMaker) -> None:
    total = sum(len(strip.ticks) for strip in block.strips)
    if not total:
        return
    pitch = (maker.grid.measure - _AXIS_GAP * (len(block.strips) - 1)) / total
    figure = maker.node("Figure", alt=block.strip_alt)
    starts = _starts(block.strips, maker.left, pitch)
    for strip, x in zip(block.strips, starts, strict=True):
        _lay_strokes(strip.ticks, maker, figure, x, pitch)
    for strip, x in zip(block.strips, starts, strict=True):
        _lay_strip_label(strip, maker, x, pitch)


def _starts(strips: Sequence[AxisTicks], left: float, pitch: float) -> list[float]:
    starts = [left]
    for strip in strips[:-1]:
        starts.append(starts[-1] + len(strip.ticks) * pitch + _AXIS_GAP)
    return starts


def _lay_strokes(
    ticks: Sequence[ActionTick], maker: PageMaker, figure: int, x: float, pitch: float
) -> None:
    base = maker.y(_STRIP_BASE)
    width = min(pitch * _STROKE_SHARE, mm(4))
    for number, tick in enumerate(ticks):
        centre = x + (number + 0.5) * pitch
        height = _NEW_STROKE_HEIGHT if tick.is_new else _STROKE_HEIGHT
        box = Rect(centre - width / 2, base, width, height)
        ink = "brique" if tick.is_new else "nuit-30"
        maker.put(ShapeThing(figure, rectangle(box), fill=ink))
        if tick.is_new:
            star_x = centre - _STAR_SIZE / 2
            maker.mark(figure, "star", star_x, base + height + mm(0.8), _STAR_SIZE)


def _lay_strip_label(strip: AxisTicks, maker: PageMaker, x: float, pitch: float) -> None:
    base = maker.y(_STRIP_BASE)
    maker.rule(x, base - mm(1.4), max(len(strip.ticks) * pitch, mm(1)))
    node = maker.node("P")
    y = maker.y(_STRIP_BASE + 1.25) - mm(0.4)
    width = maker.line(node, (x, y), strip.label, "label-small")
    maker.line(node, (x + width + mm(0.8), y), strip.detail, "caption-nuit")


# --------------------------------------------------------------------------- highlights


def _lay_highlights(block: YearInFigures, maker: PageMaker) -> None:
    rule = maker.y(_HIGHLIGHT_RULE)
    maker.rule(maker.left, rule, maker.grid.measure, weight=0.4, ink="nuit-30")
    y = maker.y(_HIGHLIGHT_TITLE)
    maker.line(maker.node("H2"), (maker.left, y), block.highlights_title, "section-title")
    abreast = min(max(len(block.highlights), 3), 4)
    line = _COLUMN_NUMERAL
    for first in range(0, len(block.highlights), abreast):
        row = block.highlights[first : first + abreast]
        line = _lay_row(row, maker, line, maker.layout.grid.columns // abreast)


def _lay_row(row: Sequence[HighlightColumn], maker: PageMaker, line: float, span: int) -> float:
    lowest = line
    for number, column in enumerate(row):
        x = maker.column(1 + number * span)
        lowest = max(lowest, _lay_column(column, maker, x, line, maker.grid.columns(span)))
    return lowest + 4


def _lay_column(
    column: HighlightColumn, maker: PageMaker, x: float, line: float, width: float
) -> float:
    heading = maker.node("H3")
    lay_display(maker, heading, (x, maker.y(line)), (Words(column.numeral),), "key-figure")
    title = maker.set(column.title, "column-title", width)
    maker.text(heading, (x, maker.y(line + 2)), title)
    y_line = line + 3 + max(len(title.lines), 2)
    items = maker.node("L")
    for entry in column.lines:
        y_line += _lay_highlight(entry, maker, items, x, y_line, width) + 0.5
    return y_line


def _lay_highlight(
    entry: HighlightLine, maker: PageMaker, items: int, x: float, line: float, width: float
) -> int:
    inset = mm(4)
    numbers = restyled(entry.numbers, "caption")
    galley = maker.set((*entry.text, Words(" "), *numbers), "list-item", width - inset)
    y = maker.y(line)
    maker.mark(None, "star", x, y - _BULLET_SIZE * 0.07, _BULLET_SIZE)
    maker.text(maker.node("LBody", maker.node("LI", items)), (x + inset, y), galley)
    return len(galley.lines)
