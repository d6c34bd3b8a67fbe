"""The assembly in three columns, each college under a heavy rule with its number of seats.

Bodies are parted by a blank line, and names stand on the same lines in all three columns: a
college opens on whole lines, its first body two and a half lower.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from msgspec import Struct

from aula_reports.compose.blocks import Assembly, AssemblyBody, AssemblyCollege, AssemblyMember
from aula_reports.compose.inline import RichText, Words
from aula_reports.compose.wording import SUITE
from aula_reports.geometry import mm
from aula_reports.model.layout import Alignment
from aula_reports.typeset.blocks.board_star import lay_board_note, lay_board_star
from aula_reports.typeset.blocks.head import lay_title, open_plain_page, opening_line
from aula_reports.typeset.blocks.hung import cap_top, hang_rule
from aula_reports.typeset.flow import Entry, alike, break_pages, even_columns, tallest
from aula_reports.typeset.maker import PageMaker

_COLUMNS, _SPAN = 3, 4
# Lines of a college's head; of the white before it, and before a body.
_HEAD = 2.5
_BEFORE_COLLEGE, _BEFORE_BODY = 1.5, 1.0
_OVER_NOTE = 2.0

_SLIVER = mm(2.9)
_STAR_INK = "brique"
# A body of more names than this may be cut.
_LONGEST_WHOLE = 20
# What it costs to start a column inside a college, as a share of an empty one.
_COLLEGE_CUT = 0.25


class _College(Struct, frozen=True):
    entry: Entry
    college: AssemblyCollege


class _Body(Struct, frozen=True):
    entry: Entry
    body: AssemblyBody
    # Lines of the name, without those of the note.
    lines: int


class _Member(Struct, frozen=True):
    entry: Entry
    member: AssemblyMember
    body: AssemblyBody


_Row = _College | _Body | _Member


def lay_ruled_assembly(block: Assembly, maker: PageMaker) -> None:
    """Share colleges out over three even columns a page."""
    open_plain_page(maker)
    lay_title(block.head, maker)
    rows = [row for n, c in enumerate(block.colleges) for row in _rows(c, maker, first=n == 0)]
    first = opening_line(maker)
    room = maker.layout.stations.note - _OVER_NOTE - first + 1
    for number, column in enumerate(_columns(rows, room)):
        if number and not number % _COLUMNS:
            lay_board_note(block, maker, _SLIVER, _STAR_INK)
            open_plain_page(maker)
        x = maker.column(1 + number % _COLUMNS * _SPAN)
        _Column(maker, x).lay([rows[index] for index in column], first)
    lay_board_note(block, maker, _SLIVER, _STAR_INK)


def _columns(rows: Sequence[_Row], room: float) -> list[range]:
    """Share rows out so that as few colleges as may be are cut, then in even columns."""
    entries = [row.entry for row in rows]
    best = even_columns(entries, _COLUMNS, room)
    shortest = max(tallest(entries), sum(entry.height for entry in entries) / len(best))
    for lines in range(ceil(shortest), int(room) + 1):
        columns = break_pages(entries, alike(float(lines)))
        if len(columns) == len(best) and _cuts(columns, rows) < _cuts(best, rows):
            best = columns
    return best


def _cuts(columns: Sequence[range], rows: Sequence[_Row]) -> int:
    starts = [rows[column.start] for column in columns if column]
    return sum(not isinstance(row, _College) for row in starts)


def _width(maker: PageMaker) -> float:
    return maker.grid.columns(_SPAN) - _SLIVER


# --------------------------------------------------------------------------- rows


def _rows(college: AssemblyCollege, maker: PageMaker, *, first: bool) -> Iterator[_Row]:
    gap = 0.0 if first else _BEFORE_COLLEGE
    yield _College(Entry(_HEAD, keeps_next=True, gap=gap, says=college.label), college)
    for number, body in enumerate(college.bodies):
        yield from _body_rows(body, maker, gap=_BEFORE_BODY if number else 0.0)


def _body_rows(body: AssemblyBody, maker: PageMaker, *, gap: float) -> Iterator[_Row]:
    """A body is kept whole unless it is very long; in a new column it stands under a rule."""
    lines = len(maker.set(body.short_name, "body-name", _width(maker)).lines)
    height = lines + (_note_lines(body.note, maker))
    entry = Entry(
        height,
        opening=_HEAD,
        keeps_next=True,
        gap=gap,
        cut_cost=_COLLEGE_CUT,
        says=body.short_name,
    )
    yield _Body(entry, body, lines)
    whole = len(body.members) <= _LONGEST_WHOLE
    for place, member in enumerate(body.members):
        is_last = place == len(body.members) - 1
        keeps = not is_last and (whole or place in (0, len(body.members) - 2))
        height = len(maker.set(member.name, "member", _width(maker)).lines)
        height += _note_lines(member.note, maker)
        entry = Entry(height, opening=_HEAD, keeps_next=keeps, cut_cost=0.3, says=member.name)
        yield _Member(entry, member, body)


def _note_lines(note: RichText, maker: PageMaker) -> int:
    if not note:
        return 0
    return len(maker.set(note, "substitute", _width(maker)).lines)


# --------------------------------------------------------------------------- laying


class _Column:
    """A column being laid: the list of the body that is open."""

    def __init__(self, maker: PageMaker, x: float) -> None:
        self.maker, self.x = maker, x
        self.names: int | None = None

    def lay(self, rows: Sequence[_Row], first: float) -> None:
        line = first
        if rows and not isinstance(rows[0], _College):
            self._rule(line, "nuit-30")
            line += _HEAD
        if rows and isinstance(rows[0], _Member):
            # What goes on from the column before says whose names they are, as an artifact.
            suite = (*rows[0].body.short_name, Words(SUITE))
            galley = self.maker.set(suite, "body-name", _width(self.maker))
            y = self.maker.y(line - 1) + galley.drop
            self.maker.text(None, (self.x + _SLIVER, y), galley)
        for place, row in enumerate(rows):
            line += row.entry.gap if place else 0.0
            self._lay_row(row, line)
            line += row.entry.height

    def _lay_row(self, row: _Row, line: float) -> None:
        match row:
            case _College():
                self._lay_college(row.college, line)
            case _Body():
                self._lay_body(row, line)
            case _Member():
                self._lay_member(row.member, line)

    def _rule(self, line: float, ink: str) -> None:
        top = cap_top(self.maker, line)
        hang_rule(self.maker, self.x, top, self.maker.grid.columns(_SPAN), ink)

    def _lay_college(self, college: AssemblyCollege, line: float) -> None:
        maker = self.maker
        self._rule(line, "nuit")
        y = maker.y(line + 1)
        node = maker.node("H2")
        maker.line(node, (self.x, y), college.label, "name-title")
        right = self.x + maker.grid.columns(_SPAN)
        maker.line(node, (right, y), college.seats, "small-soft", align=Alignment.RIGHT)

    def _lay_body(self, row: _Body, line: float) -> None:
        maker = self.maker
        galley = maker.set(row.body.short_name, "body-name", _width(maker))
        y = maker.y(line + row.lines - 1) + galley.drop
        maker.text(maker.node("H3"), (self.x + _SLIVER, y), galley)
        if row.body.note:
            self._lay_note(maker.node("P"), row.body.note, line + row.lines)
        self.names = maker.node("L", list_numbering="Disc")

    def _lay_member(self, member: AssemblyMember, line: float) -> None:
        maker, y = self.maker, self.maker.y(line)
        if self.names is None:
            self.names = maker.node("L", list_numbering="Disc")
        item = maker.node("LI", self.names)
        if member.on_board:
            lay_board_star(maker, maker.node("Lbl", item), (self.x, y), _STAR_INK)
        body = maker.node("LBody", item)
        galley = maker.set(member.name, "member", _width(maker))
        maker.text(body, (self.x + _SLIVER, y), galley)
        if member.note:
            self._lay_note(maker.node("Span", body), member.note, line + len(galley.lines))

    def _lay_note(self, node: int, note: RichText, line: float) -> None:
        galley = self.maker.set(note, "substitute", _width(self.maker))
        self.maker.text(node, (self.x + _SLIVER, self.maker.y(line)), galley)
