"""The sheet, its baseline grid and its columns, turned from millimetres into points once."""

from __future__ import annotations

from msgspec import Struct

from aula_reports.geometry import Rect, mm
from aula_reports.model.layout import Layout


class Grid(Struct, frozen=True):
    """Baselines count downwards from the head margin; columns count from 1 at the left."""

    layout: Layout

    @property
    def width(self) -> float:
        return mm(self.layout.sheet.width_mm)

    @property
    def height(self) -> float:
        return mm(self.layout.sheet.height_mm)

    @property
    def bleed(self) -> float:
        return mm(self.layout.sheet.bleed_mm)

    @property
    def pitch(self) -> float:
        """The distance of two baselines."""
        return mm(self.layout.grid.baseline_mm)

    @property
    def sheet(self) -> Rect:
        """The trim with its drawn bleed."""
        return Rect(0, 0, self.width, self.height).grown(self.bleed)

    def y(self, line: float) -> float:
        """Height of a baseline above the trim's foot."""
        return self.height - mm(self.layout.margins.head_mm) - line * self.pitch

    def left(self, *, recto: bool) -> float:
        """Left edge of the type area."""
        margins = self.layout.margins
        return mm(margins.inside_mm if recto else margins.outside_mm)

    @property
    def measure(self) -> float:
        """Width of the type area."""
        margins = self.layout.margins
        return self.width - mm(margins.inside_mm + margins.outside_mm)

    @property
    def column_step(self) -> float:
        gutter = mm(self.layout.grid.gutter_mm)
        return (self.measure + gutter) / self.layout.grid.columns

    def column(self, number: int) -> float:
        """Distance of a column's left edge from the type area's."""
        return (number - 1) * self.column_step

    def columns(self, count: int) -> float:
        """Width of neighbouring columns with the gutters between them."""
        return count * self.column_step - mm(self.layout.grid.gutter_mm)
