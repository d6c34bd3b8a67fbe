"""Running text in two balanced columns under a head, page after page."""

from __future__ import annotations

from collections.abc import Sequence

from aula_reports.compose.blocks import Prose
from aula_reports.typeset.fitting import even
from aula_reports.typeset.flow import break_pages
from aula_reports.typeset.maker import PageMaker
from aula_reports.typeset.prose import (
    ProseLine,
    columns_of,
    lay_lines,
    prose_entries,
    set_prose,
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


def _lay_columns(maker: PageMaker, lines: Sequence[ProseLine], first: float) -> int:
    """Lay lines in columns of the same height and return it."""
    columns = columns_of(lines, _COLUMNS)
    for number, column in enumerate(columns):
        x = maker.column(1 + number * _SPAN)
        lay_lines(maker, lines[column.start : column.stop], x, maker.y(first))
    return max((len(column) for column in columns), default=0)
