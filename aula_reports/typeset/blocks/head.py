"""Page heads: overline, title, rule, at the stations that every page shares."""

from __future__ import annotations

from aula_reports.compose.blocks import Head
from aula_reports.compose.inline import RichText, plain
from aula_reports.diagnostics import ContentOverflow
from aula_reports.typeset.galley import Galley
from aula_reports.typeset.maker import PageMaker

_USUAL_COLUMNS = 8
_SMALLER = {"page-title": "section-title", "page-title-white": "place-name"}


def lay_head(head: Head, maker: PageMaker) -> None:
    """Lay overline, heading and rule; the title's last line stands on its station."""
    stations, left = maker.layout.stations, maker.left
    if head.overline and not maker.master.running_head:
        overline = maker.node("P")
        maker.line(overline, (left, maker.y(stations.overline)), head.overline, "overline")
    lay_title(head, maker)
    maker.rule(left, maker.y(stations.rule), maker.grid.measure)


def lay_title(head: Head, maker: PageMaker) -> None:
    """Lay the heading alone; its last line stands on its station."""
    galley = set_title(maker, head.title, "page-title")
    top = maker.y(maker.layout.stations.title) + (len(galley.lines) - 1) * galley.leading
    node = maker.heading(head.level, head.title, head.anchor, top + galley.leading)
    maker.text(node, (maker.left, top), galley)


def set_title(maker: PageMaker, title: RichText, style: str) -> Galley:
    """Set a title on eight columns, on all of them, or smaller, so that its overline stays free.

    Raises ContentOverflow where even four small lines do not hold it.
    """
    trials = ((style, _USUAL_COLUMNS, 2), (style, 12, 2), (_SMALLER[style], 12, 4))
    for trial, columns, most_lines in trials:
        galley = maker.set(title, trial, maker.grid.columns(columns))
        if len(galley.lines) <= most_lines:
            return galley
    raise ContentOverflow(f"le titre « {plain(title)[:60]}… » est trop long — le raccourcir")


def open_plain_page(maker: PageMaker) -> None:
    maker.open_page("recto" if maker.next_is_recto else "verso")
