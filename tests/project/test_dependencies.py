"""The package declares what it imports, and imports what it declares."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
IMPORTED_AS = {"markdown-it-py": "markdown_it", "Pillow": "PIL", "PyYAML": "yaml"}
# Its dictionary is read as a file (typeset/liang).
NOT_IMPORTED = {"pyphen"}

pytestmark = pytest.mark.project


def _imported() -> Iterator[str]:
    for path in (ROOT / "aula_reports").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from (alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield node.module.partition(".")[0]


def test_dependencies_are_those_that_are_imported() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = [re.split(r"[><=~ ]", line, maxsplit=1)[0] for line in project["dependencies"]]
    declared = {IMPORTED_AS.get(name, name) for name in names} - NOT_IMPORTED
    third_party = set(_imported()) - set(sys.stdlib_module_names) - {"aula_reports"}
    # pydantic-core is pydantic's own half.
    assert third_party - {"pydantic_core"} == declared


def test_every_dependency_has_a_lower_bound() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [line for extra in project["optional-dependencies"].values() for line in extra]
    assert not [line for line in [*project["dependencies"], *extras] if ">=" not in line]
