"""`check`, `schema` and `texte`: what is written before a book, judged, helped and composed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from aula_reports.console import DONE, progress, tell
from aula_reports.usage import (
    command,
    one_of,
    with_help,
    with_layout,
    with_programme,
    with_strict,
    with_text,
)

if TYPE_CHECKING:
    from pathlib import Path

# The names of `french.PROFILES`, which the help does not wait for; a test compares them.
USAGES = ("IN", "fine", "oqlf", "ue", "aucun")


@command("check", "Contrôle un programme.")
@with_programme
@with_layout
@with_strict
@with_help
def check_command(programme: Path, layout: str | None, strict: bool) -> int:
    """Contrôle PROGRAMME sans rien écrire : fautes, renvois, totaux annoncés, tournures.

    Les règles que la maquette endort dorment ici aussi.
    """
    with progress(f"Contrôle de {programme}"):
        from aula_reports.pipeline import check

        findings = check(programme, layout=layout)
    if not findings:
        click.echo("aucun constat", err=True)
    return tell(findings, strict=strict)


@command("texte", "Compose un texte en français.")
@with_text
@click.option(
    "--profil",
    metavar="|".join(USAGES),
    default=USAGES[0],
    callback=one_of(USAGES),
    help="Usage : Imprimerie nationale (par défaut), fines partout, Québec, Europe, ou aucun.",
)
@click.option("--marques", is_flag=True, help="Montre exposants, indices et petites capitales.")
@with_help
def text_command(fichier: str, profil: str, marques: bool) -> int:
    """Compose FICHIER, ou l’entrée standard, un alinéa par ligne, et l’écrit sur la sortie.

    Espaces insécables et fines, guillemets, apostrophes, nombres et abréviations, comme dans les
    livrets : pour une lettre ou un site.
    """
    from aula_reports.plain_texts import compose_file

    # Bytes: French is UTF-8 in any locale.
    click.echo(compose_file(fichier, profil, marks=marques).encode(), nl=False)
    return DONE


@command("schema", "Écrit le schéma du programme.")
@click.option("-o", "--output", metavar="FICHIER", help="JSON à écrire, sinon la sortie standard.")
@with_help
def schema_command(output: str | None) -> int:
    """Écrit le schéma JSON du programme, pour que l’éditeur de texte aide à le saisir."""
    import json

    from aula_reports.read.schema import programme_schema

    text = json.dumps(programme_schema(), ensure_ascii=False, indent=2) + "\n"
    if output is None:
        click.echo(text.encode(), nl=False)  # bytes: JSON is UTF-8 in any locale
    else:
        from pathlib import Path

        from aula_reports.whole_files import replace_file

        replace_file(Path(output), (text.encode(),))
    return DONE
