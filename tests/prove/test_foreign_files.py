"""Files of other producers, and files that are hardly files."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pikepdf
import pytest

from aula_reports.prove.preflight import ACCESS, PRINT, X4
from aula_reports.prove.source import opened
from aula_reports.prove.state import Budget
from aula_reports.prove.walk import read_content
from tests.prove.foreign_files import FOREIGN, office_letter
from tests.prove.spoilers import codes_of, good, report_on


@pytest.mark.parametrize(("make", "codes"), FOREIGN, ids=[make.__name__ for make, _ in FOREIGN])
def test_faults_of_foreign_files_are_found(
    make: Callable[[], bytes], codes: set[str], tmp_path: Path
) -> None:
    assert codes_of(report_on(make(), tmp_path)) == codes


def test_a_printers_profile_brings_print_rules_to_an_accessible_file(tmp_path: Path) -> None:
    report = report_on(good("web"), tmp_path, printer="offset")
    assert report.families == (PRINT, ACCESS)
    assert codes_of(report) == {"P-07", "P-10", "P-11", "P-12", "P-17"}


def test_a_file_that_claims_nothing_is_judged_for_print(tmp_path: Path) -> None:
    assert report_on(office_letter(), tmp_path).families == (PRINT,)
    assert report_on(good("print"), tmp_path).families == (X4, PRINT)


def _locked(content: bytes, *, revision: Literal[3, 4] = 4, accessibility: bool = True) -> bytes:
    """Encrypt with the old cipher that every reader knows, and an empty password to open."""
    stream = io.BytesIO()
    permissions = pikepdf.Permissions(accessibility=accessibility, extract=accessibility)
    lock = pikepdf.Encryption(
        owner="cle", user="", R=revision, allow=permissions, aes=False, metadata=False
    )
    with pikepdf.open(io.BytesIO(content)) as pdf:
        pdf.save(stream, encryption=lock, static_id=True)
    return stream.getvalue()


def test_a_locked_printers_file_is_found(tmp_path: Path) -> None:
    assert codes_of(report_on(_locked(good("print")), tmp_path)) == {"X4-14"}


def test_a_lock_that_bars_assistive_readers_is_found(tmp_path: Path) -> None:
    barred = _locked(good("web"), revision=3, accessibility=False)
    assert codes_of(report_on(barred, tmp_path)) == {"UA-26-002"}
    assert codes_of(report_on(_locked(good("web")), tmp_path)) == set()


def test_a_file_without_identity_is_found(tmp_path: Path) -> None:
    content = good("print")
    assert content.count(b"/ID [") == 1
    assert codes_of(report_on(content.replace(b"/ID [", b"/IX ["), tmp_path)) == {"X4-23"}


def _damaged() -> dict[str, bytes]:
    whole = good("print")
    return {
        "nothing": b"",
        "text": "Ceci n’est pas un PDF.".encode(),
        "a head alone": b"%PDF-1.6\n",
        "half of it": whole[: len(whole) // 2],
        "no page": b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]>>endobj\n"
        b"trailer<</Root 1 0 R>>\n%%EOF",
        "zeros": whole[:2000] + bytes(len(whole) - 2000),
    }


@pytest.mark.parametrize("kind", sorted(_damaged()))
def test_damaged_files_are_told_in_french(kind: str, tmp_path: Path) -> None:
    report = report_on(_damaged()[kind], tmp_path)
    assert report.has_errors
    (fault,) = [fault for fault in report.faults if fault.code == "F-01"]
    assert fault.message.startswith(("ce n’est pas", "le fichier"))


def test_bytes_changed_here_and_there_never_break_the_proof(tmp_path: Path) -> None:
    """Every seventh of some hundred places turned over, one file after another."""
    for profile in ("print", "web"):
        whole = bytearray(good("print" if profile == "print" else "web"))
        for start in range(11, len(whole), len(whole) // 12):
            spoilt = bytearray(whole)
            for place in range(start, min(start + 300, len(whole)), 7):
                spoilt[place] ^= 0x15
            report_on(bytes(spoilt), tmp_path)


def test_a_content_that_never_ends_is_left_in_time(tmp_path: Path) -> None:
    """A file has a budget of operations and of facts; what is beyond is told as not read."""
    path = tmp_path / "essai.pdf"
    path.write_bytes(good("print"))
    for budget in (Budget(operations=50), Budget(facts=3)):
        with opened(path) as file:
            page = file.pages[0]
            page.texts.clear()
            read_content(page, {}, budget)
            assert page.is_partial
            assert len(page.texts) < 10
