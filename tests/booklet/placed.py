"""What the placed things of a book tell of its ink: collisions, strays, lines out of measure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from aula_reports.geometry import Rect, mm
from aula_reports.pipeline import Publication
from aula_reports.typeset.ink import glyph_boxes, ink_bounds
from aula_reports.typeset.pages import ImageThing, Page, TextThing

# Glyphs of neighbouring lines may touch by the width of a hair.
HAIR = 0.35
SAFE = mm(3)
HANGING = mm(1.5)
ON_PICTURES = {"over-picture", "display", "tab"}
# What may stand near the trim: giant numerals and the tab at the fore-edge.
EXEMPT = {"display", "tab"}


def flat(text: str) -> str:
    """Read all spaces alike, and all hyphens."""
    return re.sub(r"\s+", " ", text.replace("\N{NON-BREAKING HYPHEN}", "-"))


def inks(book: Publication, page: Page) -> Iterator[tuple[TextThing, Rect]]:
    """Give each text of a page with the box of its ink."""
    for thing in page.things:
        if isinstance(thing, TextThing):
            bounds = ink_bounds(thing, book.faces)
            if bounds:
                yield thing, bounds


def strays(book: Publication) -> list[tuple[int, str]]:
    """List texts nearer to the trim than printers bear."""
    trim = Rect(0, 0, book.book.sheet.width, book.book.sheet.height)
    return [
        (page.number, thing.text)
        for page in book.book.pages
        for thing, ink in inks(book, page)
        if thing.role not in EXEMPT and not trim.grown(-SAFE).holds(ink)
    ]


def collisions(book: Publication) -> list[tuple[int, str, str]]:
    """List pairs of texts whose glyphs meet."""
    return [
        (page.number, first.text, second.text)
        for page in book.book.pages
        for (first, a), (second, b) in combinations(list(inks(book, page)), 2)
        if a.meets(b, HAIR) and not _follows(first, second) and _glyphs_meet(book, first, second)
    ]


def _follows(first: TextThing, second: TextThing) -> bool:
    """Say whether a text goes on where another ends: their letters are kerned, as in a word."""
    end = first.x + first.spans[-1].x + first.spans[-1].width
    start = second.x + second.spans[0].x
    return first.y == second.y and abs(end - start) < 0.001


def _glyphs_meet(book: Publication, first: TextThing, second: TextThing) -> bool:
    theirs = list(glyph_boxes(second, book.faces))
    return any(
        mine.meets(other, HAIR) for mine in glyph_boxes(first, book.faces) for other in theirs
    )


def covered_pictures(book: Publication) -> list[tuple[int, str]]:
    """List texts on a picture whose block does not say so."""
    found = []
    for page in book.book.pages:
        pictures = [thing.clip for thing in page.things if isinstance(thing, ImageThing)]
        for thing, ink in inks(book, page):
            if thing.role not in ON_PICTURES and any(ink.meets(p, HAIR) for p in pictures):
                found.append((page.number, thing.text))
    return found


def late_lines(book: Publication) -> list[tuple[int, str, float]]:
    """List lines that pass the type area by more than hanging punctuation; maps may."""
    margins = book.layout.margins
    foot = mm(margins.foot_mm) - 4 * mm(book.layout.grid.baseline_mm)
    found = []
    for page in book.book.pages:
        right = book.book.sheet.width - mm(
            margins.outside_mm if page.is_recto else margins.inside_mm
        )
        for thing, ink in inks(book, page):
            exempt = page.master == "dark" or thing.role in EXEMPT
            if not exempt and (ink.right > right + HANGING or ink.y < foot):
                found.append((page.number, thing.text, ink.right - right))
    return found
