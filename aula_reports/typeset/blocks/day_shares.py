"""The days of the year on two facing pages: a core sample, and the list that says it in words."""

from __future__ import annotations

from math import ceil

from msgspec import Struct

from aula_reports.compose.blocks import DayLine, DayShares
from aula_reports.compose.inline import RichText, Words, plain, restyled
from aula_reports.diagnostics import ContentOverflow
from aula_reports.geometry import Rect, mm
from aula_reports.model.layout import Alignment
from aula_reports.typeset.blocks.day_sample import SAMPLE_LINES, lay_sample
from aula_reports.typeset.blocks.head import open_plain_page, opening_line
from aula_reports.typeset.blocks.hung import cap_top, hang_rule
from aula_reports.typeset.display import lay_display
from aula_reports.typeset.galley import Galley
from aula_reports.typeset.maker import PageMaker
from aula_reports.typeset.pages import LinkThing

_TEXT_COLUMN, _TEXT_COLUMNS = 5, 8
_TITLE_COLUMN, _TITLE_COLUMNS = 6, 5
# Lines: the standfirst's last over the first rule, from a list's last baseline to the next rule.
_STANDFIRST_FOOT = 2.0
_BAND_GAP = 2.0
# White between two axes of the list, in lines, as wide as the page bears.
_ROW_GAPS = (2.0, 1.5, 1.0, 0.75, 0.5)
# Under this white, rules are too near for large numerals.
_LARGE_NUMERALS = 1.0
_UNIT_GAP = mm(1)


class _Total(Struct, frozen=True):
    """A size of the total, in lines: from its rule to its baseline, from there to its caption,
    and how far the caption stands under the foot of the sample.
    """

    style: str
    height: float
    caption: float = 2.0
    under: float = 0.0


_TOTALS = (
    _Total("figure-total", 11.0),
    _Total("figure-share", 8.5),
    _Total("figure-large", 5.5),
    _Total("figure-layer", 2.5, caption=1.5, under=2.0),
)


def lay_day_shares(block: DayShares, maker: PageMaker) -> None:
    open_plain_page(maker)
    lay_sample(block, maker)
    open_plain_page(maker)
    page = _fitted(block, maker)
    _lay_standfirst(page, maker)
    line = page.first
    if page.rows:
        line = _lay_axes(block, page, maker)
    if page.posts:
        _lay_posts(block, page, maker, line)
    _lay_total(block, page, maker)


class _Page(Struct, frozen=True):
    """The facing page, set: what stands on it, its first rule's line, its white and its total."""

    standfirst: Galley | None
    rows: tuple[Galley, ...]
    posts: tuple[Galley, ...]
    first: float
    gap: float
    total: _Total
    total_base: float

    @property
    def total_rule(self) -> float:
        return self.total_base - self.total.height


def _fitted(block: DayShares, maker: PageMaker) -> _Page:
    """Choose the widest white and the largest total that the page holds.

    Raises ContentOverflow where even the least of both leave no room.
    """
    titles = maker.grid.columns(_TITLE_COLUMNS)
    rows = tuple(maker.set(line.title, "listed", titles) for line in block.lines)
    posts = tuple(_set_posts(block, maker))
    standfirst = _set_standfirst(block, maker)
    first = _first_rule(standfirst, maker)
    foot = opening_line(maker) + SAMPLE_LINES
    for total in _totals(block, maker):
        base = foot + total.under - total.caption
        for gap in _ROW_GAPS:
            page = _Page(standfirst, rows, posts, first, gap, total, base)
            if _posts_end(page, _axes_end(page)) <= page.total_rule:
                return page
    raise ContentOverflow(
        "la page de la répartition est pleine — raccourcir le chapô ou les paragraphes des postes"
    )


def _totals(block: DayShares, maker: PageMaker) -> list[_Total]:
    """List the sizes in which the total fits its columns."""
    measure = maker.grid.columns(_TEXT_COLUMNS)
    held = [size for size in _TOTALS if maker.setter.width(block.total, size.style) <= measure]
    return held or list(_TOTALS[-1:])


def _axes_end(page: _Page) -> float:
    """Give the line of the rule after the list of axes, a whole one."""
    if not page.rows:
        return page.first
    lines = sum(len(galley.lines) for galley in page.rows)
    return page.first + ceil(lines + page.gap * (len(page.rows) - 1) + _BAND_GAP)


def _posts_end(page: _Page, line: float) -> float:
    """Give the first line that is free for the total's rule after the posts."""
    if not page.posts:
        return line
    return line + sum(len(galley.lines) for galley in page.posts) + _BAND_GAP


# --------------------------------------------------------------------------- standfirst


def _set_standfirst(block: DayShares, maker: PageMaker) -> Galley | None:
    if not block.standfirst:
        return None
    return maker.set(block.standfirst, "lead", maker.grid.columns(_TEXT_COLUMNS))


def _first_rule(standfirst: Galley | None, maker: PageMaker) -> float:
    """The sample's first line, unless the standfirst is too long to stand over it."""
    first = opening_line(maker)
    if standfirst is None:
        return first
    return max(first, ceil(standfirst.drop / maker.grid.pitch + _STANDFIRST_FOOT))


def _lay_standfirst(page: _Page, maker: PageMaker) -> None:
    if page.standfirst is None:
        return
    line = page.first - _STANDFIRST_FOOT - page.standfirst.drop / maker.grid.pitch
    at = (maker.column(_TEXT_COLUMN), maker.y(line))
    maker.text(maker.node("P"), at, page.standfirst)


# --------------------------------------------------------------------------- bands


def _open_band(title: RichText, maker: PageMaker, line: float) -> None:
    """Lay a heavy rule, its top at the capitals of its line, and the label under it."""
    hang_rule(maker, maker.left, cap_top(maker, line), maker.grid.measure)
    maker.line(maker.node("H2"), (maker.left, maker.y(line + 1)), title, "caps-label")


def _lay_axes(block: DayShares, page: _Page, maker: PageMaker) -> float:
    """Lay the list of axes; return the line of the rule after it."""
    _open_band(block.lines_title, maker, page.first)
    items = maker.node("L", list_numbering="Decimal")
    line = page.first + 1
    for number, (entry, galley) in enumerate(zip(block.lines, page.rows, strict=True)):
        if number:
            _lay_hairline(maker, line, page.gap)
        style = "list-numeral" if page.gap >= _LARGE_NUMERALS else "listed-figure"
        _lay_row(entry, galley, maker, items, line, style)
        line += len(galley.lines) + page.gap
    return _axes_end(page)


def _lay_hairline(maker: PageMaker, line: float, gap: float) -> None:
    """Part two axes half way between the words above and the capitals below."""
    y = maker.y(line - (gap + 1) / 2 - 0.05)
    x = maker.column(_TEXT_COLUMN)
    maker.rule(x, y, maker.grid.columns(_TEXT_COLUMNS), weight=0.25, ink="nuit-30")


def _lay_row(
    entry: DayLine, galley: Galley, maker: PageMaker, items: int, line: float, style: str
) -> None:
    y, ink = maker.y(line), maker.hue(entry.axis).full
    item = maker.node("LI", items)
    numeral = (Words(entry.numeral),)
    label = maker.node("Lbl", item)
    maker.line(label, (maker.column(_TEXT_COLUMN), y), numeral, style, ink=ink)
    body = maker.node("LBody", item)
    node = maker.node("Link", body) if entry.anchor else body
    x, right = maker.column(_TITLE_COLUMN), maker.left + maker.grid.measure
    maker.text(node, (x, y), galley)
    width = maker.line(node, (right, y), entry.unit, "caption", align=Alignment.RIGHT)
    end = (right - width - _UNIT_GAP, y)
    maker.line(node, end, entry.figure, "listed-figure", align=Alignment.RIGHT, ink=ink)
    if entry.anchor:
        foot = y - galley.drop - mm(1)
        zone = Rect(x, foot, right - x, y + mm(3) - foot)
        maker.put(LinkThing(node, zone, f"#{entry.anchor}", plain(entry.title)))


# --------------------------------------------------------------------------- posts, total


def _set_posts(block: DayShares, maker: PageMaker) -> list[Galley]:
    indent = mm(maker.setter.style("body").indent_mm)
    measure = maker.grid.columns(_TEXT_COLUMNS)
    galleys = []
    for number, post in enumerate(block.posts):
        name = restyled(post.name, "post-name")
        text = (*name, Words(" "), *post.text) if post.text else name
        galleys.append(maker.set(text, "body", measure, first_indent=indent if number else 0.0))
    return galleys


def _lay_posts(block: DayShares, page: _Page, maker: PageMaker, line: float) -> None:
    _open_band(block.posts_title, maker, line)
    y = maker.y(line + 1)
    for galley in page.posts:
        y = maker.text(maker.node("P"), (maker.column(_TEXT_COLUMN), y), galley)


def _lay_total(block: DayShares, page: _Page, maker: PageMaker) -> None:
    """Lay the total, its caption on the line of the sample's foot where it can be."""
    _open_band(block.total_title, maker, page.total_rule)
    base = page.total_base
    x, node = maker.column(_TEXT_COLUMN), maker.node("P")
    lay_display(maker, node, (x, maker.y(base)), block.total, page.total.style, ink="nuit")
    maker.line(node, (x, maker.y(base + page.total.caption)), block.total_caption, "listed")
