"""The margin of an action sheet: the time with its bar, the deliverables, the QR codes."""

from __future__ import annotations

from msgspec import Struct

from aula_reports.compose.blocks import QrCode, Sheet, TimeSpent
from aula_reports.compose.inline import RichText, Words, plain
from aula_reports.geometry import Rect, mm, rectangle
from aula_reports.typeset.display import lay_display
from aula_reports.typeset.furniture import Hue
from aula_reports.typeset.galley import Galley
from aula_reports.typeset.maker import PageMaker
from aula_reports.typeset.pages import LinkThing, QrThing, ShapeThing

MARGIN_COLUMNS = 4
_CODE_COLUMNS = 2
# Lines, from the first of the margin: the figure's baseline, the bar, the words under it.
_FIGURE = 3.9
_BAR = 4.8
_CAPTION = 5.9
_TIME_HEIGHT = 6.1
_NO_TIME_HEIGHT = 2.0
_GAP = 1.5
_UNIT_GAP = mm(2)
_TRACK, _BAR_WEIGHT = mm(0.6), mm(1.6)
_ITEM_INDENT = mm(3.5)
_ITEM_GAP = mm(0.6)
_LABEL_TO_ITEMS = 1.0
_QUOTE_INDENT = mm(4)
# Lines between what stands in the margin and a raised sentence under it.
QUOTE_GAP = 2.5


class SheetMargin(Struct, frozen=True):
    """The margin, set; `height` in lines from the first baseline's line."""

    sheet: Sheet
    shared: Galley | None
    items: tuple[Galley, ...]
    captions: tuple[Galley, ...]
    quote: Galley
    height: float


def set_margin(sheet: Sheet, maker: PageMaker) -> SheetMargin:
    """Set what stands in the margin of a sheet, and measure it."""
    width = maker.grid.columns(MARGIN_COLUMNS)
    shared = None
    if sheet.time and sheet.time.shared:
        shared = maker.set(sheet.time.shared, "caption", width)
    items = tuple(maker.set(item, "small", width - _ITEM_INDENT) for item in sheet.deliverables)
    beside = maker.grid.columns(_CODE_COLUMNS)
    captions = tuple(maker.set(code.caption, "small-nuit", beside) for code in sheet.codes)
    heights = [_time_height(sheet.time, shared, maker)]
    if items:
        heights.append(_items_height(items, maker))
    heights += [_code_height(galley, maker) for galley in captions]
    height = sum(heights) + _GAP * max(len(heights) - 1, 0)
    quote = maker.set(sheet.quote, "quote", width - _QUOTE_INDENT)
    return SheetMargin(sheet, shared, items, captions, quote, height)


def _time_height(time: TimeSpent | None, shared: Galley | None, maker: PageMaker) -> float:
    if time is None:
        return _NO_TIME_HEIGHT
    return _TIME_HEIGHT + (shared.height / maker.grid.pitch if shared else 0.0)


def _items_height(items: tuple[Galley, ...], maker: PageMaker) -> float:
    inside = sum(galley.height + _ITEM_GAP for galley in items) / maker.grid.pitch
    return _LABEL_TO_ITEMS + inside


def _code_height(caption: Galley, maker: PageMaker) -> float:
    return max(maker.grid.columns(_CODE_COLUMNS), caption.height) / maker.grid.pitch


def lay_margin(margin: SheetMargin, maker: PageMaker, hue: Hue, line: float) -> None:
    """Lay the margin downwards; its first baseline is one line under `line`."""
    if margin.sheet.time:
        _lay_time(margin, margin.sheet.time, maker, hue, line)
    else:
        _lay_label(margin.sheet.time_label, maker, hue, line)
        at = (maker.left, maker.y(line + 2))
        maker.line(maker.node("P"), at, margin.sheet.no_time, "chart-missing")
    line += _time_height(margin.sheet.time, margin.shared, maker) + _GAP
    if margin.items:
        _lay_items(margin, maker, hue, line)
        line += _items_height(margin.items, maker) + _GAP
    for code, galley in zip(margin.sheet.codes, margin.captions, strict=True):
        _lay_code(code, galley, maker, line)
        line += _code_height(galley, maker) + _GAP


def _lay_label(label: RichText, maker: PageMaker, hue: Hue, line: float) -> None:
    at = (maker.left, maker.y(line + 1))
    maker.line(maker.node("H3"), at, label, "caps-label", ink=hue.full)


def _lay_time(
    margin: SheetMargin, time: TimeSpent, maker: PageMaker, hue: Hue, line: float
) -> None:
    _lay_label(margin.sheet.time_label, maker, hue, line)
    node = maker.node("P")
    y = maker.y(line + 1 + _FIGURE)
    width = lay_display(maker, node, (maker.left, y), time.figure, "figure-large", ink=hue.full)
    maker.line(node, (maker.left + width + _UNIT_GAP, y), time.unit, "unit")
    lay_share_bar(time.share, maker, hue, (maker.left, maker.y(line + 1 + _BAR)), MARGIN_COLUMNS)
    y = maker.y(line + 1 + _CAPTION)
    if time.caption:
        maker.line(maker.node("P"), (maker.left, y), time.caption, "caption")
    if margin.shared:
        leading = margin.shared.leading
        maker.text(maker.node("P"), (maker.left, y - leading), margin.shared)


def lay_share_bar(
    share: float, maker: PageMaker, hue: Hue, at: tuple[float, float], columns: int
) -> None:
    """Lay a bar on its track, which is the whole: an artifact, as the words beside it say it."""
    x, y = at
    width = maker.grid.columns(columns)
    maker.rule(x, y, width, weight=_TRACK, ink=hue.pale)
    bar = Rect(x, y - _BAR_WEIGHT / 2, width * min(share, 1.0), _BAR_WEIGHT)
    maker.put(ShapeThing(None, rectangle(bar), fill=hue.full))


def _lay_items(margin: SheetMargin, maker: PageMaker, hue: Hue, line: float) -> None:
    _lay_label(margin.sheet.deliverables_label, maker, hue, line)
    items = maker.node("L", list_numbering="Disc")
    y = maker.y(line + 1 + _LABEL_TO_ITEMS)
    for galley in margin.items:
        item = maker.node("LI", items)
        maker.line(maker.node("Lbl", item), (maker.left, y), (Words("–"),), "small")
        body = maker.node("LBody", item)
        y = maker.text(body, (maker.left + _ITEM_INDENT, y), galley) - _ITEM_GAP


def _lay_code(code: QrCode, caption: Galley, maker: PageMaker, line: float) -> None:
    """Lay a code with its caption at its foot; both are live, and lead to its address."""
    size = maker.grid.columns(_CODE_COLUMNS)
    top = maker.y(line + 1) + maker.setter.cap_height("caps-label")
    figure = maker.node("Figure", alt=code.alt)
    maker.put(QrThing(figure, code.address, maker.left, top - size, size))
    x = maker.column(1 + _CODE_COLUMNS)
    y = top - size + caption.drop
    link = maker.node("Link", maker.node("P"))
    maker.text(link, (x, y), caption)
    zone = Rect(maker.left, top - size, maker.grid.columns(MARGIN_COLUMNS), size)
    maker.put(LinkThing(link, zone, code.address, plain(code.caption)))


def lay_quote(margin: SheetMargin, maker: PageMaker, hue: Hue, line: float, lines: int) -> bool:
    """Raise a sentence of a text of several pages in the margin: an artifact, as it repeats.

    Only beside at least as many lines of text, or another sheet might be under it; say whether
    it was laid.
    """
    galley = margin.quote
    if not galley.lines or galley.height > lines * maker.grid.pitch:
        return False
    maker.text(None, (maker.left, maker.y(line + 1)), galley, ink=hue.full)
    return True
