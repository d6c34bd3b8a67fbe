"""Action sheets: heads over a margin of figures and a column of text, shared out over pages.

A sheet that one page holds is never cut; several short ones share a page, each at an equal part
of it where they are low enough. A longer one runs on under its head, repeated with « (suite) ».
The pages of an axis are chosen together (see `flow`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from msgspec import Struct

from aula_reports.compose.blocks import Sheet, SheetPages
from aula_reports.diagnostics import ContentOverflow
from aula_reports.typeset.blocks.head import open_plain_page
from aula_reports.typeset.blocks.sheet_head import (
    SheetHead,
    lay_sheet_head,
    lay_suite_head,
    set_sheet_head,
)
from aula_reports.typeset.blocks.sheet_margin import (
    SheetMargin,
    lay_margin,
    lay_quote,
    set_margin,
)
from aula_reports.typeset.blocks.sheet_picture import lay_sheet_picture, takes_sheet_picture
from aula_reports.typeset.blocks.sheet_text import (
    SheetLine,
    fit_sheet_text,
    foot_height,
    lay_sheet_text,
    set_sheet_text,
)
from aula_reports.typeset.flow import Entry, alike, break_pages, run_on
from aula_reports.typeset.maker import PageMaker
from aula_reports.typeset.notes import NOTE_HEAD

# Lines between two sheets of a page, at least.
_GAP = 3.0
# A text goes on over a page with this many lines at least.
_LEAST_LINES = 3
_LAST_WHITE = 0.0
# Second sheets of facing pages that start so many lines apart at most are made to start alike.
_TWO, _NEAR = 2, 4.0


class _SetSheet(Struct):
    """A sheet, set; heights in lines of the grid, notes included. `is_quoted`: its sentence has
    been raised.
    """

    sheet: Sheet
    head: SheetHead
    margin: SheetMargin
    lines: list[SheetLine]
    is_quoted: bool = False

    @property
    def height(self) -> float:
        text = len(self.lines) + foot_height(self.lines)
        return self.head.height + max(text, self.margin.height)


class _Piece(Struct, frozen=True):
    """What a page shows of a sheet: some of its lines, with the head and margin or a « suite »."""

    sheet: _SetSheet
    lines: range
    opens: bool

    @property
    def height(self) -> float:
        least = self.sheet.margin.height if self.opens else 0.0
        return self.head_height + max(len(self.lines) + self.foot, least)

    @property
    def head_height(self) -> float:
        return self.sheet.head.height if self.opens else self.sheet.head.suite_height

    @property
    def shown(self) -> Sequence[SheetLine]:
        return self.sheet.lines[self.lines.start : self.lines.stop]

    @property
    def foot(self) -> int:
        """Lines that its notes take under its text."""
        return foot_height(self.shown)

    @property
    def ends(self) -> bool:
        return self.lines.stop >= len(self.sheet.lines)


def lay_sheets(block: SheetPages, maker: PageMaker) -> None:
    """Lay the sheets of an axis over as many pages as they take."""
    sheets = [_set(sheet, maker) for sheet in block.sheets]
    room = float(maker.layout.grid.lines)
    pages = [pieces for run in _runs(sheets, room) for pieces in _pages(run, room)]
    starts = [_starts([piece.height for piece in pieces], room) for pieces in pages]
    # Pages 0 and 1 face each other if the first of them is a verso.
    for verso in range(int(maker.next_is_recto), len(pages) - 1, 2):
        _align(pages[verso : verso + 2], starts[verso : verso + 2], room)
    for pieces, lines in zip(pages, starts, strict=True):
        open_plain_page(maker)
        _lay_page(pieces, lines, maker, block.axis)


def _set(sheet: Sheet, maker: PageMaker) -> _SetSheet:
    head = set_sheet_head(sheet, maker)
    done = _SetSheet(sheet, head, set_margin(sheet, maker), set_sheet_text(sheet, maker))
    room = float(maker.layout.grid.lines)
    if done.height > room:
        rooms = run_on(room - head.height, room - head.suite_height)
        done.lines = fit_sheet_text(done.lines, maker, rooms, f"fiche {sheet.number}")
    return done


# --------------------------------------------------------------------------- pages


def _runs(sheets: Sequence[_SetSheet], room: float) -> Iterator[list[_SetSheet]]:
    """Part sheets so that a long one opens a page; shorter ones may follow on its last."""
    run: list[_SetSheet] = []
    for sheet in sheets:
        if run and sheet.height > room:
            yield run
            run = []
        run.append(sheet)
    yield run


def _pages(sheets: Sequence[_SetSheet], room: float) -> Iterator[list[_Piece]]:
    """Share sheets out over pages."""
    pieces = [piece for sheet in sheets for piece in _smallest_pieces(sheet, room)]
    entries = [_entry(piece) for piece in pieces]
    pages = break_pages(entries, alike(room), last_white=_LAST_WHITE)
    for page in _filled_first(pages, pieces, entries, room):
        yield list(_joined([pieces[index] for index in page]))


def _filled_first(
    pages: Sequence[range], pieces: Sequence[_Piece], entries: Sequence[Entry], room: float
) -> list[range]:
    """Fill a page before its sheet runs on to the next one: all white is under its end."""
    filled = list(pages)
    for number in range(len(filled) - 1):
        page, after = filled[number], filled[number + 1]
        own = pieces[page.stop - 1].sheet
        if not after or pieces[after.start].sheet is not own:
            continue
        rest = [index for index in after if pieces[index].sheet is own]
        used = sum(entries[i].height + (entries[i].gap if i > page.start else 0.0) for i in page)
        used += entries[page.start].opening
        foot = 0.0
        for index in page:
            foot = entries[index].foot_after(foot)
        stop = page.stop
        for index in rest[:-1]:
            used += entries[index].height
            foot = entries[index].foot_after(foot)
            if used + foot > room:
                break
            if not entries[index].keeps_next:
                stop = index + 1
        filled[number], filled[number + 1] = range(page.start, stop), range(stop, after.stop)
    return filled


def _smallest_pieces(sheet: _SetSheet, room: float) -> Iterator[_Piece]:
    """Cut a sheet no more than it must be: whole, or line by line under its margin.

    Raises ContentOverflow where its titles or its margin are higher than a page.
    """
    count = len(sheet.lines)
    if sheet.height <= room:
        yield _Piece(sheet, range(count), opens=True)
        return
    first = min(max(ceil(sheet.margin.height), _LEAST_LINES), count)
    while first < count and sheet.lines[first - 1].keeps_next:
        first += 1
    opening = _Piece(sheet, range(first), opens=True)
    if opening.height > room:
        which = sheet.sheet.number
        raise ContentOverflow(f"la fiche {which} passe la page — abréger ses titres ou sa marge")
    yield opening
    for number in range(first, count):
        yield _Piece(sheet, range(number, number + 1), opens=False)


def _entry(piece: _Piece) -> Entry:
    if piece.opens and piece.ends:
        return Entry(piece.height, gap=_GAP)
    foot = sum(line.foot for line in piece.shown)
    if piece.opens:
        return Entry(piece.height - piece.foot, gap=_GAP, foot=foot, foot_head=NOTE_HEAD)
    line = piece.sheet.lines[piece.lines.start]
    opening = piece.sheet.head.suite_height
    keeps_next = line.keeps_next and not piece.ends
    return Entry(1.0, opening=opening, keeps_next=keeps_next, foot=foot, foot_head=NOTE_HEAD)


def _joined(pieces: Sequence[_Piece]) -> Iterator[_Piece]:
    """Join neighbouring pieces of the same sheet."""
    done: _Piece | None = None
    for piece in pieces:
        if done and done.sheet is piece.sheet:
            done = _Piece(done.sheet, range(done.lines.start, piece.lines.stop), done.opens)
            continue
        if done:
            yield done
        done = piece
    if done:
        yield done


# --------------------------------------------------------------------------- a page


def _lay_page(
    pieces: Sequence[_Piece], starts: Sequence[float], maker: PageMaker, axis: int
) -> None:
    room = float(maker.layout.grid.lines)
    last = pieces[-1]
    free = room - starts[-1] - last.height if last.ends else 0.0
    pictured = takes_sheet_picture(last.sheet.sheet, maker, free)
    # Notes end the part of the page that a sheet has; over a picture, its text.
    feet = [*(start - _GAP for start in starts[1:]), 0.0 if pictured else room]
    for piece, start, foot in zip(pieces, starts, feet, strict=True):
        _lay_piece(piece, maker, axis, start, foot)
    filled = sum(piece.height for piece in pieces)
    if pictured:
        filled += lay_sheet_picture(last.sheet.sheet, maker, free)
    maker.fill[maker.page_number] = min(filled / room, 1.0)


def _starts(heights: Sequence[float], room: float) -> list[float]:
    """Choose the line on which each sheet of a page starts.

    Equal parts of the page where every sheet is low enough for its own; else one after another,
    with the white shared out between them.
    """
    slot = room // len(heights)
    if all(height + _GAP <= slot for height in heights[:-1]) and heights[-1] <= slot:
        return [number * slot for number in range(len(heights))]
    spare = room - sum(heights) - _GAP * (len(heights) - 1)
    more = max(spare // max(len(heights) - 1, 1), 0.0)
    starts, line = [], 0.0
    for height in heights:
        starts.append(line)
        line = ceil(line + height) + _GAP + min(more, _GAP)
    return starts


def _align(facing: Sequence[Sequence[_Piece]], starts: Sequence[list[float]], room: float) -> None:
    """Start the second sheets of facing pages on one line, where they nearly do and both fit."""
    if any(len(lines) != _TWO for lines in starts):
        return
    seconds = [lines[1] for lines in starts]
    lowest = max(seconds)
    fits = all(lowest + pieces[1].height <= room for pieces in facing)
    if fits and lowest - min(seconds) <= _NEAR:
        for lines in starts:
            lines[1] = lowest


def _lay_piece(piece: _Piece, maker: PageMaker, axis: int, start: float, foot: float) -> None:
    """Lay a piece from a line on; its notes end on `foot`, or under its text where that is 0."""
    sheet = piece.sheet
    hue = maker.hue(axis)
    if piece.opens:
        lay_sheet_head(sheet.head, maker, hue, start)
        first = start + sheet.head.height
        lay_margin(sheet.margin, maker, hue, first)
    else:
        lay_suite_head(sheet.head, maker, hue, start)
        first = start + sheet.head.suite_height
        if not sheet.is_quoted:
            sheet.is_quoted = lay_quote(sheet.margin, maker, hue, first, len(piece.lines))
    foot = foot or ceil(first) + len(piece.lines) + piece.foot
    lay_sheet_text(piece.shown, maker, hue, first, foot)
