"""`build`: a programme in, the files of one layout out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from aula_reports.console import DONE, laid_out, measured, on_terminal, progress, tell, whole_time
from aula_reports.usage import (
    command,
    pdf_file,
    some_of,
    with_document,
    with_help,
    with_layout,
    with_no_cache,
    with_programme,
    with_strict,
)

if TYPE_CHECKING:
    from pathlib import Path

    from aula_reports.pipeline import Publication, Timings
    from aula_reports.write.colour import Profile

PROFILES = ("web", "print", "archive")
ALL_PROFILES = "all"


class _Order(NamedTuple):
    """What the words after `build` ask for."""

    programme: Path
    document: str | None
    layout: str | None
    profiles: tuple[Profile, ...]
    output: Path | None
    no_cache: bool
    timings: bool
    explain_pages: bool
    show_grid: bool
    show_spaces: bool
    marks: bool
    summary: bool
    strict: bool

    @property
    def paths(self) -> dict[Profile, Path]:
        """Say where each profile's file goes; among several, `-o` names the website's."""
        if self.output and len(self.profiles) == 1:
            return {self.profiles[0]: self.output}
        stem = self.output.with_suffix("") if self.output else _default_stem(self.programme)
        ending = "-epreuve" * (self.is_proof and not self.output) + ".pdf"
        return {
            profile: stem.with_name(stem.name + _suffix(profile) + ending)
            for profile in self.profiles
        }

    @property
    def is_proof(self) -> bool:
        return self.show_grid or self.show_spaces


def _default_stem(programme: Path) -> Path:
    """Name a booklet after its programme's folder, or after the file if that says more."""
    from pathlib import Path

    stem = programme.stem if programme.stem != "programme" else programme.resolve().parent.name
    return Path(stem or "livret")


def _suffix(profile: Profile) -> str:
    return "" if profile == PROFILES[0] else f"-{profile}"


@command("build", "Compose un livret en PDF.")
@with_programme
@with_document
@with_layout
@click.option(
    "--profile",
    "profiles",
    metavar="|".join((*PROFILES, ALL_PROFILES)),
    multiple=True,
    default=PROFILES[:1],
    callback=some_of(PROFILES, ALL_PROFILES),
    help="« web », accessible (par défaut), « print », pour l’imprimeur, « archive » ou « all » ; "
    "plusieurs fois pour plusieurs fichiers des mêmes pages.",
)
@click.option(
    "-o",
    "--output",
    metavar="FICHIER",
    callback=pdf_file,
    help="PDF à écrire ; sinon NOM.pdf (NOM-print.pdf…), du nom du dossier du programme.",
)
@with_no_cache
@click.option("--timings", is_flag=True, help="Affiche la durée de chaque étape.")
@click.option("--explain-pages", is_flag=True, help="Dit comment les fins de page sont choisies.")
@click.option("--show-grid", is_flag=True, help="Épreuve : grille, colonnes et blancs tournants.")
@click.option(
    "--show-spaces", is_flag=True, help="Épreuve : espaces et traits insécables, divisions."
)
@click.option("--marks", is_flag=True, help="Traits de coupe et repères au fichier d’imprimeur.")
@click.option("--summary", is_flag=True, help="Affiche le bilan même hors d’un terminal.")
@with_strict
@with_help
def build_command(**wishes: Any) -> int:
    """Compose le livret de PROGRAMME et l’écrit en PDF.

    Un livret déjà écrit n’est remplacé que par un livret complet : s’il y a des erreurs, il reste.
    """
    order = _Order(**wishes)
    publication, timings = laid_out(
        order.programme, order.document, order.layout, no_cache=order.no_cache
    )
    status = tell(publication.findings, strict=order.strict)
    if order.is_proof:
        publication = publication.proof(grid=order.show_grid, spaces=order.show_spaces)
    if order.marks:
        publication = publication.with_marks()
    written = _write(publication, order, timings) if status == DONE else {}
    _account(order, publication, timings, written)
    return status


def _account(
    order: _Order, publication: Publication, timings: Timings, written: Mapping[Path, float]
) -> None:
    """Give the accounts of a build that were asked for; `written` files with their moments."""
    summed_up = written and (order.summary or on_terminal())
    if not (order.explain_pages or order.timings or summed_up):
        return
    from aula_reports import telling

    if order.explain_pages:
        click.echo(telling.page_choices(publication.page_choices), err=True)
    if order.timings:
        click.echo(telling.timing_table(timings.stages, whole_time()), err=True)
    if summed_up:
        for path, seconds in written.items():
            click.echo(telling.summary(path, publication, seconds))


def _write(publication: Publication, order: _Order, timings: Timings) -> dict[Path, float]:
    """Write a file a profile; tell how long after the start each was there, in seconds."""
    from aula_reports.whole_files import PlacingBeside

    written: dict[Path, float] = {}
    with PlacingBeside(lambda path: written.update({path: whole_time()})) as placing:
        for profile, path in order.paths.items():
            with progress(f"Écriture de {path}"), measured("écriture", timings):
                publication.save(
                    path, profile=profile, use_cache=not order.no_cache, placing=placing
                )
    return written
