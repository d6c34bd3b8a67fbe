"""Nothing overflows, nothing collides on any page of the report, and its pages are filled."""

from __future__ import annotations

from statistics import mean

from aula_reports.pipeline import Publication
from aula_reports.typeset.pages import TextThing
from tests.booklet.placed import collisions, covered_pictures, late_lines, strays


def test_no_text_leaves_the_page(report: Publication) -> None:
    assert not strays(report)


def test_no_two_texts_collide(report: Publication) -> None:
    assert not collisions(report)


def test_text_stands_on_a_picture_only_where_its_block_says_so(report: Publication) -> None:
    assert not covered_pictures(report)


def test_lines_keep_their_measure(report: Publication) -> None:
    assert not late_lines(report)


def test_pages_make_whole_sheets(report: Publication) -> None:
    assert report.page_count % 4 == 0


def test_pages_of_sheets_are_filled(report: Publication) -> None:
    assert len(report.book.fill) >= 25
    assert mean(report.book.fill.values()) >= 0.7
    assert all(0.0 < share <= 1.0 for share in report.book.fill.values())


def test_second_sheets_of_facing_pages_start_on_one_line(report: Publication) -> None:
    feet = {
        thing.text.strip(): (page.number, thing.y)
        for page in report.book.pages
        for thing in page.things
        if isinstance(thing, TextThing)
    }
    for verso, recto in (("1.11", "1.13"), ("1.15", "1.17")):
        (left, one), (right, other) = feet[verso], feet[recto]
        assert (left % 2, right) == (0, left + 1)
        assert one == other
