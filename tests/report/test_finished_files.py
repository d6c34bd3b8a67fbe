"""The finished files of the report, read back by other readers than the one that wrote them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import zxingcpp
from PIL.Image import Image

from aula_reports.compose.wording import days
from aula_reports.model.days import days_spent
from aula_reports.model.programme import Programme
from aula_reports.pipeline import Publication
from tests.booklet.placed import flat
from tests.judges import needs_ghostscript, needs_poppler, needs_qpdf
from tests.printed_colour import differences, plates, separations
from tests.report.conftest import EXAMPLE
from tests.write.structure_walk import StructureReport

INKS = ("Cyan", "Magenta", "Yellow", "Black")


@pytest.fixture(scope="module")
def pages(web_report: Path) -> list[str]:
    """The text of each page as poppler reads it, all spaces alike."""
    command = ["pdftotext", "-enc", "UTF-8", str(web_report), "-"]
    text = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    return [flat(page) for page in text.split("\f")]


@needs_poppler
def test_every_title_is_found_on_the_page_of_its_sheet(
    programme: Programme, report: Publication, pages: list[str]
) -> None:
    lost, count = [], 0
    for axis in programme.axes:
        for rank, sheet in enumerate(axis.sheets, 1):
            count += 1
            page = report.book.anchors[f"fiche-{axis.number}-{rank}"].page
            if not _found(sheet.title, pages[page - 1]):
                lost.append((page, sheet.title))
    assert count == 47
    assert not lost


def _found(title: str, words: str) -> bool:
    """Find the words of a title in order, whatever French typography put between them."""
    pattern = r"\W*".join(map(re.escape, re.findall(r"\w+", title)))
    return re.search(pattern, words) is not None


@needs_poppler
def test_every_time_is_found_on_the_page_of_its_sheet(
    programme: Programme, report: Publication, pages: list[str]
) -> None:
    told = 0
    for axis in programme.axes:
        for rank, sheet in enumerate(axis.sheets, 1):
            spent = days_spent(sheet, axis)
            if spent is None:
                continue
            told += 1
            page = pages[report.book.anchors[f"fiche-{axis.number}-{rank}"].page - 1]
            assert re.search(rf"(?<![\d.]){days(spent)}(?!\d)", page), (rank, spent)
    assert told == 46  # 45 printed times, one of them for two sheets


@needs_poppler
def test_every_name_of_the_assembly_is_found(programme: Programme, pages: list[str]) -> None:
    assert programme.governing_bodies
    words = " ".join(pages).lower()
    seats = [
        seat
        for college in programme.governing_bodies.assembly.colleges
        for delegation in college.delegations
        for seat in delegation.seats
    ]
    assert len(seats) == 61
    people = [seat.person for seat in seats if seat.person]
    people += [s.substitute.person for s in seats if s.substitute and s.substitute.person]
    lost = [p for p in people if f"{p.first_name} {p.last_name}".lower() not in words]
    assert not lost


def test_codes_are_read_from_the_page(
    programme: Programme, report: Publication, web_report: Path
) -> None:
    """Every QR code, from the page as printed at 300 dots an inch."""
    wanted: dict[int, set[str]] = {}
    for axis in programme.axes:
        for rank, sheet in enumerate(axis.sheets, 1):
            page = report.book.anchors[f"fiche-{axis.number}-{rank}"].page
            for link in sheet.links:
                wanted.setdefault(page, set()).add(link.address)
    assert sum(map(len, wanted.values())) == 15
    for page, addresses in wanted.items():
        image = _rendered(web_report, page)
        assert {code.text for code in zxingcpp.read_barcodes(image)} == addresses


def _rendered(file: Path, page: int) -> Image:
    import pypdfium2

    with pypdfium2.PdfDocument(file) as document:
        image: Image = document[page - 1].render(scale=300 / 72, grayscale=True).to_pil()
    return image


def test_structure_has_no_fault(
    web_structure: StructureReport, print_structure: StructureReport
) -> None:
    assert web_structure.errors == []
    assert print_structure.errors == []


@needs_qpdf
def test_qpdf_finds_nothing(web_report: Path, print_report: Path) -> None:
    for file in (web_report, print_report):
        command = ["qpdf", "--check", str(file)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


def test_same_bytes_under_another_hash_seed_and_time_zone(web_report: Path, tmp_path: Path) -> None:
    output = tmp_path / "again.pdf"
    command = [sys.executable, "-m", "aula_reports", "build", str(EXAMPLE), "-o", str(output)]
    environment = {**os.environ, "PYTHONHASHSEED": "4711", "TZ": "Pacific/Auckland", "CI": "true"}
    subprocess.run(command, check=True, env=environment, capture_output=True)
    assert output.read_bytes() == web_report.read_bytes()


@needs_ghostscript
def test_plates_look_alike_on_press_and_on_screen(
    report: Publication, web_report: Path, print_report: Path
) -> None:
    found = differences(report, web_report, print_report, 4)
    assert len(found) == 4
    assert max(found) <= 6


@needs_ghostscript
def test_black_text_is_on_the_black_plate_alone(print_report: Path) -> None:
    """A page of text: where black is full, no other ink is."""
    plates = separations(print_report, 24, dpi=100)
    black = plates["Black"] > 0.92
    assert black.sum() > 500
    for ink in INKS[:3]:
        assert (plates[ink][black] < 0.08).mean() > 0.98


@needs_ghostscript
def test_plates_have_four_inks_and_not_too_much_of_them(
    report: Publication, print_report: Path
) -> None:
    for page in plates(report)[:4]:
        inks = separations(print_report, page)
        assert sorted(inks) == sorted(INKS)
        assert sum(inks.values()).max() <= 3.0  # type: ignore[union-attr]
