"""Baselines against the grid: running text stands on it, or facing pages do not register.

Running text is what most justified lines are set in. Its ragged paragraphs (lists, notes hung
beside a title) may stand on half lines.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from aula_reports.gauge.faults import Fault, Kind
from aula_reports.gauge.lines import PlacedLine
from aula_reports.gauge.paragraphs import Paragraph
from aula_reports.typeset.grid import Grid

# In points: less is the rounding of sums.
_TOLERATED = 0.05
_WEIGHT = 2.0

_Type = tuple[str, float]


def drifts(paragraphs: Sequence[Paragraph], grid: Grid) -> Iterator[Fault]:
    """Find lines of running text off the grid; the extent is how far, in points."""
    running = running_type(paragraphs)
    for paragraph in paragraphs:
        pitch = grid.pitch if paragraph.is_justified else grid.pitch / 2
        for line in paragraph.lines:
            depth = (grid.head - line.y) / pitch
            drift = abs(depth - round(depth)) * pitch
            if drift > _TOLERATED and running in _types(line):
                yield Fault(Kind.DRIFT, line, _WEIGHT + drift, drift)


def running_type(paragraphs: Sequence[Paragraph]) -> _Type | None:
    """Find the face and size of running text; None if no text is justified."""
    counts = Counter(
        kind
        for paragraph in paragraphs
        if paragraph.is_justified
        for line in paragraph.lines
        for kind in _types(line)
    )
    return max(counts, key=lambda kind: (counts[kind], kind), default=None)


def _types(line: PlacedLine) -> set[_Type]:
    return {(span.face, span.size) for span in line.spans}
