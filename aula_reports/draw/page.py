"""A page's things onto a surface, in order; neighbours of one node share one piece of content."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import assert_never

from aula_reports.draw.marks import draw_mark
from aula_reports.draw.qr import Coder, draw_qr, qr_modules
from aula_reports.draw.ring import draw_ring
from aula_reports.draw.strata import draw_strata
from aula_reports.draw.surface import Surface
from aula_reports.typeset.pages import (
    Book,
    EmptyThing,
    ImageThing,
    LinkThing,
    MarkThing,
    Page,
    QrThing,
    RingThing,
    ShapeThing,
    StrataThing,
    TextThing,
    Thing,
)

_WITHOUT_INK = (LinkThing, EmptyThing)


def draw_book(book: Book, surface: Surface, coder: Coder = qr_modules) -> None:
    """Draw every page in order; `coder` gives the modules of QR codes."""
    for page in book.pages:
        draw_page(page, surface, coder)


def draw_page(page: Page, surface: Surface, coder: Coder = qr_modules) -> None:
    """Draw one page between `begin_page` and `end_page`."""
    surface.begin_page(page)
    for (node, has_ink), things in groupby(page.things, key=_content_of):
        if not has_ink:
            _note(things, surface)
            continue
        surface.begin(node)
        for thing in things:
            _draw_ink(thing, surface, coder)
        surface.end()
    surface.end_page()


def _content_of(thing: Thing) -> tuple[int | None, bool]:
    return thing.node, not isinstance(thing, _WITHOUT_INK)


def _note(things: Iterable[Thing], surface: Surface) -> None:
    for thing in things:
        if isinstance(thing, LinkThing):
            surface.link(thing)
        elif isinstance(thing, EmptyThing):
            surface.empty(thing.node)


def _draw_ink(thing: Thing, surface: Surface, coder: Coder) -> None:
    match thing:
        case TextThing():
            for span in thing.spans:
                surface.text(thing.x, thing.y, span, thing.angle)
        case ShapeThing():
            _draw_shape(thing, surface)
        case ImageThing():
            surface.image(thing)
        case MarkThing():
            draw_mark(thing, surface)
        case RingThing():
            draw_ring(thing, surface)
        case QrThing():
            draw_qr(thing, surface, coder)
        case StrataThing():
            draw_strata(thing, surface)
        case LinkThing() | EmptyThing():
            pass
        case _:
            assert_never(thing)


def _draw_shape(shape: ShapeThing, surface: Surface) -> None:
    if shape.clip:
        surface.clip(shape.clip)
    if shape.fill:
        surface.fill(shape.path, shape.fill, even_odd=shape.even_odd)
    if shape.pen:
        surface.stroke(shape.path, shape.pen)
    if shape.clip:
        surface.unclip()
