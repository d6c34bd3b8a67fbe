from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import Field

from aula_reports.diagnostics import InvalidProgramme, Location, Severity, SourceError
from aula_reports.model.base import Model
from aula_reports.model.missions import MissionType
from aula_reports.model.programme import Action, ActionGroup
from aula_reports.read.faults import MAX_TOLD
from aula_reports.read.loader import load_programme, read_model, read_programme
from tests.read.conftest import Tells, WritesProgramme

TEN_FAULTS = """\
document:
  titre: [Programme]
  annee: deux mille
  titre_courrant: Programme 2021
  titre_court: PPA : 2021
agence: {nom: Agence, sigle: AA, nom: Encore}
validations:
  - {instance: Bureau, date: 16/02/2021}
preambule:
  titre: Avant
  texte: textes/preambul.md
organismes:
  - {id: CA Lens, nom: CALL}
axes:
  - numero: 1
    titre: Axe
    sections:
      - numero: 1.1
        titre: S
        actions:
          - numero: 0
            titre: Une
            type: mutualisé
            nouvelle: yes
          - numero: 2
            financeurs: [inconnu]
"""


def test_ten_faults_in_one_run(tmp_path: Path) -> None:
    path = tmp_path / "p.yaml"
    path.write_text(TEN_FAULTS, encoding="utf-8")
    (tmp_path / "textes").mkdir()
    (tmp_path / "textes/preambule.md").write_text("Bonjour", encoding="utf-8")
    with pytest.raises(InvalidProgramme) as caught:
        load_programme(path)
    lines = [
        (finding.code, finding.location.line, finding.location.column)
        for finding in caught.value.findings
        if finding.location
    ]
    assert lines == [
        ("E203", 3, 10),
        ("E202", 4, 3),
        ("E110", 5, 20),
        ("E112", 6, 34),
        ("E206", 8, 30),
        ("E101", 11, 10),
        ("E209", 13, 10),
        ("E210", 21, 21),
        ("E204", 23, 19),
        ("E207", 24, 23),
        ("E201", 25, 13),
        ("E303", 26, 26),
    ]
    assert all(finding.remedy for finding in caught.value.findings)


# What is changed in the small programme, then what is told.
FAULTS = [
    ("annee: 2021", "annee: douze", "E203 document › annee : « douze » n’est pas", "écrire 12"),
    ("annee: 2021", "annee: 1492", "E210 document › annee : 1492 est hors", "au moins 1900"),
    ("annee: 2021", "annee:", "E201 document › annee : champ obligatoire vide", "remplir"),
    ("  annee: 2021\n", "", "E201 document › annee : champ obligatoire absent", "« annee: … »"),
    ("annee: 2021", "edition: 2021", "E202 document › edition", "« annee »"),
    ("sigle: AA", "sigle: ''", "E208 agence › sigle : texte vide", "remplir"),
    ("sigle: AA", "sigle: [A]", "E205 agence › sigle : un texte est attendu", "guillemets"),
    ("sigle: AA", "sigle: AA, fax: x", "E202 agence › fax : champ inconnu", "possibles : nom"),
    ("titre: [Programme]", "titre: Programme", "E205 document › titre", "« [Programme] »"),
    ("{nom: Agence, sigle: AA}", "AULA", "E205 agence : des champs sont attendus", "nom: valeur"),
    ("id: lens", "id: Le Lens", "E209 organismes › 2 › id", "« le_lens »"),
    ("mutualise", "Mutualisée", "E204 axes › 1 › sections › 1 › actions › 1", "« mutualise »"),
    ("mutualise", "xyz", "« xyz » n’est pas un choix possible", "partage, mutualise"),
    ("texte: Bonjour", "texte: ../x.md", "E121 preambule › texte", "copier"),
    ("numero: 2", "numero: 2.5", "« 2.5 » n’est pas un nombre entier", "chiffres"),
    ("numero: 2", "numero: 2, jours: 4,5", "champ inconnu « 5 »", "avec un point"),
    ("axes:", "sigles: {PLU: ''}\naxes:", "E208 sigles › PLU : texte vide", "remplir"),
    ("axes:", "sigles: {PLU: [plan]}\naxes:", "E205 sigles › PLU : un texte", "guillemets"),
    ("axes:", "sigles: {PL U: plan}\naxes:", "« PL U » n’est pas un sigle", "d’un seul mot"),
    ("groupe: Groupe", "group: Groupe", "E202", "« groupe »"),
]


@pytest.mark.parametrize(("old", "new", "message", "remedy"), FAULTS)
def test_each_fault_is_told(
    written: WritesProgramme, told: Tells, old: str, new: str, message: str, remedy: str
) -> None:
    findings = told(written(old, new))
    lines = [str(finding).replace("\u00a0", " ") for finding in findings]
    assert any(message in line and remedy in line for line in lines), lines


def test_an_unknown_key_in_a_group_does_not_accuse_the_action(
    written: WritesProgramme, told: Tells
) -> None:
    findings = told(written("groupe: Groupe", "groupe: Groupe\n            chef: X"))
    assert [finding.code for finding in findings] == ["E202"]


def test_the_small_programme(written: WritesProgramme) -> None:
    programme = load_programme(written())
    section = programme.axes[0].sections[0]
    assert section.number == "1.10"
    action, group = section.entries
    assert isinstance(action, Action)
    assert isinstance(group, ActionGroup)
    assert action.mission_type is MissionType.POOLED
    assert [entry.number for entry in programme.actions] == [1, 2]


def test_places_of_fields(written: WritesProgramme) -> None:
    loaded = read_programme(written())
    file = str(loaded.folder / "p.yaml")
    assert loaded.places["document", "annee"] == Location(file, 3, 10)
    assert loaded.places["organismes", 1, "id"] == Location(file, 16, 10)
    assert loaded.places["organismes",] == Location(file, 14, 1)


def test_a_markdown_file_takes_the_place_of_its_name(
    written: WritesProgramme, tmp_path: Path
) -> None:
    (tmp_path / "avant.md").write_bytes(b"\xef\xbb\xbfBonjour *\xc3\xa0 tous*\r\n")
    loaded = read_programme(written("texte: Bonjour", "texte: avant.md"))
    assert loaded.programme.preamble is not None
    assert loaded.programme.preamble.text == "Bonjour *à tous*"
    place = loaded.places["preambule", "texte"]
    assert (place.file, place.line) == (str(tmp_path / "avant.md"), 1)


def test_a_markdown_file_in_windows_1252_is_cured(
    written: WritesProgramme, told: Tells, tmp_path: Path
) -> None:
    (tmp_path / "avant.md").write_bytes(b"\xe9t\xe9")
    (note,) = told(written("texte: Bonjour", "texte: avant.md"))
    assert (note.code, note.severity) == ("E104", Severity.NOTE)


def test_empty_values_are_absent(written: WritesProgramme) -> None:
    path = written("sigle: AA", "sigle: AA, telephone: , site: ~, adresse: null")
    agency = load_programme(path).agency
    assert (agency.phone, agency.website, agency.address_lines) == ("", "", ())


@pytest.mark.parametrize(
    ("content", "code"), [("", "E117"), ("- a\n", "E117"), ("mot", "E117"), ("a: [\n", "E110")]
)
def test_what_is_no_programme(tmp_path: Path, content: str, code: str) -> None:
    path = tmp_path / "p.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises((SourceError, InvalidProgramme)) as caught:
        load_programme(path)
    assert code in [finding.code for finding in caught.value.findings]


def test_a_missing_programme(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="E101"):
        load_programme(tmp_path / "p.yaml")


def test_key_order_changes_nothing(written: WritesProgramme) -> None:
    one = load_programme(written())
    two = load_programme(written("{nom: Agence, sigle: AA}", "{sigle: AA, nom: Agence}"))
    assert one == two


def test_countless_faults_are_counted(tmp_path: Path, told: Tells) -> None:
    path = tmp_path / "p.yaml"
    path.write_text("".join(f"champ{rank}: x\n" for rank in range(3000)), encoding="utf-8")
    findings = told(path)
    assert len(findings) == MAX_TOLD + 2
    (rest,) = (finding for finding in findings if finding.code == "E220")
    assert rest.message == "et 2502 autres fautes de champs"


class Circle(Model):
    """A union told apart by its kind, for the test."""

    kind: Literal["cercle"] = Field(alias="genre")
    radius: float = Field(alias="rayon")


class Square(Model):
    """The other member."""

    kind: Literal["carre"] = Field(alias="genre")
    side: float | None = Field(default=None, alias="cote")


class Drawing(Model):
    """A model with every kind of shape."""

    figures: tuple[Circle | Square, ...] = Field(alias="figures")
    size: tuple[float, float] = Field(alias="taille")
    weights: dict[str, int | str] = Field(default_factory=dict, alias="poids")


def test_any_model_is_read(tmp_path: Path) -> None:
    path = tmp_path / "d.yaml"
    path.write_text(
        "figures: [{genre: carre, cote: 2}, {genre: cercle, rayon: '1,5'}]\n"
        "taille: [1, 2.5]\npoids: {a: 1, b: gras}\n",
        encoding="utf-8",
    )
    drawing, places = read_model(path, Drawing)
    square, circle = drawing.figures
    assert isinstance(square, Square)
    assert isinstance(circle, Circle)
    assert circle.model_dump() == {"kind": "cercle", "radius": 1.5}
    assert (drawing.size, drawing.weights) == ((1, 2.5), {"a": 1, "b": "gras"})
    assert places["taille", 1].column == 13


def test_faults_of_a_union_speak_of_the_member_meant(tmp_path: Path) -> None:
    path = tmp_path / "d.yaml"
    path.write_text("figures: [{genre: cercle, rayon: x}]\ntaille: [1, 2, 3]\n", encoding="utf-8")
    with pytest.raises(InvalidProgramme) as caught:
        read_model(path, Drawing)
    assert [finding.code for finding in caught.value.findings] == ["E203", "E212"]


yaml_like = st.recursive(
    st.text(max_size=8) | st.sampled_from(["", "oui", "1", "x.md", "2021-01-01"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["axes", "document", "titre", "actions", "sections", "numero", "id"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=20,
)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40
)
@given(st.dictionaries(st.sampled_from(["axes", "document", "images", "missions"]), yaml_like))
def test_any_tree_gives_findings_with_places(
    tmp_path: Path, told: Tells, tree: dict[str, object]
) -> None:
    import json

    path = tmp_path / "p.yaml"
    path.write_text(json.dumps(tree), encoding="utf-8")
    findings = told(path)
    assert findings
    assert all(finding.location for finding in findings)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.binary(max_size=60))
def test_any_bytes_give_findings(tmp_path: Path, told: Tells, content: bytes) -> None:
    path = tmp_path / "p.yaml"
    path.write_bytes(content)
    assert told(path)
