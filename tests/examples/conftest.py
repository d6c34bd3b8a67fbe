"""The example programmes, each read once for all tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from aula_reports.model.programme import Programme
from aula_reports.read.loader import load_programme

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="session")
def ppa_2021() -> Programme:
    """The programme of the example PPA 2021."""
    return load_programme(EXAMPLES / "ppa-2021" / "programme.yaml")
