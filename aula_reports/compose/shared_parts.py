"""What both books have: the parts of both (cover, territory, governing bodies, free pages, imprint,
back), the part of an axis behind its plate, and the document round all parts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aula_reports.compose.acronyms import known_acronyms
from aula_reports.compose.blocks import Block, Document, Part, Start
from aula_reports.compose.sections import axes as axis_pages
from aula_reports.compose.sections import cover, front, governance, territory
from aula_reports.compose.wording import one_line, rich
from aula_reports.model.layout import FlatPlanKind
from aula_reports.model.origin import field_at
from aula_reports.model.outlines import Commune
from aula_reports.model.pages import DocumentTitles, Picture
from aula_reports.model.pages import TextPage as TextPageModel
from aula_reports.model.programme import Axis, Programme


def shared_parts(
    kind: FlatPlanKind,
    programme: Programme,
    titles: DocumentTitles,
    communes: tuple[Commune, ...],
) -> Iterator[Part]:
    """Compose the parts of a kind that both books have; none for the kinds of one book alone."""
    match kind:
        case FlatPlanKind.COVER:
            yield Part("couverture", (cover.cover(programme, titles),))
        case FlatPlanKind.TERRITORY:
            yield from _territory(programme, communes)
        case FlatPlanKind.GOVERNING_BODIES:
            yield from _governing_bodies(programme)
        case FlatPlanKind.FREE_PAGES:
            for number, page in enumerate(programme.free_pages, 1):
                yield _free_page(page, programme, number)
        case FlatPlanKind.IMPRINT:
            yield from _imprint(programme)
        case FlatPlanKind.BACK_COVER:
            yield Part("quatrieme", (cover.back_cover(programme, titles),), start=Start.VERSO)


def document_of(programme: Programme, titles: DocumentTitles, parts: Iterable[Part]) -> Document:
    """Bind parts into a document under the names of a book."""
    return Document(
        title=titles.running_title,
        author=programme.agency.name,
        subject=titles.short_title,
        running_title=rich(titles.running_title),
        parts=tuple(parts),
        acronyms=known_acronyms(programme),
    )


def axis_part(programme: Programme, axis: Axis, blocks: Iterable[Block]) -> Part:
    """Compose the part of an axis: its plate, where it has a picture, then its blocks."""
    picture = programme.picture(axis.picture)
    origin = axis_pages.axis_origin(axis)
    plates: tuple[Block, ...] = ()
    if picture:
        plates = (cover.plate(picture, str(axis.number), origin=field_at(origin, "image")),)
    return Part(
        key=axis_pages.axis_anchor(axis),
        blocks=(*plates, *blocks),
        running=axis_pages.axis_running_title(axis),
        start=Start.VERSO if picture else Start.ANY,
        tab=axis.number,
        origin=origin,
    )


def facing(picture: Picture | None, origin: str, *blocks: Block) -> tuple[Block, ...]:
    """Put a plate before blocks, where there is a picture for it; `origin` is its field."""
    return (cover.plate(picture, origin=origin), *blocks) if picture else blocks


def _free_page(page: TextPageModel, programme: Programme, number: int) -> Part:
    key, origin = f"page-{number}", field_at("pages_libres", number)
    picture = programme.picture(page.picture)
    start = Start.VERSO if picture else Start.ANY
    blocks = facing(picture, field_at(origin, "image"), front.free_page(page, key))
    return Part(key, blocks, one_line(page.title), start, origin=origin)


def _imprint(programme: Programme) -> Iterator[Part]:
    entry = programme.imprint
    if entry:
        block = front.imprint(entry, programme.picture(entry.picture))
        yield Part(FlatPlanKind.IMPRINT, (block,), rich("Ours"), origin=field_at("ours"))


def _territory(programme: Programme, communes: tuple[Commune, ...]) -> Iterator[Part]:
    if programme.territory and communes:
        block = territory.territory_map(programme.territory, communes)
        running, origin = rich("Le territoire"), field_at("territoire")
        yield Part("territoire", (block,), running, Start.VERSO, origin=origin)


def _governing_bodies(programme: Programme) -> Iterator[Part]:
    bodies = programme.governing_bodies
    if bodies is None:
        return
    blocks: list[Block] = []
    if bodies.bureau:
        blocks.append(governance.bureau(bodies, programme.agency.acronym))
    if bodies.assembly.colleges:
        blocks.append(governance.assembly(programme, bodies))
    if blocks:
        running = rich(bodies.title or "La gouvernance")
        yield Part("instances", tuple(blocks), running, origin=field_at("instances"))
