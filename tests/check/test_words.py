"""The corrector's remarks on a programme: which field, which code, where."""

from __future__ import annotations

from pathlib import Path

import pytest

import aula_reports
from aula_reports.check.words import RULES, TITLE_RULE, WordRule, check_words
from aula_reports.diagnostics import Finding, Severity
from aula_reports.french.compose import RULE_NUMBERS
from aula_reports.french.slips import TOLD_RULES
from aula_reports.model.programme import Programme
from tests.french.test_slips import MARKED

# The least of a programme, with the introduction of its axis.
_SMALL = """document: {{titre: [P], annee: 2027, titre_courant: P, titre_court: P}}
agence: {{nom: Agence, sigle: AA}}
axes:
  - numero: 1
    titre: Axe
    introduction: {}
"""
# One text a code: nothing else is told of it.
TEXTS = {
    "W501": "A partir de mai",
    "W502": "des lycées, etc…",
    "W503": "avec Mr Roux",
    "W504": "une aide de 15 K€",
    "W505": "les habitant·e·s",
    "W507": "On a :\n\n- un ;\n- deux",
    "W508": "la S.N.C.F. suit",
    "W509": "un mot.¹ Puis",
    "W510": "parmis eux",
}


def told(
    text: str = "Sain", title: str = "Sain", name: str = "ROUX", rules_off: tuple[str, ...] = ()
) -> list[Finding]:
    page = {"id": "page", "titre": title, "texte": text}
    person = {"prenom": "Edouard", "nom": name}
    programme = Programme.model_validate(
        {
            "document": {"titre": ["P"], "annee": 2027, "titre_courant": "P", "titre_court": "P"},
            "agence": {"nom": "Agence", "sigle": "AA"},
            "axes": [{"numero": 1, "titre": "Axe"}],
            "instances": {"bureau": [{"personne": person}], "assemblee": {"colleges": []}},
            "pages_libres": [page],
        },
        by_alias=True,
        by_name=False,
    )
    return list(check_words(programme, None, rules_off))


@pytest.mark.parametrize("code", TEXTS)
def test_each_rule_marks_its_text(code: str) -> None:
    (finding,) = told(TEXTS[code])
    assert (finding.code, finding.severity) == (code, Severity.NOTE)
    assert finding.field == "pages_libres › 1 › texte"
    assert finding.remedy


@pytest.mark.parametrize("off", [*RULES, TITLE_RULE], ids=lambda rule: rule.code)
def test_a_rule_that_sleeps_tells_nothing_and_others_do(off: WordRule) -> None:
    for rule in RULES:
        is_told = bool(told(TEXTS[rule.code], rules_off=(off.rule,)))
        assert is_told == (rule.rule != off.rule), rule.code
    title = told(title="Observer le territoire.", rules_off=(off.rule,))
    assert bool(title) == (off is not TITLE_RULE)


def test_rules_that_are_told_may_sleep_in_a_layout() -> None:
    numbers = {rule.rule for rule in (*RULES, TITLE_RULE)}
    assert numbers <= {*RULE_NUMBERS, *TOLD_RULES}
    assert set(TOLD_RULES) <= numbers


def test_a_check_for_a_layout_leaves_out_what_sleeps_in_it(tmp_path: Path) -> None:
    programme = tmp_path / "p.yaml"
    programme.write_text(_SMALL.format("des lycées, etc… et S.N.C.F."), encoding="utf-8")
    (tmp_path / "layout.yaml").write_text(
        "base: ppa\nnom: la nôtre\ntypographie: {sans_regles: [R65]}\n", encoding="utf-8"
    )
    assert [finding.code for finding in aula_reports.check(programme)] == ["W502", "W508"]
    quiet = aula_reports.check(programme, layout=str(tmp_path))
    assert [finding.code for finding in quiet] == ["W508"]


def test_each_rule_has_its_text() -> None:
    assert list(TEXTS) == [rule.code for rule in RULES]


@pytest.mark.parametrize("rule", [*RULES, TITLE_RULE], ids=lambda rule: rule.code)
def test_what_is_marked_has_one_of_the_signs_of_its_rule(rule: WordRule) -> None:
    texts = [text for text, _, _ in MARKED[rule.find]]
    assert all(any(sign in text for sign in rule.signs) for text in texts)


def test_only_titles_are_judged_as_titles() -> None:
    (finding,) = told(title="Observer le territoire.")
    assert (finding.code, finding.field) == (TITLE_RULE.code, "pages_libres › 1 › titre")
    assert told(text="Observer le territoire.") == []


def test_names_and_addresses_are_no_sentences() -> None:
    assert told(name="ETUDE", text="Voir https://exemple.fr/Etat/etc... et `Mr Roux`") == []


def test_check_tells_the_word_where_it_stands(tmp_path: Path) -> None:
    text = ">-\n      Rien d’abord,\n      puis l’Etat ; rien."
    (tmp_path / "p.yaml").write_text(_SMALL.format(text), encoding="utf-8")
    (finding,) = aula_reports.check(tmp_path / "p.yaml")
    place = f"{tmp_path / 'p.yaml'}:8:14"
    assert str(finding) == (
        f"{place} W501 axes › 1 › introduction : «\u00a0Etat\u00a0» : capitale sans accent"
        " — écrire « État »"
    )


def test_our_examples_are_clean_but_for_what_their_sources_print() -> None:
    """Titles of the agency's own programme, which are facts."""
    remarks = [
        finding.message
        for example in ("ppa-2021", "rapport-2025")
        for finding in aula_reports.check(f"examples/{example}/programme.yaml")
        if finding.code.startswith("W5")
    ]
    assert [message.split("\u00a0")[1] for message in remarks] == ["Energie", "Ilôts"]


def test_a_link_that_leads_nowhere_is_told_in_its_field() -> None:
    (finding,) = told("Le bilan est [en ligne](bilan.pdf).")
    assert (finding.code, finding.field) == ("W511", "pages_libres › 1 › texte")
    assert "[en ligne]" in finding.message
