"""The boxes of a page: what is drawn, what is bled, what remains after the cut (14.11.2)."""

from __future__ import annotations

from msgspec import Struct

from aula_reports.geometry import Rect
from aula_reports.typeset.pages import Sheet
from aula_reports.write.syntax import corners


class PageBoxes(Struct, frozen=True):
    """The three boxes of every page, from the corner of what is drawn."""

    media: Rect
    bleed: Rect
    trim: Rect

    @property
    def entries(self) -> str:
        return (
            f"/MediaBox{corners(self.media)}/BleedBox{corners(self.bleed)}"
            f"/TrimBox{corners(self.trim)}"
        )


def page_boxes(sheet: Sheet, *, is_cropped: bool) -> PageBoxes:
    """Lay out the boxes: cropped to the trim for screens, with the drawn bleed for printers."""
    if is_cropped:
        trim = Rect(0, 0, sheet.width, sheet.height)
        return PageBoxes(trim, trim, trim)
    around = sheet.bleed + sheet.slug
    trim = Rect(around, around, sheet.width, sheet.height)
    declared = min(sheet.bleed_box, sheet.bleed)
    return PageBoxes(trim.grown(around), trim.grown(declared), trim)
