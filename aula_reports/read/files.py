"""Bytes to text, and names to files: what may be opened, and how it is decoded.

A source is UTF-8, or plain Windows-1252 (cured: decoded, with a note). Nothing else is guessed.
A name in a source never leads out of the source's folder, by `..`, by `/` or by a link.
Sizes are bounded before reading, so that no input exhausts the machine.
"""

from __future__ import annotations

import codecs
import itertools
import re
import stat
from pathlib import Path

from msgspec import Struct

from aula_reports.diagnostics import Finding, Location, Severity
from aula_reports.read.near import question, quoted
from aula_reports.read.places import Fault

# An authored source of 5 MB is a mistake: the real programme weighs 60 kB.
MAX_SOURCE_BYTES = 5_000_000
MAX_MARKDOWN_BYTES = 1_000_000
# A fault that fills a file is told this many times.
MAX_ALIKE = 20

_UTF8_SEQUENCE = rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}"
# A string, which `re` compiles for the first text that has something doubtful: see `_is_all_seen`.
_UNSEEN = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]"
# Nine tenths of a French text, line ends and tabs included.
_PLAIN = bytes((*b"\t\n\r", *range(0x20, 0x7F)))
_DRIVE = re.compile(r"^[A-Za-z]:")


class SourceText(Struct, frozen=True):
    """The text of a file, lines ended by \\n; `findings` holds what is wrong with its characters.

    In `text`, characters that cannot stand are blanks, so that reading may go on.
    """

    text: str
    findings: tuple[Finding, ...] = ()


def size_of(path: Path) -> int | Fault:
    """Return the size in bytes of a regular file, or tell why it cannot be opened."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        remedy = question(path.name, _neighbours(path)) or "vérifier le nom et le dossier"
        return Fault("E101", f"fichier introuvable : {quoted(path.name)}", remedy=remedy)
    if not stat.S_ISREG(status.st_mode):
        return Fault(
            "E101", f"{quoted(path.name)} n’est pas un fichier", remedy="nommer un fichier"
        )
    return status.st_size


def read_bytes(path: Path, limit: int) -> bytes | Fault:
    """Read a file of at most `limit` bytes."""
    size = size_of(path)
    if isinstance(size, Fault):
        return size
    if size > limit:
        return _too_heavy(path, size, limit)
    try:
        with path.open("rb") as stream:
            return stream.read(limit)
    except OSError:
        return Fault(
            "E101", f"{quoted(path.name)} ne se laisse pas lire", remedy="vérifier les droits"
        )


def read_text(path: Path, limit: int = MAX_SOURCE_BYTES) -> SourceText | Fault:
    """Read and decode a text file."""
    content = read_bytes(path, limit)
    return content if isinstance(content, Fault) else decoded(content, str(path))


def decoded(content: bytes, file: str) -> SourceText | Fault:
    """Decode UTF-8 (with or without BOM) or plain Windows-1252; refuse everything else."""
    if _looks_like_utf16(content):
        return Fault("E103", "fichier codé en UTF-16", remedy="l’enregistrer en UTF-8")
    try:
        return _cleaned(content.decode("utf-8-sig"), file, ())
    except UnicodeDecodeError as error:
        return _decoded_1252(content, file, error.start)


def _decoded_1252(content: bytes, file: str, bad: int) -> SourceText | Fault:
    line = content.count(b"\n", 0, bad) + 1
    if re.search(_UTF8_SEQUENCE, content):
        cause = f"deux codages mêlés : la ligne {line} n’est pas de l’UTF-8, d’autres le sont"
        return Fault("E103", cause, remedy=f"ressaisir les accents de la ligne {line}")
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        return Fault("E103", "codage inconnu", remedy="l’enregistrer en UTF-8")
    note = Finding(
        Severity.NOTE,
        "E104",
        "fichier lu en Windows-1252",
        Location(file),
        remedy="l’enregistrer en UTF-8",
    )
    return _cleaned(text, file, (note,))


def _looks_like_utf16(content: bytes) -> bool:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    head = content[:200]
    return len(head) > 3 and head.count(0) * 3 >= len(head)


def _cleaned(text: str, file: str, notes: tuple[Finding, ...]) -> SourceText:
    lines_ended = text.replace("\r\n", "\n").replace("\r", "\n")
    return without_unseen(lines_ended, file, notes)


def without_unseen(text: str, file: str, notes: tuple[Finding, ...] = ()) -> SourceText:
    """Find control characters and invisible line ends, and put blanks in their place."""
    if _is_all_seen(text) or not re.search(_UNSEEN, text):
        return SourceText(text, notes)
    findings = []
    for match in itertools.islice(re.finditer(_UNSEEN, text), MAX_ALIKE):
        start = match.start()
        findings.append(
            Finding(
                Severity.ERROR,
                "E105",
                f"caractère invisible U+{ord(match.group()):04X}",
                location_at(text, start, file),
                remedy="le supprimer",
            )
        )
    return SourceText(re.sub(_UNSEEN, " ", text), (*notes, *findings))


def _is_all_seen(text: str) -> bool:
    """Say of most texts that every character shows, in less than half the time of a search."""
    rest = text.encode("utf-8", "surrogatepass").translate(None, _PLAIN)
    signs = rest.decode("utf-8", "surrogatepass")
    return signs.replace("\u00a0", "").replace("\u202f", "").isprintable()


def location_at(text: str, index: int, file: str) -> Location:
    """Turn an index in a text into a line and a column."""
    before = text.rfind("\n", 0, index)
    return Location(file, text.count("\n", 0, index) + 1, index - before)


def file_within(folder: Path, name: str) -> Path | Fault:
    """Resolve a name written in a source, relative to the source's folder.

    The path returned is not resolved (it reads as the author wrote it); the file may be missing.
    """
    if name.startswith(("/", "~")) or _DRIVE.match(name):
        return _refused(name, "chemin absolu", "donner un chemin relatif au programme")
    if "\\" in name:
        return _refused(name, "barre oblique inverse", f"séparer les dossiers par {quoted('/')}")
    try:
        inside = (folder / name).resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):
        return _refused(name, "chemin impossible à suivre", "vérifier les liens")
    if not inside:
        return _refused(name, "chemin qui sort du dossier", "copier le fichier près du programme")
    return folder / name


def _refused(name: str, cause: str, remedy: str) -> Fault:
    return Fault("E121", f"{cause} : {quoted(name)}", remedy=remedy)


def _neighbours(path: Path) -> list[str]:
    try:
        return sorted(entry.name for entry in path.parent.iterdir())[:1000]
    except (OSError, ValueError):
        return []


def _too_heavy(path: Path, size: int, limit: int) -> Fault:
    weight = f"{size / 1e6:.1f} Mo".replace(".", ",")
    message = f"{quoted(path.name)} pèse {weight}, plus que {limit // 1_000_000} Mo"
    return Fault("E102", message, remedy="alléger le fichier")
