"""Ragged lines against a search through every chain of places."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from aula_reports.typeset.places import Measure, Places
from aula_reports.typeset.ragged import balance, rag

SPACE = 4.0


def places_of(words: list[float], divided: list[int]) -> Places:
    """Make a text of word widths; some words divide in the middle."""
    rows: list[tuple[float, float, float]] = []
    width = 0.0
    for number, length in enumerate(words):
        if number in divided:
            half = width + length / 2
            rows.append((half + 2.0, half, 70.0))
        width += length
        rows.append((width, width + SPACE, 0.0))
        width += SPACE
    return Places(*zip(*rows, strict=True))


def width_of(places: Places, origin: int, place: int) -> float:
    return places.end[place] - (places.start[origin] if origin >= 0 else 0.0)


def lines_of(places: Places, chain: list[int]) -> list[float]:
    return [width_of(places, *pair) for pair in zip([-1, *chain], chain, strict=False)]


def chains(places: Places) -> list[list[int]]:
    last = len(places) - 1
    inner = range(last)
    return [[*some, last] for count in range(last + 1) for some in combinations(inner, count)]


WORDS = st.lists(st.floats(4, 60).map(lambda width: round(width, 1)), min_size=1, max_size=8)
DIVIDED = st.lists(st.integers(0, 7), max_size=3, unique=True)


@given(WORDS, DIVIDED, st.floats(70, 160))
def test_ragged_lines_fit_and_are_fewest(
    words: list[float], divided: list[int], width: float
) -> None:
    places = places_of(words, divided)
    found = rag(places, Measure(width))
    assert all(line <= width + 0.02 for line in lines_of(places, found))
    fitting = [
        chain for chain in chains(places) if all(line <= width for line in lines_of(places, chain))
    ]
    assert len(found) == min(map(len, fitting))


@given(WORDS, st.floats(70, 160), st.floats(0.4, 1))
def test_balanced_text_keeps_its_lines(words: list[float], width: float, floor: float) -> None:
    places = places_of(words, [])
    narrow = balance(places, Measure(width), floor)
    assert floor * width - 1e-9 <= narrow <= width
    assert len(rag(places, Measure(narrow))) == len(rag(places, Measure(width)))


def test_a_word_that_is_too_wide_stays_alone() -> None:
    places = places_of([20, 200, 20], [])
    assert rag(places, Measure(100)) == [0, 1, 2]
    assert balance(places, Measure(100), 0.5) == 100


def test_inside_the_rag_zone_a_hyphen_is_not_worth_it() -> None:
    """Of two ways to fill two lines, the one without a hyphen, though its rag is deeper."""
    #         places: after a word at 92, in a word at 99 (a hyphen), the text's end at 180.
    places = Places(end=(92.0, 99.0, 180.0), start=(96.0, 97.0, 180.0), penalty=(0.0, 70.0, 0.0))
    assert rag(places, Measure(100)) == [0, 2]


def test_outside_the_rag_zone_a_hyphen_is_better_than_a_hole() -> None:
    places = Places(end=(60.0, 99.0, 150.0), start=(64.0, 97.0, 150.0), penalty=(0.0, 70.0, 0.0))
    assert rag(places, Measure(100)) == [1, 2]
