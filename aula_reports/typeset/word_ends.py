"""Where a paragraph's lines may end, as numbers for `linebreak` and `ragged`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from operator import add

from aula_reports.model.layout import Justification
from aula_reports.typeset.boxes import WordCut
from aula_reports.typeset.divisions import Division
from aula_reports.typeset.gather import Paragraph
from aula_reports.typeset.places import KNEE, Inside, Insides, LineEnd, Places, Widths
from aula_reports.typeset.words import WordMaker

# What each division costs, in TeX's penalties: letterfit makes hyphens rare, and so they cost.
_PENALTIES = {
    Division.SOFT: 740.0,
    Division.OWN: 300.0,
    Division.SILENT: 300.0,
    Division.FORCED: 3_000.0,
}
# Lines that are not justified have no need of them either.
_RAGGED_PENALTIES = {Division.SOFT: 70.0, Division.OWN: 40.0, Division.SILENT: 60.0}

# A last line of one short word (look/ppa/NOTES.md, section 2; RULES.md, R53, R60).
_LONE_WORD = 200.0
_WORDS_OF_TWO_LINES = 3

# Signs that end a sentence, and what may stand after them.
_SENTENCE_ENDS = (".", "!", "?", "…")
_CLOSERS = "»”)]\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"


class WordEnds:
    """The places of a paragraph of one word or more, and the cuts of its words when asked for.

    Words divide at signs of their own; where a text is `hyphenated`, with hyphens of ours too.
    Names for machines are `forced` to where nothing else helps.
    """

    def __init__(
        self, paragraph: Paragraph, maker: WordMaker, *, hyphenated: bool, forced: bool = False
    ) -> None:
        self._words = paragraph.words
        self._spaces = paragraph.spaces
        self._maker = maker
        self._hyphenated = hyphenated
        self._forced = forced
        self._cuts: dict[int, Sequence[WordCut]] = {}

    def cuts(self, number: int) -> Sequence[WordCut]:
        """List where a word divides here; capitalised words do only where a sentence starts."""
        cuts = self._cuts.get(number)
        if cuts is None:
            cuts = self._cuts[number] = tuple(self._allowed(number))
        return cuts

    def cut(self, end: LineEnd) -> WordCut | None:
        """Find the cut at which a line ends, if it ends inside a word."""
        return None if end.cut is None else self.cuts(end.word)[end.cut]

    def _allowed(self, number: int) -> Iterator[WordCut]:
        words, word = self._words, self._words[number]
        if not self._hyphenated and not word.has_signs:
            return
        cuts = self._maker.cuts(word, forced=self._forced)
        if not cuts:
            return
        # The last word of a paragraph is not divided (R51), unless it stands alone.
        soft = self._hyphenated and (number < len(words) - 1 or not number)
        starts = not number or _ends_sentence(words[number - 1].text)
        for cut in cuts:
            own = cut.cut.division is not Division.SOFT
            if own or (soft and (starts or not cut.cut.at_sentence_start)):
                yield cut

    # ----------------------------------------------------------------- justified

    def widths(self, justification: Justification) -> Widths:
        """Sum up the words for lines that are justified, signs hanging at their ends."""
        columns = tuple(zip(*[word.numbers for word in self._words], strict=True))
        widths, own_loose, own_tight, leads, inked, clings, holds, penalties, echo = columns
        blanks = [space.width for space in self._spaces]
        grown = [(justification.space_most - 1.0) * blank for blank in blanks]
        give = (1.0 - justification.space_least) / (justification.space_most - 1.0)
        starts = _sums(widths, blanks)
        loose = _sums(own_loose, [KNEE * blank for blank in grown])
        tight = _sums(own_tight, [KNEE * give * blank for blank in grown])
        return Widths(
            begin=list(map(add, starts, leads)),
            end=list(map(add, starts, inked)),
            loose=loose,
            tight=tight,
            free=list(accumulate(grown, initial=0.0)),
            loose_end=list(map(add, loose, own_loose)),
            tight_end=list(map(add, tight, own_tight)),
            may_end=_may_end(clings, holds),
            penalty=[penalty * penalty for penalty in self._penalties(penalties)],
            echo=echo,
            give=give,
        )

    def insides(self, widths: Widths) -> Insides:
        """Say where lines may end inside a word; a word is looked up when it is asked for."""
        known: dict[int, Sequence[Inside]] = {}

        def inside(number: int) -> Sequence[Inside]:
            places = known.get(number)
            if places is None:
                places = known[number] = self._inside(number, widths)
            return places

        return inside

    def _inside(self, number: int, widths: Widths) -> Sequence[Inside]:
        cuts = self.cuts(number)
        if not cuts:
            return ()
        start = widths.begin[number] - self._words[number].lead
        loose, tight = widths.loose[number], widths.tight[number]
        return [
            Inside(
                begin=start + cut.passed,
                end=start + cut.before + cut.added - cut.hang,
                loose=loose + cut.loose,
                tight=tight + cut.tight,
                penalty=_PENALTIES[cut.cut.division] ** 2,
                hyphen=cut.cut.division.has_hyphen,
            )
            for cut in cuts
        ]

    def _penalties(self, penalties: Sequence[float]) -> Sequence[float]:
        """Add what it costs to leave one short word to the last line."""
        if len(penalties) < _WORDS_OF_TWO_LINES or not self._words[-1].is_short:
            return penalties
        return [*penalties[:-2], _LONE_WORD, penalties[-1]]

    # ----------------------------------------------------------------- ragged

    def ragged(self) -> tuple[Places, list[LineEnd]]:
        """List all places of lines that are not justified; nothing hangs at their ends."""
        words = self._words
        last = len(words) - 1
        starts = _sums([word.width for word in words], [space.width for space in self._spaces])
        *_, clings, holds, own, _ = zip(*[word.numbers for word in words], strict=True)
        may_end, penalties = _may_end(clings, holds), self._penalties(own)
        rows: list[tuple[float, float, float]] = []
        ends: list[LineEnd] = []
        for number, (word, start) in enumerate(zip(words, starts, strict=True)):
            if self._hyphenated or word.has_signs:
                for place, cut in enumerate(self.cuts(number)):
                    penalty = _RAGGED_PENALTIES[cut.cut.division]
                    rows.append((start + cut.before + cut.added, start + cut.passed, penalty))
                    ends.append(LineEnd(number, place))
            if number == last or may_end[number]:
                following = starts[number + 1] if number < last else start + word.width
                end = start + word.width - word.last_tracking
                rows.append((end, following, penalties[number] if number < last else 0.0))
                ends.append(LineEnd(number))
        return Places(*zip(*rows, strict=True)), ends


def _may_end(clings: Sequence[bool], holds: Sequence[bool]) -> list[bool]:
    """Say of each word whether a line may end with it."""
    if not any(clings) and not any(holds):
        return [True] * len(clings)
    return [not (one or other) for one, other in zip((*clings[1:], False), holds, strict=True)]


def _sums(words: Sequence[float], spaces: Sequence[float]) -> list[float]:
    """Sum up what stands before each word: words, and the spaces between them."""
    return list(accumulate(map(add, words, spaces), initial=0.0))


def _ends_sentence(text: str) -> bool:
    return text.rstrip(_CLOSERS).endswith(_SENTENCE_ENDS)
