"""Rivers: wide spaces that run through line after line, one under the other."""

from __future__ import annotations

from collections.abc import Iterator

from aula_reports.gauge.faults import Fault, Kind
from aula_reports.gauge.lines import Gap, ends_column
from aula_reports.gauge.paragraphs import Paragraph

# Lines that a river runs through at the least; how wide its spaces are, in natural ones; how much
# of the narrower of two spaces lies under or over the other.
_LENGTH, _WIDE, _OVERLAP = 4, 1.25, 0.6

_PER_LINE = 0.5


def rivers(paragraph: Paragraph) -> Iterator[Fault]:
    """Find chains of wide spaces; the extent is the number of lines of each."""
    if not paragraph.is_justified:
        return
    above: list[tuple[Gap, int]] = []
    for place, line in enumerate(paragraph.lines):
        if place and ends_column(paragraph.lines[place - 1], line):
            yield from _ended(paragraph, place, above)
            above = []
        wide = [gap for gap in line.gaps if gap.width >= _WIDE * gap.natural]
        here = [(gap, _length(gap, above)) for gap in wide]
        dry = [(gap, length) for gap, length in above if not _runs_on(gap, wide)]
        yield from _ended(paragraph, place, dry)
        above = here
    yield from _ended(paragraph, len(paragraph.lines), above)


def _length(gap: Gap, above: list[tuple[Gap, int]]) -> int:
    return 1 + max((length for other, length in above if _meet(gap, other)), default=0)


def _runs_on(gap: Gap, below: list[Gap]) -> bool:
    return any(_meet(gap, other) for other in below)


def _meet(one: Gap, other: Gap) -> bool:
    shared = min(one.right, other.right) - max(one.left, other.left)
    return shared >= _OVERLAP * min(one.width, other.width)


def _ended(paragraph: Paragraph, place: int, gaps: list[tuple[Gap, int]]) -> Iterator[Fault]:
    """Tell of the rivers that run dry above a line: their first line is quoted."""
    for _, length in gaps:
        if length >= _LENGTH:
            first = paragraph.lines[place - length]
            yield Fault(Kind.RIVER, first, _PER_LINE * length, length)
