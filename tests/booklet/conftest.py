"""The example booklet, laid out and written once for all tests of this folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from aula_reports import build, load_programme
from aula_reports.pipeline import Publication
from tests.write.structure_walk import StructureReport, walk

EXAMPLE = Path(__file__).parents[2] / "examples" / "ppa-2021" / "programme.yaml"


@pytest.fixture(scope="session")
def booklet() -> Publication:
    return build(load_programme(EXAMPLE))


@pytest.fixture(scope="session")
def web_file(booklet: Publication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("web") / "ppa.pdf"
    booklet.save(path, profile="web")
    return path


@pytest.fixture(scope="session")
def web_structure(web_file: Path) -> StructureReport:
    return walk(web_file.read_bytes())


@pytest.fixture(scope="session")
def print_structure(print_file: Path) -> StructureReport:
    return walk(print_file.read_bytes())


@pytest.fixture(scope="session")
def print_file(booklet: Publication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("print") / "ppa.pdf"
    booklet.save(path, profile="print")
    return path


# A second agency: two axes, no Bureau, five partners, no picture.
OTHER_PROGRAMME = """\
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


@pytest.fixture(scope="session")
def other(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    file = tmp_path_factory.mktemp("val") / "programme.yaml"
    file.write_text(OTHER_PROGRAMME, encoding="utf-8")
    return build(load_programme(file))
