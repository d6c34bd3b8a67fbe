"""The editorial: a dark page where there is something to raise, and the text that faces it.

The text sits low: its two columns and the signature under the second end on the line of the
portrait's foot, and the white is above them. What one page does not hold runs on over others.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from msgspec import Struct

from aula_reports.compose.blocks import Editorial
from aula_reports.compose.inline import RichText
from aula_reports.diagnostics import ContentOverflow
from aula_reports.geometry import mm
from aula_reports.typeset.blocks.head import lay_title, open_plain_page
from aula_reports.typeset.blocks.hung import cap_top, hang_rule, set_on_grid
from aula_reports.typeset.blocks.night_page import PORTRAIT_FOOT, has_night_page, lay_night_page
from aula_reports.typeset.columns import RUN_ON_LINE
from aula_reports.typeset.flow import Entry, break_pages
from aula_reports.typeset.galley import Galley
from aula_reports.typeset.maker import PageMaker
from aula_reports.typeset.prose import Column, ProseLine, lay_columns, prose_entries, set_prose

_ABREAST = 2
_STANDFIRST_COLUMNS = 11
# From the station of the rule to the standfirst's first line, and from its last to the text.
_UNDER_TITLE = 1
_OVER_TEXT = 5
# The rule stands on this many lines above the text.
_RULE_RISE = 2
# Above the signature: blank lines, then the line of its rule and the one that the name needs.
_SIGNATURE_GAP = 2
_SIGNATURE_HEAD = 2
_HAIR = mm(0.18)


class _Signature(Struct, frozen=True):
    """Set lines, the name first; `height` counts the lines of the grid with the white above."""

    galleys: tuple[Galley, ...] = ()
    height: int = 0


class _Sharing(Struct, frozen=True):
    """Lines shared out over columns, two a page; the last page's are `height` lines high."""

    columns: list[range]
    height: int


def lay_editorial(block: Editorial, maker: PageMaker) -> None:
    """Lay the dark page, then the text over as many pages as it takes."""
    if has_night_page(block):
        lay_night_page(block, maker)
    open_plain_page(maker)
    lay_title(block.head, maker)
    lowest = _lay_standfirst(block.standfirst, maker)
    lines = set_prose(maker, block.prose, _measure(maker))
    signature = _set_signature(block.signature, maker)
    if lines or signature.galleys:
        _lay_text(lines, signature, lowest, maker)


def _measure(maker: PageMaker) -> float:
    return maker.grid.columns(maker.layout.grid.columns // _ABREAST)


def _column(maker: PageMaker, number: int) -> float:
    return maker.column(1 + number * (maker.layout.grid.columns // _ABREAST))


def _lay_standfirst(standfirst: RichText, maker: PageMaker) -> int:
    """Lay the standfirst and return the highest line on which the text may begin."""
    line = maker.layout.stations.rule
    galley = maker.set(standfirst, "lead", maker.grid.columns(_STANDFIRST_COLUMNS))
    if galley.lines:
        maker.text(maker.node("P"), (maker.left, maker.y(line + _UNDER_TITLE)), galley)
        line += _UNDER_TITLE + galley.drop / maker.grid.pitch
    return ceil(line + _OVER_TEXT)


# ------------------------------------------------------------------------------ the text


def _lay_text(
    lines: Sequence[ProseLine], signature: _Signature, lowest: int, maker: PageMaker
) -> None:
    last = maker.layout.grid.lines
    rooms = (last - lowest + 1, last - RUN_ON_LINE + 1)
    sharing = _share_out(lines, signature.height, rooms)
    pages = max(-(-len(sharing.columns) // _ABREAST), 1)
    first = _first_line(sharing.height, lowest, maker) if pages == 1 else lowest
    hang_rule(maker, maker.left, cap_top(maker, first - _RULE_RISE), maker.grid.measure)
    for page in range(pages):
        if page:
            open_plain_page(maker)
            first = RUN_ON_LINE
        feet = [last, last]
        if page == pages - 1:
            end = first + sharing.height - 1
            feet = [end, end - signature.height]
        parts = sharing.columns[page * _ABREAST : (page + 1) * _ABREAST]
        columns = [
            Column(lines[part.start : part.stop], _column(maker, side), first, feet[side])
            for side, part in enumerate(parts)
        ]
        lay_columns(maker, columns)
    _lay_signature(signature, first + sharing.height - signature.height, maker)


def _first_line(height: int, lowest: int, maker: PageMaker) -> int:
    """Find the line on which a text begins that ends with the portrait, or, if long, lower."""
    end = min(PORTRAIT_FOOT, maker.layout.grid.lines)
    return max(lowest, end - height + 1)


def _share_out(lines: Sequence[ProseLine], signed: int, rooms: tuple[int, int]) -> _Sharing:
    """Fill the fewest pages, then make the last one as low as its lines and signature allow."""
    entries = prose_entries(lines, 1.0)
    for page in range(len(lines) + 2):
        room = rooms[min(page, 1)]
        full = _columns(entries, page, rooms, (room, room - signed))
        if full is None:
            continue
        left = sum(map(len, full[page * _ABREAST :])) + signed
        for height in range(max(-(-left // _ABREAST), signed, 1), room):
            columns = _columns(entries, page, rooms, (height, height - signed))
            if columns is not None:
                return _Sharing(columns, height)
        return _Sharing(full, room)
    raise ContentOverflow("l’éditorial ne tient pas sur ses pages — raccourcir la signature")


def _columns(
    entries: Sequence[Entry], page: int, rooms: tuple[int, int], last: tuple[int, int]
) -> list[range] | None:
    """Share entries out over pages of which one, from 0, is the last; None where it is too small.

    `last` are the heights of its two columns.
    """
    heights = [rooms[min(number, 1)] for number in range(page) for _ in range(_ABREAST)]
    heights += last
    try:
        columns = break_pages(
            entries,
            lambda number: float(heights[number]) if number < len(heights) else 0.0,
            last_white=0.0,
        )
    except ContentOverflow:
        return None
    return columns if len(columns) <= len(heights) else None


# ------------------------------------------------------------------------------ the signature


def _set_signature(texts: Sequence[RichText], maker: PageMaker) -> _Signature:
    if not texts:
        return _Signature()
    name = maker.set(texts[0], "signature", _measure(maker))
    others = [set_on_grid(maker, text, "small-nuit", _measure(maker)) for text in texts[1:]]
    height = name.drop + sum(galley.height for galley in others)
    lines = -(-height // maker.grid.pitch)
    return _Signature((name, *others), _SIGNATURE_GAP + _SIGNATURE_HEAD + int(lines) + 1)


def _lay_signature(signature: _Signature, line: int, maker: PageMaker) -> None:
    """Lay rule, name and quality in the second column; `line` is the first of its white."""
    if not signature.galleys:
        return
    x, top = _column(maker, 1), line + _SIGNATURE_GAP
    maker.rule(x, cap_top(maker, top) - _HAIR / 2, _measure(maker), weight=_HAIR)
    name, *others = signature.galleys
    # Counted from the last line upwards, which stands on the grid.
    y = maker.y(line + signature.height - 1) + sum(galley.height for galley in others)
    maker.text(maker.node("P"), (x, y + name.drop), name)
    y -= maker.grid.pitch
    for galley in others:
        y = maker.text(maker.node("P"), (x, y), galley)
