"""Where a programme was read: its folder, the place of each field, what reading it remarked."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field

from aula_reports.diagnostics import Finding, Location


class Origin(Struct, frozen=True):
    """`places` maps a field's path, as keys and indexes, to its place in a file."""

    folder: Path
    places: Mapping[tuple[str | int, ...], Location] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
