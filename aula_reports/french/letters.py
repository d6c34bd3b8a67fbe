"""Letters and hyphens inside words: R28 (the euphonic t), R29 (œ)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aula_reports.french.abbreviations import HYPHEN
from aula_reports.french.edits import Edit, Rule
from aula_reports.french.profiles import Profile

_EUPHONIC = r"(?<=\w-t)-(?=(?:ils?|elles?|on)(?!\w))"
# A closed list: `coefficient`, `coexister` and `moelle` have no œ.
_LIGATURE = re.compile(
    r"oe(?=uvr)|(?<=c)oe(?=ur)|(?<=(?<!\w)v)oe(?=ux?(?!\w))|(?<=s)oe(?=urs?(?!\w))"
    r"|(?<=(?<!\w)n)oe(?=uds?(?!\w))|(?<=(?<!\w)m)oe(?=urs(?!\w))|(?<=(?<!\w)b)oe(?=ufs?(?!\w))",
    re.IGNORECASE,
)


def find_euphonic_t(text: str, profile: Profile) -> Iterator[Edit]:
    """R28: a line may end with `va-`, never with `va-t-`."""
    for match in re.finditer(_EUPHONIC, text):
        yield *match.span(), HYPHEN


def find_ligatures(text: str, profile: Profile) -> Iterator[Edit]:
    """R29: œuvre, cœur, vœu, sœur, nœud, mœurs, bœuf and what is made of them."""
    for match in _LIGATURE.finditer(text):
        yield *match.span(), "Œ" if match[0][0] == "O" else "œ"


RULES_OF_LETTERS = (
    Rule("R28", ("-t-",), find_euphonic_t),
    Rule("R29", ("oe", "Oe", "OE"), find_ligatures),
)
