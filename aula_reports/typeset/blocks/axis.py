"""Axis chapters: introduction in two columns, list of sections, then the actions."""

from __future__ import annotations

from collections.abc import Sequence

from aula_reports.compose.blocks import (
    AxisChapter,
    SectionLink,
)
from aula_reports.compose.inline import Words, plain
from aula_reports.geometry import Rect, mm
from aula_reports.typeset.blocks.action_lists import ActionLists
from aula_reports.typeset.blocks.head import lay_head
from aula_reports.typeset.flow import break_pages
from aula_reports.typeset.maker import PageMaker
from aula_reports.typeset.pages import LinkThing
from aula_reports.typeset.prose import (
    ProseLine,
    columns_of,
    lay_lines,
    prose_entries,
    set_prose,
)

_COLUMNS = 2
_SPAN = 6
# The first line of text on a page without a head.
_RUN_ON_LINE = 2
_INDEX_LEAST_LINE = 27
_INDEX_ABREAST = 4
_INDEX_STEP = 4.5
_INDEX_TO_LISTS = 10
_PAGE_BEFORE = "p.\N{NO-BREAK SPACE}"


def lay_axis(block: AxisChapter, maker: PageMaker) -> None:
    """Lay an axis from its head to its last action."""
    maker.open_page("opener")
    lay_head(block.head, maker)
    line = _lay_introduction(block, maker)
    line = _lay_index(block.index, maker, line)
    if block.sections:
        ActionLists(block, maker, line).lay()


def _lay_introduction(block: AxisChapter, maker: PageMaker) -> float:
    """Lay the introduction in balanced columns, page after page; return the line after it."""
    first = float(maker.layout.stations.text)
    lines = set_prose(maker, block.prose, maker.grid.columns(_SPAN))
    entries = prose_entries(lines, 1.0)
    rooms = (maker.layout.grid.lines - first, maker.layout.grid.lines - _RUN_ON_LINE)
    pages = break_pages(entries, lambda column: rooms[column // _COLUMNS > 0], last_white=0.0)
    for number in range(0, len(pages), _COLUMNS):
        if number:
            maker.open_page("opener")
            first = float(_RUN_ON_LINE)
        columns = pages[number : number + _COLUMNS]
        page = lines[columns[0].start : columns[-1].stop]
        if number + _COLUMNS >= len(pages):
            return first + _lay_columns(maker, page, first)
        _lay_columns(maker, page, first)
    return first


def _lay_columns(maker: PageMaker, lines: Sequence[ProseLine], first: float) -> int:
    """Lay lines in columns of the same height and return it."""
    columns = columns_of(lines, _COLUMNS)
    for number, column in enumerate(columns):
        x = maker.column(1 + number * _SPAN)
        lay_lines(maker, lines[column.start : column.stop], x, maker.y(first))
    return max((len(column) for column in columns), default=0)


def _lay_index(index: Sequence[SectionLink], maker: PageMaker, line: float) -> float:
    """Lay the list of sections with their pages; return the line where lists may begin."""
    if not index:
        return line
    top = max(line + 2.0, _INDEX_LEAST_LINE) if line > maker.layout.stations.text else line
    rows = -(-len(index) // _INDEX_ABREAST)
    if top + rows * _INDEX_STEP > maker.layout.grid.lines:
        maker.open_page("opener")
        top = float(_RUN_ON_LINE)
    toc = maker.node("TOC")
    for number, link in enumerate(index):
        row, place = divmod(number, _INDEX_ABREAST)
        _lay_link(link, maker, toc, 1 + 3 * place, top + row * _INDEX_STEP)
    return top + (rows - 1) * _INDEX_STEP + _INDEX_TO_LISTS


def _lay_link(link: SectionLink, maker: PageMaker, toc: int, column: int, line: float) -> None:
    x, width = maker.column(column), maker.grid.columns(3)
    maker.rule(x, maker.y(line), width, weight=0.4, ink="nuit-30")
    node = maker.node("Link", maker.node("TOCI", toc))
    y = maker.y(line + 1.5) + mm(0.6)
    maker.line(node, (x, y), (Words(link.number),), "label")
    title = maker.set(link.title, "text-small-nuit", width)
    maker.text(node, (x, y - maker.grid.pitch), title)
    maker.page_reference(node, link.anchor, (x + width, y), "text-small-soft", _PAGE_BEFORE)
    foot = y - maker.grid.pitch - len(title.lines) * title.leading
    zone = Rect(x, foot, width, maker.y(line) - foot)
    maker.put(LinkThing(node, zone, f"#{link.anchor}", plain(link.title)))
