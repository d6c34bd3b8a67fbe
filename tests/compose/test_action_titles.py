"""Titles of actions: no line ends on what leans on the next word."""

from __future__ import annotations

import pytest

from aula_reports.compose.inline import plain
from aula_reports.compose.wording import action_title, kept_whole

_NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("Projet de Territoire de 7 Vallées Comm", "de 7 Vallées"),
        ("La commission – Apport d’expertise et appui", "Apport d’expertise"),
        ("Animation (en lien avec les filières économiques et leurs acteurs)", "(en lien avec les"),
        ("Démarche « Ville Numérique et Territoires Intelligents »", "Ville Numérique"),
        ("Travaux avec les partenaires dans la région", "dans la région"),
        ("Un indice de bien-être territorial", "bien\N{NON-BREAKING HYPHEN}être"),
    ],
)
def test_what_leans_on_the_next_word_keeps_it(typed: str, whole: str) -> None:
    assert whole.replace(" ", _NBSP) in plain(action_title(typed))


def test_long_brackets_and_plain_words_may_part() -> None:
    made = plain(action_title("Étude (comparaison des logements vacants et des friches) urbaine"))
    assert "logements vacants" in made
    assert ") urbaine" in made


def test_only_short_references_are_whole() -> None:
    assert " " not in plain(kept_whole("nos 42 à 45 et 51 à 53"))
    assert " " in plain(kept_whole("nos 1, 3, 5, 7, 9, 11, 13, 15 et 17"))
