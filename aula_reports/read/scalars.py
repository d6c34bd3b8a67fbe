"""Words to numbers, dates and truth, as people write them in French.

What is not understood becomes `Refused`: pydantic then refuses it too, and stays the one judge.
"""

from __future__ import annotations

import datetime
import re

from msgspec import Struct

from aula_reports.read.shapes import ScalarShape

# Sixteen digits hold any figure of a programme, and no number that Python refuses to parse.
_INT = re.compile(r"^[+-]?(\d{1,16}|\d{1,3}( \d{3}){1,4})$", re.ASCII)
_FLOAT = re.compile(r"^[+-]?(\d{1,16}|\d{1,3}( \d{3}){1,4})([.,]\d{1,16})?$", re.ASCII)
_DATE = re.compile(r"^\d{4}-\d{2}-\d{2}$", re.ASCII)
_TRUTH = {"oui": True, "vrai": True, "true": True, "non": False, "faux": False, "false": False}


class Refused(Struct, frozen=True):
    """A value that its field cannot take: the text as written, or the name of another thing."""

    text: str
    is_written: bool = True


def converted(text: str, shape: ScalarShape) -> object:
    """Turn a text into what its field expects; `4 750` and `8,45` are numbers, `oui` is true."""
    if shape.kind is str or shape.choices:
        return _choice(text, shape)
    word = text.strip()
    if shape.kind is bool:
        return _TRUTH.get(word.casefold(), Refused(text))
    if shape.kind is datetime.date:
        return _date(word)
    return _number(word, shape.kind)


def _choice(text: str, shape: ScalarShape) -> object:
    if shape.kind is int and _INT.match(text):
        return int(text)
    return text


def _number(word: str, kind: type) -> object:
    figures = word.replace("\u00a0", " ").replace("\u202f", " ")
    if not (_INT if kind is int else _FLOAT).match(figures):
        return Refused(word)
    return kind(figures.replace(" ", "").replace(",", "."))


def _date(word: str) -> object:
    if not _DATE.match(word):
        return Refused(word)
    try:
        return datetime.date.fromisoformat(word)
    except ValueError:
        return Refused(word)
