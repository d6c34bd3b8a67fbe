"""Which acronyms a book knows, and what goes for their words."""

from __future__ import annotations

from pathlib import Path

from aula_reports.compose.acronyms import known_acronyms
from aula_reports.read.loader import load_programme

PROGRAMME = """\
rapport: {titre: [Rapport], titre_courant: Rapport, titre_court: Rapport, annee: 2027}
agence: {nom: Agence d’urbanisme du Val, sigle: AUV}
organismes:
  - {id: metropole, nom: Métropole, nom_court: MDV, developpe: Métropole du Val}
  - {id: epf, nom: Établissement public foncier, nom_court: EPF}
  - {id: call, nom: CALL, developpe: Lens-Liévin}
  - {id: port, nom: Port, developpe: Port autonome du Val}
  - {id: smt, nom: SMT, developpe: Syndicat mixte du tri}
sigles:
  SCoT: schéma de cohérence territoriale
  SMT: syndicat mixte des transports
axes: []
"""


def test_the_programme_its_agency_and_its_bodies_give_their_acronyms(tmp_path: Path) -> None:
    file = tmp_path / "programme.yaml"
    file.write_text(PROGRAMME, encoding="utf-8")
    assert known_acronyms(load_programme(file)) == {
        "AUV": "Agence d’urbanisme du Val",
        "EPF": "Établissement public foncier",
        "MDV": "Métropole du Val",
        "SCoT": "schéma de cohérence territoriale",
        "SMT": "syndicat mixte des transports",
    }
