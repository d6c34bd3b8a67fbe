"""The places where a paragraph's lines may end, as numbers for `linebreak`, with the way back."""

from __future__ import annotations

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

# Signs that end a sentence, and what may stand after them.
_SENTENCE_ENDS = (".", "!", "?", "…")
_CLOSERS = "»”)]\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"


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
        self._rows: list[Place] = []
        self._stops: list[int] = []
        self._cuts: list[WordCut | None] = []

    def run(self) -> PlacedText:
        words, hang = self._paragraph.words, self._hang
        last = len(words) - 1
        width = free = tied = 0.0
        for number, (word, space) in enumerate(zip(words, self._paragraph.spaces, strict=False)):
            self._divide(number, word, (width, free, tied))
            following = words[number + 1]
            free_before, end = free, width + word.width
            width, free, tied = end + space.width, free + space.width, tied + word.tied
            if following.clings or word.holds:
                continue
            end -= word.last_tracking
            start = width
            if hang:
                end -= word.trail
                start += following.lead
            penalty = _LONE_WORD if 0 < number == last - 1 and following.is_short else 0.0
            self._rows.append((end, free_before, start, free, tied, penalty, False))
            self._stops.append(number + 1)
            self._cuts.append(None)
        self._divide(last, words[last], (width, free, tied))
        self._end(words[last], (width, free, tied))
        return PlacedText(self._paragraph, Places.of(self._rows), self._stops, self._cuts)

    def _divide(self, number: int, word: Word, sums: tuple[float, float, float]) -> None:
        """Add the places inside a word; capitalised words divide only where a sentence starts."""
        ours = self._hyphens is Hyphens.OURS
        if not ours and (self._hyphens is Hyphens.NONE or not word.has_signs):
            return
        cuts = self._maker.cuts(word)
        if not cuts:
            return
        words = self._paragraph.words
        # The last word of a paragraph is not divided (R51), unless it stands alone.
        soft = ours and (number < len(words) - 1 or not number)
        starts = not number or _ends_sentence(words[number - 1].text)
        width, free, tied = sums
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

    def _end(self, word: Word, sums: tuple[float, float, float]) -> None:
        """Add the end of the last word."""
        width, free, tied = sums
        end = width + word.width - word.last_tracking - (word.trail if self._hang else 0.0)
        self._rows.append((end, free, end, free, tied + word.tied, 0.0, False))
        self._stops.append(len(self._paragraph.words))
        self._cuts.append(None)


def _ends_sentence(text: str) -> bool:
    return text.rstrip(_CLOSERS).endswith(_SENTENCE_ENDS)
