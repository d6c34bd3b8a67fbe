"""Nothing overflows, nothing collides: measured on the ink of the placed things of every page."""

from __future__ import annotations

from aula_reports.pipeline import Publication
from tests.booklet.placed import collisions, covered_pictures, late_lines, strays


def test_no_text_leaves_the_page(booklet: Publication) -> None:
    assert not strays(booklet)


def test_no_two_texts_collide(booklet: Publication) -> None:
    assert not collisions(booklet)


def test_text_stands_on_a_picture_only_where_its_block_says_so(booklet: Publication) -> None:
    assert not covered_pictures(booklet)


def test_lines_keep_their_measure(booklet: Publication) -> None:
    assert not late_lines(booklet)
