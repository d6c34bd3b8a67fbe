"""Dashes (R07): the incise, and the item of a list.

A hyphen between spaces is a dash. Within a sentence dashes open and close in turn, so the no-break
space stands on their inner side; a lone one opens and keeps with what it announces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aula_reports.french.edits import CAPITAL, SPACE, Edit, Rule
from aula_reports.french.profiles import NBSP, Profile

_NEXT_WORD = r"(?![\s,.;:!?)\]»-]|…|”|–|—|\Z)"
_ITEM = re.compile(rf"^{SPACE}*(?P<dash>--?|–|—){SPACE}+{_NEXT_WORD}", re.MULTILINE)
_INCISE = re.compile(
    rf"(?<=[^\s(\[«:;-])(?<![“–—]){SPACE}+(?P<dash>--?|–|—)"
    rf"(?:{SPACE}+{_NEXT_WORD}|{SPACE}*(?P<tight>[,.])(?=\s|\Z))"
)
_SENTENCE_END = rf"(?P<word>\w*)[.!?…](?:{SPACE}|[»)\]]|”)*\s(?:{SPACE}|[«(]|“)*(?={CAPITAL})|\n"
# What takes a full stop without ending a sentence.
_SHORTENED = """
    M MM Mr Mme Mlle Mgr Dr Pr Me St Ste cf art fig tab chap vol p pp t av apr bd tél réf env ex
"""
_ABBREVIATIONS = frozenset(_SHORTENED.split())


def find_items(text: str, profile: Profile) -> Iterator[Edit]:
    """R07: `- ` at the start of a line is the dash of a list."""
    for match in _ITEM.finditer(text):
        yield match.start("dash"), match.end(), _wide(match["dash"]) + NBSP


def find_incises(text: str, profile: Profile) -> Iterator[Edit]:
    """R07: the 1st, 3rd… dash of a sentence opens, the 2nd, 4th… closes."""
    is_open, done = False, 0
    for match in _INCISE.finditer(text):
        if _is_between_figures(text, match):
            continue
        is_open = is_open and not _ends_sentence(text, done, match.start())
        if match["tight"] and not is_open:
            continue
        done, is_open = match.end(), not is_open
        dash = _wide(match["dash"])
        if is_open:
            yield match.start(), match.end(), f" {dash}{NBSP}"
        elif match["tight"]:
            yield match.start(), match.start("tight"), f"{NBSP}{dash}"
        else:
            yield match.start(), match.end(), f"{NBSP}{dash} "


def _wide(dash: str) -> str:
    """Keep an em dash, the author's choice; all else is an en dash."""
    return dash if dash == "—" else "–"


def _is_between_figures(text: str, match: re.Match[str]) -> bool:
    """`8 - 3` may be a subtraction, a score or a range."""
    return text[match.start() - 1].isdigit() and text[match.end() : match.end() + 1].isdigit()


def _ends_sentence(text: str, start: int, end: int) -> bool:
    """Say whether a sentence ends between the positions; `M. Dupont` does not end one."""
    ends = re.compile(_SENTENCE_END).finditer(text, start, end)
    return any(match["word"] not in _ABBREVIATIONS for match in ends)


RULES_OF_DASHES = (
    Rule("R07", ("-", "–", "—"), find_items),
    Rule("R07", ("-", "–", "—"), find_incises),
)
