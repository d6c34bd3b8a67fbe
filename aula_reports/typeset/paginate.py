"""A document becomes a book: every block is laid in turn, then late page numbers are filled."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from aula_reports.compose.blocks import (
    Assembly,
    AxisChapter,
    BackCover,
    Block,
    Bureau,
    Colophon,
    Contents,
    ContentsBands,
    Cover,
    DayShares,
    Document,
    Editorial,
    MatrixGuide,
    Means,
    Members,
    MissionsPage,
    Part,
    PartnerMatrix,
    Plate,
    SheetIndex,
    SheetPages,
    Start,
    TerritoryMap,
    TextPage,
    TimeChart,
    YearInFigures,
)
from aula_reports.geometry import mm
from aula_reports.model.layout import Layout
from aula_reports.typeset.blocks.axis import lay_axis
from aula_reports.typeset.blocks.contents import lay_contents
from aula_reports.typeset.blocks.contents_bands import lay_contents_bands
from aula_reports.typeset.blocks.covers import lay_back_cover, lay_cover, lay_plate
from aula_reports.typeset.blocks.day_shares import lay_day_shares
from aula_reports.typeset.blocks.editorial import lay_editorial
from aula_reports.typeset.blocks.governance import lay_assembly, lay_bureau
from aula_reports.typeset.blocks.matrix import lay_matrix
from aula_reports.typeset.blocks.matrix_guide import lay_matrix_guide
from aula_reports.typeset.blocks.means import lay_means
from aula_reports.typeset.blocks.members import lay_members
from aula_reports.typeset.blocks.missions import lay_missions
from aula_reports.typeset.blocks.sheet_index import lay_sheet_index
from aula_reports.typeset.blocks.sheets import lay_sheets
from aula_reports.typeset.blocks.territory import lay_territory
from aula_reports.typeset.blocks.text_page import lay_colophon, lay_text_page
from aula_reports.typeset.blocks.time_chart import lay_time_chart
from aula_reports.typeset.blocks.year import lay_year
from aula_reports.typeset.chart_plans import Charter, refuse_charts
from aula_reports.typeset.maker import PageMaker
from aula_reports.typeset.pages import Book, Sheet
from aula_reports.typeset.paragraph import Setter

BLANK = "blank"
ENDPAPER = "endpaper"


def paginate(
    document: Document,
    layout: Layout,
    setter: Setter,
    proportions: Mapping[str, float],
    charter: Charter = refuse_charts,
    language: str = "fr-FR",
) -> Book:
    """Lay a whole document on pages. `proportions`: height over width of its picture files;
    `charter` draws its charts.

    Raises ContentOverflow for a block that fits nowhere and MissingGlyph for a character that
    the layout's fonts lack.
    """
    maker = PageMaker(layout, setter, document.running_title, proportions, charter)
    for part in document.parts:
        if part is _filled_before(document, layout):
            maker.end_part()
            _fill_up(maker, layout.multiple_of, pages_to_come=_pages_from(part, document))
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
    )


def _sheet(layout: Layout) -> Sheet:
    spec = layout.sheet
    return Sheet(mm(spec.width_mm), mm(spec.height_mm), mm(spec.bleed_mm), mm(spec.bleed_box_mm))


def _lay_part(part: Part, maker: PageMaker) -> None:
    maker.end_part()
    if part.start is Start.VERSO and maker.page_number and maker.next_is_recto:
        maker.open_page(BLANK)
    maker.begin_part(part)
    for block in part.blocks:
        _lay_block(block, maker)


def _filled_before(document: Document, layout: Layout) -> Part:
    """Find the part before which the layout wants missing pages added; else the last one."""
    named = (part for part in document.parts if part.key == layout.fill_before)
    return next(named, document.parts[-1])


def _pages_from(part: Part, document: Document) -> int:
    """Count the pages still to come; parts that close a book take one page each."""
    return len(document.parts) - document.parts.index(part)


def _fill_up(maker: PageMaker, multiple: int, *, pages_to_come: int) -> None:
    """Add endpapers, so that the sheets of the binding are whole."""
    while (maker.page_number + pages_to_come) % multiple:
        maker.open_page(ENDPAPER)


def _lay_block(block: Block, maker: PageMaker) -> None:  # noqa: PLR0915 -- a case a block
    match block:
        case Cover():
            lay_cover(block, maker)
        case Plate():
            lay_plate(block, maker)
        case Contents():
            lay_contents(block, maker)
        case TextPage():
            lay_text_page(block, maker)
        case Colophon():
            lay_colophon(block, maker)
        case TerritoryMap():
            lay_territory(block, maker)
        case Bureau():
            lay_bureau(block, maker)
        case Assembly():
            lay_assembly(block, maker)
        case YearInFigures():
            lay_year(block, maker)
        case MissionsPage():
            lay_missions(block, maker)
        case AxisChapter():
            lay_axis(block, maker)
        case MatrixGuide():
            lay_matrix_guide(block, maker)
        case PartnerMatrix():
            lay_matrix(block, maker)
        case Editorial():
            lay_editorial(block, maker)
        case ContentsBands():
            lay_contents_bands(block, maker)
        case Means():
            lay_means(block, maker)
        case DayShares():
            lay_day_shares(block, maker)
        case SheetIndex():
            lay_sheet_index(block, maker)
        case SheetPages():
            lay_sheets(block, maker)
        case Members():
            lay_members(block, maker)
        case TimeChart():
            lay_time_chart(block, maker)
        case BackCover():
            lay_back_cover(block, maker)
        case _:
            assert_never(block)
