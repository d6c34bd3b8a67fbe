"""The core sample: the year's days as layers in proportion, a rule from each to its legend.

A legend is roomy where its layer is: figure, then label, words and sheets on lines of their own.
That of a thin layer is tight, and borrows height from its neighbours through a kinked rule.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, chain

from msgspec import Struct

from aula_reports.compose.blocks import DayLayer, DayShares
from aula_reports.compose.inline import RichText, Words, plain
from aula_reports.diagnostics import ContentOverflow
from aula_reports.french.numbers import pages_phrase
from aula_reports.geometry import Rect, mm, polyline
from aula_reports.model.layout import Alignment
from aula_reports.typeset.blocks.head import lay_title, opening_line
from aula_reports.typeset.blocks.hung import cap_top
from aula_reports.typeset.display import lay_display
from aula_reports.typeset.galley import Galley
from aula_reports.typeset.legend_slots import spread, turns
from aula_reports.typeset.maker import PageMaker
from aula_reports.typeset.page_numbers import lay_pages_of
from aula_reports.typeset.pages import Pen, ShapeThing, StrataThing

SAMPLE_LINES = 46
_SAMPLE_COLUMNS = 4
_FIGURE_COLUMN, _FIGURE_COLUMNS = 5, 3
_TEXT_COLUMN, _TEXT_COLUMNS = 8, 5
# The subtitle, in lines under the title.
_SUBTITLE = 1.5
_RULE_WEIGHT = 0.5
# The share of the gutter in which rules may turn: the last is kept off the figures.
_TURN = 0.85
# From a rule to the tops of the capitals and figures under it, and from the words to the next.
_HANG, _FOOT = mm(2.1), mm(2.8)
# Sizes of the figures, from the larger; the largest layer's, where it is at least so high.
_FIGURES = ("figure-layer", "figure-thin")
_LARGEST_FIGURE, _LARGEST_HEIGHT = "figure-fine", mm(24)
# What share of its height a layer must offer to a roomy legend.
_ROOMY = 0.45
_WORKS_GAP, _WORK_STEP = mm(9), mm(4.5)
# Where titles of works begin, and the least white between them and their days.
_WORK_INDENT, _WORK_SPACE = mm(9), mm(2)
# A word space, between the label and the words that run in after it.
_LEAD_SPACE = mm(0.65)
# Fill, strata and grain of what no axis counts, post after post: the stillest grains.
_POSTS = (
    *(("nuit-55", "nuit-30", 7), ("nuit-30", "nuit-6", 8)),
    *(("nuit-80", "nuit-55", 7), ("nuit-14", "nuit-30", 8)),
)
# The grains of axes, which begin again after the last.
_AXIS_GRAINS = 7
_POST_INK = "nuit-80"


class Legend(Struct, frozen=True):
    """A legend, set: figure, label, words; its ink, and the height that it cannot do without."""

    layer: DayLayer
    ink: str
    figure: str
    words: Galley | None
    runs_in: bool
    has_sheets: bool
    height: float


def lay_sample(block: DayShares, maker: PageMaker) -> None:
    """Lay head, sample, legends and note on the open page."""
    lay_title(block.head, maker, maker.layout.grid.columns)
    if block.subtitle:
        y = maker.y(maker.layout.stations.title + _SUBTITLE)
        maker.line(maker.node("P"), (maker.left, y), block.subtitle, "listed")
    if block.layers:
        _lay_layers(block, maker, _sample_box(maker))
    if block.note:
        galley = maker.set(block.note, "caption", maker.grid.measure)
        maker.text(maker.node("P"), (maker.left, maker.y(maker.layout.stations.note)), galley)


def _sample_box(maker: PageMaker) -> Rect:
    first = opening_line(maker)
    top = cap_top(maker, first)
    foot = maker.y(first + SAMPLE_LINES)
    return Rect(maker.left, foot, maker.grid.columns(_SAMPLE_COLUMNS), top - foot)


def _lay_layers(block: DayShares, maker: PageMaker, box: Rect) -> None:
    total = sum(layer.days for layer in block.layers) or 1.0
    heights = [box.height * layer.days / total for layer in block.layers]
    tops = [0.0, *accumulate(heights)][:-1]
    figure = maker.node("Figure", alt=block.alt)
    for thing in _strata(block.layers, maker, figure, box, heights):
        maker.put(thing)
    legends = _set_legends(block.layers, heights, maker, box.height)
    starts = spread(tops, [legend.height for legend in legends], box.height)
    _lay_rules(legends, maker, box, tops, starts)
    items = maker.node("L")
    for legend, start, end in zip(legends, starts, [*starts[1:], box.height], strict=True):
        body = maker.node("LBody", maker.node("LI", items))
        _lay_legend(legend, maker, body, box.top - start, end - start)


def _strata(
    layers: Sequence[DayLayer],
    maker: PageMaker,
    figure: int,
    box: Rect,
    heights: Sequence[float],
) -> Iterator[StrataThing]:
    top, posts = box.top, 0
    for number, (layer, height) in enumerate(zip(layers, heights, strict=True)):
        hue = maker.hue(layer.axis)
        look = (hue.full, hue.mid, number % _AXIS_GRAINS)
        if not layer.axis:
            look = _POSTS[posts % len(_POSTS)]
            posts += 1
        top -= height
        if height:
            yield StrataThing(figure, Rect(box.x, top, box.width, height), *look)


# --------------------------------------------------------------------------- setting legends


def _set_legends(
    layers: Sequence[DayLayer], heights: Sequence[float], maker: PageMaker, room: float
) -> list[Legend]:
    """Set legends as roomy as the sample allows; raises ContentOverflow where none fits.

    All figures have one size, but for that of the largest layer where it is high.
    """
    sizes = [_trials(layers, heights, maker, figure) for figure in _figures(layers, maker)]
    trials: Iterator[list[Legend]] = chain.from_iterable(zip(*sizes, strict=True))
    for legends in trials:
        if sum(legend.height for legend in legends) <= room:
            return legends
    raise ContentOverflow("les légendes de la répartition passent sa hauteur — les raccourcir")


def _figures(layers: Sequence[DayLayer], maker: PageMaker) -> Sequence[str]:
    """List the sizes in which all figures fit their columns, or else the smallest."""
    widest = maker.grid.columns(_FIGURE_COLUMNS)
    held = [
        style
        for style in _FIGURES
        if all(maker.setter.width(layer.figure, style) <= widest for layer in layers)
    ]
    return held or _FIGURES[-1:]


def _trials(
    layers: Sequence[DayLayer], heights: Sequence[float], maker: PageMaker, figure: str
) -> list[list[Legend]]:
    """Set all legends with figures of one size, in ways that take ever less height."""
    roomy = [_roomy(layer, maker, figure) for layer in layers]
    tight = [_tight(layer, maker, figure, has_sheets=True) for layer in layers]
    bare = [_tight(layer, maker, figure, has_sheets=False) for layer in layers]
    largest = heights.index(max(heights))
    widest = maker.grid.columns(_FIGURE_COLUMNS)
    width = maker.setter.width(layers[largest].figure, _LARGEST_FIGURE)
    if heights[largest] >= _LARGEST_HEIGHT and width <= widest:
        roomy[largest] = _roomy(layers[largest], maker, _LARGEST_FIGURE)
    mixed = [
        wide if height >= _ROOMY * wide.height else narrow
        for wide, narrow, height in zip(roomy, tight, heights, strict=True)
    ]
    alone = [*tight[:largest], mixed[largest], *tight[largest + 1 :]]
    return [mixed, alone, tight, bare]


def _ink(layer: DayLayer, maker: PageMaker) -> str:
    return maker.hue(layer.axis).full if layer.axis else _POST_INK


def _roomy(layer: DayLayer, maker: PageMaker, figure: str) -> Legend:
    words = _set_words(layer, maker, 0.0)
    lines = 1 + (len(words.lines) if words else 0) + (1 if layer.sheets else 0)
    tall = max(_words_height(maker, lines), maker.setter.cap_height(figure))
    return Legend(
        layer, _ink(layer, maker), figure, words, False, bool(layer.sheets), tall + _HANG + _FOOT
    )


def _tight(layer: DayLayer, maker: PageMaker, figure: str, *, has_sheets: bool) -> Legend:
    has_sheets = has_sheets and bool(layer.sheets)
    indent = maker.setter.width(_lead_in(layer), "small-bold") + _LEAD_SPACE
    words = _set_words(layer, maker, indent)
    lines = max(len(words.lines) if words else 1, 1) + (1 if has_sheets else 0)
    tall = max(_words_height(maker, lines), maker.setter.cap_height(figure))
    return Legend(layer, _ink(layer, maker), figure, words, True, has_sheets, tall + _HANG + _FOOT)


def _lead_in(layer: DayLayer) -> RichText:
    return (*layer.label, Words(",")) if layer.legend else layer.label


def _set_words(layer: DayLayer, maker: PageMaker, indent: float) -> Galley | None:
    if not layer.legend:
        return None
    measure = maker.grid.columns(_TEXT_COLUMNS)
    return maker.set(layer.legend, "small", measure, first_indent=indent)


def _words_height(maker: PageMaker, lines: int) -> float:
    """Height from the top of the first capitals to the last baseline."""
    leading = mm(maker.setter.style("small").leading_mm)
    return maker.setter.cap_height("small") + (lines - 1) * leading


# --------------------------------------------------------------------------- laying legends


def _lay_rules(
    legends: Sequence[Legend],
    maker: PageMaker,
    box: Rect,
    tops: Sequence[float],
    starts: Sequence[float],
) -> None:
    """Lay a rule from each layer's upper edge to its legend, turning in the gutter."""
    gutter = maker.column(_FIGURE_COLUMN) - box.right
    right = maker.left + maker.grid.measure
    for legend, top, start, share in zip(legends, tops, starts, turns(tops, starts), strict=True):
        x, high, low = box.right + share * gutter * _TURN, box.top - top, box.top - start
        points = ((box.right, high), (x, high), (x, low), (right, low))
        path = polyline(points if share else ((box.right, high), (right, high)))
        maker.put(ShapeThing(None, path, pen=Pen(legend.ink, _RULE_WEIGHT)))


def _lay_legend(legend: Legend, maker: PageMaker, body: int, top: float, height: float) -> None:
    """Lay figure and words down from a rule; the longest works where there is height for them."""
    layer, ink = legend.layer, legend.ink
    top -= _HANG
    base = top - maker.setter.cap_height(legend.figure)
    at = (maker.column(_FIGURE_COLUMN), base)
    lay_display(maker, maker.node("P", body), at, layer.figure, legend.figure, ink=ink)
    y = _lay_words(legend, maker, body, top - maker.setter.cap_height("small"))
    if legend.has_sheets:
        _lay_sheets(legend, maker, body, y)
        y -= mm(maker.setter.style("small").leading_mm)
    used = top + _HANG - y
    if layer.largest:
        _lay_works(legend, maker, body, y, height - used)


def _lay_words(legend: Legend, maker: PageMaker, body: int, y: float) -> float:
    layer, x = legend.layer, maker.column(_TEXT_COLUMN)
    node = maker.node("P", body)
    label = _lead_in(layer) if legend.runs_in else layer.label
    maker.line(node, (x, y), label, "small-bold", ink=legend.ink)
    if legend.words is None or not legend.runs_in:
        y -= mm(maker.setter.style("small").leading_mm)
    return maker.text(node, (x, y), legend.words) if legend.words else y


def _lay_sheets(legend: Legend, maker: PageMaker, body: int, y: float) -> None:
    """Lay the number of sheets, with their pages once they are known."""
    node, at = maker.node("P", body), (maker.column(_TEXT_COLUMN), y)
    layer, style = legend.layer, "small-soft"
    if not layer.part:
        maker.line(node, at, layer.sheets, style)
        return

    def with_pages(pages: tuple[int, int]) -> str:
        return f"{plain(layer.sheets)}, {pages_phrase(pages)}"

    lay_pages_of(maker, node, layer.part, at, style, words=with_pages, align=Alignment.RAGGED)


def _lay_works(legend: Legend, maker: PageMaker, body: int, y: float, height: float) -> None:
    """Name the longest works of the layer, as many as its height holds."""
    layer, x = legend.layer, maker.column(_TEXT_COLUMN)
    y -= _WORKS_GAP - mm(maker.setter.style("small").leading_mm)
    left = height - _WORKS_GAP - _FOOT
    widest = max(maker.setter.width(figure, "small-bold") for figure, _ in layer.largest)
    indent = max(_WORK_INDENT, widest + _WORK_SPACE)
    measure = maker.grid.columns(_TEXT_COLUMNS) - indent
    rows = [(figure, maker.set(title, "small", measure)) for figure, title in layer.largest]
    held = list(accumulate(galley.height for _, galley in rows))
    rows = [row for row, depth in zip(rows, held, strict=True) if depth + _WORK_STEP <= left]
    if not rows:
        return
    maker.line(maker.node("P", body), (x, y), layer.largest_title, "caption")
    items = maker.node("L", body)
    y -= _WORK_STEP
    for figure, galley in rows:
        node = maker.node("LBody", maker.node("LI", items))
        maker.line(node, (x, y), figure, "small-bold", ink=legend.ink)
        y = maker.text(node, (x + indent, y), galley)
        y -= _WORK_STEP - galley.leading
