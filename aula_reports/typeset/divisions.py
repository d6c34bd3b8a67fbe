"""Where the text of a word divides: at its soft hyphens, at signs of its own, or between syllables.

The first kind that a text has is the only one: who wrote soft hyphens has said it all, and an
address or a compound takes no hyphen of ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from aula_reports.typeset.hyphenation import division_points
from aula_reports.typeset.shaping import SOFT_HYPHEN

# A hyphen that the word has itself: never beside a digit (R19), two letters before (R52).
_OWN_HYPHEN = re.compile(r"(?<=[^\W\d_]{2}-)(?=[^\W\d_][\w’-])")
# A slash parts two words of so many letters at least, not two acronyms or figures.
_SLASH_LETTERS = 3
# Addresses divide without a hyphen after these signs, never inside "://" (R55).
# A name of three parts or more is one even without its scheme: `archives.agence.fr`.
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S{5,}|\S+@\S+\.\w+|(?<!\S)[a-z][\w-]*(?:\.[\w-]{2,}){2,}"
)
_ADDRESS_PLACE = re.compile(r"(?<=[/.?&=_#@-])(?=[^/.?&=_#@-])")
_ADDRESS_LEAST = 5


class Division(Enum):
    """How a word divides: with a hyphen of ours, after its own, or without any."""

    SOFT = "soft"
    OWN = "own"
    SILENT = "silent"


def divisions(part: str, *, divides: bool) -> Iterator[tuple[int, Division]]:
    """List where a part without tied spaces divides, in order."""
    if SOFT_HYPHEN in part:
        before = part.split(SOFT_HYPHEN)
        for count in range(1, len(before)):
            yield sum(map(len, before[:count])), Division.SOFT
    elif has_signs(part) and _ADDRESS.search(part):
        for match in _ADDRESS_PLACE.finditer(part):
            if _ADDRESS_LEAST <= match.start() <= len(part) - _ADDRESS_LEAST:
                yield match.start(), Division.SILENT
    elif "-" in part or "/" in part:
        marked = [(match.start(), Division.OWN) for match in _OWN_HYPHEN.finditer(part)]
        marked += [(place, Division.SILENT) for place in _after_slashes(part)]
        yield from sorted(marked, key=lambda place: place[0])
    elif divides:
        for letters in division_points(part):
            yield letters, Division.SOFT


def _after_slashes(part: str) -> Iterator[int]:
    for place, sign in enumerate(part, 1):
        if sign == "/" and place > _SLASH_LETTERS:
            before = part[place - 1 - _SLASH_LETTERS : place - 1]
            after = part[place : place + _SLASH_LETTERS]
            if _is_small(before) and _is_small(after):
                yield place


def _is_small(letters: str) -> bool:
    return len(letters) == _SLASH_LETTERS and letters.isalpha() and letters.islower()


def has_signs(text: str) -> bool:
    """Say whether a text may divide without a hyphen of ours; quicker than to look for places."""
    return "-" in text or "/" in text or "@" in text or text.count(".") > 1
