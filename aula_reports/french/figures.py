"""Numbers in a text: R09 (thousands). Numbers made for display are in `numbers`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aula_reports.french.edits import SPACE, Edit, Rule
from aula_reports.french.profiles import Profile

_UNITS = "%|‰|[kKM]?€|Md€|km/h|km[²2]?|[cm]?m²|m[³23]|[cm]m|ha|kg|°C|[kMGT]Wh|[kMG]W|min"
# Groups typed by hand; a 0 in front makes a telephone number, a last group of another size a SIRET.
_GROUPED = re.compile(
    rf"(?<![\w.,])(?<!\d{SPACE})[1-9]\d{{0,2}}(?:{SPACE}\d{{3}})+"
    rf"(?!{SPACE}\d)(?:(?!\w)|(?=(?:{_UNITS})(?!\w)))"
)
_GAP = re.compile(SPACE)
_LETTERS = "[mgtlLhsWV]"  # units only when a space was typed
_NOUNS = r"(?:d['’])?(?:euros?|habitants?|hectares?|logements?|emplois?|tonnes?)"
_UNGROUPED = re.compile(
    rf"(?<![\w.,/])(?<!\w-)(?<!\d{SPACE})[1-9]\d{{4,}}"
    rf"(?=(?:,\d+)?(?:{SPACE}?(?:{_UNITS})|{SPACE}(?:{_LETTERS}|{_NOUNS}))(?!\w))"
)


def find_grouped(text: str, profile: Profile) -> Iterator[Edit]:
    """R09: the fine between groups of three figures that were typed as groups."""
    for match in _GROUPED.finditer(text):
        for gap in _GAP.finditer(text, match.start(), match.end()):
            yield gap.start(), gap.end(), profile.thousands


def find_ungrouped(text: str, profile: Profile) -> Iterator[Edit]:
    """R09: five figures and more are grouped when a unit says that they count something."""
    for match in _UNGROUPED.finditer(text):
        first = match.start() + (len(match[0]) - 1) % 3 + 1
        for position in range(first, match.end(), 3):
            yield position, position, profile.thousands


RULES_OF_FIGURES = (
    Rule("R09", (), find_grouped, counts=True),
    Rule("R09", (), find_ungrouped, counts=True),
)
