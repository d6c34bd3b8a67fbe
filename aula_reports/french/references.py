"""Words that point to a number: R24 (page 9, art. 3, n° 12, § 4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aula_reports.french.edits import Edit, Rule, is_space, skip_spaces_back
from aula_reports.french.profiles import NBSP, Profile

_POINTING = """
    page article axe action annexe figure tableau carte chapitre alinéa volume tome lot phase
    objectif orientation fiche titre partie section ligne étape mesure encadré note
"""
_POINTING_SHORT = "p. pp. art. fig. tab. chap. vol. t. al. n° nn° nº §"
_SINGULARS = _POINTING.split()
_PLURALS = [f"{word}x" if word.endswith("eau") else f"{word}s" for word in _SINGULARS]
_WORDS = frozenset(_SINGULARS + _PLURALS)
_SHORT = frozenset(_POINTING_SHORT.split())
_LONGEST = max(map(len, _WORDS)) + 1  # one letter more, so that a longer word is seen to be longer

_NUMBER = r"(?=\d|[IVX]+(?![\w'])(?!’))"
# The blank is looked for behind the number: there are many more blanks than numbers.
_AFTER_BLANK = re.compile(r"[0-9IVX](?<=\s.)(?:(?<=\d)|[IVX]*(?![\w'])(?!’))")
_GLUED = rf"(?:(?<!\w)(?:p\.|art\.|[nN]{{1,2}}[°º])|§){_NUMBER}"
_LAST_WORD = re.compile(r"(?:\w+[.°]?|§)\Z")


def find_references(text: str, profile: Profile) -> Iterator[Edit]:
    """R24: what points to a number keeps with it."""
    for match in _AFTER_BLANK.finditer(text):
        number = match.start()
        blank = skip_spaces_back(text, number)
        if blank < number and follows_reference(text, number):
            yield blank, number, NBSP


def find_glued_references(text: str, profile: Profile) -> Iterator[Edit]:
    """R24: `n°4` and `p.9` get the space that is missing."""
    for match in re.finditer(_GLUED, text):
        yield match.end(), match.end(), NBSP


def is_reference(word: str) -> bool:
    """Say whether a word points to a number, in whatever case."""
    return word.lower() in _WORDS


def follows_reference(text: str, position: int) -> bool:
    """Say whether the word before points to a number; in `48 p. 12` it counts pages instead."""
    end = skip_spaces_back(text, position)
    last = _LAST_WORD.search(text, max(0, end - _LONGEST), end)
    if last is None:
        return False
    word = last[0].lower()
    counted = text[max(0, last.start() - 2) : last.start()]
    is_counted = len(counted) == 2 and counted[0].isdigit() and is_space(counted[1])
    return word in _WORDS or (word in _SHORT and not is_counted)


RULES_OF_REFERENCES = (
    Rule("R24", (), find_references),
    Rule("R24", ("p.", "art.", "°", "º", "§"), find_glued_references),
)
