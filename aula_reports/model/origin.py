"""Where a programme was read: its folder, the place of each field, what reading it remarked.

What a book shows keeps the field that it is from, as a text of the file's keys and of ranks from
1: `axes/1/fiches/2/image`. Finished files carry it, so that a finding in them can name the field.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field

from aula_reports.diagnostics import Finding, Location


def field_at(*steps: str | int) -> str:
    """Name a field by the keys on its way and by ranks, from 1; without a first step, none."""
    return "/".join(map(str, steps)) if steps[0] else ""


class Origin(Struct, frozen=True):
    """`places` maps a field's path, as keys and indexes, to its place in a file."""

    folder: Path
    places: Mapping[tuple[str | int, ...], Location] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
