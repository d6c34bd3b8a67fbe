"""The activity report: what became of the year's actions, part by part along the flat plan.

A part that the programme says nothing of makes no page. Every part that the contents name has a
number of two figures, which its running head repeats; the contents are composed last, from the
parts that there are.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from aula_reports.compose.blocks import (
    Assembly,
    Block,
    Bureau,
    ContentsBand,
    ContentsBands,
    ContentsEntry,
    DayShares,
    Document,
    Editorial,
    Head,
    Means,
    Part,
    SheetIndex,
    Start,
    TerritoryMap,
    TextPage,
)
from aula_reports.compose.inline import RichText, plain
from aula_reports.compose.sections import (
    cover,
    day_shares,
    editorial,
    means,
    members,
    sheets,
    territory,
    time_chart,
)
from aula_reports.compose.shared_parts import axis_part, document_of, shared_parts
from aula_reports.compose.titles import report_titles
from aula_reports.compose.wording import (
    NO_BREAK,
    count,
    counted_days,
    days,
    label,
    one_line,
    rich,
    title,
)
from aula_reports.model.days import axis_days
from aula_reports.model.layout import FlatPlanKind, Layout
from aula_reports.model.origin import field_at
from aula_reports.model.outlines import Commune
from aula_reports.model.programme import Axis, Programme


def compose_report(
    programme: Programme, layout: Layout, communes: tuple[Commune, ...] = ()
) -> Document:
    """Compose the report; `communes` are the outlines of its map, read beforehand."""
    parts = [part for kind in layout.flat_plan for part in _parts(kind, programme, communes)]
    numbered = _with_contents(_numbered(parts), programme)
    return document_of(programme, report_titles(programme), numbered)


def _parts(
    kind: FlatPlanKind, programme: Programme, communes: tuple[Commune, ...]
) -> Iterator[Part]:
    match kind:
        case FlatPlanKind.CONTENTS:
            head = Head((), label("Sommaire"), "sommaire")
            yield Part("sommaire", (ContentsBands(head, ()),), rich("Sommaire"))
        case FlatPlanKind.EDITORIAL:
            if programme.editorial:
                block = editorial.editorial(programme.editorial, programme, communes)
                running, origin = rich("Éditorial"), field_at("editorial")
                yield Part("editorial", (block,), running, Start.VERSO, origin=origin)
        case FlatPlanKind.GOVERNING_BODIES:
            yield from _agency_life(kind, programme, communes)
        case FlatPlanKind.DAY_SHARES:
            if programme.day_shares:
                shares = day_shares.day_shares(programme.day_shares, programme)
                running, origin = rich(programme.day_shares.title), field_at("repartition")
                yield Part("repartition", (shares,), running, Start.VERSO, origin=origin)
        case FlatPlanKind.SHEETS:
            for axis in programme.axes:
                if sheets.has_pages(axis):
                    yield _axis(programme, axis)
        case FlatPlanKind.BACK_COVER:
            back = replace(cover.back_cover(programme, report_titles(programme)), communes=communes)
            yield Part("quatrieme", (back,), start=Start.VERSO)
        case FlatPlanKind.MEMBERS:
            yield from _members(programme)
        case _:
            yield from shared_parts(kind, programme, report_titles(programme), communes)


def _agency_life(
    kind: FlatPlanKind, programme: Programme, communes: tuple[Commune, ...]
) -> Iterator[Part]:
    """Governing bodies and means are one part of the report: the life of the agency."""
    blocks = [
        block
        for part in shared_parts(kind, programme, report_titles(programme), communes)
        for block in part.blocks
    ]
    block = means.means(programme.means) if programme.means else None
    if block and (block.money or block.staff or block.training):
        blocks.append(block)
    bodies = programme.governing_bodies
    if blocks:
        running = rich((bodies.title if bodies else "") or "La vie de l’agence")
        yield Part("instances", tuple(blocks), running, origin=field_at("instances"))


def _axis(programme: Programme, axis: Axis) -> Part:
    blocks: list[Block] = [sheets.sheet_index(axis)]
    if axis.sheets:
        blocks.append(sheets.sheet_pages(programme, axis))
    chart = time_chart.time_chart(programme, axis)
    if chart:
        blocks.append(chart)
    return axis_part(programme, axis, blocks)


def _members(programme: Programme) -> Iterator[Part]:
    block = members.members(programme.members, programme) if programme.members else None
    if block:
        yield Part("membres", (block,), block.head.title, origin=field_at("membres"))


# --------------------------------------------------------------------------- contents

# Blocks that the contents name a part by, and those that they name one by one in a part of several.
_LEADS = Editorial | TerritoryMap | Bureau | Assembly | Means | DayShares | SheetIndex | TextPage
_CHILDREN = Bureau | Assembly | Means


def _numbered(parts: list[Part]) -> list[Part]:
    """Number the parts that the contents name: « 01 », « 02 »…"""
    number, numbered = 0, []
    for part in parts:
        if _lead(part):
            number += 1
            part = replace(part, number=f"{number:02}")
        numbered.append(part)
    return numbered


def _lead(part: Part) -> Head | None:
    """The head by which the contents name a part; None for what they leave out."""
    return next((block.head for block in part.blocks if isinstance(block, _LEADS)), None)


def _with_contents(parts: list[Part], programme: Programme) -> Iterator[Part]:
    bands = tuple(_band(part, head, programme) for part in parts if (head := _lead(part)))
    for part in parts:
        blocks = tuple(
            ContentsBands(block.head, bands) if isinstance(block, ContentsBands) else block
            for block in part.blocks
        )
        yield replace(part, blocks=blocks)


def _band(part: Part, head: Head, programme: Programme) -> ContentsBand:
    band = ContentsBand(part.number, label(plain(part.running)), head.anchor, part.key)
    axis = next((axis for axis in programme.axes if axis.number == part.tab), None)
    if axis:
        return replace(
            band,
            title=title(axis.title),
            label=rich(f"Axe{NO_BREAK}{axis.number}"),
            figures=_axis_figures(axis),
            detail=rich(axis.summary),
            axis=axis.number,
            picture=programme.picture(axis.picture),
        )
    if len(_heads(part)) > 1:
        return replace(band, children=_children(part))
    return replace(band, detail=_detail(part, programme))


def _axis_figures(axis: Axis) -> RichText:
    figures = [count(len(axis.sheets), "fiche", "fiches")] if axis.sheets else []
    spent = axis_days(axis)
    if spent:
        figures.append(counted_days(spent))
    return rich(", ".join(figures))


def _heads(part: Part) -> list[Head]:
    return [block.head for block in part.blocks if isinstance(block, _CHILDREN)]


def _children(part: Part) -> tuple[ContentsEntry, ...]:
    return tuple(
        ContentsEntry(label(" ".join(plain(head.title).split())), head.anchor)
        for head in _heads(part)
    )


def _detail(part: Part, programme: Programme) -> RichText:
    """One line on what a part holds: the editorial's title, the territory's totals, the days."""
    if part.key == "editorial" and programme.editorial:
        return one_line(programme.editorial.title)
    if part.key == "territoire" and programme.territory:
        return rich(territory.told_totals(programme.territory.totals))
    if part.key == "repartition" and programme.day_shares:
        total = day_shares.announced_total(programme.day_shares, programme)
        return rich(f"{days(total)} {programme.day_shares.unit}")
    return ()
