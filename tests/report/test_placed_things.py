"""Nothing overflows, nothing collides on any page of the report, and its pages are filled."""

from __future__ import annotations

from statistics import mean

from aula_reports.pipeline import Publication
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
