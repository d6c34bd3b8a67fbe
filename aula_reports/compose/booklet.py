"""The PPA booklet: the year's actions and who funds them, part by part along the flat plan.

A part that the programme says nothing of makes no page. A part begins on a verso only where it
must (a plate and the page it faces, a map over two pages): elsewhere that would cost blank pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from msgspec.structs import replace

from aula_reports.compose.blocks import (
    Assembly,
    AxisChapter,
    BackCover,
    Block,
    Bureau,
    Colophon,
    Contents,
    ContentsEntry,
    Cover,
    Document,
    Head,
    MatrixGuide,
    MissionsPage,
    Part,
    PartnerMatrix,
    Plate,
    Start,
    TerritoryMap,
    TextPage,
    YearInFigures,
)
from aula_reports.compose.sections import axes as axis_pages
from aula_reports.compose.sections import cover, front, governance, matrix, territory, year
from aula_reports.compose.wording import NO_BREAK, label, one_line, rich
from aula_reports.model.layout import FlatPlanKind, Layout
from aula_reports.model.outlines import Commune
from aula_reports.model.programme import Axis, Picture, Programme
from aula_reports.model.programme import TextPage as TextPageModel


def compose_booklet(
    programme: Programme, layout: Layout, communes: tuple[Commune, ...] = ()
) -> Document:
    """Compose the booklet; `communes` are the outlines of its map, read beforehand."""
    titles = programme.document
    parts = [part for kind in layout.flat_plan for part in _parts(kind, programme, communes)]
    return Document(
        title=titles.running_title,
        author=programme.agency.name,
        subject=titles.short_title,
        running_title=rich(titles.running_title),
        parts=tuple(_with_contents(parts)),
    )


def _parts(
    kind: FlatPlanKind, programme: Programme, communes: tuple[Commune, ...]
) -> Iterator[Part]:
    match kind:
        case FlatPlanKind.COVER:
            yield Part("couverture", (cover.cover(programme),))
        case FlatPlanKind.CONTENTS:
            yield from _contents(programme)
        case FlatPlanKind.PREAMBLE:
            yield from _preamble(programme)
        case FlatPlanKind.TERRITORY:
            yield from _territory(programme, communes)
        case FlatPlanKind.GOVERNING_BODIES:
            yield from _governing_bodies(programme)
        case FlatPlanKind.YEAR:
            yield from _year(programme)
        case FlatPlanKind.AXES:
            for axis in programme.axes:
                yield _axis(programme, axis)
        case FlatPlanKind.PARTNER_MATRIX:
            yield from _partner_matrices(programme)
        case FlatPlanKind.FREE_PAGES:
            for number, page in enumerate(programme.free_pages, 1):
                yield _free_page(page, programme, f"page-{number}")
        case FlatPlanKind.IMPRINT:
            yield from _imprint(programme)
        case FlatPlanKind.BACK_COVER:
            yield Part("quatrieme", (cover.back_cover(programme),), start=Start.VERSO)


def _facing(picture: Picture | None, *blocks: Block) -> tuple[Block, ...]:
    return (cover.plate(picture), *blocks) if picture else blocks


def _contents(programme: Programme) -> Iterator[Part]:
    head = Head(rich(programme.document.short_title), label("Sommaire"), "sommaire")
    picture = programme.picture(programme.document.contents_picture)
    start = Start.VERSO if picture else Start.ANY
    yield Part("sommaire", _facing(picture, Contents(head, ())), rich("Sommaire"), start)


def _preamble(programme: Programme) -> Iterator[Part]:
    page = programme.preamble
    if page is None:
        return
    picture = programme.picture(page.picture)
    start = Start.VERSO if picture else Start.ANY
    blocks = _facing(picture, front.preamble(page, programme))
    yield Part("preambule", blocks, rich(page.overline or "Préambule"), start)


def _free_page(page: TextPageModel, programme: Programme, key: str) -> Part:
    picture = programme.picture(page.picture)
    start = Start.VERSO if picture else Start.ANY
    return Part(key, _facing(picture, front.free_page(page, key)), one_line(page.title), start)


def _imprint(programme: Programme) -> Iterator[Part]:
    entry = programme.imprint
    if entry:
        block = front.imprint(entry, programme.picture(entry.picture))
        yield Part(FlatPlanKind.IMPRINT, (block,), rich("Ours"))


def _territory(programme: Programme, communes: tuple[Commune, ...]) -> Iterator[Part]:
    if programme.territory and communes:
        block = territory.territory_map(programme.territory, communes)
        yield Part("territoire", (block,), rich("Le territoire"), Start.VERSO)


def _governing_bodies(programme: Programme) -> Iterator[Part]:
    bodies = programme.governing_bodies
    if bodies is None:
        return
    blocks: list[Block] = []
    if bodies.bureau:
        blocks.append(governance.bureau(bodies))
    if bodies.assembly.colleges:
        blocks.append(governance.assembly(programme, bodies))
    if blocks:
        yield Part("instances", tuple(blocks), rich(bodies.title or "La gouvernance"))


def _year(programme: Programme) -> Iterator[Part]:
    blocks: list[Block] = [year.year_in_figures(programme)]
    if programme.missions.kinds:
        blocks.append(year.missions_page(programme))
    running = rich(f"Le programme {programme.document.edition}")
    yield Part("annee", tuple(blocks), running)


def _axis(programme: Programme, axis: Axis) -> Part:
    picture = programme.picture(axis.picture)
    plates = (cover.plate(picture, str(axis.number)),) if picture else ()
    return Part(
        key=axis_pages.axis_anchor(axis),
        blocks=(*plates, axis_pages.axis_chapter(programme, axis)),
        running=axis_pages.axis_running_title(axis),
        start=Start.VERSO if picture else Start.ANY,
        tab=axis.number,
    )


def _partner_matrices(programme: Programme) -> Iterator[Part]:
    settings = programme.partner_matrix
    if not settings.columns:
        return
    running = matrix.matrix_overline()
    if settings.text or settings.standfirst or programme.missions.kinds:
        yield Part("tableau", (matrix.matrix_guide(programme),), running)
    for axis in programme.axes:
        if not any(section.entries for section in axis.sections):
            continue
        block = matrix.partner_matrix(programme, axis)
        yield Part(block.anchor, (block,), running, tab=axis.number)


# --------------------------------------------------------------------------- contents


def _with_contents(parts: list[Part]) -> Iterator[Part]:
    """Fill the contents with every other part; their pages are filled in later."""
    entries = _entries(parts)
    for part in parts:
        blocks = tuple(
            Contents(block.head, entries) if isinstance(block, Contents) else block
            for block in part.blocks
        )
        yield Part(part.key, blocks, part.running, part.start, part.tab)


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
            case Cover() | Plate() | Contents() | BackCover():
                continue
            case _:
                assert_never(block)
    return None
