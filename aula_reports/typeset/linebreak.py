"""Total-fit line breaking on bare numbers (Knuth & Plass, “Breaking paragraphs into lines”, 1981).

A paragraph is a list of `Places` where a line may end, each with the natural widths of the text
up to there. The best chain of places is found by forward dynamic programming: the sums grow along
the text, so bisection gives the few places that can end a line which starts at a given one.
This module knows neither letters nor fonts.

Spaces stretch and shrink by shares of their own width. A *tied* space (U+00A0) follows its line
but grows at most to 1.25 of its width: it would tear `:` and `%` off their words otherwise.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from math import inf

from msgspec import Struct

# Word spaces between 82 and 135 % of their width (look/ppa/NOTES.md, section 2). A line whose
# spaces reach 135 % has the ratio 1, one whose spaces are at 82 % the ratio -1.
STRETCH = 0.35
SHRINK = 0.18

# U+00A0 grows to 1.25 of its width at most (RULES.md, "Widths for the line builder").
_KNEE = 0.25 / STRETCH

# Demerits, in the currency of TeX: (10 + 100 r³)² for a line of ratio r.
_LINE = 10.0
_MISMATCH = 5_000.0
_TWO_HYPHENS = 8_000.0
_HYPHEN_BEFORE_LAST = 5_000.0
_SHORT_LAST = 20_000.0
_THREE_HYPHENS = 1e9
_OVERFULL = 1e13
_MOST_HYPHENS = 2
_SHORTEST_LAST = 0.12

# The ratio -1, and what sums of floats may miss of it.
_TIGHTEST = -1.0 - 1e-9

# A line without spaces that is too short counts as this loose.
_LOOSEST = 40.0


# One place: its end, end_free, start, start_free, tied, penalty, hyphen.
Place = tuple[float, float, float, float, float, float, bool]


class Places(Struct, frozen=True):
    """Where lines may end, in order; parallel columns. The last place is the paragraph's end.

    `end` is the width of the text from its start to a line's end at this place (a hyphen of ours
    included, what hangs excluded); `start` to where the next line would begin (what hangs at its
    beginning included). `end_free`, `start_free`, `tied` are the widths of the breakable and of
    the tied spaces in them. `hyphen` says that the line would end with a hyphen.
    """

    end: tuple[float, ...]
    end_free: tuple[float, ...]
    start: tuple[float, ...]
    start_free: tuple[float, ...]
    tied: tuple[float, ...]
    penalty: tuple[float, ...]
    hyphen: tuple[bool, ...]

    @classmethod
    def of(cls, rows: Sequence[Place]) -> Places:
        """Turn rows, at least one, into columns."""
        return cls(*zip(*rows, strict=True))

    def __len__(self) -> int:
        return len(self.end)


class Measure(Struct, frozen=True):
    """The line's measure; the first line starts `indent` inside, less what hangs (`lead`)."""

    width: float
    indent: float = 0.0
    lead: float = 0.0


def ratio_of(slack: float, free: float, tied: float) -> float:
    """Find the ratio at which spaces of these widths take up `slack` (negative: give it)."""
    if slack < 0:
        room = SHRINK * (free + tied)
        return slack / room if room else -inf
    room = STRETCH * (free + tied)
    if not room:
        return inf if slack else 0.0
    if slack <= _KNEE * room:
        return slack / room
    return (slack - STRETCH * _KNEE * tied) / (STRETCH * free) if free else inf


def growth(ratio: float) -> tuple[float, float]:
    """Give the shares by which free and tied spaces grow at a ratio."""
    if ratio < 0:
        return SHRINK * ratio, SHRINK * ratio
    return STRETCH * ratio, STRETCH * min(ratio, _KNEE)


def justify(places: Places, measure: Measure, tolerance: float) -> list[int] | None:
    """Break a paragraph into lines of equal width; None if a line exceeds the tolerance.

    An infinite tolerance always succeeds: what cannot be broken stays too wide.
    Returns the indices of the places chosen, the last one included.
    """
    return _Justifier(places, measure, tolerance).chain()


class _State(Struct):
    """The best way to end a line at one place, of one fitness, after so many hyphens."""

    demerits: float
    place: int
    fitness: int
    hyphens: int
    before: _State | None


class _Justifier:
    """One run of the dynamic programme; states are kept by place, fitness and hyphens."""

    def __init__(self, places: Places, measure: Measure, tolerance: float) -> None:
        self._reached = -1
        self._places = places
        self._measure = measure
        self._tolerance = tolerance
        self._loosest = min(tolerance, _LOOSEST)
        self._last = len(places) - 1
        self._states: list[dict[tuple[int, int], _State]] = [{} for _ in places.end]
        self._free, self._tied = growth(self._loosest)
        grow_free, grow_tied = self._free, self._tied
        # Highest and lowest widths at each place, made monotonous so that bisection is exact.
        spaced = list(zip(places.end, places.end_free, places.tied, strict=True))
        self._ceiling = _highest_yet(
            [end + grow_free * free + grow_tied * tied for end, free, tied in spaced]
        )
        self._floor = _lowest_to_come([end - SHRINK * (free + tied) for end, free, tied in spaced])

    def chain(self) -> list[int] | None:
        measure = self._measure
        first = _State(0.0, -1, 1, 0, None)
        self._advance([first], measure.lead - measure.indent, 0.0, 0.0)
        places = self._places
        for place in range(self._last):
            states = self._states[place]
            if place > self._reached:
                return None
            if states:
                start, free = places.start[place], places.start_free[place]
                self._advance(list(states.values()), start, free, places.tied[place])
        return _backtrack(self._states[self._last].values())

    def _advance(self, states: list[_State], start: float, free: float, tied: float) -> None:
        """Try every line that starts at one place."""
        places, last = self._places, self._last
        reach = self._measure.width + start
        after = states[0].place + 1
        low = after
        if self._tolerance != inf:
            low = bisect_left(self._ceiling, reach + self._free * free + self._tied * tied, after)
        high = bisect_right(self._floor, reach - SHRINK * (free + tied), after)
        if high == after and self._tolerance == inf:
            self._enter(after, -1.0, states, _OVERFULL + self._too_wide(after, reach))
        for place in range(low, min(high, last)):
            slack = reach - places.end[place]
            ratio = ratio_of(slack, places.end_free[place] - free, places.tied[place] - tied)
            if _TIGHTEST <= ratio <= self._tolerance:
                self._enter(place, min(ratio, _LOOSEST), states, 0.0)
        if high > last:
            slack = reach - places.end[last]
            ratio = ratio_of(slack, places.end_free[last] - free, places.tied[last] - tied)
            self._end(ratio, states, places.end[last] - start)

    def _end(self, ratio: float, states: list[_State], width: float) -> None:
        """Enter the last line, which is set at its natural width unless it must shrink."""
        if ratio < _TIGHTEST:
            return
        short = _SHORT_LAST if width < _SHORTEST_LAST * self._measure.width else 0.0
        self._enter(self._last, min(ratio, 0.0), states, short)

    def _too_wide(self, place: int, reach: float) -> float:
        return _OVERFULL * max(0.0, self._places.end[place] - reach) / self._measure.width

    def _enter(self, place: int, ratio: float, states: list[_State], extra: float) -> None:
        """Keep the best of the ways to end a line at a place."""
        fitness = fitness_of(ratio)
        badness = _LINE + 100.0 * abs(ratio) ** 3
        cost = badness * badness + self._places.penalty[place] ** 2 + extra
        hyphen = self._places.hyphen[place]
        kept = self._states[place]
        self._reached = max(self._reached, place)
        for state in states:
            hyphens = state.hyphens + 1 if hyphen else 0
            demerits = state.demerits + cost + self._manners(place, fitness, hyphens, state)
            if hyphens > _MOST_HYPHENS:
                if self._tolerance != inf:
                    continue
                hyphens, demerits = _MOST_HYPHENS, demerits + _THREE_HYPHENS
            best = kept.get((fitness, hyphens))
            if best is None or demerits < best.demerits:
                kept[fitness, hyphens] = _State(demerits, place, fitness, hyphens, state)

    def _manners(self, place: int, fitness: int, hyphens: int, before: _State) -> float:
        """Price what two lines do to each other."""
        demerits = _MISMATCH if abs(fitness - before.fitness) > 1 else 0.0
        if hyphens > 1:
            demerits += _TWO_HYPHENS
        if place == self._last and before.hyphens:
            demerits += _HYPHEN_BEFORE_LAST
        return demerits


def fitness_of(ratio: float) -> int:
    """Class a line: 0 tight, 1 decent, 2 loose, 3 very loose (Knuth & Plass, p. 1128)."""
    if ratio < -0.5:
        return 0
    if ratio <= 0.5:
        return 1
    return 2 if ratio <= 1.0 else 3


def _backtrack(states: Iterable[_State]) -> list[int] | None:
    best = min(states, key=lambda state: state.demerits, default=None)
    if best is None:
        return None
    chosen = []
    while best is not None and best.place >= 0:
        chosen.append(best.place)
        best = best.before
    return chosen[::-1]


# Ragged setting: one line more weighs more than any rag; penalties are scaled to squared shares.
_RAGGED_LINE = 10.0
_RAGGED_OVERFULL = 1e6
_RAGGED_PENALTY = 1e-3
_RAGGED_SHORT_LAST = 0.15


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
    floor = _lowest_to_come(ends)
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
                total = cost + (prices[place] + slack * slack)
            if total < best[place]:
                best[place], before[place] = total, origin
    return _chain(before, last)


def balance(places: Places, measure: Measure, floor: float) -> float:
    """Find the narrowest width, at least `floor` of the measure, that needs no more lines."""
    floors = _lowest_to_come(places.end)
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
    return _RAGGED_SHORT_LAST if 1.0 - slack < _SHORTEST_LAST else 0.0


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


def _highest_yet(widths: list[float]) -> list[float]:
    """Give the highest of the widths up to each; most texts only ever grow wider."""
    rising = sorted(widths)
    return rising if rising == widths else list(accumulate(widths, max))


def _lowest_to_come(widths: Sequence[float]) -> list[float]:
    """Give the lowest of the widths from each on; most texts only ever grow wider."""
    rising = sorted(widths)
    if rising == list(widths):
        return rising
    return list(accumulate(widths[::-1], min))[::-1]


def _chain(before: list[int], last: int) -> list[int]:
    chosen, place = [], last
    while place >= 0:
        chosen.append(place)
        place = before[place]
    return chosen[::-1]
