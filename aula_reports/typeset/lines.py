"""Lines made of the words between two places: spaces grown, hyphens added, runs joined in spans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from math import isinf

from msgspec import Struct

from aula_reports.model.layout import Alignment
from aula_reports.typeset.gather import Space
from aula_reports.typeset.linebreak import growth, ratio_of
from aula_reports.typeset.looks import Look
from aula_reports.typeset.places import PlacedText
from aula_reports.typeset.runs import LineMark, LineSpan, Run, SetLine
from aula_reports.typeset.shaping import NO_BREAK_SPACE
from aula_reports.typeset.words import (
    MarkBox,
    Member,
    Segment,
    Word,
    WordCut,
    WordMaker,
    width_of,
)


class Frame(Struct, frozen=True):
    """What a line stands in: measure, indent, alignment.

    `natural` lines of justified text shrink but do not stretch (the last of a paragraph);
    `ends_text` lines carry no hanging space.
    """

    width: float = 0.0
    indent: float = 0.0
    align: Alignment = Alignment.RAGGED
    natural: bool = True
    ends_text: bool = True


class _Piece(Struct):
    """A run or a mark of a line; `free` spaces grow, `tied` ones less, `hanging` ones hang out."""

    look: Look | None
    inline: int | None
    box: Run | MarkBox
    width: float
    free: bool = False
    tied: bool = False
    hanging: bool = False
    extra: float = 0.0


class LineMaker:
    """Makes lines of placed texts."""

    def __init__(self, maker: WordMaker) -> None:
        self._maker = maker
        # Pieces of words that come back whole; those with tied spaces grow, so are never kept.
        self._whole: dict[Word, tuple[_Piece, ...]] = {}

    def line(self, placed: PlacedText, frame: Frame, origin: int, place: int) -> SetLine:
        """Make the line from place `origin` (-1: the text's start) to `place`."""
        pieces = self._pieces(placed, origin, place)
        lead, trail = self._hangs(placed, frame, origin, place)
        inked = sum([piece.width for piece in pieces]) - _last_tracking(pieces[-1])
        slack = frame.width - frame.indent + lead + trail - inked
        if frame.align is Alignment.JUSTIFIED:
            if frame.natural and slack > 0.0:
                trail = max(0.0, trail - slack)
            else:
                inked += _grow(pieces, slack)
        width = inked - lead - trail
        hyphenated = placed.places.hyphen[place]
        if placed.cuts[place] is None and not frame.ends_text:
            pieces += self._hanging_space(placed, place)
        spans = tuple(_spans(pieces, _start(frame, width) - lead))
        return SetLine(spans, width, hyphenated)

    def _pieces(self, placed: PlacedText, origin: int, place: int) -> list[_Piece]:
        words, spaces = placed.paragraph.words, placed.paragraph.spaces
        low = placed.cuts[origin] if origin >= 0 else None
        high = placed.cuts[place]
        first = placed.stops[origin] if origin >= 0 else 0
        stop = placed.stops[place]
        last = stop if high else stop - 1
        pieces: list[_Piece] = []
        for number in range(first, last + 1):
            starts = low if number == first else None
            ends = high if number == last else None
            pieces += self._word(words[number], starts, ends)
            if number < last:
                pieces.append(_space(spaces[number]))
        return pieces

    def _word(self, word: Word, low: WordCut | None, high: WordCut | None) -> Sequence[_Piece]:
        if low or high or word.tied:
            return list(self._part(word, low, high))
        whole = self._whole.get(word)
        if whole is None:
            whole = self._whole[word] = tuple(self._part(word, None, None))
        return whole

    def _part(self, word: Word, low: WordCut | None, high: WordCut | None) -> Iterator[_Piece]:
        first = low.member if low else 0
        last = high.member if high else len(word.members) - 1
        for number in range(first, last + 1):
            member = word.members[number]
            starts = low.cut if low and number == first else None
            ends = high.cut if high and number == last else None
            if isinstance(member.box, MarkBox):
                yield _mark(member, member.box, first=number == 0)
            else:
                for run in self._maker.between(member.box, starts, ends):
                    yield _run(member, member.box, run)

    def _hangs(
        self, placed: PlacedText, frame: Frame, origin: int, place: int
    ) -> tuple[float, float]:
        """Give what hangs out before and after a line of justified text."""
        if frame.align is not Alignment.JUSTIFIED:
            return 0.0, 0.0
        words = placed.paragraph.words
        first = placed.stops[origin] if origin >= 0 else 0
        divided = origin >= 0 and placed.cuts[origin] is not None
        lead = 0.0 if divided else words[first].lead
        cut = placed.cuts[place]
        if cut is None:
            return lead, words[placed.stops[place] - 1].trail
        return lead, cut.hang

    def _hanging_space(self, placed: PlacedText, place: int) -> Iterator[_Piece]:
        """Make the space that parts this line's text from the next one's."""
        words, spaces = placed.paragraph.words, placed.paragraph.spaces
        stop = placed.stops[place]
        if stop <= len(spaces):
            space = spaces[stop - 1]
            yield _Piece(space.look, space.inline, space.run, space.width, hanging=True)
            return
        # A forced line end: the space is ours, in the look of the last letters.
        member = words[-1].members[-1]
        if isinstance(member.box, Segment):
            look = member.box.look
            run = self._maker.run(look, " ")
            yield _Piece(look, member.inline, run, width_of(look, run), hanging=True)


def _space(space: Space) -> _Piece:
    return _Piece(space.look, space.inline, space.run, space.width, free=True)


def _run(member: Member, box: Segment, run: Run) -> _Piece:
    width = width_of(box.look, run)
    return _Piece(box.look, member.inline, run, width, tied=run.text == NO_BREAK_SPACE)


def _mark(member: Member, box: MarkBox, *, first: bool) -> _Piece:
    gap = 0.0 if first else box.gap
    return _Piece(None, member.inline, box, gap + box.size)


def _last_tracking(piece: _Piece) -> float:
    return piece.look.tracking if piece.look else 0.0


def _grow(pieces: Sequence[_Piece], slack: float) -> float:
    """Share the slack among the spaces of a line and return what they took of it."""
    free = sum([piece.width for piece in pieces if piece.free])
    tied = sum([piece.width for piece in pieces if piece.tied])
    ratio = ratio_of(slack, free, tied)
    if ratio == 0.0 or (isinf(ratio) and not free):
        return 0.0
    # An overfull line is as tight as lines may be.
    free_share, tied_share = growth(max(ratio, -1.0))
    for piece in pieces:
        if piece.free:
            piece.extra = piece.width * free_share
        elif piece.tied:
            piece.extra = piece.width * tied_share
    return free * free_share + tied * tied_share


def _start(frame: Frame, width: float) -> float:
    if frame.align is Alignment.RIGHT:
        return frame.width - width
    if frame.align is Alignment.CENTRED:
        return (frame.width - width) / 2
    return frame.indent


def _kind(piece: _Piece) -> tuple[Look | None, int | None, int]:
    """Tell spans apart; each mark stands for itself."""
    return piece.look, piece.inline, id(piece) if piece.look is None else 0


def _spans(pieces: Sequence[_Piece], x: float) -> Iterator[LineSpan | LineMark]:
    ink_ends = len(pieces) - 1 - pieces[-1].hanging
    seen = 0
    for (look, inline, _), group in groupby(pieces, _kind):
        members = list(group)
        seen += len(members)
        box = members[0].box
        if isinstance(box, MarkBox):
            yield LineMark(
                x + members[0].width - box.size, box.name, box.size, box.ink, inline or 0
            )
            x += members[0].width
        elif look is not None:
            shown = sum([0.0 if piece.hanging else piece.width + piece.extra for piece in members])
            closes = seen > ink_ends and not (len(members) == 1 and members[0].hanging)
            yield _span(look, inline, members, x, shown - look.tracking if closes else shown)
            x += shown


def _span(
    look: Look, inline: int | None, pieces: Sequence[_Piece], x: float, width: float
) -> LineSpan:
    return LineSpan(
        x=x,
        face=look.face,
        size=look.size,
        ink=look.ink,
        runs=tuple([(piece.box, piece.extra) for piece in pieces if isinstance(piece.box, Run)]),
        width=width,
        tracking=look.tracking,
        rise=look.rise,
        inline=inline,
    )
