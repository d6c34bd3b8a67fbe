"""Chosen settings against a search through all of them."""

from collections.abc import Callable, Sequence
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from aula_reports.typeset.page_choice import Setting, choose, has_flaws, price


def paragraph(lines: int, cost: float = 0.0) -> Setting:
    """Make a setting of so many lines: two stay together at either end."""
    ends = [n not in (1, lines - 1) or lines == 1 for n in range(1, lines + 1)]
    return Setting(tuple(ends), cost)


def rooms(first: float, further: float) -> Callable[[int], float]:
    return lambda page: further if page else first


def flaws(settings: Sequence[Setting], room: Callable[[int], float]) -> float:
    cost, pages = price(settings, room)
    return cost - 400.0 * (pages - 1)


def test_good_pages_cost_nothing() -> None:
    assert not has_flaws([paragraph(4), paragraph(5)], rooms(9, 9))
    assert not has_flaws([paragraph(10), paragraph(6)], rooms(8, 20))


def test_a_widow_costs_a_line_of_white() -> None:
    """The last of five lines would stand alone on the second page: three stay on the first."""
    assert flaws([paragraph(5), paragraph(8)], rooms(4, 20)) == 1.0


def test_a_last_page_of_few_lines_is_bad() -> None:
    assert has_flaws([paragraph(6), paragraph(6)], rooms(10, 10))
    assert not has_flaws([paragraph(8), paragraph(8)], rooms(10, 10))


def test_a_line_less_saves_a_page() -> None:
    ways = [[paragraph(6), paragraph(5, 0.8)], [paragraph(5), paragraph(6, 0.8)]]
    assert choose(ways, rooms(10, 10)) == [1, 0]


def test_a_line_more_spares_a_widow() -> None:
    ways = [[paragraph(5), paragraph(6, 0.8)], [paragraph(8)]]
    assert choose(ways, rooms(4, 20)) == [1, 0]


def test_nothing_is_changed_without_need() -> None:
    ways = [[paragraph(5), paragraph(4, 0.8)], [paragraph(6), paragraph(7, 0.8)]]
    assert choose(ways, rooms(20, 20)) == [0, 0]


@given(
    st.lists(st.lists(st.integers(1, 9), min_size=1, max_size=3), min_size=1, max_size=5),
    st.integers(3, 12),
    st.integers(3, 12),
)
def test_the_cheapest_of_all_is_chosen(lengths: list[list[int]], first: int, further: int) -> None:
    """Breaks are the same whether one setting is offered or more: pages as full as may be."""
    ways = [[paragraph(n, 0.8 * k) for k, n in enumerate(some)] for some in lengths]
    room = rooms(first, further)

    def cost(chosen: Sequence[int]) -> float:
        return price([some[k] for some, k in zip(ways, chosen, strict=True)], room)[0]

    best = min(map(cost, product(*[range(len(some)) for some in ways])))
    assert abs(cost(choose(ways, room)) - best) < 1e-6
