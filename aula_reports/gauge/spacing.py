"""Word spaces of justified lines: how wide, and how far from their natural width.

The glue ratio r of a line is TeX's with plain proportions: 0 where spaces are natural, 1 where
they grew by a half, -1 where they lost a third (Knuth and Plass 1981). Tied spaces are fixed by
design and left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import inf
from statistics import fmean

from msgspec import Struct

from aula_reports.gauge.faults import Fault, Kind
from aula_reports.gauge.lines import Gap, PlacedLine
from aula_reports.gauge.paragraphs import Paragraph
from aula_reports.typeset.gather import WIDEST_EM

_STRETCH, _SHRINK = 1 / 2, 1 / 3
_LOOSE, _TIGHT = 1.0, -1.0
# What rounding may add to a ratio.
_TOLERATED = 1e-3


class Spacing(Struct, frozen=True):
    """Word spaces of some lines in em, and the root mean square of the lines' ratios."""

    mean: float
    percentile_95: float
    widest: float
    ratio: float


def spacing_of(lines: Iterable[PlacedLine]) -> Spacing | None:
    """Measure the word spaces of justified lines; None without any.

    The mean is that of the lines' means, so that each line counts once.
    """
    spaced = [gaps for line in lines if (gaps := line.word_gaps)]
    if not spaced:
        return None
    widths = [gap.em for gaps in spaced for gap in gaps]
    ratios = [glue_ratio(gaps) for gaps in spaced]
    return Spacing(
        mean=fmean(fmean(gap.em for gap in gaps) for gaps in spaced),
        percentile_95=percentile(widths, 0.95),
        widest=max(widths),
        ratio=fmean(ratio * ratio for ratio in ratios) ** 0.5,
    )


def glue_ratio(gaps: Sequence[Gap]) -> float:
    """Compare the mean space of a line with its natural one."""
    natural = fmean(gap.natural for gap in gaps)
    excess = fmean(gap.width for gap in gaps) - natural
    return excess / (natural * (_STRETCH if excess >= 0.0 else _SHRINK))


def _short_ratio(line: PlacedLine, measure: float) -> float:
    """Give the ratio at which a line left short would reach the measure; -inf for any other.

    Such a line's letters are as wide as they may be, and yet it does not reach.
    """
    gaps = line.word_gaps
    if line.spans[0].scale <= 1.0:
        return -inf
    more = (line.x + measure - line.right) / len(gaps)
    if fmean(gap.width for gap in gaps) + more <= WIDEST_EM * line.size:
        return -inf
    return glue_ratio(gaps) + more / (fmean(gap.natural for gap in gaps) * _STRETCH)


def percentile(numbers: Sequence[float], share: float) -> float:
    """Find what a share of numbers does not exceed, between two of them if need be."""
    ordered = sorted(numbers)
    place = (len(ordered) - 1) * share
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def uneven_lines(paragraph: Paragraph) -> Iterator[Fault]:
    """Find loose and tight lines; one that was left short is as loose as it should have been."""
    for line in paragraph.justified_lines:
        gaps = line.word_gaps
        ratio = max(glue_ratio(gaps), _short_ratio(line, paragraph.measure)) if gaps else 0.0
        if ratio > _LOOSE + _TOLERATED:
            yield Fault(Kind.LOOSE, line, ratio, ratio)
        elif ratio < _TIGHT - _TOLERATED:
            yield Fault(Kind.TIGHT, line, -ratio, ratio)
