"""Ragged lines: the fewest, with the least rag, spaces at their natural width.

The same total fit as `linebreak`, for text that is not justified: a line costs by the square of
the white at its end, but no more than a little as long as it ends inside the rag zone. This
module knows neither letters nor fonts.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from math import inf

from aula_reports.typeset.places import SHORTEST_LAST, Measure, Places, lowest_to_come

# Ragged setting: one line more weighs more than any rag; penalties are scaled to squared shares.
_RAGGED_LINE = 10.0
_RAGGED_OVERFULL = 1e6
_RAGGED_PENALTY = 1e-3
_RAGGED_SHORT_LAST = 0.15

# The rag zone: so much white at a line's end, in shares of the measure, is what ragged text looks
# like, and costs only a part of its square. A hyphen or a lone word is avoided there first.
_ZONE = 0.12
_IN_ZONE = 0.3


# A hair that no eye sees, in points.
_TOLERATED = 0.01


def fits_a_line(width: float, measure: Measure) -> bool:
    """Say whether a ragged text of a natural width is one line of its measure."""
    return width <= measure.width + (measure.lead - measure.indent) + _TOLERATED


def rag(places: Places, measure: Measure) -> list[int]:
    """Break into the fewest lines with the least squared rag, spaces at their natural width.

    What cannot be broken stays too wide. Returns the places chosen, the last one included.
    """
    last = len(places.end) - 1
    if fits_a_line(places.end[-1], measure):
        return [last]
    ends, width = places.end, measure.width
    prices = [_RAGGED_LINE + _RAGGED_PENALTY * penalty for penalty in places.penalty]
    floor = lowest_to_come(ends)
    best = [inf] * (last + 1)
    before = [-1] * (last + 1)
    overfull = -_TOLERATED / width
    cost, start = 0.0, measure.lead - measure.indent
    for origin in range(-1, last):
        if origin >= 0:
            cost, start = best[origin], places.start[origin]
        if cost == inf:
            continue
        reach = width + start
        after = origin + 1
        high = bisect_right(floor, reach + _TOLERATED, after)
        for place in range(after, high if high > after else after + 1):
            slack = (reach - ends[place]) / width
            if place == last or slack < overfull:
                total = cost + (prices[place] + _edge_cost(slack, overfull))
            else:
                white = slack * slack if slack > _ZONE else _IN_ZONE * slack * slack
                total = cost + (prices[place] + white)
            if total < best[place]:
                best[place], before[place] = total, origin
    return _chain(before, last)


def balance(places: Places, measure: Measure, floor: float) -> float:
    """Find the narrowest width, at least `floor` of the measure, that needs no more lines."""
    floors = lowest_to_come(places.end)
    wanted = _first_fit(places, floors, measure.width, measure)
    if wanted is None:
        return measure.width
    low, high = floor * measure.width, measure.width
    if _first_fit(places, floors, low, measure) == wanted:
        return low
    while high - low > _TOLERATED:
        middle = (low + high) / 2
        if _first_fit(places, floors, middle, measure) == wanted:
            high = middle
        else:
            low = middle
    return high


def _edge_cost(slack: float, overfull: float) -> float:
    """Price a line that is too wide by more than is tolerated, or the last one."""
    if slack < overfull:
        return -_RAGGED_OVERFULL * slack
    return _RAGGED_SHORT_LAST if 1.0 - slack < SHORTEST_LAST else 0.0


def _first_fit(
    places: Places, floors: Sequence[float], width: float, measure: Measure
) -> int | None:
    """Count the lines of a greedy setting; None if something is too wide."""
    last = len(floors) - 1
    start, place, lines = measure.lead - measure.indent, -1, 0
    while place < last:
        high = bisect_right(floors, width + start + _TOLERATED, place + 1)
        if high <= place + 1:
            return None
        place, lines = high - 1, lines + 1
        start = places.start[place]
    return lines


def _chain(before: list[int], last: int) -> list[int]:
    chosen, place = [], last
    while place >= 0:
        chosen.append(place)
        place = before[place]
    return chosen[::-1]
