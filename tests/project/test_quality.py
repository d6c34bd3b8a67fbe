"""The code against its own rules: types, lint, layout of the text, layering of the rooms."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOOLS = Path(sys.executable).parent

JUDGES = {
    "types": ["mypy", "--no-error-summary"],
    "lint": ["ruff", "check", "--quiet", "--output-format=concise", "."],
    "format": ["ruff", "format", "--check", "--quiet", "."],
    "rooms": ["lint-imports", "--no-cache"],
}

pytestmark = pytest.mark.project


@pytest.fixture(scope="module")
def verdicts() -> dict[str, subprocess.CompletedProcess[str]]:
    """Run all judges side by side; their times overlap."""
    running = {name: _start(command) for name, command in JUDGES.items()}
    return {name: _ended(process) for name, process in running.items()}


def _start(command: list[str]) -> subprocess.Popen[str]:
    program, *words = command
    return subprocess.Popen(
        [str(TOOLS / program), *words],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def _ended(process: subprocess.Popen[str]) -> subprocess.CompletedProcess[str]:
    told, _ = process.communicate()
    return subprocess.CompletedProcess(process.args, process.returncode, told)


@pytest.mark.parametrize("judge", JUDGES)
def test_quality(judge: str, verdicts: dict[str, subprocess.CompletedProcess[str]]) -> None:
    verdict = verdicts[judge]
    assert verdict.returncode == 0, verdict.stdout
