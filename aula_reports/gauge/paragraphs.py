"""Paragraphs: the lines of an element that follow each other at its leading.

Only running text counts, of an element that holds prose: titles, labels and cells have manners of
their own. An element may hold several texts (a name, then a role under it), and a justified one
forced line ends: its lines are parted there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from aula_reports.gauge.lines import PlacedLine, ends_column, lines_by_element
from aula_reports.typeset.pages import Book

_PROSE = frozenset(("P", "LBody", "Note", "BlockQuote"))

# Lines of one paragraph are closer than this, in their size.
_WIDEST_LEADING = 2.0
_SAME = 0.01


class Paragraph(Struct, frozen=True, eq=False):
    """Lines of one text, from first to last."""

    lines: tuple[PlacedLine, ...]
    is_justified: bool

    @property
    def justified_lines(self) -> tuple[PlacedLine, ...]:
        """Give the lines that were driven to the measure: never the last one."""
        return self.lines[:-1] if self.is_justified else ()

    @property
    def measure(self) -> float:
        """How wide the text is, in points: that of its longest line where it is ragged."""
        return max(line.right - line.x for line in self.lines)

    @property
    def neighbours(self) -> Iterator[tuple[PlacedLine, PlacedLine]]:
        return pairwise(self.lines)


def paragraphs_of(book: Book) -> list[Paragraph]:
    """Find the paragraphs of a book in reading order."""
    return [
        paragraph
        for element, lines in lines_by_element(book).items()
        if book.nodes[element].role in _PROSE
        for paragraph in _paragraphs(lines)
    ]


def _paragraphs(lines: Sequence[PlacedLine]) -> Iterator[Paragraph]:
    for part in _parted(lines):
        justified = any(line.is_driven for line in part)
        for lines_ in _forced_ends(part) if justified else (part,):
            yield Paragraph(tuple(lines_), justified)


def _parted(lines: Sequence[PlacedLine]) -> Iterator[list[PlacedLine]]:
    """Part lines that do not stand one under the other, or are not of one size."""
    part = [lines[0]]
    for before, line in pairwise(lines):
        if not _follows(line, before):
            yield part
            part = []
        part.append(line)
    yield part


def _follows(line: PlacedLine, before: PlacedLine) -> bool:
    if abs(line.size - before.size) > _SAME:
        return False
    if ends_column(before, line):
        return True
    return abs(line.x - before.x) < _SAME and before.y - line.y < _WIDEST_LEADING * line.size


def _forced_ends(lines: Sequence[PlacedLine]) -> Iterator[list[PlacedLine]]:
    """Part a justified text after lines that nobody drove, though they have spaces: it was told
    to end them.
    """
    part: list[PlacedLine] = []
    for line in lines:
        part.append(line)
        if line.word_gaps and not line.is_driven:
            yield part
            part = []
    if part:
        yield part
