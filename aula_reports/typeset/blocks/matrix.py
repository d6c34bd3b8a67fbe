"""Allocation matrices: one table an axis, over as many pages as it takes.

The head is repeated on each page (an artifact after the first), a section or group that goes on
says « (suite) », and rows are shared out evenly over the pages. Rows stand on three quarters of
the grid's pitch, so that four of their lines make three of the page's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from aula_reports.compose.blocks import (
    MatrixGroup,
    MatrixRow,
    MatrixSection,
    PartnerMatrix,
)
from aula_reports.compose.inline import RichText, Words
from aula_reports.compose.wording import SUITE
from aula_reports.geometry import Rect, mm, rectangle
from aula_reports.model.layout import Alignment
from aula_reports.model.programme import Involvement
from aula_reports.typeset.blocks.matrix_columns import Columns
from aula_reports.typeset.blocks.matrix_legend import lay_legend, mark_kind
from aula_reports.typeset.blocks.matrix_rows import airs_of, share_out
from aula_reports.typeset.flow import GROUP_CUT, SECTION_CUT, Entry, height_of
from aula_reports.typeset.galley import Galley
from aula_reports.typeset.maker import PageMaker
from aula_reports.typeset.pages import EmptyThing, MarkThing, ShapeThing

_TOP_LINE = 12
_ROOM_LINES = 40.25
_TITLE_INSET = mm(9)
_NUMBER_RIGHT = mm(6.2)
_TITLE_GAP = mm(3.6)
_SUITE_GAP = mm(3)
_BAND = mm(6.75)
_BAND_INSET = mm(1.5)
_MARK = mm(4.5)
_CAP_SHIFT = mm(0.95)

_SUITE = Words(SUITE, style="matrix-suite")
_SUITE_OF_TITLE = Words(SUITE.strip(), italic=True)
_ACTUAL = {Involvement.FUNDER: "finance", Involvement.BENEFICIARY: "bénéficie"}


class _Item(Struct, frozen=True):
    """A band, a group's line or a row."""

    section: MatrixSection
    entry: Entry
    group: MatrixGroup | None = None
    row: MatrixRow | None = None
    title: Galley | None = None


class _Tags(Struct):
    """Elements of the table that later cells refer to."""

    table: int = 0
    body: int = 0
    section: int = 0
    is_open: bool = False


def lay_matrix(block: PartnerMatrix, maker: PageMaker) -> None:
    """Lay the table of one axis; without rows there is no page."""
    if not block.sections:
        return
    table = _Table(block, maker)
    for page, air in zip(table.pages, table.airs, strict=True):
        table.lay_page([table.items[index] for index in page], air)


class _Table:
    """One matrix while it is laid: its rows by page, its columns, its open tags."""

    def __init__(self, block: PartnerMatrix, maker: PageMaker) -> None:
        self.block, self.maker = block, maker
        self.leading = mm(maker.setter.style("matrix-action").leading_mm)
        self.columns = Columns(block.families, maker)
        self.top_line = _TOP_LINE + self.columns.lower
        self.tags = _Tags()
        self.items = [item for section in block.sections for item in self._items(section)]
        rows = [item.row for item in self.items if item.row]
        self.signs = {mark_kind(cell, row.type) for row in rows for cell in row.cells if cell}
        self.room = (_ROOM_LINES - self.columns.lower) * maker.grid.pitch
        entries = [item.entry for item in self.items]
        recto = maker.next_is_recto
        self.pages = share_out(entries, self.room, first_is_recto=recto)
        whites = [self.room - height_of(entries, page) for page in self.pages]
        counts = [sum(bool(self.items[index].row) for index in page) for page in self.pages]
        self.airs = airs_of(whites, counts, self.leading, first_is_recto=recto)

    # ----------------------------------------------------------------- measuring

    def _items(self, section: MatrixSection) -> Iterator[_Item]:
        band = self._height_of(self._set_band(section, suite=True))
        yield _Item(section, Entry(band, keeps_next=True, says=section.title))
        count = len(section.entries)
        for number, part in enumerate(section.entries):
            edge = count > 1 and number in (0, count - 2)
            if isinstance(part, MatrixGroup):
                yield from self._group_items(section, part, band)
            else:
                yield self._row_item(section, part, Entry(0, band, edge, SECTION_CUT))

    def _group_items(
        self, section: MatrixSection, group: MatrixGroup, band: float
    ) -> Iterator[_Item]:
        height = self._height_of(self._set_group(group.title))
        entry = Entry(height, opening=band, keeps_next=True, cut_cost=SECTION_CUT, says=group.title)
        yield _Item(section, entry, group)
        opening = band + self._height_of(self._set_group(group.short_title))
        count = len(group.rows)
        for number, row in enumerate(group.rows):
            edge = count > 1 and number in (0, count - 2)
            entry = Entry(0, opening, edge, SECTION_CUT + GROUP_CUT)
            yield self._row_item(section, row, entry, group)

    def _row_item(
        self,
        section: MatrixSection,
        row: MatrixRow,
        entry: Entry,
        group: MatrixGroup | None = None,
    ) -> _Item:
        measure = self.columns.start - _TITLE_INSET - _TITLE_GAP
        title = self.maker.set(row.title, "matrix-action", measure)
        height = (len(title.lines) + 1) * self.leading
        return _Item(
            section,
            replace(entry, height=height, says=row.title),
            group,
            row,
            title,
        )

    def _title_lines(self) -> int:
        """Count the lines of the longest title: numerals stand alike over all tables."""
        titles = self.block.titles or (self.block.title,)
        return max(len(self._set_title(words).lines) for words in titles)

    def _set_title(self, words: RichText) -> Galley:
        return self.maker.set(words, "matrix-title", self.columns.start - _TITLE_GAP)

    def _set_band(self, section: MatrixSection, *, suite: bool) -> Galley:
        number = Words(f"{section.number}\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}")
        words = (number, *section.title, *((_SUITE,) if suite else ()))
        return self.maker.set(words, "matrix-section", self.maker.grid.measure - 2 * _BAND_INSET)

    def _set_group(self, title: RichText) -> Galley:
        return self.maker.set(title, "matrix-group", self.maker.grid.measure - 2 * _TITLE_INSET)

    def _height_of(self, galley: Galley) -> float:
        return _BAND + galley.drop

    def _opening(self, item: _Item) -> float:
        return item.entry.opening if item.row or item.group else 0.0

    # ----------------------------------------------------------------- laying

    def lay_page(self, items: Sequence[_Item], air: float) -> None:
        """Lay one page: titles, heads, what goes on, rows grown by some air, legend."""
        maker, first = self.maker, not self.tags.is_open
        maker.open_page("matrix")
        self._lay_titles(first=first)
        top = maker.y(self.top_line)
        heights = [item.entry.height + (air if item.row else 0.0) for item in items]
        foot = top - sum(heights) - self._opening(items[0])
        self.columns.lay_grounds(top, foot)
        if first:
            self.tags = _Tags(table=maker.node("Table"), is_open=True)
        self.columns.lay_heads(top, self.tags.table if first else None)
        y = self._lay_continuation(items[0], top)
        for item, height in zip(items, heights, strict=True):
            self._lay_item(item, y, height)
            y -= height
        maker.rule(maker.left, foot, maker.grid.measure, weight=0.75)
        lay_legend(self.block, maker, self.signs, tagged=first)

    def _lay_titles(self, *, first: bool) -> None:
        maker, block = self.maker, self.block
        overline = maker.node("P") if first else None
        y = maker.y(maker.layout.stations.overline)
        maker.line(overline, (maker.left, y), block.overline, "overline")
        galley = self._set_title(block.title)
        table_top = maker.y(self.top_line)
        low = table_top + mm(2.475)
        numeral_y = table_top + mm(16.2) + max(0, self._title_lines() - 2) * galley.leading
        node = None
        if first:
            heading: RichText = (Words(block.heading),)
            node = maker.heading(2, heading, block.anchor, numeral_y + mm(20))
        numeral = (Words(block.numeral),)
        width = maker.display(node, (maker.left, numeral_y), numeral, "matrix-numeral")
        if not first:
            # Beside the numeral: after the title it would break that into other lines.
            beside = (maker.left + width + _SUITE_GAP, numeral_y)
            maker.line(None, beside, (_SUITE_OF_TITLE,), "matrix-title")
        maker.text(node, (maker.left, low + galley.drop), galley)

    # ----------------------------------------------------------------- rows

    def _lay_continuation(self, item: _Item, y: float) -> float:
        """Repeat the band and the group's line of what goes on; they are artifacts."""
        if item.row is None and item.group is None:
            return y
        y -= self._lay_band(None, item.section, y, suite=True)
        if item.group and item.row:
            y -= self._lay_group_line(None, item.group.short_title, y)
        return y

    def _lay_item(self, item: _Item, y: float, height: float) -> None:
        if item.row and item.title:
            self._lay_row(item.row, item.title, y, height)
        elif item.group:
            self._lay_group_line(self._span_row(), item.group.title, y)
        else:
            self.tags.body = self.maker.node("TBody", self.tags.table)
            self.tags.section = self._span_row()
            self._lay_band(self.tags.section, item.section, y, suite=False)

    def _span_row(self) -> int:
        """Open a row whose one head runs over the whole table."""
        row = self.maker.node("TR", self.tags.body)
        return self.maker.node("TH", row, scope="Row", column_span=self.columns.count + 1)

    def _lay_band(
        self, node: int | None, section: MatrixSection, y: float, *, suite: bool
    ) -> float:
        """Lay a section's band down from y; return its height."""
        maker = self.maker
        height = self._height_of(self._set_band(section, suite=True))
        galley = self._set_band(section, suite=suite)
        box = Rect(maker.left, y - height, maker.grid.measure, height)
        maker.put(ShapeThing(None, rectangle(box), fill="nuit-14"))
        base = y - _BAND / 2 - _CAP_SHIFT
        maker.text(node, (maker.left + _BAND_INSET, base), galley)
        return height

    def _lay_group_line(self, node: int | None, title: RichText, y: float) -> float:
        """Lay a group's line down from y; return its height."""
        maker = self.maker
        galley = self._set_group(title)
        maker.text(node, (maker.left + _TITLE_INSET, y - mm(4.55)), galley)
        height = self._height_of(galley)
        self._hairline(y - height)
        return height

    def _hairline(self, y: float) -> None:
        self.maker.rule(self.maker.left, y, self.maker.grid.measure, weight=0.35, ink="nuit-30")

    def _lay_row(self, row: MatrixRow, title: Galley, y: float, height: float) -> None:
        maker = self.maker
        tag = maker.node("TR", self.tags.body)
        head = maker.node("TH", tag, scope="Row", headers=(self.tags.section,))
        text = (len(title.lines) - 1) * self.leading + mm(1.9)
        base = y - (height - text) / 2 - mm(1.9)
        number = (Words(f"{row.number} "),)
        right = maker.left + _NUMBER_RIGHT
        maker.line(head, (right, base), number, "action-number", align=Alignment.RIGHT)
        maker.text(head, (maker.left + _TITLE_INSET, base), title)
        for column, involvement in enumerate(row.cells):
            cell = maker.node("TD", tag, headers=(head, self.columns.headers[column]))
            self._lay_sign(cell, row, column, involvement, y - height / 2)
        self._hairline(y - height)

    def _lay_sign(
        self,
        cell: int,
        row: MatrixRow,
        column: int,
        involvement: Involvement | None,
        middle: float,
    ) -> None:
        maker = self.maker
        if involvement is None:
            maker.put(EmptyThing(cell))
            return
        sign = maker.node("Span", cell, actual_text=_ACTUAL[involvement])
        size = min(_MARK, self.columns.width * 0.8)
        x = self.columns.x(column) + (self.columns.width - size) / 2
        kind = mark_kind(involvement, row.type)
        maker.put(MarkThing(sign, kind, x, middle - size / 2, size))
