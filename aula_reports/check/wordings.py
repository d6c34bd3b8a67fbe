"""Slips of the pen in any text of a programme (W470–W473): told where they stand, never mended."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from aula_reports.check.doubts import remark
from aula_reports.french.slips import find_slips
from aula_reports.model.programme import Programme
from aula_reports.read.places import Fault, FieldPath


def check_wordings(programme: Programme) -> Iterator[Fault]:
    """Look for slips in every text: the whole programme is walked, so this is for `check` alone."""
    for path, text in _texts(programme.model_dump(by_alias=True), ()):
        for slip in find_slips(text):
            yield remark(slip.code, f"« {slip.read} » {slip.message}", path, slip.remedy)


def _texts(value: object, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from _texts(part, (*path, key))
    elif isinstance(value, (list, tuple)):
        for number, part in enumerate(value):
            yield from _texts(part, (*path, number))
