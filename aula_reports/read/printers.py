"""A printer's profile from its file: one of ours by its name, or another by its path."""

from __future__ import annotations

from aula_reports.model.printer import PrinterProfile
from aula_reports.read.loader import read_model
from aula_reports.resources import printer_file

# Coated paper: the ink limit of FOGRA39, and what most booklets are printed on.
DEFAULT_PRINTER = "couche"


def read_printer(name: str) -> PrinterProfile:
    """Read a profile; raise `SourceError` or `InvalidProgramme` with all the findings."""
    profile, _ = read_model(printer_file(name), PrinterProfile)
    return profile
