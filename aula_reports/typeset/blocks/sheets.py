"""Action sheets: heads over a margin of figures and a column of text, shared out over pages.

A sheet that one page holds is never cut; several short ones share a page, each under the one
before it and on the same lines on facing pages: the white is at the foot. A longer one runs on
under its head, repeated with « (suite) ». The pages of an axis are chosen together (see `flow`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import accumulate
from math import ceil

from msgspec import Struct
from msgspec.structs import replace

from aula_reports.compose.blocks import Sheet, SheetPages
from aula_reports.diagnostics import ContentOverflow
from aula_reports.model.origin import field_at
from aula_reports.typeset.blocks.head import open_plain_page
from aula_reports.typeset.blocks.sheet_head import (
    SheetHead,
    lay_sheet_head,
    lay_suite_head,
    set_sheet_head,
)
from aula_reports.typeset.blocks.sheet_margin import (
    QUOTE_GAP,
    SheetMargin,
    lay_margin,
    lay_quote,
    set_margin,
)
from aula_reports.typeset.blocks.sheet_picture import lay_sheet_picture, takes_sheet_picture
from aula_reports.typeset.blocks.sheet_text import (
    SheetLine,
    SheetText,
    foot_height,
    lay_sheet_text,
    set_sheet_text,
)
from aula_reports.typeset.fitting import RunningText, fitted
from aula_reports.typeset.flow import Entry, alike, break_pages
from aula_reports.typeset.maker import PageMaker

# Lines between two sheets of a page, at least.
_GAP = 3.0
# A text goes on over a page with this many lines at least.
_LEAST_LINES = 3
_LAST_WHITE = 0.0
# White is under the end of a sheet, where it weighs so little, rather than inside.
_UNDER_SHEET = 0.001
# Sheets that follow another on a page start on a multiple of so many lines.
_STATION_STEP = 4.0
# Sheets of facing pages that would start so many lines apart at most are made to start alike.
_NEAR = 8.0


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


def lay_sheets(block: SheetPages, maker: PageMaker, *, ends_on_recto: bool = False) -> None:
    """Lay the sheets of an axis over as many pages as they take.

    Where what follows starts a spread, and they would end on a verso, the last sheet takes the
    recto if it shares its page: better two pages with white at their feet than an empty one.
    """
    sheets = [_set(sheet, maker) for sheet in block.sheets]
    room = float(maker.layout.grid.lines)
    pages: list[list[_Piece]] = []
    for run in _runs(sheets, room):
        pages += _pages(run, maker, maker.page_number + len(pages) + 1)
    ends_on_verso = (maker.next_is_recto + len(pages)) % 2 == 1
    if ends_on_recto and ends_on_verso and len(pages[-1]) > 1 and pages[-1][-1].opens:
        pages[-1:] = [pages[-1][:-1], pages[-1][-1:]]
    starts = [_starts([piece.height for piece in pieces], room) for pieces in pages]
    # Pages 0 and 1 face each other if the first of them is a verso.
    for verso in range(int(maker.next_is_recto), len(pages) - 1, 2):
        _align(pages[verso : verso + 2], starts[verso : verso + 2], room)
    for pieces, lines in zip(pages, starts, strict=True):
        open_plain_page(maker)
        _lay_page(pieces, lines, maker, block.axis)


def _set(sheet: Sheet, maker: PageMaker) -> _SetSheet:
    head = set_sheet_head(sheet, maker)
    return _SetSheet(sheet, head, set_margin(sheet, maker), set_sheet_text(sheet, maker))


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


def _pages(sheets: Sequence[_SetSheet], maker: PageMaker, number: int) -> list[list[_Piece]]:
    """Share the sheets of a run out over pages from a number on."""
    room = float(maker.layout.grid.lines)
    pieces = [_Piece(sheet, range(len(sheet.lines)), opens=True) for sheet in sheets]
    entries = [Entry(piece.height, gap=_GAP, white=_UNDER_SHEET) for piece in pieces]
    if sheets[0].height > room:
        pages = _run_on(sheets[0], entries[1:], maker, number)
        count = len(sheets[0].lines)
        lines = [_Piece(sheets[0], range(n, n + 1), opens=n == 0) for n in range(count)]
        pieces = [*lines, *pieces[1:]]
    else:
        pages = break_pages(entries, alike(room), last_white=_LAST_WHITE)
    return [list(_joined([pieces[index] for index in page])) for page in pages]


def _run_on(
    sheet: _SetSheet, after: Sequence[Entry], maker: PageMaker, number: int
) -> Sequence[range]:
    """Set a long sheet so that its pages come out best, those after it on its last.

    Raises ContentOverflow where its titles or its margin are higher than a page.
    """
    room, head = float(maker.layout.grid.lines), sheet.head
    least = head.height + max(sheet.margin.height, _LEAST_LINES)
    if _opening(sheet) > room:
        which = sheet.sheet.number
        raise ContentOverflow(f"la fiche {which} passe la page — abréger ses titres ou sa marge")
    text = SheetText.of(sheet.lines)
    first, *others = (replace(one, opening=head.suite_height) for one in text.stretches)
    stretches = [replace(first, head=head.height), *others]
    stretches[-1] = replace(stretches[-1], end=_UNDER_SHEET)
    running = RunningText(f"fiche {sheet.sheet.number}", number, stretches, tuple(after), least)
    better, pages = fitted(maker, running, alike(room))
    sheet.lines = text.lines(better)
    return pages


def _opening(sheet: _SetSheet) -> float:
    """Height of the least that the first page of a long sheet shows."""
    count = len(sheet.lines)
    first = min(max(ceil(sheet.margin.height), _LEAST_LINES), count)
    while first < count and sheet.lines[first - 1].keeps_next:
        first += 1
    return _Piece(sheet, range(first), opens=True).height


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
        with maker.telling(piece.sheet.sheet.origin):
            _lay_piece(piece, maker, axis, start, foot)
    filled = sum(piece.height for piece in pieces)
    if pictured:
        with maker.telling(field_at(last.sheet.sheet.origin, "image")):
            filled += lay_sheet_picture(last.sheet.sheet, maker, free)
    maker.fill[maker.page_number] = min(filled / room, 1.0)


def _starts(heights: Sequence[float], room: float) -> list[float]:
    """Choose the line on which each sheet of a page starts.

    The first free station after the sheet before it, so that sheets of all pages start on a few
    lines and white is at the foot; where stations leave no room, the first free line.
    """
    starts = _stacked(heights, _STATION_STEP)
    if starts[-1] + heights[-1] <= room:
        return starts
    return _stacked(heights, 1.0)


def _stacked(heights: Sequence[float], step: float, first: float = 0.0) -> list[float]:
    """Start sheets one under the other, on multiples of a step."""
    return list(accumulate(heights[:-1], partial(_next_start, step), initial=first))


def _next_start(step: float, start: float, height: float) -> float:
    return ceil((ceil(start + height) + _GAP) / step) * step


def _align(facing: Sequence[Sequence[_Piece]], starts: Sequence[list[float]], room: float) -> None:
    """Start the sheets of facing pages on the same lines, one after another, while all fit."""
    heights = [[piece.height for piece in pieces] for pieces in facing]
    for place in range(1, min(map(len, starts))):
        lowest = max(lines[place] for lines in starts)
        moved = [_moved(*page, place, lowest) for page in zip(starts, heights, strict=True)]
        ends = [lines[-1] + page[-1] for lines, page in zip(moved, heights, strict=True)]
        if max(ends) > room or lowest - min(lines[place] for lines in starts) > _NEAR:
            return
        for lines, better in zip(starts, moved, strict=True):
            lines[:] = better


def _moved(
    starts: Sequence[float], heights: Sequence[float], place: int, line: float
) -> list[float]:
    """Start one sheet of a page on a line, those after it lower where they must."""
    return [*starts[:place], *_stacked(heights[place:], _STATION_STEP, line)]


def _lay_piece(piece: _Piece, maker: PageMaker, axis: int, start: float, foot: float) -> None:
    """Lay a piece from a line on; its notes end on `foot`, or under its text where that is 0."""
    sheet = piece.sheet
    hue = maker.hue(axis)
    if piece.opens:
        lay_sheet_head(sheet.head, maker, hue, start)
        first = start + sheet.head.height
        lay_margin(sheet.margin, maker, hue, first)
        taken = sheet.margin.height + QUOTE_GAP
    else:
        lay_suite_head(sheet.head, maker, hue, start)
        first, taken = start + sheet.head.suite_height, 0.0
    if not (sheet.is_quoted or (piece.opens and piece.ends)):
        room = len(piece.lines) - ceil(taken)
        sheet.is_quoted = lay_quote(sheet.margin, maker, hue, first + ceil(taken), room)
    foot = foot or ceil(first) + len(piece.lines) + piece.foot
    lay_sheet_text(piece.shown, maker, hue, first, foot)
