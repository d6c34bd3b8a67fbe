"""Any French text composed by the rules of the books, for a letter or a website.

A line is a paragraph. What comes out is plain text, in which raised and lowered letters and small
capitals are lost, or shown by marks (`1^{er}`, `CO_{2}`, `sc{xx}`).
"""

from __future__ import annotations

import sys
from pathlib import Path

from aula_reports.diagnostics import Location, SourceError
from aula_reports.french.compose import compose_text
from aula_reports.french.profiles import profile_of
from aula_reports.french.spans import with_marks
from aula_reports.read.files import MAX_SOURCE_BYTES, SourceText, decoded, read_text
from aula_reports.read.places import Fault, located

STANDARD_INPUT = "-"


def compose_file(name: str, profile: str, *, marks: bool) -> str:
    """Compose a file, or "-" for standard input, paragraph by paragraph, in a usage by its name.

    Raises SourceError for what cannot be read, ValueError for an unknown usage.
    """
    usage = profile_of(profile)
    source = _read(name)
    if isinstance(source, Fault):
        raise SourceError([located(source, {(): Location(name)})])
    lines = [compose_text(line, usage) for line in source.text.split("\n")]
    return "\n".join([with_marks(line, usage) for line in lines] if marks else lines)


def _read(name: str) -> SourceText | Fault:
    if name != STANDARD_INPUT:
        return read_text(Path(name))
    content = sys.stdin.buffer.read(MAX_SOURCE_BYTES + 1)
    if len(content) > MAX_SOURCE_BYTES:
        return Fault("E102", "l’entrée est trop longue", remedy="la couper en plusieurs fois")
    return decoded(content, "entrée standard")
