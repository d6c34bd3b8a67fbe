"""The dynamic programme against a search through every chain of places."""

from itertools import combinations
from math import inf, isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aula_reports.typeset import linebreak
from aula_reports.typeset.linebreak import (
    Measure,
    Place,
    Places,
    balance,
    fitness_of,
    growth,
    justify,
    rag,
    ratio_of,
)

SPACE = 4.0


def places_of(words: list[tuple[float, bool]], divisions: list[int]) -> Places:
    """Make a text of word widths (a tied space inside or not); some words divide in the middle."""
    rows: list[Place] = []
    width = free = tied = 0.0
    for number, (length, has_tie) in enumerate(words):
        if number in divisions:
            half = width + length / 2
            rows.append((half + 2.0, free, half, free, tied, 70.0, True))
        width += length
        tied += SPACE if has_tie else 0.0
        rows.append((width, free, width + SPACE, free + SPACE, tied, 0.0, False))
        width, free = width + SPACE, free + SPACE
    return Places.of(rows)


def line(places: Places, measure: Measure, origin: int, place: int) -> tuple[float, float]:
    """Give the ratio and the natural width of a line."""
    start, free, tied = 0.0 - measure.indent, 0.0, 0.0
    if origin >= 0:
        start, free, tied = places.start[origin], places.start_free[origin], places.tied[origin]
    width = places.end[place] - start
    slack = measure.width - width
    return ratio_of(slack, places.end_free[place] - free, places.tied[place] - tied), width


def price(places: Places, measure: Measure, chain: list[int], tolerance: float) -> float:
    """Price a chain of places as Knuth and Plass do; infinite if a line exceeds the tolerance."""
    total, origin, fitness, hyphens = 0.0, -1, 1, 0
    for place in chain:
        last = place == len(places) - 1
        ratio, width = line(places, measure, origin, place)
        if last:
            ratio = min(ratio, 0.0)
        if not -1.0 - 1e-9 <= ratio <= tolerance:
            return inf
        hyphens_now = hyphens + 1 if places.hyphen[place] else 0
        if hyphens_now > 2:
            return inf
        total += (10.0 + 100.0 * abs(ratio) ** 3) ** 2 + places.penalty[place] ** 2
        total += linebreak._MISMATCH * (abs(fitness_of(ratio) - fitness) > 1)
        total += linebreak._TWO_HYPHENS * (hyphens_now > 1)
        total += linebreak._HYPHEN_BEFORE_LAST * (last and hyphens > 0)
        total += linebreak._SHORT_LAST * (last and width < 0.12 * measure.width)
        origin, fitness, hyphens = place, fitness_of(ratio), hyphens_now
    return total


def chains(places: Places) -> list[list[int]]:
    last = len(places) - 1
    inner = range(last)
    return [[*some, last] for count in range(last + 1) for some in combinations(inner, count)]


TEXTS = st.lists(
    st.tuples(st.floats(4, 60).map(lambda width: round(width, 1)), st.booleans()),
    min_size=1,
    max_size=8,
)
DIVISIONS = st.lists(st.integers(0, 7), max_size=3, unique=True)


@given(words=TEXTS, divisions=DIVISIONS, width=st.floats(60, 160), tolerance=st.floats(0.5, 6))
def test_the_best_chain_is_found(
    words: list[tuple[float, bool]], divisions: list[int], width: float, tolerance: float
) -> None:
    places, measure = places_of(words, divisions), Measure(width, indent=5.0)
    prices = [price(places, measure, chain, tolerance) for chain in chains(places)]
    found = justify(places, measure, tolerance)
    if found is None:
        assert min(prices) == inf
    else:
        assert isclose(price(places, measure, found, tolerance), min(prices), rel_tol=1e-9)


@given(words=TEXTS, divisions=DIVISIONS, width=st.floats(5, 160))
def test_despair_always_finds_a_way(
    words: list[tuple[float, bool]], divisions: list[int], width: float
) -> None:
    places = places_of(words, divisions)
    found = justify(places, Measure(width), inf)
    assert found is not None
    assert found == sorted(set(found))
    assert found[-1] == len(places) - 1


@given(words=TEXTS, divisions=DIVISIONS, width=st.floats(70, 160))
def test_ragged_lines_fit_and_are_fewest(
    words: list[tuple[float, bool]], divisions: list[int], width: float
) -> None:
    places, measure = places_of(words, divisions), Measure(width)
    found = rag(places, measure)
    origins = [-1, *found]
    for origin, place in zip(origins, found, strict=False):
        assert line(places, measure, origin, place)[1] <= width + 0.02
    fitting = [
        chain
        for chain in chains(places)
        if all(
            line(places, measure, origin, place)[1] <= width
            for origin, place in zip([-1, *chain], chain, strict=False)
        )
    ]
    assert len(found) == min(map(len, fitting))


@given(words=TEXTS, width=st.floats(70, 160), floor=st.floats(0.4, 1))
def test_balanced_text_keeps_its_lines(
    words: list[tuple[float, bool]], width: float, floor: float
) -> None:
    places = places_of(words, [])
    narrow = balance(places, Measure(width), floor)
    assert floor * width - 1e-9 <= narrow <= width
    assert len(rag(places, Measure(narrow))) == len(rag(places, Measure(width)))


def test_a_word_that_is_too_wide_stays_alone() -> None:
    places = places_of([(20, False), (200, False), (20, False)], [])
    assert justify(places, Measure(100), inf) == [0, 1, 2]
    assert rag(places, Measure(100)) == [0, 1, 2]
    assert balance(places, Measure(100), 0.5) == 100


def test_three_hyphens_in_a_row_are_refused() -> None:
    """Four lines that only hyphens could end."""
    rows: list[Place] = [
        (width - 2.0, width / 10, width - 2.0, width / 10, 0.0, 70.0, True)
        for width in (100.0, 198.0, 296.0)
    ]
    rows.append((350.0, 35.0, 350.0, 35.0, 0.0, 0.0, False))
    assert justify(Places.of(rows), Measure(100), 9.0) is None
    assert justify(Places.of(rows), Measure(100), inf) is not None


@given(slack=st.floats(-30, 90), free=st.floats(1, 60), tied=st.floats(0, 20))
def test_spaces_grown_at_the_ratio_take_up_the_slack(
    slack: float, free: float, tied: float
) -> None:
    free_share, tied_share = growth(ratio_of(slack, free, tied))
    assert free * free_share + tied * tied_share == pytest.approx(slack, abs=1e-6)
    assert tied_share <= 0.25 + 1e-9


def test_tied_spaces_alone_have_an_end() -> None:
    assert ratio_of(1.0, 0.0, 4.0) == pytest.approx(1.0 / (0.35 * 4.0))
    assert ratio_of(1.5, 0.0, 4.0) == inf
