"""The places where a paragraph's lines may end, as numbers for `linebreak`, with the way back."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from aula_reports.typeset.gather import Paragraph
from aula_reports.typeset.linebreak import Places
from aula_reports.typeset.words import Division, Segment, Word, WordCut, WordMaker

# What each division costs, in TeX's penalties.
_PENALTIES = {Division.SOFT: 70.0, Division.OWN: 40.0, Division.SILENT: 60.0}

# A last line of one short word (look/ppa/NOTES.md, section 2; RULES.md, R53, R60).
_LONE_WORD = 200.0
_LONE_LETTERS = 6

# Signs that no line starts with, signs that no line ends with.
_NEVER_FIRST = frozenset("–—:;!?»%”)]")
_NEVER_LAST = frozenset("«“([")

_SENTENCE_END = re.compile(r"[.!?…][»”)\]\u00a0\u202f]*$")


@dataclass(slots=True)
class PlacedText:
    """A paragraph with its places; place k ends before word `stops[k]`, or inside it at `cuts[k]`."""

    paragraph: Paragraph
    places: Places = field(default_factory=Places)
    stops: list[int] = field(default_factory=list)
    cuts: list[WordCut | None] = field(default_factory=list)


def place_text(
    paragraph: Paragraph, maker: WordMaker, *, hang: bool, soft: bool, own: bool
) -> PlacedText:
    """List the places of a paragraph of one word or more.

    `hang` lets signs hang at line ends, `soft` divides words with hyphens, `own` at their own.
    """
    return _Placer(paragraph, maker, hang=hang, soft=soft, own=own).placed


class _Placer:
    """Walks along a paragraph and sums up its widths."""

    def __init__(
        self, paragraph: Paragraph, maker: WordMaker, *, hang: bool, soft: bool, own: bool
    ) -> None:
        self.placed = PlacedText(paragraph)
        self._maker = maker
        self._hang = hang
        self._width = self._free = self._tied = 0.0
        words = paragraph.words
        for number, word in enumerate(words):
            if (soft or own) and word.cuts:
                starts = number == 0 or _SENTENCE_END.search(words[number - 1].text) is not None
                last = number == len(words) - 1 and number > 0
                self._cut(number, word, soft=soft and not last, own=own, starts=starts)
            self._width += word.width
            self._tied += word.tied
            self._end_word(number, word)

    def _cut(self, number: int, word: Word, *, soft: bool, own: bool, starts: bool) -> None:
        for cut in word.cuts:
            division = cut.cut.division
            if division is Division.SOFT:
                if not soft or (cut.cut.at_sentence_start and not starts):
                    continue
            elif not own:
                continue
            after = self._width + cut.before
            self._add(after + self._overhang(word, cut), after, 0.0, self._tied + cut.tied)
            self._note(number, cut, _PENALTIES[division], division is not Division.SILENT)

    def _end_word(self, number: int, word: Word) -> None:
        words, spaces = self.placed.paragraph.words, self.placed.paragraph.spaces
        end = self._width - word.last_tracking - (word.trail if self._hang else 0.0)
        if number == len(words) - 1:
            self._add(end, self._width, 0.0, self._tied)
            self._note(number + 1, None, 0.0, False)
            return
        following = words[number + 1]
        space = spaces[number].width
        self._width += space
        if not (_forbids_start(following) or _forbids_end(word)):
            lead = following.lead if self._hang else 0.0
            self._add(end, self._width + lead, space, self._tied)
            lone = number == len(words) - 2 and number > 0 and _is_short(following)
            self._note(number + 1, None, _LONE_WORD if lone else 0.0, False)
        self._free += space

    def _overhang(self, word: Word, cut: WordCut) -> float:
        """Give the width that a line's end adds to a cut: a hyphen, less what of it hangs."""
        box = word.members[cut.member].box
        assert isinstance(box, Segment)
        division = cut.cut.division
        if division is Division.SILENT:
            return -box.look.tracking
        added = self._maker.width(box.look, "-") if division is Division.SOFT else 0.0
        hang = self._maker.hyphen_hang(box.look) if self._hang else 0.0
        return added - hang - box.look.tracking

    def _add(self, end: float, start: float, space: float, tied: float) -> None:
        places = self.placed.places
        places.end.append(end)
        places.end_free.append(self._free)
        places.start.append(start)
        places.start_free.append(self._free + space)
        places.tied.append(tied)

    def _note(self, stop: int, cut: WordCut | None, penalty: float, hyphen: bool) -> None:
        places = self.placed.places
        places.penalty.append(penalty)
        places.hyphen.append(hyphen)
        self.placed.stops.append(stop)
        self.placed.cuts.append(cut)


def _forbids_start(word: Word) -> bool:
    return word.text[:1] in _NEVER_FIRST


def _forbids_end(word: Word) -> bool:
    return word.text[-1:] in _NEVER_LAST


def _is_short(word: Word) -> bool:
    return sum(map(str.isalnum, word.text)) < _LONE_LETTERS
