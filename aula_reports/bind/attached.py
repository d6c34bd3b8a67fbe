"""The files that a finished PDF carries, given back: those of an archive's book, or of any other.

A file is not trusted: names lose their folders, sizes have a bound, what is damaged is told.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from aula_reports.diagnostics import Finding, Location, Severity, SourceError
from aula_reports.whole_files import replace_file

MOST_BYTES = 64 * 1024 * 1024
_MOST_FILES = 200
_LONGEST_NAME = 120  # bytes: a system allows 255, and a file is written aside first
_UNSAFE = re.compile(r"[^\w.\- ]+")


class AttachedFile(Struct, frozen=True):
    """A file carried by another; `name` is safe to write in a folder."""

    name: str
    content: bytes


def attached_files(path: Path) -> tuple[AttachedFile, ...]:
    """Read what a PDF carries, in the order of its names; raise SourceError if it cannot be."""
    from pypdf import PdfReader

    from aula_reports.prove.source import silent_pypdf

    try:
        content = path.read_bytes()
    except OSError as error:
        raise SourceError([_fault(path, "E910", "le fichier ne peut pas être lu")]) from error
    try:
        with silent_pypdf():
            return tuple(_bounded(_read(PdfReader(io.BytesIO(content)).attachments), path))
    except SourceError:
        raise
    except Exception as error:  # pypdf has as many ways to fail as a file has to be damaged
        remedy = "vérifier le fichier, ou le composer de nouveau"
        raise SourceError([_fault(path, "E911", "ce n’est pas un PDF lisible", remedy)]) from error


def extract(path: Path, folder: Path) -> tuple[Path, ...]:
    """Write what a PDF carries into a folder; return the files, there before or not.

    Raises SourceError, before anything is written, if there is nothing, or if a file of the same
    name says something else.
    """
    files = attached_files(path)
    if not files:
        remedy = "composer le livret avec --profile archive"
        raise SourceError([_fault(path, "E914", "ce PDF ne porte aucun fichier", remedy)])
    targets = {folder / file.name: file.content for file in files}
    in_the_way = [target for target, content in targets.items() if not _is_free(target, content)]
    if in_the_way:
        message, remedy = "un autre fichier est déjà là", "choisir un autre dossier avec -o"
        raise SourceError([_fault(target, "E915", message, remedy) for target in in_the_way])
    for target, content in targets.items():
        if not target.exists():
            replace_file(target, (content,))
    return tuple(targets)


def _is_free(target: Path, content: bytes) -> bool:
    """Say whether a file may be written: none is there, or the same."""
    if not target.exists():
        return True
    return target.is_file() and target.read_bytes() == content


def _read(attachments: Mapping[str, list[bytes]]) -> Iterator[AttachedFile]:
    for number, name in enumerate(sorted(attachments), 1):
        for content in attachments[name]:
            yield AttachedFile(_safe(name) or f"fichier-{number}", content)


def _safe(name: str) -> str:
    """Drop folders and signs that have a meaning to a shell or a system."""
    base = re.split(r"[/\\]", name)[-1]
    short = _UNSAFE.sub("_", base).strip(" .").encode()[:_LONGEST_NAME]
    return short.decode(errors="ignore")


def _bounded(files: Iterator[AttachedFile], path: Path) -> Iterator[AttachedFile]:
    total, seen = 0, set[str]()
    for file in files:
        total += len(file.content)
        if total > MOST_BYTES or len(seen) >= _MOST_FILES:
            most = f"{MOST_BYTES // 2**20} Mo et {_MOST_FILES} fichiers"
            raise SourceError([_fault(path, "E912", f"les fichiers joints dépassent {most}")])
        if file.name.casefold() in seen:
            twice = f"deux fichiers joints se nomment « {file.name} »"
            raise SourceError([_fault(path, "E913", twice)])
        seen.add(file.name.casefold())
        yield file


def _fault(path: Path, code: str, message: str, remedy: str = "") -> Finding:
    return Finding(Severity.ERROR, code, message, Location(str(path)), remedy=remedy)
