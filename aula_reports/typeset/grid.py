"""The sheet, its baseline grid and its columns, turned from millimetres into points once."""

from __future__ import annotations

from msgspec import Struct

from aula_reports.geometry import Rect, mm
from aula_reports.model.layout import Layout


class Grid(Struct, frozen=True):
    """Baselines count downwards from the head margin; columns count from 1 at the left.

    `head` is the height of baseline 0 over the trim's foot, `pitch` the distance of two
    baselines, `measure` the width of the type area, `column_step` the distance of two columns.
    """

    width: float
    height: float
    bleed: float
    head: float
    pitch: float
    inside: float
    outside: float
    measure: float
    gutter: float
    column_step: float

    @classmethod
    def of(cls, layout: Layout) -> Grid:
        sheet, margins = layout.sheet, layout.margins
        width, height = mm(sheet.width_mm), mm(sheet.height_mm)
        measure = width - mm(margins.inside_mm + margins.outside_mm)
        gutter = mm(layout.grid.gutter_mm)
        return cls(
            width=width,
            height=height,
            bleed=mm(sheet.bleed_mm),
            head=height - mm(margins.head_mm),
            pitch=mm(layout.grid.baseline_mm),
            inside=mm(margins.inside_mm),
            outside=mm(margins.outside_mm),
            measure=measure,
            gutter=gutter,
            column_step=(measure + gutter) / layout.grid.columns,
        )

    @property
    def sheet(self) -> Rect:
        """The trim with its drawn bleed."""
        return Rect(0, 0, self.width, self.height).grown(self.bleed)

    def y(self, line: float) -> float:
        """Height of a baseline above the trim's foot."""
        return self.head - line * self.pitch

    def left(self, *, recto: bool) -> float:
        """Left edge of the type area."""
        return self.inside if recto else self.outside

    def column(self, number: int) -> float:
        """Distance of a column's left edge from the type area's."""
        return (number - 1) * self.column_step

    def columns(self, count: int) -> float:
        """Width of neighbouring columns with the gutters between them."""
        return count * self.column_step - self.gutter
