"""Nothing overflows, nothing collides: measured on the ink of the placed things of every page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from aula_reports.geometry import Rect, mm
from aula_reports.pipeline import Publication
from aula_reports.typeset.ink import glyph_boxes, ink_bounds
from aula_reports.typeset.pages import ImageThing, Page, TextThing

# Glyphs of neighbouring lines may touch by the width of a hair.
HAIR = 0.35
SAFE = mm(3)
ON_PICTURES = {"over-picture", "display", "tab"}
# What may stand near the trim: giant numerals and the tab at the fore-edge.
EXEMPT = {"display", "tab"}


def _texts(page: Page) -> list[TextThing]:
    return [thing for thing in page.things if isinstance(thing, TextThing)]


def _inks(booklet: Publication, page: Page) -> Iterator[tuple[TextThing, Rect]]:
    for thing in _texts(page):
        bounds = ink_bounds(thing, booklet.faces)
        if bounds:
            yield thing, bounds


def test_no_text_leaves_the_page(booklet: Publication) -> None:
    trim = Rect(0, 0, booklet.book.sheet.width, booklet.book.sheet.height)
    escaped = [
        (page.number, thing.text)
        for page in booklet.book.pages
        for thing, ink in _inks(booklet, page)
        if thing.role not in EXEMPT and not trim.grown(-SAFE).holds(ink)
    ]
    assert not escaped


def test_no_two_texts_collide(booklet: Publication) -> None:
    met = [
        (page.number, first.text, second.text)
        for page in booklet.book.pages
        for (first, a), (second, b) in combinations(list(_inks(booklet, page)), 2)
        if a.meets(b, HAIR) and _glyphs_meet(booklet, first, second)
    ]
    assert not met


def _glyphs_meet(booklet: Publication, first: TextThing, second: TextThing) -> bool:
    theirs = list(glyph_boxes(second, booklet.faces))
    return any(
        mine.meets(other, HAIR) for mine in glyph_boxes(first, booklet.faces) for other in theirs
    )


def test_text_stands_on_a_picture_only_where_its_block_says_so(booklet: Publication) -> None:
    covered = []
    for page in booklet.book.pages:
        pictures = [thing.clip for thing in page.things if isinstance(thing, ImageThing)]
        for thing, ink in _inks(booklet, page):
            if thing.role not in ON_PICTURES and any(ink.meets(p, HAIR) for p in pictures):
                covered.append((page.number, thing.text))
    assert not covered


def test_lines_keep_their_measure(booklet: Publication) -> None:
    """No line passes the type area's right edge by more than hanging punctuation; maps may."""
    margins = booklet.layout.margins
    width = booklet.book.sheet.width
    late = []
    for page in booklet.book.pages:
        right = width - mm(margins.outside_mm if page.is_recto else margins.inside_mm)
        for thing, ink in _inks(booklet, page):
            exempt = page.master == "dark" or thing.role in EXEMPT
            if not exempt and ink.right > right + mm(1.5):
                late.append((page.number, thing.text, ink.right - right))
    assert not late
