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
# What names a place or a thing to a machine: addresses, paths, options, names with `_`, `=`, `:`.
# A name of three parts or more is one even without its scheme: `archives.agence.fr`.
_CODE = re.compile(
    r"[A-Za-z][\w+.-]*://\S|www\.\S{5,}|\S+@\S+\.\w+"
    r"|(?<!\S)[a-z][\w-]*(?:\.[\w-]{2,}){2,}"
    r"|(?<![\w).€%])(?:~|\.{1,2})?/[\w.{]|\w/[\w.-]*[\w-]\.[A-Za-z]{2}|(?<![\w)])--?[A-Za-z]"
    r"|[^\W_]_[^\W_]|\w=[\w/]|[^\W\d]::?\w"
    r"|\w\.(?:conf|txt|html?|pdf|xml|json|ya?ml|csv|log|xlsx?|docx?|odt|ods|pptx?|zip|gz|png|jpe?g)\b"
)
# It divides without a hyphen of ours after these signs, never inside "://" (R55).
_CODE_PLACE = re.compile(r"(?<=[/.?&=_#@:,+-])(?=[^/.?&=_#@:,+-])")
_CODE_LEAST = 5
# Where nothing else helps, it does after any sign, and between the syllables of its words.
_FORCED_LEAST = 2
_LETTERS = re.compile(r"[^\W\d_]{5,}")
# No text without one of these is a name for machines.
_SIGNS = re.compile(r"[-/@_=]|\.\w|\w:\w")


class Division(Enum):
    """How a word divides: with a hyphen of ours, after its own, without any; or so by force."""

    SOFT = "soft"
    OWN = "own"
    SILENT = "silent"
    FORCED = "forced"

    @property
    def has_hyphen(self) -> bool:
        """Say whether a line that ends so ends with a hyphen."""
        return self is Division.SOFT or self is Division.OWN


def divisions(part: str, *, divides: bool, forced: bool = False) -> Iterator[tuple[int, Division]]:
    """List where a part without tied spaces divides, in order.

    `forced` is for lines that nothing else sets well: what only a machine reads then divides
    between its syllables, too. Words of the language never do so.
    """
    if SOFT_HYPHEN in part:
        before = part.split(SOFT_HYPHEN)
        for count in range(1, len(before)):
            yield sum(map(len, before[:count])), Division.SOFT
    elif has_signs(part) and _CODE.search(part):
        yield from _forced(part) if forced else _in_code(part, _CODE_LEAST)
    elif "-" in part or "/" in part:
        marked = [(match.start(), Division.OWN) for match in _OWN_HYPHEN.finditer(part)]
        marked += [(place, Division.SILENT) for place in _after_slashes(part)]
        yield from sorted(marked, key=lambda place: place[0])
    elif divides:
        for letters in division_points(part):
            yield letters, Division.SOFT


def _in_code(part: str, least: int) -> Iterator[tuple[int, Division]]:
    """List where a name for machines divides, so many characters from its ends."""
    for match in _CODE_PLACE.finditer(part):
        place = match.start()
        if least <= place <= len(part) - least:
            yield place, Division.OWN if part[place - 1] == "-" else Division.SILENT


def _forced(part: str) -> Iterator[tuple[int, Division]]:
    known = dict(_in_code(part, _CODE_LEAST))
    found = dict.fromkeys(dict(_in_code(part, _FORCED_LEAST)), Division.FORCED)
    for word in _LETTERS.finditer(part):
        places = division_points(word.group().lower())
        found |= dict.fromkeys([word.start() + place for place in places], Division.FORCED)
    yield from sorted((found | known).items())


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
    return _SIGNS.search(text) is not None
