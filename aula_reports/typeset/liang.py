"""TeX's French hyphenation patterns, matched as Liang wrote it (“Word Hy-phen-a-tion by
Com-put-er”, 1983).

The patterns are those of pyphen's dictionary, a UTF-8 file in the format of Hunspell's libhyphen.
Its own reader parses all 3 000 of them before it divides a word, at ten times the cost of all the
words of a booklet; here the file is cut into lines, and a pattern is read when a word holds it.
The tests compare the two.

A pattern is letters with levels between them: `1` to `9`, odd ones part the word, and the
highest of all patterns counts. A dot is the word's edge. Lines that are commands or comments need
no care: they hold capitals, blanks or signs, which no lower-case word does, and so never match.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from msgspec import Struct

from aula_reports.diagnostics import Finding, Location, Severity, SourceError
from aula_reports.resources import FileMark, file_mark

_FILE = "dictionaries/hyph_fr.dic"
_LEVELS = b"0123456789"
# How libhyphen says that letters change where a pattern parts them: `-` being none of them.
_CHANGE = re.compile(rb"/.*=.*")

# Letters by which a pattern is told to be worth a search; most places of a word begin none.
_STEM = 3

# Levels of a pattern: how many letters stand before each, and how high it is.
_Levels = tuple[tuple[int, int], ...]


class Patterns(Struct, frozen=True):
    """Patterns as they are written, each under its letters, and how the longer ones begin."""

    written: Mapping[str, str]
    stems: frozenset[str]

    def found(self, dotted: str) -> Iterator[tuple[int, str]]:
        """Find the patterns that a word with its edges holds, and where they start in it."""
        written, stems, count = self.written, self.stems, len(dotted)
        for start in range(count):
            most = count if dotted[start : start + _STEM] in stems else start + _STEM - 1
            for end in range(start + 1, min(most, count) + 1):
                pattern = written.get(dotted[start:end])
                if pattern is not None:
                    yield start, pattern


def parting_places(word: str, patterns: Patterns) -> list[int]:
    """Find where a lower-case word may be parted, as counts of letters before; edges included."""
    dotted = f".{word}."
    highest = [0] * (len(dotted) + 1)
    for start, pattern in patterns.found(dotted):
        for letters, level in _levels(pattern):
            if level > highest[start + letters]:
                highest[start + letters] = level
    return [place - 1 for place, level in enumerate(highest) if level % 2]


@cache
def french_patterns() -> Patterns:
    """Read pyphen's French dictionary, once; raises SourceError where there is none."""
    return read_patterns(_dictionary().read_bytes())


def read_patterns(content: bytes) -> Patterns:
    """Read the content of a dictionary of UTF-8 letters."""
    if b"=" in content:
        # Only the spelling of the two halves changes there; the place is the same.
        content = _CHANGE.sub(b"", content)
    letters = content.translate(None, _LEVELS).decode().split("\n")
    written = dict(zip(letters, content.decode().split("\n"), strict=True))
    return Patterns(written, frozenset([pattern[:_STEM] for pattern in letters]))


@cache
def _levels(pattern: str) -> _Levels:
    levels, letters = [], 0
    for sign in pattern:
        if sign.isdigit():
            levels.append((letters, int(sign)))
        else:
            letters += 1
    return tuple(levels)


def dictionary_mark() -> FileMark | None:
    """Tell the dictionary from another; None where there is none."""
    try:
        return file_mark(_dictionary())
    except (SourceError, OSError):
        return None


def _dictionary() -> Path:
    """Find the dictionary without importing pyphen, which would list all its languages."""
    spec = find_spec("pyphen")
    file = Path(spec.origin).parent / _FILE if spec and spec.origin else Path("pyphen", _FILE)
    if not file.is_file():
        raise SourceError([_no_dictionary(file)])
    return file


def _no_dictionary(file: Path) -> Finding:
    return Finding(
        Severity.ERROR,
        "E139",
        "le dictionnaire de césure du français est introuvable",
        Location(str(file)),
        remedy="réinstaller le paquet « pyphen »",
    )
