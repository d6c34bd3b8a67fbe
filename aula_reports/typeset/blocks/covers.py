"""Front cover, back cover, full plates: pictures over the whole sheet, and words on them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from aula_reports.compose.blocks import AxisChapter, BackCover, Cover, Plate, Wordmark
from aula_reports.compose.inline import RichText, Words, plain
from aula_reports.diagnostics import ContentOverflow
from aula_reports.geometry import Rect, covering, line, mm, rectangle
from aula_reports.model.layout import Alignment
from aula_reports.model.pages import Picture
from aula_reports.typeset.blocks.land import lay_land
from aula_reports.typeset.display import lay_display
from aula_reports.typeset.maker import PageMaker
from aula_reports.typeset.pages import ImageThing, Pen, ShapeThing
from aula_reports.typeset.shaping import NARROW_SPACE, NO_BREAK_SPACE

OVER_PICTURE = "over-picture"

_TITLE_LAST_LINE = 54
_NOTE_COLUMN = 9
_WORDMARK_LINE = 1
_WORDMARK_GAP = mm(4.6)
_WORDMARK_RISE = mm(2.05)
_ADDRESS_LINE = 8
# Under the land, whose middle is told in parts of the trim.
_LOW_ADDRESS_LINE = 46
_LAND_MIDDLE = (0.56, 0.62)


def lay_cover(block: Cover, maker: PageMaker) -> None:
    """Lay the cover: sky, year, land, then the title on the dark foot of the picture."""
    maker.open_page("cover")
    maker.put(ShapeThing(None, rectangle(maker.grid.sheet), fill="nuit"))
    lay_back_layer(block.picture, maker)
    lay_wordmark(block.wordmark, maker, maker.left)
    spec = maker.layout.cover
    at = (mm(spec.year_x_mm), maker.grid.height - mm(spec.year_baseline_mm))
    year = maker.node("P")
    lay_display(maker, year, at, (Words(block.year),), "cover-year", role="display")
    lay_front_layer(block.picture, maker, block.picture_origin)
    _lay_title(block.title_lines, maker)
    _lay_note(block.note_lines, maker)


def _lay_title(title_lines: Sequence[RichText], maker: PageMaker) -> None:
    step = mm(maker.setter.style("cover-title").leading_mm) / maker.grid.pitch
    first = _TITLE_LAST_LINE - step * (len(title_lines) - 1)
    node = maker.node("Title")
    for number, words in enumerate(title_lines):
        y = maker.y(first + number * step)
        width = lay_display(maker, node, (maker.left, y), words, "cover-title", role=OVER_PICTURE)
        if width > maker.grid.measure:
            line = plain(words)
            raise ContentOverflow(f"titre de couverture : « {line} » est trop long — le couper")


def _lay_note(note_lines: Sequence[RichText], maker: PageMaker) -> None:
    if not note_lines:
        return
    node = maker.node("P")
    first = _TITLE_LAST_LINE - len(note_lines) + 1
    for number, words in enumerate(note_lines):
        y = maker.y(first + number)
        x = maker.column(_NOTE_COLUMN)
        maker.line(node, (x, y), words, "text-small-sand", role=OVER_PICTURE)


def lay_wordmark(mark: Wordmark, maker: PageMaker, x: float, base: float = _WORDMARK_LINE) -> None:
    """Lay the agency's acronym, a thin upright, and its name in small lines."""
    y = maker.y(base)
    node = maker.node("P")
    width = maker.line(node, (x, y), (Words(mark.acronym),), "wordmark", role=OVER_PICTURE)
    if not mark.lines:
        return
    stem = x + width + _WORDMARK_GAP
    maker.put(ShapeThing(None, line(stem, y - mm(0.3), stem, y + mm(3.8)), pen=Pen("sable", 0.5)))
    leading = mm(maker.setter.style("wordmark-lines").leading_mm)
    for number, words in enumerate(mark.lines):
        low = y + _WORDMARK_RISE - number * leading
        maker.line(
            node, (stem + mm(2.4), low), (Words(words),), "wordmark-lines", role=OVER_PICTURE
        )


def lay_plate(block: Plate, maker: PageMaker) -> None:
    """Lay a picture over the sheet, with a numeral standing between its two layers."""
    maker.open_page("plate")
    lay_back_layer(block.picture, maker)
    if block.picture.foreground:
        _lay_numeral(block, maker)
    lay_front_layer(block.picture, maker, block.picture_origin)
    if not block.picture.foreground:
        _lay_numeral(block, maker)
    _lay_caption(block, maker)


def _lay_numeral(block: Plate, maker: PageMaker) -> None:
    """Lay the numeral between the layers of a picture, or over one that has no layers."""
    if block.numeral:
        spec = maker.layout.plate
        at = (mm(spec.x_mm), maker.grid.height - mm(spec.baseline_mm))
        numeral = (Words(block.numeral),)
        lay_display(maker, None, at, numeral, "axis-numeral", align=spec.align, role="display")


def _lay_caption(block: Plate, maker: PageMaker) -> None:
    align = Alignment.RIGHT if block.numeral else Alignment.RAGGED
    x = maker.left + (maker.grid.measure if block.numeral else 0.0)
    y = maker.y(maker.layout.plate.caption_line)
    node = maker.node("P")
    maker.line(node, (x, y), block.caption, "caption-sand", align=align, role=OVER_PICTURE)


def lay_back_layer(picture: Picture | None, maker: PageMaker) -> None:
    """Lay the far layer of a picture of two layers; it carries no meaning of its own."""
    if picture and picture.foreground:
        box = covering(maker.grid.sheet, maker.proportion(picture.file))
        maker.put(ImageThing(None, picture.file, box, maker.grid.sheet))


def lay_front_layer(picture: Picture | None, maker: PageMaker, origin: str) -> None:
    """Lay the near layer, or the whole picture where it has but one: this is the Figure."""
    if picture is None:
        return
    node = maker.node("Figure", alt=picture.alt, origin=origin)
    file = picture.foreground or picture.file
    box = covering(maker.grid.sheet, maker.proportion(picture.file))
    maker.put(ImageThing(node, file, box, maker.grid.sheet, picture.mask))


def lay_back_cover(block: BackCover, maker: PageMaker) -> None:
    maker.open_page("back")
    lay_front_layer(block.picture, maker, block.picture_origin)
    first = _ADDRESS_LINE
    if block.communes:
        lay_land(block.communes, maker, _LAND_MIDDLE)
        first = _LOW_ADDRESS_LINE
    lay_wordmark(block.wordmark, maker, maker.left, first - _ADDRESS_LINE + _WORDMARK_LINE)
    y = maker.y(first - 2)
    maker.rule(maker.left, y, maker.grid.measure, weight=0.4, ink="nuit-55")
    for column, words in ((1, block.address_lines), (7, block.contact_lines)):
        node = maker.node("P")
        for number, text in enumerate(words):
            y = maker.y(first + number)
            at = (maker.column(column), y)
            maker.line(node, at, _wide_groups(text), "address", role=OVER_PICTURE)


def _wide_groups(words: RichText) -> RichText:
    """Part the groups of a telephone by whole word spaces.

    A narrow space (R17) is an eighth of an em: enough among words, lost in a line of ten figures
    that stands alone and is read aloud.
    """
    return tuple(
        replace(part, text=part.text.replace(NARROW_SPACE, NO_BREAK_SPACE))
        if isinstance(part, Words)
        else part
        for part in words
    )


def banner_height(picture: Picture, maker: PageMaker) -> float:
    """Height of a panorama laid over both pages of a spread with its bleed, in points."""
    return 2 * (maker.grid.width + maker.grid.bleed) * maker.proportion(picture.file)


def lay_banner(block: AxisChapter, maker: PageMaker, foot: float, *, first: bool) -> None:
    """Lay half of a panorama that runs over both pages of a spread, down to a height `foot`.

    What is higher than the sheet is cut off its sky. The left page shows it as a Figure with its
    caption; the right page's half is an artifact.
    """
    grid, picture = maker.grid, block.banner
    if picture is None:
        return
    top, bleed = grid.height + grid.bleed, grid.bleed
    width = 2 * grid.width + 2 * bleed
    left = -bleed if first else -bleed - grid.width
    box = Rect(left, foot, width, banner_height(picture, maker))
    clip = Rect(-bleed, foot, grid.width + 2 * bleed, top - foot)
    node = None
    if first:
        node = maker.node("Figure", alt=picture.alt, origin=block.banner_origin)
    maker.put(ImageThing(node, picture.file, box, clip))
    if first and block.banner_caption:
        y = foot + mm(3)
        maker.line(
            maker.node("P"),
            (maker.left, y),
            block.banner_caption,
            "caption-sand",
            role=OVER_PICTURE,
        )
