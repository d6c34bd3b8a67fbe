"""What pages carry by themselves: running head, running foot, the axis tab. All artifacts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from aula_reports.compose.inline import Words, plain
from aula_reports.geometry import Rect, mm, rectangle
from aula_reports.model.layout import Alignment, Layout
from aula_reports.typeset.pages import ImageThing, ShapeThing

if TYPE_CHECKING:
    from aula_reports.compose.blocks import Part
    from aula_reports.compose.inline import RichText
    from aula_reports.typeset.maker import PageMaker

_NUMBER_GAP = mm(2.4)


class Hue(Struct, frozen=True):
    """The inks of an axis: full for titles and rules, middle for bars, pale for grounds."""

    full: str
    mid: str
    pale: str


def hue_of(layout: Layout, axis: int) -> Hue:
    """Give the inks of an axis, from 1; a layout with fewer begins again. 0 is night blue."""
    if not axis:
        return Hue("nuit", "nuit-30", "nuit-6")
    name = layout.axis_inks[(axis - 1) % len(layout.axis_inks)]
    return Hue(name, f"{name}-moyen", f"{name}-pale")


def lay_furniture(maker: PageMaker, part: Part | None, running_title: RichText) -> None:
    """Lay what the open page's master asks for, over everything else on it."""
    master = maker.master
    if master.tab and part and part.tab:
        _lay_tab(maker, part.tab)
    if master.running_head and part and part.number:
        _lay_running_head(maker, part)
    if master.running_foot:
        _lay_foot(maker, part, running_title)


def _lay_running_head(maker: PageMaker, part: Part) -> None:
    """Lay the part's number in its hue and its title in capitals, at the outer side."""
    y = maker.y(maker.layout.stations.overline)
    number, style = (Words(part.number),), "running-number"
    width = maker.setter.width(number, style) + _NUMBER_GAP
    title = _within(maker, part.running, "overline", maker.grid.measure - width)
    x = maker.left
    if maker.is_recto:
        x += maker.grid.measure - width - maker.setter.width(title, "overline")
    hue, grey = hue_of(maker.layout, part.tab).full, "nuit-80"
    if maker.master.ground:
        hue, grey = "sable", "nuit-30"
    maker.line(None, (x, y), number, style, ink=hue)
    maker.line(None, (x + width, y), title, "overline", ink=grey)


def _within(maker: PageMaker, title: RichText, style: str, measure: float) -> RichText:
    """Give a title, or as many of its first words as a measure holds, with an ellipsis."""
    words = plain(title).split(" ")
    while maker.setter.width(title, style) > measure and len(words) > 1:
        words.pop()
        title = (Words(" ".join(words) + "…"),)
    return title


def _lay_foot(maker: PageMaker, part: Part | None, running_title: RichText) -> None:
    layout, recto = maker.layout, maker.is_recto
    place = layout.recto_foot if recto else layout.verso_foot
    title = part.running if recto and part else running_title
    y = maker.y(layout.stations.folio)
    columns = abs(place.title_column - place.folio_column)
    room = maker.grid.measure - maker.grid.column(1 + columns)
    title = _within(maker, title, maker.master.foot_style, room)
    for column, text, style in (
        (place.folio_column, (Words(maker.folio),), maker.master.folio_style),
        (place.title_column, title, maker.master.foot_style),
    ):
        right = place.align is Alignment.RIGHT
        x = maker.column(column) + (maker.grid.columns(1) if right else 0)
        maker.line(None, (x, y), text, style, align=place.align)


def _lay_tab(maker: PageMaker, number: int) -> None:
    spec, grid = maker.layout.tab, maker.grid
    width, height = mm(spec.width_mm), mm(spec.height_mm)
    first = grid.y(spec.first_line) + mm(2.1)
    # Those that the fore-edge does not hold begin again at its head.
    held = max(int((first - height) // mm(spec.pitch_mm)) + 1, 1)
    top = first - (number - 1) % held * mm(spec.pitch_mm)
    x = grid.width - width if maker.is_recto else 0.0
    bled = x if maker.is_recto else -grid.bleed
    box = Rect(bled, top - height, width + grid.bleed, height)
    # On a picture the tab is reversed, or it would be lost in the landscape.
    covered = any(isinstance(thing, ImageThing) and thing.clip.meets(box) for thing in maker.things)
    ink = spec.ink or hue_of(maker.layout, number).full
    maker.put(ShapeThing(None, rectangle(box), fill="blanc" if covered else ink))
    y = top - height / 2 - maker.setter.cap_height("tab") / 2
    centre, numeral = (x + width / 2, y), (Words(str(number)),)
    style = "tab-reversed" if covered else "tab"
    maker.line(None, centre, numeral, style, align=Alignment.CENTRED, role="tab")
