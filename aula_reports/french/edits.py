"""Edits: how a rule says what it wants changed, so that runs of markup can follow.

A rule never returns a new string but the edits that lead to it, in order and without overlap.
The same edits rewrite the text and move the boundaries of the runs that make the paragraph.

Rules are patterns, and making them takes longer than searching all the texts of a booklet. So a
pattern that few texts need stays a string, which `re` compiles when a text first asks for it; and
a set of characters keeps to Latin-1 where it can: for a set that goes beyond by several ranges `re`
draws a map of 65 536 characters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from aula_reports.french.profiles import Profile

# What separates words inside a line; tabs and line ends are not ours.
TABS_AND_LINE_ENDS = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85"
SPACE = rf"[^\S{TABS_AND_LINE_ENDS}]"
CAPITAL = r"(?:[A-ZÀ-ÖØ-Þ]|Œ\w?)"  # to look ahead for; written so that `re` makes no set of it

Edit = tuple[int, int, str]  # start, end, replacement
Finder = Callable[[str, Profile], Iterable[Edit]]


class Rule(Struct, frozen=True):
    """A numbered rule; it is asked only when one of its triggers stands in the text.

    One that `counts` is asked only of texts with figures, which most have not: they are spared it
    all at once.
    """

    number: str
    triggers: tuple[str, ...]
    find: Finder
    counts: bool = False

    def concerns(self, text: str) -> bool:
        # Asked twenty times a text, so without a generator.
        return not self.triggers or True in map(text.__contains__, self.triggers)


def apply_edits(text: str, edits: Sequence[Edit]) -> str:
    """Rewrite the text; the edits are in order and do not overlap."""
    pieces: list[str] = []
    done = 0
    for start, end, replacement in edits:
        pieces += (text[done:start], replacement)
        done = end
    pieces.append(text[done:])
    return "".join(pieces)


def move_boundary(boundary: int, edits: Sequence[Edit]) -> int:
    """Say where a boundary between runs stands after the edits.

    What is inserted right at a boundary goes to the run behind it, beside the sign that asked for
    it; a boundary inside an edit keeps as many characters before it as the replacement can give.
    """
    shift = 0
    for start, end, replacement in edits:
        if start >= boundary:
            break
        before = min(end, boundary) - start
        grown = len(replacement) - before
        shift += grown if end <= boundary else min(0, grown)
    return boundary + shift


def is_space(character: str) -> bool:
    return character.isspace() and character not in TABS_AND_LINE_ENDS


def skip_spaces_back(text: str, position: int) -> int:
    """Return where the spaces that end at `position` begin."""
    while position > 0 and is_space(text[position - 1]):
        position -= 1
    return position
