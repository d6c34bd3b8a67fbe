"""The command `preflight`: what it prints, in both forms, and its exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from aula_reports import cli
from tests.prove.foreign_files import office_letter
from tests.prove.print_seeds import EXCHANGE_SEEDS, PRINT_SEEDS
from tests.prove.spoilers import Spoil, good, spoilt


def _spoil(what: str) -> Spoil:
    return next(seed.spoil for seed in (*EXCHANGE_SEEDS, *PRINT_SEEDS) if seed.what == what)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bon.pdf").write_bytes(good("print"))
    (tmp_path / "faible.pdf").write_bytes(spoilt("print", _spoil("thin rule")))
    (tmp_path / "tiede.pdf").write_bytes(spoilt("print", _spoil("text at 4 mm")))
    (tmp_path / "mot.pdf").write_text("Bonjour")
    return tmp_path


def test_a_good_file_is_told_to_be_good(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["preflight", "bon.pdf"]) == 0
    told = capsys.readouterr()
    assert told.out == "bon.pdf : 4 pages ; PDF/X-4 · impression\n  aucun constat\n"
    assert told.err == ""


def test_errors_give_the_exit_code_and_say_where(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["preflight", "bon.pdf", "faible.pdf"]) == 1
    told = " ".join(capsys.readouterr().out.split())
    assert "bon.pdf : 4 pages" in told
    assert "erreur P-05 filet de 0,1 pt, au moins 0,25 pt attendus [page 1," in told
    assert "35,3 × 0 mm, à 35,3 ; 35,3 mm]" in told
    assert told.endswith("→ épaissir le filet 1 erreur")


def test_warnings_let_a_file_pass(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["preflight", "tiede.pdf"]) == 0
    assert "1 avertissement" in capsys.readouterr().out


def test_json_holds_every_field(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["preflight", "faible.pdf", "mot.pdf", "--json"]) == 1
    weak, word = json.loads(capsys.readouterr().out)
    (fault,) = weak["constats"]
    assert weak["familles"] == ["PDF/X-4", "impression"]
    assert (fault["code"], fault["gravite"], fault["page"]) == ("P-05", "erreur", 1)
    assert fault["boite_mm"] == [35.3, 35.3, 35.3, 0.0]
    assert fault["remede"] == "épaissir le filet"
    assert fault["source"]
    assert word == {
        "fichier": "mot.pdf",
        "pages": 0,
        "familles": [],
        "constats": [word["constats"][0]],
    }
    assert word["constats"][0]["code"] == "F-01"


def test_a_font_is_told_with_its_object(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "police.pdf").write_bytes(spoilt("print", _spoil("font not embedded")))
    assert cli.main(["preflight", "police.pdf", "--json"]) == 1
    (report,) = json.loads(capsys.readouterr().out)
    assert all(fault["objet"] > 0 for fault in report["constats"])


def test_a_printers_profile_changes_the_figures(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    drawn = spoilt("print", lambda pdf: _heavy(pdf))
    (folder / "encre.pdf").write_bytes(drawn)
    assert cli.main(["preflight", "encre.pdf"]) == 0
    assert cli.main(["preflight", "encre.pdf", "--printer", "offset"]) == 1
    assert "encrage de 290 %, au plus 280 %" in capsys.readouterr().out


def _heavy(pdf: object) -> None:
    from pikepdf import Pdf

    from tests.prove.spoilers import ink

    assert isinstance(pdf, Pdf)
    ink(pdf, "0.8 0.8 0.8 0.5 k 100 100 20 20 re f")


def test_many_faults_of_one_sort_are_counted(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from tests.prove.spoilers import ink

    lines = "\n".join(f"100 {100 + rank} m 200 {100 + rank} l S" for rank in range(100))
    (folder / "filets.pdf").write_bytes(spoilt("print", lambda pdf: ink(pdf, f"0.1 w\n{lines}")))
    assert cli.main(["preflight", "filets.pdf"]) == 1
    told = capsys.readouterr().out
    assert told.count("P-05") == 2
    assert "au moins 0,25 pt attendus [page 1] (40 fois)" in told
    assert "et 60 de plus" in told
    assert told.count("épaissir le filet") == 1


def test_the_table_keeps_to_its_width(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "lettre.pdf").write_bytes(office_letter())
    cli.main(["preflight", "lettre.pdf"])
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 100


def test_pages_of_what_is_said_alike_are_told_together(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from tests.prove.foreign_files import hairline

    (folder / "filets.pdf").write_bytes(hairline())
    cli.main(["preflight", "filets.pdf"])
    assert "(TrimBox) [pages 1 à 4]\n" in capsys.readouterr().out


def test_a_profile_of_ones_own_is_read_with_its_faults(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = folder / "chez-nous.yaml"
    own.write_text("nom: chez-nous\nlibelle: Chez nous\nencrage_max: 240\nfilet_mini: 1\n")
    assert cli.main(["preflight", "bon.pdf", "--printer", "chez-nous.yaml"]) == 1
    told = capsys.readouterr().err
    assert "chez-nous.yaml:4:1" in told
    assert "filet_min" in told
    own.write_text("nom: chez-nous\nlibelle: Chez nous\nencrage_max: 240\n")
    assert cli.main(["preflight", "bon.pdf", "--printer", "chez-nous.yaml"]) == 0
