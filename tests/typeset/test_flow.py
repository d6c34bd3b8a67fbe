"""Page breaks: nothing lost, nothing doubled, no head parted from what follows it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aula_reports.compose.inline import Words
from aula_reports.diagnostics import ContentOverflow
from aula_reports.typeset import flow
from aula_reports.typeset.flow import Entry, break_pages, run_on, tallest

entries = st.lists(
    st.builds(
        Entry,
        height=st.floats(min_value=1, max_value=10),
        opening=st.floats(min_value=0, max_value=3),
        keeps_next=st.just(False),
        cut_cost=st.floats(min_value=0, max_value=0.2),
        gap=st.floats(min_value=0, max_value=2),
    ),
    min_size=1,
    max_size=25,
)


def _height(page: list[Entry], *, opens: bool) -> float:
    first, *others = page
    own = first.height + (first.opening if opens else 0.0)
    return own + sum(entry.height + entry.gap for entry in others)


@given(entries)
def test_pages_hold_every_entry_once_in_order(found: list[Entry]) -> None:
    pages = break_pages(found, lambda _: 30.0)
    assert [index for page in pages for index in page] == list(range(len(found)))


@given(entries)
def test_no_page_is_fuller_than_its_room(found: list[Entry]) -> None:
    for page in break_pages(found, lambda _: 30.0):
        members = [found[index] for index in page]
        if members:
            assert _height(members, opens=page.start > 0) <= 30.02


def test_what_no_page_holds_is_found_at_once_and_named() -> None:
    """Before any search: this one would take minutes."""
    many = [Entry(1.0) for _ in range(3000)]
    many[2989:2991] = [
        Entry(30.0, keeps_next=True, says=(Words("Un très long " * 9),)),
        Entry(21.0),
    ]
    asked: list[int] = []

    def room(page: int) -> float:
        asked.append(page)
        return 50.0

    with pytest.raises(
        ContentOverflow, match="« Un très long Un très long Un très long U… »"
    ) as told:
        break_pages(many, room, last_white=0.0)
    assert "le raccourcir" in str(told.value)
    assert len(asked) == len(many) + 1


def test_what_only_a_later_page_holds_is_not_refused() -> None:
    rows = [Entry(1.0), Entry(20.0), Entry(1.0)]
    pages = break_pages(rows, lambda page: 30.0 if page == 2 else 5.0, last_white=0.0)
    assert [index for page in pages for index in page] == [0, 1, 2]


def test_head_goes_with_what_it_announces() -> None:
    column = [Entry(4), Entry(4), Entry(2, keeps_next=True), Entry(4)]
    assert break_pages(column, lambda _: 11.0) == [range(2), range(2, 4)]


def test_rows_are_shared_out_evenly() -> None:
    rows = [Entry(1) for _ in range(12)]
    assert [len(page) for page in break_pages(rows, lambda _: 10.0)] == [6, 6]


def test_cut_between_sections_is_preferred_to_a_cut_inside_one() -> None:
    rows = [
        Entry(2, keeps_next=True),
        *(Entry(1, opening=2, cut_cost=0.2) for _ in range(6)),
        Entry(2, keeps_next=True),
        *(Entry(1, opening=2, cut_cost=0.2) for _ in range(5)),
    ]
    assert break_pages(rows, lambda _: 10.0) == [range(7), range(7, 13)]


def test_first_page_too_small_for_anything_stays_empty() -> None:
    rows = [Entry(5), Entry(5)]
    assert break_pages(rows, lambda page: 10.0 if page else 3.0) == [range(0), range(2)]


def test_entry_higher_than_any_page_overflows() -> None:
    with pytest.raises(ContentOverflow):
        break_pages([Entry(20)], lambda _: 10.0)


def test_nothing_makes_no_page() -> None:
    assert break_pages([], lambda _: 10.0) == []


def test_tallest_run_is_what_no_cut_can_lower() -> None:
    rows = [Entry(2, keeps_next=True), Entry(3, gap=1), Entry(5)]
    assert tallest(rows) == 6.0
    assert tallest([]) == 0.0


@given(entries, st.floats(14, 40), st.sampled_from([1, 2]), st.sampled_from([0.0, 1.0]))
def test_what_is_left_out_of_a_long_search_changes_nothing(
    found: list[Entry], first: float, step: int, last_white: float
) -> None:
    def broken(many: int) -> list[range]:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(flow, "_MANY", many)
            room = run_on(first, 30.0)
            return break_pages(found, room, last_white=last_white, step=step, least=3.0)

    assert broken(0) == broken(10_000)


def test_a_long_text_is_not_searched_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only starts that can still come in the fewest pages are gone on from."""
    tried: list[int] = []
    extend = flow._Breaker._extend

    def counted(breaker: flow._Breaker, start: int, cost: float, room: float) -> None:
        tried.append(start)
        extend(breaker, start, cost, room)

    monkeypatch.setattr(flow._Breaker, "_extend", counted)
    pages = break_pages([Entry(1.0)] * 3010, lambda _: 50.0, last_white=0.0)
    assert len(pages) == 61
    assert len(tried) < 61 * 50
