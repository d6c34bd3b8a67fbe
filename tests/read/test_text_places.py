"""Words are found in the source as it was typed: folded, indented, quoted, or in their own file."""

from __future__ import annotations

from pathlib import Path

import pytest

from aula_reports.diagnostics import Location
from aula_reports.read.loader import read_programme
from aula_reports.read.places import FieldPath, place_of
from aula_reports.read.text_places import TextPlaces

SOURCE = """\
agence: {nom: "Etat un, Etat deux", sigle: AA}
axes:
  - numero: 1
    titre: Etat plein
    introduction: intro.md
    resume: >-
      Une ligne, puis
      Etat
      replié, puis Etat
      encore
document: {titre: [P], annee: 2027, titre_courant: P, titre_court: P}
pages_libres:
  - id: page
    titre: "Un\\u0020Etat"
    texte: |
      Premier alinéa.

      Le second dit Etat, puis Etat.
"""


@pytest.mark.parametrize(
    ("path", "rank", "file", "line", "column"),
    [
        (("agence", "nom"), 0, "p.yaml", 1, 16),
        (("agence", "nom"), 1, "p.yaml", 1, 25),
        (("axes", 0, "titre"), 0, "p.yaml", 4, 12),
        (("axes", 0, "introduction"), 0, "intro.md", 3, 4),
        (("axes", 0, "resume"), 0, "p.yaml", 8, 7),
        (("axes", 0, "resume"), 1, "p.yaml", 9, 20),
        (("pages_libres", 0, "titre"), 0, "p.yaml", 14, 21),
        (("pages_libres", 0, "texte"), 1, "p.yaml", 18, 32),
    ],
)
def test_place_of_a_word(
    tmp_path: Path, path: FieldPath, rank: int, file: str, line: int, column: int
) -> None:
    (tmp_path / "p.yaml").write_text(SOURCE, encoding="utf-8-sig")
    (tmp_path / "intro.md").write_bytes("Début.\r\n\r\nL’ Etat".encode())
    loaded = read_programme(tmp_path / "p.yaml")
    text = _value(loaded.programme.model_dump(by_alias=True), path)
    start = [at for at in range(len(text)) if text.startswith("Etat", at)][rank]
    place = TextPlaces().of_words(place_of(path, loaded.places), text, start, start + 4)
    assert place == Location(str(tmp_path / file), line, column)


def test_words_that_the_source_writes_otherwise_stand_where_their_field_does(
    tmp_path: Path,
) -> None:
    source = tmp_path / "p.yaml"
    source.write_text('titre: "\\u0045tat"\n', encoding="utf-8")
    place = Location(str(source), 1, 8)
    assert TextPlaces().of_words(place, "Etat", 0, 4) == place


@pytest.mark.parametrize("place", [None, Location("absent.yaml"), Location("absent.yaml", 9, 2)])
def test_without_a_source_the_place_of_the_field_is_all(place: Location | None) -> None:
    assert TextPlaces().of_words(place, "Etat", 0, 4) == place


def _value(value: object, path: FieldPath) -> str:
    for step in path:
        assert isinstance(value, (dict, list, tuple))
        value = value[step]  # type: ignore[index]  # a path fits its tree
    assert isinstance(value, str)
    return value
