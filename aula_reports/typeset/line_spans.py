"""Pieces become the spans of a line: neighbours of one look and inline element are one span."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from aula_reports.typeset.boxes import MarkBox
from aula_reports.typeset.driving import STILL, Drive
from aula_reports.typeset.looks import Look
from aula_reports.typeset.pieces import Piece
from aula_reports.typeset.runs import LineMark, LineSpan, Run


def spans_of(pieces: Sequence[Piece], drive: Drive, x: float) -> tuple[LineSpan | LineMark, ...]:
    """Join neighbours to spans from `x` on; the last inked one shows no tracking at its end."""
    count = len(pieces)
    inked = count - pieces[-1].hanging
    joints = _joints(pieces)
    if not joints and pieces[0].look is not None:
        return (_span(pieces[0].look, pieces, inked, drive, x)[0],)
    spans: list[LineSpan | LineMark] = []
    for start, end in zip([0, *joints], [*joints, count], strict=True):
        piece = pieces[start]
        if isinstance(piece.box, MarkBox):
            spans.append(_line_mark(piece, piece.box, x))
            x += piece.width
        elif piece.look is not None:
            span, shown = _span(piece.look, pieces[start:end], inked - start, drive, x)
            spans.append(span)
            x += shown
    return tuple(spans)


def _joints(pieces: Sequence[Piece]) -> list[int]:
    """List where a span starts after another.

    Neighbours of one look and inline element are one span; each mark stands for itself.
    """
    looks = [piece.look for piece in pieces]
    inlines = [piece.inline for piece in pieces]
    count = len(pieces)
    # Most lines are one span: counting is quicker than comparing neighbours.
    if looks[0] and looks.count(looks[0]) == count and inlines.count(inlines[0]) == count:
        return []
    return [
        place
        for place, (one, other) in enumerate(pairwise(pieces), 1)
        if one.look is not other.look or one.inline != other.inline or one.look is None
    ]


def _span(
    look: Look, pieces: Sequence[Piece], inked: int, drive: Drive, x: float
) -> tuple[LineSpan, float]:
    """Make a span of pieces of one look, and tell how wide it is with its tracking.

    What comes after the first `inked` of its pieces hangs; none of them at all, if it is the
    last of the line, has tracking at its end.
    """
    runs, shown = _spaced(look, pieces, inked, drive)
    ends_ink = 0 < inked <= len(pieces)
    tracking = look.tracking + drive.tracking
    span = LineSpan(
        x=x,
        face=look.face,
        size=look.size,
        ink=look.ink,
        runs=runs,
        width=shown - tracking if ends_ink else shown,
        tracking=tracking,
        scale=drive.scale,
        rise=look.rise,
        inline=pieces[0].inline,
    )
    return span, shown


def _spaced(
    look: Look, pieces: Sequence[Piece], inked: int, drive: Drive
) -> tuple[tuple[tuple[Run, float], ...], float]:
    """Pair the runs of pieces with the points that each grows by; sum up those with ink."""
    if drive is STILL:
        still = tuple([(piece.box, 0.0) for piece in pieces if isinstance(piece.box, Run)])
        return still, sum([piece.width for piece in pieces[:inked]])
    runs, shown = [], 0.0
    for number, piece in enumerate(pieces):
        assert isinstance(piece.box, Run)
        extra = 0.0
        if piece.free or piece.tied or piece.thin:
            share = drive.free if piece.free else drive.tied if piece.tied else 0.0
            extra = drive.extra(look, piece.box, share)
        runs.append((piece.box, extra))
        if number < inked:
            shown += drive.run(look, piece.box) + extra
    return tuple(runs), shown


def _line_mark(piece: Piece, mark: MarkBox, x: float) -> LineMark:
    return LineMark(x + piece.width - mark.size, mark.name, mark.size, mark.ink, piece.inline or 0)
