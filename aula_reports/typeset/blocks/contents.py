"""The contents: numerals in the margin, titles on the measure, pages at the right, rules between.

Pages are not known yet when the contents are laid: each number is left late, and filled when the
last page is closed. Its place is kept, so nothing moves.
"""

from __future__ import annotations

from aula_reports.compose.blocks import Contents, ContentsEntry
from aula_reports.compose.inline import Words, plain
from aula_reports.geometry import Rect
from aula_reports.typeset.blocks.head import lay_head, open_plain_page
from aula_reports.typeset.columns import RUN_ON_LINE
from aula_reports.typeset.display import lay_display
from aula_reports.typeset.maker import PageMaker
from aula_reports.typeset.page_numbers import lay_page_of
from aula_reports.typeset.pages import LinkThing

_TITLE_COLUMN = 4
_FIRST_LINE = 12.0
_SIMPLE_STEP = 2.5
_CHAPTER_HEAD = 1.5
_CHILD_STEP = 1.0
_CHAPTER_END = 2.0
_RULE_ABOVE = 1.75


def lay_contents(block: Contents, maker: PageMaker) -> None:
    """Lay every entry with its children, then leave their page numbers late."""
    open_plain_page(maker)
    lay_head(block.head, maker)
    toc = maker.node("TOC")
    line = _FIRST_LINE
    for number, entry in enumerate(block.entries):
        if line + _height(entry, maker) > maker.layout.grid.lines + 1:
            open_plain_page(maker)
            line = RUN_ON_LINE
        elif number:
            _rule(maker, line)
        line = _lay_entry(entry, maker, toc, line)


def _height(entry: ContentsEntry, maker: PageMaker) -> float:
    """Count the lines from an entry's first baseline to its last."""
    title = maker.set(entry.title, "contents-title", maker.grid.columns(8))
    height = 1 + (len(title.lines) - 1) * 1.5
    if not entry.children:
        return height
    measure = maker.grid.columns(7)
    rows = (maker.set(child.title, "text-small", measure) for child in entry.children)
    return height + _CHAPTER_HEAD + _CHILD_STEP * sum(len(row.lines) for row in rows)


def _rule(maker: PageMaker, line: float) -> None:
    y = maker.y(line - _RULE_ABOVE)
    maker.rule(maker.left, y, maker.grid.measure, weight=0.35, ink="nuit-30")


def _lay_entry(entry: ContentsEntry, maker: PageMaker, toc: int, line: float) -> float:
    item = maker.node("TOCI", toc)
    title_lines = _lay_row(entry, maker, item, line, "contents-title", "contents-page")
    line += (title_lines - 1) * 1.5
    if not entry.children:
        return line + _SIMPLE_STEP
    children = maker.node("TOC", item)
    line += _CHAPTER_HEAD
    for child in entry.children:
        row = maker.node("TOCI", children)
        line += _CHILD_STEP * _lay_row(child, maker, row, line, "text-small", "text-small")
    return line + _CHAPTER_END


def _lay_row(
    entry: ContentsEntry, maker: PageMaker, item: int, line: float, style: str, page_style: str
) -> int:
    link = maker.contents_link(item)
    x, y = maker.column(_TITLE_COLUMN), maker.y(line)
    is_child = style == page_style
    if entry.numeral and is_child:
        maker.line(link, (x, y), (Words(entry.numeral),), "label")
        x = maker.column(_TITLE_COLUMN + 1)
    elif entry.numeral:
        numeral = (Words(entry.numeral),)
        lay_display(maker, link, (maker.left, y - maker.grid.pitch * 1.5), numeral, "key-figure")
    galley = maker.set(entry.title, style, maker.left + maker.grid.columns(11) - x)
    maker.text(link, (x, y), galley)
    right = maker.left + maker.grid.measure
    lay_page_of(maker, link, entry.anchor, (right, y), page_style)
    height = len(galley.lines) * galley.leading
    zone = Rect(x, y - height + galley.leading * 0.6, maker.left + maker.grid.measure - x, height)
    maker.put(LinkThing(link, zone, f"#{entry.anchor}", plain(entry.title)))
    return len(galley.lines)
