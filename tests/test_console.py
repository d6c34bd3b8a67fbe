"""Who draws the charts of a book: a process beside, where the command line expects many."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from aula_reports import build, load_programme
from aula_reports.console import _is_report

ROOT = Path(__file__).parents[1]
REPORT = ROOT / "examples" / "rapport-2025" / "programme.yaml"

SCRIPT = """\
import sys
from pathlib import Path
from aula_reports.console import laid_out
publication, _ = laid_out(Path(sys.argv[1]), None, None, no_cache=False)
print(publication.page_count, "matplotlib" in sys.modules)
"""


@pytest.mark.parametrize(
    ("text", "document", "expected"),
    [
        ("rapport: {}\n", None, True),
        ("document: {}\nrapport: {}\n", None, False),
        ("agence:\n  document: un mot\n", None, True),
        ("\ufeffdocument: {}\n", None, False),
        ("document: {}\n", "rapport", True),
        ("rapport: {}\n", "ppa", False),
    ],
)
def test_a_report_is_guessed_from_its_source(
    text: str, document: str | None, expected: bool, tmp_path: Path
) -> None:
    source = tmp_path / "programme.yaml"
    source.write_text(text, encoding="utf-8")
    assert _is_report(source, document) is expected


def test_a_programme_that_is_not_there_has_no_charts(tmp_path: Path) -> None:
    assert not _is_report(tmp_path / "programme.yaml", None)


@pytest.mark.skipif(
    sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2,
    reason="no process is forked without a processor to spare",
)
def test_charts_of_a_first_report_are_drawn_beside(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(tmp_path)}
    for _ in range(2):  # Once drawn by the other process, then kept.
        told = subprocess.run(
            [sys.executable, "-c", SCRIPT, str(REPORT)],
            env=environment,
            check=True,
            capture_output=True,
            text=True,
        )
        assert told.stdout.split()[1:] == ["False"]
    assert len(list((tmp_path / "aula-reports" / "charts").iterdir())) > 1


def test_the_library_forks_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise AssertionError("a library has no business to fork its caller")

    monkeypatch.setattr(os, "fork", refuse)
    assert build(load_programme(REPORT), use_cache=False).page_count > 1
