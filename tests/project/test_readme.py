"""What the README tells to type works as it stands there."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")

pytestmark = pytest.mark.project


def _blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def _command(*words: str, folder: Path) -> None:
    told = subprocess.run(
        [sys.executable, *words], cwd=folder, capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stderr


def test_the_first_programme_becomes_a_booklet(tmp_path: Path) -> None:
    source = tmp_path / "mon-agence" / "programme.yaml"
    source.parent.mkdir()
    source.write_text(_blocks("yaml")[0], encoding="utf-8")
    _command("-m", "aula_reports", "check", "mon-agence/programme.yaml", folder=tmp_path)
    _command("-m", "aula_reports", "build", "mon-agence/programme.yaml", folder=tmp_path)
    assert (tmp_path / "mon-agence.pdf").read_bytes().startswith(b"%PDF-")


def test_the_sheets_become_a_report(tmp_path: Path) -> None:
    """The report's part of a programme, in the place of the booklet's axes."""
    whole = yaml.safe_load(_blocks("yaml")[0]) | yaml.safe_load(_blocks("yaml")[1])
    (tmp_path / "programme.yaml").write_text(yaml.safe_dump(whole), encoding="utf-8")
    words = ("build", "programme.yaml", "--document", "rapport", "-o", "rapport.pdf")
    _command("-m", "aula_reports", *words, folder=tmp_path)
    assert (tmp_path / "rapport.pdf").read_bytes().startswith(b"%PDF-")


def test_the_layout_of_ones_own_is_read(tmp_path: Path) -> None:
    from aula_reports.read.layouts import read_layout
    from aula_reports.resources import layout_folder

    folder = tmp_path / "la-notre"
    folder.mkdir()
    (folder / "layout.yaml").write_text(_blocks("yaml")[2], encoding="utf-8")
    assert read_layout(folder, layout_folder).name == "la-notre"


def test_the_python_example_runs(tmp_path: Path) -> None:
    (example,) = _blocks("python")
    _command("-c", example, folder=tmp_path)
    assert (tmp_path / "ppa-2027.pdf").read_bytes().startswith(b"%PDF-")


def test_the_rooms_of_the_table_are_those_that_stand() -> None:
    named = set(re.findall(r"^\| (.+?) \|", README, re.MULTILINE))
    rooms = {name for cell in named for name in re.findall(r"`(\w+)/?`", cell)}
    package = ROOT / "aula_reports"
    standing = {path.stem for path in package.glob("*.py")} | {
        path.parent.name for path in package.glob("*/__init__.py")
    }
    assert rooms == standing - {"__init__", "__main__"}
