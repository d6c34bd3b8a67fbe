"""Another agency, from other YAML alone: two axes, no Bureau, five partners, no picture."""

from __future__ import annotations

from pathlib import Path

import pytest

from aula_reports import build, load_programme
from aula_reports.pipeline import Publication
from aula_reports.typeset.pages import EmptyThing, Page, TextThing

PROGRAMME = """\
document:
  titre: [Programme, d’études]
  annee: 2027
  titre_courant: Programme d’études 2027
  titre_court: Programme 2027
agence:
  nom: Agence d’urbanisme du Val
  sigle: AUV
organismes:
  - {id: ville, nom: Ville de Valmont}
  - {id: metropole, nom: Métropole du Val}
  - {id: region, nom: Région}
  - {id: port, nom: Port autonome}
  - {id: universite, nom: Université}
missions:
  types:
    - {type: partage, nom: Études communes, part: 60}
    - {type: particuliere, nom: Études propres, part: 40}
  familles:
    - {id: commun, nom: Études communes, types: [partage], part: 60}
    - {id: propre, nom: Études propres, types: [particuliere], part: 40}
tableau:
  familles:
    - {nom: Fondateurs, organismes: [ville, metropole]}
    - {nom: Associés, organismes: [region, port, universite]}
axes:
  - numero: 1
    titre: Habiter
    introduction: Le logement d’abord.
    sections:
      - numero: "1.1"
        titre: Logement
        actions:
          - {numero: 1, titre: Observatoire des loyers, type: partage,
             financeurs: [ville, metropole]}
          - {numero: 2, titre: Étude des copropriétés, nouvelle: oui, type: particuliere,
             financeurs: [ville], beneficiaires: [metropole]}
  - numero: 2
    titre: Se déplacer
    sections:
      - numero: "2.1"
        titre: Gares
        actions:
          - {numero: 3, titre: Quartier de la gare, type: particuliere, financeurs: [port]}
"""


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    file = tmp_path_factory.mktemp("val") / "programme.yaml"
    file.write_text(PROGRAMME, encoding="utf-8")
    return build(load_programme(file))


def _words(page: Page) -> str:
    return " ".join(thing.text for thing in page.things if isinstance(thing, TextThing))


def test_every_title_is_printed(other: Publication) -> None:
    text = " ".join(map(_words, other.book.pages)).replace("\N{NO-BREAK SPACE}", " ")
    for title in ("Observatoire des loyers", "Étude des copropriétés", "Quartier de la gare"):
        assert title in text


def test_pages_make_whole_sheets(other: Publication) -> None:
    assert other.page_count % 4 == 0


def test_no_page_is_empty(other: Publication) -> None:
    assert all(
        any(not isinstance(thing, EmptyThing) for thing in page.things) for page in other.book.pages
    )


def test_no_bureau_no_page_for_it(other: Publication) -> None:
    assert "bureau" not in other.book.anchors
    assert "assemblee" not in other.book.anchors


def test_matrix_has_the_five_partners(other: Publication) -> None:
    heads = [
        thing.text.replace("\N{NO-BREAK SPACE}", " ").strip()
        for page in other.book.pages
        if page.master == "matrix"
        for thing in page.things
        if isinstance(thing, TextThing) and thing.angle
    ]
    assert sorted(set(heads)) == [
        "Métropole du Val",
        "Port autonome",
        "Région",
        "Université",
        "Ville de Valmont",
    ]


def test_it_can_be_written(other: Publication, tmp_path: Path) -> None:
    path = tmp_path / "val.pdf"
    other.save(path)
    assert path.read_bytes().startswith(b"%PDF-1.7")
