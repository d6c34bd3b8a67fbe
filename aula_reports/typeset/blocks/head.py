"""Page heads: overline, title, rule, at the stations that every page shares."""

from __future__ import annotations

from aula_reports.compose.blocks import Head
from aula_reports.compose.inline import RichText, plain
from aula_reports.diagnostics import ContentOverflow
from aula_reports.typeset.galley import Galley
from aula_reports.typeset.maker import PageMaker

BLANK = "blank"
_USUAL_COLUMNS = 8
_OPENS_BEFORE_TEXT = 2
_SMALLER = {"page-title": "section-title", "page-title-white": "place-name"}


def lay_head(head: Head, maker: PageMaker) -> None:
    """Lay overline, heading and rule; the title's last line stands on its station."""
    lay_title(head, maker)
    maker.rule(maker.left, maker.y(maker.layout.stations.rule), maker.grid.measure)


def lay_title(head: Head, maker: PageMaker, columns: int = _USUAL_COLUMNS) -> None:
    """Lay overline and heading without the rule, over bands that open with a rule of their own.

    The title runs over `columns` where it need not leave the outer ones white.
    """
    stations, left = maker.layout.stations, maker.left
    if head.overline and not maker.master.running_head:
        overline = maker.node("P")
        maker.line(overline, (left, maker.y(stations.overline)), head.overline, "overline")
    galley = set_title(maker, head.title, "page-title", columns)
    top = maker.y(stations.title)
    if not stations.title_hangs:
        top += galley.drop
    node = maker.heading(head.level, head.title, head.anchor, top + galley.leading)
    maker.text(node, (left, top), galley)


def opening_line(maker: PageMaker) -> float:
    """Give the line on which heavy rules, discs and pictures open under a title without rule."""
    return maker.layout.stations.text - _OPENS_BEFORE_TEXT


def set_title(
    maker: PageMaker, title: RichText, style: str, columns: int = _USUAL_COLUMNS
) -> Galley:
    """Set a title on some columns, on all of them, or smaller, so that its overline stays free.

    Raises ContentOverflow where even four small lines do not hold it.
    """
    trials = ((style, columns, 2), (style, 12, 2), (_SMALLER[style], 12, 4))
    for trial, span, most_lines in trials:
        galley = maker.set(title, trial, maker.grid.columns(span))
        if len(galley.lines) <= most_lines:
            return galley
    raise ContentOverflow(f"le titre « {plain(title)[:60]}… » est trop long — le raccourcir")


def open_plain_page(maker: PageMaker) -> None:
    maker.open_page("recto" if maker.next_is_recto else "verso")
