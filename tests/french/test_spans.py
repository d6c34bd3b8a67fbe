"""Raised letters, written `^{…}` as in the rules."""

from __future__ import annotations

import pytest

from aula_reports.french.profiles import Profile
from aula_reports.french.scripts import Script, Span
from aula_reports.french.spans import find_spans, with_marks

RAISED = [
    "Le 1^{er} lot, la 1^{re} pierre, les 1^{ers} essais",
    "Le 3^{e} lot, les 2^{es}, le 21^{e}",
    "Le 2^{nd} tour, la 2^{nde} fois",
    "Au sc{XIX}^{e} siècle, la V^{e} République, les XX^{es}",
    "Aux sc{XIX}^{e} et sc{XX}^{e} siècles, du sc{I}^{er} siècle",
    "CO_{2}, NO_{2}, SO_{2}, CH_{4}, NH_{3}, H_{2}O, N_{2}O, O_{3}, PM_{10} et PM_{2,5}",
    "François I^{er}, I^{re} République",
    "M^{me} Blanc, M^{mes} Noir, M^{lle} Roux, M^{gr} Vert",
    "le D^{r} Gris, le P^{r} Brun, M^{e} Vert",
    "l’action n^{o} 3",
    "n^{os} 36",
    "(n^{os} 8 à 10, 15)",
    "n^{os} 3, 5 et 9 du programme",
    "les n^{os} 3 et 4 voisins, aux n^{os} 3, 5 et 9, des n^{os} 12-18 sont à voir",
    "Observatoires n^{os}\u00a08 à 10 du territoire",
]
LEFT = [
    "M. Petit et MM. Roux",
    "n° 4, N° 5",
    "nos 36 communes",
    "nos 36 et dernières communes",
    "nos 3,5 millions d’euros, nos 12-18 ans, nos 3 et 4 voisins, nos 10 % de plus",
    "nos communes, no man’s land",
    "Le plan, Ce mot, De là, Les élus, Mes amis, Me demander",
    "1e, Ie, CD2E, A2e, 3,5e, 2e_x, VIN, DIe",
    "Dr de loi, Prix, Merci",
    "Comme Mmes2",
    "https://exemple.org/2e, plan.2e.pdf",
    "La salle B2",
    "La M4, le G2, PM1000, CO23, XCO2, H2Ox, O3b, TO3, la salle H2, l’axe O3, H2 2024",
    "XX siècles, la rue du siècle",
]


SIGNS = {Script.SUPERIOR: "^", Script.INFERIOR: "_", Script.SMALL_CAPS: "sc"}


def marked(text: str, profile: Profile) -> str:
    for span in reversed(find_spans(text, profile)):
        letters = text[span.start : span.end]
        text = f"{text[: span.start]}{SIGNS[span.script]}{{{letters}}}{text[span.end :]}"
    return text


def plain(text: str) -> str:
    for mark in ("^{", "_{", "sc{", "}"):
        text = text.replace(mark, "")
    return text


@pytest.mark.parametrize("text", RAISED + LEFT)
def test_raised_letters(text: str) -> None:
    assert marked(plain(text), Profile()) == text


def test_span_is_a_place_and_a_script() -> None:
    assert find_spans("Le 1er") == (Span(4, 6, Script.SUPERIOR),)


def test_titles_may_stay_on_the_line() -> None:
    assert marked("Mme Blanc, 3e", Profile(superior_titles=False)) == "Mme Blanc, 3^{e}"
    assert marked("Mme Blanc, 3e", Profile(rules_off=frozenset({"R43"}))) == "Mme Blanc, 3^{e}"
    assert marked("Mme Blanc, 3e", Profile(rules_off=frozenset({"R40"}))) == "M^{me} Blanc, 3e"


def test_each_kind_of_span_is_switched_off_by_its_own_rule() -> None:
    text = "Au XXe siècle, Mme Blanc mesure le CO2"
    shown = {
        "R40": "Au sc{XX}e siècle, M^{me} Blanc mesure le CO_{2}",
        "R41": "Au XX^{e} siècle, M^{me} Blanc mesure le CO_{2}",
        "R42": "Au sc{XX}^{e} siècle, M^{me} Blanc mesure le CO2",
        "R43": "Au sc{XX}^{e} siècle, Mme Blanc mesure le CO_{2}",
    }
    for rule, expected in shown.items():
        assert marked(text, Profile(rules_off=frozenset({rule}))) == expected


def test_marks_show_small_capitals_in_small_letters() -> None:
    assert with_marks("Au XXe siècle, 3e et CO2") == "Au sc{xx}^{e} siècle, 3^{e} et CO_{2}"
