"""Our own example books, proved like anybody's; what is found in them is listed, one by one."""

from __future__ import annotations

import time
from functools import cache
from pathlib import Path

import pytest

from aula_reports import build, load_programme
from aula_reports.pipeline import Publication
from aula_reports.prove.preflight import Report, preflight
from aula_reports.read.printers import read_printer
from aula_reports.write.colour import Profile

EXAMPLES = Path(__file__).parents[2] / "examples"
# Code, page, and how many times.
KNOWN: dict[tuple[str, Profile], dict[tuple[str, int], int]] = {
    ("ppa-2021", "print"): {},
    ("rapport-2025", "print"): {},
    ("ppa-2021", "web"): {},
    ("rapport-2025", "web"): {},
    # A later standard than the one that the rules are of.
    ("ppa-2021", "archive"): {("UA-06-x01", 0): 1},
    ("rapport-2025", "archive"): {("UA-06-x01", 0): 1},
}
# The wall's seconds would tell of other tests; the bound is wide, the file takes about 1.5.
ALLOWED_SECONDS = 6.0


@cache
def publication(book: str) -> Publication:
    return build(load_programme(EXAMPLES / book / "programme.yaml"))


def proved(book: str, profile: Profile, folder: Path) -> Report:
    path = folder / f"{book}.pdf"
    publication(book).save(path, profile=profile)
    return preflight(path, read_printer("couche"))


@pytest.mark.parametrize(("book", "profile"), sorted(KNOWN))
def test_only_what_is_known_is_found(book: str, profile: Profile, tmp_path: Path) -> None:
    found: dict[tuple[str, int], int] = {}
    for fault in proved(book, profile, tmp_path).faults:
        key = fault.code, fault.page
        found[key] = found.get(key, 0) + 1
    assert found == KNOWN[book, profile]


def test_a_whole_book_is_proved_quickly(tmp_path: Path) -> None:
    path = tmp_path / "ppa.pdf"
    publication("ppa-2021").save(path, profile="print")
    begun = time.process_time()
    preflight(path, read_printer("couche"))
    assert time.process_time() - begun < ALLOWED_SECONDS
