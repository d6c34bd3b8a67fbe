"""Words as the line builder sees them: shaped, measured, with the places where they divide.

A word is what stands between two breakable spaces. It is made of segments, one a look and inline
element, and of drawn marks; a segment is made of runs, parted at its tied spaces (U+00A0), which
stretch with the line. All widths here are points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from msgspec import Struct

from aula_reports.typeset.hyphenation import division_points, is_capitalised
from aula_reports.typeset.looks import Look
from aula_reports.typeset.runs import Run
from aula_reports.typeset.shaping import NO_BREAK_SPACE, SOFT_HYPHEN, Shaper

# How far signs hang in the margin, in shares of their advance.
_HANGS_AFTER = {".": 0.7, ",": 0.7, "-": 0.6, "’": 0.6, ";": 0.4, ":": 0.4, "»": 0.35}
_HANGS_AFTER |= {"”": 0.4, "…": 0.25, "–": 0.25, "—": 0.2, "!": 0.15, "?": 0.1, ")": 0.1}
_HANGS_BEFORE = {"«": 0.35, "“": 0.4, "‘": 0.5, "’": 0.5, "—": 0.2, "(": 0.08}

# Signs that no line starts with, signs that no line ends with.
_NEVER_FIRST = frozenset("–—:;!?»%”)]")
_NEVER_LAST = frozenset("«“([")

# A word of fewer letters is not left alone on a last line (look/ppa/NOTES.md, section 2).
_SHORT_LETTERS = 6

# A hyphen that the word has itself: never beside a digit (R19), two letters before (R52).
_OWN_HYPHEN = re.compile(r"(?<=[^\W\d_]{2}-)(?=[^\W\d_][\w’-])")
# A slash between two words, not between two acronyms or figures.
_SLASH = re.compile(r"(?<=[a-zà-ÿœ]{3}/)(?=[a-zà-ÿœ]{3})")
# Addresses divide without a hyphen after these signs, never inside "://" (R55).
_ADDRESS = re.compile(r"(?:https?://|www\.)\S{5,}|\S+@\S+\.\w+")
_ADDRESS_PLACE = re.compile(r"(?<=[/.?&=_#@-])(?=[^/.?&=_#@-])")
_ADDRESS_LEAST = 5


class Division(Enum):
    """How a word divides: with a hyphen of ours, after its own, or without any."""

    SOFT = "soft"
    OWN = "own"
    SILENT = "silent"


class Cut(Struct, frozen=True, eq=False):
    """A place where a segment divides: after `letters` of its run number `run`.

    `before` is the width of what stays before it, set alone; `passed` what the segment's width
    loses for the rest, set alone: they differ by the kerning that a cut undoes. `tied` is the
    width of the tied spaces before it. `at_sentence_start` cuts belong to capitalised words and
    hold only where a sentence starts.
    """

    run: int
    letters: int
    before: float
    passed: float
    tied: float
    division: Division
    at_sentence_start: bool = False


class Segment(Struct, frozen=True, eq=False):
    """Text of one look without breakable space. `runs` alternate freely with tied spaces."""

    look: Look
    text: str
    runs: tuple[Run, ...]
    width: float
    tied: float
    cuts: tuple[Cut, ...]


class MarkBox(Struct, frozen=True, eq=False):
    """A drawn mark in a word: `gap` before it, `size` of its square."""

    name: str
    size: float
    ink: str
    gap: float


class Member(Struct, frozen=True, eq=False):
    """A segment or a mark in a word, with the inline element that needs its own tag, if any."""

    box: Segment | MarkBox
    inline: int | None = None


class WordCut(Struct, frozen=True, eq=False):
    """A cut of the segment that is a word's member number `member`; widths are the word's.

    A line that ends here is wider by `added` (the hyphen of ours), of which `hang` hangs out.
    """

    member: int
    before: float
    passed: float
    tied: float
    added: float
    hang: float
    cut: Cut


class Word(Struct, frozen=True, eq=False):
    """Members that no breakable space parts. `lead` and `trail` hang in the margins at line ends.

    A word that `clings` never starts a line, one that `holds` never ends one. `last_tracking` is
    the tracking after the last glyph, which no line end shows.
    """

    members: tuple[Member, ...]
    text: str
    width: float
    tied: float
    lead: float
    trail: float
    last_tracking: float
    cuts: tuple[WordCut, ...]
    clings: bool
    holds: bool
    is_short: bool


class WordMaker:
    """Makes segments and words; a segment is made once for each look and text."""

    def __init__(self, shaper: Shaper) -> None:
        self._shaper = shaper
        self._segments: dict[tuple[Look, str], Segment] = {}
        self._words: dict[Segment, Word] = {}

    def segment(self, look: Look, text: str) -> Segment:
        key = (look, text)
        segment = self._segments.get(key)
        if segment is None:
            segment = self._segments[key] = self._make_segment(look, text)
        return segment

    def word(self, members: tuple[Member, ...]) -> Word:
        """Join members to a word; a plain word of one segment is made once."""
        if len(members) == 1 and members[0].inline is None:
            box = members[0].box
            if isinstance(box, Segment):
                word = self._words.get(box)
                if word is None:
                    word = self._words[box] = self._make_word(members)
                return word
        return self._make_word(members)

    def run(self, look: Look, text: str) -> Run:
        return self._shaper.run(look.face, text, look.features)

    def width(self, look: Look, text: str) -> float:
        return width_of(look, self.run(look, text))

    def between(self, segment: Segment, low: Cut | None, high: Cut | None) -> list[Run]:
        """Give the runs of a segment between two cuts, with the hyphen that the latter needs."""
        first = low.run if low else 0
        last = high.run if high else len(segment.runs) - 1
        runs = []
        for place in range(first, last + 1):
            run = segment.runs[place]
            start = low.letters if low and place == first else 0
            end = high.letters if high and place == last else len(run.text)
            whole = end - start == len(run.text)
            runs.append(run if whole else self.run(segment.look, run.text[start:end]))
        if high and high.division is Division.SOFT:
            runs.append(self.run(segment.look, SOFT_HYPHEN))
        return runs

    def _make_segment(self, look: Look, text: str) -> Segment:
        if look.capitals:
            text = text.upper()
        parts = [part for part in re.split(f"({NO_BREAK_SPACE})", text) if part]
        runs = tuple(self.run(look, part.replace(SOFT_HYPHEN, "")) for part in parts)
        widths = [width_of(look, run) for run in runs]
        ties = [w for w, run in zip(widths, runs, strict=True) if run.text == NO_BREAK_SPACE]
        cuts = tuple(self._cuts(look, parts, runs, widths))
        return Segment(look, text.replace(SOFT_HYPHEN, ""), runs, sum(widths), sum(ties), cuts)

    def _cuts(
        self, look: Look, parts: list[str], runs: tuple[Run, ...], widths: list[float]
    ) -> Iterator[Cut]:
        before, tied, letters_seen = 0.0, 0.0, False
        for place, run in enumerate(runs):
            part = parts[place]
            capitalised = is_capitalised(part)
            for letters, division in _places(part, divides=look.divides):
                soft = division is Division.SOFT
                if soft and capitalised and letters_seen and SOFT_HYPHEN not in part:
                    continue
                stays, passes = self._parted(look, run, letters)
                yield Cut(
                    run=place,
                    letters=letters,
                    before=before + stays,
                    passed=before + passes,
                    tied=tied,
                    division=division,
                    at_sentence_start=soft and capitalised,
                )
            before += widths[place]
            tied += widths[place] if run.text == NO_BREAK_SPACE else 0.0
            letters_seen = letters_seen or any(map(str.isalnum, part))

    def _parted(self, look: Look, run: Run, letters: int) -> tuple[float, float]:
        """Measure a run's first letters, and what its width loses when they go.

        Only a cut that would part a ligature needs the pieces shaped.
        """
        seen, advance, glyphs = 0, 0.0, 0
        for glyph in run.glyphs:
            if seen >= letters and glyph.text:
                break
            seen += len(glyph.text)
            advance += glyph.advance
            glyphs += 1
        if seen != letters:
            rest = self.width(look, run.text[letters:])
            return self.width(look, run.text[:letters]), width_of(look, run) - rest
        passed = advance * look.size / 1000 + glyphs * look.tracking
        return passed - self._shaper.kern(run, glyphs - 1) * look.size / 1000, passed

    def _make_word(self, members: tuple[Member, ...]) -> Word:
        width, tied = 0.0, 0.0
        cuts: list[WordCut] = []
        for place, member in enumerate(members):
            box = member.box
            if isinstance(box, MarkBox):
                width += box.gap + box.size
                continue
            if _stands_apart(members, place):
                cuts += [self._word_cut(place, width, tied, box, cut) for cut in box.cuts]
            width += box.width
            tied += box.tied
        text = "".join(box.text for box in _segments(members))
        return Word(
            members=members,
            text=text,
            width=width,
            tied=tied,
            lead=self._hang(members[0], _HANGS_BEFORE, 0),
            trail=self._hang(members[-1], _HANGS_AFTER, -1),
            last_tracking=_last_tracking(members[-1]),
            cuts=tuple(cuts),
            clings=text[:1] in _NEVER_FIRST,
            holds=text[-1:] in _NEVER_LAST,
            is_short=sum(map(str.isalnum, text)) < _SHORT_LETTERS,
        )

    def _word_cut(self, member: int, width: float, tied: float, box: Segment, cut: Cut) -> WordCut:
        hyphen = self.width(box.look, "-")
        silent = cut.division is Division.SILENT
        return WordCut(
            member=member,
            before=width + cut.before,
            passed=width + cut.passed,
            tied=tied + cut.tied,
            added=(hyphen if cut.division is Division.SOFT else 0.0) - box.look.tracking,
            hang=0.0 if silent else _HANGS_AFTER["-"] * hyphen,
            cut=cut,
        )

    def _hang(self, member: Member, shares: dict[str, float], place: int) -> float:
        box = member.box
        if isinstance(box, MarkBox):
            return 0.0
        sign = box.text[place]
        share = shares.get(sign)
        return share * self.width(box.look, sign) if share else 0.0


def width_of(look: Look, run: Run) -> float:
    """Measure a run in a look, tracking after every glyph."""
    width = run.width * look.size / 1000
    return width + len(run.glyphs) * look.tracking if look.tracking else width


def _places(part: str, *, divides: bool) -> Iterator[tuple[int, Division]]:
    """List where a part without tied spaces divides, in order."""
    if SOFT_HYPHEN in part:
        before = part.split(SOFT_HYPHEN)
        for count in range(1, len(before)):
            yield sum(map(len, before[:count])), Division.SOFT
    elif _ADDRESS.search(part):
        for match in _ADDRESS_PLACE.finditer(part):
            if _ADDRESS_LEAST <= match.start() <= len(part) - _ADDRESS_LEAST:
                yield match.start(), Division.SILENT
    elif "-" in part or "/" in part:
        marked = [(match.start(), Division.OWN) for match in _OWN_HYPHEN.finditer(part)]
        marked += [(match.start(), Division.SILENT) for match in _SLASH.finditer(part)]
        yield from sorted(marked, key=lambda place: place[0])
    elif divides:
        for letters in division_points(part):
            yield letters, Division.SOFT


def _segments(members: tuple[Member, ...]) -> Iterator[Segment]:
    for member in members:
        if isinstance(member.box, Segment):
            yield member.box


def _stands_apart(members: tuple[Member, ...], place: int) -> bool:
    """Say whether a segment touches its neighbours with no letter, so that its cuts are sound."""
    return not (
        (place > 0 and _touches(members[place - 1].box, -1))
        or (place + 1 < len(members) and _touches(members[place + 1].box, 0))
    )


def _touches(box: Segment | MarkBox, place: int) -> bool:
    return isinstance(box, Segment) and box.text[place].isalnum()


def _last_tracking(member: Member) -> float:
    return member.box.look.tracking if isinstance(member.box, Segment) else 0.0
