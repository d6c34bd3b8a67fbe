"""The worst places of a setting as pictures: lines of pages, enlarged, a bar beside the bad one.

A proof for the eye: what a number says of a line, one must see before one mends it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from aula_reports.compose.wording import rich
from aula_reports.gauge.faults import NAMES, Fault
from aula_reports.gauge.lines import PlacedLine
from aula_reports.gauge.proof_inks import DIVISION
from aula_reports.geometry import Rect, mm, rectangle
from aula_reports.typeset.pages import Book, Page, ShapeThing, TextThing, Thing
from aula_reports.typeset.paragraph import Setter
from aula_reports.typeset.runs import LineSpan, SetLine
from aula_reports.typeset.structure import StructureBuilder

_MARGIN = mm(15)
_MOST_ENLARGED = 3.0
# How far a picture reaches over and under its line, in sizes of its type: a line or two.
_REACH_UP, _REACH_DOWN = 2.4, 2.0
_CAPTION_GAP, _PICTURE_GAP = mm(6), mm(11)
_BAR_WIDTH, _BAR_GAP = mm(1.2), mm(2)


class _Picture(Struct, frozen=True):
    """Texts of a page about a line, and what they fill of it, in points."""

    fault: Fault
    texts: tuple[TextThing, ...]
    box: Rect


def enlarged(book: Book, faults: Sequence[Fault], setter: Setter, caption: str = "caption") -> Book:
    """Make a book of the places of some faults, from the first on, as many a page as fit.

    `caption` is the style of what is written over each.
    """
    tree = StructureBuilder()
    room = book.sheet.width - 2 * _MARGIN
    pages: list[list[Thing]] = [[]]
    y = book.sheet.height - _MARGIN
    for fault in faults:
        picture = _picture(book.pages[fault.page - 1], fault)
        scale = min(_MOST_ENLARGED, room / picture.box.width)
        height = _CAPTION_GAP + picture.box.height * scale
        if y - height < _MARGIN and pages[-1]:
            pages.append([])
            y = book.sheet.height - _MARGIN
        words = setter.parted(setter.line(rich(_words(fault, scale)), caption))
        pages[-1].append(_level(tree.add("P", 0), y - setter.cap_height(caption), words))
        pages[-1] += _laid(picture, scale, y - height, tree.add("P", 0))
        y -= height + _PICTURE_GAP
    return replace(
        book,
        title=f"{book.title} : les pires endroits",
        pages=tuple(Page(n, "", "", tuple(things)) for n, things in enumerate(pages, 1)),
        nodes=tree.frozen(),
        anchors={},
        outline=(),
        fill={},
        choices=(),
    )


def _picture(page: Page, fault: Fault) -> _Picture:
    """Take the level texts of a line's column that stand about it."""
    line = fault.line
    low, high = line.y - _REACH_DOWN * line.size, line.y + _REACH_UP * line.size
    near = tuple(
        thing
        for thing in page.things
        if isinstance(thing, TextThing)
        and thing.spans
        and not thing.angle
        and low <= thing.y <= high
        and _left(thing) < line.right
        and _right(thing) > line.x
    )
    left, right = min(map(_left, near)), max(map(_right, near))
    foot = min(thing.y for thing in near) - line.size * 0.3
    head = max(thing.y for thing in near) + line.size
    return _Picture(fault, near, Rect(left, foot, right - left, head - foot))


def _left(thing: TextThing) -> float:
    return thing.x + min(span.x for span in thing.spans)


def _right(thing: TextThing) -> float:
    return thing.x + max(span.x + span.width for span in thing.spans)


def _words(fault: Fault, scale: float) -> str:
    grown = f"{scale:.1f}".replace(".", ",")
    return f"Page {fault.page} : {NAMES[fault.kind]}, agrandie {grown} fois"


def _level(node: int, y: float, line: SetLine) -> TextThing:
    spans = tuple(span for span in line.spans if isinstance(span, LineSpan))
    return TextThing(node, _MARGIN, y, spans)


def _laid(picture: _Picture, scale: float, foot: float, node: int) -> Iterator[Thing]:
    """Lay a picture that stands on a height, a bar beside its line."""
    line, box = picture.fault.line, picture.box
    yield _bar(line, foot + (line.y - box.y) * scale, scale)
    for thing in picture.texts:
        x = _MARGIN + (thing.x - box.x) * scale
        grown = tuple(_grown(span, scale) for span in thing.spans)
        yield TextThing(node, x, foot + (thing.y - box.y) * scale, grown)


def _bar(line: PlacedLine, base: float, scale: float) -> ShapeThing:
    """Stand a bar beside the line that is at fault."""
    box = Rect(_MARGIN - _BAR_GAP - _BAR_WIDTH, base, _BAR_WIDTH, 0.7 * line.size * scale)
    return ShapeThing(None, rectangle(box), fill=DIVISION)


def _grown(span: LineSpan, scale: float) -> LineSpan:
    return replace(
        span,
        x=span.x * scale,
        size=span.size * scale,
        width=span.width * scale,
        tracking=span.tracking * scale,
        rise=span.rise * scale,
        runs=tuple((run, added * scale) for run, added in span.runs),
        inline=None,
    )
