"""Notes that do not meet their calls are told where they stand."""

from __future__ import annotations

import pytest

from aula_reports.diagnostics import InvalidProgramme, Severity
from aula_reports.pipeline import build
from aula_reports.read.loader import read_programme
from aula_reports.read.note_faults import note_findings
from tests.read.conftest import Tells, WritesProgramme

FAULTS = {
    "E318": (["Un mot[^1] et", "deux[^deux].", "", "[^1]: Un."], 2, 5, "[^deux]"),
    "E319": (["Un mot[^1].", "", "[^1]: Un.", "[^1]: Deux."], 4, 1, "[^1]:"),
    "E320": (["Un mot.", "", "[^1]: Un."], 3, 1, "[^1]:"),
    "E321": (["Un mot[^1].", "", "[^1]: Un, deux[^1]."], 3, 1, "[^1]:"),
    "E322": (["Un mot^[sans fin."], 1, 7, "^["),
}


@pytest.mark.parametrize("code", FAULTS)
def test_each_fault_is_told_where_it_stands(
    code: str, written: WritesProgramme, told: Tells
) -> None:
    lines, line, column, words = FAULTS[code]
    text = "".join(f"\n    {line}" for line in lines)
    path = written(
        "preambule: {titre: Avant, texte: Bonjour}",
        f"preambule:\n  titre: Avant\n  texte: |{text}",
    )
    first = path.read_text(encoding="utf-8").splitlines().index("  texte: |") + 2
    (finding,) = [one for one in told(path) if one.code in FAULTS]
    assert finding.code == code
    assert finding.location is not None
    assert (finding.location.line, finding.location.column) == (first + line - 1, column + 4)
    assert finding.field == "preambule › texte"
    assert words in finding.message
    assert finding.remedy


def test_only_a_note_that_nobody_calls_lets_the_book_be_made() -> None:
    findings = note_findings({"preambule": {"texte": "Un.\n\n[^1]: Note."}}, None)
    assert [(one.code, one.severity) for one in findings] == [("E320", Severity.WARNING)]
    findings = note_findings({"preambule": {"texte": "Un[^1]."}}, None)
    assert [(one.code, one.severity) for one in findings] == [("E318", Severity.ERROR)]


def test_notes_that_meet_and_fields_without_markdown_are_left_alone() -> None:
    text = "Un[^1], deux[^*]^[En place.], trois[^1].\n\n[^1]: Un.\n\n[^*]: Deux."
    assert note_findings({"preambule": {"texte": text, "titre": "Un[^1]"}}, None) == ()


def test_a_programme_made_in_python_is_read_for_them_too(written: WritesProgramme) -> None:
    programme = read_programme(written()).programme
    assert programme.preamble
    page = programme.preamble.model_copy(update={"text": "Un[^1]."})
    with pytest.raises(InvalidProgramme, match="E318"):
        build(programme.model_copy(update={"preamble": page}))
