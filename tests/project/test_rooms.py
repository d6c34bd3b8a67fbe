"""The contracts on the rooms bite: each is shown one import that it must refuse."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

OFFENCES = {
    "pen": ("draw/page.py", "import reportlab.pdfgen.canvas"),
    "shaper": ("compose/blocks.py", "import uharfbuzz"),
    "hyphens": ("french/compose.py", "import pyphen"),
    "sources": ("model/base.py", "import yaml"),
    "markdown": ("typeset/pages.py", "import markdown_it"),
    "models": ("typeset/pages.py", "import pydantic"),
    "charts": ("typeset/charts.py", "import matplotlib"),
    "terminal": ("pipeline.py", "import click"),
    "beside": ("draw/page.py", "import aula_reports.gauge.lines"),
    "prover": ("prove/rules.py", "import aula_reports.write.colour"),
    "finished": ("write/pdf.py", "import pypdf"),
    "upward": ("model/base.py", "import aula_reports.read"),
    "unlisted": ("utils.py", ""),
}

pytestmark = pytest.mark.project


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the package and its contracts, to be spoilt."""
    shutil.copytree(
        ROOT / "aula_reports",
        tmp_path / "aula_reports",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


@pytest.mark.parametrize("offence", OFFENCES)
def test_an_offence_is_refused(offence: str, copy: Path) -> None:
    name, line = OFFENCES[offence]
    module = copy / "aula_reports" / name
    with module.open("a", encoding="utf-8") as stream:
        stream.write(f"\n{line}\n")
    told = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=copy,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 1
    assert "BROKEN" in told.stdout or "exhaustive" in told.stdout.lower()
