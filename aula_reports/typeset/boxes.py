"""What words are made of, measured: segments and marks, the cuts where they divide.

A word is what stands between two breakable spaces. It is made of segments, one a look and inline
element, and of drawn marks; a segment is made of runs, parted at its tied spaces (U+00A0), which
stretch with the line, and at its thin ones (U+202F), which never change. All widths here are
points.
"""

from __future__ import annotations

from msgspec import Struct

from aula_reports.typeset.divisions import Division, has_signs
from aula_reports.typeset.looks import Look
from aula_reports.typeset.runs import Run

# A word of fewer letters is not left alone on a last line (look/ppa/NOTES.md, section 2).
_SHORT_LETTERS = 6


class Cut(Struct, frozen=True, eq=False):
    """A place where a segment divides: after `letters` of its run number `run`.

    `before` is the width of what stays before it, set alone; `passed` what the segment's width
    loses for the rest, set alone: they differ by the kerning that a cut undoes. `tied` and `thin`
    are the widths of such spaces before it, `tracked` the glyphs before it that no space follows.
    `at_sentence_start` cuts belong to capitalised words and hold only where a sentence starts.
    """

    run: int
    letters: int
    before: float
    passed: float
    tied: float
    thin: float
    tracked: int
    division: Division
    at_sentence_start: bool = False


class Segment(Struct, frozen=True, eq=False):
    """Text of one look without breakable space. `runs` alternate freely with tied spaces.

    `parts` are the texts of the runs as they were written, soft hyphens included; `tracked`
    are the glyphs that none of its spaces follows, `tied` and `thin` the widths of these.
    """

    look: Look
    text: str
    parts: tuple[str, ...]
    runs: tuple[Run, ...]
    width: float
    tied: float
    thin: float
    tracked: int

    @property
    def ink(self) -> float:
        return self.width - self.tied - self.thin


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

    A line that ends here is wider by `added` (the hyphen of ours), of which `hang` hangs out;
    `loose` and `tight` are what the word can grow and shrink by up to here.
    """

    member: int
    before: float
    passed: float
    loose: float
    tight: float
    added: float
    hang: float
    cut: Cut


# Of a word: width, loose, tight, lead, width where it ends a line, clings, holds, penalty, echo.
WordNumbers = tuple[float, float, float, float, float, bool, bool, float, str]


class Word(Struct, frozen=True, eq=False):
    """Members that no breakable space parts. `lead` and `trail` hang in the margins at line ends.

    A word that `clings` never starts a line, one that `holds` never ends one. `last_tracking` is
    the tracking after the last glyph, which no line end shows; `tracked` counts the glyphs of its
    letters that are followed by another. `numbers` are what the sums of a paragraph are made of,
    in one row: with the above, what the word can grow and shrink by, what a line that ends with
    it costs, and its echo, by which words are alike ("" if it is short).
    """

    members: tuple[Member, ...]
    text: str
    width: float
    tied: float
    thin: float
    tracked: int
    lead: float
    trail: float
    last_tracking: float
    clings: bool
    holds: bool
    numbers: WordNumbers

    @property
    def has_signs(self) -> bool:
        """Say whether signs in the word may let it divide without a hyphen of ours."""
        return has_signs(self.text)

    def is_of(self, look: Look) -> bool:
        """Say whether a word is all letters of one look."""
        return all(isinstance(m.box, Segment) and m.box.look is look for m in self.members)

    @property
    def is_short(self) -> bool:
        return sum(map(str.isalnum, self.text)) < _SHORT_LETTERS
