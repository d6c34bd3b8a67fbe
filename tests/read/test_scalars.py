from __future__ import annotations

import datetime

import pytest

from aula_reports.read.scalars import Refused, converted
from aula_reports.read.shapes import ScalarShape


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("062", str, "062"),
        ("no", str, "no"),
        ("4750", int, 4750),
        ("4 750", int, 4750),
        ("713\u202f500", int, 713500),
        ("1\u00a0000\u00a0000", int, 1000000),
        ("-5", int, -5),
        ("8,45", float, 8.45),
        ("8.45", float, 8.45),
        ("1 234,5", float, 1234.5),
        ("oui", bool, True),
        ("Vrai", bool, True),
        ("true", bool, True),
        ("non", bool, False),
        ("faux", bool, False),
        ("2021-02-16", datetime.date, datetime.date(2021, 2, 16)),
    ],
)
def test_understood(text: str, kind: type, value: object) -> None:
    assert converted(text, ScalarShape(kind)) == value


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("douze", int),
        ("1_000", int),
        ("47 50", int),
        ("1,5", int),
        ("9" * 5000, int),
        ("٣", int),
        ("1e5", float),
        ("nan", float),
        ("inf", float),
        ("1.234,5", float),
        ("yes", bool),
        ("1", bool),
        ("on", bool),
        ("20210216", datetime.date),
        ("16/02/2021", datetime.date),
        ("2021-02-30", datetime.date),
    ],
)
def test_refused(text: str, kind: type) -> None:
    assert converted(text, ScalarShape(kind)) == Refused(text)
