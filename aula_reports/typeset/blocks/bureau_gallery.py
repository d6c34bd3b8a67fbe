"""The Bureau as a gallery: four large discs abreast, name and mandates under each."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from msgspec import Struct

from aula_reports.compose.blocks import Bureau, BureauCard
from aula_reports.compose.inline import RichText, Words
from aula_reports.geometry import circle, mm
from aula_reports.model.layout import Alignment
from aula_reports.typeset.blocks.head import lay_title, open_plain_page, opening_line
from aula_reports.typeset.blocks.hung import cap_top
from aula_reports.typeset.columns import RUN_ON_LINE
from aula_reports.typeset.display import lay_display
from aula_reports.typeset.flow import Entry, break_pages, run_on
from aula_reports.typeset.galley import Galley
from aula_reports.typeset.maker import PageMaker
from aula_reports.typeset.pages import Pen, ShapeThing

_ABREAST, _SPAN = 4, 3
_DISC = mm(38)
# What the mark in a vacant disc may take of its width, and the sizes tried.
_MARK_SHARE = 0.75
_MARKS = ("wordmark", "caps-label")
_VACANT_INK = "nuit-80"
_DASHES = Pen("nuit-55", 0.6, dash=(2.4, 2.4))
# Lines from the top of a disc to the role and to the name under it.
_ROLE, _NAME = 10.0, 11.0
_NAME_GAP, _MANDATE_GAP = mm(1.2), mm(0.9)
# How far a name may reach into the gutter, rather than be broken.
_NAME_REACH = mm(2)
_UNDER_ROW = 2.0
# Rows of a page start this far apart at least, so that two rows share out a page.
_ROW_STEP = 24.0


class _Card(Struct, frozen=True):
    """A member, set; `height` in lines from the top of the disc to the last baseline."""

    card: BureauCard
    chairs: bool
    role: Galley
    name: Galley
    mandates: tuple[Galley, ...]
    height: float


def lay_gallery(block: Bureau, maker: PageMaker) -> None:
    """Lay members in rows of four, the chair first, over as many pages as they take."""
    open_plain_page(maker)
    lay_title(block.head, maker)
    chair = [_set_card(block.chair, maker, chairs=True)] if block.chair else []
    cards = chair + [_set_card(card, maker, chairs=False) for card in block.members]
    rows = [cards[first : first + _ABREAST] for first in range(0, len(cards), _ABREAST)]
    entries = [Entry(_row_height(row), says=row[0].card.name) for row in rows]
    first, last = opening_line(maker), maker.layout.grid.lines + _UNDER_ROW
    rooms = (last - first, last - RUN_ON_LINE)
    people = maker.node("L")
    pages = break_pages(entries, run_on(*rooms), last_white=0.0)
    for number, page in enumerate(pages):
        if number:
            open_plain_page(maker)
        line = RUN_ON_LINE if number else first
        for index in page:
            for place, card in enumerate(rows[index]):
                x = maker.column(1 + place * _SPAN)
                _lay_disc(card, block.acronym, maker, x, cap_top(maker, line))
                _lay_card(card, maker, people, line, x)
            line += entries[index].height


def _row_height(row: Sequence[_Card]) -> float:
    return max(ceil(max(card.height for card in row) + _UNDER_ROW), _ROW_STEP)


def _set_card(card: BureauCard, maker: PageMaker, *, chairs: bool) -> _Card:
    width = maker.grid.columns(_SPAN)
    name_style = "name-vacant" if card.is_vacant else "name-title"
    name = maker.set(card.name, name_style, width + _NAME_REACH)
    style = "small-soft" if card.is_vacant else "small"
    mandates = tuple(maker.set(mandate, style, width) for mandate in card.mandates)
    under = sum(galley.height + _MANDATE_GAP for galley in mandates) + _NAME_GAP
    height = _NAME + len(name.lines) - 1 + under / maker.grid.pitch
    role = maker.set(card.role, "caption-bold", width)
    return _Card(card, chairs, role, name, mandates, height)


def _lay_card(entry: _Card, maker: PageMaker, people: int, line: float, x: float) -> None:
    body = maker.node("LBody", maker.node("LI", people))
    if entry.role.lines:
        # A role of two lines grows upwards: names stand in a row.
        y = maker.y(line + _ROLE) + entry.role.drop
        ink = _VACANT_INK if entry.card.is_vacant else ""
        maker.text(maker.node("P", body), (x, y), entry.role, ink=ink)
    y = maker.text(maker.node("P", body), (x, maker.y(line + _NAME)), entry.name) - _NAME_GAP
    for mandate in entry.mandates:
        y = maker.text(maker.node("P", body), (x, y), mandate) - _MANDATE_GAP


def _lay_disc(entry: _Card, acronym: str, maker: PageMaker, x: float, top: float) -> None:
    """Lay a disc with initials: night blue for the chair, a dashed ring for a vacant seat."""
    radius = _DISC / 2
    centre_x, centre_y = x + radius, top - radius
    if entry.card.is_vacant:
        maker.put(ShapeThing(None, circle(centre_x, centre_y, radius), pen=_DASHES))
        _lay_mark((Words(acronym),), maker, centre_x, centre_y)
        return
    ground, ink = ("nuit", "blanc") if entry.chairs else ("nuit-14", "nuit")
    maker.put(ShapeThing(None, circle(centre_x, centre_y, radius), fill=ground))
    at = (centre_x, centre_y - maker.setter.cap_height("initials") / 2)
    letters = (Words(entry.card.initials),)
    lay_display(maker, None, at, letters, "initials", align=Alignment.CENTRED, ink=ink)


def _lay_mark(mark: RichText, maker: PageMaker, x: float, y: float) -> None:
    """Lay the agency's mark in the middle of a disc where it is short enough, an artifact."""
    for style in _MARKS:
        if maker.setter.width(mark, style) <= _DISC * _MARK_SHARE:
            at = (x, y - maker.setter.cap_height(style) / 2)
            maker.line(None, at, mark, style, align=Alignment.CENTRED, ink=_VACANT_INK)
            return
