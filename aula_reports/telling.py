"""What the command line tells in French beside findings: accounts of a build, and failures.

Imported when there is something to tell.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import click

from aula_reports.diagnostics import (
    AulaError,
    Finding,
    InvalidLayout,
    InvalidProgramme,
    SourceError,
)

if TYPE_CHECKING:
    from pathlib import Path

    from aula_reports.pipeline import Publication


def page_choices(choices: Sequence[str]) -> str:
    """Tell of the choices of pages, a text a line."""
    first = "Fins de page, texte par texte :"
    return "\n".join((first, *choices)) if choices else "Fins de page : toutes au mieux."


def timing_table(stages: Sequence[tuple[str, float]], total: float) -> str:
    """Write how long each stage took, in seconds, and what is left of the total."""
    rest = total - sum(seconds for _, seconds in stages)
    rows = [*stages, ("reste", rest), ("total", total)]
    return "\n".join(f"{name:<38}{_decimal(seconds, 3):>9} s" for name, seconds in rows)


def summary(path: Path, publication: Publication, seconds: float) -> str:
    """One line of a table: file, pages, size, seconds, and how full the pages of sheets are."""
    size = f"{_decimal(path.stat().st_size / 1e6, 2)} Mo"
    fill = publication.mean_fill
    filled = f"  fiches remplies à {round(fill * 100)} %" if fill else ""
    time = _decimal(seconds, 2)
    return f"{path!s:<32} {publication.page_count:>3} pages {size:>10} {time:>7} s{filled}"


def _decimal(number: float, places: int) -> str:
    return f"{number:.{places}f}".replace(".", ",")


def tell_failure(failure: Exception, tell: Callable[[Sequence[Finding]], object]) -> None:
    """Say a foreseen failure; raise again what nobody foresaw, with its traceback."""
    match failure:
        case SourceError() | InvalidProgramme() | InvalidLayout():
            tell(failure.findings)
        case AulaError():
            click.echo(f"erreur : {failure}", err=True)
        case OSError(errno=int()):
            place = f"{failure.filename} : " if failure.filename else ""
            click.echo(f"erreur : {place}{_system_fault(failure)}", err=True)
        case _:
            raise failure


def _system_fault(failure: OSError) -> str:
    known = _SYSTEM_FAULTS.get(failure.errno or 0)
    return known or failure.strerror or "faute du système"


_SYSTEM_FAULTS = {
    errno.ENOENT: "le fichier ou son dossier n’existe pas",
    errno.EACCES: "l’accès est refusé",
    errno.EISDIR: "c’est un dossier",
    errno.ENOTDIR: "un nom du chemin n’est pas un dossier",
    errno.ENOSPC: "le disque est plein",
    errno.EROFS: "le disque est en lecture seule",
}
