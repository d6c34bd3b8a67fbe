"""The places where a paragraph's lines may end, as numbers for `linebreak`, with the way back."""

from __future__ import annotations

import re
from enum import Enum

from msgspec import Struct

from aula_reports.typeset.divisions import Division
from aula_reports.typeset.gather import Paragraph
from aula_reports.typeset.linebreak import Place, Places
from aula_reports.typeset.words import Word, WordCut, WordMaker

# What each division costs, in TeX's penalties.
_PENALTIES = {Division.SOFT: 70.0, Division.OWN: 40.0, Division.SILENT: 60.0}

# A last line of one short word (look/ppa/NOTES.md, section 2; RULES.md, R53, R60).
_LONE_WORD = 200.0

_SENTENCE_END = re.compile(r"[.!?…][»”)\]\u00a0\u202f]*$")


class PlacedText(Struct, frozen=True):
    """A paragraph and its places: number k is before word `stops[k]`, or inside it at `cuts[k]`."""

    paragraph: Paragraph
    places: Places
    stops: list[int]
    cuts: list[WordCut | None]


class Hyphens(Enum):
    """Where words of a text divide: nowhere, at signs of their own, or with hyphens of ours too."""

    NONE = "none"
    OWN = "own"
    OURS = "ours"


def place_text(
    paragraph: Paragraph, maker: WordMaker, hyphens: Hyphens, *, hang: bool
) -> PlacedText:
    """List the places of a paragraph of one word or more; `hang` lets signs hang at line ends."""
    return _Placer(paragraph, maker, hyphens, hang=hang).run()


class _Placer:
    """Walks along a paragraph and sums up its widths."""

    def __init__(
        self, paragraph: Paragraph, maker: WordMaker, hyphens: Hyphens, *, hang: bool
    ) -> None:
        self._paragraph = paragraph
        self._maker = maker
        self._hyphens = hyphens
        self._hang = hang
        self._width = self._free = self._tied = 0.0
        self._rows: list[Place] = []
        self._stops: list[int] = []
        self._cuts: list[WordCut | None] = []

    def run(self) -> PlacedText:
        words = self._paragraph.words
        last = len(words) - 1
        ours = self._hyphens is Hyphens.OURS
        for number, word in enumerate(words):
            if ours or (self._hyphens is Hyphens.OWN and word.has_signs):
                # The last word of a paragraph is not divided (R51), unless it stands alone.
                self._divide(number, word, soft=ours and (number < last or not last))
            self._width += word.width
            self._tied += word.tied
            if number < last:
                self._end_word(number, word, last)
        self._end(last)
        return PlacedText(self._paragraph, Places.of(self._rows), self._stops, self._cuts)

    def _divide(self, number: int, word: Word, *, soft: bool) -> None:
        """Add the places inside a word; capitalised words divide only where a sentence starts."""
        cuts = self._maker.cuts(word)
        if not cuts:
            return
        words = self._paragraph.words
        starts = not number or _SENTENCE_END.search(words[number - 1].text) is not None
        width, free, tied = self._width, self._free, self._tied
        for cut in cuts:
            division = cut.cut.division
            own = division is not Division.SOFT
            if own or (soft and (starts or not cut.cut.at_sentence_start)):
                start = width + cut.passed
                end = width + cut.before + cut.added - (cut.hang if self._hang else 0.0)
                hyphen = division is not Division.SILENT
                penalty = _PENALTIES[division]
                self._rows.append((end, free, start, free, tied + cut.tied, penalty, hyphen))
                self._stops.append(number)
                self._cuts.append(cut)

    def _end_word(self, number: int, word: Word, last: int) -> None:
        """Add the place at the space after a word, unless its neighbours may not part."""
        following = self._paragraph.words[number + 1]
        space = self._paragraph.spaces[number].width
        end = self._width - word.last_tracking
        start = self._width + space
        free, after = self._free, self._free + space
        self._width, self._free = start, after
        if following.clings or word.holds:
            return
        if self._hang:
            end -= word.trail
            start += following.lead
        penalty = _LONE_WORD if number + 1 == last and number and following.is_short else 0.0
        self._rows.append((end, free, start, after, self._tied, penalty, False))
        self._stops.append(number + 1)
        self._cuts.append(None)

    def _end(self, last: int) -> None:
        word = self._paragraph.words[last]
        end = self._width - word.last_tracking - (word.trail if self._hang else 0.0)
        self._rows.append((end, self._free, end, self._free, self._tied, 0.0, False))
        self._stops.append(last + 1)
        self._cuts.append(None)
