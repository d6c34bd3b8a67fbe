"""The star of who sits on the board: before names of the assembly, and its note at the foot."""

from __future__ import annotations

from aula_reports.compose.blocks import Assembly
from aula_reports.geometry import mm
from aula_reports.typeset.galley import Point
from aula_reports.typeset.maker import PageMaker

_SIZE = mm(1.9)


def lay_board_star(maker: PageMaker, parent: int, at: Point, ink: str) -> None:
    """Lay a star that reads as one."""
    node = maker.node("Span", parent, actual_text="*")
    maker.mark(node, "star", *at, _SIZE, ink)


def lay_board_note(block: Assembly, maker: PageMaker, indent: float, ink: str) -> None:
    """Say at the foot of a page what the star means, where anyone has one."""
    bodies = [body for college in block.colleges for body in college.bodies]
    if not any(member.on_board for body in bodies for member in body.members):
        return
    y = maker.y(maker.layout.stations.note)
    note = maker.node("Note")
    maker.mark(None, "star", maker.left, y, _SIZE, ink)
    maker.line(note, (maker.left + indent, y), block.board_note, "caption")
