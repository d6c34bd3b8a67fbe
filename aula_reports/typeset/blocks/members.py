"""The members as text marks, in place of logos that a book may not have: groups of equal cells.

Voices alternate so that neighbours differ and no mark outweighs another. The last line of every
name of a row stands on one baseline, what explains it under that. Type is never made smaller for
a name: one too long for its cell is balanced over two lines, or takes a narrower voice. Rows are
a little lower where that saves a page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from aula_reports.compose.blocks import MarkGroup, Members, TextMark
from aula_reports.compose.inline import RichText, Words, plain
from aula_reports.compose.wording import NO_BREAK_HYPHEN, SUITE
from aula_reports.diagnostics import ContentOverflow
from aula_reports.geometry import mm
from aula_reports.typeset.blocks.head import lay_title, open_plain_page, opening_line
from aula_reports.typeset.blocks.hung import hang_rule
from aula_reports.typeset.flow import Entry, break_pages, run_on
from aula_reports.typeset.galley import Galley
from aula_reports.typeset.maker import PageMaker

# In the order in which they take turns: six, so that neither rows of four nor of three repeat.
_VOICES = (
    *("mark-black", "mark-light", "mark-italic"),
    *("mark-sans", "mark-serif", "mark-bold"),
)
# Where the voice whose turn it is has no room for a name, which comes next, counted from it: those
# of the cells beside it, and above and below it, come last.
_INSTEAD = {4: (0, 3, 2, 4, 1, 5), 3: (0, 2, 4, 3, 1, 5)}
_FEW = 6
_CELLS, _CELLS_OF_FEW = 4, 3
# In lines: from a group's rule to its label, and to its first row; a row, at best and at least.
_LABEL, _HEAD = 1.5, 2.5
_ROWS = (6.0, 5.5, 5.0)
_GROUP_GAP = 1
# White at the foot of a row, which the last row of a page may leave out.
_ROW_WHITE = 2
# What a row of the usual height holds: lines of a name, of its explanation.
_NAME_LINES, _DETAIL_LINES = 2, 3
_DETAIL_DROP = mm(3.9)
# What a name may take of its cell, or it would touch its neighbours'.
_SHARE_OF_CELL = 0.94
_SUITE = Words(SUITE)
_CUT_COST = 0.1


class _Cell(Struct, frozen=True):
    name: Galley
    detail: Galley


class _Row(Struct, frozen=True):
    """Cells of a group side by side; `first` where the group begins with it.

    `place` is the group's among the groups; `above` and `below` are the lines that long names and
    long explanations add to the row's height.
    """

    place: int
    group: MarkGroup
    cells: tuple[_Cell, ...]
    first: bool
    above: int
    below: int

    def height(self, usual: float) -> float:
        return usual + self.above + self.below

    def entry(self, usual: float) -> Entry:
        height, says = self.height(usual), self.cells[0].name.rich
        if self.first:
            return Entry(height + _HEAD, gap=_GROUP_GAP, says=says)
        return Entry(height, opening=_HEAD, cut_cost=_CUT_COST, says=says)


class _Plan(Struct, frozen=True):
    """Rows by page, and how high a row is, in lines."""

    pages: list[range]
    row: float


def lay_members(block: Members, maker: PageMaker) -> None:
    """Lay group after group; one that goes on over the page repeats its label there."""
    rows = list(_rows(block.groups, maker))
    open_plain_page(maker)
    lay_title(block.head, maker)
    tops = (_cap_line(opening_line(maker), maker), _cap_line(1, maker))
    plan = _plan(rows, tops, maker)
    lists: dict[int, int] = {}
    for number, page in enumerate(plan.pages):
        if number:
            open_plain_page(maker)
        top = tops[min(number, 1)]
        for index in page:
            row, opens = rows[index], index == page.start
            if row.first or opens:
                top += 0 if opens else _GROUP_GAP
                top = _lay_group_head(row, top, maker)
            _lay_row(row, top + plan.row / 2 + row.above, lists, maker)
            top += row.height(plan.row)


def _plan(rows: Sequence[_Row], tops: tuple[float, float], maker: PageMaker) -> _Plan:
    """Take the highest rows that need no more pages than the lowest would."""
    last = maker.layout.grid.lines + _ROW_WHITE
    plans = [
        _Plan(
            break_pages(
                [row.entry(usual) for row in rows],
                run_on(*(last - top for top in tops)),
                last_white=0.0,
            ),
            usual,
        )
        for usual in _ROWS
    ]
    fewest = min(len(plan.pages) for plan in plans)
    return next(plan for plan in plans if len(plan.pages) == fewest)


def _cap_line(line: float, maker: PageMaker) -> float:
    """The line, in parts, at the height of the capitals of another."""
    return line - maker.setter.cap_height("body") / maker.grid.pitch


# ------------------------------------------------------------------------------ cells


def _rows(groups: Sequence[MarkGroup], maker: PageMaker) -> Iterator[_Row]:
    turn = 0
    for number, group in enumerate(groups):
        across = _across(group)
        for start in range(0, len(group.marks), across):
            marks = group.marks[start : start + across]
            cells = tuple(
                _cell(mark, _voices(turn + start + place, across), _width(across, maker), maker)
                for place, mark in enumerate(marks)
            )
            yield _Row(number, group, cells, start == 0, *_extra(cells, maker))
        turn += len(group.marks)


def _across(group: MarkGroup) -> int:
    return _CELLS_OF_FEW if len(group.marks) <= _FEW else _CELLS


def _width(across: int, maker: PageMaker) -> float:
    return maker.grid.columns(maker.layout.grid.columns // across) * _SHARE_OF_CELL


def _voices(turn: int, across: int) -> list[str]:
    """Give the voices of a cell in the order in which they are tried."""
    return [_VOICES[(turn + step) % len(_VOICES)] for step in _INSTEAD[across]]


def _cell(mark: TextMark, voices: list[str], width: float, maker: PageMaker) -> _Cell:
    detail = maker.set(mark.detail, "mark-detail", width)
    return _Cell(_set_name(mark.name, voices, width, maker), detail)


def _set_name(name: RichText, voices: list[str], width: float, maker: PageMaker) -> Galley:
    """Set a name in the first voice, on one line or two, else in another that has room for it.

    Names with hyphens are kept whole as long as a voice holds them so. Raises ContentOverflow.
    """
    for words in (name, _breakable(name)):
        for most in (_NAME_LINES, len(plain(name))):
            for voice in voices:
                galley = maker.set(words, voice, width)
                if len(galley.lines) <= most and galley.width <= width:
                    return galley
    raise ContentOverflow(f"membres : « {plain(name)} » est trop long — donner un nom court")


def _breakable(name: RichText) -> RichText:
    """Let a name be divided at its hyphens."""
    return tuple([Words(plain((part,)).replace(NO_BREAK_HYPHEN, "-")) for part in name])


def _extra(cells: Sequence[_Cell], maker: PageMaker) -> tuple[int, int]:
    """Count the lines that the longest name adds over the baseline, and explanations under it."""
    above = max(_surplus(cell.name, _NAME_LINES) for cell in cells)
    below = max(_surplus(cell.detail, _DETAIL_LINES) for cell in cells)
    return -int(-above // maker.grid.pitch), -int(-below // maker.grid.pitch)


def _surplus(galley: Galley, lines: int) -> float:
    return max(len(galley.lines) - lines, 0) * galley.leading


# ------------------------------------------------------------------------------ pages


def _lay_group_head(row: _Row, top: float, maker: PageMaker) -> float:
    """Lay the rule and the label, an artifact where it is repeated; return the first row's top."""
    hang_rule(maker, maker.left, maker.y(top), maker.grid.measure)
    title = row.group.title if row.first else (*row.group.title, _SUITE)
    label = maker.set(title, "caps-label", maker.grid.measure)
    node = maker.node("H2") if row.first else None
    maker.text(node, (maker.left, maker.y(top + _LABEL)), label)
    return top + _HEAD + label.drop / maker.grid.pitch


def _lay_row(row: _Row, line: float, lists: dict[int, int], maker: PageMaker) -> None:
    """Lay the cells of a row, their names on a line; `lists` are the elements of groups begun."""
    across = _across(row.group)
    span = maker.layout.grid.columns // across
    inset = (maker.grid.columns(span) - _width(across, maker)) / 2
    if row.first:
        lists[row.place] = maker.node("L")
    for place, cell in enumerate(row.cells):
        body = maker.node("LBody", maker.node("LI", lists[row.place]))
        _lay_cell(cell, maker.column(1 + place * span) + inset, maker.y(line), body, maker)


def _lay_cell(cell: _Cell, x: float, y: float, body: int, maker: PageMaker) -> None:
    """Lay a mark; a name alone on its lines stands about the baseline of its row."""
    rise = cell.name.drop
    if not cell.detail.lines:
        rise /= 2
    maker.text(maker.node("P", body), (x, y + rise), cell.name)
    if cell.detail.lines:
        maker.text(maker.node("P", body), (x, y - _DETAIL_DROP), cell.detail)
