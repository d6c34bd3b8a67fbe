"""The signs before the items of lists: one kind a level, be it of dashes or of numbers.

Dashes as of RULES.md, R61: the en dash first, then what weighs less. Numbers as French has them:
figures, small letters, small Roman figures. A level counts the lists of its own kind around it.
"""

from __future__ import annotations

from string import ascii_lowercase

_DASHES = ("–", "•", "·")
_NUMBERING = ("Decimal", "LowerAlpha", "LowerRoman")
_ROMAN = (("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1))
_ROMAN_END = 40


def sign_of(number: int, level: int, *, ordered: bool) -> str:
    """Give the sign of an item; its number and the level of its list count from 0."""
    if not ordered:
        return _DASHES[min(level, len(_DASHES) - 1)]
    numbering = numbering_of(level, ordered=True)
    if numbering == "LowerAlpha" and number < len(ascii_lowercase):
        return f"{ascii_lowercase[number]})"
    if numbering == "LowerRoman" and number + 1 < _ROMAN_END:
        return f"{_roman(number + 1)})"
    return f"{number + 1}."


def numbering_of(level: int, *, ordered: bool) -> str:
    """Name how a list is numbered (ISO 32000-1, table 347)."""
    return _NUMBERING[min(level, len(_NUMBERING) - 1)] if ordered else "Disc"


def _roman(number: int) -> str:
    figures = ""
    for sign, value in _ROMAN:
        times, number = divmod(number, value)
        figures += sign * times
    return figures
