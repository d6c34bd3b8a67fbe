"""Numbers made for display, in figures and in letters."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise

from aula_reports.french.case import join_words
from aula_reports.french.profiles import NARROW, NBSP

_UNITS = """
    zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize
"""
_TO_SIXTEEN = _UNITS.split()
_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante"}


def grouped(number: int) -> str:
    """Group by three with the fine, `4¦750`: in figures on display four digits are grouped too."""
    return f"{number:,}".replace(",", NARROW)


def decimal_fr(number: float | Decimal) -> str:
    """Write a decimal with its comma, as short as it was given: `8,45`, `1¦234,5`, `8`."""
    whole, _, fraction = f"{Decimal(str(number)):,f}".partition(".")
    fraction = fraction.rstrip("0") if isinstance(number, float) else fraction
    return whole.replace(",", NARROW) + (f",{fraction}" if fraction else "")


def number_words(number: int, *, feminine: bool = False) -> str:
    """Write 0 to 100 in letters, in the form of the Imprimerie nationale: `vingt et un`.

    Raises ValueError beyond.
    """
    if not 0 <= number <= 100:
        raise ValueError(f"only 0 to 100 in letters, not {number}")
    if feminine and number % 10 == 1 and number not in (11, 71, 91):
        return number_words(number) + "e"
    if number < 17:
        return _TO_SIXTEEN[number]
    if number < 20:
        return f"dix-{_TO_SIXTEEN[number - 10]}"
    return _above_nineteen(number)


def _above_nineteen(number: int) -> str:
    if number == 100:
        return "cent"
    if number >= 80:
        rest = number - 80
        return f"quatre-vingt-{number_words(rest)}" if rest else "quatre-vingts"
    ten = min(number // 10 * 10, 60)
    rest = number - ten
    if rest in (1, 11):
        return f"{_TENS[ten]} et {number_words(rest)}"
    return f"{_TENS[ten]}-{number_words(rest)}" if rest else _TENS[ten]


def page_range(pages: tuple[int, int]) -> str:
    """Write the first and last page, `8–11`: an en dash, as nobody typed this range (see R19)."""
    first, last = pages
    return f"{first}" if first == last else f"{first}\N{EN DASH}{last}"


def pages_phrase(pages: tuple[int, int]) -> str:
    """Say which pages in words: `page 8`, `pages 8 à 11`."""
    first, last = pages
    return f"page{NBSP}{first}" if first == last else f"pages{NBSP}{first} à{NBSP}{last}"


def numbers_phrase(numbers: Iterable[int]) -> str:
    """Say which numbers: `no 3`, `nos 8 à 10 et 15`; three in a row make `à`, none at all nothing.

    The no-break space after `nos` is what tells it from the possessive (R43).
    """
    ordered = sorted(set(numbers))
    if not ordered:
        return ""
    word = "no" if len(ordered) == 1 else "nos"
    return f"{word}{NBSP}{join_words([_row_phrase(row) for row in _rows(ordered)])}"


def _rows(ordered: list[int]) -> list[tuple[int, int]]:
    """Cut ordered numbers into rows (first, last); two in a row stay two numbers."""
    breaks = [index for index, (a, b) in enumerate(pairwise(ordered), 1) if b != a + 1]
    rows: list[tuple[int, int]] = []
    for start, end in pairwise((0, *breaks, len(ordered))):
        row = ordered[start:end]
        rows += [(row[0], row[-1])] if len(row) > 2 else [(number, number) for number in row]
    return rows


def _row_phrase(row: tuple[int, int]) -> str:
    first, last = row
    return f"{first}" if first == last else f"{first} à {last}"
