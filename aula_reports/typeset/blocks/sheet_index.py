"""The opener of an axis of the report: introduction in two columns, the list of its titles."""

from __future__ import annotations

from collections.abc import Sequence

from aula_reports.compose.blocks import ListedSheet, SheetIndex
from aula_reports.compose.inline import RichText, Words, plain
from aula_reports.geometry import Rect, mm
from aula_reports.model.layout import Alignment
from aula_reports.typeset.blocks.head import lay_title
from aula_reports.typeset.columns import RUN_ON_LINE, lay_in_columns
from aula_reports.typeset.flow import Entry, break_pages, run_on
from aula_reports.typeset.furniture import Hue
from aula_reports.typeset.galley import Galley
from aula_reports.typeset.maker import PageMaker
from aula_reports.typeset.page_numbers import lay_page_of
from aula_reports.typeset.pages import LinkThing

_MASTER = "opener"
# The line of the list's rule on all openers, unless a longer list needs it higher or a longer
# introduction pushes it down; from the introduction's last line, and to the first title.
_LIST_LINE = 17.0
_LIST_GAP = 3.0
_LIST_HEAD = 1.2
_FIRST_TITLE = 3.0
_TITLE_COLUMNS = 10
_ROW_GAP = 0.75
_LEAST_GAP = 0.45
_RULE = mm(1.1)


def lay_sheet_index(block: SheetIndex, maker: PageMaker) -> None:
    """Lay the introduction, then the list, over as many pages as they take."""
    maker.open_page(_MASTER)
    lay_title(block.head, maker)
    line = lay_in_columns(block.prose, maker, _MASTER)
    if block.titles:
        _lay_list(block, maker, line + (_LIST_GAP if block.prose else 0.0))


def _lay_list(block: SheetIndex, maker: PageMaker, line: float) -> None:
    """Lay the list from its station on; a list that would pass the foot starts higher."""
    width = maker.grid.columns(_TITLE_COLUMNS)
    titles = [maker.set(listed.title, "listed", width) for listed in block.titles]
    last = maker.layout.grid.lines
    rooms = (last - line - _FIRST_TITLE + 1, last - RUN_ON_LINE - _FIRST_TITLE + 1)
    gap = _row_gap(titles, rooms[0])
    line = max(line, min(_LIST_LINE, last - _FIRST_TITLE + 1 - _height(titles, gap)))
    entries = [Entry(len(galley.lines), gap=gap, says=galley.rich) for galley in titles]
    pages = break_pages(entries, run_on(*(max(room, 0.01) for room in rooms)), last_white=0.0)
    hue = maker.hue(block.axis)
    # What leads nowhere is no entry of a table of contents: it makes the whole a list.
    leads = all(listed.anchor for listed in block.titles)
    toc = maker.node("TOC" if leads else "L")
    for number, page in enumerate(pages):
        if number:
            maker.open_page(_MASTER)
            line = float(RUN_ON_LINE)
        if not page:
            continue
        _lay_list_head(block, maker, hue, line)
        rows = [(block.titles[index], titles[index]) for index in page]
        _lay_rows(rows, maker, hue, toc, (line + _FIRST_TITLE, gap))


def _height(titles: Sequence[Galley], gap: float) -> float:
    """Lines from a list's first to its last."""
    return sum(len(galley.lines) for galley in titles) + gap * (len(titles) - 1)


def _row_gap(titles: Sequence[Galley], room: float) -> float:
    """White between titles, in lines: the usual one, or what makes the list fit its page."""
    lines = sum(len(galley.lines) for galley in titles)
    fitting = (room - lines) / max(len(titles) - 1, 1)
    return fitting if _LEAST_GAP <= fitting < _ROW_GAP else _ROW_GAP


def _lay_list_head(block: SheetIndex, maker: PageMaker, hue: Hue, line: float) -> None:
    """Lay the heavy rule with the words that head the columns under it."""
    top = maker.y(line)
    maker.rule(maker.left, top, maker.grid.measure, weight=_RULE, ink=hue.full)
    y = maker.y(line + _LIST_HEAD)
    maker.line(maker.node("P"), (maker.left, y), block.list_title, "caps-label", ink=hue.full)
    right = (maker.left + maker.grid.measure, y)
    head = maker.node("P")
    maker.line(head, right, block.page_title, "caps-label", align=Alignment.RIGHT, ink=hue.full)


def _lay_rows(
    rows: Sequence[tuple[ListedSheet, Galley]],
    maker: PageMaker,
    hue: Hue,
    toc: int,
    place: tuple[float, float],
) -> None:
    """Lay rows from a line on, with a white between them and a hair rule in it."""
    line, gap = place
    for number, (listed, galley) in enumerate(rows):
        if number:
            y = maker.y(line - 1.0 - gap / 2) - mm(1.4)
            maker.rule(maker.left, y, maker.grid.measure, weight=0.25, ink="nuit-30")
        _lay_row(listed, galley, maker, hue, toc, line)
        line += len(galley.lines) + gap


def _entry(listed: ListedSheet, toc: int, maker: PageMaker) -> int:
    """Open the element that holds a row's text."""
    if maker.tree.nodes[toc].role == "TOC":
        return maker.contents_link(maker.node("TOCI", toc))
    reference = maker.node("Reference", maker.node("LBody", maker.node("LI", toc)))
    return maker.node("Link", reference) if listed.anchor else reference


def _lay_row(
    listed: ListedSheet, galley: Galley, maker: PageMaker, hue: Hue, toc: int, line: float
) -> None:
    node = _entry(listed, toc, maker)
    y = maker.y(line)
    numeral: RichText = (Words(listed.numeral),)
    maker.line(node, (maker.left, y), numeral, "listed-number", ink=hue.full)
    maker.text(node, (maker.column(2), y), galley)
    right = maker.left + maker.grid.measure
    if not listed.anchor:
        maker.line(node, (right, y), listed.missing, "chart-missing", align=Alignment.RIGHT)
        return
    lay_page_of(maker, node, listed.anchor, (right, y), "listed-page")
    foot = maker.y(line + len(galley.lines) - 1) - mm(1)
    zone = Rect(maker.left, foot, maker.grid.measure, y + mm(3) - foot)
    maker.put(LinkThing(node, zone, f"#{listed.anchor}", plain(listed.title)))
