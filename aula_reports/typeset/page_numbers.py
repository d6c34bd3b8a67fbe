"""Page numbers in the text, left late: where a heading stands is known once all pages are laid."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from aula_reports.compose.inline import Words
from aula_reports.french.numbers import page_range
from aula_reports.model.layout import Alignment
from aula_reports.typeset.display import parted_letters
from aula_reports.typeset.galley import Point
from aula_reports.typeset.maker import Anchors, Late, PageMaker
from aula_reports.typeset.pages import TextThing, Thing


def lay_page_of(
    maker: PageMaker, node: int, anchor: str, at: Point, style: str, before: str = ""
) -> None:
    """Leave the page number of an anchor late, flush right on a point."""

    def make(anchors: Anchors) -> Iterable[Thing]:
        if anchor in anchors:
            yield _number(maker, node, f"{before}{anchors[anchor].page}", at, style)

    maker.put(Late(make))


def lay_pages_of(  # noqa: PLR0913 -- a part, a place and its words make one line
    maker: PageMaker,
    node: int | None,
    part: str,
    at: Point,
    style: str,
    *,
    words: Callable[[tuple[int, int]], str] = page_range,
    align: Alignment = Alignment.RIGHT,
) -> None:
    """Leave the first and last page of a part late, flush on a point."""

    def make(_: Anchors) -> Iterable[Thing]:
        if part in maker.part_pages:
            yield _number(maker, node, words(maker.part_pages[part]), at, style, align)

    maker.put(Late(make))


def _number(
    maker: PageMaker,
    node: int | None,
    text: str,
    at: Point,
    style: str,
    align: Alignment = Alignment.RIGHT,
) -> TextThing:
    set_line = maker.setter.line((Words(text),), style)
    x = at[0] - (set_line.width if align is Alignment.RIGHT else 0.0)
    return TextThing(node, x, at[1], parted_letters(maker, set_line))
