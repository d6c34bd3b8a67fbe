"""The grid of a layout laid under the text of its pages: baselines, columns, type area.

All of it is artifacts: what a page says does not change.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, takewhile

from msgspec.structs import replace

from aula_reports.gauge.proof_inks import GRID
from aula_reports.geometry import Path, Rect, line, mm, rectangle
from aula_reports.model.layout import Layout
from aula_reports.typeset.grid import Grid
from aula_reports.typeset.pages import Book, Page, Pen, ShapeThing, TextThing

_HAIRLINE = Pen(GRID, 0.25)
_COLUMNS = Pen(GRID, 0.25, dash=(2.0, 2.0))
_TYPE_AREA = Pen(GRID, 0.6)


def with_grid(book: Book, layout: Layout) -> Book:
    """Lay the grid under the first text of each page, over whatever grounds come before it."""
    sides = {recto: tuple(_grid(layout, recto=recto)) for recto in (False, True)}
    return replace(book, pages=tuple(_with(page, sides[page.is_recto]) for page in book.pages))


def _with(page: Page, shapes: tuple[ShapeThing, ...]) -> Page:
    texts = (place for place, thing in enumerate(page.things) if isinstance(thing, TextThing))
    first = next(texts, len(page.things))
    return replace(page, things=(*page.things[:first], *shapes, *page.things[first:]))


def _grid(layout: Layout, *, recto: bool) -> Iterator[ShapeThing]:
    grid = Grid.of(layout)
    left, foot = grid.left(recto=recto), mm(layout.margins.foot_mm)
    area = Rect(left, foot, grid.measure, grid.head - foot)
    yield ShapeThing(None, _baselines(grid), pen=_HAIRLINE)
    yield ShapeThing(None, _columns(grid, area, layout.grid.columns), pen=_COLUMNS)
    yield ShapeThing(None, rectangle(area), pen=_TYPE_AREA)


def _baselines(grid: Grid) -> Path:
    """Rule every line of the grid across the trim, from its head to its foot."""
    first = -int((grid.height - grid.head) // grid.pitch)
    heights = takewhile(lambda y: y > 0, map(grid.y, count(first)))
    return tuple(segment for y in heights for segment in line(0, y, grid.width, y))


def _columns(grid: Grid, area: Rect, columns: int) -> Path:
    lefts = (area.x + grid.column(number) for number in range(1, columns + 1))
    edges = (edge for left in lefts for edge in (left, left + grid.columns(1)))
    return tuple(segment for x in edges for segment in line(x, area.y, x, area.top))
