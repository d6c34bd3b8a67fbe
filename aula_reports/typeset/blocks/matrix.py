"""Allocation matrices: one table an axis, over as many pages as it takes.

The head is repeated on each page (an artifact after the first), a section or group that goes on
says « (suite) », and rows are shared out evenly over the pages. Rows stand on three quarters of
the grid's pitch, so that four of their lines make three of the page's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from aula_reports.compose.blocks import (
    LegendEntry,
    MatrixFamily,
    MatrixGroup,
    MatrixRow,
    MatrixSection,
    PartnerMatrix,
)
from aula_reports.compose.inline import RichText, Words
from aula_reports.geometry import Rect, mm, rectangle
from aula_reports.model.layout import Alignment
from aula_reports.model.programme import Involvement, MissionType
from aula_reports.typeset.flow import GROUP_CUT, SECTION_CUT, Entry, break_pages
from aula_reports.typeset.galley import Galley
from aula_reports.typeset.maker import PageMaker
from aula_reports.typeset.pages import EmptyThing, MarkThing, ShapeThing

_TOP_LINE = 12
_LEGEND_LINE = 54
_NOTE_LINE = 56
_ROOM_LINES = 40.25
_TITLE_COLUMNS = 5
_TITLE_INSET = mm(9)
_NUMBER_RIGHT = mm(6.2)
_TITLE_GAP = mm(3.6)
_BAND = mm(6.75)
_HEAD_HEIGHT = mm(31.5)
_MARK = mm(4.5)
_WIDEST_COLUMN = mm(12)
_LEGEND_MARK = mm(3.6)
_LEGEND_INSET = _LEGEND_MARK + mm(1.4)
_LEGEND_GAP = mm(6)
_CAP_SHIFT = mm(0.95)
# Rows may grow by quarters of a line of the table, up to one line.
_AIR_STEP = 0.25
_AIR_STEPS = 4

_SUITE = Words("\N{NO-BREAK SPACE}(suite)")
_ACTUAL = {Involvement.FUNDER: "finance", Involvement.BENEFICIARY: "bénéficie"}


def mark_kind(involvement: Involvement, mission_type: MissionType | None) -> str:
    """Name the sign of a cell: the funder's depends on the type of the mission."""
    if involvement is Involvement.BENEFICIARY:
        return "beneficiary"
    return mission_type.value if mission_type else "funder"


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
    columns: list[int] = field(default_factory=list)
    families: list[int | None] = field(default_factory=list)
    section: int = 0
    is_open: bool = False


def lay_matrix(block: PartnerMatrix, maker: PageMaker) -> None:
    """Lay the table of one axis; without rows there is no page."""
    if not block.sections:
        return
    table = _Table(block, maker)
    for page in table.pages:
        table.lay_page([table.items[index] for index in page])


class _Table:
    """One matrix while it is laid: its columns' places and its open tags."""

    def __init__(self, block: PartnerMatrix, maker: PageMaker) -> None:
        self.block, self.maker = block, maker
        self.leading = mm(maker.setter.style("matrix-action").leading_mm)
        self.title_width = maker.grid.columns(_TITLE_COLUMNS)
        count = len(block.columns)
        space = maker.grid.measure - maker.grid.column(_TITLE_COLUMNS + 1)
        self.column_width = min(space / count, _WIDEST_COLUMN)
        self.columns_from = maker.grid.measure - self.column_width * count
        self.tags = _Tags()
        self.items = [item for section in block.sections for item in self._items(section)]
        self.room = _ROOM_LINES * maker.grid.pitch
        self.pages = break_pages([item.entry for item in self.items], lambda _: self.room)
        self.air = min((self._air(page) for page in self.pages), default=0.0)

    # ----------------------------------------------------------------- measuring

    def _items(self, section: MatrixSection) -> Iterator[_Item]:
        yield _Item(section, Entry(_BAND, keeps_next=True))
        count = len(section.entries)
        for number, part in enumerate(section.entries):
            edge = count > 1 and number in (0, count - 2)
            if isinstance(part, MatrixGroup):
                yield from self._group_items(section, part)
            else:
                yield self._row_item(section, part, None, keeps=edge)

    def _group_items(self, section: MatrixSection, group: MatrixGroup) -> Iterator[_Item]:
        entry = Entry(_BAND, opening=_BAND, keeps_next=True, cut_cost=SECTION_CUT)
        yield _Item(section, entry, group)
        count = len(group.rows)
        for number, row in enumerate(group.rows):
            edge = count > 1 and number in (0, count - 2)
            yield self._row_item(section, row, group, keeps=edge)

    def _row_item(
        self, section: MatrixSection, row: MatrixRow, group: MatrixGroup | None, *, keeps: bool
    ) -> _Item:
        title = self.maker.set(row.title, "matrix-action", self._title_measure)
        height = (len(title.lines) + 1) * self.leading
        opening = 2 * _BAND if group else _BAND
        cost = SECTION_CUT + (GROUP_CUT if group else 0.0)
        return _Item(section, Entry(height, opening, keeps, cost), group, row, title)

    def _air(self, page: range) -> float:
        """Say how much each row of a page may grow to fill it: whole steps, one line at most.

        Rows of one matrix share the least of this, so that all its pages look alike.
        """
        items = [self.items[index] for index in page]
        rows = sum(item.row is not None for item in items)
        left = self.room - sum(item.entry.height for item in items) - self._opening(items[0])
        step = self.leading * _AIR_STEP
        return min(left // (rows * step), _AIR_STEPS) * step if rows else 0.0

    def _height(self, item: _Item) -> float:
        return item.entry.height + (self.air if item.row else 0.0)

    @property
    def _title_measure(self) -> float:
        return self.columns_from - _TITLE_INSET - _TITLE_GAP

    # ----------------------------------------------------------------- laying

    def lay_page(self, items: Sequence[_Item]) -> None:
        maker = self.maker
        maker.open_page("matrix")
        first = not self.tags.is_open
        self._lay_overline(first=first)
        self._lay_axis_title(first=first)
        top = maker.y(_TOP_LINE)
        foot = top - sum(map(self._height, items)) - self._opening(items[0])
        self._lay_grounds(top, foot)
        self._lay_column_heads(top, first=first)
        y = self._lay_continuation(items[0], top)
        for item in items:
            self._lay_item(item, y)
            y -= self._height(item)
        maker.rule(maker.left, foot, maker.grid.measure, weight=0.75)
        self._lay_legend(first=first)

    def _opening(self, item: _Item) -> float:
        return item.entry.opening if item.row or item.group else 0.0

    def _lay_overline(self, *, first: bool) -> None:
        maker = self.maker
        node = maker.node("P") if first else None
        y = maker.y(maker.layout.stations.overline)
        maker.line(node, (maker.left, y), self.block.overline, "overline")

    def _lay_axis_title(self, *, first: bool) -> None:
        maker, block = self.maker, self.block
        title = block.title if first else (*block.title, Words(" (suite)", italic=True))
        galley = maker.set(title, "matrix-title", self.columns_from - _TITLE_GAP)
        lines = max(len(galley.lines), 1)
        low = maker.y(_TOP_LINE) + mm(2.475)
        top = low + (lines - 1) * galley.leading
        numeral_y = maker.y(_TOP_LINE) + mm(16.2) + max(0, lines - 2) * galley.leading
        node = None
        if first:
            heading: RichText = (Words(self.block.heading),)
            node = maker.heading(2, heading, block.anchor, numeral_y + mm(20))
        numeral = (Words(block.numeral),)
        maker.display(node, (maker.left, numeral_y), numeral, "matrix-numeral")
        maker.text(node, (maker.left, top), galley)

    def _lay_grounds(self, top: float, foot: float) -> None:
        """Tint the ground of every other family."""
        column = 0
        for number, family in enumerate(self.block.families):
            width = len(family.columns) * self.column_width
            if number % 2:
                box = Rect(self._column_x(column), foot, width, top - foot)
                self.maker.put(ShapeThing(None, rectangle(box), fill="nuit-6"))
            column += len(family.columns)

    def _column_x(self, number: int) -> float:
        return self.maker.left + self.columns_from + number * self.column_width

    # ----------------------------------------------------------------- heads

    def _lay_column_heads(self, top: float, *, first: bool) -> None:
        head = self._open_table() if first else None
        families = self.maker.node("TR", head) if head is not None else None
        self._lay_families(top, families)
        row = self.maker.node("TR", head) if head is not None else None
        column = 0
        for number, family in enumerate(self.block.families):
            for entry in family.columns:
                node = self._column_tag(row, number)
                style = "matrix-head" if family.label else "matrix-head-alone"
                self._lay_column_head(node, entry.label, style, column, top)
                column += 1
        self.tags.is_open = True

    def _open_table(self) -> int:
        tags, maker = self.tags, self.maker
        tags.table = maker.node("Table")
        return maker.node("THead", tags.table)

    def _lay_families(self, top: float, row: int | None) -> None:
        maker, column = self.maker, 0
        if row is not None:
            # The corner over the titles, through both rows of heads.
            maker.put(EmptyThing(maker.node("TH", row, scope="Column", row_span=2)))
        for family in self.block.families:
            width = len(family.columns) * self.column_width
            x = self._column_x(column) + mm(0.35)
            y = top + _HEAD_HEIGHT
            maker.rule(x, y, width - mm(0.7), weight=0.75)
            node = self._family_tag(row, family)
            if family.label:
                maker.line(node, (x, y + mm(1.7)), family.label, "label-small")
            elif node is not None:
                maker.put(EmptyThing(node))
            column += len(family.columns)

    def _family_tag(self, row: int | None, family: MatrixFamily) -> int | None:
        """Open a family's head; one without a name heads nothing."""
        if row is None:
            return None
        span = len(family.columns)
        node = self.maker.node("TH", row, scope="Column", column_span=span)
        self.tags.families.append(node if family.label else None)
        return node

    def _column_tag(self, row: int | None, family: int) -> int | None:
        if row is None:
            return None
        above = self.tags.families[family]
        headers = () if above is None else (above,)
        node = self.maker.node("TH", row, scope="Column", headers=headers)
        self.tags.columns.append(node)
        return node

    def _lay_column_head(
        self, node: int | None, words: RichText, style: str, column: int, top: float
    ) -> None:
        maker = self.maker
        middle = self._column_x(column) + self.column_width / 2
        x = middle + maker.setter.x_height(style) / 2 + mm(0.1)
        maker.turned_line(node, (x, top + mm(1.6)), words, style, angle=90.0)

    # ----------------------------------------------------------------- rows

    def _lay_continuation(self, item: _Item, y: float) -> float:
        if item.row is None and item.group is None:
            return y
        self._lay_band(None, item.section, y, suite=True)
        y -= _BAND
        if item.group and item.row:
            self._lay_group_line(None, item.group.short_title, y)
            y -= _BAND
        return y

    def _lay_item(self, item: _Item, y: float) -> None:
        if item.row and item.title:
            self._lay_row(item.row, item.title, y, self._height(item))
        elif item.group:
            self._lay_group_line(self._span_row(), item.group.title, y)
        else:
            self.tags.body = self.maker.node("TBody", self.tags.table)
            node = self._span_row()
            self.tags.section = node
            self._lay_band(node, item.section, y, suite=False)

    def _span_row(self) -> int:
        """Open a row whose one head runs over the whole table."""
        row = self.maker.node("TR", self.tags.body)
        span = len(self.block.columns) + 1
        return self.maker.node("TH", row, scope="Row", column_span=span)

    def _lay_band(self, node: int | None, section: MatrixSection, y: float, *, suite: bool) -> None:
        maker = self.maker
        box = Rect(maker.left, y - _BAND, maker.grid.measure, _BAND)
        maker.put(ShapeThing(None, rectangle(box), fill="nuit-14"))
        base = y - _BAND / 2 - _CAP_SHIFT
        x = maker.left + mm(1.5)
        x += maker.line(node, (x, base), (Words(section.number + " "),), "matrix-section") + mm(2)
        x += maker.line(node, (x, base), section.title, "matrix-section")
        if suite:
            maker.line(node, (x, base), (_SUITE,), "matrix-suite")

    def _lay_group_line(self, node: int | None, title: RichText, y: float) -> None:
        maker = self.maker
        base = y - mm(4.55)
        maker.line(node, (maker.left + _TITLE_INSET, base), title, "group")
        self._hairline(y - _BAND)

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
            self._lay_cell(row, tag, head, column, involvement, y - height / 2)
        self._hairline(y - height)

    def _lay_cell(
        self,
        row: MatrixRow,
        tag: int,
        head: int,
        column: int,
        involvement: Involvement | None,
        middle: float,
    ) -> None:
        maker = self.maker
        cell = maker.node("TD", tag, headers=(head, self.tags.columns[column]))
        if involvement is None:
            maker.put(EmptyThing(cell))
            return
        sign = maker.node("Span", cell, actual_text=_ACTUAL[involvement])
        size = min(_MARK, self.column_width * 0.8)
        x = self._column_x(column) + (self.column_width - size) / 2
        kind = mark_kind(involvement, row.type)
        maker.put(MarkThing(sign, kind, x, middle - size / 2, size))

    # ----------------------------------------------------------------- legend

    def _lay_legend(self, *, first: bool) -> None:
        maker, block = self.maker, self.block
        y = maker.y(_LEGEND_LINE)
        node = maker.node("P") if first else None
        x = maker.left + maker.line(node, (maker.left, y), block.funder_label, "label-small")
        gap = self._legend_gap(x - maker.left)
        for entry in block.legend:
            x += gap * (1 if entry.funder else 1.6)
            x += lay_legend_entry(entry, maker, x, y, tagged=first)
        if block.note:
            galley = maker.set(block.note, "caption", maker.grid.measure)
            note = maker.node("Note") if first else None
            maker.text(note, (maker.left, maker.y(_NOTE_LINE)), galley)

    def _legend_gap(self, used: float) -> float:
        """Spread the entries, closer where there are many; the beneficiary stands apart."""
        width = sum(_legend_width(entry, self.maker) for entry in self.block.legend)
        shares = sum(1 if entry.funder else 1.6 for entry in self.block.legend)
        return min(_LEGEND_GAP, (self.maker.grid.measure - used - width) / shares)


def _legend_width(entry: LegendEntry, maker: PageMaker) -> float:
    return _LEGEND_INSET + maker.setter.width(entry.label, "caption-black")


def lay_legend_entry(
    entry: LegendEntry, maker: PageMaker, x: float, y: float, *, tagged: bool
) -> float:
    """Lay a small sign and its meaning; return their width."""
    maker.mark(None, legend_kind(entry), x, y - mm(0.75), _LEGEND_MARK)
    node = maker.node("P") if tagged else None
    maker.line(node, (x + _LEGEND_INSET, y), entry.label, "caption-black")
    return _legend_width(entry, maker)


def legend_kind(entry: LegendEntry) -> str:
    return mark_kind(Involvement.FUNDER if entry.funder else Involvement.BENEFICIARY, entry.type)
