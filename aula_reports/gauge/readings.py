"""A book read with the gauge: its faults, and what they and its spaces come to on each page."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct, field

from aula_reports.gauge.drift import drifts
from aula_reports.gauge.echoes import echoes
from aula_reports.gauge.endings import lone_ends, short_ends
from aula_reports.gauge.faults import Fault, Kind
from aula_reports.gauge.hyphens import TALL_LADDER, cut_columns, hyphenated_lines, ladders
from aula_reports.gauge.lines import PlacedLine
from aula_reports.gauge.paragraphs import Paragraph, paragraphs_of
from aula_reports.gauge.rivers import rivers
from aula_reports.gauge.spacing import Spacing, spacing_of, uneven_lines
from aula_reports.gauge.turns import orphans, widows
from aula_reports.typeset.grid import Grid
from aula_reports.typeset.pages import Book

# What finds fault with a paragraph by itself.
_RULES: tuple[Callable[[Paragraph], Iterator[Fault]], ...] = (
    uneven_lines,
    hyphenated_lines,
    ladders,
    rivers,
    short_ends,
    lone_ends,
    widows,
    orphans,
    cut_columns,
    echoes,
)

# The page number that stands for the whole book.
_WHOLE = 0


class Reading(Struct, frozen=True):
    """What was counted and measured on a page, from 1, or in the whole book (page 0)."""

    page: int
    lines: int
    justified_lines: int
    spacing: Spacing | None
    counts: Mapping[Kind, int]
    longest_ladder: int
    tall_ladders: int


class BookReading(Struct, frozen=True):
    """A whole book, its pages that hold paragraphs, its faults from the worst on."""

    whole: Reading
    pages: tuple[Reading, ...]
    faults: tuple[Fault, ...]

    def worst(self, most: int) -> tuple[Fault, ...]:
        """Give the faults that hurt most, so many of them; those that are only counted never."""
        return tuple(fault for fault in self.faults if fault.weight)[:most]


class _Sheaf(Struct):
    """What stands on a page, or in a book, before it is summed up."""

    lines: int = 0
    justified: list[PlacedLine] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def read_book(book: Book, grid: Grid) -> BookReading:
    """Measure the setting of a book and find its faults."""
    paragraphs = paragraphs_of(book)
    faults = sorted(_faults(paragraphs, grid), key=lambda fault: (-fault.weight, fault.page))
    sheaves = _sheaves(paragraphs, faults)
    whole = _reading(_WHOLE, sheaves.pop(_WHOLE, _Sheaf()))
    pages = tuple(_reading(page, sheaves[page]) for page in sorted(sheaves))
    return BookReading(whole, pages, tuple(faults))


def _sheaves(paragraphs: Sequence[Paragraph], faults: Sequence[Fault]) -> dict[int, _Sheaf]:
    """Sort lines and faults by page, and all of them under the whole book."""
    sheaves: defaultdict[int, _Sheaf] = defaultdict(_Sheaf)
    for paragraph in paragraphs:
        for line in paragraph.lines:
            for page in (_WHOLE, line.page):
                sheaves[page].lines += 1
        for line in paragraph.justified_lines:
            for page in (_WHOLE, line.page):
                sheaves[page].justified.append(line)
    for fault in faults:
        for page in (_WHOLE, fault.page):
            sheaves[page].faults.append(fault)
    return sheaves


def _faults(paragraphs: Sequence[Paragraph], grid: Grid) -> Iterator[Fault]:
    for paragraph in paragraphs:
        for rule in _RULES:
            yield from rule(paragraph)
    yield from drifts(paragraphs, grid)


def _reading(page: int, sheaf: _Sheaf) -> Reading:
    counts = Counter(fault.kind for fault in sheaf.faults)
    heights = [int(fault.extent) for fault in sheaf.faults if fault.kind is Kind.LADDER]
    return Reading(
        page=page,
        lines=sheaf.lines,
        justified_lines=len(sheaf.justified),
        spacing=spacing_of(sheaf.justified),
        counts=counts,
        longest_ladder=max(heights, default=int(counts[Kind.HYPHENATED] > 0)),
        tall_ladders=sum(height >= TALL_LADDER for height in heights),
    )
