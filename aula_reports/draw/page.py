"""A page's things onto a surface, in order; neighbours of one node share one piece of content."""

from __future__ import annotations

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


def draw_book(book: Book, surface: Surface, coder: Coder = qr_modules) -> None:
    """Draw every page in order; `coder` gives the modules of QR codes."""
    for page in book.pages:
        draw_page(page, surface, coder)


def draw_page(page: Page, surface: Surface, coder: Coder = qr_modules) -> None:
    """Draw one page between `begin_page` and `end_page`."""
    surface.begin_page(page)
    is_open, node = False, None
    for thing in page.things:
        has_ink = not isinstance(thing, (LinkThing, EmptyThing))
        if is_open and not (has_ink and thing.node == node):
            surface.end()
            is_open = False
        if has_ink and not is_open:
            surface.begin(thing.node)
            is_open, node = True, thing.node
        _draw(thing, surface, coder)
    if is_open:
        surface.end()
    surface.end_page()


def _draw(thing: Thing, surface: Surface, coder: Coder) -> None:
    match thing:
        case TextThing():
            for span in thing.spans:
                surface.text(thing.x, thing.y, span, thing.angle)
        case EmptyThing():
            surface.empty(thing.node)
        case MarkThing():
            draw_mark(thing, surface)
        case ShapeThing():
            _draw_shape(thing, surface)
        case LinkThing():
            surface.link(thing)
        case ImageThing():
            surface.image(thing)
        case RingThing():
            draw_ring(thing, surface)
        case QrThing():
            draw_qr(thing, surface, coder)
        case StrataThing():
            draw_strata(thing, surface)
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
