"""Where the fields of a file stand: paths, faults without a place, and their meeting.

A path names a field by the keys of the file (French aliases) and 0-based positions, as in
`("axes", 0, "sections", 2, "titre")`. People read it `axes › 1 › sections › 3 › titre`.
A fault knows its path only; `located` turns it into a finding with the help of the places.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from aula_reports.diagnostics import Finding, Location, Severity

FieldPath = tuple[str | int, ...]
Places = Mapping[FieldPath, Location]


class Fault(Struct, frozen=True):
    """A finding that does not know its place yet."""

    code: str
    message: str
    path: FieldPath = ()
    remedy: str = ""
    severity: Severity = Severity.ERROR


def human_path(path: FieldPath) -> str:
    """Name a field as its author counts: from 1."""
    return " › ".join(str(step + 1) if isinstance(step, int) else step for step in path)


def place_of(path: FieldPath, places: Places | None) -> Location | None:
    """Find the place of a field, or of the nearest thing around it that has one."""
    if places is None:
        return None
    for length in range(len(path), -1, -1):
        location = places.get(path[:length])
        if location is not None:
            return location
    return None


def fields_with(text: str, value: object, path: FieldPath = ()) -> Iterator[FieldPath]:
    """Find the fields of a tree whose text holds another."""
    if isinstance(value, str):
        if text in value:
            yield path
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from fields_with(text, part, (*path, key))
    elif isinstance(value, (list, tuple)):
        for number, part in enumerate(value):
            yield from fields_with(text, part, (*path, number))


def located(fault: Fault, places: Places | None) -> Finding:
    """Give a fault its place."""
    return Finding(
        fault.severity,
        fault.code,
        fault.message,
        place_of(fault.path, places),
        human_path(fault.path),
        fault.remedy,
    )


def all_located(faults: Iterable[Fault], places: Places | None) -> tuple[Finding, ...]:
    return tuple(located(fault, places) for fault in faults)
