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
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from aula_reports.diagnostics import Finding, Location, Severity, SourceError

_FILE = "dictionaries/hyph_fr.dic"
_LEVELS = b"0123456789"
# How libhyphen says that letters change where a pattern parts them: `-` being none of them.
_CHANGE = re.compile(rb"/.*=.*")

# Patterns as they are written, each under its letters.
Patterns = Mapping[str, str]
# Levels of a pattern: how many letters stand before each, and how high it is.
_Levels = tuple[tuple[int, int], ...]


def parting_places(word: str, patterns: Patterns) -> list[int]:
    """Find where a lower-case word may be parted, as counts of letters before; edges included."""
    dotted = f".{word}."
    count = len(dotted)
    highest = [0] * (count + 1)
    for start in range(count):
        for end in range(start + 1, count + 1):
            pattern = patterns.get(dotted[start:end])
            if pattern is not None:
                for letters, level in _levels(pattern):
                    highest[start + letters] = max(level, highest[start + letters])
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
    return dict(zip(letters, content.decode().split("\n"), strict=True))


@cache
def _levels(pattern: str) -> _Levels:
    levels, letters = [], 0
    for sign in pattern:
        if sign.isdigit():
            levels.append((letters, int(sign)))
        else:
            letters += 1
    return tuple(levels)


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
