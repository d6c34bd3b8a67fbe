from __future__ import annotations

import pytest

from aula_reports.diagnostics import Severity
from aula_reports.read.loader import load_programme
from aula_reports.read.references import reference_faults
from tests.read.conftest import Tells, WritesProgramme

# What is changed in the small programme, the one code told, part of message and remedy.
CASES = [
    ("id: lens", "id: artois", "E301 E303", "« artois » est déjà à organismes › 1 › id"),
    ("Une vue}", "Une vue}\n  - {id: vue, fichier: x, texte_alternatif: y}", "E301", "« vue »"),
    (
        "    - {id: artois",
        "    - {id: artois, nature: C, nom: A, communes: 1, habitants: 1}\n    - {id: artois",
        "E301",
        "l’intercommunalité « artois »",
    ),
    ("numero: 2", "numero: 1", "E302", "l’action « 1 » est déjà à axes › 1"),
    ("financeurs: [artois, lens]", "financeurs: [artoi]", "E303", "« artois » ?"),
    ("[artois, lens]}", "[lens], beneficiaires: [xyz]}", "E303", "« xyz »"),
    ("[artois, lens]}", "[lens], jours_par_organisme: {lans: 2}}", "E303", "« lens » ?"),
    ("[artois, lens]}", "[lens], beneficiaires: [lens]}", "E304", "financeur et bénéficiaire"),
    ("image: vue", "image: vus", "E305", "voulez-vous dire « vue » ?"),
    ("membres: [artois]", "membres: [artoise]", "E306", "« artois » ?"),
    ("actions: [1]}", "actions: [9]}", "E307", "action inconnue : « 9 »"),
    ("axe: 1", "axe: 4", "E308", "axe inconnu : « 4 »"),
    ("numero: 1.10", "numero: 2.1", "E309", "la section « 2.1 » est dans l’axe 1"),
    ("[artois, lens]}", "[lens, lens]}", "E314", "cité deux fois"),
    (
        "images:",
        "tableau: {familles: [{organismes: [lens, lens]}]}\nimages:",
        "E312",
        "la colonne « lens »",
    ),
    (
        "images:",
        "missions: {familles: [{id: a, nom: A, part: 1, types: [externe, externe]}]}\nimages:",
        "E311",
        "type de mission « externe »",
    ),
    (
        "images:",
        "instances: {bureau: [{organisme: lans, portrait: vuc}]}\nimages:",
        "E303 E305",
        "« lens » ?",
    ),
    (
        "        titre: Section",
        "        titre: Section\n        actions: []\n      - numero: 1.10\n        titre: S",
        "E313",
        "la section « 1.10 »",
    ),
]


@pytest.mark.parametrize(("old", "new", "codes", "part"), CASES)
def test_each_rule_is_broken_by_one_input(
    written: WritesProgramme, told: Tells, old: str, new: str, codes: str, part: str
) -> None:
    findings = told(written(old, new))
    assert [finding.code for finding in findings] == codes.split()
    assert any(part in str(finding).replace("\u00a0", " ") for finding in findings)
    assert all(finding.location and finding.location.line for finding in findings)


def test_axes_are_numbered_from_1(written: WritesProgramme, told: Tells) -> None:
    codes = {finding.code for finding in told(written("- numero: 1\n", "- numero: 2\n"))}
    assert codes == {"E308", "E309", "E310"}


def test_a_foreign_section_is_only_a_warning(written: WritesProgramme, told: Tells) -> None:
    (finding,) = told(written("numero: 1.10", "numero: 2.1"))
    assert finding.severity is Severity.WARNING


def test_a_programme_from_elsewhere_is_checked_too(written: WritesProgramme) -> None:
    programme = load_programme(written())
    assert not list(reference_faults(programme.model_dump(by_alias=True)))
    orphan = programme.model_copy(update={"organisations": ()})
    codes = [fault.code for fault in reference_faults(orphan.model_dump(by_alias=True))]
    assert codes == ["E303", "E303"]


@pytest.mark.parametrize("values", [None, [], "x", {"axes": 3}, {"axes": [[], {"sections": ""}]}])
def test_broken_values_are_skipped(values: object) -> None:
    assert {fault.code for fault in reference_faults(values)} <= {"E315"}


@pytest.mark.parametrize(
    ("values", "codes"),
    [
        ({"axes": []}, ["E315"]),
        ({"rapport": {"annee": 2025}}, []),
        ({"document": {}, "rapport": {"annee": 2025}}, []),
    ],
)
def test_one_of_the_books_is_named(values: object, codes: list[str]) -> None:
    assert [fault.code for fault in reference_faults(values)] == codes


def test_sheets_are_cited_by_their_rank() -> None:
    axis = {
        "numero": 1,
        "fiches": [{"temps_partage": 2}, {"temps_partage": 3}],
        "titres": [{"fiches": [2, 4]}],
        "graphique": [{"fiches": [1]}, {"fiches": [0]}],
    }
    faults = list(reference_faults({"rapport": {"annee": 1}, "axes": [axis]}))
    assert [fault.code for fault in faults] == ["E316"] * 3
    assert faults[0].path == ("axes", 0, "fiches", 1, "temps_partage")


def test_a_sheet_shares_its_time_with_another_one() -> None:
    axis = {"numero": 1, "fiches": [{"temps_partage": 2}, {"temps_partage": 2}]}
    faults = list(reference_faults({"rapport": {"annee": 1}, "axes": [axis]}))
    assert [fault.code for fault in faults] == ["E317"]


def test_the_editorial_cites_axes_that_there_are() -> None:
    editorial = {"part_des_axes": [1, 3]}
    values = {"rapport": {"annee": 1}, "axes": [{"numero": 1}], "editorial": editorial}
    assert [fault.code for fault in reference_faults(values)] == ["E308"]
