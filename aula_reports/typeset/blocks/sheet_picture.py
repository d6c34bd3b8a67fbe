"""The picture of an action sheet, at the foot of the page on which the sheet ends."""

from __future__ import annotations

from aula_reports.compose.blocks import Sheet
from aula_reports.geometry import Rect
from aula_reports.model.pages import Picture
from aula_reports.typeset.blocks.sheet_head import TEXT_COLUMN, TEXT_COLUMNS
from aula_reports.typeset.blocks.sheet_margin import MARGIN_COLUMNS
from aula_reports.typeset.maker import PageMaker
from aula_reports.typeset.pages import ImageThing

# White over a picture, in lines; the least share of a picture's height that may remain.
_AIR = 2.0
_LEAST_SHARE = 0.6
# Lines for the caption under a picture on all columns.
_CAPTION_LINES = 1.25


def takes_sheet_picture(sheet: Sheet, maker: PageMaker, free: float) -> bool:
    """Say whether the last lines of the page, of which `free` are, take the picture of a sheet."""
    if sheet.picture is None:
        return False
    room = free - _AIR
    return _goes_wide(sheet, sheet.picture, maker, room) or (
        room // 1 >= _narrow(sheet.picture, maker) * _LEAST_SHARE
    )


def lay_sheet_picture(sheet: Sheet, maker: PageMaker, free: float) -> float:
    """Lay the picture in the last lines of the page, of which `free` are; return the lines taken.

    On all columns with its caption on a line under it where both fit whole; else on the columns of
    the text, cut if it must be, its caption in the margin. Nothing where too little of it would
    remain.
    """
    if sheet.picture is None or not takes_sheet_picture(sheet, maker, free):
        return 0.0
    room = free - _AIR
    if _goes_wide(sheet, sheet.picture, maker, room):
        return _lay_wide(sheet, sheet.picture, maker, _wide(sheet.picture, maker))
    lines = min(_narrow(sheet.picture, maker), room // 1)
    return _lay_beside_caption(sheet, sheet.picture, maker, lines)


def _goes_wide(sheet: Sheet, picture: Picture, maker: PageMaker, room: float) -> bool:
    is_one_line = maker.setter.width(sheet.caption, "caption") <= maker.grid.measure
    return is_one_line and _wide(picture, maker) + _CAPTION_LINES <= room


def _wide(picture: Picture, maker: PageMaker) -> float:
    return _lines(picture, maker, maker.grid.measure)


def _narrow(picture: Picture, maker: PageMaker) -> float:
    return _lines(picture, maker, maker.grid.columns(TEXT_COLUMNS))


def _lines(picture: Picture, maker: PageMaker, width: float) -> float:
    """Height of a picture on a width, in whole lines."""
    return width * maker.proportion(picture.file) / maker.grid.pitch // 1


def _lay_wide(sheet: Sheet, picture: Picture, maker: PageMaker, lines: float) -> float:
    foot = float(maker.layout.grid.lines) - (_CAPTION_LINES if sheet.caption else 0.0)
    _lay(picture, maker, Rect(maker.left, 0.0, maker.grid.measure, 0.0), foot, lines)
    if sheet.caption:
        at = (maker.left, maker.y(maker.layout.grid.lines))
        maker.line(maker.node("P"), at, sheet.caption, "caption")
    return lines + _AIR + (_CAPTION_LINES if sheet.caption else 0.0)


def _lay_beside_caption(sheet: Sheet, picture: Picture, maker: PageMaker, lines: float) -> float:
    x, width = maker.column(TEXT_COLUMN), maker.grid.columns(TEXT_COLUMNS)
    top = _lay(picture, maker, Rect(x, 0.0, width, 0.0), float(maker.layout.grid.lines), lines)
    if sheet.caption:
        galley = maker.set(sheet.caption, "caption", maker.grid.columns(MARGIN_COLUMNS))
        y = top - maker.setter.cap_height("caption")
        maker.text(maker.node("P"), (maker.left, y), galley)
    return lines + _AIR


def _lay(picture: Picture, maker: PageMaker, across: Rect, foot: float, lines: float) -> float:
    """Lay a picture on a width, its foot on a line and its top at the height of capitals."""
    low = maker.y(foot)
    top = low + (lines - 1) * maker.grid.pitch + maker.setter.cap_height("body")
    height = across.width * maker.proportion(picture.file)
    clip = Rect(across.x, low, across.width, top - low)
    box = Rect(across.x, low - (height - clip.height) / 2, across.width, height)
    maker.put(ImageThing(maker.node("Figure", alt=picture.alt), picture.file, box, clip))
    return top
