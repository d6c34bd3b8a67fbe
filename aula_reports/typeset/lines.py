"""Lines made of the words between two places: spaces grown, hyphens added, runs joined in spans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from aula_reports.model.layout import Alignment, Justification
from aula_reports.typeset.boxes import MarkBox, Segment, Word, WordCut
from aula_reports.typeset.driving import STILL, Drive, Sums, drive_line
from aula_reports.typeset.gather import Paragraph, Space
from aula_reports.typeset.line_spans import spans_of
from aula_reports.typeset.pieces import (
    Piece,
    last_tracking,
    piece_of_mark,
    piece_of_run,
    pieces_of_word,
    sums_of,
)
from aula_reports.typeset.places import LineEnd
from aula_reports.typeset.runs import LineSpan, Run, SetLine
from aula_reports.typeset.shaping import NO_BREAK_SPACE
from aula_reports.typeset.word_ends import WordEnds
from aula_reports.typeset.words import UNSHAPED, WordMaker, width_of


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


class LineMaker:
    """Makes lines of paragraphs; pieces of words and spaces that come back are made once."""

    def __init__(self, maker: WordMaker, justification: Justification) -> None:
        self._maker = maker
        self._justification = justification
        self._whole: dict[Word, tuple[Piece, ...]] = {}
        self._spaces: dict[Space, Piece] = {}
        self._pairs: dict[Word, tuple[tuple[Run, float], ...]] = {}

    def whole(self, paragraph: Paragraph, frame: Frame = _NO_FRAME) -> SetLine:
        """Make one line of natural width of a paragraph of one word or more."""
        count = len(paragraph.words)
        if paragraph.is_plain and count > 1 and frame.align is not Alignment.JUSTIFIED:
            return self._plain(paragraph, frame, 0, count - 1)
        pieces = self._pieces(paragraph, range(count), None, None)
        width = sum([piece.width for piece in pieces]) - last_tracking(pieces[-1])
        if not frame.ends_text:
            pieces += self._hanging_space(paragraph, count)
        return SetLine(spans_of(pieces, STILL, _start(frame, width)), width)

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
        inked = sum([piece.width for piece in pieces]) - last_tracking(pieces[-1])
        most = paragraph.widest_growth
        drive, taken, trail = self._driven(frame, sums_of(pieces), inked, (lead, trail), most)
        width = inked + taken - lead - trail
        if high is None and not frame.ends_text:
            pieces += self._hanging_space(paragraph, end.word + 1)
        spans = spans_of(pieces, drive, _start(frame, width) - lead)
        hyphenated = high is not None and high.cut.division.has_hyphen
        return SetLine(spans, width, hyphenated, divides=high is not None)

    def _driven(
        self, frame: Frame, sums: Sums, inked: float, hangs: tuple[float, float], most: float
    ) -> tuple[Drive, float, float]:
        """Drive a line to its measure: how, what it takes up, and what then hangs at its end."""
        lead, trail = hangs
        slack = frame.width - frame.indent + lead + trail - inked
        if frame.align is not Alignment.JUSTIFIED:
            return STILL, 0.0, trail
        if frame.natural and slack > 0.0:
            return STILL, 0.0, max(0.0, trail - slack)
        drive, taken = drive_line(sums, slack, self._justification, most)
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
        sums = Sums(widths - tied - thin, tracked, tracked * look.size, free, tied)
        most = paragraph.widest_growth
        drive, taken, trail = self._driven(frame, sums, inked, (lead, trail), most)
        added = 0.0 if drive is STILL else drive.extra(look, space.run, drive.free)
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
        self, words: Sequence[Word], space: tuple[Run, float], drive: Drive
    ) -> list[tuple[Run, float]]:
        """List the runs of words of one look, a space after each but the last."""
        runs: list[tuple[Run, float]] = []
        known = self._pairs
        for word in words:
            pairs = known.get(word)
            if pairs is None:
                pairs = known[word] = tuple([(run, 0.0) for run in _segment(word).runs])
            if len(pairs) > 1 and drive is not STILL:
                runs += _driven_pairs(word, drive)
            else:
                runs += pairs
            runs.append(space)
        runs.pop()
        return runs

    def _pieces(
        self, paragraph: Paragraph, numbers: range, low: WordCut | None, high: WordCut | None
    ) -> list[Piece]:
        """List the pieces of some words: the first from its cut on, the last to its own."""
        words, spaces = paragraph.words, paragraph.spaces
        last = numbers[-1]
        pieces: list[Piece] = []
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

    def _word(self, word: Word) -> tuple[Piece, ...]:
        whole = self._whole[word] = pieces_of_word(word)
        return whole

    def _space(self, space: Space) -> Piece:
        piece = Piece(space.look, space.inline, space.run, space.width, free=True)
        self._spaces[space] = piece
        return piece

    def _part(self, word: Word, low: WordCut | None, high: WordCut | None) -> Iterator[Piece]:
        first = low.member if low else 0
        last = high.member if high else len(word.members) - 1
        for number in range(first, last + 1):
            member = word.members[number]
            starts = low.cut if low and number == first else None
            ends = high.cut if high and number == last else None
            if isinstance(member.box, MarkBox):
                yield piece_of_mark(member, member.box, first=number == 0)
            else:
                for run in self._maker.between(member.box, starts, ends):
                    yield piece_of_run(member, member.box, run)

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

    def _hanging_space(self, paragraph: Paragraph, stop: int) -> Iterator[Piece]:
        """Make the space that parts the text of a line, up to word `stop`, from the next one's."""
        words, spaces = paragraph.words, paragraph.spaces
        if stop <= len(spaces):
            space = spaces[stop - 1]
            yield Piece(space.look, space.inline, space.run, space.width, hanging=True)
            return
        # A forced line end: the space is ours, in the look of the last letters.
        member = words[-1].members[-1]
        if isinstance(member.box, Segment):
            look = member.box.look
            run = self._maker.run(look, " ")
            yield Piece(look, member.inline, run, width_of(look, run), hanging=True)


def _segment(word: Word) -> Segment:
    """Give the only segment of a word of a plain paragraph."""
    box = word.members[0].box
    assert isinstance(box, Segment)
    return box


def _driven_pairs(word: Word, drive: Drive) -> Iterator[tuple[Run, float]]:
    box = _segment(word)
    for run in box.runs:
        if run.text in UNSHAPED:
            share = drive.tied if run.text == NO_BREAK_SPACE else 0.0
            yield run, drive.extra(box.look, run, share)
        else:
            yield run, 0.0


def _start(frame: Frame, width: float) -> float:
    if frame.align is Alignment.RIGHT:
        return frame.width - width
    if frame.align is Alignment.CENTRED:
        return (frame.width - width) / 2
    return frame.indent
