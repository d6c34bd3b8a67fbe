"""Where paragraphs turn to another column or page: no line of theirs is left alone there."""

from __future__ import annotations

from collections.abc import Iterator

from aula_reports.gauge.faults import Fault, Kind
from aula_reports.gauge.lines import ends_column
from aula_reports.gauge.paragraphs import Paragraph

_WIDOW_WEIGHT, _ORPHAN_WEIGHT = 4.0, 3.0


def widows(paragraph: Paragraph) -> Iterator[Fault]:
    """Find a last line alone at the head of a column or page."""
    lines = paragraph.lines
    if len(lines) > 1 and ends_column(lines[-2], lines[-1]):
        yield Fault(Kind.WIDOW, lines[-1], _WIDOW_WEIGHT)


def orphans(paragraph: Paragraph) -> Iterator[Fault]:
    """Find a first line alone at the foot of a column or page."""
    lines = paragraph.lines
    if len(lines) > 1 and ends_column(lines[0], lines[1]):
        yield Fault(Kind.ORPHAN, lines[0], _ORPHAN_WEIGHT)
