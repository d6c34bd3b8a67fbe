"""Pages of running text on eight columns, with a margin beside it and a strip at the foot."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import ceil

from aula_reports.compose.blocks import AxisSummary, Colophon, ItemList, TextPage, Timeline
from aula_reports.compose.inline import Words, plain
from aula_reports.geometry import Rect, circle, line, mm
from aula_reports.typeset.blocks.head import lay_head, lay_title, open_plain_page
from aula_reports.typeset.blocks.hung import cap_top, hang_rule
from aula_reports.typeset.display import lay_display
from aula_reports.typeset.fitting import RunningText, even, fitted, stretches_of
from aula_reports.typeset.flow import run_on
from aula_reports.typeset.galley import Galley
from aula_reports.typeset.maker import PageMaker
from aula_reports.typeset.notes import NotePart
from aula_reports.typeset.pages import ImageThing, Pen, ShapeThing
from aula_reports.typeset.prose import (
    Column,
    ProseLine,
    columns_of,
    has_notes,
    height_of,
    lay_columns,
    lay_lines,
    set_prose,
    with_parted_notes,
)

_TEXT_COLUMNS = 8
_STANDFIRST_COLUMNS = 11
_MARGIN_COLUMN = 10
_STANDFIRST_LINE = 12
# Lines from the standfirst's last baseline to the text's first.
_STANDFIRST_GAP = 4.5
# The strip of axes: its rule, the baseline of its numerals, the last line left to the text.
_STRIP_RULE = 52
_STRIP_BASE = 56
_TEXT_END_OVER_STRIP = 50
_STEP = 2.5
# Lines from a picture's foot to the text under its caption.
_PICTURE_TO_TEXT = 4
# Lists of terms: their entries stand apart by half a line more where one page holds them so, the
# text's first line following the standfirst more closely.
_TERM_GAP = 0.5
_STANDFIRST_TO_TERMS = 3
# Lines from a head's rule to the first of columns under it.
_RULE_TO_COLUMNS = 2


def lay_text_page(block: TextPage, maker: PageMaker) -> None:
    """Lay a text over as many pages as it takes; margin and strip stand on the first."""
    if _is_glossary(block) and _lay_glossary(block, maker):
        return
    lines = set_prose(maker, block.prose, maker.grid.columns(_TEXT_COLUMNS))
    open_plain_page(maker)
    lay_head(block.head, maker)
    first = _lay_standfirst(block, maker)
    last = _TEXT_END_OVER_STRIP if block.axes else maker.layout.grid.lines
    rooms = (last - first + 1, maker.layout.grid.lines - 1)
    for number, (shown, notes) in enumerate(_pages(block, maker, lines, run_on(*rooms))):
        if number:
            open_plain_page(maker)
        line, foot = (2, maker.layout.grid.lines) if number else (first, last)
        lay_columns(maker, [Column(shown, maker.left, line, foot, notes)])
        if number == 0:
            _lay_surroundings(block, maker, first)


def _pages(
    block: TextPage, maker: PageMaker, lines: Sequence[ProseLine], room: Callable[[int], float]
) -> Iterator[tuple[Sequence[ProseLine], Sequence[NotePart]]]:
    """Share a text out over pages: fitted to them, or with notes, which may be parted."""
    if has_notes(lines):
        yield from with_parted_notes(lines, room)
        return
    text = RunningText(plain(block.head.title), maker.page_number, stretches_of(lines))
    better, pages = fitted(maker, text, room)
    lines = [line for stretch in better for line in stretch.lines]
    for shown in pages:
        yield lines[shown.start : shown.stop], ()


def _is_glossary(block: TextPage) -> bool:
    """Say whether a page holds nothing but lists of terms under its standfirst."""
    only_terms = all(isinstance(part, ItemList) and part.terms for part in block.prose)
    return bool(block.prose) and only_terms and not (block.timeline or block.axes)


def _lay_glossary(block: TextPage, maker: PageMaker) -> bool:
    """Lay lists of terms on all columns, so that most entries are one line, if one page holds
    them with white between; else lay nothing. Returns whether it did.
    """
    lines = set_prose(maker, block.prose, maker.grid.measure)
    entries = stretches_of(lines)
    height = len(lines) + _TERM_GAP * (len(entries) - 1)
    standfirst = _set_standfirst(block, maker)
    first = float(maker.layout.stations.text)
    if standfirst:
        first = ceil(_STANDFIRST_LINE + standfirst.drop / maker.grid.pitch) + _STANDFIRST_TO_TERMS
    last = maker.layout.grid.lines
    if first + height - 1 > last or has_notes(lines):
        return False
    open_plain_page(maker)
    lay_head(block.head, maker)
    usual = _lay_standfirst(block, maker)
    line = min(usual, last - height // 1)
    for entry in entries:
        lay_lines(maker, entry.lines, maker.left, maker.y(line))
        line += len(entry.lines) + _TERM_GAP
    return True


def _set_standfirst(block: TextPage, maker: PageMaker) -> Galley | None:
    if not block.standfirst:
        return None
    return maker.set(block.standfirst, "standfirst", maker.grid.columns(_STANDFIRST_COLUMNS))


def _lay_standfirst(block: TextPage, maker: PageMaker) -> float:
    """Lay the standfirst and return the line on which the text begins."""
    galley = _set_standfirst(block, maker)
    if galley is None:
        return maker.layout.stations.text
    maker.text(maker.node("P"), (maker.left, maker.y(_STANDFIRST_LINE)), galley)
    height = galley.drop / maker.grid.pitch
    return ceil(_STANDFIRST_LINE + height + _STANDFIRST_GAP)


def _lay_surroundings(block: TextPage, maker: PageMaker, first: float) -> None:
    if block.timeline:
        _lay_timeline(block.timeline, maker, first)
    if block.axes:
        _lay_axes(block.axes, maker)


def _lay_timeline(timeline: Timeline, maker: PageMaker, first: float) -> None:
    x = maker.column(_MARGIN_COLUMN)
    maker.line(maker.node("P"), (x, maker.y(first)), timeline.title, "overline-small")
    top = first + 2
    spine = x + mm(0.9)
    foot = top + _STEP * (len(timeline.steps) - 1)
    radius, centre = mm(0.9), mm(1)
    maker.put(
        ShapeThing(
            None,
            line(spine, maker.y(top) + centre, spine, maker.y(foot) + centre),
            pen=Pen("nuit-30", 0.4),
        )
    )
    steps = maker.node("L")
    for number, step in enumerate(timeline.steps):
        y = maker.y(top + number * _STEP)
        last = number == len(timeline.steps) - 1
        dot = circle(spine, y + centre, radius)
        maker.put(ShapeThing(None, dot, fill="nuit" if last else "blanc", pen=Pen("nuit", 0.6)))
        body = maker.node("LBody", maker.node("LI", steps))
        maker.line(maker.node("P", body), (x + mm(4.5), y), step.label, "label")
        detail = maker.set(step.detail, "caption", maker.grid.columns(3) - mm(4.5))
        maker.text(maker.node("P", body), (x + mm(4.5), y - mm(3.6)), detail)


def _lay_axes(axes: tuple[AxisSummary, ...], maker: PageMaker) -> None:
    maker.rule(maker.left, maker.y(_STRIP_RULE), maker.grid.measure, weight=0.4, ink="nuit-30")
    columns = maker.layout.grid.columns // max(len(axes), 3)
    for number, axis in enumerate(axes):
        _lay_axis(axis, maker, maker.column(1 + number * columns), maker.grid.columns(columns))


def _lay_axis(axis: AxisSummary, maker: PageMaker, x: float, width: float) -> None:
    node = maker.node("P")
    base = maker.y(_STRIP_BASE)
    lay_display(maker, node, (x, base), (Words(axis.numeral),), "key-figure")
    inset = mm(12)
    title = maker.set(axis.title, "text-small-nuit-bold", width - inset)
    top = maker.y(_STRIP_BASE - 2) + mm(0.9)
    maker.text(maker.node("P"), (x + inset, top), title)
    maker.line(maker.node("P"), (x + inset, base), axis.detail, "caption")


def lay_colophon(block: Colophon, maker: PageMaker) -> None:
    """Lay a short text in two even columns: under a picture, or else at the foot of the page, with
    the head's rule over it where that can leave the head.
    """
    open_plain_page(maker)
    span = maker.layout.grid.columns // 2
    lines = even(maker, set_prose(maker, block.prose, maker.grid.columns(span), "colophon"), 2)
    columns = [lines[column.start : column.stop] for column in columns_of(lines, 2)]
    height = max((ceil(height_of(column)) for column in columns), default=0)
    stations = maker.layout.stations
    lowest = max(maker.layout.grid.lines - height + 1, stations.text)
    if block.picture:
        lay_head(block.head, maker)
        first = _lay_colophon_picture(block, maker, lowest)
    elif lowest - _RULE_TO_COLUMNS <= stations.rule:
        lay_head(block.head, maker)
        first = lowest
    else:
        lay_title(block.head, maker)
        rule = cap_top(maker, lowest - _RULE_TO_COLUMNS)
        hang_rule(maker, maker.left, rule, maker.grid.measure)
        first = lowest
    placed = [
        Column(column, maker.column(1 + number * span), first, maker.layout.grid.lines)
        for number, column in enumerate(columns)
    ]
    lay_columns(maker, placed)


def _lay_colophon_picture(block: Colophon, maker: PageMaker, last: float) -> float:
    """Lay the picture on all columns under the head, its foot on a baseline, if it fits.

    The text begins on `last` at the latest; returns the line on which it does.
    """
    assert block.picture
    top = maker.y(maker.layout.stations.text) + maker.setter.cap_height("body")
    width = maker.grid.measure
    height = width * maker.proportion(block.picture.file)
    lines = int(height // maker.grid.pitch)
    foot_line = maker.layout.stations.text + lines
    foot = maker.y(foot_line)
    if foot - maker.grid.pitch * 3 < maker.y(last):
        return last
    box = Rect(maker.left, top - height, width, height)
    clip = Rect(maker.left, foot, width, top - foot)
    node = maker.node("Figure", alt=block.picture.alt)
    maker.put(ImageThing(node, block.picture.file, box, clip))
    y = foot - maker.grid.pitch
    maker.line(maker.node("P"), (maker.left, y), block.caption, "caption")
    return min(last, foot_line + _PICTURE_TO_TEXT)
