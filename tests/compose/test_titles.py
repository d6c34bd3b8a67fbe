"""Titles of actions: what announces the next word goes on its line."""

from __future__ import annotations

import pytest

from aula_reports.compose.inline import plain
from aula_reports.compose.wording import title


@pytest.mark.parametrize(
    ("typed", "tied"),
    [
        ("Élaboration d'un projet urbain", "d’un~projet urbain"),
        ("Étude d'une « matrice des risques »", "d’une~«~matrice~des~risques~»"),
        ("Colloque « Quelles solutions pour vivre »", "«~Quelles~solutions pour~vivre~»"),
        ("Conférence : impact de l’IA", "Conférence~:~impact de~l’IA"),
        ("Plan avec la Ville dans la vallée", "avec~la~Ville dans~la~vallée"),
    ],
)
def test_no_line_of_a_title_can_end_on_what_announces_the_next_word(typed: str, tied: str) -> None:
    assert plain(title(typed)).replace("\N{NO-BREAK SPACE}", "~").endswith(tied)


def test_a_word_that_only_ends_like_an_article_is_no_article() -> None:
    assert "\N{NO-BREAK SPACE}" not in plain(title("Chacune regarde chacun travailler"))
