"""`quality`: how evenly the text of a book is set, measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from aula_reports.console import DONE, FAILED, laid_out, progress
from aula_reports.usage import (
    command,
    pdf_file,
    setting_limits,
    with_document,
    with_help,
    with_layout,
    with_no_cache,
    with_programme,
)

if TYPE_CHECKING:
    from pathlib import Path

    from aula_reports.gauge.limits import Limit


@command("quality", "Mesure la composition du texte d’un livret.")
@with_programme
@with_document
@with_layout
@with_no_cache
@click.option("--json", "as_json", is_flag=True, help="Affiche les mesures en JSON.")
@click.option(
    "--seuil",
    "limits",
    metavar="NOM=VALEUR",
    multiple=True,
    callback=setting_limits,
    help="Échoue si la mesure NOM passe VALEUR ; autant de fois qu’on veut.",
)
@click.option(
    "--pires",
    "worst",
    metavar="FICHIER.pdf",
    callback=pdf_file,
    help="Écrit une épreuve des dix pires endroits, agrandis.",
)
@with_help
def quality_command(  # noqa: PLR0913 -- an argument an option
    programme: Path,
    document: str | None,
    layout: str | None,
    no_cache: bool,
    as_json: bool,
    limits: tuple[Limit, ...],
    worst: Path | None,
) -> int:
    """Mesure la composition du livret de PROGRAMME, page par page : espaces, lignes, césures.

    Le livret n’est pas écrit. Un seuil passé donne le code de sortie 1, et dit où ; les noms des
    seuils sont en tête de chaque ligne du bilan.
    """
    publication, _ = laid_out(programme, document, layout, no_cache=no_cache)
    with progress("Mesure"):
        from aula_reports.gauge.limits import broken_limits
        from aula_reports.gauge.tables import json_of, table_of

        reading = publication.read_setting()
    # Bytes: French is UTF-8 in any locale.
    click.echo((json_of(reading) if as_json else table_of(reading)).encode())
    if worst is not None:
        with progress(f"Écriture de {worst}"):
            publication.show_worst(reading).save(worst, use_cache=not no_cache)
    broken = list(broken_limits(reading, limits))
    for told in broken:
        click.echo(told, err=True)
    return FAILED if broken else DONE
