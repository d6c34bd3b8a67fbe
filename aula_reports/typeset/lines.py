"""Lines made of the words between two places: spaces grown, hyphens added, runs joined in spans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import isinf

from msgspec import Struct

from aula_reports.model.layout import Alignment
from aula_reports.typeset.gather import Paragraph, Space
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

# The shares of their width by which free and tied spaces grow.
_Shares = tuple[float, float]
_STILL: _Shares = (0.0, 0.0)


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


_NO_FRAME = Frame()


class _Piece(Struct, frozen=True, eq=False):
    """A run or a mark of a line; `free` spaces grow, `tied` ones less, `hanging` ones hang out."""

    look: Look | None
    inline: int | None
    box: Run | MarkBox
    width: float
    free: bool = False
    tied: bool = False
    hanging: bool = False


class LineMaker:
    """Makes lines of placed texts; pieces of words and spaces that come back are made once."""

    def __init__(self, maker: WordMaker) -> None:
        self._maker = maker
        self._whole: dict[Word, tuple[_Piece, ...]] = {}
        self._spaces: dict[Space, _Piece] = {}

    def whole(self, paragraph: Paragraph, frame: Frame = _NO_FRAME) -> SetLine:
        """Make one line of natural width of a paragraph of one word or more."""
        count = len(paragraph.words)
        pieces = self._pieces(paragraph, range(count), None, None)
        width = sum([piece.width for piece in pieces]) - _last_tracking(pieces[-1])
        if not frame.ends_text:
            pieces += self._hanging_space(paragraph, count)
        return SetLine(_spans(pieces, _STILL, _start(frame, width)), width)

    def line(self, placed: PlacedText, frame: Frame, origin: int, place: int) -> SetLine:
        """Make the line from place `origin` (-1: the text's start) to `place`."""
        pieces = self._between(placed, origin, place)
        lead, trail = self._hangs(placed, frame, origin, place)
        inked = sum([piece.width for piece in pieces]) - _last_tracking(pieces[-1])
        slack = frame.width - frame.indent + lead + trail - inked
        shares = _STILL
        if frame.align is Alignment.JUSTIFIED:
            if frame.natural and slack > 0.0:
                trail = max(0.0, trail - slack)
            else:
                shares, taken = _grow(pieces, slack)
                inked += taken
        width = inked - lead - trail
        hyphenated = placed.places.hyphen[place]
        if placed.cuts[place] is None and not frame.ends_text:
            pieces += self._hanging_space(placed.paragraph, placed.stops[place])
        spans = _spans(pieces, shares, _start(frame, width) - lead)
        return SetLine(spans, width, hyphenated)

    def _between(self, placed: PlacedText, origin: int, place: int) -> list[_Piece]:
        low = placed.cuts[origin] if origin >= 0 else None
        high = placed.cuts[place]
        first = placed.stops[origin] if origin >= 0 else 0
        stop = placed.stops[place]
        numbers = range(first, stop + 1 if high else stop)
        return self._pieces(placed.paragraph, numbers, low, high)

    def _pieces(
        self, paragraph: Paragraph, numbers: range, low: WordCut | None, high: WordCut | None
    ) -> list[_Piece]:
        """List the pieces of some words: the first from its cut on, the last to its own."""
        words, spaces = paragraph.words, paragraph.spaces
        last = numbers[-1]
        pieces: list[_Piece] = []
        for number in numbers:
            word = words[number]
            ends = high if number == last else None
            if low is not None or ends is not None:
                pieces += self._part(word, low, ends)
                low = None
            else:
                pieces += self._whole.get(word) or self._word(word)
            if number < last:
                pieces.append(self._spaces.get(spaces[number]) or self._space(spaces[number]))
        return pieces

    def _word(self, word: Word) -> tuple[_Piece, ...]:
        whole = self._whole[word] = _whole(word)
        return whole

    def _space(self, space: Space) -> _Piece:
        piece = _Piece(space.look, space.inline, space.run, space.width, free=True)
        self._spaces[space] = piece
        return piece

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

    def _hanging_space(self, paragraph: Paragraph, stop: int) -> Iterator[_Piece]:
        """Make the space that parts the text of a line, up to word `stop`, from the next one's."""
        words, spaces = paragraph.words, paragraph.spaces
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


def _whole(word: Word) -> tuple[_Piece, ...]:
    member = word.members[0]
    box = member.box
    if len(word.members) == 1 and isinstance(box, Segment) and len(box.runs) == 1:
        return (_Piece(box.look, member.inline, box.runs[0], box.width, tied=box.tied > 0.0),)
    pieces: list[_Piece] = []
    for number, member in enumerate(word.members):
        box = member.box
        if isinstance(box, MarkBox):
            pieces.append(_mark(member, box, first=number == 0))
        else:
            pieces += [_run(member, box, run) for run in box.runs]
    return tuple(pieces)


def _run(member: Member, box: Segment, run: Run) -> _Piece:
    width = width_of(box.look, run)
    return _Piece(box.look, member.inline, run, width, tied=run.text == NO_BREAK_SPACE)


def _mark(member: Member, box: MarkBox, *, first: bool) -> _Piece:
    gap = 0.0 if first else box.gap
    return _Piece(None, member.inline, box, gap + box.size)


def _last_tracking(piece: _Piece) -> float:
    return piece.look.tracking if piece.look else 0.0


def _grow(pieces: Sequence[_Piece], slack: float) -> tuple[_Shares, float]:
    """Share the slack among the spaces of a line; tell what they took of it."""
    free = sum([piece.width for piece in pieces if piece.free])
    tied = sum([piece.width for piece in pieces if piece.tied])
    ratio = ratio_of(slack, free, tied)
    if ratio == 0.0 or (isinf(ratio) and not free):
        return _STILL, 0.0
    # An overfull line is as tight as lines may be.
    shares = growth(max(ratio, -1.0))
    return shares, free * shares[0] + tied * shares[1]


def _start(frame: Frame, width: float) -> float:
    if frame.align is Alignment.RIGHT:
        return frame.width - width
    if frame.align is Alignment.CENTRED:
        return (frame.width - width) / 2
    return frame.indent


def _spans(pieces: Sequence[_Piece], shares: _Shares, x: float) -> tuple[LineSpan | LineMark, ...]:
    """Join neighbours to spans from `x` on; the last inked one shows no tracking at its end."""
    count = len(pieces)
    inked = count - pieces[-1].hanging
    joints = _joints(pieces)
    if not joints and pieces[0].look is not None:
        span, _ = _span(pieces[0].look, pieces, inked, shares, x)
        return (span,)
    spans: list[LineSpan | LineMark] = []
    for start, end in zip([0, *joints], [*joints, count], strict=True):
        piece = pieces[start]
        if isinstance(piece.box, MarkBox):
            spans.append(_line_mark(piece, piece.box, x))
            x += piece.width
        elif piece.look is not None:
            span, shown = _span(piece.look, pieces[start:end], inked - start, shares, x)
            spans.append(span)
            x += shown
    return tuple(spans)


def _joints(pieces: Sequence[_Piece]) -> list[int]:
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
    look: Look, pieces: Sequence[_Piece], inked: int, shares: _Shares, x: float
) -> tuple[LineSpan, float]:
    """Make a span of pieces of one look, and tell how wide it is with its tracking.

    What comes after the first `inked` of its pieces hangs; none of them at all, if it is the
    last of the line, has tracking at its end.
    """
    runs, shown = _spaced(pieces, inked, shares)
    ends_ink = 0 < inked <= len(pieces)
    span = LineSpan(
        x=x,
        face=look.face,
        size=look.size,
        ink=look.ink,
        runs=runs,
        width=shown - look.tracking if ends_ink else shown,
        tracking=look.tracking,
        rise=look.rise,
        inline=pieces[0].inline,
    )
    return span, shown


def _spaced(
    pieces: Sequence[_Piece], inked: int, shares: _Shares
) -> tuple[tuple[tuple[Run, float], ...], float]:
    """Pair the runs of pieces with the points that each grows by; sum up those with ink."""
    if shares == _STILL:
        still = tuple([(piece.box, 0.0) for piece in pieces if isinstance(piece.box, Run)])
        return still, sum([piece.width for piece in pieces[:inked]])
    free, tied = shares
    extras = [
        piece.width * free if piece.free else piece.width * tied if piece.tied else 0.0
        for piece in pieces
    ]
    grown = zip(pieces, extras, strict=True)
    runs = tuple([(piece.box, extra) for piece, extra in grown if isinstance(piece.box, Run)])
    widths = zip(pieces[:inked], extras, strict=False)
    return runs, sum([piece.width + extra for piece, extra in widths])


def _line_mark(piece: _Piece, mark: MarkBox, x: float) -> LineMark:
    return LineMark(x + piece.width - mark.size, mark.name, mark.size, mark.ink, piece.inline or 0)
