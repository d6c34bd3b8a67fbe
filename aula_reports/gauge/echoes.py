"""Neighbouring lines that start or end alike (homéoarchies): the reader's eye skips one."""

from __future__ import annotations

from collections.abc import Iterator

from aula_reports.gauge.faults import Fault, Kind
from aula_reports.gauge.paragraphs import Paragraph

# A shorter word does not catch the eye, unless the next one comes back with it.
_LETTERS = 3
_WEIGHT = 0.5


def echoes(paragraph: Paragraph) -> Iterator[Fault]:
    """Find lines that start like the one before, or end like it unless they are the last."""
    for line, following in paragraph.neighbours:
        first, second = line.words, following.words
        if _alike(first, second):
            yield Fault(Kind.ECHO, following, _WEIGHT)
        if following is not paragraph.lines[-1] and _alike(first[::-1], second[::-1]):
            yield Fault(Kind.ECHO, following, _WEIGHT)


def _alike(one: list[str], other: list[str]) -> bool:
    """Say whether two lists begin with the same long word, or with the same two words."""
    if not one or not other or one[0] != other[0]:
        return False
    return len(one[0]) >= _LETTERS or (len(one) > 1 and one[:2] == other[:2])
