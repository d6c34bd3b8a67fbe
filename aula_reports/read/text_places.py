"""Where words of a text stand in its source, line and column.

A field has one place, the start of its value; its text may go over many lines, indented, folded or
in a file of its own. So the source is read again, when there is something to show in it, and the
words are counted from the field on: the third « Etat » of the text is the third of the source.
"""

from __future__ import annotations

import re
from itertools import islice
from pathlib import Path

from msgspec import Struct, field

from aula_reports.diagnostics import Location
from aula_reports.read.files import location_at, read_text
from aula_reports.read.places import Fault


class TextPlaces(Struct):
    """Finds words in sources; reads each of these once."""

    sources: dict[str, str] = field(default_factory=dict)

    def of_words(self, place: Location | None, text: str, start: int, end: int) -> Location | None:
        """Find the place of `text[start:end]` in the source of a field that stands at `place`.

        Where the source writes it in another way (an escape), the place of the field is all.
        """
        if place is None or not place.line:
            return place
        shape = re.compile(r"\s+".join(map(re.escape, text[start:end].split())))
        before = sum(1 for _ in shape.finditer(text, 0, end)) - 1
        source = self._source(place.file)
        matches = shape.finditer(source, _index_of(source, place))
        found = next(islice(matches, max(0, before), None), None)
        return location_at(source, found.start(), place.file) if found else place

    def _source(self, file: str) -> str:
        if file not in self.sources:
            source = read_text(Path(file))
            self.sources[file] = "" if isinstance(source, Fault) else source.text
        return self.sources[file]


def _index_of(source: str, place: Location) -> int:
    """Turn a line and a column into an index."""
    start = 0
    for _ in range(place.line - 1):
        start = source.find("\n", start) + 1
        if not start:
            return len(source)
    return start + place.column - 1
