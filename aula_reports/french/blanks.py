"""Spaces nobody wants (R08) and spaces of another usage (R34)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aula_reports.french.edits import SPACE, Edit, Rule
from aula_reports.french.profiles import NARROW, NBSP, Profile

THIN = "\u2009"  # a line may break at it: never what French wants

# Every word is followed by a space: a cheap look spares most paragraphs the long one.
_HINT = re.compile(r"[\s(\[][\s,.)\]]")
_STRAY = (
    rf"(?<=\S){SPACE}+(?=[,.](?:[\s»\";:!?]|\Z))"
    rf"|(?<=[(\[]){SPACE}+(?=[^\s)\]])"
    rf"|(?<=[^\s(\[:]){SPACE}+(?=[)\]])"
    rf"|(?P<run>{SPACE}{{2,}})"
)


def find_thin_spaces(text: str, profile: Profile) -> Iterator[Edit]:
    """R34: a thin space that may break becomes one that may not."""
    for match in re.finditer(THIN, text):
        yield match.start(), match.end(), NARROW


def find_stray_spaces(text: str, profile: Profile) -> Iterator[Edit]:
    """R08: one space for many, none before a comma or full stop, none just inside brackets.

    Empty brackets such as `[ ]` are a box to tick and stay; ` .xlsx` is no full stop; `: )` is not
    made a smile, whereas `; )` is still known for a semicolon by R01.
    """
    if not _HINT.search(text):
        return
    for match in re.finditer(_STRAY, text):
        yield match.start(), match.end(), _strongest(match["run"]) if match["run"] else ""


def _strongest(spaces: str) -> str:
    """Choose what a run leaves behind: someone who typed a no-break space meant it."""
    return next((space for space in (NBSP, NARROW, THIN) if space in spaces), " ")


RULES_OF_BLANKS = (
    Rule("R34", (THIN,), find_thin_spaces),
    Rule("R08", (), find_stray_spaces),
)
