"""The Bureau as cards with medallions; the assembly in three columns, names hung."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from msgspec import Struct

from aula_reports.compose.blocks import (
    Assembly,
    AssemblyBody,
    AssemblyCollege,
    AssemblyMember,
    Bureau,
    BureauCard,
)
from aula_reports.compose.inline import RichText, Words
from aula_reports.compose.wording import SUITE
from aula_reports.geometry import circle, mm
from aula_reports.model.layout import Alignment, AssemblyLook, BureauLook
from aula_reports.typeset.blocks.assembly_ruled import lay_ruled_assembly
from aula_reports.typeset.blocks.board_star import lay_board_note, lay_board_star
from aula_reports.typeset.blocks.bureau_gallery import lay_gallery
from aula_reports.typeset.blocks.head import lay_head, open_plain_page
from aula_reports.typeset.display import lay_display
from aula_reports.typeset.flow import Entry, alike, break_pages, even_columns, height_of, run_on
from aula_reports.typeset.maker import PageMaker
from aula_reports.typeset.pages import Pen, ShapeThing

_CHAIR_DISC = mm(36)
_CARD_DISC = mm(22)
# Lines of the chair's role, name and mandates, and of the first cards, under the text's first.
_CHAIR_LINES = (1, 3, 5)
_CARD_LINE = 11
_CARD_STEP = 9.0
# A row of cards ends this far under the type area at most, the white under it included.
_CARDS_END = 2
_UNDER_CARD = 1.5
_MANDATE_GAP = mm(0.45)
_RULE_ABOVE_CARD = mm(4.5)


def lay_bureau(block: Bureau, maker: PageMaker) -> None:
    """Lay the chair alone, then the others two by two, over as many pages as it takes."""
    if maker.layout.governing.bureau is BureauLook.GALLERY:
        lay_gallery(block, maker)
        return
    open_plain_page(maker)
    lay_head(block.head, maker)
    text = maker.layout.stations.text
    first = text + 1
    people = maker.node("L")
    if block.chair:
        _lay_chair(block.chair, maker, people)
        first = text + _CARD_LINE
    rows = [block.members[index : index + 2] for index in range(0, len(block.members), 2)]
    entries = [Entry(max(_row_height(row, maker), _CARD_STEP), says=row[0].name) for row in rows]
    end = maker.layout.grid.lines + _CARDS_END
    rooms = (end - first, end - text)
    pages = break_pages(entries, run_on(*map(float, rooms)), last_white=0.0)
    for number, page in enumerate(pages):
        if number:
            open_plain_page(maker)
        line = float(first if not number else text)
        for index in page:
            for side, card in enumerate(rows[index]):
                _lay_card(card, maker, people, line, side)
            line += entries[index].height


def _row_height(row: Sequence[BureauCard], maker: PageMaker) -> float:
    """Count the lines of the longer of two cards, with the white under it."""
    return max(_card_height(card, maker) for card in row)


def _card_height(card: BureauCard, maker: PageMaker) -> float:
    width = maker.grid.columns(4)
    lines = len(maker.set(card.name, "person", width).lines) + (1 if card.role else 0)
    mandates = (maker.set(mandate, "mandate", width) for mandate in card.mandates)
    height = sum(galley.height + _MANDATE_GAP for galley in mandates)
    return ceil(lines + height / maker.grid.pitch + _UNDER_CARD)


def _lay_chair(card: BureauCard, maker: PageMaker, people: int) -> None:
    first = maker.layout.stations.text
    top = maker.y(first) + mm(2.1)
    _lay_disc(card, maker, maker.left, top, _CHAIR_DISC, chairs=True)
    x = maker.column(4)
    body = maker.node("LBody", maker.node("LI", people))
    role, name, mandates = (maker.y(first + line) for line in _CHAIR_LINES)
    maker.line(maker.node("P", body), (x, role), card.role, "label-soft")
    maker.line(maker.node("P", body), (x, name), card.name, "card-title")
    _lay_mandates(card.mandates, maker, body, x, mandates, maker.grid.columns(7))


def _lay_card(card: BureauCard, maker: PageMaker, people: int, line: float, side: int) -> None:
    x = maker.column(1 + 6 * side)
    y = maker.y(line)
    maker.rule(x, y + _RULE_ABOVE_CARD, maker.grid.columns(6), weight=0.4, ink="nuit-30")
    _lay_disc(card, maker, x, y + mm(2.1), _CARD_DISC, chairs=False)
    text = x + maker.grid.columns(2) + mm(4)
    body = maker.node("LBody", maker.node("LI", people))
    if card.role:
        maker.line(maker.node("P", body), (text, y), card.role, "label-soft")
        y -= maker.grid.pitch
    style = "person-vacant" if card.is_vacant else "person"
    width = maker.grid.columns(4)
    name = maker.set(card.name, style, width)
    below = maker.text(maker.node("P", body), (text, y), name)
    _lay_mandates(card.mandates, maker, body, text, below, width)


def _lay_disc(
    card: BureauCard, maker: PageMaker, x: float, top: float, size: float, *, chairs: bool
) -> None:
    centre_x, centre_y = x + size / 2, top - size / 2
    disc = circle(centre_x, centre_y, size / 2)
    if card.is_vacant:
        maker.put(ShapeThing(None, disc, pen=Pen("nuit-55", 0.6, dash=(2.4, 2.4))))
        return
    style = "initials-large" if chairs else "initials"
    maker.put(ShapeThing(None, disc, fill="nuit" if chairs else "nuit-14"))
    y = centre_y - maker.setter.cap_height(style) / 2
    lay_display(maker, None, (centre_x, y), (Words(card.initials),), style, align=Alignment.CENTRED)


def _lay_mandates(
    mandates: Sequence[RichText], maker: PageMaker, body: int, x: float, y: float, width: float
) -> None:
    for mandate in mandates:
        galley = maker.set(mandate, "mandate", width)
        y = maker.text(maker.node("P", body), (x, y), galley) - _MANDATE_GAP


# --------------------------------------------------------------------------- assembly

_COLUMNS = 3
_STAR_SLIVER = mm(3.5)
_STAR_INK = "nuit"
# The last name stands this far over the note.
_OVER_NOTE = 2


class _Row(Struct, frozen=True):
    """What stands on its own lines in a column, `height` in grid lines."""

    kind: str
    text: RichText
    height: float
    entry: Entry
    college: int
    member: AssemblyMember | None = None


def lay_assembly(block: Assembly, maker: PageMaker) -> None:
    """Share colleges out over three columns a page; a college that goes on repeats its name."""
    if maker.layout.governing.assembly is AssemblyLook.RULED:
        lay_ruled_assembly(block, maker)
        return
    open_plain_page(maker)
    lay_head(block.head, maker)
    rows, columns = _shared_out(block, maker)
    tree = _Tree(maker)
    for number, column in enumerate(columns):
        if number and not number % _COLUMNS:
            lay_board_note(block, maker, _STAR_SLIVER, _STAR_INK)
            open_plain_page(maker)
        _lay_column(block, [rows[i] for i in column], maker, number % _COLUMNS, tree)
    lay_board_note(block, maker, _STAR_SLIVER, _STAR_INK)


def _shared_out(block: Assembly, maker: PageMaker) -> tuple[list[_Row], list[range]]:
    """Share rows out over columns, whole lines between bodies unless half lines save a page.

    Whole lines keep the names of all columns in register.
    """
    stations = maker.layout.stations
    room = stations.note - _OVER_NOTE - stations.text + 1
    trials = []
    for gap in (1.0, 0.5):
        rows = [row for n, c in enumerate(block.colleges) for row in _rows(c, n, maker, gap)]
        trials.append((rows, _columns_of_bodies(rows, room)))
    whole, half = trials
    return half if len(half[1]) <= len(whole[1]) - _COLUMNS else whole


def _columns_of_bodies(rows: Sequence[_Row], room: float) -> list[range]:
    """Share rows out over even columns; longer ones if those begin with a body or college."""
    entries = [row.entry for row in rows]
    even = even_columns(entries, _COLUMNS, room)
    height = max(height_of(entries, column) for column in even)
    while height <= room:
        columns = break_pages(entries, alike(height))
        if len(columns) <= len(even) and all(rows[c.start].kind != "member" for c in columns):
            return columns
        height += 0.5
    return even


def _rows(college: AssemblyCollege, number: int, maker: PageMaker, gap: float) -> Iterator[_Row]:
    """Give the rows of a college; its name has a line under it, and `gap` more."""
    height = 1.0 + gap
    yield _Row("college", college.label, height, _college_entry(number, height), number)
    for place, body in enumerate(college.bodies):
        space = gap if place else 0.0
        yield from _body_rows(body, number, maker, gap=space, opening=height)


def _college_entry(number: int, height: float) -> Entry:
    return Entry(height, keeps_next=True, gap=2.0 if number else 0.0)


def _body_rows(
    body: AssemblyBody, number: int, maker: PageMaker, *, gap: float, opening: float
) -> Iterator[_Row]:
    """Give the rows of a body; a column that repeats its college's name has `opening` for it."""
    width = maker.grid.columns(4) - _STAR_SLIVER
    lines = len(maker.set(body.name, "body-name", width).lines)
    entry = Entry(lines, opening=opening, keeps_next=True, gap=gap, says=body.name)
    yield _Row("body", body.name, lines, entry, number)
    for place, member in enumerate(body.members):
        last = place == len(body.members) - 1
        yield _member_row(member, number, maker, width, opening=opening, last=last)


def _member_row(
    member: AssemblyMember,
    college: int,
    maker: PageMaker,
    width: float,
    *,
    opening: float,
    last: bool,
) -> _Row:
    height = 1.0
    if member.note:
        lines = len(maker.set(member.note, "substitute", width).lines)
        height += lines
    cut_cost = 0.3 if not last else 0.5
    entry = Entry(height, opening=opening, cut_cost=cut_cost, says=member.name)
    return _Row("member", member.name, height, entry, college, member)


class _Tree:
    """The nested lists of the assembly, opened as names come."""

    def __init__(self, maker: PageMaker) -> None:
        self._maker = maker
        self.names = 0

    def open_body(self) -> None:
        self.names = self._maker.node("L", list_numbering="Disc")


def _lay_column(
    block: Assembly, rows: list[_Row], maker: PageMaker, number: int, tree: _Tree
) -> None:
    x = maker.column(1 + number * 4)
    line = float(maker.layout.stations.text)
    if rows and rows[0].kind != "college":
        suite = (*block.colleges[rows[0].college].label, Words(SUITE))
        maker.line(maker.node("P"), (x, maker.y(line)), suite, "overline")
        line += rows[0].entry.opening
    for place, row in enumerate(rows):
        line += row.entry.gap if place else 0.0
        _lay_row(row, maker, x, line, tree, first=place == 0)
        line += row.height


def _lay_row(
    row: _Row, maker: PageMaker, x: float, line: float, tree: _Tree, *, first: bool
) -> None:
    y = maker.y(line)
    if row.kind == "college":
        if not first:
            maker.rule(x, y + mm(4.5), maker.grid.columns(4), weight=0.4, ink="nuit-30")
        maker.line(maker.node("H2"), (x, y), row.text, "overline")
    elif row.kind == "body":
        galley = maker.set(row.text, "body-name", maker.grid.columns(4) - _STAR_SLIVER)
        maker.text(maker.node("H3"), (x + _STAR_SLIVER, y), galley)
        tree.open_body()
    elif row.member:
        _lay_member(row.member, maker, x, y, tree)


def _lay_member(member: AssemblyMember, maker: PageMaker, x: float, y: float, tree: _Tree) -> None:
    item = maker.node("LI", tree.names)
    if member.on_board:
        lay_board_star(maker, maker.node("Lbl", item), (x, y), _STAR_INK)
    body = maker.node("LBody", item)
    maker.line(body, (x + _STAR_SLIVER, y), member.name, "name")
    if member.note:
        galley = maker.set(member.note, "substitute", maker.grid.columns(4) - _STAR_SLIVER)
        below = y - maker.grid.pitch + mm(0.6)
        maker.text(maker.node("Span", body), (x + _STAR_SLIVER, below), galley)
