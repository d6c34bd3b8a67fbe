"""The command line starts quickly.

Processor time, and the least of several runs: other tests run beside this one. The bound is wide;
on a quiet machine the help costs some 60 ms more than Python alone, most of it click's.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ALLOWED_SECONDS = 0.150
RUNS = 5

pytestmark = pytest.mark.project


def _children_seconds() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _least_seconds(*words: str) -> float:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    costs = []
    for _ in range(RUNS):
        before = _children_seconds()
        subprocess.run([sys.executable, *words], env=environment, check=True, capture_output=True)
        costs.append(_children_seconds() - before)
    return min(costs)


def test_help_costs_little_more_than_python() -> None:
    bare, shown = _least_seconds("-c", "pass"), _least_seconds("-m", "aula_reports", "--help")
    assert shown - bare < ALLOWED_SECONDS


def test_what_a_command_has_no_need_of_comes_in_when_it_is_asked_for() -> None:
    told = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; from aula_reports.haste import make_haste; make_haste();"
            "import aula_reports; aula_reports.Programme.model_rebuild();"
            "print('email' in sys.modules);"
            "import importlib.metadata; from importlib.metadata import entry_points;"
            "print(importlib.metadata.version('pydantic') == __import__('pydantic').VERSION);"
            "print(len(entry_points(group='console_scripts')) > 0, 'email' in sys.modules)",
        ],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=True,
        capture_output=True,
        text=True,
    )
    assert told.stdout.split() == ["False", "True", "True", "True"]
