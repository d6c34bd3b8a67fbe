"""Capitals and enumerations."""

from __future__ import annotations

import re
from collections.abc import Sequence

_FIRST = re.compile(r"(?:[^\w]|_)*")


def initial_capital(text: str) -> str:
    """Give the first word its capital, accent kept (R62); opening signs may precede it."""
    first = re.match(_FIRST, text)
    position = first.end() if first else 0
    return f"{text[:position]}{text[position : position + 1].upper()}{text[position + 1 :]}"


def join_words(items: Sequence[str], last: str = "et") -> str:
    """Enumerate: `a`, `a et b`, `a, b et c`."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"
