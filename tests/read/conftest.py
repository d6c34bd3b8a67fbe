"""A small programme, and ways to write it with one thing changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from aula_reports.diagnostics import AulaError, Finding, InvalidProgramme, SourceError
from aula_reports.read.loader import read_programme

SMALL = """\
document:
  titre: [Programme]
  annee: 2021
  titre_courant: Programme 2021
  titre_court: PPA 2021
agence: {nom: Agence, sigle: AA}
preambule: {titre: Avant, texte: Bonjour}
territoire:
  legende: Carte
  groupes:
    - {id: pole, nom: Pôle, communes: 2, habitants: 3, membres: [artois]}
  epci:
    - {id: artois, nature: CC, nom: Artois, communes: 2, habitants: 3}
organismes:
  - {id: artois, nom: Artois}
  - {id: lens, nom: Lens}
chiffres:
  principales:
    - {axe: 1, lignes: [{texte: Une, actions: [1]}]}
axes:
  - numero: 1
    titre: Axe
    image: vue
    sections:
      - numero: 1.10
        titre: Section
        actions:
          - {numero: 1, titre: Une, type: mutualise, financeurs: [artois, lens]}
          - groupe: Groupe
            actions:
              - {numero: 2, titre: Deux}
images:
  - {id: vue, fichier: vue.png, texte_alternatif: Une vue}
"""

WritesProgramme = Callable[..., Path]
Tells = Callable[[Path], tuple[Finding, ...]]


@pytest.fixture
def written(tmp_path: Path) -> WritesProgramme:
    """Write the small programme, with one text replaced by another."""

    def write(old: str = "", new: str = "") -> Path:
        assert old in SMALL
        path = tmp_path / "p.yaml"
        path.write_text(SMALL.replace(old, new, 1) if old else SMALL, encoding="utf-8")
        return path

    return write


@pytest.fixture
def told() -> Tells:
    """Read a programme and return what is told, whether it is raised or not."""

    def tell(path: Path) -> tuple[Finding, ...]:
        try:
            return read_programme(path).findings
        except (SourceError, InvalidProgramme) as error:
            return error.findings
        except AulaError:
            return ()

    return tell
