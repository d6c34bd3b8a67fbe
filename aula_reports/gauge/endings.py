"""How paragraphs end: on a line of some length, not on a short word alone (RULES.md, R53)."""

from __future__ import annotations

from collections.abc import Iterator

from aula_reports.gauge.faults import Fault, Kind
from aula_reports.gauge.paragraphs import Paragraph

_SHORT_SHARE = 0.12
_SHORT_LETTERS = 6
_SHORT_WEIGHT, _LONE_WEIGHT = 1.5, 1.0


def short_ends(paragraph: Paragraph) -> Iterator[Fault]:
    """Find a last line that covers too little of the measure; the extent is its share."""
    last = paragraph.lines[-1]
    width, measure = last.right - last.x, paragraph.measure
    if len(paragraph.lines) > 1 and width < _SHORT_SHARE * measure:
        yield Fault(Kind.SHORT_END, last, _SHORT_WEIGHT, width / measure)


def lone_ends(paragraph: Paragraph) -> Iterator[Fault]:
    """Find a last line of one short word; the extent is its number of letters."""
    last = paragraph.lines[-1]
    letters = sum(map(str.isalnum, last.text))
    if len(paragraph.lines) > 1 and len(last.text.split()) == 1 and letters < _SHORT_LETTERS:
        yield Fault(Kind.LONE_END, last, _LONE_WEIGHT, letters)
