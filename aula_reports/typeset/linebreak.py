"""Total-fit line breaking on bare numbers (Knuth & Plass, “Breaking paragraphs into lines”, 1981).

A paragraph is a row of words (`Widths`); a line may end after a word, or inside it at one of its
cuts. The best chain of ends is found by forward dynamic programming: widths grow along the text,
so bisection gives the few words that can end a line which starts at a given place, and only these
are asked for their cuts. Most words are never divided, and never looked up.

A line stretches and shrinks by three springs at once: its spaces, and its letters by tracking and
by scaling (*letterfit*). Each word carries what its letters can give, so the room of a line is a
difference of two sums. Letters give most at first: they are at their bound at the *knee*, the
spaces at the ratio 1, and beyond only the spaces grow. A *tied* space (U+00A0) stops with the
letters, at 1.25 of its width: it would tear `:` and `%` off their words otherwise.

This module knows neither letters nor fonts.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from math import inf

from aula_reports.typeset.places import (
    KNEE,
    SHORTEST_LAST,
    Inside,
    Insides,
    LineEnd,
    Measure,
    Widths,
    highest_yet,
    lowest_to_come,
    ratio_of,
    undivided,
)

# Demerits, in the currency of TeX: (10 + 100 r³)² for a line of ratio r.
LINE = 10.0
MISMATCH = 100_000.0
TWO_HYPHENS = 8_000.0
HYPHEN_BEFORE_LAST = 5_000.0
SHORT_LAST = 20_000.0
# Two lines that start, or end, with the same word.
REPEATED = 3_000.0
_THREE_HYPHENS = 1e14
_OVERFULL = 1e16
_MOST_HYPHENS = 2

# The ratio -1, and what sums of floats may miss of it.
_TIGHTEST = -1.0 - 1e-9

# A line counts as this loose at most; beyond, its white alone makes it dearer.
_LOOSEST = 40.0
# What a hyphen at its end costs then, in measures of white: it could have been done without.
_SHORT_CUT = 0.5


def justify(
    widths: Widths,
    measure: Measure,
    tolerance: float,
    insides: Insides = undivided,
    *,
    lines: int | None = None,
    loosest: float = _LOOSEST,
) -> list[LineEnd] | None:
    """Break a paragraph into lines of equal width; None if a line exceeds the tolerance.

    An infinite tolerance always succeeds: what cannot be broken stays too wide. With `lines`, as
    many lines are made, or None is returned. The last line's end is the last word's.

    Lines that are looser than `loosest` will not be driven to the measure: one of them with much
    white is better than two with less.
    """
    return _Justifier(widths, measure, tolerance, insides, (lines, loosest)).ends()


# The best way to end a line at a place, of one fitness, after so many hyphens: its demerits,
# fitness, hyphens, number of lines, word, cut (-1: none), and the way that it goes on from.
_State = tuple[float, int, int, int, int, int, "_State | None"]
_States = dict[int, _State]
# Where a line starts: its begin, loose, tight and free.
_Start = tuple[float, float, float, float]


class _Justifier:
    """One run of the dynamic programme; states are kept by place, fitness and hyphens.

    They are kept by number of lines, too, where that is asked for.
    """

    def __init__(
        self,
        widths: Widths,
        measure: Measure,
        tolerance: float,
        insides: Insides,
        wishes: tuple[int | None, float],
    ) -> None:
        lines, self._loosest = wishes
        # What a line costs beyond that ratio that is all white.
        self._white = (LINE + 100.0 * self._loosest**3) ** 2
        self._widths = widths
        self._measure = measure
        self._tolerance = tolerance
        self._beyond = min(tolerance, _LOOSEST) - KNEE
        self._insides = insides
        self._lines = lines
        # What one line more adds to the key of a state.
        self._per_line = 0 if lines is None else 12
        self._last = len(widths.end) - 1
        # By word: the states of lines that end before it, and of lines that end inside it.
        self._after: list[_States] = [{} for _ in widths.end]
        self._inside: dict[int, dict[int, _States]] = {}
        self._final: _States = {}
        # Lowest and highest widths at each end, made monotonous so that bisection is exact.
        give, beyond = (1.0 - KNEE) * widths.give, self._beyond
        lows = zip(widths.end, widths.tight_end, widths.free, strict=True)
        self._floor = lowest_to_come([end - tight - give * free for end, tight, free in lows])
        highs = zip(widths.end, widths.loose_end, widths.free, strict=True)
        self._ceiling = highest_yet([end + loose + beyond * free for end, loose, free in highs])

    def ends(self) -> list[LineEnd] | None:
        widths, measure = self._widths, self._measure
        first: _State = (0.0, 1, 0, 0, -1, -1, None)
        self._advance([first], 0, -1, (measure.lead - measure.indent, 0.0, 0.0, 0.0))
        inside, columns = self._inside, (widths.begin, widths.loose, widths.tight, widths.free)
        for word, states in enumerate(self._after):
            if states:
                begin, loose, tight, free = [column[word] for column in columns]
                self._advance(list(states.values()), word, -1, (begin, loose, tight, free))
            if word in inside:
                self._go_on_inside(word, inside[word])
        return _backtrack(self._wanted())

    def _go_on_inside(self, word: int, inside: dict[int, _States]) -> None:
        """Start lines inside a word; new places further inside it may come meanwhile."""
        free = self._widths.free[word]
        for cut, place in enumerate(self._insides(word)):
            states = inside.get(cut)
            if states:
                start = (place.begin, place.loose, place.tight, free)
                self._advance(list(states.values()), word, cut, start)

    def _wanted(self) -> Iterable[_State]:
        if self._lines is None:
            return self._final.values()
        return [state for state in self._final.values() if state[3] == self._lines]

    def _advance(self, states: list[_State], first: int, cut: int, start: _Start) -> None:
        """Try every line that starts with a word, or inside it after one of its cuts."""
        begin, loose, tight, free = start
        reach = self._measure.width + begin
        low = first
        if self._tolerance != inf:
            most = reach + loose + self._beyond * free
            low = bisect_left(self._ceiling, most - 1e-9, first)
        least = reach - tight - (1.0 - KNEE) * self._widths.give * free
        high = bisect_right(self._floor, least + 1e-9, first)
        words = range(low, min(high, self._last))
        found = bool(words) and self._end_after_words(states, words, (first, cut), start)
        if high > self._last:
            found |= self._end_text(states, start)
        if self._insides is not undivided:
            for word in range(low, min(high, self._last) + 1):
                places = self._insides(word)
                if places:
                    after = cut if word == first else -1
                    found |= self._end_inside(states, word, places[after + 1 :], after + 1, start)
        if not found and self._tolerance == inf:
            self._overfill(states, first, cut, reach)

    def _end_after_words(
        self, states: list[_State], words: range, origin: tuple[int, int], start: _Start
    ) -> bool:
        """Try the lines that end with one of some words, but for the text's last."""
        widths, echo, tolerance, after = (
            self._widths,
            self._widths.echo,
            self._tolerance,
            self._after,
        )
        begin, loose, tight, free = start
        first, cut = origin
        reach, give, loosest = self._measure.width + begin, widths.give, self._loosest
        starts_with = echo[first] if cut < 0 else ""
        ended_with = echo[first - 1] if first and cut < 0 else ""
        found = False
        for word in words:
            if not widths.may_end[word]:
                continue
            slack, grown = reach - widths.end[word], widths.free[word] - free
            room_loose, room_tight = widths.loose_end[word] - loose, widths.tight_end[word] - tight
            ratio = ratio_of(slack, room_loose, room_tight, grown, give * grown)
            if _TIGHTEST <= ratio <= tolerance:
                found = True
                extra = widths.penalty[word]
                if ratio > loosest:
                    extra += self._white * slack / self._measure.width
                if ended_with and ended_with == echo[word]:
                    extra += REPEATED
                if starts_with and starts_with == echo[word + 1]:
                    extra += REPEATED
                self._enter(after[word + 1], ratio, states, extra, (word, -1))
        return found

    def _end_inside(
        self, states: list[_State], word: int, places: Sequence[Inside], cut: int, start: _Start
    ) -> bool:
        """Try the lines that end inside a word, at places of it that are numbered from `cut`."""
        begin, loose, tight, free = start
        reach, grown = self._measure.width + begin, self._widths.free[word] - free
        give, found = self._widths.give * grown, False
        for number, place in enumerate(places, cut):
            slack = reach - place.end
            ratio = ratio_of(slack, place.loose - loose, place.tight - tight, grown, give)
            if _TIGHTEST <= ratio <= self._tolerance:
                found = True
                white = 0.0
                if ratio > self._loosest:
                    white = self._white * (slack / self._measure.width + _SHORT_CUT * place.hyphen)
                self._enter_inside(states, (word, number), ratio, place, white)
        return found

    def _end_text(self, states: list[_State], start: _Start) -> bool:
        """Enter the last line, which is set at its natural width unless it must shrink."""
        widths, last = self._widths, self._last
        begin, loose, tight, free = start
        width = widths.end[last] - begin
        room = (widths.loose_end[last] - loose, widths.tight_end[last] - tight)
        grown = widths.free[last] - free
        ratio = ratio_of(self._measure.width - width, *room, grown, widths.give * grown)
        if ratio < _TIGHTEST:
            return False
        extra = SHORT_LAST if width < SHORTEST_LAST * self._measure.width else 0.0
        for state in states:
            more = extra + HYPHEN_BEFORE_LAST if state[2] else extra
            self._enter(self._final, min(ratio, 0.0), [state], more, (last, -1))
        return True

    def _overfill(self, states: list[_State], first: int, cut: int, reach: float) -> None:
        """End a line that nothing fits at its first place, too wide as it is."""
        places = self._insides(first)[cut + 1 :]
        if places:
            extra = self._too_wide(places[0].end - reach)
            self._enter_inside(states, (first, cut + 1), -1.0, places[0], extra)
            return
        word = first
        while word < self._last and not self._widths.may_end[word]:
            word += 1
        kept = self._after[word + 1] if word < self._last else self._final
        extra = self._too_wide(self._widths.end[word] - reach)
        self._enter(kept, -1.0, states, extra, (word, -1))

    def _too_wide(self, excess: float) -> float:
        return _OVERFULL * (1.0 + max(0.0, excess) / self._measure.width)

    def _enter_inside(
        self,
        states: list[_State],
        end: tuple[int, int],
        ratio: float,
        place: Inside,
        extra: float = 0.0,
    ) -> None:
        """Enter a line that ends inside a word, with a hyphen or without."""
        word, cut = end
        kept = self._inside.setdefault(word, {}).setdefault(cut, {})
        extra += place.penalty
        if not place.hyphen:
            self._enter(kept, ratio, states, extra, end)
            return
        for state in states:
            hyphens, more = state[2] + 1, extra
            if hyphens > _MOST_HYPHENS:
                if self._tolerance != inf:
                    continue
                hyphens, more = _MOST_HYPHENS, extra + _THREE_HYPHENS
            elif hyphens > 1:
                more += TWO_HYPHENS
            self._enter(kept, ratio, [state], more, end, hyphens)

    def _enter(
        self,
        kept: _States,
        ratio: float,
        states: list[_State],
        extra: float,
        end: tuple[int, int],
        hyphens: int = 0,
    ) -> None:
        """Keep the best of the ways to end a line at a place, by fitness."""
        ratio = min(ratio, self._loosest)
        badness = LINE + 100.0 * abs(ratio) ** 3
        cost = badness * badness + extra
        fitness = fitness_of(ratio)
        key = fitness * 3 + hyphens
        for state in states:
            demerits, before, lines = state[0] + cost, state[1], state[3] + 1
            if fitness - before > 1 or before - fitness > 1:
                demerits += MISMATCH
            slot = key + self._per_line * lines
            best = kept.get(slot)
            if best is None or demerits < best[0]:
                kept[slot] = (demerits, fitness, hyphens, lines, *end, state)


def fitness_of(ratio: float) -> int:
    """Class a line: 0 tight, 1 decent, 2 loose, 3 very loose (Knuth & Plass, p. 1128)."""
    if ratio < -0.5:
        return 0
    if ratio <= 0.5:
        return 1
    return 2 if ratio <= 1.0 else 3


def _backtrack(states: Iterable[_State]) -> list[LineEnd] | None:
    best = min(states, key=lambda state: state[0], default=None)
    if best is None:
        return None
    chosen = []
    while best is not None and best[4] >= 0:
        word, cut = best[4], best[5]
        chosen.append(LineEnd(word, cut if cut >= 0 else None))
        best = best[6]
    return chosen[::-1]
