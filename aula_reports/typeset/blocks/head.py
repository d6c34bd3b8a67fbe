"""Page heads: overline, title, rule, at the stations that every page shares."""

from __future__ import annotations

from aula_reports.compose.blocks import Head
from aula_reports.compose.inline import RichText
from aula_reports.typeset.galley import Galley
from aula_reports.typeset.maker import PageMaker

_USUAL_COLUMNS = 8
_MOST_LINES = 2


def lay_head(head: Head, maker: PageMaker) -> None:
    """Lay overline, heading and rule; the title's last line stands on its station."""
    stations, left = maker.layout.stations, maker.left
    if head.overline:
        overline = maker.node("P")
        maker.line(overline, (left, maker.y(stations.overline)), head.overline, "overline")
    galley = set_title(maker, head.title, "page-title")
    top = maker.y(stations.title) + (len(galley.lines) - 1) * galley.leading
    node = maker.heading(head.level, head.title, head.anchor, top + galley.leading)
    maker.text(node, (left, top), galley)
    maker.rule(left, maker.y(stations.rule), maker.grid.measure)


def set_title(maker: PageMaker, title: RichText, style: str) -> Galley:
    """Set a title on eight columns, or on all of them where it would take a third line."""
    usual = maker.set(title, style, maker.grid.columns(_USUAL_COLUMNS))
    if len(usual.lines) <= _MOST_LINES:
        return usual
    return maker.set(title, style, maker.grid.measure)


def open_plain_page(maker: PageMaker) -> None:
    maker.open_page("recto" if maker.next_is_recto else "verso")
