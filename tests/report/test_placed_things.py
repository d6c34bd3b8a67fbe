"""Nothing overflows, nothing collides on any page of the report, and its pages are filled."""

from __future__ import annotations

from statistics import mean

from aula_reports.geometry import mm
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
    for verso, recto in (("1.11", "1.13"), ("1.15", "1.17"), ("3.2", "3.4"), ("3.10", "3.12")):
        (left, one), (right, other) = feet[verso], feet[recto]
        assert (left % 2, right) == (0, left + 1)
        assert one == other


def test_white_of_pages_of_short_sheets_is_at_their_foot(report: Publication) -> None:
    """Two sheets that leave a third of their pages free stand one right under the other."""
    heads = {
        thing.text.strip(): thing.y
        for page in report.book.pages
        for thing in page.things
        if isinstance(thing, TextThing)
    }
    for first, second in (("3.1", "3.2"), ("3.9", "3.10"), ("3.11", "3.12")):
        assert heads[first] - heads[second] < mm(252 * 0.42)


def test_lists_of_openers_start_on_one_line(report: Publication) -> None:
    tops = [
        thing.y
        for page in report.book.pages
        for thing in page.things
        if isinstance(thing, TextThing) and thing.text.strip().casefold() == "titres des actions"
    ]
    assert len(tops) == 5
    assert len(set(tops)) == 1


def test_charts_of_two_pages_face_their_callouts(report: Publication) -> None:
    pages = [
        page.number
        for page in report.book.pages
        for thing in page.things
        if isinstance(thing, TextThing) and "plus grands chantiers" in thing.text.casefold()
    ]
    assert pages
    assert all(number % 2 for number in pages)
