"""Lines placed by hand, so that a test shows exactly one fault.

The face is invented: each letter is half an em wide, each space a quarter; type of 10 points.
A line is given by its text: it is driven if its spaces are not natural.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from aula_reports.gauge.lines import PlacedLine, lines_of
from aula_reports.gauge.paragraphs import Paragraph, paragraphs_of
from aula_reports.typeset.grid import Grid
from aula_reports.typeset.pages import Book, LinkThing, Page, Sheet, TextThing, Thing
from aula_reports.typeset.runs import Glyph, LineSpan, Run
from aula_reports.typeset.structure import Node

SIZE, LEADING, LEFT, TOP = 10.0, 14.0, 50.0, 700.0
NATURAL = 0.25
# A share by which spaces of driven lines grow where a test does not care: nothing to see.
DRIVEN = 0.02
GRID = Grid(
    width=400,
    height=800,
    bleed=0,
    head=TOP,
    pitch=LEADING,
    inside=LEFT,
    outside=40,
    measure=310,
    gutter=10,
    column_step=26.67,
)
NODES = (Node("Document", None), Node("P", 0), Node("P", 0), Node("H1", 0), Node("Link", 1))


def run_of(text: str) -> Run:
    wide = 250.0 if text in (" ", "\u00a0") else 500.0
    narrow = {"\u202f": 125.0}
    glyphs = tuple(Glyph(1, narrow.get(letter, wide), letter) for letter in text)
    return Run("serif", glyphs, sum(glyph.advance for glyph in glyphs), text)


def span_of(text: str, share: float = 0.0, **looks: float) -> LineSpan:
    """Set a text with its breakable spaces grown by a share, hanging ones left alone."""
    words = [part for part in re.split("([ \u00a0])", text) if part]
    added = share * NATURAL * SIZE
    spaced = [(run_of(word), added if word == " " else 0.0) for word in words]
    if words[-1] == " ":
        spaced[-1] = (spaced[-1][0], 0.0)
    inked = spaced[:-1] if words[-1] == " " else spaced
    width = sum(run.width * SIZE / 1000 + more for run, more in inked)
    x = looks.pop("x", 0.0)
    return LineSpan(x, "serif", looks.pop("size", SIZE), "noir", tuple(spaced), width, **looks)  # type: ignore[arg-type]


def text_at(
    text: str, line: float = 0, *, share: float = 0.0, x: float = LEFT, node: int | None = 1
) -> TextThing:
    """Place a line on a baseline of the grid."""
    return TextThing(node, x, TOP - line * LEADING, (span_of(text, share),))


def column(
    texts: Iterable[str], first: float = 0, *, share: float = DRIVEN, x: float = LEFT, node: int = 1
) -> list[TextThing]:
    """Place lines one under the other, a hanging space after each that ends with a word.

    All are driven; the last one of a paragraph too: whoever wants it still says so.
    """
    return [
        text_at(_ended(text), first + number, share=share, x=x, node=node)
        for number, text in enumerate(texts)
    ]


def _ended(text: str) -> str:
    return text if text.endswith(("\u00ad", "-")) else f"{text} "


def page_of(things: Iterable[Thing], number: int = 1) -> Page:
    return Page(number, str(number), "recto", tuple(things))


def book_of(*pages: Iterable[Thing]) -> Book:
    return Book(
        title="Essai",
        author="",
        subject="",
        language="fr-FR",
        sheet=Sheet(GRID.width, GRID.height, 0, 0),
        pages=tuple(page_of(things, number) for number, things in enumerate(pages, 1)),
        nodes=NODES,
        anchors={},
        outline=(),
        fill={},
    )


def paragraph_of(*pages: Iterable[Thing]) -> Paragraph:
    """Find the one paragraph of some pages."""
    (paragraph,) = paragraphs_of(book_of(*pages))
    return paragraph


def line_of(*things: LinkThing | TextThing) -> PlacedLine:
    """Join things of one page to its only line."""
    ((_, line),) = lines_of(page_of(things), NODES)
    return line
