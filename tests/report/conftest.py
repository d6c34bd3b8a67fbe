"""The example report, laid out and written once for all tests of this folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from aula_reports import build, load_programme
from aula_reports.model.programme import Programme
from aula_reports.pipeline import Publication
from tests.write.structure_walk import StructureReport, walk

EXAMPLE = Path(__file__).parents[2] / "examples" / "rapport-2025" / "programme.yaml"


@pytest.fixture(scope="session")
def programme() -> Programme:
    return load_programme(EXAMPLE)


@pytest.fixture(scope="session")
def report(programme: Programme) -> Publication:
    return build(programme)


@pytest.fixture(scope="session")
def web_report(report: Publication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("web") / "rapport.pdf"
    report.save(path, profile="web")
    return path


@pytest.fixture(scope="session")
def print_report(report: Publication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("print") / "rapport.pdf"
    report.save(path, profile="print")
    return path


@pytest.fixture(scope="session")
def web_structure(web_report: Path) -> StructureReport:
    return walk(web_report.read_bytes())


@pytest.fixture(scope="session")
def print_structure(print_report: Path) -> StructureReport:
    return walk(print_report.read_bytes())
