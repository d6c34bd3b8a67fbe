"""What hangs from a line of the grid: heavy rules by their upper edge, texts at the grid's pitch.

A heavy rule starts at the height of the capitals of its line, so that a rule, a picture and a
capital on one line share their upper edge.
"""

from __future__ import annotations

from msgspec.structs import replace

from aula_reports.compose.inline import RichText
from aula_reports.geometry import mm
from aula_reports.typeset.galley import Galley
from aula_reports.typeset.maker import PageMaker

HEAVY = mm(0.8)


def cap_top(maker: PageMaker, line: float) -> float:
    """Height at which the capitals of a line of text end."""
    return maker.y(line) + maker.setter.cap_height("body")


def hang_rule(maker: PageMaker, x: float, top: float, width: float, ink: str = "nuit") -> None:
    """Lay a heavy rule under a height, an artifact."""
    maker.rule(x, top - HEAVY / 2, width, weight=HEAVY, ink=ink)


def set_on_grid(maker: PageMaker, rich: RichText, style: str, measure: float) -> Galley:
    """Set a text whose lines stand on the grid, whatever the leading of its style."""
    return replace(maker.set(rich, style, measure), leading=maker.grid.pitch)
