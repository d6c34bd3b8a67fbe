"""The time spent on actions: long labels, one axis, bars, and the same figures as a real table.

The labels are set by us and the bars drawn by a charter; both are laid row by row, so that what is
printed at a bar is the cell of a table that follows the Figure: nothing is said twice, nothing is
hidden. A chart that passes its page goes on under its head « (suite) », at the same scale; each
page has a Figure of its own, since a figure's box bounds one page, and its own Table after it.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from aula_reports.compose.blocks import TimeBar, TimeChart
from aula_reports.compose.time_words import chart_alt, days_or_none
from aula_reports.geometry import mm
from aula_reports.typeset.blocks.head import BLANK, open_plain_page
from aula_reports.typeset.blocks.ruled_head import (
    head_again_depth,
    head_depth,
    lay_head_again,
    lay_ruled_head,
)
from aula_reports.typeset.blocks.time_callouts import (
    lay_callouts,
    lay_callouts_page,
    lay_picture_page,
    least_lines_under,
    need_a_page,
    remark_lines,
)
from aula_reports.typeset.chart_plans import Bar, BarChart, ChartLabel
from aula_reports.typeset.charts import lay_part_texts, lay_paths, measured
from aula_reports.typeset.flow import Entry, break_pages, run_on
from aula_reports.typeset.furniture import Hue
from aula_reports.typeset.galley import Galley
from aula_reports.typeset.maker import PageMaker
from aula_reports.typeset.pages import Pen

_LABEL_COLUMNS = 5
_LABEL_INSET = mm(2)
_PART_GAP = mm(0.6)
# White between rows: over call-outs, and alone on a page, where it may grow until rows fall apart.
_ROW_GAP, _LEAST_ROW_GAP, _LARGEST_ROW_GAP, _WIDEST_ROW_GAP = mm(4.3), mm(3.4), mm(5.2), mm(11)

# Pages that face each other.
_PAIR = 2

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


class _Plan(Struct, frozen=True):
    """The rows of a chart, how they share out over pages, and the white between them."""

    rows: Sequence[_Row]
    pages: Sequence[range]
    gap: float

    @property
    def last(self) -> float:
        """From the first baseline of a chart of one page to its last one."""
        if not self.rows:
            return 0.0
        gaps = self.gap * (len(self.rows) - 1)
        return sum(row.height for row in self.rows) + gaps - self.rows[-1].parts[-1].leading


class _Scale(Struct, frozen=True):
    """Where the axis stands on a page; how long bars are, which is the same on all pages."""

    axis_x: float
    width: float
    upper: float
    hue: Hue


def lay_time_chart(block: TimeChart, maker: PageMaker) -> None:
    """Lay the chart over as many pages as it takes, then its call-outs where there is room.

    Chart and call-outs that fill two pages face each other: the picture stands alone before them,
    or else a white page.
    """
    plan = _planned(block, maker)
    must_wait = maker.page_number and maker.next_is_recto and _is_a_pair(block, maker, plan)
    if must_wait and block.picture:
        lay_picture_page(replace(block, remark=()), maker)
        block = replace(block, picture=None, picture_caption=())
        _lay_bars(block, maker, plan)
        lay_callouts_page(block, maker)
        return
    if must_wait:
        maker.open_page(BLANK)
    lay_callouts(block, maker, _lay_bars(block, maker, plan))


def wants_a_spread(block: TimeChart, maker: PageMaker) -> bool:
    """Say whether a chart needs two facing pages, and so a verso to start on."""
    return _is_a_pair(block, maker, _planned(block, maker))


def _planned(block: TimeChart, maker: PageMaker) -> _Plan:
    measure = maker.grid.columns(_LABEL_COLUMNS) - _LABEL_INSET
    rows = [_row(bar, maker, measure) for bar in block.bars]
    gap, pages = _share_out(block, maker, rows, _first_line(block, maker))
    return _Plan(rows, pages, gap)


def _lay_bars(block: TimeChart, maker: PageMaker, plan: _Plan) -> float:
    """Lay all pages of a chart; return the line of its last label."""
    ink, line = maker.hue(block.axis).full, _first_line(block, maker)
    open_plain_page(maker)
    _lay_opening(block, maker, lay_ruled_head(block.head, maker, ink))
    for number, page in enumerate(plan.pages):
        if number:
            open_plain_page(maker)
            lay_head_again(block.head, maker, ink)
            line = _FIRST_LINE + head_again_depth(block.head, maker)
        rows = plan.rows[page.start : page.stop]
        alt = chart_alt([row.bar for row in rows], number + 1, len(plan.pages))
        chart = _ChartPage(maker, _scale(block, maker), alt)
        line = chart.lay(rows, maker.y(line), plan.gap)
    return line


def _row(bar: TimeBar, maker: PageMaker, measure: float) -> _Row:
    style = "chart-label-strong" if bar.stands_out else "chart-label"
    return _Row(bar, tuple(maker.set(part, style, measure) for part in bar.lines))


def _first_line(block: TimeChart, maker: PageMaker) -> float:
    """The line of the first label, under the head and the note over the bars."""
    lower = head_depth(block.head, maker)
    if not block.note:
        return _FIRST_LINE + lower
    return _NOTE_LINE + lower + len(_note(block, maker).lines) - 1 + _NOTE_STEP


def _note(block: TimeChart, maker: PageMaker) -> Galley:
    count = maker.layout.grid.columns - _LABEL_COLUMNS
    return maker.set(block.note, "list-item", maker.grid.columns(count))


def _lay_opening(block: TimeChart, maker: PageMaker, lower: float) -> None:
    """Lay the note over the bars."""
    if block.note:
        at = (maker.column(_LABEL_COLUMNS + 1), maker.y(_NOTE_LINE + lower))
        maker.text(maker.node("P"), at, _note(block, maker))


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
    over, alone = (max(under, tail), _LARGEST_ROW_GAP), (tail, _WIDEST_ROW_GAP)
    for lines, widest in (over, alone) if under else (alone,):
        gap = _even_gap(rows, room - lines * maker.grid.pitch)
        if gap >= _LEAST_ROW_GAP:
            return min(gap, widest), [range(len(rows))]
    entries = [Entry(row.height, gap=_ROW_GAP, says=row.parts[0].rich) for row in rows]
    entries[-1] = replace(entries[-1], height=rows[-1].height + tail * maker.grid.pitch)
    again = _FIRST_LINE + head_again_depth(block.head, maker)
    rooms = (room, room + (line - again) * maker.grid.pitch)
    return _ROW_GAP, break_pages(entries, run_on(*rooms))


def _even_gap(rows: Sequence[_Row], room: float) -> float:
    """Give the white that spreads rows over a room."""
    heights = sum(row.height for row in rows)
    return (room - heights) / max(len(rows) - 1, 1)


def _is_a_pair(block: TimeChart, maker: PageMaker, plan: _Plan) -> bool:
    """Say whether the chart and its call-outs fill two pages, which must face each other."""
    if len(plan.pages) != 1:
        return len(plan.pages) == _PAIR and not block.callouts
    return need_a_page(block, maker, _first_line(block, maker) + plan.last / maker.grid.pitch)


# --------------------------------------------------------------------------- one page


def _scale(block: TimeChart, maker: PageMaker) -> _Scale:
    """Find the longest width at which every bar has its figure inside the type area."""
    x = maker.column(_LABEL_COLUMNS + 1)
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
