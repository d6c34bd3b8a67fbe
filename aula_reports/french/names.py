"""Names: R21 (centuries, sovereigns) and R23 (initials)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aula_reports.french.abbreviations import HYPHEN
from aula_reports.french.edits import CAPITAL, SPACE, Edit, Rule, skip_spaces_back
from aula_reports.french.profiles import NBSP, Profile

_SOVEREIGNS = """
    Albert Alexandre Baudouin Benoît Catherine Charles Clément Édouard Élisabeth Ferdinand François
    Frédéric George Grégoire Guillaume Henri Innocent Jacques Jean Jean-Paul Léon Léopold Louis
    Napoléon Nicolas Paul Philippe Pie Pierre Urbain
"""
_CENTURY = rf"(?:(?<=[IVX]e)|(?<=Ier))(?P<gap>{SPACE}+)(?=siècles?(?!\w))"
# A single letter with a point before a name may be an initial: « Jean V. Martin ».
_SOVEREIGN = (
    rf"(?<![\w-])(?:{'|'.join(_SOVEREIGNS.split())})(?P<gap>{SPACE}+)"
    rf"(?=(?:[IVX]{{2,}}|Ier)(?![\w'’-]|\.\w)|[IVX](?![\w'’-]|\.\w|\.{SPACE}*{CAPITAL}))"
)
# `M.` alone is a title (R22).
_INITIAL = (
    rf"(?<![\w.-])(?:(?P<one>{CAPITAL})\.(?P<hyphen>[-{HYPHEN}])(?={CAPITAL}\.))?"
    rf"(?P<letter>{CAPITAL})\.(?P<gap>{SPACE}+)(?={CAPITAL}[\w’'-])"
)
# After these a letter is a name of its own, and may end a sentence.
_RANKS_IN_ORDER = """
    plan option scénario zone lot bâtiment annexe type groupe classe catégorie variante phase point
    site secteur îlot salle axe tableau figure carte vitamine hépatite
"""
_RANKS = frozenset(_RANKS_IN_ORDER.split())
_ERAS = ("av.", "apr.")
_LAST_WORD = re.compile(r"[\w.]+\Z")


def find_centuries(text: str, profile: Profile) -> Iterator[Edit]:
    """R21: `XVIe~siècle`, `Henri~IV`."""
    edits = [
        (*match.span("gap"), NBSP)
        for pattern in (_CENTURY, _SOVEREIGN)
        for match in re.finditer(pattern, text)
    ]
    return iter(sorted(edits))


def find_initials(text: str, profile: Profile) -> Iterator[Edit]:
    """R23: `L.~Petit`, `M.¬C.~Petit`; not where a letter ends a sentence: `le plan C. Puis`."""
    for match in re.finditer(_INITIAL, text):
        before = _word_before(text, match.start())
        if match["letter"] == "M" and not match["hyphen"]:
            continue
        if before.lower() in _RANKS or before in _ERAS:
            continue
        if match["hyphen"]:
            yield *match.span("hyphen"), HYPHEN
        yield *match.span("gap"), NBSP


def _word_before(text: str, position: int) -> str:
    end = skip_spaces_back(text, position)
    last = _LAST_WORD.search(text, max(0, end - 20), end)
    return last[0] if last else ""


RULES_OF_NAMES = (
    Rule("R21", ("siècle", "I", "V", "X"), find_centuries),
    Rule("R23", (".",), find_initials),
)
