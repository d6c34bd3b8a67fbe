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
from aula_reports.typeset.columns import RUN_ON_LINE, lay_in_columns
from aula_reports.typeset.maker import PageMaker
from aula_reports.typeset.page_numbers import lay_page_of
from aula_reports.typeset.pages import LinkThing

_INDEX_LEAST_LINE = 27
_INDEX_ABREAST = 4
_INDEX_STEP = 4.5
_INDEX_TO_LISTS = 10
_PAGE_BEFORE = "p.\N{NO-BREAK SPACE}"


def lay_axis(block: AxisChapter, maker: PageMaker) -> None:
    """Lay an axis from its head to its last action."""
    maker.open_page("opener")
    lay_head(block.head, maker)
    line = lay_in_columns(block.prose, maker, "opener")
    line = _lay_index(block.index, maker, line)
    if block.sections:
        ActionLists(block, maker, line).lay()


def _lay_index(index: Sequence[SectionLink], maker: PageMaker, line: float) -> float:
    """Lay the list of sections with their pages; return the line where lists may begin."""
    if not index:
        return line
    top = max(line + 2.0, _INDEX_LEAST_LINE) if line > maker.layout.stations.text else line
    rows = -(-len(index) // _INDEX_ABREAST)
    if top + rows * _INDEX_STEP > maker.layout.grid.lines:
        maker.open_page("opener")
        top = float(RUN_ON_LINE)
    toc = maker.node("TOC")
    for number, link in enumerate(index):
        row, place = divmod(number, _INDEX_ABREAST)
        _lay_link(link, maker, toc, 1 + 3 * place, top + row * _INDEX_STEP)
    return top + (rows - 1) * _INDEX_STEP + _INDEX_TO_LISTS


def _lay_link(link: SectionLink, maker: PageMaker, toc: int, column: int, line: float) -> None:
    x, width = maker.column(column), maker.grid.columns(3)
    maker.rule(x, maker.y(line), width, weight=0.4, ink="nuit-30")
    node = maker.contents_link(maker.node("TOCI", toc))
    y = maker.y(line + 1.5) + mm(0.6)
    maker.line(node, (x, y), (Words(link.number),), "label")
    title = maker.set(link.title, "text-small-nuit", width)
    maker.text(node, (x, y - maker.grid.pitch), title)
    lay_page_of(maker, node, link.anchor, (x + width, y), "text-small-soft", _PAGE_BEFORE)
    foot = y - maker.grid.pitch - len(title.lines) * title.leading
    zone = Rect(x, foot, width, maker.y(line) - foot)
    maker.put(LinkThing(node, zone, f"#{link.anchor}", plain(link.title)))
