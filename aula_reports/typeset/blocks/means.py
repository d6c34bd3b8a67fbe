"""The means: bands of figures, each with its label and note in the margin and a chart at its foot.

A band that the programme is silent on leaves neither rule nor white. Where bands are too long for
a page, their rows draw together; the bands that still do not fit go on to the next page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from msgspec import Struct

from aula_reports.compose.blocks import Means, MoneyBand, StaffBand, TrainingBand
from aula_reports.compose.inline import RichText
from aula_reports.geometry import mm
from aula_reports.typeset.blocks.head import lay_title, open_plain_page, opening_line
from aula_reports.typeset.blocks.hung import cap_top, hang_rule
from aula_reports.typeset.blocks.means_charts import Chart, MoneyChart, StaffChart, TrainingChart
from aula_reports.typeset.columns import RUN_ON_LINE
from aula_reports.typeset.display import lay_display
from aula_reports.typeset.flow import Entry, break_pages, run_on
from aula_reports.typeset.galley import Galley
from aula_reports.typeset.maker import PageMaker

_MARGIN_COLUMNS, _NOTE_INDENT = 4, mm(6)
_FIGURE_COLUMN, _FIGURE_COLUMNS = 5, 8
# Where words beside a figure may begin; they go under it where it is wider.
_BESIDE = (7, 9)
_FIGURE_GAP = mm(3)
# Lines of a band, from that of its rule.
_LABEL, _NOTE, _FIGURE, _TEXT_UNDER = 1.0, 3.0, 4.0, 6.0
_BESIDE_LINES = 3
_TO_CHART = 2.5
_BETWEEN_BANDS = 2.6
# How far apart the rows of charts are, in lines: the widest that the page holds.
_ROW_STEPS = (1.5, 1.25, 1.0)


class _Band(Struct, frozen=True):
    """A band, set; `text_line` and `height` in lines from that of its rule."""

    title: Galley
    note: Galley
    figure: RichText
    figure_style: str
    text: Galley
    text_column: int
    text_line: float
    chart: Chart
    chart_line: float
    height: float


def lay_means(block: Means, maker: PageMaker) -> None:
    """Lay the head and every band that there is."""
    open_plain_page(maker)
    lay_title(block.head, maker)
    first, last = opening_line(maker), float(maker.layout.grid.lines)
    bands = _fitted(block, maker, last - first)
    rooms = (last - first, last - RUN_ON_LINE)
    entries = [Entry(band.height, gap=_BETWEEN_BANDS, says=band.title.rich) for band in bands]
    pages = break_pages(entries, run_on(*rooms), last_white=0.0)
    for number, page in enumerate(pages):
        if number:
            open_plain_page(maker)
        line = RUN_ON_LINE if number else first
        for index in page:
            _lay_band(bands[index], maker, line)
            line = _next_band(line, bands[index])


def _next_band(line: float, band: _Band) -> float:
    """The line of the rule after a band: a whole one, so that bands stand on the grid."""
    return ceil(line + band.height + _BETWEEN_BANDS)


def _fitted(block: Means, maker: PageMaker, room: float) -> list[_Band]:
    """Set the bands with the widest rows that one page holds; else with those that bands bear."""
    trials = [list(_set_bands(block, maker, step)) for step in _ROW_STEPS]
    together = (bands for bands in trials if _depth(bands) <= room)
    apart = (bands for bands in trials if all(band.height <= room for band in bands))
    return next(together, next(apart, trials[-1]))


def _depth(bands: Sequence[_Band]) -> float:
    """Lines from the first rule to the foot of the last band."""
    line = 0.0
    for band in bands[:-1]:
        line = _next_band(line, band)
    return line + bands[-1].height if bands else 0.0


def _set_bands(block: Means, maker: PageMaker, step: float) -> Iterator[_Band]:
    if block.money:
        yield _set_band(block.money, MoneyChart(block.money, step), maker)
    if block.staff:
        yield _set_band(block.staff, StaffChart(block.staff), maker)
    if block.training:
        yield _set_band(block.training, TrainingChart(block.training), maker)


def _set_band(band: MoneyBand | StaffBand | TrainingBand, chart: Chart, maker: PageMaker) -> _Band:
    style = _figure_style(band.figure, maker)
    column = _text_column(band.figure, style, maker)
    text = maker.set(band.text, "listed", _width_from(column, maker))
    text_line = _text_line(text, column)
    head = max(_FIGURE, text_line + len(text.lines) - 1)
    note = maker.set(band.note, "small-nuit", maker.grid.columns(_MARGIN_COLUMNS) - _NOTE_INDENT)
    chart_line, chart_height = head + _TO_CHART, chart.height(maker)
    ends = (head, _note_end(note, maker), chart_line + chart_height if chart_height else 0.0)
    return _Band(
        title=maker.set(band.title, "caps-label", maker.grid.columns(_MARGIN_COLUMNS)),
        note=note,
        figure=band.figure,
        figure_style=style,
        text=text,
        text_column=column,
        text_line=text_line,
        chart=chart,
        chart_line=chart_line,
        height=max(ends),
    )


def _text_line(text: Galley, column: int) -> float:
    """Words beside the figure end on its baseline, or begin just under its top."""
    if column == _FIGURE_COLUMN:
        return _TEXT_UNDER if text.lines else 0.0
    return _FIGURE + 1 - min(len(text.lines), _BESIDE_LINES)


def _note_end(note: Galley, maker: PageMaker) -> float:
    if not note.lines:
        return 0.0
    return _NOTE + note.drop / maker.grid.pitch


def _figure_style(figure: RichText, maker: PageMaker) -> str:
    """The largest size in which the figure fits its columns."""
    fits = maker.setter.width(figure, "figure-large") <= maker.grid.columns(_FIGURE_COLUMNS)
    return "figure-large" if fits else "figure-layer"


def _text_column(figure: RichText, style: str, maker: PageMaker) -> int:
    """The first column that leaves white after the figure; else the figure's own, under it."""
    end = maker.grid.column(_FIGURE_COLUMN) + maker.setter.width(figure, style) + _FIGURE_GAP
    beside = (column for column in _BESIDE if maker.grid.column(column) >= end)
    return next(beside, _FIGURE_COLUMN)


def _width_from(column: int, maker: PageMaker) -> float:
    return maker.grid.columns(maker.layout.grid.columns - column + 1)


def _lay_band(band: _Band, maker: PageMaker, line: float) -> None:
    """Lay a band from the line of its rule, whose top is that of the line's capitals."""
    hang_rule(maker, maker.left, cap_top(maker, line), maker.grid.measure)
    maker.text(maker.node("H2"), (maker.left, maker.y(line + _LABEL)), band.title)
    x = maker.column(_FIGURE_COLUMN)
    node = maker.node("P")
    lay_display(maker, node, (x, maker.y(line + _FIGURE)), band.figure, band.figure_style)
    at = (maker.column(band.text_column), maker.y(line + band.text_line))
    if band.text.lines:
        maker.text(node, at, band.text)
    band.chart.lay(maker, line + band.chart_line)
    if band.note.lines:
        maker.text(maker.node("P"), (maker.left, maker.y(line + _NOTE)), band.note)
