"""Where the ink of outlines lies along straight lines, and in the bands between them.

A leader asks what it would cross; a label asks whether a rectangle is empty. Both are answered
from sorted spans, found once an outline: no polygon is ever cut against another.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct

from aula_reports.geometry import Rect
from aula_reports.typeset.outline_map import Chain, Point

# From where to where an outline has ink.
Span = tuple[float, float]


def rows_of(chains: Iterable[Chain], levels: Sequence[float]) -> list[list[Span]]:
    """Find the spans of x inside closed chains (even-odd) at each height; heights ascend."""
    count = len(levels)
    crossings: list[list[float]] = [[] for _ in levels]
    for chain in chains:
        for (ax, ay), (bx, by) in _edges(chain):
            low, high = (ay, by) if ay < by else (by, ay)
            place = bisect_left(levels, low)
            while place < count and levels[place] < high:
                along = (levels[place] - ay) / (by - ay)
                crossings[place].append(ax + (bx - ax) * along)
                place += 1
    return [_paired(found) for found in crossings]


def columns_of(chains: Iterable[Chain], places: Sequence[float]) -> list[list[Span]]:
    """Find the spans of y inside closed chains at each x; the places ascend."""
    turned = [tuple([(y, x) for x, y in chain]) for chain in chains]
    return rows_of(turned, places)


def _edges(chain: Chain) -> Iterable[tuple[Point, Point]]:
    yield from pairwise(chain)
    if chain[0] != chain[-1]:
        yield chain[-1], chain[0]


def _paired(crossings: list[float]) -> list[Span]:
    crossings.sort()
    return list(zip(crossings[::2], crossings[1::2], strict=False))


class Bands(Struct, frozen=True):
    """Horizontal bands of one height, each with the spans of x where some ink is."""

    bottom: float
    step: float
    spans: tuple[tuple[Span, ...], ...]

    def meets(self, box: Rect) -> bool:
        """Say whether a rectangle may touch ink; exact but for one band above and below."""
        first = max(math.floor((box.y - self.bottom) / self.step), 0)
        last = min(math.floor((box.top - self.bottom) / self.step), len(self.spans) - 1)
        start, end = box.x, box.right
        for spans in self.spans[first : max(last + 1, first)]:
            for left, right in spans:
                if left <= end and right >= start:
                    return True
        return False


def border_bands(chains: Sequence[Chain], room: Rect, step: float) -> Bands:
    """Note where the lines themselves of chains run through the bands of a room."""
    bands = _empty_bands(room, step)
    for chain in chains:
        for a, b in _edges(chain):
            _note_edge(a, b, room.y, step, bands)
    return Bands(room.y, step, tuple(map(_merged, bands)))


def ink_bands(chains: Sequence[Chain], room: Rect, step: float) -> Bands:
    """Note where closed chains have ink, lines and insides, in the bands of a room.

    Whatever is inside within a band touches an edge in the band, or the band's foot or head:
    the spans of those three cover it.
    """
    borders = border_bands(chains, room, step)
    count = len(borders.spans)
    rows = rows_of(chains, [room.y + step * level for level in range(count + 1)])
    spans = [_merged([*borders.spans[band], *rows[band], *rows[band + 1]]) for band in range(count)]
    return Bands(room.y, step, tuple(spans))


def _empty_bands(room: Rect, step: float) -> list[list[Span]]:
    return [[] for _ in range(math.ceil(room.height / step))]


def _note_edge(a: Point, b: Point, bottom: float, step: float, bands: list[list[Span]]) -> None:
    """Add the part of an edge in each band that it runs through."""
    (ax, ay), (bx, by) = (a, b) if a[1] <= b[1] else (b, a)
    first = max(math.floor((ay - bottom) / step), 0)
    last = min(math.floor((by - bottom) / step), len(bands) - 1)
    slope = (bx - ax) / (by - ay) if by > ay else 0.0
    for band in range(first, last + 1):
        foot = bottom + band * step
        low = ax + (foot - ay) * slope if foot > ay else ax
        high = ax + (foot + step - ay) * slope if foot + step < by else bx
        bands[band].append((low, high) if low < high else (high, low))


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span[0] <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], span[1]))
        else:
            merged.append(span)
    return tuple(merged)
