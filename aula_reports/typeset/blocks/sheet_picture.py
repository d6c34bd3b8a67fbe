"""The picture of an action sheet, at the foot of the page on which the sheet ends."""

from __future__ import annotations

from aula_reports.compose.blocks import Sheet
from aula_reports.geometry import Rect
from aula_reports.typeset.blocks.sheet_head import TEXT_COLUMN, TEXT_COLUMNS
from aula_reports.typeset.blocks.sheet_margin import MARGIN_COLUMNS
from aula_reports.typeset.maker import PageMaker
from aula_reports.typeset.pages import ImageThing

# White over a picture, in lines; the least share of a picture's height that may remain.
_AIR = 2.0
_LEAST_SHARE = 0.6


def lay_sheet_picture(sheet: Sheet, maker: PageMaker, axis: int, line: float, free: float) -> float:
    """Lay the picture under a sheet that ends on a line, if the `free` lines hold it.

    Its foot is on the last line, its caption in the margin at its head. Returns the lines taken.
    """
    if sheet.picture is None:
        return 0.0
    width = maker.grid.columns(TEXT_COLUMNS)
    natural = width * maker.proportion(sheet.picture.file) / maker.grid.pitch
    room = free - _AIR
    if room < natural * _LEAST_SHARE:
        return 0.0
    lines = min(natural // 1, room // 1)
    last = float(maker.layout.grid.lines)
    foot = maker.y(last)
    top = maker.y(last - lines) + maker.setter.cap_height("body") - maker.grid.pitch
    box_height = natural * maker.grid.pitch
    x = maker.column(TEXT_COLUMN)
    clip = Rect(x, foot, width, top - foot)
    middle = (box_height - clip.height) / 2
    node = maker.node("Figure", alt=sheet.picture.alt)
    box = Rect(x, foot - middle, width, box_height)
    maker.put(ImageThing(node, sheet.picture.file, box, clip))
    if sheet.caption:
        measure = maker.grid.columns(MARGIN_COLUMNS)
        galley = maker.set(sheet.caption, "caption", measure)
        cap = maker.setter.cap_height("caption")
        maker.text(maker.node("P"), (maker.left, top - cap), galley)
    return lines + _AIR
