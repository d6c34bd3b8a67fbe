"""Call-outs of a chart: figures as large as there is room for, under the chart or on a page after.

Heights are counted in grid lines. A call-out is a band: digits whose top stands on the band's
first line, unit and words on their baseline, and where its share of the whole is told, a track
under all.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from msgspec import Struct
from msgspec.structs import replace

from aula_reports.compose.blocks import TimeCallout, TimeChart
from aula_reports.compose.inline import RichText, Words
from aula_reports.compose.wording import days
from aula_reports.diagnostics import ContentOverflow
from aula_reports.geometry import Rect, covering, mm
from aula_reports.typeset.blocks.head import open_plain_page
from aula_reports.typeset.blocks.ruled_head import lay_heavy_rule, rule_top
from aula_reports.typeset.blocks.sheet_margin import lay_share_bar
from aula_reports.typeset.display import lay_display
from aula_reports.typeset.furniture import Hue
from aula_reports.typeset.galley import Galley
from aula_reports.typeset.ink import ink_bounds
from aula_reports.typeset.maker import PageMaker
from aula_reports.typeset.pages import ImageThing, TextThing
from aula_reports.typeset.runs import LineSpan

# Styles tried for the first figure and for the others, from the largest: 200, 110 and 54 points.
_LARGE, _MIDDLE, _SMALL = "figure-callout", "figure-share", "figure-large"
_ON_PAGE = ((_LARGE, _MIDDLE), (_MIDDLE, _MIDDLE), (_MIDDLE, _SMALL), (_SMALL, _SMALL))
_UNDER_CHART = ((_MIDDLE, _SMALL), (_SMALL, _SMALL))
# A figure of this share of the first has its size: what is nearly equal must look it.
_NEARLY_EQUAL = 0.75
# Words stand on these columns and all that follow.
_TEXT_COLUMN_ON_PAGE, _TEXT_COLUMN_UNDER_CHART = 9, 7
_WIDEST_WORDS = 8
_FIGURE_CLEARANCE = mm(6)

_UNIT_GAP = mm(4)

# Lines from a band's first to the first its words may have; from the lowest of figure and words.
_TEXT_STEP = 2
# From a unit too long to follow its figure to the words under it.
_UNIT_STEP = 1.3
_TRACK_STEP, _SHARE_STEP, _SHARE_END = 2.0, 3.25, 4.0
_BAND_GAP = 2.0
_REMARK_GAP = 2.0

_TITLE_LINE = 2.0
_FIRST_BAND_LINE = 4.0
_RULE_GAP, _LEAST_RULE_GAP, _RULE_STEP = 4.0, 3.0, 2.0
_RULE_WEIGHT = 0.4

_PICTURE_GAP = 3.0
_LEAST_PICTURE = 10.0
# Of what a cut about the middle takes from the foot, so much is left: subjects stand on the ground.
_GROUND_KEPT = 0.7
# From a picture's foot to its caption, whose last line stands on the page's last.
_CAPTION_STEP = 1.0
_CAPTION_COLUMNS = 4


class _Band(Struct, frozen=True):
    """A call-out in a size: where it starts, its words, how deep its figure and its words go."""

    callout: TimeCallout
    style: str
    line: float
    text: Galley
    figure_lines: int

    @property
    def text_line(self) -> float:
        """The line of the first words: the last stand on the figure's baseline, if they can."""
        return self.line + max(_TEXT_STEP, self.figure_lines - len(self.text.lines) + 1)

    @property
    def lowest(self) -> float:
        words = self.text_line + len(self.text.lines) - 1
        return max(self.line + self.figure_lines, words)

    @property
    def end(self) -> float:
        return self.lowest + (_SHARE_END if self.callout.share else 0.0)


def least_lines_under(block: TimeChart, maker: PageMaker) -> float:
    """Count the lines that call-outs and remark take under a chart, at their smallest."""
    if not block.callouts:
        return 0.0
    start = _LEAST_RULE_GAP + _RULE_STEP
    bands = _bands(block, maker, start, _UNDER_CHART[-1], _TEXT_COLUMN_UNDER_CHART)
    return bands[-1].end + remark_lines(block, maker)


def remark_lines(block: TimeChart, maker: PageMaker) -> float:
    """Count the lines that the remark takes under what stands before it."""
    if not block.remark:
        return 0.0
    galley = _remark(block, maker, _TEXT_COLUMN_UNDER_CHART)
    return _REMARK_GAP + galley.drop / maker.grid.pitch


def need_a_page(block: TimeChart, maker: PageMaker, line: float) -> bool:
    """Say whether call-outs have no place under a chart that ends on a line."""
    if not block.callouts:
        return False
    return block.picture is not None or _place_under(block, maker, ceil(line - 0.01)) is None


def lay_callouts(block: TimeChart, maker: PageMaker, line: float) -> None:
    """Lay call-outs and remark under a chart that ends on a line, or on a page of their own."""
    start = ceil(line - 0.01)
    if not block.callouts:
        _lay_remark(block, maker, start, _TEXT_COLUMN_UNDER_CHART)
    elif need_a_page(block, maker, line):
        lay_callouts_page(block, maker)
    else:
        _lay_under(block, maker, start)


def lay_picture_page(block: TimeChart, maker: PageMaker) -> None:
    """Lay the picture alone at the head of a page, as high as it is, its caption under it."""
    assert block.picture
    open_plain_page(maker)
    height = maker.grid.measure * maker.proportion(block.picture.file)
    foot = min(height // maker.grid.pitch, _caption_line(block, maker) - _CAPTION_STEP)
    _lay_picture(block, maker, rule_top(maker), foot)


def _remark(block: TimeChart, maker: PageMaker, column: int) -> Galley:
    return maker.set(block.remark, "caption", _words_measure(maker, column))


def _words_measure(maker: PageMaker, column: int) -> float:
    """Give words all columns from one on, but no more than can be read."""
    return maker.grid.columns(min(maker.layout.grid.columns - column + 1, _WIDEST_WORDS))


def _lay_remark(block: TimeChart, maker: PageMaker, line: float, column: int) -> None:
    if block.remark:
        at = (maker.column(column), maker.y(line + _REMARK_GAP))
        maker.text(maker.node("P"), at, _remark(block, maker, column))


# --------------------------------------------------------------------------- where they stand


def _place_under(
    block: TimeChart, maker: PageMaker, line: float
) -> tuple[float, list[_Band]] | None:
    """Find the line of the rule and the largest bands for which a chart leaves room."""
    column, remark = _TEXT_COLUMN_UNDER_CHART, remark_lines(block, maker)
    for styles in _UNDER_CHART:
        for gap in (_RULE_GAP, _LEAST_RULE_GAP):
            bands = _bands(block, maker, line + gap + _RULE_STEP, styles, column)
            fits = bands[-1].end + remark <= maker.layout.grid.lines + 0.01
            if fits and _are_narrow(bands, maker, column):
                return line + gap, bands
    return None


def _lay_under(block: TimeChart, maker: PageMaker, line: float) -> None:
    """Lay rule and bands under a chart."""
    place = _place_under(block, maker, line)
    assert place
    rule, bands = place
    y = maker.y(rule) + maker.setter.cap_height("list-item")
    hue = maker.hue(block.axis)
    maker.rule(maker.left, y, maker.grid.measure, weight=_RULE_WEIGHT, ink=hue.full)
    _lay_bands(bands, maker, _TEXT_COLUMN_UNDER_CHART, hue)
    _lay_remark(block, maker, bands[-1].end, _TEXT_COLUMN_UNDER_CHART)


def lay_callouts_page(block: TimeChart, maker: PageMaker) -> None:
    """Lay call-outs on a page of their own, with the picture or the remark under them."""
    open_plain_page(maker)
    ink = maker.hue(block.axis).full
    lay_heavy_rule(maker, ink)
    if block.callouts_title:
        at = (maker.left, maker.y(_TITLE_LINE))
        maker.line(maker.node("P"), at, block.callouts_title, "caps-label", ink=ink)
    bands = _page_bands(block, maker)
    _lay_bands(bands, maker, _TEXT_COLUMN_ON_PAGE, maker.hue(block.axis))
    if block.picture:
        top = maker.y(bands[-1].end + _PICTURE_GAP) + maker.setter.cap_height("list-item")
        _lay_picture(block, maker, top, _caption_line(block, maker) - _CAPTION_STEP)
    else:
        _lay_remark(block, maker, bands[-1].end, 1)


def _page_bands(block: TimeChart, maker: PageMaker) -> list[_Band]:
    """Choose the largest sizes that leave room for the picture or the remark."""
    last = maker.layout.grid.lines - remark_lines(block, maker)
    if block.picture:
        last = _caption_line(block, maker) - _CAPTION_STEP - _LEAST_PICTURE - _PICTURE_GAP
    column = _TEXT_COLUMN_ON_PAGE
    for styles in _ON_PAGE:
        bands = _bands(block, maker, _FIRST_BAND_LINE, styles, column)
        if bands[-1].end <= last and _are_narrow(bands, maker, column):
            return bands
    raise ContentOverflow("les chiffres mis en avant passent la page — en abréger les textes")


def _bands(
    block: TimeChart, maker: PageMaker, line: float, styles: tuple[str, str], column: int
) -> list[_Band]:
    """Stack call-outs from a line, the first in one style and lesser ones in the next."""
    bands: list[_Band] = []
    for callout in block.callouts:
        is_less = callout.days < _NEARLY_EQUAL * block.callouts[0].days
        style = styles[int(is_less)]
        text = maker.set(_words(callout), "list-item", _words_measure(maker, column))
        high = _ink(callout, style, maker).height
        start = bands[-1].end + _BAND_GAP if bands else line
        bands.append(_Band(callout, style, start, text, ceil(high / maker.grid.pitch)))
    return bands


def _words(callout: TimeCallout) -> RichText:
    """Join title and text: the title is the bold lead-in."""
    lead = tuple(
        replace(part, bold=True) if isinstance(part, Words) else part for part in callout.title
    )
    return (*lead, Words(" "), *callout.text) if lead and callout.text else lead or callout.text


def _figure(callout: TimeCallout) -> RichText:
    return (Words(days(callout.days)),)


def _ink(callout: TimeCallout, style: str, maker: PageMaker) -> Rect:
    """Bound the ink of a figure, about the start of its baseline."""
    spans = maker.setter.line(_figure(callout), style).spans
    letters = tuple(span for span in spans if isinstance(span, LineSpan))
    bounds = ink_bounds(TextThing(None, 0.0, 0.0, letters), maker.setter.faces)
    assert bounds
    return bounds


def _are_narrow(bands: Sequence[_Band], maker: PageMaker, column: int) -> bool:
    """Say whether all figures stay clear of the words beside them."""
    room = maker.column(column) - maker.left - _FIGURE_CLEARANCE
    return all(_ink(band.callout, band.style, maker).width <= room for band in bands)


def _unit_place(band: _Band, maker: PageMaker, x: float) -> tuple[float, float]:
    """Stand the unit after its figure, to be read as one; over the words if it is too long."""
    start = maker.left + _ink(band.callout, band.style, maker).width + _UNIT_GAP
    width = maker.setter.line(band.callout.unit, "lead").width
    if start + width <= x - _UNIT_GAP:
        return start, maker.y(band.line + band.figure_lines)
    return x, maker.y(band.text_line - _UNIT_STEP)


# --------------------------------------------------------------------------- what they show


def _lay_bands(bands: Sequence[_Band], maker: PageMaker, column: int, hue: Hue) -> None:
    for band in bands:
        _lay_band(band, maker, maker.column(column), hue)


def _lay_band(band: _Band, maker: PageMaker, x: float, hue: Hue) -> None:
    """Lay figure and unit, which are one sentence, the words, and the track with its share."""
    callout = band.callout
    node = maker.node("P")
    at = (maker.left, maker.y(band.line + band.figure_lines))
    lay_display(maker, node, at, _figure(callout), band.style, role="display", ink=hue.full)
    maker.line(node, _unit_place(band, maker, x), callout.unit, "lead", ink=hue.full)
    if band.text.lines:
        maker.text(maker.node("P"), (x, maker.y(band.text_line)), band.text)
    if callout.share:
        at = (maker.left, maker.y(band.lowest + _TRACK_STEP))
        lay_share_bar(callout.portion, maker, hue, at, maker.layout.grid.columns)
        y = maker.y(band.lowest + _SHARE_STEP)
        maker.line(maker.node("P"), (maker.left, y), callout.share, "caption")


def _caption_line(block: TimeChart, maker: PageMaker) -> float:
    """The line on which captions start, so that the longest ends on the last of the page."""
    galleys = [_picture_caption(block, maker)]
    if block.remark:
        galleys.append(_remark(block, maker, _CAPTION_COLUMNS + 1))
    deepest = max(galley.drop for galley in galleys) / maker.grid.pitch
    return float(maker.layout.grid.lines - ceil(deepest))


def _picture_caption(block: TimeChart, maker: PageMaker) -> Galley:
    """Set the caption on a few columns beside the remark, or alone on all of them."""
    columns = _CAPTION_COLUMNS if block.remark else maker.layout.grid.columns
    return maker.set(block.picture_caption, "caption", maker.grid.columns(columns))


def _lay_picture(block: TimeChart, maker: PageMaker, top: float, foot: float) -> None:
    """Lay the picture from a height to a line, its sky cut before its ground; captions under it."""
    assert block.picture
    low = maker.y(foot)
    clip = Rect(maker.left, low, maker.grid.measure, top - low)
    node = maker.node("Figure", alt=block.picture.alt, origin=block.picture_origin)
    box = covering(clip, maker.proportion(block.picture.file))
    raised = box.moved(0.0, (clip.y - box.y) * _GROUND_KEPT)
    maker.put(ImageThing(node, block.picture.file, raised, clip))
    y = maker.y(foot + _CAPTION_STEP)
    maker.text(maker.node("P"), (maker.left, y), _picture_caption(block, maker))
    if block.remark:
        column = _CAPTION_COLUMNS + 1
        maker.text(maker.node("P"), (maker.column(column), y), _remark(block, maker, column))
