"""A document becomes a book: every block is laid in turn, then late page numbers are filled."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import zip_longest

from aula_reports.compose.blocks import (
    BackCover,
    Block,
    BookletBlock,
    Document,
    MatrixGuide,
    Part,
    PartnerMatrix,
    SharedBlock,
    Start,
    TerritoryMap,
)
from aula_reports.compose.inline import plain
from aula_reports.diagnostics import ContentOverflow
from aula_reports.geometry import mm
from aula_reports.model.layout import Layout
from aula_reports.model.outlines import Commune
from aula_reports.typeset.blocks.land import lay_land
from aula_reports.typeset.blocks.of_both import lay_shared_block
from aula_reports.typeset.flow import TooHigh
from aula_reports.typeset.maker import PageMaker
from aula_reports.typeset.pages import Book, Sheet
from aula_reports.typeset.paragraph import Setter
from aula_reports.typeset.workshop import Workshop

BLANK = "blank"
ENDPAPER = "endpaper"
_ALONE = Workshop()
# Where the middle of the land lies on an endpaper, in parts of the trim.
_LAND_MIDDLE = (0.5, 0.5)


def paginate(
    document: Document,
    layout: Layout,
    setter: Setter,
    proportions: Mapping[str, float],
    workshop: Workshop = _ALONE,
    language: str = "fr-FR",
) -> Book:
    """Lay a whole document on pages. `proportions`: height over width of its picture files;
    `workshop` draws its charts and plans its maps.

    Raises ContentOverflow for a block that fits nowhere and MissingGlyph for a character that
    the layout's fonts lack.
    """
    running, acronyms = document.running_title, document.acronyms
    maker = PageMaker(layout, setter, running, proportions, workshop, acronyms)
    for part, following in zip_longest(document.parts, document.parts[1:]):
        maker.end_part()
        if part is _filled_before(document, layout):
            to_come = _pages_from(part, document)
            _fill_up(maker, layout.multiple_of, _communes(document), pages_to_come=to_come)
        if _lacks_a_page(part, following, maker):
            _lay_endpapers(maker, 1, _communes(document))
        _lay_part(part, maker)
    return Book(
        title=document.title,
        author=document.author,
        subject=document.subject,
        language=language,
        sheet=_sheet(layout),
        pages=maker.finish(),
        nodes=maker.tree.frozen(),
        anchors=maker.anchors,
        outline=tuple(maker.outline),
        fill=maker.fill,
        choices=tuple(maker.choices),
    )


def _sheet(layout: Layout) -> Sheet:
    spec = layout.sheet
    return Sheet(mm(spec.width_mm), mm(spec.height_mm), mm(spec.bleed_mm), mm(spec.bleed_box_mm))


def _lay_part(part: Part, maker: PageMaker) -> None:
    if part.start is Start.VERSO and maker.page_number and maker.next_is_recto:
        maker.open_page(BLANK)
    maker.begin_part(part)
    try:
        for block, following in zip_longest(part.blocks, part.blocks[1:]):
            _lay_block(block, maker, following)
    except TooHigh as fault:
        raise ContentOverflow(f"{plain(part.running) or part.key} : {fault}") from fault


def _filled_before(document: Document, layout: Layout) -> Part:
    """Find the part before which the layout wants missing pages added; else the last one."""
    named = (part for part in document.parts if part.key == layout.fill_before)
    return next(named, document.parts[-1])


def _pages_from(part: Part, document: Document) -> int:
    """Count the pages still to come; parts that close a book take one page each."""
    return len(document.parts) - document.parts.index(part)


def _fill_up(
    maker: PageMaker, multiple: int, communes: tuple[Commune, ...], *, pages_to_come: int
) -> None:
    """Add endpapers, so that the sheets of the binding are whole."""
    _lay_endpapers(maker, -(maker.page_number + pages_to_come) % multiple, communes)


def _lay_endpapers(maker: PageMaker, count: int, communes: tuple[Commune, ...]) -> None:
    """Lay dark pages; the last one, which faces what follows, shows the land, if any."""
    for _ in range(count):
        maker.open_page(ENDPAPER)
    if count:
        lay_land(communes, maker, _LAND_MIDDLE)


def _lacks_a_page(part: Part, following: Part | None, maker: PageMaker) -> bool:
    """Say whether a table over facing pages asks for one more page before a part."""
    block = _opening(part)
    if not isinstance(block, MatrixGuide | PartnerMatrix):
        return False
    from aula_reports.typeset.blocks.of_booklet import lacks_a_page

    return lacks_a_page(block, _opening(following), maker)


def _opening(part: Part | None) -> Block | None:
    return next(iter(part.blocks), None) if part else None


def _communes(document: Document) -> tuple[Commune, ...]:
    """Give the land of a document's map; none where the back cover shows it already."""
    blocks = [block for part in document.parts for block in part.blocks]
    if any(isinstance(block, BackCover) and block.communes for block in blocks):
        return ()
    return next((block.communes for block in blocks if isinstance(block, TerritoryMap)), ())


def _lay_block(block: Block, maker: PageMaker, following: Block | None) -> None:
    """Lay a block; how those of a book are laid is loaded with the first of them."""
    if isinstance(block, SharedBlock):
        lay_shared_block(block, maker)
    elif isinstance(block, BookletBlock):
        from aula_reports.typeset.blocks.of_booklet import lay_booklet_block

        lay_booklet_block(block, maker)
    else:
        from aula_reports.typeset.blocks.of_report import lay_report_block

        lay_report_block(block, maker, following)
