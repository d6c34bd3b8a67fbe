"""Raised letters, written `^{…}` as in the rules."""

from __future__ import annotations

import pytest

from aula_reports.french import Profile, find_spans
from aula_reports.french.spans import Script, Span

RAISED = [
    "Le 1^{er} lot, la 1^{re} pierre, les 1^{ers} essais",
    "Le 3^{e} lot, les 2^{es}, le 21^{e}",
    "Le 2^{nd} tour, la 2^{nde} fois",
    "Au XIX^{e} siècle, la V^{e} République, les XX^{es}",
    "François I^{er}, I^{re} République",
    "M^{me} Blanc, M^{mes} Noir, M^{lle} Roux, M^{gr} Vert",
    "le D^{r} Gris, le P^{r} Brun, M^{e} Vert",
    "l’action n^{o} 3",
    "n^{os} 36",
    "(n^{os} 8 à 10, 15)",
    "n^{os} 3, 5 et 9 du programme",
    "Observatoires n^{os}\u00a08 à 10 du territoire",
]
LEFT = [
    "M. Petit et MM. Roux",
    "n° 4, N° 5",
    "nos 36 communes",
    "nos 36 et dernières communes",
    "nos communes, no man’s land",
    "Le plan, Ce mot, De là, Les élus, Mes amis, Me demander",
    "1e, Ie, CD2E, A2e, 3,5e, 2e_x, VIN, DIe",
    "Dr de loi, Prix, Merci",
    "Comme Mmes2",
    "https://exemple.org/2e, plan.2e.pdf",
    "La salle B2",
]


def marked(text: str, profile: Profile) -> str:
    for span in reversed(find_spans(text, profile)):
        text = f"{text[: span.start]}^{{{text[span.start : span.end]}}}{text[span.end :]}"
    return text


def plain(text: str) -> str:
    return text.replace("^{", "").replace("}", "")


@pytest.mark.parametrize("text", RAISED + LEFT)
def test_raised_letters(text: str) -> None:
    assert marked(plain(text), Profile()) == text


def test_span_is_a_place_and_a_script() -> None:
    assert find_spans("Le 1er") == (Span(4, 6, Script.SUPERIOR),)


def test_titles_may_stay_on_the_line() -> None:
    assert marked("Mme Blanc, 3e", Profile(superior_titles=False)) == "Mme Blanc, 3^{e}"
    assert marked("Mme Blanc, 3e", Profile(rules_off=frozenset({"R43"}))) == "Mme Blanc, 3^{e}"
    assert marked("Mme Blanc, 3e", Profile(rules_off=frozenset({"R40"}))) == "M^{me} Blanc, 3e"
