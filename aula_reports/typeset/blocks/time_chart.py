"""The time spent on actions: long labels, one axis, bars, and the same figures as a real table.

The labels are set by us and the bars drawn by a charter; both are laid row by row, so that what is
printed at a bar is the cell of a table that follows the Figure: nothing is said twice, nothing is
hidden. A chart that passes its page goes on under its head « (suite) », at the same scale; each
page has a Figure of its own, since a figure's box bounds one page, and its own Table after it.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from aula_reports.compose.blocks import TimeBar, TimeChart
from aula_reports.compose.inline import plain
from aula_reports.compose.time_words import chart_alt, days_or_none
from aula_reports.geometry import mm
from aula_reports.typeset.blocks.head import open_plain_page
from aula_reports.typeset.blocks.ruled_head import (
    head_again_depth,
    lay_head_again,
    lay_ruled_head,
)
from aula_reports.typeset.blocks.time_callouts import (
    lay_callouts,
    least_lines_under,
    remark_lines,
)
from aula_reports.typeset.chart_plans import Bar, BarChart, ChartLabel
from aula_reports.typeset.charts import lay_part_texts, lay_paths, measured
from aula_reports.typeset.flow import Entry, break_pages, run_on
from aula_reports.typeset.furniture import Hue
from aula_reports.typeset.galley import Galley
from aula_reports.typeset.maker import PageMaker
from aula_reports.typeset.pages import Pen

_LABEL_COLUMNS, _LONG_LABEL_COLUMNS = 5, 6
_LONG_LABEL = 200
_LABEL_INSET = mm(2)
_PART_GAP = mm(0.6)
_ROW_GAP, _LEAST_ROW_GAP, _LARGEST_ROW_GAP = mm(4.3), mm(3.4), mm(5.2)

_NOTE_LINE = 6.0
_FIRST_LINE = 9.0
_NOTE_STEP = 3.0

_BAR = mm(2.5)
_BAR_GAP = mm(1.6)
_AXIS_WIDTH = 0.5
# How far the axis passes the capitals of the first row and the baseline of the last.
_AXIS_RISE, _AXIS_DROP = mm(1.8), mm(2.4)


class _Row(Struct, frozen=True):
    """One bar with its set label: as high as the lines of its parts and the gaps between them."""

    bar: TimeBar
    parts: tuple[Galley, ...]

    @property
    def height(self) -> float:
        return sum(part.height for part in self.parts) + _PART_GAP * (len(self.parts) - 1)


class _Scale(Struct, frozen=True):
    """Where the axis stands on a page; how long bars are, which is the same on all pages."""

    axis_x: float
    width: float
    upper: float
    hue: Hue


def lay_time_chart(block: TimeChart, maker: PageMaker) -> None:
    """Lay the chart over as many pages as it takes, then its call-outs where there is room."""
    columns = _label_columns(block.bars)
    rows = [_row(bar, maker, maker.grid.columns(columns) - _LABEL_INSET) for bar in block.bars]
    ink = maker.hue(block.axis).full
    open_plain_page(maker)
    line = _lay_opening(block, maker, columns, lay_ruled_head(block.head, maker, ink))
    gap, pages = _share_out(block, maker, rows, line)
    for number, page in enumerate(pages):
        if number:
            open_plain_page(maker)
            lay_head_again(block.head, maker, ink)
            line = _FIRST_LINE + head_again_depth(block.head, maker)
        alt = chart_alt([row.bar for row in rows[page.start : page.stop]], number + 1, len(pages))
        chart = _ChartPage(maker, _scale(block, maker, columns), alt)
        line = chart.lay(rows[page.start : page.stop], maker.y(line), gap)
    lay_callouts(block, maker, line)


def _label_columns(bars: Sequence[TimeBar]) -> int:
    longest = max((sum(len(plain(part)) for part in bar.lines) for bar in bars), default=0)
    return _LONG_LABEL_COLUMNS if longest > _LONG_LABEL else _LABEL_COLUMNS


def _row(bar: TimeBar, maker: PageMaker, measure: float) -> _Row:
    style = "chart-label-strong" if bar.stands_out else "chart-label"
    return _Row(bar, tuple(maker.set(part, style, measure) for part in bar.lines))


def _lay_opening(block: TimeChart, maker: PageMaker, columns: int, lower: float) -> float:
    """Lay the note over the bars; return the line of the first label."""
    if not block.note:
        return _FIRST_LINE + lower
    count = maker.layout.grid.columns
    galley = maker.set(block.note, "list-item", maker.grid.columns(count - columns))
    line = _NOTE_LINE + lower
    maker.text(maker.node("P"), (maker.column(columns + 1), maker.y(line)), galley)
    return line + len(galley.lines) - 1 + _NOTE_STEP


# --------------------------------------------------------------------------- pages


def _share_out(
    block: TimeChart, maker: PageMaker, rows: Sequence[_Row], line: float
) -> tuple[float, list[range]]:
    """Choose the white between rows, and the rows of each page.

    One page is best, the call-outs under its chart if that only costs white; else pages in equal
    shares.
    """
    if not rows:
        return _ROW_GAP, []
    # A row's height ends one leading under its last baseline, which may stand on the last line.
    leading = rows[-1].parts[-1].leading
    room = (maker.layout.grid.lines - line) * maker.grid.pitch + leading
    under = 0.0 if block.picture else least_lines_under(block, maker)
    tail = 0.0 if block.callouts else remark_lines(block, maker)
    for lines in (max(under, tail), tail):
        gap = _even_gap(rows, room - lines * maker.grid.pitch)
        if gap >= _LEAST_ROW_GAP:
            return min(gap, _LARGEST_ROW_GAP), [range(len(rows))]
    entries = [Entry(row.height, gap=_ROW_GAP) for row in rows]
    entries[-1] = Entry(rows[-1].height + tail * maker.grid.pitch, gap=_ROW_GAP)
    again = _FIRST_LINE + head_again_depth(block.head, maker)
    rooms = (room, room + (line - again) * maker.grid.pitch)
    return _ROW_GAP, break_pages(entries, run_on(*rooms))


def _even_gap(rows: Sequence[_Row], room: float) -> float:
    """Give the white that spreads rows over a room."""
    heights = sum(row.height for row in rows)
    return (room - heights) / max(len(rows) - 1, 1)


# --------------------------------------------------------------------------- one page


def _scale(block: TimeChart, maker: PageMaker, columns: int) -> _Scale:
    """Find the longest width at which every bar has its figure inside the type area."""
    x = maker.column(columns + 1)
    room = maker.left + maker.grid.measure - x - _BAR_GAP
    hue = maker.hue(block.axis)
    upper = max((bar.days or 0.0 for bar in block.bars), default=0.0)
    if not upper:
        return _Scale(x, room, 1.0, hue)
    return _Scale(x, min(_widths(block, maker, room, upper, hue)), upper, hue)


def _widths(block: TimeChart, maker: PageMaker, room: float, upper: float, hue: Hue) -> list[float]:
    labels = [(bar.days, _label(bar, hue)) for bar in block.bars if bar.days]
    return [
        (room - maker.setter.width(label.words, label.style)) * upper / number
        for number, label in labels
    ]


def _label(bar: TimeBar, hue: Hue) -> ChartLabel:
    words = days_or_none(bar.days)
    if bar.days is None:
        return ChartLabel(words, "chart-missing", "nuit-80")
    if bar.stands_out:
        return ChartLabel(words, "chart-value-strong", hue.full)
    return ChartLabel(words, "small-bold", "nuit")


class _ChartPage:
    """The part of a chart that stands on one page."""

    def __init__(self, maker: PageMaker, scale: _Scale, alt: str) -> None:
        self._maker, self._scale, self._alt = maker, scale, alt
        self._cap = maker.setter.cap_height("chart-label")

    def lay(self, rows: Sequence[_Row], top: float, gap: float) -> float:
        """Lay rows from a first baseline; return the line of the last one."""
        tops = [top]
        for row in rows:
            tops.append(tops[-1] - row.height - gap)
        maker = self._maker
        last = tops[-1] + gap + rows[-1].parts[-1].leading
        self._lay_rows(rows, tops, last - _AXIS_DROP)
        return (maker.y(0) - last) / maker.grid.pitch

    def _lay_rows(self, rows: Sequence[_Row], tops: Sequence[float], foot: float) -> None:
        maker = self._maker
        corner = (self._scale.axis_x, foot)
        chart = self._chart(rows, [top - foot for top in tops])
        drawing = maker.workshop.charter(chart, measured(maker))
        lay_paths(drawing, maker, maker.node("Figure", alt=self._alt), corner)
        table = maker.node("Table")
        for part, (row, top) in enumerate(zip(rows, tops, strict=False)):
            line = maker.node("TR", table)
            head = maker.node("TH", line, scope="Row")
            self._lay_label(row, head, top)
            value = maker.node("TD", line, headers=(head,))
            lay_part_texts(drawing, maker, value, corner, part)

    def _chart(self, rows: Sequence[_Row], tops: Sequence[float]) -> BarChart:
        scale = self._scale
        bars = [self._bar(row.bar, top) for row, top in zip(rows, tops, strict=False)]
        return BarChart(
            width=scale.width,
            height=tops[0] + self._cap + _AXIS_RISE,
            upper=scale.upper,
            bars=tuple(bars),
            axis=Pen(scale.hue.full, _AXIS_WIDTH),
            gap=_BAR_GAP,
        )

    def _bar(self, bar: TimeBar, top: float) -> Bar:
        hue = self._scale.hue
        ink = hue.full if bar.stands_out else hue.mid
        return Bar(top + self._cap / 2, _BAR, bar.days or 0.0, ink, _label(bar, hue))

    def _lay_label(self, row: _Row, cell: int, y: float) -> None:
        maker = self._maker
        for galley in row.parts:
            node = maker.node("P", cell) if len(row.parts) > 1 else cell
            ink = self._scale.hue.full if row.bar.stands_out else ""
            y = maker.text(node, (maker.left, y), galley, ink=ink) - _PART_GAP
