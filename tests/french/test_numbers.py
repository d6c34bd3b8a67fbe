"""Numbers for display, capitals, enumerations."""

from __future__ import annotations

from decimal import Decimal

import pytest

from aula_reports.french.case import initial_capital, join_words
from aula_reports.french.compose import compose_text
from aula_reports.french.numbers import (
    decimal_fr,
    grouped,
    number_words,
    numbers_phrase,
    page_range,
)

LETTERS = {
    0: "zéro",
    1: "un",
    16: "seize",
    17: "dix-sept",
    20: "vingt",
    21: "vingt et un",
    22: "vingt-deux",
    61: "soixante et un",
    70: "soixante-dix",
    71: "soixante et onze",
    72: "soixante-douze",
    77: "soixante-dix-sept",
    80: "quatre-vingts",
    81: "quatre-vingt-un",
    90: "quatre-vingt-dix",
    91: "quatre-vingt-onze",
    99: "quatre-vingt-dix-neuf",
    100: "cent",
}
FEMININE = {
    1: "une",
    11: "onze",
    21: "vingt et une",
    71: "soixante et onze",
    81: "quatre-vingt-une",
    91: "quatre-vingt-onze",
    5: "cinq",
}


@pytest.mark.parametrize(("number", "words"), LETTERS.items())
def test_numbers_in_letters(number: int, words: str) -> None:
    assert number_words(number) == words


@pytest.mark.parametrize(("number", "words"), FEMININE.items())
def test_feminine_numbers(number: int, words: str) -> None:
    assert number_words(number, feminine=True) == words


def test_all_numbers_in_letters_differ() -> None:
    assert len({number_words(number) for number in range(101)}) == 101


@pytest.mark.parametrize("number", [-1, 101])
def test_no_letters_beyond_a_hundred(number: int) -> None:
    with pytest.raises(ValueError, match="0 to 100"):
        number_words(number)


def test_grouped() -> None:
    assert [grouped(number) for number in (0, 999, 4750, 1284600, -4750)] == [
        "0",
        "999",
        "4\u202f750",
        "1\u202f284\u202f600",
        "-4\u202f750",
    ]


def test_decimals() -> None:
    assert [decimal_fr(number) for number in (8.45, 8.0, 1234.5, 1e-7, 1e16, -0.5)] == [
        "8,45",
        "8",
        "1\u202f234,5",
        "0,0000001",
        "10\u202f000\u202f000\u202f000\u202f000\u202f000",
        "-0,5",
    ]
    assert decimal_fr(Decimal("8.40")) == "8,40"


def test_page_range() -> None:
    assert (page_range((8, 11)), page_range((8, 8))) == ("8–11", "8")


@pytest.mark.parametrize(
    ("numbers", "phrase"),
    [
        ([], ""),
        ([3], "no~3"),
        ([8, 9, 10, 15], "nos~8 à 10 et 15"),
        ([8, 9], "nos~8 et 9"),
        ([15, 8, 9, 3, 8], "nos~3, 8, 9 et 15"),
        ([1, 2, 3, 5, 6, 7], "nos~1 à 3 et 5 à 7"),
    ],
)
def test_numbers_phrase(numbers: list[int], phrase: str) -> None:
    expected = phrase.replace("~", "\u00a0")
    assert numbers_phrase(numbers) == expected
    assert compose_text(expected) == expected


@pytest.mark.parametrize(
    ("items", "phrase"),
    [([], ""), (["a"], "a"), (["a", "b"], "a et b"), (["a", "b", "c"], "a, b et c")],
)
def test_join_words(items: list[str], phrase: str) -> None:
    assert join_words(items) == phrase
    assert join_words(["a", "b"], "ou") == "a ou b"


@pytest.mark.parametrize(
    ("text", "capital"),
    [
        ("élan", "Élan"),
        ("œuvre", "Œuvre"),
        ("l’eau vive", "L’eau vive"),
        ("«\u00a0mot", "«\u00a0Mot"),
        ("SCoT", "SCoT"),
        ("3e lot", "3e lot"),
        ("", ""),
        ("…", "…"),
    ],
)
def test_initial_capital(text: str, capital: str) -> None:
    assert initial_capital(text) == capital
