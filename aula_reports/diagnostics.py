"""What went wrong and where: findings are values, exceptions carry them.

    AulaError
    ├── SourceError        a file that cannot be read, with its place
    ├── InvalidProgramme   findings, all of them
    ├── InvalidLayout      findings, all of them
    ├── FontError
    │   ├── MissingFont
    │   └── MissingGlyph
    ├── ContentOverflow    a block that fits nowhere
    └── NonConformant      written, but the proof fails

Collecting beats raising: readers and checkers return findings, and only the border raises.
Codes are stable: E1xx files, E2xx fields, E3xx references between fields, W4xx figures that
do not add up, W5xx words, E6xx layouts, E7xx pages, E9xx finished files.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct


class Severity(StrEnum):
    """How much a finding weighs; the values are what users read."""

    ERROR = "erreur"
    WARNING = "avertissement"
    NOTE = "remarque"


class Location(Struct, frozen=True, order=True):
    """A place in a source file; line and column count from 1, 0 means the file as a whole."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if not self.line:
            return self.file
        return f"{self.file}:{self.line}:{self.column}"


class Finding(Struct, frozen=True):
    """One fault or remark: what, where, why, and what to do about it (in French)."""

    severity: Severity
    code: str
    message: str
    location: Location | None = None
    field: str = ""
    remedy: str = ""

    def __str__(self) -> str:
        place = f"{self.location} " if self.location else ""
        field = f"{self.field} : " if self.field else ""
        remedy = f" — {self.remedy}" if self.remedy else ""
        return f"{place}{self.code} {field}{self.message}{remedy}"


def in_source_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort findings as a reader of the sources meets them."""
    return tuple(sorted(findings, key=_place))


def _place(finding: Finding) -> tuple[Location, str, str, str]:
    return (finding.location or Location(""), finding.code, finding.field, finding.message)


class AulaError(Exception):
    """Root of all that this library raises on purpose."""


class _WithFindings(AulaError):
    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = in_source_order(findings)
        super().__init__("\n".join(map(str, self.findings)))


class SourceError(_WithFindings):
    """A file that cannot be read at all."""


class InvalidProgramme(_WithFindings):
    """A programme with faults; `findings` holds every one of them."""


class InvalidLayout(_WithFindings):
    """A layout with faults; `findings` holds every one of them."""


class FontError(AulaError):
    """A fault of the fonts."""


class MissingFont(FontError):
    """A font file that the layout names is not there or is no font."""


class MissingGlyph(FontError):
    """A `character` that none of the layout's fonts draws."""

    def __init__(self, message: str, character: str = "") -> None:
        self.character = character
        super().__init__(message)


class ContentOverflow(AulaError):
    """A block that fits on no page of its master."""


class NonConformant(AulaError):
    """A file that was written but does not pass its proof."""
