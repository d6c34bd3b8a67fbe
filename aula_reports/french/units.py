"""What counts: R11 (% and units), R12 (exponents), R13 (money), R14 (°C), R16 (hours), R18 (×).

A number keeps with what it counts. A unit that may be glued gets its space; single letters and
words are bound only where a space was typed, since `4G` and `3D` count nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aula_reports.french.edits import SPACE, Edit, Rule
from aula_reports.french.profiles import NARROW, NBSP, Profile

_GLUED_UNIT = re.compile(
    rf"(?<=\d){SPACE}*(?=(?:%|‰|km/h|km²?|m²|m³|cm|mm|ha|kg|[kMGT]Wh|[kMG]W|min)(?![\w²³]))"
)
_SPACED_UNIT = re.compile(
    rf"(?<=\d){SPACE}+(?=(?:[mgtlLsWV](?!\.\w|\.{SPACE}?\d)|ans?|mois|jours?|heures?|minutes?"
    rf"|degrés?|hectares?|kilomètres?|mètres?|tonnes?|points?)(?![\w'’]))"
)
_NOUN = rf"(?<=\d){SPACE}+(?=[a-zà-öø-ÿœ]{{3,}})"
_EXPONENT = rf"(?<=\d){SPACE}*k?m(?P<power>[23])(?!\w)"
_MONEY = rf"(?<=\d)(?:{SPACE}*(?=(?:[kKM]|Md)?€)|{SPACE}+(?=(?:euros?|millions?|milliards?)(?!\w)))"
_DEGREES = rf"(?<=\d)(?P<gap>{SPACE}*)°(?P<inner>{SPACE}*)(?=C(?!\w))"
_HOUR = re.compile(
    rf"(?<![\w.,:/])(?P<hour>\d{{1,2}})(?P<gap>{SPACE}*)(?P<sign>[hH])"
    rf"(?:(?P<more>{SPACE}*)(?P<minute>[0-5]\d)(?!{SPACE}*[hH](?!\w)))?(?![\w/])"
)
# A length of time is no time of day: `120 h`, `1,5 h`, `12 h/semaine`.
_LONG_HOURS = (
    rf"(?:(?<=\d\d\d)|(?<=[.,]\d)|(?<=[.,]\d\d)){SPACE}+(?=h(?!\w))"
    rf"|(?<=\d){SPACE}+(?=h/[a-zà-ÿ])"
)
_TIMES = rf"(?<=\d){SPACE}+[x×]{SPACE}+(?=\d)"
_LAST_HOUR = 24
_IN_NUMBER = frozenset("0123456789.,")


def find_units(text: str, profile: Profile) -> Iterator[Edit]:
    """R11: `12,5~%`, `8~km`, `6~m`."""
    edits = [(*span, profile.before_units) for span in _counted(_GLUED_UNIT, text)]
    edits += [(*span, NBSP) for span in _counted(_SPACED_UNIT, text)]
    if profile.binds_nouns:
        taken = {start for start, _, _ in edits}
        nouns = (match.span() for match in re.finditer(_NOUN, text))
        edits += [(*span, NBSP) for span in nouns if span[0] not in taken]
    return iter(sorted(edits))


def find_exponents(text: str, profile: Profile) -> Iterator[Edit]:
    """R12: `m2`, `km2`, `m3` after a number."""
    for match in re.finditer(_EXPONENT, text):
        yield *match.span("power"), "²" if match["power"] == "2" else "³"


def find_money(text: str, profile: Profile) -> Iterator[Edit]:
    """R13: `15~K€`, `2,4~millions`."""
    for span in _counted(re.compile(_MONEY), text):
        yield *span, profile.before_units


def find_degrees(text: str, profile: Profile) -> Iterator[Edit]:
    """R14: `24~°C`; a bare angle stays glued."""
    for match in re.finditer(_DEGREES, text):
        yield *match.span("gap"), profile.before_units
        if match["inner"]:
            yield *match.span("inner"), ""


def find_hours(text: str, profile: Profile) -> Iterator[Edit]:
    """R16: `7~h`, `7~h~05`; digits are kept as typed, and `35~h` is no time of day."""
    long = [(*match.span(), NBSP) for match in re.finditer(_LONG_HOURS, text)]
    return iter(sorted([*_times_of_day(text), *long]))


def _times_of_day(text: str) -> Iterator[Edit]:
    for match in _HOUR.finditer(text):
        is_time = int(match["hour"]) <= _LAST_HOUR
        if not is_time and (match["minute"] or not match["gap"]):
            continue
        if match["sign"] == "H" and not match["minute"]:
            continue
        yield *match.span("gap"), NBSP
        if match["sign"] == "H":
            yield *match.span("sign"), "h"
        if match["minute"]:
            yield *match.span("more"), NBSP


def find_times(text: str, profile: Profile) -> Iterator[Edit]:
    """R18: `3 x 4` is a product."""
    for match in re.finditer(_TIMES, text):
        yield *match.span(), f"{NBSP}×{NBSP}"


def _counted(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """Find what follows a number that counts, as that of a range does; that of a name (`A6`) does
    not.
    """
    for match in pattern.finditer(text):
        start = _start_of_number(text, match.start())
        if not start or not _is_glued(text, start):
            yield match.span()


def _start_of_number(text: str, position: int) -> int:
    """Find where the number that ends here starts; a fine between two figures is within it."""
    while position and (text[position - 1] in _IN_NUMBER or _is_group(text, position - 1)):
        position -= 1
    return position


def _is_group(text: str, position: int) -> bool:
    return text[position] == NARROW and text[position - 1 : position].isdigit()


def _is_glued(text: str, start: int) -> bool:
    """Say whether a number is part of a name: after a letter, be there a hyphen and a number
    between, as in `COVID-19` or `A6-10`.
    """
    if text[start - 1] != "-":
        return text[start - 1].isalnum()
    before = _start_of_number(text, start - 1)
    if before < start - 1:
        return before > 0 and _is_glued(text, before)
    return start > 1 and text[start - 2].isalnum()


RULES_OF_EXPONENTS = (Rule("R12", ("m2", "m3"), find_exponents, counts=True),)
RULES_OF_UNITS = (
    # Hours first: they cut what a unit may follow, as in `7h05 min`.
    Rule("R16", ("h", "H"), find_hours, counts=True),
    Rule("R11", (), find_units, counts=True),
    Rule("R13", ("€", "euro", "million", "milliard"), find_money, counts=True),
    Rule("R14", ("°",), find_degrees, counts=True),
    Rule("R18", (" x", "\u00a0x", "\u202fx", "×"), find_times, counts=True),
)
