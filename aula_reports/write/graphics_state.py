"""The graphics state as readers hold it, so that only its changes are written (8.4)."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from aula_reports.typeset.pages import Pen
from aula_reports.typeset.runs import LineSpan
from aula_reports.write.colour import Paint
from aula_reports.write.syntax import number, numbers


class GraphicsState(Struct):
    """What was last set. The empty colours match no ink: the first one is always written."""

    fill: str = ""
    stroke: str = ""
    font: str = ""
    size: float = 0.0
    spacing: float = 0.0
    scale: float = 1.0
    rise: float = 0.0
    line_width: float = 1.0
    dash: tuple[float, ...] | None = ()
    round_ends: bool | None = False
    overprints: bool = False

    def copy(self) -> GraphicsState:
        return replace(self)

    def fill_changes(self, code: list[str], paint: Paint, *, overprints: bool = False) -> None:
        if self.fill != paint.fill:
            self.fill = paint.fill
            code.append(paint.fill)
        self.overprint_changes(code, overprints=overprints)

    def overprint_changes(self, code: list[str], *, overprints: bool) -> None:
        if self.overprints != overprints:
            self.overprints = overprints
            code.append("/Over gs" if overprints else "/Knock gs")

    def stroke_changes(self, code: list[str], paint: Paint, pen: Pen) -> None:
        if self.stroke != paint.stroke:
            self.stroke = paint.stroke
            code.append(paint.stroke)
        if self.line_width != pen.width:
            self.line_width = pen.width
            code.append(f"{number(pen.width)} w")
        if self.dash != pen.dash:
            self.dash = pen.dash
            code.append(f"[{numbers(pen.dash)}] 0 d")
        if self.round_ends != pen.round_ends:
            # Round ends want round joins: a polyline of a chart is one stroke.
            self.round_ends = pen.round_ends
            code.append("1 J 1 j" if pen.round_ends else "0 J 0 j")

    def text_changes(self, code: list[str], font: str, span: LineSpan) -> None:
        if self.font != font or self.size != span.size:
            self.font, self.size = font, span.size
            code.append(f"/{font} {number(span.size)} Tf")
        # Readers stretch the space after a glyph with the glyph itself (9.4.4).
        spacing = span.tracking / span.scale
        if self.spacing != spacing:
            self.spacing = spacing
            code.append(f"{number(spacing)} Tc")
        if self.scale != span.scale:
            self.scale = span.scale
            code.append(f"{number(span.scale * 100)} Tz")
        if self.rise != span.rise:
            self.rise = span.rise
            code.append(f"{number(span.rise)} Ts")


# Where a stream starts in whatever state it is called from: all that paths need is written.
# Only overprinting is known: whoever calls has switched it off.
INHERITED = GraphicsState(line_width=-1.0, dash=None, round_ends=None)
