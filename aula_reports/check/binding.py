"""Whether the pages of a book make whole sheets for the binding that its layout wants."""

from __future__ import annotations

from collections.abc import Iterator

from aula_reports.diagnostics import Finding, Severity
from aula_reports.model.layout import Layout
from aula_reports.model.printer import Binding

# A sheet folded once has so many pages.
_SHEET = 4


def binding_findings(page_count: int, layout: Layout) -> Iterator[Finding]:
    """Find a book to be stitched through its fold that does not fill its last sheet."""
    missing = -page_count % _SHEET
    if layout.binding is Binding.SADDLE and missing:
        pages = f"{missing} page{'s' * (missing > 1)}"
        yield Finding(
            Severity.WARNING,
            "W701",
            f"{page_count} page{'s' * (page_count > 1)} : une piqûre à cheval veut un multiple "
            f"de {_SHEET}",
            field="reliure",
            remedy=f"ajouter {pages}, ou écrire « multiple: {_SHEET} » dans la maquette",
        )
