"""Lines that end inside a word: how many, in ladders (one under the other), at a column's end."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from aula_reports.gauge.faults import Fault, Kind
from aula_reports.gauge.lines import ends_column
from aula_reports.gauge.paragraphs import Paragraph

# The fewest hyphens that make a ladder; the fewest that are one too many (RULES.md, R53).
LADDER, TALL_LADDER = 2, 3

_ON_ONE_PAGE, _OVER_THE_PAGE = 1.5, 2.5


def hyphenated_lines(paragraph: Paragraph) -> Iterator[Fault]:
    """Count the lines that end inside a word; the last one never does."""
    for line in paragraph.lines[:-1]:
        if line.is_hyphenated:
            yield Fault(Kind.HYPHENATED, line, 0.0)


def ladders(paragraph: Paragraph) -> Iterator[Fault]:
    """Find hyphens one under the other; the extent is their number."""
    for hyphenated, group in groupby(paragraph.lines[:-1], lambda line: line.is_hyphenated):
        lines = list(group)
        if hyphenated and len(lines) >= LADDER:
            # Two are tolerated, three are seen, four are a flight of stairs.
            weight = (len(lines) - 1) ** 2 / 2
            yield Fault(Kind.LADDER, lines[0], weight, len(lines))


def cut_columns(paragraph: Paragraph) -> Iterator[Fault]:
    """Find words that are cut by the end of a column or page."""
    for line, following in paragraph.neighbours:
        if line.is_hyphenated and ends_column(line, following):
            turned = following.page != line.page
            yield Fault(Kind.CUT_COLUMN, line, _OVER_THE_PAGE if turned else _ON_ONE_PAGE)
