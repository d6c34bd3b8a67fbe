"""Marks on what French setting inserts and nobody sees: tied spaces, tied hyphens, divisions.

A small trough stands under each no-break space, narrow one and no-break hyphen, an ink each; a
stroke stands after each line that ends inside a word. All are artifacts, over the page.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from aula_reports.gauge.lines import PlacedLine, lines_of
from aula_reports.gauge.proof_inks import DIVISION, HYPHEN, NARROW, NO_BREAK
from aula_reports.geometry import Path, polyline
from aula_reports.typeset.pages import Book, Page, Pen, ShapeThing, TextThing
from aula_reports.typeset.runs import LineSpan
from aula_reports.typeset.shaping import NARROW_SPACE, NO_BREAK_HYPHEN, NO_BREAK_SPACE
from aula_reports.typeset.structure import Node

_INKS = {NO_BREAK_SPACE: NO_BREAK, NARROW_SPACE: NARROW, NO_BREAK_HYPHEN: HYPHEN}
_WIDTH = 0.5

# Heights of the marks over the baseline, in em; their distance to the letters beside them.
_BED, _BRIM, _ASIDE = -0.16, 0.04, 0.02
_STROKE_FOOT, _STROKE_HEAD = -0.2, 0.75


class _Sign(Struct, frozen=True):
    """An inserted sign of a text: from where to where on its baseline, in points."""

    character: str
    start: float
    end: float


def with_spaces(book: Book) -> Book:
    """Mark the inserted spaces, hyphens and divisions of all pages."""
    return replace(book, pages=tuple(_with(page, book.nodes) for page in book.pages))


def _with(page: Page, nodes: Sequence[Node]) -> Page:
    strokes: dict[str, list[Path]] = {}
    for thing in page.things:
        if isinstance(thing, TextThing):
            for ink, path in _troughs(thing):
                strokes.setdefault(ink, []).append(path)
    cut = [_stroke(line) for _, line in lines_of(page, nodes) if line.is_hyphenated]
    if cut:
        strokes[DIVISION] = cut
    shapes = (_shape(ink, paths) for ink, paths in strokes.items())
    return replace(page, things=(*page.things, *shapes))


def _shape(ink: str, paths: Sequence[Path]) -> ShapeThing:
    return ShapeThing(None, tuple(part for path in paths for part in path), pen=Pen(ink, _WIDTH))


def _troughs(thing: TextThing) -> Iterator[tuple[str, Path]]:
    """Draw a trough under each inserted sign of a text, turned as the text is."""
    turn = math.radians(thing.angle)
    cosine, sine = math.cos(turn), math.sin(turn)
    for span in thing.spans:
        low, high = (span.rise + edge * span.size for edge in (_BED, _BRIM))
        aside = _ASIDE * span.size
        for sign in _signs(span):
            start, end = sign.start + aside, sign.end - aside
            corners = ((start, high), (start, low), (end, low), (end, high))
            turned = [
                (thing.x + along * cosine - up * sine, thing.y + along * sine + up * cosine)
                for along, up in corners
            ]
            yield _INKS[sign.character], polyline(turned)


def _signs(span: LineSpan) -> Iterator[_Sign]:
    """Walk along a span; what justification adds after a space is part of it."""
    x, unit = span.x, span.size / 1000 * span.scale
    for run, added in span.runs:
        for number, glyph in enumerate(run.glyphs, 1):
            end = x + glyph.advance * unit + span.tracking
            if number == len(run.glyphs):
                end += added
            if glyph.text in _INKS:
                yield _Sign(glyph.text, x, end)
            x = end


def _stroke(line: PlacedLine) -> Path:
    x = line.right + _ASIDE * line.size
    low, high = (line.y + edge * line.size for edge in (_STROKE_FOOT, _STROKE_HEAD))
    return polyline(((x, low), (x, high)))
