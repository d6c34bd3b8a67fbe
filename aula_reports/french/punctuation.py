"""Signs and the space before them: R01 (; ! ?), R02 (:), R06 (…)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aula_reports.french.edits import SPACE, Edit, Rule, skip_spaces_back
from aula_reports.french.profiles import Profile

# A sign takes no space after these; nor after the start, nor after another kind of blank.
_NO_SPACE_AFTER = "([«“,:;!?¡¿"

_HIGH = re.compile(rf"(?:;|[!?](?:{SPACE}*[!?])*)(?=[\s»)\].,]|”|…|\Z)")
_COLON = re.compile(r"(?<!:):(?=[\s«»]|\Z)")
_GAP = re.compile(rf"{SPACE}+")
_ELLIPSIS = (
    rf"(?<=\b[Ee]tc)(?P<etc>{SPACE}*(?:\.[.…]+|…[.…]*))"
    rf"|(?P<gap>(?<=[\w)]){SPACE}+)?(?<!\.)(?<!…)(?:\.{{3}}|…)(?!\.)(?!…)"
)


def find_high_signs(text: str, profile: Profile) -> Iterator[Edit]:
    """R01: the fine before ; ! ? and before a run of ! and ?, whose inner spaces go.

    Only where the sign ends something: `a?b=1` is no question.
    """
    for match in _HIGH.finditer(text):
        start = skip_spaces_back(text, match.start())
        if _takes_space(text, start):
            yield start, match.start(), profile.before_high_punctuation
            for gap in _GAP.finditer(text, match.start(), match.end()):
                yield gap.start(), gap.end(), ""


def find_colons(text: str, profile: Profile) -> Iterator[Edit]:
    """R02: the space before a colon that is followed by a space, the end or a guillemet."""
    for match in _COLON.finditer(text):
        start = skip_spaces_back(text, match.start())
        if _takes_space(text, start):
            yield start, match.start(), profile.before_colon
            if text[match.end() : match.end() + 1] == "«":
                yield match.end(), match.end(), " "


def find_ellipses(text: str, profile: Profile) -> Iterator[Edit]:
    """R06: exactly three dots make an ellipsis, glued to the word before; `etc.` takes none."""
    for match in re.finditer(_ELLIPSIS, text):
        yield match.start(), match.end(), "." if match["etc"] else "…"


def _takes_space(text: str, position: int) -> bool:
    before = text[position - 1 : position]
    return bool(before) and not before.isspace() and before not in _NO_SPACE_AFTER


RULES_OF_ELLIPSES = (Rule("R06", ("..", "…"), find_ellipses),)
RULES_OF_SIGNS = (
    Rule("R01", (";", "!", "?"), find_high_signs),
    Rule("R02", (":",), find_colons),
)
