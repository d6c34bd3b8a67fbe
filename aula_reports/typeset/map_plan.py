"""The plan of a map spread: how large the map is, what its labels say and where they stand.

The map is drawn as large as its box allows. Where its labels find no room in the sea around it,
it is made smaller, step by step: a map with all its names is worth more than a large one.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from aula_reports.compose.blocks import MapArea, MapGroup, MapTown, TerritoryMap
from aula_reports.compose.inline import RichText, Words, plain
from aula_reports.diagnostics import ContentOverflow
from aula_reports.geometry import Rect, mm
from aula_reports.typeset.galley import Galley
from aula_reports.typeset.label_search import Choice, GroupForm, choose
from aula_reports.typeset.landings import Sea
from aula_reports.typeset.leaders import AIR, Board, Form, Half, places_of, text_box
from aula_reports.typeset.maker import PageMaker
from aula_reports.typeset.outline_map import Chain, Dissolved, Projection, centre, dissolve, fit
from aula_reports.typeset.scanlines import border_bands, ink_bands
from aula_reports.typeset.town_names import Compass, Ground, Town, TownName, place_names

# The map's box: millimetres inside the outer margins, lines from top to foot.
_LEFT_ROOM, _RIGHT_ROOM = mm(46), mm(20)
_TOP_LINE, _FOOT_LINE = 10.25, 48.4
_SIZES = (1.0, 0.92, 0.84, 0.76, 0.68, 0.6)
_BAND = mm(1.5)
_BORDER_BAND = mm(0.75)

# A name longer than this may be set on two lines.
_LONG_NAME = mm(40)
_GROUP_COLUMNS = 4
GROUP_INDENT = mm(7)
GROUP_LEADING = mm(3.6)
_GROUP_STEPS = (mm(4.5), mm(4.05))

# The scale bar: its line, the source's below it; how long it may be.
SCALE_LINE, SOURCE_STEP = 44.5, 1.25
_HEAD_LINE = 1.5
_BAR_LENGTHS = (mm(20), mm(45))
_BAR_TOP = mm(4)
_SCALE_AIR = mm(4)


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


class Scale(Struct, frozen=True):
    """A scale bar: its right end, its line, its length in points and in kilometres."""

    right: float
    line: float
    length: float
    km: float
    box: Rect


class MapPlan(Struct, frozen=True):
    """All that is known before ink goes down. Outlines come in the order of `areas`."""

    areas: tuple[Dissolved, ...]
    texts: tuple[AreaText, ...]
    groups: tuple[GroupText, ...]
    projection: Projection
    outlines: tuple[tuple[Chain, ...], ...]
    towns: tuple[tuple[MapTown, TownName], ...]
    scale: Scale
    choice: Choice


def plan_map(block: TerritoryMap, maker: PageMaker, head: Sequence[Rect]) -> MapPlan:
    """Plan the map of a territory under a head; raises ContentOverflow if labels find no room."""
    planner = _Planner(block, maker, tuple(head))
    for thorough in (False, True):
        for size in _SIZES:
            plan = planner.plan(size, thorough=thorough)
            if plan is not None:
                return plan
    raise ContentOverflow("La carte du territoire n’a pas de place pour tous ses noms.")


class _Planner:
    """What stays the same at all sizes of one map."""

    def __init__(self, block: TerritoryMap, maker: PageMaker, head: tuple[Rect, ...]) -> None:
        self._block = block
        self._maker = maker
        known = {area.siren: area for area in block.areas}
        found = dissolve(block.communes)
        # Areas that bear a label come first, as the labels' numbers are those of the areas.
        self._areas = tuple(sorted(found, key=lambda area: area.siren not in known))
        labelled = [known[area.siren] for area in self._areas if area.siren in known]
        self._texts = tuple(_area_text(area, maker) for area in labelled)
        self._groups = tuple(_group_text(group, maker) for group in block.groups)
        self._board = spread_board(maker, head)

    def plan(self, size: float, *, thorough: bool) -> MapPlan | None:
        """Plan the map at a share of its largest size; None if its labels find no room."""
        projection = fit(self._areas, self._box(size))
        outlines = tuple(projection.chains(area.border) for area in self._areas)
        ground = self._ground([chain for outline in outlines for chain in outline])
        towns = self._towns(projection, ground)
        sea = Sea(outlines, ground.ink, tuple(name.box for _, name in towns))
        scale = self._scale(projection, sea)
        choice = self._choice(sea, scale, thorough=thorough)
        if choice is None:
            return None
        texts, groups = self._texts, self._groups
        return MapPlan(self._areas, texts, groups, projection, outlines, towns, scale, choice)

    def _choice(self, sea: Sea, scale: Scale, *, thorough: bool) -> Choice | None:
        taken = (*self._board.taken, scale.box.grown(_SCALE_AIR))
        board = replace(self._board, taken=taken)
        forms = [text.forms for text in self._texts]
        places = places_of(forms, sea, board, thorough=thorough)
        return choose(places, self._group_forms, sea, board)

    def _ground(self, chains: Sequence[Chain]) -> Ground:
        room = self._box(1).grown(_BAND)
        ink, borders = ink_bands(chains, room, _BAND), border_bands(chains, room, _BORDER_BAND)
        return Ground(ink, borders, self._maker.grid.width)

    def _box(self, size: float) -> Rect:
        """The spread's box for the map, shrunk about its centre."""
        verso, recto = self._board.verso.area, self._board.recto.area
        left, right = verso.x + _LEFT_ROOM, recto.right - _RIGHT_ROOM
        foot, top = self._board.y(_FOOT_LINE), self._board.y(_TOP_LINE)
        across, along = (right - left) * (1 - size) / 2, (top - foot) * (1 - size) / 2
        return Rect(left + across, foot + along, (right - left) * size, (top - foot) * size)

    def _towns(
        self, projection: Projection, ground: Ground
    ) -> tuple[tuple[MapTown, TownName], ...]:
        """Place the names of the towns that the outlines know."""
        communes = {commune.name: commune for commune in self._block.communes}
        named = [town for town in self._block.towns if town.commune in communes]
        places = [
            Town(
                centre(communes[town.commune], projection),
                self._maker.setter.line(town.name, "town").width,
                Compass(town.side),
            )
            for town in named
        ]
        return tuple(zip(named, place_names(places, ground), strict=True))

    def _scale(self, projection: Projection, sea: Sea) -> Scale:
        """Put the scale where the sea is free: at the right above the totals if it may be."""
        km = _round_km(projection.km)
        length = km * projection.km
        source = self._maker.setter.line(self._block.source, "caption-pale").width
        width = max(length, source)
        recto, verso = self._board.recto.area, self._board.verso.area
        places = [
            _scale_at(self._board, right, line, (width, length), km)
            for right, line in (
                (recto.right, SCALE_LINE),
                (verso.x + width, SCALE_LINE),
                (recto.right, _HEAD_LINE),
            )
        ]
        return next((p for p in places if not sea.ink.meets(p.box.grown(AIR))), places[-1])

    @cached_property
    def _group_forms(self) -> tuple[GroupForm, ...]:
        return tuple(
            GroupForm(
                text.width,
                text.depth / self._board.pitch,
                frozenset(
                    area for area, label in enumerate(self._texts) if label.area.group == number
                ),
            )
            for number, text in enumerate(self._groups)
        )


def spread_board(maker: PageMaker, head: tuple[Rect, ...]) -> Board:
    """Take the measures of a spread; its head and its foot are taken."""
    grid = maker.grid
    foot = Rect(0, 0, 2 * grid.width, grid.y(_FOOT_LINE))
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


# ------------------------------------------------------------------------------ scale


def _scale_at(
    board: Board, right: float, line: float, widths: tuple[float, float], km: float
) -> Scale:
    width, length = widths
    foot, top = board.y(line + SOURCE_STEP), board.y(line)
    words = text_box(right - width, width, top, foot)
    box = replace(words, height=top + _BAR_TOP - words.y)
    return Scale(right, line, length, km, box)


def _round_km(points: float) -> float:
    """Choose a round number of kilometres whose bar is neither short nor long."""
    low, high = _BAR_LENGTHS
    power = math.floor(math.log10(high / points))
    rounds = [10.0, 5.0, *(d * 10.0**p for p in (power, power - 1) for d in (5, 2, 1))]
    fitting = (km for km in rounds if low <= km * points <= high)
    return next(fitting, min(rounds, key=lambda km: abs(km * points - low)))


def scale_words(km: float) -> RichText:
    """Say a length on the ground."""
    text = f"{km:g} km" if km >= 1 else f"{km * 1000:g} m"
    return (Words(text.replace(" ", "\N{NO-BREAK SPACE}")),)
