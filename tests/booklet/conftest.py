"""The example booklet, laid out and written once for all tests of this folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from aula_reports import build, load_programme
from aula_reports.pipeline import Publication
from tests.write.structure_walk import StructureReport, walk

EXAMPLE = Path(__file__).parents[2] / "examples" / "ppa-2021" / "programme.yaml"


@pytest.fixture(scope="session")
def booklet() -> Publication:
    return build(load_programme(EXAMPLE))


@pytest.fixture(scope="session")
def web_file(booklet: Publication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("web") / "ppa.pdf"
    booklet.save(path, profile="web")
    return path


@pytest.fixture(scope="session")
def web_structure(web_file: Path) -> StructureReport:
    return walk(web_file.read_bytes())


@pytest.fixture(scope="session")
def print_structure(print_file: Path) -> StructureReport:
    return walk(print_file.read_bytes())


@pytest.fixture(scope="session")
def print_file(booklet: Publication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("print") / "ppa.pdf"
    booklet.save(path, profile="print")
    return path
