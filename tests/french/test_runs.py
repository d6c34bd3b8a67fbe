"""Runs of inline markup: the sentence is composed as a whole and cut again."""

from __future__ import annotations

import pytest

from aula_reports.french.compose import compose_runs

CASES: list[tuple[tuple[str, ...], tuple[str, ...]]] = [
    (("l'", "eau", "?"), ("l’", "eau", "¦?")),
    (("Bilan", ": trois sujets"), ("Bilan", "~: trois sujets")),
    (("Bilan ", ": trois sujets"), ("Bilan~", ": trois sujets")),
    (("«", "Santé", "»"), ("«~", "Santé", "~»")),
    (("« ", "Santé", " »"), ("«~", "Santé", "~»")),
    (("« Santé", " » "), ("«~Santé", "~» ")),
    (('"', "Santé", '"'), ("«~", "Santé", "~»")),
    (("2", "ème", " axe"), ("2", "e", " axe")),
    (("La ", "charte", " - signée", " - est là"), ("La ", "charte", " –~signée", "~– est là")),
    (("Suite.", "..", ""), ("Suite…", "", "")),
    (("", "", ""), ("", "", "")),
    (("voir https://ex", "emple.org", "?"), ("voir https://ex", "emple.org", "¦?")),
    (("M.", " ", "Petit"), ("M.", "~", "Petit")),
    ((), ()),
    (("seul",), ("seul",)),
]


@pytest.mark.parametrize(("typed", "composed"), CASES)
def test_runs(typed: tuple[str, ...], composed: tuple[str, ...]) -> None:
    expected = tuple(run.replace("~", "\u00a0").replace("¦", "\u202f") for run in composed)
    assert compose_runs(typed) == expected
