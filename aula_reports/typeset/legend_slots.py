"""Legends beside a stack of layers: where each may start, and how its rule gets there.

All depths are points down from the top of the stack. A legend starts at its layer's upper edge
where it can; a thin layer's borrows height from the next, and is pushed back up at the foot.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

# Less than this is no kink, in points.
_STRAIGHT = 0.3


def spread(tops: Sequence[float], needs: Sequence[float], room: float) -> list[float]:
    """Give each legend a start, in order, so that none runs into the next or past `room`."""
    starts: list[float] = []
    free = 0.0
    for top, need in zip(tops, needs, strict=True):
        starts.append(max(top, free))
        free = starts[-1] + need
    for place in range(len(starts) - 1, -1, -1):
        starts[place] = min(starts[place], room - needs[place])
        room = starts[place]
    return starts


def turns(tops: Sequence[float], starts: Sequence[float]) -> list[float]:
    """Say at which share of the way each rule turns from its layer to its legend.

    Rules that go the same way turn one after the other, so that they never cross; one that runs
    straight has 0.
    """
    ways = [_way(top, start) for top, start in zip(tops, starts, strict=True)]
    shares: list[float] = []
    for way, run in groupby(ways):
        count = len(list(run))
        ranks = range(1, count + 1) if way < 0 else range(count, 0, -1)
        shares += [rank / (count + 1) if way else 0.0 for rank in ranks]
    return shares


def _way(top: float, start: float) -> int:
    if abs(start - top) < _STRAIGHT:
        return 0
    return 1 if start > top else -1
