"""Calls and texts of notes, as they are written."""

from __future__ import annotations

import time

import pytest

from aula_reports.french.notes import find_calls, is_star, part_notes


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("un mot[^1], deux[^deux]", ["1", "deux"]),
        ("des étoiles[^*][^**]", ["*", "**"]),
        ("une en place^[ici, [un lien](x) compris] et la suite]", ["ici, [un lien](x) compris"]),
        (r"ni \[^1] ni `[^2]` ni ``a ` [^3]``", []),
        ("ni [^ 1] ni [^] ni x^2 ni [1]", []),
        ("jamais fermée^[ici", [""]),
        ("vide^[ ]", [""]),
    ],
)
def test_calls_are_found(text: str, found: list[str]) -> None:
    assert [call.label or call.text for call in find_calls(text)] == found


def test_notes_are_paragraphs_of_their_own() -> None:
    text = "Un[^a] et\n[^b]: non.\n\n[^a]: Le texte\n  sur deux lignes.\n[^c]: Un autre.\n\nSuite."
    noted = part_notes(text)
    assert [(note.label, note.text) for note in noted.notes] == [
        ("a", "Le texte sur deux lignes."),
        ("c", "Un autre."),
    ]
    assert noted.body.split("\n\n")[0] == "Un[^a] et\n[^b]: non."
    assert noted.body.split() == ["Un[^a]", "et", "[^b]:", "non.", "Suite."]
    assert len(noted.body) == len(text)


def test_a_note_says_where_its_label_stands() -> None:
    text = "Un[^a].\n\n  [^a]: Texte."
    (note,) = part_notes(text).notes
    assert text[note.mark :] == "[^a]: Texte."


def test_stars_are_not_numbered() -> None:
    assert [is_star(label) for label in ("*", "***", "*a", "1", "")] == [True, True, *[False] * 3]


def test_brackets_without_end_cost_little() -> None:
    begun = time.process_time()
    assert len(list(find_calls("^[" * 20_000))) == 20_000
    assert time.process_time() - begun < 3.0
