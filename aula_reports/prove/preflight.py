"""The whole of a preflight: which families judge a file, and all that they find.

A file that says it is PDF/X is judged as such and for print; one that says it is PDF/UA, for
access. A printer's profile that is asked for brings the print rules to any file; so does a file
that claims nothing, which is told so.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from aula_reports.diagnostics import Severity
from aula_reports.model.printer import PrinterProfile
from aula_reports.prove.access import ACCESS_RULES
from aula_reports.prove.exchange import EXCHANGE_RULES
from aula_reports.prove.printing import PRINT_RULES
from aula_reports.prove.rules import Case, Fault, Rule, apply
from aula_reports.prove.source import FileReading, Unreadable, opened

X4, PRINT, ACCESS = "PDF/X-4", "impression", "PDF/UA-1"
FAMILIES: dict[str, tuple[Rule, ...]] = {
    X4: EXCHANGE_RULES,
    PRINT: PRINT_RULES,
    ACCESS: ACCESS_RULES,
}
_SOURCE = "aula-reports"


class Report(Struct, frozen=True):
    """What is said of one file."""

    path: Path
    pages: int
    families: tuple[str, ...]
    faults: tuple[Fault, ...]

    @property
    def has_errors(self) -> bool:
        return any(fault.severity is Severity.ERROR for fault in self.faults)


def preflight(path: Path, printer: PrinterProfile, *, forces_print: bool = False) -> Report:
    """Prove one file; a file that cannot be read is a report of one error."""
    try:
        with opened(path) as file:
            families = families_of(file, forces_print=forces_print)
            faults = (*_of_file(file), *_found(file, printer, families))
            return Report(path, len(file.pages), families, faults)
    except Unreadable as failure:
        fault = Fault(
            "F-01", Severity.ERROR, str(failure), "demander un fichier entier, non chiffré", _SOURCE
        )
        return Report(path, 0, (), (fault,))


def families_of(file: FileReading, *, forces_print: bool) -> tuple[str, ...]:
    """Choose the families by what the file claims."""
    chosen = [X4] if file.claimed_x else []
    if file.claimed_x or forces_print or not file.claims_ua:
        chosen.append(PRINT)
    if file.claims_ua:
        chosen.append(ACCESS)
    return tuple(chosen)


def _found(
    file: FileReading, printer: PrinterProfile, families: tuple[str, ...]
) -> Iterator[Fault]:
    case = Case(file, printer)
    for family in families:
        for rule in FAMILIES[family]:
            yield from apply(rule, case)


def _of_file(file: FileReading) -> Iterator[Fault]:
    """Say what the reading itself could not do, and what the file does not claim."""
    if file.is_partial:
        places = [str(page.page) for page in file.pages if page.is_partial]
        message = f"contenu illisible en partie, pages {', '.join(places[:10])}"
        remedy = "réécrire le fichier (qpdf, par exemple) et recommencer"
        yield Fault("F-02", Severity.WARNING, message, remedy, _SOURCE)
    if not (file.claimed_x or file.claims_ua):
        message = "le fichier ne dit ni PDF/X ni PDF/UA : contrôlé pour l’impression seule"
        remedy = "l’exporter en PDF/X-4 pour l’imprimeur, en PDF/UA-1 pour l’écran"
        yield Fault("F-03", Severity.NOTE, message, remedy, _SOURCE)
