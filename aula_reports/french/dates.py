"""Dates: R15 (day and month) in a text, and a date written out."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from aula_reports.french.edits import SPACE, Edit, Rule
from aula_reports.french.profiles import NBSP, Profile
from aula_reports.french.references import follows_reference

_NAMES = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
_MONTHS = "|".join([*_NAMES, "fevrier", "aout", "decembre"])
_DAY = re.compile(rf"(?<![\w.,])(?P<day>1er|\d\d?){SPACE}+(?=(?:{_MONTHS})\b)", re.IGNORECASE)


def long_date(date: datetime.date) -> str:
    """Write a date out: `16~février 2021`, `1er~mai 2021`."""
    day = "1er" if date.day == 1 else str(date.day)
    return f"{day}{NBSP}{_NAMES[date.month - 1]} {date.year}"


def find_days(text: str, profile: Profile) -> Iterator[Edit]:
    """R15: the day keeps with its month, and the first of a month is `1er`.

    In `lot 1 mars 2024` the figure belongs to the lot: unchanged.
    """
    for match in _DAY.finditer(text):
        day = match["day"]
        if follows_reference(text, match.start()) or not _is_day(day):
            continue
        yield match.end("day"), match.end(), f"er{NBSP}" if day == "1" else NBSP


def _is_day(day: str) -> bool:
    return not day.isdigit() or 1 <= int(day) <= 31


RULES_OF_DATES = (Rule("R15", (), find_days, counts=True),)
