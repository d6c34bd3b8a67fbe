"""The PPA booklet: the year's actions and who funds them, part by part along the flat plan.

A part that the programme says nothing of makes no page. A part begins on a verso only where it
must (a plate and the page it faces, a map over two pages): elsewhere that would cost blank pages.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from aula_reports.compose.blocks import (
    Assembly,
    AxisChapter,
    Block,
    Bureau,
    Colophon,
    Contents,
    ContentsEntry,
    Document,
    Head,
    MatrixGuide,
    MissionsPage,
    Part,
    PartnerMatrix,
    Start,
    TerritoryMap,
    TextPage,
    YearInFigures,
)
from aula_reports.compose.sections import axes as axis_pages
from aula_reports.compose.sections import front, matrix, year
from aula_reports.compose.shared_parts import axis_part, document_of, facing, shared_parts
from aula_reports.compose.titles import booklet_titles
from aula_reports.compose.wording import NO_BREAK, label, rich
from aula_reports.model.layout import FlatPlanKind, Layout
from aula_reports.model.origin import field_at
from aula_reports.model.outlines import Commune
from aula_reports.model.programme import Programme


def compose_booklet(
    programme: Programme, layout: Layout, communes: tuple[Commune, ...] = ()
) -> Document:
    """Compose the booklet; `communes` are the outlines of its map, read beforehand."""
    parts = [part for kind in layout.flat_plan for part in _parts(kind, programme, communes)]
    return document_of(programme, booklet_titles(programme), _with_contents(parts))


def _parts(
    kind: FlatPlanKind, programme: Programme, communes: tuple[Commune, ...]
) -> Iterator[Part]:
    match kind:
        case FlatPlanKind.CONTENTS:
            yield from _contents(programme)
        case FlatPlanKind.PREAMBLE:
            yield from _preamble(programme)
        case FlatPlanKind.YEAR:
            yield from _year(programme)
        case FlatPlanKind.AXES:
            for axis in programme.axes:
                if axis.introduction or axis.sections:
                    yield axis_part(programme, axis, [axis_pages.axis_chapter(programme, axis)])
        case FlatPlanKind.PARTNER_MATRIX:
            yield from _partner_matrices(programme)
        case _:
            yield from shared_parts(kind, programme, booklet_titles(programme), communes)


def _contents(programme: Programme) -> Iterator[Part]:
    head = Head(rich(booklet_titles(programme).short_title), label("Sommaire"), "sommaire")
    picture = programme.picture(booklet_titles(programme).contents_picture)
    start = Start.VERSO if picture else Start.ANY
    blocks = facing(picture, field_at("document", "image_sommaire"), Contents(head, ()))
    yield Part("sommaire", blocks, rich("Sommaire"), start)


def _preamble(programme: Programme) -> Iterator[Part]:
    page = programme.preamble
    if page is None:
        return
    picture = programme.picture(page.picture)
    start = Start.VERSO if picture else Start.ANY
    origin = field_at("preambule")
    blocks = facing(picture, field_at(origin, "image"), front.preamble(page, programme))
    yield Part("preambule", blocks, rich(page.overline or "Préambule"), start, origin=origin)


def _year(programme: Programme) -> Iterator[Part]:
    blocks: list[Block] = [year.year_in_figures(programme)]
    if programme.missions.kinds:
        blocks.append(year.missions_page(programme))
    running = rich(f"Le programme {booklet_titles(programme).edition}")
    yield Part("annee", tuple(blocks), running)


def _partner_matrices(programme: Programme) -> Iterator[Part]:
    settings = programme.partner_matrix
    if not settings.columns:
        return
    running = matrix.matrix_overline()
    if settings.text or settings.standfirst or programme.missions.kinds:
        yield Part(
            "tableau", (matrix.matrix_guide(programme),), running, origin=field_at("tableau")
        )
    for axis in programme.axes:
        if not any(section.entries for section in axis.sections):
            continue
        block = matrix.partner_matrix(programme, axis)
        origin = axis_pages.axis_origin(axis)
        yield Part(block.anchor, (block,), running, tab=axis.number, origin=origin)


# --------------------------------------------------------------------------- contents


def _with_contents(parts: list[Part]) -> Iterator[Part]:
    """Fill the contents with every other part; their pages are filled in later."""
    entries = _entries(parts)
    for part in parts:
        blocks = tuple(
            Contents(block.head, entries) if isinstance(block, Contents) else block
            for block in part.blocks
        )
        yield replace(part, blocks=blocks)


def _entries(parts: list[Part]) -> tuple[ContentsEntry, ...]:
    """One line a part; the matrices of all axes share one, whether a guide precedes them or not."""
    entries: list[ContentsEntry] = []
    for part in parts:
        entry = _entry(part)
        if entry is None:
            continue
        if entries and entries[-1].title == entry.title:
            children = (*entries[-1].children, *entry.children)
            entries[-1] = replace(entries[-1], children=children)
        else:
            entries.append(entry)
    return tuple(entries)


def _entry(part: Part) -> ContentsEntry | None:
    """A part's line: its running title, and the first anchor in it."""
    for block in part.blocks:
        match block:
            case PartnerMatrix():
                title = rich(f"Axe{NO_BREAK}{block.numeral}")
                child = ContentsEntry(title, block.anchor)
                return ContentsEntry(part.running, block.anchor, children=(child,))
            case AxisChapter():
                children = tuple(
                    ContentsEntry(link.title, link.anchor, link.number) for link in block.index
                )
                return ContentsEntry(block.head.title, block.head.anchor, str(part.tab), children)
            case Bureau() | Assembly() | TextPage() | Colophon() | TerritoryMap():
                return ContentsEntry(part.running, block.head.anchor)
            case YearInFigures() | MissionsPage() | MatrixGuide():
                return ContentsEntry(part.running, block.head.anchor)
            case _:
                continue
    return None
