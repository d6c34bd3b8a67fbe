"""Chosen settings and breaks against a search through all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from hypothesis import given, reject, settings
from hypothesis import strategies as st
from msgspec import Struct

from aula_reports.diagnostics import ContentOverflow
from aula_reports.typeset.flow import EMPTY_PAGE, Entry, alike, break_pages, height_of, run_on
from aula_reports.typeset.page_choice import Choice, Way, choose

ROOM = 10
# Costs of another setting, and of a last page of few lines.
DEAR = (0.9 / ROOM) ** 2
FEW = 0.02


def paragraph(lines: int, cost: float = 0.0, *, announces: bool = False) -> Way:
    """Make a way of so many lines: two stay together at either end."""
    keeps = [n in (1, lines - 1) for n in range(1, lines)] + [announces]
    return Way(tuple(Entry(1.0, keeps_next=keep) for keep in keeps), cost)


def lengths(choice: Choice) -> list[int]:
    return [len(page) for page in choice.pages]


def test_good_pages_cost_nothing() -> None:
    assert choose([[paragraph(4)], [paragraph(5)]], alike(9)).cost == 0.0
    assert choose([[paragraph(10)], [paragraph(6)]], run_on(8, 20)).cost == 0.0


def test_a_widow_costs_a_line_of_white() -> None:
    """The last of five lines would stand alone on the second page: three stay on the first."""
    choice = choose([[paragraph(5)], [paragraph(8)]], run_on(4, 20))
    assert lengths(choice) == [3, 10]
    assert choice.cost == 1 / 16


def test_a_last_page_of_few_lines_gets_more() -> None:
    """A line of white under the first page is less bad than four lines on the last."""
    choice = choose([[paragraph(7)], [paragraph(7)]], alike(10))
    assert lengths(choice) == [9, 5]
    assert choose([[paragraph(8)], [paragraph(8)]], alike(10)).cost == 0.0


def test_a_line_less_saves_a_page() -> None:
    ways = [[paragraph(6), paragraph(5, DEAR)], [paragraph(5), paragraph(6, DEAR)]]
    assert choose(ways, alike(10)).ways == (1, 0)


def test_a_line_more_spares_a_widow() -> None:
    ways = [[paragraph(5), paragraph(6, DEAR)], [paragraph(8)]]
    choice = choose(ways, run_on(4, 20))
    assert (choice.ways, lengths(choice)) == ((1, 0), [4, 10])


def test_nothing_is_changed_without_need() -> None:
    ways = [[paragraph(5), paragraph(4, DEAR)], [paragraph(6), paragraph(7, DEAR)]]
    assert choose(ways, alike(20)).ways == (0, 0)


def test_a_break_goes_back_into_an_earlier_paragraph() -> None:
    """Were the first page full, the third could not hold what is announced with its first lines."""
    paragraphs = [[paragraph(4)], [paragraph(6, announces=True)], [paragraph(12)]]
    choice = choose(paragraphs, alike(10))
    assert lengths(choice) == [8, 9, 5]
    assert abs(choice.cost - cheapest(paragraphs, Rooms(10, 10))[1]) < 1e-9


def test_nothing_makes_no_page() -> None:
    assert choose([], alike(10)).pages == ()


def test_what_stands_beside_the_text_is_on_its_first_page() -> None:
    """A page may end after no line of the first six: what stands beside them is as high."""
    paragraphs = [[paragraph(5)], [Way((Entry(8.0),))]]
    assert lengths(choose(paragraphs, alike(10))) == [5, 1]
    paragraphs = [[paragraph(9)], [Way((Entry(8.0),))]]
    assert lengths(choose(paragraphs, alike(10), least=6.0)) == [9, 1]


# --------------------------------------------------------------------------- by exhaustion


class Rooms(Struct, frozen=True):
    """What pages offer, and how high the first is at least."""

    first: int
    further: int
    least: float = 0.0

    def __call__(self, page: int) -> float:
        return self.further if page else self.first


def page_cost(entries: Sequence[Entry], page: range, number: int, rooms: Rooms) -> float | None:
    """Price a page that is not the last, by the words of `flow`; None where it may not be."""
    if not page:
        return EMPTY_PAGE
    height = height_of(entries, page)
    last = entries[page.stop - 1]
    if last.keeps_next or height > rooms(number) or (not number and height < rooms.least):
        return None
    cut = entries[page.start].cut_cost if page.start else 0.0
    return cut + last.white * ((rooms(number) - height) / rooms(number)) ** 2


def share_outs(
    entries: Sequence[Entry], start: int, number: int, count: int, rooms: Rooms
) -> Iterator[tuple[float, list[range]]]:
    """Give all ways to part entries between as many pages, with their costs."""
    if number == count - 1:
        page = range(start, len(entries))
        height = height_of(entries, page)
        if page and height <= rooms(number):
            cut = entries[start].cut_cost if start else 0.0
            yield cut + (FEW if number and height < 5 else 0.0), [page]
        return
    for stop in range(start, len(entries)):
        page = range(start, stop)
        cost = page_cost(entries, page, number, rooms)
        if cost is not None:
            for more, pages in share_outs(entries, stop, number + 1, count, rooms):
                yield cost + more, [page, *pages]


def cheapest(paragraphs: Sequence[Sequence[Way]], rooms: Rooms) -> tuple[int, float]:
    """Search all settings and all breaks for the fewest pages, then the least cost."""
    for count in range(1, 30):
        costs = [
            sum(way.cost for way in ways) + cost
            for ways in product(*paragraphs)
            for cost, _ in share_outs(entries_of(ways), 0, 0, count, rooms)
        ]
        if costs:
            return count, min(costs)
    raise AssertionError("no pages hold these entries")


def entries_of(ways: Iterable[Way]) -> list[Entry]:
    return [entry for way in ways for entry in way.entries]


def ways_of(lines: int, others: Sequence[int], *, announces: bool) -> list[Way]:
    return [
        paragraph(lines, announces=announces),
        *(paragraph(max(lines + n, 1), DEAR, announces=announces) for n in others),
    ]


# Paragraphs as they are set, of two lines at least at either end of a page.
texts = st.lists(
    st.builds(
        ways_of,
        st.integers(1, 6),
        st.sampled_from([(), (1,), (-1,), (-1, 1)]),
        announces=st.booleans(),
    ),
    min_size=1,
    max_size=3,
)
# Ways of whatever entries.
ways = st.builds(
    Way,
    st.lists(
        st.builds(
            Entry,
            height=st.integers(1, 4).map(float),
            opening=st.integers(0, 1).map(float),
            keeps_next=st.booleans(),
            cut_cost=st.sampled_from([0.0, 0.1]),
            gap=st.integers(0, 1).map(float),
            white=st.sampled_from([1.0, 0.01]),
        ),
        min_size=1,
        max_size=3,
    ).map(tuple),
    st.sampled_from([0.0, 0.01]),
)
any_texts = st.lists(st.lists(ways, min_size=1, max_size=3), min_size=1, max_size=3)
rooms_of_pages = st.builds(
    Rooms, st.integers(3, 12), st.integers(5, 12), st.sampled_from([0.0, 0.0, 3.0])
)


@settings(deadline=None)
@given(texts | any_texts, rooms_of_pages)
def test_the_cheapest_of_all_is_chosen(paragraphs: list[list[Way]], rooms: Rooms) -> None:
    try:
        choice = choose(paragraphs, rooms, least=rooms.least)
    except ContentOverflow:
        reject()
    count, cost = cheapest(paragraphs, rooms)
    assert len(choice.pages) == count
    assert abs(choice.cost - cost) < 1e-6


@given(texts | any_texts, rooms_of_pages)
def test_pages_are_those_that_were_priced(paragraphs: list[list[Way]], rooms: Rooms) -> None:
    """The pages hold every entry of the chosen ways once, and cost what the choice says."""
    try:
        choice = choose(paragraphs, rooms, least=rooms.least)
    except ContentOverflow:
        reject()
    chosen = [some[way] for some, way in zip(paragraphs, choice.ways, strict=True)]
    entries = entries_of(chosen)
    *pages, last = choice.pages
    assert [index for page in choice.pages for index in page] == list(range(len(entries)))
    costs = [page_cost(entries, page, number, rooms) for number, page in enumerate(pages)]
    assert None not in costs
    rest = [
        cost
        for cost, found in share_outs(entries, last.start, len(pages), len(choice.pages), rooms)
        if found == [last]
    ]
    total = sum(way.cost for way in chosen) + sum(filter(None, costs)) + rest[0]
    assert abs(choice.cost - total) < 1e-9
    assert list(choice.heights) == [height_of(entries, page) for page in choice.pages]


@given(texts, st.integers(6, 30))
def test_one_setting_breaks_as_any_entries_do(paragraphs: list[list[Way]], room: int) -> None:
    """With nothing to choose, and lines enough on the last page, pages cost as in `flow`."""
    only = [[some[0]] for some in paragraphs]
    entries = entries_of(some[0] for some in only)
    try:
        pages = break_pages(entries, alike(room), last_white=0.0)
    except ContentOverflow:
        reject()
    choice = choose(only, alike(room))
    assert len(choice.pages) == len(pages)
    if height_of(entries, pages[-1]) >= 5 or len(pages) == 1:
        whites = [(room - height_of(entries, page)) / room for page in pages[:-1]]
        assert abs(choice.cost - sum(white * white for white in whites)) < 1e-9
