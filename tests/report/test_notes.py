"""Notes in a finished report: editorial, introductions and sheets, read out of the file."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from aula_reports import build
from aula_reports.gauge.paragraphs import paragraphs_of
from aula_reports.model.pages import DocumentTitles
from aula_reports.model.partners import Agency
from aula_reports.model.programme import Axis, Programme
from aula_reports.model.report import Editorial
from aula_reports.model.sheets import ActionSheet
from aula_reports.pipeline import Publication
from aula_reports.typeset.pages import TextThing
from tests.booklet.placed import collisions, late_lines
from tests.write.structure_walk import walk

JAR = Path(os.environ.get("VERAPDF_JAR", "/tmp/verapdf/cli-1.30.2.jar"))
SENTENCE = "Les communes du bassin tiennent ensemble la carte des terrains qui attendent un usage. "


def text(name: str, sentences: int) -> str:
    """Write a text with a numbered note, a starred one and one in place."""
    return (
        f"Le mot de {name}.[^n] {SENTENCE * sentences}\n\n"
        f"Une autre *phrase*[^*]. {SENTENCE * sentences} La fin^[En place, chez {name}.].\n\n"
        f"[^n]: Note de {name}, voir [le site](https://exemple.fr/{name}).\n\n"
        f"[^*]: Étoile de {name}."
    )


@pytest.fixture(scope="module")
def book() -> Publication:
    sheets = [
        ActionSheet(title=f"Fiche {name}", objective=text(name, count), review="Un bilan.", days=2)
        for name, count in (("brève", 1), ("courte", 2), ("longue", 40), ("dernière", 1))
    ]
    titles = DocumentTitles(
        title_lines=("Rapport",), running_title="Rapport", short_title="Rapport", edition=2027
    )
    axis = Axis(number=1, title="Axe", introduction=text("introduction", 9), sheets=tuple(sheets))
    editorial = Editorial(title="Éditorial", text=text("éditorial", 30), signature_lines=("A. B.",))
    programme = Programme(
        report=titles, agency=Agency(name="Agence", acronym="AA"), axes=(axis,), editorial=editorial
    )
    return build(programme, use_cache=False)


@pytest.fixture(scope="module")
def web(book: Publication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("notes") / "notes.pdf"
    book.save(path)
    return path


NAMES = ("éditorial", "introduction", "brève", "courte", "longue", "dernière")


def test_every_note_is_read_once_and_nothing_collides(book: Publication) -> None:
    assert sum(node.role == "Note" for node in book.book.nodes) == 3 * len(NAMES)
    assert collisions(book) == []
    assert late_lines(book) == []


def test_the_gauge_reads_a_call_with_its_line(book: Publication) -> None:
    lines = [line.text for found in paragraphs_of(book.book) for line in found.lines]
    assert sum("Le mot de brève1." in line for line in lines) == 1


@pytest.mark.parametrize("name", NAMES)
def test_call_and_note_stand_on_one_page(book: Publication, name: str) -> None:
    pages = [
        "".join(thing.text for thing in page.things if isinstance(thing, TextThing))
        for page in book.book.pages
    ]
    flat = [page.replace("\u00a0", " ").replace("\u202f", " ") for page in pages]
    called = [number for number, page in enumerate(flat) if f"Le mot de {name}1." in page]
    noted = [number for number, page in enumerate(flat) if f"1. Note de {name}" in page]
    assert called
    assert called == noted


def test_words_calls_and_notes_come_out_of_the_file(web: Path) -> None:
    told = subprocess.run(["pdftotext", web, "-"], capture_output=True, check=True).stdout
    words = " ".join(told.decode().split())
    for name in NAMES:
        assert f"Le mot de {name}1." in words
        assert f"1. Note de {name}, voir le site." in words
        assert f"* Étoile de {name}." in words
        assert f"2. En place, chez {name}." in words
    assert "phrase*." in words


def test_the_structure_is_sound_in_both_files(book: Publication, web: Path) -> None:
    for content in (web.read_bytes(), book.to_bytes(profile="print", use_cache=False)):
        assert walk(content).errors == []


@pytest.mark.project
@pytest.mark.skipif(not (shutil.which("java") and JAR.is_file()), reason="pas de veraPDF")
@pytest.mark.parametrize("flavour", ["ua1", "2a"])
def test_vera_finds_no_failed_check(web: Path, flavour: str) -> None:
    command: list[str | Path] = ["java", "-jar", JAR, "-f", flavour, "--format", "json", web]
    verdict = subprocess.run(command, capture_output=True, check=False, text=True)
    (job,) = json.loads(verdict.stdout)["report"]["jobs"]
    details = job["validationResult"][0]["details"]
    assert details["passedChecks"] > 0
    assert details["failedChecks"] == 0
