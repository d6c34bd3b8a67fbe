"""The PPA booklet: the year's actions and who funds them, part by part along the flat plan.

A part that the programme says nothing of makes no page.
"""

from __future__ import annotations

from collections.abc import Iterator

from aula_reports.compose.blocks import (
    Block,
    Contents,
    ContentsEntry,
    Document,
    Head,
    Part,
    Start,
)
from aula_reports.compose.inline import RichText
from aula_reports.compose.sections import axes as axis_pages
from aula_reports.compose.sections import cover, front, governance, matrix, territory, year
from aula_reports.compose.wording import NO_BREAK, label, rich
from aula_reports.model.layout import FlatPlanKind, Layout
from aula_reports.model.outlines import Commune
from aula_reports.model.programme import Axis, Picture, Programme


def compose_booklet(
    programme: Programme, layout: Layout, communes: tuple[Commune, ...] = ()
) -> Document:
    """Compose the booklet; `communes` are the outlines of its map, read beforehand."""
    titles = programme.document
    parts = [
        part for kind in layout.flat_plan for part in _parts(kind, programme, communes)
    ]
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
        case FlatPlanKind.MISSION_TABLES:
            return
        case FlatPlanKind.FREE_PAGES:
            for page in programme.free_pages:
                yield Part(page.id, (front.free_page(page),), rich(page.title))
        case FlatPlanKind.IMPRINT:
            if programme.imprint:
                yield Part("ours", (front.imprint(programme.imprint),), rich("Ours"))
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
        start = Start.VERSO if len(blocks) > 1 else Start.ANY
        yield Part("instances", tuple(blocks), rich(bodies.title or "La gouvernance"), start)


def _year(programme: Programme) -> Iterator[Part]:
    blocks: list[Block] = [year.year_in_figures(programme)]
    if programme.missions.kinds:
        blocks.append(year.missions_page(programme))
    running = rich(f"Le programme {programme.document.edition}")
    start = Start.VERSO if len(blocks) > 1 else Start.ANY
    yield Part("annee", tuple(blocks), running, start)


def _axis(programme: Programme, axis: Axis) -> Part:
    picture = programme.picture(axis.picture)
    plates = (cover.plate(picture, str(axis.number)),) if picture else ()
    return Part(
        key=axis_pages.axis_anchor(axis),
        blocks=(*plates, axis_pages.axis_chapter(programme, axis)),
        running=axis_pages.axis_running_title(axis),
        start=Start.VERSO if picture else Start.RECTO,
        tab=axis.number,
    )


def _partner_matrices(programme: Programme) -> Iterator[Part]:
    if not programme.partner_matrix.columns:
        return
    running = matrix.matrix_overline()
    yield Part("tableau", (matrix.matrix_guide(programme),), running, Start.VERSO)
    for axis in programme.axes:
        block = matrix.partner_matrix(programme, axis)
        yield Part(block.anchor, (block,), running, tab=axis.number)


# --------------------------------------------------------------------------- contents


def _with_contents(parts: list[Part]) -> Iterator[Part]:
    """Fill the contents with the heads of every other part; their pages are filled in later."""
    entries = tuple(entry for part in parts for entry in _entries(part))
    for part in parts:
        blocks = tuple(
            Contents(block.head, entries) if isinstance(block, Contents) else block
            for block in part.blocks
        )
        yield Part(part.key, blocks, part.running, part.start, part.tab)


def _entries(part: Part) -> Iterator[ContentsEntry]:
    for block in part.blocks:
        entry = _entry(block)
        if entry:
            yield entry


def _entry(block: Block) -> ContentsEntry | None:
    from aula_reports.compose.blocks import AxisChapter, PartnerMatrix

    if isinstance(block, Contents):
        return None
    if isinstance(block, PartnerMatrix):
        title: RichText = rich(f"Axe{NO_BREAK}{block.numeral}")
        return ContentsEntry(title, block.anchor)
    head = getattr(block, "head", None)
    if not isinstance(head, Head):
        return None
    if isinstance(block, AxisChapter):
        children = tuple(
            ContentsEntry(link.title, link.anchor, link.number) for link in block.index
        )
        numeral = head.anchor.rpartition("-")[2]
        return ContentsEntry(head.title, head.anchor, numeral, children)
    return ContentsEntry(head.title, head.anchor)
