"""Printers' profiles: ours are whole, and the faults of others are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from aula_reports.diagnostics import InvalidProgramme
from aula_reports.model.printer import Binding
from aula_reports.read.printers import DEFAULT_PRINTER, read_printer
from aula_reports.resources import PRINTERS


@pytest.mark.parametrize(("name", "total"), [("couche", 300), ("offset", 280)])
def test_our_profiles_say_how_much_ink_the_paper_bears(name: str, total: int) -> None:
    profile = read_printer(name)
    assert profile.name == name
    assert profile.total_ink == total
    assert profile.binding is Binding.SADDLE


def test_the_default_is_one_of_ours() -> None:
    assert (PRINTERS / f"{DEFAULT_PRINTER}.yaml").is_file()
    assert read_printer(DEFAULT_PRINTER).total_ink == 300


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("encrage_max: 500", "encrage_max"),
        ("reliure: agrafe", "reliure"),
        ("marge_min: large", "marge_min"),
        ("couleurs: 4", "couleurs"),
    ],
)
def test_faults_are_told_with_their_place(line: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "essai.yaml"
    path.write_text(f"nom: essai\nlibelle: Essai\n{line}\n", encoding="utf-8")
    with pytest.raises(InvalidProgramme) as failure:
        read_printer(str(path))
    fault = next(fault for fault in failure.value.findings if told in str(fault))
    assert fault.location is not None
    assert fault.location.line == 3
