"""Abbreviations: R20 (ordinals), R22 (titles), R26 (etc., p. ex., av. J.-C.)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aula_reports.french.edits import CAPITAL, SPACE, Edit, Rule
from aula_reports.french.profiles import NBSP, Profile

HYPHEN = "\u2011"  # no-break

# `Nième` and `Xième` are the unknowns of mathematics; « Mème », « Lème » are no numbers at all.
_ORDINAL = re.compile(
    r"(?<!\w)(?:(?:1|I)(?P<first>i?[eè]re)(?=s?\b)"
    r"|(?:[2-9]|[1-9]\d+)(?P<figure>i?[eè]me(?=s?\b)|è(?!\w))"
    r"|(?:[IVX]{2,}(?P<roman>i?[eè]me)|[VX](?P<letter>[eè]me))(?=s?\b))"
)
_TITLE = re.compile(
    rf"(?<![\w.])"
    rf"(?:(?:M(?P<mister>r\.?)|(?:Mmes?|Mlles?)(?P<point>\.)|Dr|Pr|Me)(?={SPACE}+{CAPITAL})"
    rf"|MM?\.|Mmes?|Mlles?|Mgr)(?P<gap>{SPACE}+)(?=\w)"
)
_ETC = rf",(?P<gap>{SPACE}+)(?=etc\.)"
_EXAMPLE = rf"(?<!\w)p\.(?P<gap>{SPACE}+)(?=ex\.)"
_ERA = rf"(?<!\w)(?:av|apr)\.(?P<gap>{SPACE}+)J\.(?P<hyphen>[-{HYPHEN}])(?=C\.)"


def find_ordinals(text: str, profile: Profile) -> Iterator[Edit]:
    """R20: 1re, 2e, IVe — never 1ère, 2ème."""
    for match in _ORDINAL.finditer(text):
        kind = match.lastgroup or ""
        yield match.start(kind), match.end(kind), "re" if kind == "first" else "e"


def find_titles(text: str, profile: Profile) -> Iterator[Edit]:
    """R22: a title keeps with its name; `Mr` is English, `Mme.` takes no full stop.

    `Me`, `Dr` and `Pr` only before a capital: `Me demander` is a pronoun.
    """
    for match in _TITLE.finditer(text):
        start = next(
            (match.start(it) for it in ("mister", "point") if match[it]), match.start("gap")
        )
        yield start, match.end(), f".{NBSP}" if match["mister"] else NBSP


def find_kept_together(text: str, profile: Profile) -> Iterator[Edit]:
    """R26: `etc.` never starts a line, `p. ex.` and `av. J.-C.` are never broken."""
    edits: list[Edit] = []
    for pattern in (_ETC, _EXAMPLE, _ERA):
        for match in re.finditer(pattern, text):
            edits.append((*match.span("gap"), NBSP))
            if pattern == _ERA:
                edits.append((*match.span("hyphen"), HYPHEN))
    return iter(sorted(edits))


RULES_OF_ORDINALS = (Rule("R20", ("ere", "ère", "eme", "ème", "è"), find_ordinals),)
RULES_OF_ABBREVIATIONS = (
    Rule("R22", ("M", "Dr", "Pr"), find_titles),
    Rule("R26", ("etc.", "ex.", "J."), find_kept_together),
)
