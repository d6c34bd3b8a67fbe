"""`preflight` and `extract`: finished PDF files, judged and opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from aula_reports.console import DONE, FAILED, progress
from aula_reports.haste import make_haste
from aula_reports.usage import command, printer_profile, with_help, with_pdf, with_pdf_files

if TYPE_CHECKING:
    from pathlib import Path


@command("preflight", "Contrôle des PDF finis.")
@with_pdf_files
@click.option(
    "--printer",
    metavar="PROFIL",
    callback=printer_profile,
    help="Profil d’imprimeur fourni (couche, offset), ou fichier YAML d’un autre ; "
    "les règles d’impression s’appliquent alors à tout fichier.",
)
@click.option("--json", "as_json", is_flag=True, help="Affiche les constats en JSON.")
@with_help
def preflight_command(fichiers: tuple[Path, ...], printer: str | None, as_json: bool) -> int:
    """Contrôle des PDF finis, d’où qu’ils viennent, selon ce qu’ils disent être.

    PDF/X : règles de PDF/X-4 et d’impression ; PDF/UA : règles d’accessibilité. Les erreurs
    donnent le code de sortie 1.
    """
    make_haste()
    with progress("Contrôle"):
        from aula_reports.prove.preflight import preflight
        from aula_reports.prove.telling import json_of, table_of
        from aula_reports.read.printers import DEFAULT_PRINTER, read_printer

        profile = read_printer(printer or DEFAULT_PRINTER)
        reports = [preflight(path, profile, forces_print=bool(printer)) for path in fichiers]
    # Bytes: French is UTF-8 in any locale.
    click.echo((json_of(reports) if as_json else table_of(reports)).encode())
    return FAILED if any(report.has_errors for report in reports) else DONE


@command("extract", "Sort les données d’un livret.")
@with_pdf
@click.option(
    "-o",
    "--output",
    metavar="DOSSIER",
    help="Dossier où les écrire ; sinon NOM-donnees, à côté du fichier.",
)
@with_help
def extract_command(fichier: Path, output: str | None) -> int:
    """Sort de FICHIER, un livret du profil « archive », le programme et les tableaux qu’il porte.

    Avec ses images à côté, programme.json se compose comme tout programme. Rien n’est remplacé :
    si un fichier du même nom est là et diffère, rien n’est écrit.
    """
    from pathlib import Path

    from aula_reports.bind.attached import extract

    folder = Path(output) if output else fichier.with_name(f"{fichier.stem}-donnees")
    for file in extract(fichier, folder):
        click.echo(str(file))
    return DONE
