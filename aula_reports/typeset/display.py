"""Lines that are placed by their ink, or turned: large figures, the heads of columns."""

from __future__ import annotations

from aula_reports.compose.inline import RichText
from aula_reports.model.layout import Alignment
from aula_reports.typeset.galley import Owner, Point
from aula_reports.typeset.maker import PageMaker
from aula_reports.typeset.pages import TextThing
from aula_reports.typeset.runs import LineSpan, SetLine


def lay_display(  # noqa: PLR0913 -- a place, a side, a role and an ink make one line
    maker: PageMaker,
    node: int | None,
    at: Point,
    rich: RichText,
    style: str,
    *,
    align: Alignment = Alignment.RAGGED,
    role: str = "",
    ink: str = "",
) -> float:
    """Lay a line of large figures so that its ink, not its box, stands on the point; return the
    width of its ink.
    """
    set_line = maker.setter.line(rich, style)
    low, high = _bearings(maker, set_line)
    shift = {
        Alignment.RIGHT: set_line.width - high,
        Alignment.CENTRED: (low + set_line.width - high) / 2,
    }.get(align, low)
    maker.put_line(Owner(node, rich, role, {}, ink), (at[0] - shift, at[1]), set_line)
    return set_line.width - low - high


def _bearings(maker: PageMaker, set_line: SetLine) -> tuple[float, float]:
    """Measure the white that the first and last glyphs carry at their outer sides."""
    letters = _letters(set_line)
    first, last = letters[0], letters[-1]
    faces = maker.setter.faces
    left = faces[first.face].left_bearing(first.runs[0][0].glyphs[0].gid)
    right = faces[last.face].right_bearing(last.runs[-1][0].glyphs[-1].gid)
    return left * first.size / 1000, right * last.size / 1000


def lay_turned(
    maker: PageMaker, node: int | None, at: Point, rich: RichText, style: str, *, angle: float
) -> None:
    """Lay one line that runs from a point at an angle, in degrees anticlockwise."""
    set_line = maker.setter.line(rich, style)
    maker.put(TextThing(node, *at, parted_letters(maker, set_line), angle))


def parted_letters(maker: PageMaker, set_line: SetLine) -> tuple[LineSpan, ...]:
    """Give the letters of a line, parted from what is read after them, without its marks."""
    return _letters(maker.setter.parted(set_line))


def _letters(set_line: SetLine) -> tuple[LineSpan, ...]:
    return tuple(span for span in set_line.spans if isinstance(span, LineSpan))
