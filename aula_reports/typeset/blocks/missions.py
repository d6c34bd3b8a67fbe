"""How missions are shared: two families in words, then the ring with direct labels."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from aula_reports.compose.blocks import FamilyNote, MissionsPage, Ring, Share
from aula_reports.compose.inline import Words
from aula_reports.compose.wording import percent
from aula_reports.geometry import bearing_point, circle, mm
from aula_reports.model.layout import Alignment
from aula_reports.model.missions import MissionType
from aula_reports.typeset.blocks.head import lay_head, open_plain_page
from aula_reports.typeset.display import lay_display
from aula_reports.typeset.maker import PageMaker
from aula_reports.typeset.pages import Pen, RingThing, ShapeThing
from aula_reports.typeset.ring import (
    GAP,
    Sector,
    bracket,
    family_sector,
    leader,
    ring_shares,
    sectors,
)

# Numerals, rule and second title stand where those of the year stand, on the facing page.
_FAMILY_LINE = 13.5
_FAMILY_SUBTITLE_LINE = 15
_FAMILY_TEXT_LINE = 17
_RULE_LINE = 28
_CHART_TITLE_LINE = 30
_CENTRE_LINE = 44
_LABEL_STEP = 10
_LABEL_COLUMNS = 3

_LEADER_DOT = mm(0.6)
_MARK_SIZE = mm(3.2)


class RingSize(Struct, frozen=True):
    """Radii of a ring and of the brackets about it, in points."""

    inner: float
    outer: float
    bracket: float


_LARGE = RingSize(mm(22), mm(36), mm(40.2))
_SMALL = RingSize(mm(12.5), mm(21), mm(24))


def lay_missions(block: MissionsPage, maker: PageMaker) -> None:
    open_plain_page(maker)
    lay_head(block.head, maker)
    _lay_families(block.families, maker)
    rule = maker.y(_RULE_LINE)
    maker.rule(maker.left, rule, maker.grid.measure, weight=0.4, ink="nuit-30")
    y = maker.y(_CHART_TITLE_LINE)
    maker.line(maker.node("H2"), (maker.left, y), block.chart_title, "section-title")
    if block.chart_unit:
        y = maker.y(_CHART_TITLE_LINE + 1)
        maker.line(maker.node("P"), (maker.left, y), block.chart_unit, "text-small-soft")
    _lay_large_ring(block.ring, maker)


def _lay_families(families: Sequence[FamilyNote], maker: PageMaker) -> None:
    if not families:
        return
    span = maker.layout.grid.columns // max(len(families), 2)
    for number, family in enumerate(families):
        _lay_family(family, maker, 1 + number * span, span)


def _lay_family(family: FamilyNote, maker: PageMaker, column: int, span: int) -> None:
    heading = maker.node("H2")
    y = maker.y(_FAMILY_LINE)
    lay_display(maker, heading, (maker.column(column), y), (Words(family.numeral),), "key-figure")
    x, width = maker.column(column + 1), maker.grid.columns(span - 1)
    maker.line(heading, (x, y), family.title, "section-title")
    maker.line(
        maker.node("P"), (x, maker.y(_FAMILY_SUBTITLE_LINE)), family.subtitle, "text-small-soft"
    )
    galley = maker.set(family.text, "action", width)
    maker.text(maker.node("P"), (x, maker.y(_FAMILY_TEXT_LINE)), galley)


# --------------------------------------------------------------------------- large ring


def _lay_large_ring(ring: Ring, maker: PageMaker) -> None:
    centre = (maker.left + maker.grid.measure / 2, maker.y(_CENTRE_LINE))
    found = sectors(ring)
    lines = _label_lines(found)
    figure = lay_ring(ring, maker, centre, _LARGE, len(ring.subtotals))
    for sector, line in zip(found, lines, strict=True):
        edge = maker.left + (maker.grid.measure if _is_right(sector) else 0.0)
        path = leader(centre, _LARGE.outer, sector, edge, maker.y(line))
        maker.put(ShapeThing(figure, path, pen=Pen("nuit-55", 0.5)))
        _, *end = path[-1]
        dot = circle(end[0], end[1], _LEADER_DOT)
        maker.put(ShapeThing(figure, dot, fill="nuit"))
    lay_centre(ring, maker, centre, "ring-centre")
    _lay_subtotal_labels(ring, maker, centre, found)
    for share, sector, line in zip(ring.shares, found, lines, strict=True):
        column = maker.layout.grid.columns - _LABEL_COLUMNS + 1 if _is_right(sector) else 1
        _lay_share_label(share, maker, maker.column(column), line)


def _is_right(sector: Sector) -> bool:
    return 0 <= sector.middle % 360 < 180


def _label_lines(found: Sequence[Sector]) -> list[float]:
    """Give each share's label a line, spread about the centre on its side, top to bottom."""
    lines = [0.0] * len(found)
    for right in (False, True):
        places = [index for index, sector in enumerate(found) if _is_right(sector) is right]
        places.sort(key=lambda index: -bearing_point(0, 0, 1, found[index].middle)[1])
        for order, index in enumerate(places):
            lines[index] = _CENTRE_LINE + (order - (len(places) - 1) / 2) * _LABEL_STEP
    return lines


def lay_ring(
    ring: Ring,
    maker: PageMaker,
    centre: tuple[float, float],
    size: RingSize,
    brackets: int,
) -> int:
    """Lay the ring and its first brackets as one Figure; return its node."""
    figure = maker.node("Figure", alt=ring.alt)
    maker.put(RingThing(figure, *centre, size.inner, size.outer, GAP, ring_shares(ring)))
    found = sectors(ring)
    for subtotal in ring.subtotals[:brackets]:
        path = bracket(*centre, size.bracket, family_sector(found, subtotal))
        maker.put(ShapeThing(figure, path, pen=Pen("nuit", mm(0.3))))
    return figure


def lay_centre(ring: Ring, maker: PageMaker, centre: tuple[float, float], style: str) -> None:
    """Lay the words in the hole, as a block centred on it."""
    if not ring.centre:
        return
    leading = mm(maker.setter.style(style).leading_mm)
    block = (len(ring.centre) - 1) * leading + maker.setter.cap_height(style)
    top = centre[1] + block / 2 - maker.setter.cap_height(style)
    node = maker.node("P")
    for number, words in enumerate(ring.centre):
        y = top - number * leading
        maker.line(node, (centre[0], y), words, style, align=Alignment.CENTRED)


def _lay_subtotal_labels(
    ring: Ring, maker: PageMaker, centre: tuple[float, float], found: list[Sector]
) -> None:
    radius = _LARGE.bracket
    for subtotal in ring.subtotals:
        middle = family_sector(found, subtotal).middle
        above = bearing_point(0, 0, 1, middle)[1] >= 0
        y = centre[1] + (radius + mm(2.6) if above else -radius - mm(5))
        style = "ring-label"
        maker.line(maker.node("P"), (centre[0], y), subtotal.label, style, align=Alignment.CENTRED)


def _lay_share_label(share: Share, maker: PageMaker, x: float, line: float) -> None:
    y = maker.y(line)
    node = maker.node("P")
    lay_display(maker, node, (x, y + mm(1.5)), (Words(percent(share.percent)),), "figure")
    name = maker.node("P")
    maker.mark(None, share.type.value, x, y - mm(5.85), _MARK_SIZE)
    maker.line(name, (x + mm(5), y - mm(5.25)), share.name, "label")
    # The balanced style of small texts, in the black of what is read.
    galley = maker.set(share.definition, "text-small-nuit", maker.grid.columns(_LABEL_COLUMNS))
    maker.text(maker.node("P"), (x, y - mm(9.75)), galley, ink="noir")


# --------------------------------------------------------------------------- small ring

_DARK = frozenset({MissionType.SHARED, MissionType.POOLED})
# Narrower shares carry their figure outside.
_NARROW = 14.0


def lay_small_ring(ring: Ring, maker: PageMaker, right: float, line: float) -> None:
    """Lay a ring whose bracket ends at `right`, centred on a line, figures in the shares."""
    centre = (right - _SMALL.bracket - mm(0.4), maker.y(line))
    lay_ring(ring, maker, centre, _SMALL, 1)
    if ring.subtotals:
        y = centre[1] + _SMALL.bracket + mm(2)
        text = ring.subtotals[0].label
        maker.line(maker.node("P"), (centre[0], y), text, "label", align=Alignment.CENTRED)
    lay_centre(ring, maker, centre, "ring-centre-small")
    for share, sector in zip(ring.shares, sectors(ring), strict=True):
        _lay_share_figure(share, sector, maker, centre)


def _lay_share_figure(
    share: Share, sector: Sector, maker: PageMaker, centre: tuple[float, float]
) -> None:
    narrow = sector.end - sector.start < _NARROW
    radius = _SMALL.outer + mm(5.2) if narrow else (_SMALL.outer + _SMALL.inner) / 2
    x, y = bearing_point(*centre, radius, sector.middle)
    style = "ring-share-white" if share.type in _DARK and not narrow else "ring-share"
    low = y - maker.setter.cap_height(style) / 2
    words = (Words(percent(share.percent)),)
    maker.line(maker.node("P"), (x, low), words, style, align=Alignment.CENTRED)
