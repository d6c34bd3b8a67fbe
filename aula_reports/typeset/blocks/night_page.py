"""The dark page of the editorial: a raised sentence, a share, a portrait, the land behind them."""

from __future__ import annotations

from aula_reports.compose.blocks import Editorial
from aula_reports.compose.inline import RichText, Words, plain
from aula_reports.diagnostics import ContentOverflow
from aula_reports.geometry import Rect, mm, rectangle
from aula_reports.model.layout import Alignment
from aula_reports.typeset.blocks.hung import cap_top
from aula_reports.typeset.blocks.land import lay_land
from aula_reports.typeset.display import lay_display
from aula_reports.typeset.galley import Galley
from aula_reports.typeset.maker import PageMaker
from aula_reports.typeset.pages import ShapeThing

_SENTENCE_COLUMNS = 11
# The last line that the sentence may take, above the share and the portrait.
_SENTENCE_END = 36
# The figure and the initials share a baseline; the portrait's foot stands on a line of its own.
_FIGURE_LINE = 48.5
_SHARE_COLUMNS = 6
_SHARE_CAPTION = 2.5
PORTRAIT_FOOT = 54
_PORTRAIT_TOP = 38
_PORTRAIT_COLUMN, _PORTRAIT_COLUMNS = 9, 4
_PORTRAIT_CAPTION = mm(3.75)
# Captions end on this line at the latest, or everything above them rises.
_CAPTIONS_END = 57

# Where the middle of the land lies, in parts of the trim.
_LAND_MIDDLE = (0.44, 0.275)


def has_night_page(block: Editorial) -> bool:
    """Say whether there is anything to raise: a portrait alone makes no page."""
    return bool(block.sentence or block.share)


def lay_night_page(block: Editorial, maker: PageMaker) -> None:
    """Lay the land, then from the top what is read. Raises ContentOverflow."""
    maker.open_page("dark")
    lay_land(block.communes, maker, _LAND_MIDDLE)
    caption = maker.set(block.share_caption, "raised-caption", maker.grid.columns(_SHARE_COLUMNS))
    under = maker.set(block.portrait_caption, "caption", maker.grid.columns(_PORTRAIT_COLUMNS))
    starts = (_FIGURE_LINE + _SHARE_CAPTION, PORTRAIT_FOOT + _PORTRAIT_CAPTION / maker.grid.pitch)
    rise = max(_rise(caption, starts[0], maker), _rise(under, starts[1], maker))
    _lay_sentence(block.sentence, _SENTENCE_END - rise, maker)
    if block.share:
        _lay_share(block.share, caption, rise, maker)
    if block.initials:
        _lay_portrait(block, under, rise, maker)


def _rise(caption: Galley, first: float, maker: PageMaker) -> int:
    """Count the lines by which a caption that starts on a line would end too low."""
    height = caption.drop / maker.grid.pitch
    return max(0, -int((_CAPTIONS_END - first - height) // 1))


# ------------------------------------------------------------------------------ what is read


def _lay_sentence(sentence: RichText, last: int, maker: PageMaker) -> None:
    """Lay the sentence from the title's station to a last line; a long one is set smaller."""
    if not sentence:
        return
    line = maker.layout.stations.title
    for style in ("raised", "lead"):
        galley = maker.set(sentence, style, maker.grid.columns(_SENTENCE_COLUMNS))
        if line + galley.drop / maker.grid.pitch <= last:
            maker.text(maker.node("P"), (maker.left, maker.y(line)), galley, ink="blanc")
            return
    words = plain(sentence)[:60]
    raise ContentOverflow(f"la phrase en exergue « {words}… » est trop longue — la raccourcir")


def _lay_share(share: str, caption: Galley, rise: int, maker: PageMaker) -> None:
    """Lay the figure and what it counts: one paragraph."""
    node, y = maker.node("P"), maker.y(_FIGURE_LINE - rise)
    lay_display(maker, node, (maker.left, y), (Words(share),), "figure-share")
    maker.text(node, (maker.left, y - _SHARE_CAPTION * maker.grid.pitch), caption)


def _lay_portrait(block: Editorial, caption: Galley, rise: int, maker: PageMaker) -> None:
    """Lay a card in the shape of a portrait, with the initials of whom it will show."""
    x, width = maker.column(_PORTRAIT_COLUMN), maker.grid.columns(_PORTRAIT_COLUMNS)
    foot, top = maker.y(PORTRAIT_FOOT - rise), cap_top(maker, _PORTRAIT_TOP - rise)
    figure = maker.node("Figure", alt=block.portrait_alt)
    maker.put(ShapeThing(figure, rectangle(Rect(x, foot, width, top - foot)), fill="nuit-80"))
    at = (x + width / 2, maker.y(_FIGURE_LINE - rise))
    lay_display(maker, figure, at, (Words(block.initials),), "portrait", align=Alignment.CENTRED)
    if caption.lines:
        maker.text(maker.node("P"), (x, foot - _PORTRAIT_CAPTION), caption, ink="blanc")
