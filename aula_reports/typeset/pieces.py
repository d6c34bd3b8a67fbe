"""Pieces of a line: the runs, spaces and marks of its words, each with its width."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from aula_reports.typeset.boxes import MarkBox, Member, Segment, Word
from aula_reports.typeset.driving import Sums
from aula_reports.typeset.looks import Look
from aula_reports.typeset.runs import Run
from aula_reports.typeset.shaping import NARROW_SPACE, NO_BREAK_SPACE
from aula_reports.typeset.words import width_of


class Piece(Struct, frozen=True, eq=False):
    """A run or a mark of a line.

    `free` spaces grow, `tied` ones less, `thin` ones never; `hanging` ones hang out.
    """

    look: Look | None
    inline: int | None
    box: Run | MarkBox
    width: float
    free: bool = False
    tied: bool = False
    thin: bool = False
    hanging: bool = False


def pieces_of_word(word: Word) -> tuple[Piece, ...]:
    member = word.members[0]
    box = member.box
    if len(word.members) == 1 and isinstance(box, Segment) and len(box.runs) == 1:
        return (piece_of_run(member, box, box.runs[0]),)
    pieces: list[Piece] = []
    for number, member in enumerate(word.members):
        box = member.box
        if isinstance(box, MarkBox):
            pieces.append(piece_of_mark(member, box, first=number == 0))
        else:
            pieces += [piece_of_run(member, box, run) for run in box.runs]
    return tuple(pieces)


def piece_of_run(member: Member, box: Segment, run: Run) -> Piece:
    width = width_of(box.look, run)
    tied, thin = run.text == NO_BREAK_SPACE, run.text == NARROW_SPACE
    return Piece(box.look, member.inline, run, width, tied=tied, thin=thin)


def piece_of_mark(member: Member, box: MarkBox, *, first: bool) -> Piece:
    gap = 0.0 if first else box.gap
    return Piece(None, member.inline, box, gap + box.size)


def last_tracking(piece: Piece) -> float:
    return piece.look.tracking if piece.look else 0.0


def sums_of(pieces: Sequence[Piece]) -> Sums:
    """Sum up a line; the tracking of a glyph before a space, or at the end, is not its own."""
    letters, tracked, ems, free, tied, size = 0.0, -1, 0.0, 0.0, 0.0, 0.0
    for piece in pieces:
        if piece.look is None or not isinstance(piece.box, Run):
            continue
        if piece.free or piece.tied or piece.thin:
            free += piece.width if piece.free else 0.0
            tied += piece.width if piece.tied else 0.0
            tracked, ems = tracked - 1, ems - size
            continue
        count, size = len(piece.box.glyphs), piece.look.size
        letters, tracked, ems = letters + piece.width, tracked + count, ems + count * size
    return Sums(letters, max(tracked, 0), max(ems - size, 0.0), free, tied)
