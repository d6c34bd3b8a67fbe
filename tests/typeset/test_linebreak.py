"""The dynamic programme against a search through every chain of line ends."""

from itertools import combinations
from math import inf, isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aula_reports.typeset import linebreak
from aula_reports.typeset.linebreak import fitness_of, justify
from aula_reports.typeset.places import KNEE, Inside, LineEnd, Measure, Widths, ratio_of

SPACE, STRETCH, GIVE, LETTERS = 4.0, 1.4, 0.5, 0.05


def widths_of(words: list[float], echoes: str = "") -> Widths:
    """Make a text of word widths; letters and spaces give shares of their own width."""
    starts = [sum(words[:k]) + SPACE * k for k in range(len(words))]
    free = [STRETCH * k for k in range(len(words))]
    letters = [LETTERS * sum(words[:k]) for k in range(len(words) + 1)]
    return Widths(
        begin=starts,
        end=[start + word for start, word in zip(starts, words, strict=True)],
        loose=[a + KNEE * b for a, b in zip(letters, free, strict=False)],
        tight=[a + KNEE * GIVE * b for a, b in zip(letters, free, strict=False)],
        free=free,
        loose_end=[a + KNEE * b for a, b in zip(letters[1:], free, strict=True)],
        tight_end=[a + KNEE * GIVE * b for a, b in zip(letters[1:], free, strict=True)],
        may_end=[True] * len(words),
        penalty=[100.0 * (k % 3 == 1) for k in range(len(words))],
        echo=list(echoes) or [""] * len(words),
        give=GIVE,
    )


class Text:
    """Words, some of which divide in the middle."""

    def __init__(self, words: list[float], divided: list[int], echoes: str = "") -> None:
        self.widths = widths_of(words, echoes)
        self.words = words
        self.divided = [word for word in divided if word < len(words)]

    def insides(self, word: int) -> list[Inside]:
        if word not in self.divided:
            return []
        half, widths = self.words[word] / 2, self.widths
        start, letters = widths.begin[word], LETTERS * half
        loose, tight = widths.loose[word] + letters, widths.tight[word] + letters
        return [Inside(start + half, start + half + 2.0, loose, tight, 70.0**2, hyphen=True)]

    def ends(self) -> list[LineEnd]:
        """List all ends but the last."""
        ends = []
        for word in range(len(self.words)):
            ends += [LineEnd(word, 0)] if word in self.divided else []
            ends += [LineEnd(word)] if word < len(self.words) - 1 else []
        return ends

    def chains(self) -> list[list[LineEnd]]:
        inner, last = self.ends(), LineEnd(len(self.words) - 1)
        return [[*some, last] for n in range(len(inner) + 1) for some in combinations(inner, n)]

    def line(self, measure: Measure, origin: LineEnd, end: LineEnd) -> tuple[float, float]:
        """Give the ratio and the natural width of a line."""
        widths = self.widths
        start, loose, tight, free = -measure.indent, 0.0, 0.0, 0.0
        if origin.cut is not None:
            (place,) = self.insides(origin.word)
            start, loose, tight = place.begin, place.loose, place.tight
            free = widths.free[origin.word]
        elif origin.word >= 0:
            word = origin.word + 1
            start, loose, tight = widths.begin[word], widths.loose[word], widths.tight[word]
            free = widths.free[word]
        stop = (widths.end[end.word], widths.loose_end[end.word], widths.tight_end[end.word])
        if end.cut is not None:
            (place,) = self.insides(end.word)
            stop = (place.end, place.loose, place.tight)
        width, grown = stop[0] - start, widths.free[end.word] - free
        slack = measure.width - width
        return ratio_of(slack, stop[1] - loose, stop[2] - tight, grown, GIVE * grown), width

    def price(self, measure: Measure, chain: list[LineEnd], tolerance: float) -> float:
        """Price a chain of ends as Knuth and Plass do; infinite if a line exceeds the tolerance."""
        total, origin, fitness, hyphens = 0.0, LineEnd(-1), 1, 0
        echo, last = self.widths.echo, chain[-1]
        for end in chain:
            ratio, width = self.line(measure, origin, end)
            ratio = min(ratio, 0.0) if end is last else ratio
            now = hyphens + 1 if end.cut is not None else 0
            if not -1.0 - 1e-9 <= ratio <= tolerance or now > 2:
                return inf
            total += (10.0 + 100.0 * abs(ratio) ** 3) ** 2
            total += linebreak.MISMATCH * (abs(fitness_of(ratio) - fitness) > 1)
            total += linebreak.TWO_HYPHENS * (now > 1)
            if end is last:
                total += linebreak.HYPHEN_BEFORE_LAST * (hyphens > 0)
                total += linebreak.SHORT_LAST * (width < 0.12 * measure.width)
            elif end.cut is not None:
                total += 70.0**2
            else:
                total += self.widths.penalty[end.word]
                if origin.cut is None:
                    before, after = echo[max(origin.word, 0)], echo[end.word]
                    total += linebreak.REPEATED * (
                        origin.word >= 0 and bool(after) and before == after
                    )
                    before, after = echo[origin.word + 1], echo[end.word + 1]
                    total += linebreak.REPEATED * (bool(after) and before == after)
            origin, fitness, hyphens = end, fitness_of(ratio), now
        return total


WORDS = st.lists(st.floats(4, 60).map(lambda width: round(width, 1)), min_size=1, max_size=8)
DIVIDED = st.lists(st.integers(0, 7), max_size=3, unique=True)
ECHOES = st.text("ab", min_size=8, max_size=8)


@given(WORDS, DIVIDED, ECHOES, st.floats(60, 160), st.floats(1, 6))
def test_the_best_chain_is_found(
    words: list[float], divided: list[int], echoes: str, width: float, tolerance: float
) -> None:
    text, measure = Text(words, divided, echoes[: len(words)]), Measure(width, indent=5.0)
    prices = [text.price(measure, chain, tolerance) for chain in text.chains()]
    found = justify(text.widths, measure, tolerance, text.insides)
    if found is None:
        assert min(prices) == inf
    else:
        assert isclose(text.price(measure, found, tolerance), min(prices), rel_tol=1e-9)


@given(WORDS, DIVIDED, st.floats(60, 160), st.integers(1, 6))
def test_the_best_chain_of_so_many_lines_is_found(
    words: list[float], divided: list[int], width: float, lines: int
) -> None:
    text, measure = Text(words, divided), Measure(width)
    chains = [chain for chain in text.chains() if len(chain) == lines]
    prices = [text.price(measure, chain, 3.0) for chain in chains]
    found = justify(text.widths, measure, 3.0, text.insides, lines=lines)
    if found is None:
        assert min(prices, default=inf) == inf
    else:
        assert len(found) == lines
        assert isclose(text.price(measure, found, 3.0), min(prices), rel_tol=1e-9)


@given(WORDS, DIVIDED, st.floats(5, 160))
def test_despair_always_finds_a_way(words: list[float], divided: list[int], width: float) -> None:
    text = Text(words, divided)
    found = justify(text.widths, Measure(width), inf, text.insides)
    assert found is not None
    places = [*text.ends(), LineEnd(len(words) - 1)]
    order = [places.index(end) for end in found]
    assert order == sorted(set(order))
    assert found[-1] == LineEnd(len(words) - 1)


def test_a_word_that_is_too_wide_stays_alone() -> None:
    found = justify(widths_of([20, 200, 20]), Measure(100), inf)
    assert found == [LineEnd(0), LineEnd(1), LineEnd(2)]


def test_three_hyphens_in_a_row_are_refused() -> None:
    """Words as wide as the measure, of which only hyphens could make lines."""
    text = Text([96.0, 96.0, 96.0, 96.0], [0, 1, 2])
    measure = Measure(100.0, indent=50.0)
    found = justify(text.widths, measure, 9.0, text.insides)
    assert found is None
    despair = justify(text.widths, measure, inf, text.insides)
    assert despair is not None


def test_a_word_that_may_not_end_a_line_ends_none() -> None:
    widths = widths_of([20.0] * 12)
    free = justify(widths, Measure(70.0), inf)
    assert free is not None
    held = [True] * 12
    held[free[0].word] = False
    other = Widths(
        **{name: getattr(widths, name) for name in widths.__struct_fields__} | {"may_end": held}
    )
    found = justify(other, Measure(70.0), inf)
    assert found is not None
    assert free[0] not in found


@given(slack=st.floats(-3, 40), letters=st.floats(0.5, 20), free=st.floats(0.5, 60))
def test_springs_grown_at_the_ratio_take_up_the_slack(
    slack: float, letters: float, free: float
) -> None:
    """Letters give all at the knee, spaces in proportion."""
    give = GIVE * free
    ratio = ratio_of(slack, letters + KNEE * free, letters + KNEE * give, free, give)
    bound = max(-1.0, min(1.0, ratio / KNEE))
    assert bound * letters + ratio * (free if slack > 0 else give) == pytest.approx(slack, abs=1e-6)


def test_a_line_without_springs_has_no_ratio() -> None:
    assert ratio_of(1.0, 0.0, 0.0, 0.0, 0.0) == inf
    assert ratio_of(-1.0, 0.0, 0.0, 0.0, 0.0) == -inf
    assert ratio_of(0.0, 0.0, 0.0, 0.0, 0.0) == 0.0
