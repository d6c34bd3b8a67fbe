"""The map spread: verso and recto are one picture, laid page by page.

What is read stands on the page where it is seen, from the top: head, map, labels, totals. The map
is one Figure, on the verso; its other half, the leaders and the rules are artifacts.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from aula_reports.compose.blocks import Figure, TerritoryMap
from aula_reports.compose.inline import RichText, Words
from aula_reports.geometry import Path, Rect, circle, line, mm, rectangle
from aula_reports.model.layout import Alignment
from aula_reports.typeset.blocks.head import set_title
from aula_reports.typeset.display import lay_display
from aula_reports.typeset.galley import Galley
from aula_reports.typeset.maker import PageMaker
from aula_reports.typeset.map_plans import (
    DOT_RADIUS,
    NAME_STEP,
    SOURCE_STEP,
    GroupPlace,
    MapLeaf,
    MapPlan,
    Place,
    Scale,
    text_box,
)
from aula_reports.typeset.map_texts import GROUP_INDENT, MapTexts, map_brief, set_texts
from aula_reports.typeset.pages import Pen, ShapeThing

_CAPTION_LINE = 9
_RULE_LINE, _FIGURE_LINE, _WORDS_LINE = 49, 54, 56

_COMMUNE = Pen("carte-limite", mm(0.09))
# Round, since a mitred border would show as thorns under the white of its group.
_BORDER = Pen("nuit", mm(0.55), round_ends=True)
_GROUP = Pen("blanc", mm(0.5), round_ends=True)
_AT_SEA, _INLAND = Pen("sable", 0.5), Pen("nuit", 0.5)
_BAR = Pen("sable", 0.6)
_DOT = mm(1)
_DOT_PEN = Pen("nuit", 0.7)
_CHIP = mm(2.4)

# Two families of tints, for neighbouring groups; what bears no label keeps to the ground's.
_FAMILIES = ("carte-chaud", "carte-froid")
_TINTS = 3
# All of them, so that neighbours in the list differ in hue and in depth.
_ALL_TINTS = (
    *("carte-chaud-1", "carte-froid-2", "carte-chaud-3"),
    *("carte-froid-1", "carte-chaud-2", "carte-froid-3"),
)
_NAMELESS = "nuit-55"


class _Spread(Struct, frozen=True):
    """The plan of a spread, and the texts that it places."""

    plan: MapPlan
    texts: MapTexts


def lay_territory(block: TerritoryMap, maker: PageMaker) -> None:
    """Lay a territory over a verso and the recto beside it.

    The caller sees to it that the next page is a verso. Raises ContentOverflow.
    """
    title = set_title(maker, block.head.title, "page-title-white")
    texts = set_texts(block, maker)
    brief = map_brief(block, texts, _head_boxes(block, title, maker), maker)
    spread = _Spread(maker.workshop.cartographer(brief), texts)
    halfway = -(-len(block.figures) // 2)
    maker.open_page("dark")
    _lay_head(block, title, maker)
    figure = maker.node("Figure", alt=block.alt)
    _lay_map(spread, spread.plan.verso, 0.0, figure, maker)
    _lay_labels(spread, 0.0, maker)
    _lay_scale(block, spread.plan.scale, 0.0, maker)
    _lay_totals(block.figures[:halfway], halfway, maker)
    maker.open_page("dark")
    width = maker.grid.width
    _lay_map(spread, spread.plan.recto, width, None, maker)
    _lay_labels(spread, width, maker)
    _lay_scale(block, spread.plan.scale, width, maker)
    _lay_totals(block.figures[halfway:], halfway, maker)


# ------------------------------------------------------------------------------ head


def _head_boxes(block: TerritoryMap, title: Galley, maker: PageMaker) -> list[Rect]:
    """Bound overline, title and caption as they will stand on the verso."""
    left, stations = maker.grid.left(recto=False), maker.layout.stations
    caption = maker.setter.line(block.caption, "text-small-pale").width
    top = maker.y(stations.overline)
    return [
        text_box(left, title.width, top, maker.y(stations.title + 0.5)),
        text_box(left, caption, maker.y(_CAPTION_LINE), maker.y(_CAPTION_LINE)),
    ]


def _lay_head(block: TerritoryMap, title: Galley, maker: PageMaker) -> None:
    stations, left, head = maker.layout.stations, maker.left, block.head
    if not maker.master.running_head:
        at = (left, maker.y(stations.overline))
        maker.line(maker.node("P"), at, head.overline, "overline-sand")
    top = maker.y(stations.title) + title.drop
    heading = maker.heading(head.level, head.title, head.anchor, top + title.leading)
    maker.text(heading, (left, top), title)
    if block.caption:
        y = maker.y(_CAPTION_LINE)
        maker.line(maker.node("P"), (left, y), block.caption, "text-small-pale")


# ------------------------------------------------------------------------------ map


def _lay_map(
    spread: _Spread, leaf: MapLeaf, shift: float, figure: int | None, maker: PageMaker
) -> None:
    """Lay what a page shows of the map: tints, communes, borders, groups, towns, leaders."""
    clip = rectangle(maker.grid.sheet)
    for number, tint in enumerate(leaf.tints):
        _lay_shape(tint.path, figure, clip, maker, fill=_tint(spread.texts, number))
    lines = ((_COMMUNE, leaf.communes), (_BORDER, leaf.borders), (_GROUP, leaf.groups))
    for pen, shape in lines:
        _lay_shape(shape.path, figure, clip, maker, pen=pen)
    _lay_towns(spread, shift, figure, maker)
    sheet = maker.grid.sheet.moved(shift, 0)
    for place in spread.plan.choice.places:
        if place.lane.grown(_DOT).meets(sheet):
            _lay_leader(place, shift, clip, maker)


def _lay_shape(
    path: Path,
    node: int | None,
    clip: Path,
    maker: PageMaker,
    *,
    fill: str = "",
    pen: Pen | None = None,
) -> None:
    if path:
        maker.put(ShapeThing(node, path, fill, pen, clip, even_odd=bool(fill)))


def _tint(texts: MapTexts, number: int) -> str:
    if number >= len(texts.areas):
        return _NAMELESS
    area = texts.areas[number].area
    return _ink(texts, area.group, area.shade)


def _ink(texts: MapTexts, group: int, shade: int) -> str:
    """Name a tint: groups take the families in turn, each round of groups a tint further.

    Where there is but one group, or none, its areas have the tints of all families.
    """
    if len({text.area.group for text in texts.areas}) < len(_FAMILIES):
        return _ALL_TINTS[shade % len(_ALL_TINTS)]
    turn, family = divmod(group, len(_FAMILIES))
    return f"{_FAMILIES[family]}-{(shade + turn) % _TINTS + 1}"


def _lay_towns(spread: _Spread, shift: float, figure: int | None, maker: PageMaker) -> None:
    sheet = maker.grid.sheet.moved(shift, 0)
    for town, name in zip(spread.texts.towns, spread.plan.towns, strict=True):
        x, y = name.dot
        if Rect(x, y, 0, 0).grown(DOT_RADIUS).meets(sheet):
            maker.put(ShapeThing(figure, circle(x - shift, y, DOT_RADIUS), fill="nuit"))
        if shift <= name.box.x < shift + maker.grid.width:
            style = "town" if name.on_map else "caption-sand"
            maker.line(figure, (name.x - shift, name.y), town.name, style)


def _lay_leader(place: Place, shift: float, clip: Path, maker: PageMaker) -> None:
    points = [(x - shift, y) for x, y in place.leader]
    for pen, start, end in ((_AT_SEA, points[0], points[1]), (_INLAND, points[1], points[2])):
        maker.put(ShapeThing(None, line(*start, *end), pen=pen, clip=clip))
    dot = circle(*points[2], _DOT)
    maker.put(ShapeThing(None, dot, fill="blanc", pen=_DOT_PEN, clip=clip))


# ------------------------------------------------------------------------------ labels


def _lay_labels(spread: _Spread, shift: float, maker: PageMaker) -> None:
    """Lay the labels of a page as one list, from the top."""
    choice = spread.plan.choice
    everything: tuple[Place | GroupPlace, ...] = (*choice.groups, *choice.places)
    found = [place for place in everything if 0 <= place.x - shift < maker.grid.width]
    if not found:
        return
    labels = maker.node("L")
    for place in sorted(found, key=lambda place: (place.line, place.x)):
        body = maker.node("LBody", maker.node("LI", labels))
        if isinstance(place, Place):
            _lay_area_label(spread.texts, place, place.x - shift, body, maker)
        else:
            _lay_group_label(spread.texts, place, place.x - shift, body, maker)


def _lay_area_label(texts: MapTexts, place: Place, x: float, body: int, maker: PageMaker) -> None:
    text = texts.areas[place.area]
    area, name = text.area, text.names[place.form.name_lines]
    maker.line(maker.node("P", body), (x, maker.y(place.line)), area.kind, "caption-sand")
    maker.text(maker.node("P", body), (x, maker.y(place.line + NAME_STEP)), name)
    y = maker.y(place.line + place.form.figures)
    maker.line(maker.node("P", body), (x, y), area.figures, "text-small-white")


def _lay_group_label(
    texts: MapTexts, place: GroupPlace, x: float, body: int, maker: PageMaker
) -> None:
    text, y = texts.groups[place.group], maker.y(place.line)
    for number, ink in enumerate(_group_inks(texts, place.group)):
        square = Rect(x + number * _CHIP, y - mm(0.2), _CHIP, _CHIP)
        maker.put(ShapeThing(None, rectangle(square), fill=ink))
    maker.text(maker.node("P", body), (x + GROUP_INDENT, y), text.name)
    figures = maker.node("P", body)
    maker.line(figures, (x + GROUP_INDENT, y - text.depth), text.group.figures, "text-small-pale")


def _group_inks(texts: MapTexts, group: int) -> Sequence[str]:
    """Give the two first tints of a group, once each area of it has one."""
    shades = sorted(text.area.shade for text in texts.areas if text.area.group == group)
    first, *others = [_ink(texts, group, shade) for shade in shades] or [_NAMELESS]
    return first, (others or [first])[0]


# ------------------------------------------------------------------------------ foot


def _lay_scale(block: TerritoryMap, scale: Scale, shift: float, maker: PageMaker) -> None:
    """Lay the bar with its three ticks, its length above it and the source below, on its page."""
    right = scale.right - shift
    if not 0 < right < maker.grid.width:
        return
    left, y = right - scale.length, maker.y(scale.line)
    maker.put(ShapeThing(None, line(left, y, right, y), pen=_BAR))
    for x, height in ((left, mm(1)), ((left + right) / 2, mm(0.6)), (right, mm(1))):
        maker.put(ShapeThing(None, line(x, y, x, y + height), pen=_BAR))
    words, centred = _scale_words(scale.km), Alignment.CENTRED
    maker.line(
        maker.node("P"), ((left + right) / 2, y + mm(2)), words, "caption-sand", align=centred
    )
    if block.source:
        base = maker.y(scale.line + SOURCE_STEP)
        source = maker.node("P")
        maker.line(source, (right, base), block.source, "caption-pale", align=Alignment.RIGHT)


def _scale_words(km: float) -> RichText:
    """Say a length on the ground."""
    text = f"{km:g} km" if km >= 1 else f"{km * 1000:g} m"
    return (Words(text.replace(" ", "\N{NO-BREAK SPACE}")),)


def _lay_totals(figures: Sequence[Figure], abreast: int, maker: PageMaker) -> None:
    """Lay the rule, that crosses the fold, and the totals of one page."""
    start = -maker.grid.bleed if maker.is_recto else maker.left
    end = maker.left + maker.grid.measure if maker.is_recto else maker.grid.sheet.right
    maker.rule(start, maker.y(_RULE_LINE), end - start, ink="nuit-55")
    span = maker.layout.grid.columns // max(abreast, 2)
    for number, figure in enumerate(figures):
        x = maker.column(1 + number * span)
        node = maker.node("P")
        number_words = (Words(figure.number),)
        lay_display(maker, node, (x, maker.y(_FIGURE_LINE)), number_words, "key-figure-white")
        maker.line(maker.node("P"), (x, maker.y(_WORDS_LINE)), figure.label, "text-small-sand")
