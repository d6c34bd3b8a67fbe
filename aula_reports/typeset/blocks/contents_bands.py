"""The contents as bands: as many equal bands as there are parts, shared out over a spread.

The title takes the place of a first band, so that the rules of facing pages register; a numeral
stands on the station of the page titles. Bands are of the usual height where the parts are few,
lower where they are many, and higher where one of them holds more than usual. Page numbers are
left late.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from msgspec import Struct

from aula_reports.compose.blocks import ContentsBand, ContentsBands, ContentsEntry
from aula_reports.compose.inline import Words, plain
from aula_reports.diagnostics import ContentOverflow
from aula_reports.geometry import Rect, covering, mm
from aula_reports.model.pages import Picture
from aula_reports.typeset.blocks.head import lay_title, open_plain_page
from aula_reports.typeset.blocks.hung import cap_top, hang_rule, set_on_grid
from aula_reports.typeset.display import lay_display
from aula_reports.typeset.galley import Galley
from aula_reports.typeset.maker import PageMaker
from aula_reports.typeset.page_numbers import lay_page_of, lay_pages_of
from aula_reports.typeset.pages import ImageThing, LinkThing

_USUAL_HEIGHT = 11
# No band is lower: a numeral, its rule, and white under it.
_LOWEST = 6
# Lines of a band, from its top: rule, title, numeral with what is under the title, picture.
_RULE, _TITLE, _NUMERAL, _PICTURE = 1, 2, 4, 4
# With its rule at the height of capitals on the first line.
_HIGHEST = 0.27 - _RULE
_TITLE_STEP = 1.5
_CHILD_STEP = 1.5
_UNDER_DETAIL = 0.5
_PICTURE_LINES, _LEAST_PICTURE = 6, 3
_TEXT_COLUMN = 4
_PICTURE_COLUMN = 10
# The part of what is cut off a picture that lies below what is kept.
_CUT_BELOW = 0.58
_LABEL_GAP = mm(1.8)
# From the baseline of an entry to the hair rule under it.
_CHILD_RULE = mm(2)
_ZONE_DROP = 0.4
_SOFT = "nuit-80"


class _Body(Struct, frozen=True):
    """A band's set text: `first` is the line under its title; `last` its last line of all."""

    band: ContentsBand
    title: Galley
    detail: Galley
    children: tuple[Galley, ...]
    first: int
    last: float


class _Plan(Struct, frozen=True):
    """How many places a page has, the title's included, and how high they are, in lines."""

    a_page: int
    height: int


def lay_contents_bands(block: ContentsBands, maker: PageMaker) -> None:
    """Lay the title and all bands; a book without parts has no contents."""
    bodies = [_body(band, maker) for band in block.bands]
    if not bodies:
        return
    plan = _plan(bodies, maker)
    if plan.a_page <= len(bodies) and maker.next_is_recto:
        maker.open_page("blank")  # bands over a spread start on its verso
    toc = 0
    for place, body in enumerate((None, *bodies)):
        if place % plan.a_page == 0:
            open_plain_page(maker)
        if body is None:
            lay_title(block.head, maker)
            toc = maker.node("TOC")
            continue
        top = _origin(maker) + place % plan.a_page * plan.height
        _lay_band(body, top, plan, toc, maker)


def _origin(maker: PageMaker) -> float:
    """The line from which bands are counted: a numeral stands on the title's station, unless its
    rule would leave the type area.
    """
    return float(max(maker.layout.stations.title - _NUMERAL, _HIGHEST))


# ------------------------------------------------------------------------------ the plan


def _plan(bodies: list[_Body], maker: PageMaker) -> _Plan:
    """Take one page if bands are few, else a spread, else further spreads."""
    room = int(maker.layout.grid.lines - _origin(maker))
    needed = max(map(_needed, bodies))
    places = len(bodies) + 1
    usual = max(_USUAL_HEIGHT, needed)
    if places * usual <= room:
        return _Plan(places, usual)
    for pages in range(2, places + 2, 2):
        a_page = -(-places // pages)
        height = max(min(_USUAL_HEIGHT, room // a_page), needed)
        if a_page * height <= room:
            return _Plan(a_page, height)
    longest = plain(max(bodies, key=_needed).band.title)
    raise ContentOverflow(f"sommaire : « {longest} » a trop d’entrées pour une page")


def _needed(body: _Body) -> int:
    picture = _PICTURE + _LEAST_PICTURE if body.band.picture else 0
    return max(ceil(body.last) + 1, picture + 1, _LOWEST)


def _body(band: ContentsBand, maker: PageMaker) -> _Body:
    """Set the text of a band: title, then label and detail or children."""
    title = _set_title(band, maker)
    under = _TITLE + (len(title.lines) - 1) * _TITLE_STEP + 1
    first = max(ceil(under), _NUMERAL)
    measure = maker.grid.columns(5 if band.picture else 6)
    detail = set_on_grid(maker, band.detail, "band-detail", measure)
    has_label = bool(band.label or band.figures)
    rows = len(detail.lines) + has_label
    children = tuple(
        set_on_grid(maker, child.title, "small", maker.grid.columns(7)) for child in band.children
    )
    last = first + rows + _children_height(children, rows) - 1
    return _Body(band, title, detail, children, first, max(last, _NUMERAL))


def _set_title(band: ContentsBand, maker: PageMaker) -> Galley:
    """Set a title on seven columns, or, where it needs several lines beside a picture, on six."""
    title = maker.set(band.title, "band-title", maker.grid.columns(7))
    if band.picture and len(title.lines) > 1:
        return maker.set(band.title, "band-title", maker.grid.columns(6))
    return title


def _children_height(children: tuple[Galley, ...], rows: int) -> float:
    """Count the lines of a band's entries, with the white under rows of detail before them."""
    white = _UNDER_DETAIL if children and rows else 0.0
    return white + sum(len(child.lines) - 1 + _CHILD_STEP for child in children)


# ------------------------------------------------------------------------------ a band


def _lay_band(body: _Body, top: float, plan: _Plan, toc: int, maker: PageMaker) -> None:
    band, item = body.band, maker.node("TOCI", toc)
    hue = maker.hue(band.axis).full
    hang_rule(maker, maker.left, cap_top(maker, top + _RULE), maker.grid.measure, hue)
    link = maker.contents_link(item)
    numeral = maker.y(top + _NUMERAL)
    lay_display(maker, link, (maker.left, numeral), (Words(band.numeral),), "figure-fine", ink=hue)
    x, y = maker.column(_TEXT_COLUMN), maker.y(top + _TITLE)
    below = maker.text(link, (x, y), body.title) + body.title.leading
    right = maker.left + maker.grid.measure
    lay_pages_of(maker, link, band.part, (right, y), "band-pages")
    foot = min(below, numeral) - _ZONE_DROP * maker.grid.pitch
    zone = Rect(maker.left, foot, maker.grid.measure, cap_top(maker, top + _RULE) - foot)
    maker.put(LinkThing(link, zone, f"#{band.anchor}", plain(band.title)))
    line = _lay_detail(body, top + body.first, item, maker)
    _lay_children(body, top, line, item, maker)
    if band.picture:
        _lay_picture(band.picture, top, min(_PICTURE_LINES, plan.height - _PICTURE - 1), maker)


def _lay_detail(body: _Body, line: float, item: int, maker: PageMaker) -> float:
    """Lay the label with its figures, then the detail; return the line that follows."""
    band, x = body.band, maker.column(_TEXT_COLUMN)
    if band.label or band.figures:
        node, start, y = maker.node("P", item), x, maker.y(line)
        if band.label:
            ink = maker.hue(band.axis).full
            start += maker.line(node, (x, y), band.label, "small-bold", ink=ink) + _LABEL_GAP
        if band.figures:
            maker.line(node, (start, y), band.figures, "small", ink=_SOFT)
        line += 1
    if body.detail.lines:
        ink = "" if band.label else _SOFT
        maker.text(maker.node("P", item), (x, maker.y(line)), body.detail, ink=ink)
    return line + len(body.detail.lines)


def _lay_children(body: _Body, top: float, line: float, item: int, maker: PageMaker) -> None:
    """Lay the entries of a band between hair rules, a list in the list."""
    if not body.children:
        return
    toc = maker.node("TOC", item)
    if line > top + body.first:
        line += _UNDER_DETAIL
    for child, galley in zip(body.band.children, body.children, strict=True):
        _lay_child(child, galley, line, maker.node("TOCI", toc), maker)
        line += len(galley.lines) - 1 + _CHILD_STEP


def _lay_child(
    child: ContentsEntry, galley: Galley, line: float, item: int, maker: PageMaker
) -> None:
    x, y = maker.column(_TEXT_COLUMN), maker.y(line)
    right = maker.left + maker.grid.measure
    rule = y + maker.grid.pitch * _CHILD_STEP - _CHILD_RULE
    maker.rule(x, rule, right - x, weight=0.25, ink="nuit-30")
    link = maker.contents_link(item)
    maker.text(link, (x, y), galley)
    lay_page_of(maker, link, child.anchor, (right, y), "small-nuit")
    foot = y - galley.drop - _ZONE_DROP * maker.grid.pitch
    zone = Rect(x, foot, right - x, galley.height)
    maker.put(LinkThing(link, zone, f"#{child.anchor}", plain(child.title)))


def _lay_picture(picture: Picture, top: float, lines: int, maker: PageMaker) -> None:
    """Lay a piece of the part's plate, an artifact: the plate itself is described on its page."""
    x, width = maker.column(_PICTURE_COLUMN), maker.grid.columns(3)
    foot, head = maker.y(top + _PICTURE + lines), cap_top(maker, top + _PICTURE)
    clip = Rect(x, foot, width, head - foot)
    box = covering(clip, maker.proportion(picture.file), _CUT_BELOW)
    for file, mask in _layers(picture):
        maker.put(ImageThing(None, file, box, clip, mask))


def _layers(picture: Picture) -> Iterator[tuple[str, str]]:
    yield picture.file, "" if picture.foreground else picture.mask
    if picture.foreground:
        yield picture.foreground, picture.mask
