"""Running text in two balanced columns under a head, page after page."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from aula_reports.compose.blocks import Prose
from aula_reports.typeset.fitting import even
from aula_reports.typeset.flow import break_pages, tallest
from aula_reports.typeset.maker import PageMaker
from aula_reports.typeset.prose import (
    Column,
    ProseLine,
    columns_of,
    height_of,
    lay_columns,
    prose_entries,
    set_prose,
    with_parted_notes,
)

_COLUMNS = 2
_SPAN = 6
# The first line of text on a page without a head.
RUN_ON_LINE = 2


def lay_in_columns(prose: Prose, maker: PageMaker, master: str) -> float:
    """Lay prose from the text's station on; return the line after it on its last page.

    Further pages are opened with `master`.
    """
    first = float(maker.layout.stations.text)
    lines = even(maker, set_prose(maker, prose, maker.grid.columns(_SPAN)), _COLUMNS)
    entries = prose_entries(lines, 1.0)
    rooms = (maker.layout.grid.lines - first, maker.layout.grid.lines - RUN_ON_LINE)
    if tallest(entries) > max(rooms):
        return _lay_parted(maker, lines, (first, *rooms), master)
    pages = break_pages(entries, lambda column: rooms[column // _COLUMNS > 0], last_white=0.0)
    for number in range(0, len(pages), _COLUMNS):
        if number:
            maker.open_page(master)
            first = float(RUN_ON_LINE)
        columns = pages[number : number + _COLUMNS]
        page = lines[columns[0].start : columns[-1].stop]
        height = _lay_columns(maker, page, first)
        if number + _COLUMNS >= len(pages):
            return first + height
    return first


def _lay_parted(
    maker: PageMaker, lines: Sequence[ProseLine], tops: tuple[float, float, float], master: str
) -> float:
    """Lay lines of which one calls a note that no column holds: over full columns, on pages to
    their last line; `tops` are the first line and the rooms of the first page and of others.
    """
    first, *rooms = tops
    last = maker.layout.grid.lines
    columns = with_parted_notes(lines, lambda column: rooms[column // _COLUMNS > 0])
    for number, (shown, notes) in enumerate(columns):
        side = number % _COLUMNS
        if number and not side:
            maker.open_page(master)
            first = float(RUN_ON_LINE)
        x = maker.column(1 + side * _SPAN)
        lay_columns(maker, [Column(shown, x, first, last - 1, notes)])
    return float(last)


def _lay_columns(maker: PageMaker, lines: Sequence[ProseLine], first: float) -> int:
    """Lay lines in columns of the same height and return it; notes end both where one has some."""
    columns = [lines[column.start : column.stop] for column in columns_of(lines, _COLUMNS)]
    height = max((ceil(height_of(column)) for column in columns), default=0)
    placed = [
        Column(column, maker.column(1 + number * _SPAN), first, first + height - 1)
        for number, column in enumerate(columns)
    ]
    lay_columns(maker, placed)
    return height
