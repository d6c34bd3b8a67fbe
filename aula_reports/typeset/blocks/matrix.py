"""Allocation matrices: one table an axis, over as many pages as it takes.

The head is repeated on each page (an artifact after the first), a section or group that goes on
says « (suite) », and rows are shared out evenly over the pages. Rows stand on three quarters of
the grid's pitch, so that four of their lines make three of the page's.

A table of more columns than a page holds is laid over pages that face each other: its rows run
across both at the same height, and their numbers are repeated on the recto (an artifact). It
stays one table: cells of both pages hang in the same row.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from aula_reports.compose.blocks import MatrixRow, MatrixSection, PartnerMatrix
from aula_reports.compose.inline import RichText, Words
from aula_reports.compose.wording import SUITE
from aula_reports.geometry import Rect, mm, rectangle
from aula_reports.model.layout import Alignment
from aula_reports.model.programme import Involvement
from aula_reports.typeset.blocks.matrix_columns import NUMBER_WIDTH, Columns, share_columns
from aula_reports.typeset.blocks.matrix_heads import Heads
from aula_reports.typeset.blocks.matrix_items import (
    BAND,
    BAND_INSET,
    Item,
    Measurer,
    height_of_line,
)
from aula_reports.typeset.blocks.matrix_legend import lay_legend, mark_kind
from aula_reports.typeset.blocks.matrix_rows import airs_of, airs_of_each, share_out
from aula_reports.typeset.display import lay_display
from aula_reports.typeset.flow import alike, break_pages, height_of
from aula_reports.typeset.galley import Galley
from aula_reports.typeset.maker import PageMaker
from aula_reports.typeset.pages import EmptyThing, MarkThing, ShapeThing

_TOP_LINE = 12
_ROOM_LINES = 40.25
_NUMBER_RIGHT = mm(6.2)
_SUITE_GAP = mm(3)
_MARK = mm(4.5)
_CAP_SHIFT = mm(0.95)

_SUITE_OF_TITLE = Words(SUITE.strip(), italic=True)
_ACTUAL = {Involvement.FUNDER: "finance", Involvement.BENEFICIARY: "bénéficie"}


class _Tags(Struct):
    """Elements of the table that later cells refer to."""

    table: int = 0
    body: int = 0
    section: int = 0
    is_open: bool = False


class _Cell(Struct, frozen=True):
    """The elements of a cell, and of the sign in it; `sign` is None in an empty one."""

    node: int
    sign: int | None


class _Slab(Struct, frozen=True):
    """The rows of one page, or of two that face each other; heights are in points.

    `cells` are those of each row, by its place among the items, as soon as its title is laid.
    """

    items: Sequence[Item]
    heights: Sequence[float]
    top: float
    foot: float
    is_first: bool
    cells: dict[int, list[_Cell]]


def lay_matrix(block: PartnerMatrix, maker: PageMaker) -> None:
    """Lay the table of one axis; without rows there is no page.

    One over facing pages begins on a verso: the caller sees to it. Raises ContentOverflow.
    """
    if block.sections:
        _Table(block, maker).lay()


def wants_a_spread(block: PartnerMatrix, maker: PageMaker) -> bool:
    """Say whether a table needs two facing pages, and so a verso to start on."""
    return bool(block.sections) and len(share_columns(block.families, maker)) > 1


class _Table:
    """One matrix while it is laid: its rows by page, its columns, its open tags."""

    def __init__(self, block: PartnerMatrix, maker: PageMaker) -> None:
        self.block, self.maker = block, maker
        self.leaves = share_columns(block.families, maker)
        self.mark = min(_MARK, *(columns.width * 0.8 for columns in self.leaves))
        self.heads = Heads(block.families, maker)
        self.texts = Measurer(maker, self.leaves[0].start)
        self.top_line = _TOP_LINE + self.heads.lower
        self.tags = _Tags()
        self.items = [item for section in block.sections for item in self.texts.items(section)]
        rows = [item.row for item in self.items if item.row]
        self.signs = {mark_kind(cell, row.type) for row in rows for cell in row.cells if cell}
        self._share_rows((_ROOM_LINES - self.heads.lower) * maker.grid.pitch)

    def _share_rows(self, room: float) -> None:
        """Share the rows out over pages, or over pairs of them, and say how much each row grows."""
        entries = [item.entry for item in self.items]
        recto, paired = self.maker.next_is_recto, len(self.leaves) > 1
        if paired:
            self.pages = break_pages(entries, alike(room))
        else:
            self.pages = share_out(entries, room, first_is_recto=recto)
        whites = [room - height_of(entries, page) for page in self.pages]
        counts = [sum(bool(self.items[index].row) for index in page) for page in self.pages]
        leading = self.texts.leading
        if paired:
            self.airs = airs_of_each(whites, counts, leading)
        else:
            self.airs = airs_of(whites, counts, leading, first_is_recto=recto)

    # ----------------------------------------------------------------- laying

    def lay(self) -> None:
        for page, air in zip(self.pages, self.airs, strict=True):
            slab = self._slab([self.items[index] for index in page], air)
            for columns in self.leaves:
                self._lay_page(slab, columns)

    def _slab(self, items: Sequence[Item], air: float) -> _Slab:
        """Measure the rows of a page, grown by some air."""
        top = self.maker.y(self.top_line)
        heights = [item.entry.height + (air if item.row else 0.0) for item in items]
        opening = 0.0 if items[0].is_band else items[0].entry.opening
        foot = top - sum(heights) - opening
        return _Slab(items, heights, top, foot, not self.tags.is_open, {})

    def _lay_page(self, slab: _Slab, columns: Columns) -> None:
        """Lay one page: titles, heads, what goes on, rows, legend."""
        maker, first = self.maker, slab.is_first
        maker.open_page("matrix")
        self._lay_overline(tagged=first and columns.has_titles)
        if columns.has_titles:
            self._lay_titles(first=first)
        columns.lay_grounds(maker, slab.top, slab.foot)
        if not self.tags.is_open:
            self.tags = _Tags(table=maker.node("Table"), is_open=True)
            self.heads.tag(self.tags.table)
        self.heads.lay(columns, slab.top, tagged=first)
        y = self._lay_continuation(slab.items[0], slab.top)
        for number, height in enumerate(slab.heights):
            self._lay_item(slab, number, columns, y)
            y -= height
        maker.rule(maker.left, slab.foot, maker.grid.measure, weight=0.75)
        if columns.has_titles:
            lay_legend(self.block, maker, self.signs, tagged=first)

    def _lay_overline(self, *, tagged: bool) -> None:
        maker = self.maker
        y = maker.y(maker.layout.stations.overline)
        node = maker.node("P") if tagged else None
        maker.line(node, (maker.left, y), self.block.overline, "overline")

    def _lay_titles(self, *, first: bool) -> None:
        maker, block = self.maker, self.block
        galley = self.texts.title(block.title)
        table_top = maker.y(self.top_line)
        low = table_top + mm(2.475)
        more_lines = max(0, self.texts.title_lines(block) - 2)
        numeral_y = table_top + mm(16.2) + more_lines * galley.leading
        node = None
        if first:
            heading: RichText = (Words(block.heading),)
            node = maker.heading(2, heading, block.anchor, numeral_y + mm(20))
        numeral = (Words(block.numeral),)
        width = lay_display(maker, node, (maker.left, numeral_y), numeral, "matrix-numeral")
        if not first:
            # Beside the numeral: after the title it would break that into other lines.
            beside = (maker.left + width + _SUITE_GAP, numeral_y)
            maker.line(None, beside, (_SUITE_OF_TITLE,), "matrix-title")
        maker.text(node, (maker.left, low + galley.drop), galley)

    # ----------------------------------------------------------------- rows

    def _lay_continuation(self, item: Item, y: float) -> float:
        """Repeat the band and the group's line of what goes on; they are artifacts."""
        if item.is_band:
            return y
        y -= self._lay_band(None, item.section, y, suite=True)
        if item.group and item.row:
            y -= self._lay_group_line(None, item.group.short_title, y)
        return y

    def _lay_item(self, slab: _Slab, number: int, columns: Columns, y: float) -> None:
        """Lay an item, or what of it stands on a recto: bands and lines are repeated there."""
        item, height = slab.items[number], slab.heights[number]
        if item.row and item.title:
            if columns.has_titles:
                head = self._lay_title(item.row, item.title, y, height)
                slab.cells[number] = self._tag_cells(item.row, head)
            else:
                # Alone on its side, a number stands in the middle as the signs do.
                self._lay_number(None, item.row, self._base(1, y, height))
            self._lay_signs(item.row, slab.cells[number], columns, y - height / 2)
            self._hairline(y - height)
        elif item.group:
            node = self._span_row() if columns.has_titles else None
            self._lay_group_line(node, item.group.title, y)
        else:
            node = self._open_section() if columns.has_titles else None
            self._lay_band(node, item.section, y, suite=False)

    def _open_section(self) -> int:
        self.tags.body = self.maker.node("TBody", self.tags.table)
        self.tags.section = self._span_row()
        return self.tags.section

    def _span_row(self) -> int:
        """Open a row whose one head runs over the whole table."""
        row = self.maker.node("TR", self.tags.body)
        span = len(self.heads.of_columns) + 1
        return self.maker.node("TH", row, scope="Row", column_span=span)

    def _lay_band(
        self, node: int | None, section: MatrixSection, y: float, *, suite: bool
    ) -> float:
        """Lay a section's band down from y; return its height."""
        maker = self.maker
        height = height_of_line(self.texts.band(section, suite=True))
        galley = self.texts.band(section, suite=suite)
        box = Rect(maker.left, y - height, maker.grid.measure, height)
        maker.put(ShapeThing(None, rectangle(box), fill="nuit-14"))
        base = y - BAND / 2 - _CAP_SHIFT
        maker.text(node, (maker.left + BAND_INSET, base), galley)
        return height

    def _lay_group_line(self, node: int | None, title: RichText, y: float) -> float:
        """Lay a group's line down from y; return its height."""
        maker = self.maker
        galley = self.texts.group(title)
        maker.text(node, (maker.left + NUMBER_WIDTH, y - mm(4.55)), galley)
        height = height_of_line(galley)
        self._hairline(y - height)
        return height

    def _hairline(self, y: float) -> None:
        self.maker.rule(self.maker.left, y, self.maker.grid.measure, weight=0.35, ink="nuit-30")

    def _base(self, lines: int, y: float, height: float) -> float:
        """Give the first baseline of some lines in the middle of a row."""
        text = (lines - 1) * self.texts.leading + mm(1.9)
        return y - (height - text) / 2 - mm(1.9)

    def _lay_title(self, row: MatrixRow, title: Galley, y: float, height: float) -> int:
        """Lay the number and the title of a row; return its head."""
        maker = self.maker
        tag = maker.node("TR", self.tags.body)
        head = maker.node("TH", tag, scope="Row", headers=(self.tags.section,))
        base = self._base(len(title.lines), y, height)
        self._lay_number(head, row, base)
        maker.text(head, (maker.left + NUMBER_WIDTH, base), title)
        return head

    def _lay_number(self, node: int | None, row: MatrixRow, base: float) -> None:
        number, at = (Words(f"{row.number} "),), (self.maker.left + _NUMBER_RIGHT, base)
        self.maker.line(node, at, number, "action-number", align=Alignment.RIGHT)

    def _tag_cells(self, row: MatrixRow, head: int) -> list[_Cell]:
        """Make the cells of a row, be it that some stand on the page that follows."""
        maker, cells = self.maker, []
        tag = maker.tree.nodes[head].parent
        for column, involvement in enumerate(row.cells):
            node = maker.node("TD", tag, headers=(head, self.heads.of_columns[column]))
            sign = None
            if involvement is not None:
                sign = maker.node("Span", node, actual_text=_ACTUAL[involvement])
            cells.append(_Cell(node, sign))
        return cells

    def _lay_signs(
        self, row: MatrixRow, cells: Sequence[_Cell], columns: Columns, middle: float
    ) -> None:
        maker, size = self.maker, self.mark
        for column in columns.numbers:
            cell, involvement = cells[column], row.cells[column]
            if involvement is None:
                maker.put(EmptyThing(cell.node))
                continue
            x = columns.x(column, maker) + (columns.width - size) / 2
            kind = mark_kind(involvement, row.type)
            maker.put(MarkThing(cell.sign, kind, x, middle - size / 2, size))
