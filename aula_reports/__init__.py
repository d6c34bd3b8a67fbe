"""Compose a French urban-planning agency's yearly books from one typed programme.

    programme = aula_reports.load_programme("programme.yaml")
    publication = aula_reports.build(programme, document="ppa", layout="ppa")
    publication.save("ppa-2021.pdf", profile="print")

Names are imported when they are first asked for, so that importing the package costs nothing.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aula_reports.diagnostics import (
        AulaError,
        ContentOverflow,
        Finding,
        InvalidLayout,
        InvalidProgramme,
        SourceError,
    )
    from aula_reports.french.compose import compose_text
    from aula_reports.model.programme import Programme
    from aula_reports.pipeline import Publication, build, check, load_programme

_HOMES = {
    "AulaError": "diagnostics",
    "ContentOverflow": "diagnostics",
    "Finding": "diagnostics",
    "InvalidLayout": "diagnostics",
    "InvalidProgramme": "diagnostics",
    "Programme": "model.programme",
    "Publication": "pipeline",
    "SourceError": "diagnostics",
    "build": "pipeline",
    "check": "pipeline",
    "compose_text": "french.compose",
    "load_programme": "pipeline",
}

__all__ = [
    "AulaError",
    "ContentOverflow",
    "Finding",
    "InvalidLayout",
    "InvalidProgramme",
    "Programme",
    "Publication",
    "SourceError",
    "build",
    "check",
    "compose_text",
    "load_programme",
]


class _Package(ModuleType):
    """This package; `check` is a function of it and a room in it.

    Importing a room gives the package its name: that one would hide the function.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
