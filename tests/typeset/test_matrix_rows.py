"""Rows of a matrix: facing pages end near each other, and near the foot."""

from __future__ import annotations

import pytest

from aula_reports.geometry import mm
from aula_reports.typeset.blocks.matrix_rows import airs_of, share_out
from aula_reports.typeset.flow import SECTION_CUT, Entry, alike, break_pages, height_of

_ROOM = mm(180)
_BAND = Entry(mm(7), keeps_next=True)
_ROW = Entry(mm(10), mm(7), cut_cost=SECTION_CUT)
# Cut at the second section, the first page is full and the second hardly half.
_UNEVEN = [_BAND, *[_ROW] * 16, _BAND, *[_ROW] * 10]


def _heights(entries: list[Entry], pages: list[range]) -> list[float]:
    return [height_of(entries, page) for page in pages]


def test_facing_pages_are_evened_by_a_cut_in_a_section() -> None:
    before = _heights(_UNEVEN, break_pages(_UNEVEN, alike(_ROOM)))
    pages = share_out(_UNEVEN, _ROOM, first_is_recto=False)
    after = _heights(_UNEVEN, pages)
    assert len(after) == len(before) == 2
    assert abs(before[0] - before[1]) > mm(50)
    assert abs(after[0] - after[1]) < mm(10)
    assert max(after) <= _ROOM
    assert [index for page in pages for index in page] == list(range(len(_UNEVEN)))


def test_pages_that_do_not_face_each_other_keep_their_cut() -> None:
    pages = share_out(_UNEVEN, _ROOM, first_is_recto=True)
    assert pages == break_pages(_UNEVEN, alike(_ROOM))


@pytest.mark.parametrize(
    ("whites", "first_is_recto", "airs"),
    [
        ([60, 50], False, [4, 4]),
        ([60, 25], False, [2, 2]),
        ([60, 5], False, [0, 0]),
        ([60, 5], True, [4, 0]),
        ([5, 60, 60], True, [0, 4, 4]),
    ],
)
def test_white_goes_to_the_rows_of_a_spread_alike(
    whites: list[float], first_is_recto: bool, airs: list[float]
) -> None:
    assert airs_of(whites, [12] * len(whites), 4.0, first_is_recto=first_is_recto) == airs
