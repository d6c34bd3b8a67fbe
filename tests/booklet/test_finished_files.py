"""The finished files of the example, read back by other readers than the one that wrote them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from aula_reports import load_programme
from aula_reports.pipeline import Publication
from tests.booklet.conftest import EXAMPLE
from tests.booklet.placed import flat
from tests.judges import needs_ghostscript, needs_qpdf
from tests.printed_colour import differences
from tests.write.structure_walk import StructureReport


@pytest.fixture(scope="module")
def words(web_file: Path) -> str:
    """The text of the file as poppler reads it, all spaces alike."""
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext (poppler-utils) n’est pas là")
    command = ["pdftotext", "-enc", "UTF-8", str(web_file), "-"]
    text = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    return flat(text)


def test_every_action_is_found_with_its_number(words: str) -> None:
    actions = list(load_programme(EXAMPLE).actions)
    assert len(actions) == 100
    missing = [
        a.number for a in actions if f"{a.number} " not in words or not _found(a.title, words)
    ]
    assert not missing


def _found(title: str, words: str) -> bool:
    """Find the words of a title in order, whatever French typography put between them."""
    pattern = r"\W*".join(map(re.escape, re.findall(r"\w+", title)))
    return re.search(pattern, words) is not None


def test_every_seat_of_the_assembly_is_found(words: str) -> None:
    bodies = load_programme(EXAMPLE).governing_bodies
    assert bodies
    people = [
        seat.person
        for college in bodies.assembly.colleges
        for delegation in college.delegations
        for seat in delegation.seats
    ]
    assert len(people) == 62
    lower = words.lower()
    lost = [p for p in people if p and f"{p.first_name} {p.last_name}".lower() not in lower]
    assert not lost


def test_seventeen_columns_are_found(booklet: Publication, words: str) -> None:
    programme = load_programme(EXAMPLE)
    columns = programme.partner_matrix.columns
    assert len(columns) == 17
    for column in columns:
        assert _found(programme.organisation(column).label, words)


def test_stars_are_in_the_structure_tree(
    booklet: Publication, web_structure: StructureReport
) -> None:
    nodes = booklet.book.nodes
    stars = [index for index, node in enumerate(nodes) if node.actual_text == "*"]
    where = Counter(_place_of_star(booklet, star) for star in stars)
    assert where["action"] == 28
    assert where["group"] == 1
    assert where["board"] == 37
    assert where["matrix"] == 29
    assert web_structure.actual_texts.count("*") == len(stars)


def _place_of_star(booklet: Publication, star: int) -> str:
    nodes = booklet.book.nodes
    parent = nodes[star].parent
    roles = []
    while parent is not None:
        roles.append(nodes[parent].role)
        parent = nodes[parent].parent
    if "Table" in roles:
        return "matrix"
    return {"LBody": "action", "P": "group", "Lbl": "board"}[roles[0]]


def test_structure_has_no_fault(
    web_structure: StructureReport, print_structure: StructureReport
) -> None:
    assert web_structure.errors == []
    assert print_structure.errors == []


def test_one_table_a_matrix(web_structure: StructureReport) -> None:
    roles = web_structure.roles
    assert roles["Table"] == 3
    assert roles["TD"] == 100 * 17


@needs_qpdf
@pytest.mark.parametrize("profile", ["web", "print"])
def test_qpdf_finds_nothing(profile: str, web_file: Path, print_file: Path) -> None:
    file = web_file if profile == "web" else print_file
    done = subprocess.run(
        ["qpdf", "--check", str(file)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_same_bytes_under_another_hash_seed_and_time_zone(web_file: Path, tmp_path: Path) -> None:
    output = tmp_path / "again.pdf"
    command = [sys.executable, "-m", "aula_reports", "build", str(EXAMPLE), "-o", str(output)]
    environment = {**os.environ, "PYTHONHASHSEED": "4711", "TZ": "Pacific/Auckland", "CI": "true"}
    subprocess.run(command, check=True, env=environment, capture_output=True)
    assert output.read_bytes() == web_file.read_bytes()


@needs_ghostscript
def test_plates_look_alike_on_press_and_on_screen(
    booklet: Publication, web_file: Path, print_file: Path
) -> None:
    found = differences(booklet, web_file, print_file, 3)
    assert len(found) == 3
    assert max(found) <= 6
