"""Lines made of the words between two places: spaces grown, hyphens added, runs joined in spans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from aula_reports.model.layout import Alignment, Justification
from aula_reports.typeset.divisions import Division
from aula_reports.typeset.gather import Paragraph, Space
from aula_reports.typeset.linebreak import KNEE, LineEnd, ratio_of
from aula_reports.typeset.looks import Look
from aula_reports.typeset.places import WordEnds
from aula_reports.typeset.runs import LineMark, LineSpan, Run, SetLine
from aula_reports.typeset.shaping import NARROW_SPACE, NO_BREAK_SPACE
from aula_reports.typeset.words import (
    UNSHAPED,
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


_NO_FRAME = Frame()


class _Piece(Struct, frozen=True, eq=False):
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


class _Sums(Struct, frozen=True):
    """What a line is made of: widths of its letters, spaces and tied spaces.

    `tracked` are the glyphs of its letters that another follows, `ems` their sizes summed up.
    """

    letters: float
    tracked: int
    ems: float
    free: float
    tied: float


class _Drive(Struct, frozen=True):
    """How a line is driven: letters scaled and tracked (points), spaces grown by shares."""

    scale: float = 1.0
    tracking: float = 0.0
    free: float = 0.0
    tied: float = 0.0

    def run(self, look: Look, run: Run) -> float:
        """Measure a driven run, the tracking after its last glyph included."""
        tracking = look.tracking + self.tracking
        width = run.width * look.size / 1000 * self.scale
        return width + len(run.glyphs) * tracking if tracking else width

    def extra(self, look: Look, piece: Run, share: float) -> float:
        """Say what must be added after a driven space that grows by a share.

        The tracking after the letter before it is part of what the eye sees of it.
        """
        return width_of(look, piece) * (1.0 + share) - self.run(look, piece) - self.tracking


_STILL = _Drive()


class LineMaker:
    """Makes lines of paragraphs; pieces of words and spaces that come back are made once."""

    def __init__(self, maker: WordMaker, justification: Justification) -> None:
        self._maker = maker
        self._justification = justification
        self._whole: dict[Word, tuple[_Piece, ...]] = {}
        self._spaces: dict[Space, _Piece] = {}
        self._pairs: dict[Word, tuple[tuple[Run, float], ...]] = {}

    def whole(self, paragraph: Paragraph, frame: Frame = _NO_FRAME) -> SetLine:
        """Make one line of natural width of a paragraph of one word or more."""
        count = len(paragraph.words)
        if paragraph.is_plain and count > 1 and frame.align is not Alignment.JUSTIFIED:
            return self._plain(paragraph, frame, 0, count - 1)
        pieces = self._pieces(paragraph, range(count), None, None)
        width = sum([piece.width for piece in pieces]) - _last_tracking(pieces[-1])
        if not frame.ends_text:
            pieces += self._hanging_space(paragraph, count)
        return SetLine(_spans(pieces, _STILL, _start(frame, width)), width)

    def line(
        self, paragraph: Paragraph, ends: WordEnds, frame: Frame, start: LineEnd, end: LineEnd
    ) -> SetLine:
        """Make the line that follows the end of one (word -1: the text's start) up to its own."""
        low, high = ends.cut(start), ends.cut(end)
        first = start.word + 1 if low is None else start.word
        if paragraph.is_plain and low is None and high is None and end.word > first:
            return self._plain(paragraph, frame, first, end.word)
        numbers = range(first, end.word + 1)
        pieces = self._pieces(paragraph, numbers, low, high)
        lead, trail = self._hangs(paragraph, frame, numbers, low, high)
        inked = sum([piece.width for piece in pieces]) - _last_tracking(pieces[-1])
        drive, taken, trail = self._driven(frame, _sums(pieces), inked, (lead, trail))
        width = inked + taken - lead - trail
        if high is None and not frame.ends_text:
            pieces += self._hanging_space(paragraph, end.word + 1)
        spans = _spans(pieces, drive, _start(frame, width) - lead)
        hyphenated = high is not None and high.cut.division is not Division.SILENT
        return SetLine(spans, width, hyphenated, divides=high is not None)

    def _driven(
        self, frame: Frame, sums: _Sums, inked: float, hangs: tuple[float, float]
    ) -> tuple[_Drive, float, float]:
        """Drive a line to its measure: how, what it takes up, and what then hangs at its end."""
        lead, trail = hangs
        slack = frame.width - frame.indent + lead + trail - inked
        if frame.align is not Alignment.JUSTIFIED:
            return _STILL, 0.0, trail
        if frame.natural and slack > 0.0:
            return _STILL, 0.0, max(0.0, trail - slack)
        drive, taken = drive_line(sums, slack, self._justification)
        return drive, taken, trail

    def _plain(self, paragraph: Paragraph, frame: Frame, first: int, last: int) -> SetLine:
        """Make a line of whole words of one look, as most lines are."""
        words = paragraph.words[first : last + 1]
        space, count = paragraph.spaces[first], last - first
        look = _segment(words[0]).look
        lead, trail = 0.0, 0.0
        if frame.align is Alignment.JUSTIFIED:
            lead, trail = words[0].lead, words[-1].trail
        widths, free = sum([word.width for word in words]), count * space.width
        tied, thin = sum([word.tied for word in words]), sum([word.thin for word in words])
        tracked = sum([word.tracked for word in words])
        inked = widths + free - look.tracking
        sums = _Sums(widths - tied - thin, tracked, tracked * look.size, free, tied)
        drive, taken, trail = self._driven(frame, sums, inked, (lead, trail))
        added = 0.0 if drive is _STILL else drive.extra(look, space.run, drive.free)
        runs = self._runs(words, (space.run, added), drive)
        if not frame.ends_text:
            runs.append((space.run, 0.0))
        width = inked + taken - lead - trail
        span = LineSpan(
            x=_start(frame, width) - lead,
            face=look.face,
            size=look.size,
            ink=look.ink,
            runs=tuple(runs),
            width=inked + taken,
            tracking=look.tracking + drive.tracking,
            scale=drive.scale,
            rise=look.rise,
        )
        return SetLine((span,), width)

    def _runs(
        self, words: Sequence[Word], space: tuple[Run, float], drive: _Drive
    ) -> list[tuple[Run, float]]:
        """List the runs of words of one look, a space after each but the last."""
        runs: list[tuple[Run, float]] = []
        known = self._pairs
        for word in words:
            pairs = known.get(word)
            if pairs is None:
                pairs = known[word] = tuple([(run, 0.0) for run in _segment(word).runs])
            if len(pairs) > 1 and drive is not _STILL:
                runs += _driven_pairs(word, drive)
            else:
                runs += pairs
            runs.append(space)
        runs.pop()
        return runs

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
        self,
        paragraph: Paragraph,
        frame: Frame,
        numbers: range,
        low: WordCut | None,
        high: WordCut | None,
    ) -> tuple[float, float]:
        """Give what hangs out before and after a line of justified text."""
        if frame.align is not Alignment.JUSTIFIED:
            return 0.0, 0.0
        words = paragraph.words
        lead = words[numbers[0]].lead if low is None else 0.0
        return lead, words[numbers[-1]].trail if high is None else high.hang

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


def drive_line(sums: _Sums, slack: float, within: Justification) -> tuple[_Drive, float]:
    """Share the slack of a line among its letters and spaces; tell what they took of it.

    Scaling and tracking are rounded to what a file says of them; the spaces take what is left.
    A line that is too wide for its measure is as tight as lines may be.
    """
    if slack == 0.0:
        return _STILL, 0.0
    letters = within.scaling * sums.letters + within.tracking_em * sums.ems
    tied_share = within.tied_most - 1.0 if slack > 0.0 else 1.0 - within.space_least
    stretch, shrink = within.space_most - 1.0, 1.0 - within.space_least
    loose = letters + tied_share * sums.tied + KNEE * stretch * sums.free
    tight = letters + tied_share * sums.tied + KNEE * shrink * sums.free
    ratio = ratio_of(slack, loose, tight, stretch * sums.free, shrink * sums.free)
    within_bounds = max(-1.0, min(1.0, ratio / KNEE))
    scale = round(1.0 + within.scaling * within_bounds, 4)
    tracking = 0.0
    if sums.tracked:
        tracking = round(within.tracking_em * within_bounds * sums.ems / sums.tracked, 3)
    taken = sums.letters * (scale - 1.0) + sums.tracked * tracking
    tied = tied_share * within_bounds
    taken += tied * sums.tied
    free = 0.0
    if sums.free:
        free = (slack - taken) / sums.free
        if ratio < -1.0:
            free = -shrink
        taken += free * sums.free
    return _Drive(scale, tracking, free, tied), taken


def _sums(pieces: Sequence[_Piece]) -> _Sums:
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
    return _Sums(letters, max(tracked, 0), max(ems - size, 0.0), free, tied)


def _segment(word: Word) -> Segment:
    """Give the only segment of a word of a plain paragraph."""
    box = word.members[0].box
    assert isinstance(box, Segment)
    return box


def _driven_pairs(word: Word, drive: _Drive) -> Iterator[tuple[Run, float]]:
    box = _segment(word)
    for run in box.runs:
        if run.text in UNSHAPED:
            share = drive.tied if run.text == NO_BREAK_SPACE else 0.0
            yield run, drive.extra(box.look, run, share)
        else:
            yield run, 0.0


def _whole(word: Word) -> tuple[_Piece, ...]:
    member = word.members[0]
    box = member.box
    if len(word.members) == 1 and isinstance(box, Segment) and len(box.runs) == 1:
        return (_run(member, box, box.runs[0]),)
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
    tied, thin = run.text == NO_BREAK_SPACE, run.text == NARROW_SPACE
    return _Piece(box.look, member.inline, run, width, tied=tied, thin=thin)


def _mark(member: Member, box: MarkBox, *, first: bool) -> _Piece:
    gap = 0.0 if first else box.gap
    return _Piece(None, member.inline, box, gap + box.size)


def _last_tracking(piece: _Piece) -> float:
    return piece.look.tracking if piece.look else 0.0


def _start(frame: Frame, width: float) -> float:
    if frame.align is Alignment.RIGHT:
        return frame.width - width
    if frame.align is Alignment.CENTRED:
        return (frame.width - width) / 2
    return frame.indent


def _spans(pieces: Sequence[_Piece], drive: _Drive, x: float) -> tuple[LineSpan | LineMark, ...]:
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
    look: Look, pieces: Sequence[_Piece], inked: int, drive: _Drive, x: float
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
    look: Look, pieces: Sequence[_Piece], inked: int, drive: _Drive
) -> tuple[tuple[tuple[Run, float], ...], float]:
    """Pair the runs of pieces with the points that each grows by; sum up those with ink."""
    if drive is _STILL:
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


def _line_mark(piece: _Piece, mark: MarkBox, x: float) -> LineMark:
    return LineMark(x + piece.width - mark.size, mark.name, mark.size, mark.ink, piece.inline or 0)
