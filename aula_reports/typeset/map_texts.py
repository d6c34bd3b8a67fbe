"""The texts of a map spread, set; and the brief of its plan, which takes their measures only."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from aula_reports.compose.blocks import MapArea, MapGroup, MapTown, TerritoryMap
from aula_reports.compose.inline import RichText, Words, plain
from aula_reports.geometry import Rect, mm
from aula_reports.typeset.galley import Galley
from aula_reports.typeset.maker import PageMaker
from aula_reports.typeset.map_plans import (
    FOOT_LINE,
    AreaForm,
    Board,
    Compass,
    Form,
    GroupForm,
    Half,
    MapBrief,
    TownForm,
)

# A name longer than this may be set on two lines.
_LONG_NAME = mm(40)
_GROUP_COLUMNS = 4
GROUP_INDENT = mm(7)
GROUP_LEADING = mm(3.6)
_GROUP_STEPS = (mm(4.5), mm(4.05))


class AreaText(Struct, frozen=True):
    """What an area's label says, and the ways to set its name, by number of lines."""

    area: MapArea
    names: Mapping[int, Galley]
    forms: tuple[Form, ...]


class GroupText(Struct, frozen=True):
    """What a group's label says; `depth` goes from its first baseline to its figures'."""

    group: MapGroup
    name: Galley
    depth: float
    width: float


class MapTexts(Struct, frozen=True):
    """The labels of a map: of the areas that have an outline, in their order, and of all groups.

    `towns` are those that the outlines know.
    """

    areas: tuple[AreaText, ...]
    groups: tuple[GroupText, ...]
    towns: tuple[MapTown, ...]


def set_texts(block: TerritoryMap, maker: PageMaker) -> MapTexts:
    """Set the labels of a map in all the ways in which they may stand."""
    known = {area.siren: area for area in block.areas}
    outlined = dict.fromkeys(commune.epci_siren for commune in block.communes)
    communes = {commune.name for commune in block.communes}
    return MapTexts(
        tuple(_area_text(known[siren], maker) for siren in outlined if siren in known),
        tuple(_group_text(group, maker) for group in block.groups),
        tuple(town for town in block.towns if town.commune in communes),
    )


def map_brief(
    block: TerritoryMap, texts: MapTexts, head: Sequence[Rect], maker: PageMaker
) -> MapBrief:
    """Say what the plan of a map depends on; nothing may stand on the boxes of its head."""
    setter, board = maker.setter, spread_board(maker, head)
    return MapBrief(
        communes=block.communes,
        areas=tuple(AreaForm(text.area.siren, text.area.group, text.forms) for text in texts.areas),
        groups=tuple(
            GroupForm(text.width, text.depth / board.pitch, _members(texts, number))
            for number, text in enumerate(texts.groups)
        ),
        towns=tuple(
            TownForm(town.commune, setter.line(town.name, "town").width, Compass(town.side))
            for town in texts.towns
        ),
        source_width=setter.line(block.source, "caption-pale").width,
        board=board,
        sheet=maker.grid.sheet,
        fold=maker.grid.width,
    )


def _members(texts: MapTexts, group: int) -> frozenset[int]:
    return frozenset(number for number, text in enumerate(texts.areas) if text.area.group == group)


def spread_board(maker: PageMaker, head: Sequence[Rect]) -> Board:
    """Take the measures of a spread; its head and its foot are taken."""
    grid = maker.grid
    foot = Rect(0, 0, 2 * grid.width, grid.y(FOOT_LINE))
    return Board(
        verso=_half(maker, 0.0, recto=False),
        recto=_half(maker, grid.width, recto=True),
        head=grid.y(0),
        pitch=grid.pitch,
        taken=(*head, foot),
    )


def _half(maker: PageMaker, shift: float, *, recto: bool) -> Half:
    grid = maker.grid
    left = shift + grid.left(recto=recto)
    columns = range(1, maker.layout.grid.columns + 1)
    area = Rect(left, grid.y(maker.layout.grid.lines), grid.measure, 0)
    return Half(
        replace(area, height=grid.y(0) - area.y),
        tuple(left + grid.column(number) for number in columns),
    )


# ------------------------------------------------------------------------------ texts


def _area_text(area: MapArea, maker: PageMaker) -> AreaText:
    least = max(
        maker.setter.line(area.kind, "caption-sand").width,
        maker.setter.line(area.figures, "text-small-white").width,
    )
    names = {len(galley.lines): galley for galley in _name_settings(area.name, maker)}
    forms = [Form(lines, max(least, galley.width)) for lines, galley in names.items()]
    return AreaText(area, names, tuple(forms))


def _name_settings(name: RichText, maker: PageMaker) -> Iterator[Galley]:
    """Set a name on one line, and a long one on two as well."""
    whole = maker.set(name, "place-name", math.inf)
    if whole.width > _LONG_NAME:
        yield _narrowest(name, "place-name", 2, maker)
    yield whole


def _narrowest(rich: RichText, style: str, lines: int, maker: PageMaker) -> Galley:
    """Set a text on so many lines at most, in the narrowest measure that allows it."""
    width = maker.setter.line(rich, style).width
    measures = (width * (1 / lines + step / 24) for step in range(24))
    galleys = (maker.set(rich, style, measure) for measure in measures)
    fitting = (galley for galley in galleys if len(galley.lines) <= lines)
    return next(fitting, maker.set(rich, style, math.inf))


def _group_text(group: MapGroup, maker: PageMaker) -> GroupText:
    name = _group_name(group.name, maker)
    figures = maker.setter.line(group.figures, "text-small-pale").width
    more = len(name.lines) - 1
    depth = more * GROUP_LEADING + _GROUP_STEPS[min(more, 1)]
    return GroupText(group, name, depth, GROUP_INDENT + max(name.width, figures))


def _group_name(name: RichText, maker: PageMaker) -> Galley:
    """Set a group's name, a long one on lines of one length, or broken before its bracket."""
    measure = maker.grid.columns(_GROUP_COLUMNS)
    usual = maker.set(name, "label-white", measure)
    if len(usual.lines) == 1:
        return usual
    broken = tuple(
        replace(part, text=part.text.replace(" (", "\n(", 1)) if isinstance(part, Words) else part
        for part in name
    )
    galley = maker.set(broken, "label-white", measure)
    if plain(broken) != plain(name) and len(galley.lines) == len(usual.lines):
        return galley
    return _narrowest(name, "label-white", len(usual.lines), maker)
