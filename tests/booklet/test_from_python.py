"""From Python, without any file: a small typed programme becomes a booklet in ten lines."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

import aula_reports
from aula_reports import InvalidProgramme, build, pipeline
from aula_reports.diagnostics import MissingGlyph
from aula_reports.model.pages import DocumentTitles
from aula_reports.model.partners import Agency
from aula_reports.model.programme import Action, Axis, Programme, Section


def _programme(*actions: Action) -> Programme:
    section = Section(number="1.1", title="Logement", entries=actions)
    return Programme(
        document=DocumentTitles(
            title_lines=("Programme", "d’études"),
            running_title="Programme d’études 2027",
            short_title="Programme 2027",
            edition=2027,
        ),
        agency=Agency(name="Agence d’urbanisme du Val", acronym="AUV"),
        axes=(Axis(number=1, title="Habiter", sections=(section,)),),
    )


def test_a_room_does_not_hide_the_function_of_its_name() -> None:
    import_module("aula_reports.check.consistency")
    assert aula_reports.check is pipeline.check


def test_ten_lines_make_a_booklet(tmp_path: Path) -> None:
    publication = build(_programme(Action(number=1, title="Observatoire des loyers", is_new=True)))
    publication.save(tmp_path / "livret.pdf", profile="print")
    assert (tmp_path / "livret.pdf").read_bytes().startswith(b"%PDF-1.6")
    assert publication.page_count % 4 == 0


def test_faults_are_told_as_in_a_file() -> None:
    twice = (Action(number=1, title="Une"), Action(number=1, title="Deux"))
    with pytest.raises(InvalidProgramme) as caught:
        build(_programme(*twice))
    assert [finding.code for finding in caught.value.findings] == ["E302"]


def test_unknown_document_is_refused() -> None:
    with pytest.raises(ValueError, match="document inconnu"):
        build(_programme(Action(number=1, title="Une")), document="roman")


def test_a_character_that_no_font_draws_is_shown_where_it_stands() -> None:
    with pytest.raises(MissingGlyph) as caught:
        build(_programme(Action(number=1, title="Le jardin 木", is_new=True)))
    first, place = str(caught.value).split("\n")
    assert "« 木 » (U+6728)" in first
    assert place.strip() == "axes › 1 › sections › 1 › actions › 1 › titre"
