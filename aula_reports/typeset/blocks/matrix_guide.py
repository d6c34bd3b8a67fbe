"""How to read the matrices: a text beside a small ring, then the signs, one row each."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from aula_reports.compose.blocks import MatrixGuide, SignLine
from aula_reports.compose.inline import Words
from aula_reports.geometry import mm
from aula_reports.model.layout import Alignment
from aula_reports.typeset.blocks.head import lay_head, open_plain_page
from aula_reports.typeset.blocks.matrix_legend import legend_kind
from aula_reports.typeset.blocks.missions import lay_small_ring
from aula_reports.typeset.maker import PageMaker
from aula_reports.typeset.prose import Column, height_of, lay_columns, set_prose

_STANDFIRST_LINE = 12
_TEXT_LINE = 18
_TEXT_COLUMNS = 7
_RING_LINE = 23.5
_KEY_LINE = 32
_KEY_RULE = 30
_SIGN_LINE = 35
_SIGN_STEP = 3.5
_RULE_ABOVE = mm(6.4)
_MARK = mm(9)


def lay_matrix_guide(block: MatrixGuide, maker: PageMaker) -> None:
    open_plain_page(maker)
    lay_head(block.head, maker)
    if block.standfirst:
        galley = maker.set(block.standfirst, "standfirst", maker.grid.columns(11))
        maker.text(maker.node("P"), (maker.left, maker.y(_STANDFIRST_LINE)), galley)
    lines = set_prose(maker, block.prose, maker.grid.columns(_TEXT_COLUMNS))
    height = ceil(height_of(lines))
    lay_columns(maker, [Column(lines, maker.left, _TEXT_LINE, _TEXT_LINE + height - 1)])
    if block.ring:
        right = maker.left + maker.grid.measure
        lay_small_ring(block.ring, maker, right, _RING_LINE)
    shift = max(0.0, height + _TEXT_LINE + 1 - _KEY_RULE)
    _lay_key(block, maker, shift)


def _lay_key(block: MatrixGuide, maker: PageMaker, shift: float) -> None:
    measure = maker.grid.measure
    maker.rule(maker.left, maker.y(_KEY_RULE + shift), measure)
    y = maker.y(_KEY_LINE + shift)
    maker.line(maker.node("H2"), (maker.left, y), block.key_title, "section-title")
    if any(sign.share for sign in block.signs):
        for column, words in ((10, block.count_label), (12, block.share_label)):
            right = maker.column(column) + maker.grid.columns(1)
            maker.line(maker.node("P"), (right, y), words, "caption", align=Alignment.RIGHT)
    _lay_signs(block.signs, maker, _SIGN_LINE + shift)


def _lay_signs(signs: Sequence[SignLine], maker: PageMaker, line: float) -> None:
    table = maker.node("L")
    for number, sign in enumerate(signs):
        _lay_sign(sign, maker, table, line + number * _SIGN_STEP)
    y = maker.y(line + len(signs) * _SIGN_STEP) + _RULE_ABOVE
    maker.rule(maker.left, y, maker.grid.measure)


def _lay_sign(sign: SignLine, maker: PageMaker, table: int, line: float) -> None:
    y = maker.y(line)
    maker.rule(maker.left, y + _RULE_ABOVE, maker.grid.measure, weight=0.35, ink="nuit-30")
    maker.mark(None, legend_kind(sign.entry), maker.left, y + mm(3.2) - _MARK, _MARK)
    x = maker.column(2) + mm(3)
    body = maker.node("LBody", maker.node("LI", table))
    maker.line(maker.node("P", body), (x, y), sign.entry.label, "person")
    maker.line(maker.node("P", body), (x, y - maker.grid.pitch), sign.sentence, "text-small")
    base = y - maker.grid.pitch * 0.75
    for column, text, style in ((10, sign.count, "count"), (12, sign.share, "figure")):
        if text:
            right = maker.column(column) + maker.grid.columns(1)
            words = (Words(text),)
            maker.line(maker.node("P", body), (right, base), words, style, align=Alignment.RIGHT)
