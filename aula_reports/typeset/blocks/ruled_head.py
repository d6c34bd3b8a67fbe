"""The head of a page under a heavy rule in the hue of its axis, and how it comes again."""

from __future__ import annotations

from aula_reports.compose.blocks import Head
from aula_reports.compose.inline import RichText, Words
from aula_reports.compose.wording import SUITE
from aula_reports.geometry import mm
from aula_reports.typeset.blocks.head import set_title
from aula_reports.typeset.galley import Galley
from aula_reports.typeset.maker import PageMaker

SUITE_OF_HEAD = Words(SUITE, style="sheet-suite")
_RULE_WEIGHT = mm(1.1)
# The top of the rule under the line that it opens; the title's baseline, which no grid of its
# pitch would hit.
_RULE_TOP = 0.27
_OVERLINE_LINE = 2.0
_TITLE_LINE = 3 + 1 / 6


def rule_top(maker: PageMaker, line: float = 0.0) -> float:
    """Height of the upper edge of the rule that opens a page, or a sheet from a line on."""
    return maker.y(line + _RULE_TOP)


def lay_heavy_rule(maker: PageMaker, ink: str, line: float = 0.0) -> None:
    """Open a page, or a sheet from a line on, with the rule that stands at its head."""
    y = rule_top(maker, line) - _RULE_WEIGHT / 2
    maker.rule(maker.left, y, maker.grid.measure, weight=_RULE_WEIGHT, ink=ink)


def lay_ruled_head(head: Head, maker: PageMaker, ink: str) -> float:
    """Lay rule, overline and heading; return by how many lines they pass a title of one line."""
    lay_heavy_rule(maker, ink)
    lower = 0.0
    if head.overline and not maker.master.running_head:
        lower = 2.0
        y = maker.y(_OVERLINE_LINE)
        maker.line(maker.node("P"), (maker.left, y), head.overline, "caps-label", ink=ink)
    galley = _set_title(maker, head.title)
    top = maker.y(_TITLE_LINE + lower)
    node = maker.heading(head.level, head.title, head.anchor, top + galley.leading)
    maker.text(node, (maker.left, top), galley)
    return lower + galley.drop / maker.grid.pitch


def lay_head_again(head: Head, maker: PageMaker, ink: str) -> None:
    """Lay the head of a page that goes on: told once already, so an artifact."""
    lay_heavy_rule(maker, ink)
    maker.text(None, (maker.left, maker.y(_TITLE_LINE)), _suite(head, maker))


def head_depth(head: Head, maker: PageMaker) -> float:
    """Count by how many lines a head without overline passes a title of one line."""
    return _set_title(maker, head.title).drop / maker.grid.pitch


def head_again_depth(head: Head, maker: PageMaker) -> float:
    """Count by how many lines such a head passes a title of one line."""
    return _suite(head, maker).drop / maker.grid.pitch


def _suite(head: Head, maker: PageMaker) -> Galley:
    return _set_title(maker, (*head.title, SUITE_OF_HEAD))


def _set_title(maker: PageMaker, title: RichText) -> Galley:
    """Set a title on one line of the whole measure, or else as other heads do."""
    galley = maker.set(title, "page-title", maker.grid.measure)
    return galley if len(galley.lines) == 1 else set_title(maker, title, "page-title")
