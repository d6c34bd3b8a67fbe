"""A book's composed texts and set lines kept between builds: they are half of the work of laying
one out, and the next build asks for most of them again.

A book has one entry of each kind, which its last build leaves: what is no longer asked for is
forgotten, so that an entry never grows beyond its book. An entry is of use only to a build in the
same circumstances: this program and the usage, for lines the styles, the fonts and the dictionary
of hyphenation besides. They are kept with it as a stamp.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TypeVar

import msgspec
import uharfbuzz as hb

from aula_reports import resources
from aula_reports.compose.usage import Composed, composed_in
from aula_reports.french.profiles import Profile
from aula_reports.keeping import Keeper
from aula_reports.model.layout import Layout
from aula_reports.typeset.fonts import FaceTable
from aula_reports.typeset.kept_lines import LineTable, lines_of, table_of
from aula_reports.typeset.liang import dictionary_file
from aula_reports.typeset.paragraph import Lines, Setter
from aula_reports.write.drawing_cache import DrawingCache, users_drawings

_Table = TypeVar("_Table")

# Of a user's books, those that changed last; one has two entries, of a megabyte at most.
MOST_ENTRIES = 40


class TextTable(msgspec.Struct, frozen=True, array_like=True):
    """Composed texts by the digest of their source."""

    texts: Mapping[bytes, Composed]


class BookTexts:
    """Composes and sets the text of one book, with what its last build has left."""

    def __init__(self, book: tuple[str, ...], cache: DrawingCache) -> None:
        """`book` tells a book from the others of a cache."""
        self._name = hashlib.sha256(msgspec.msgpack.encode(book)).hexdigest()
        self._cache = cache

    @contextmanager
    def composed_in(self, usage: Profile) -> Iterator[None]:
        """Compose all text in a usage, for as long as this lasts."""
        stamp = _stamp(usage)
        table = self._read("composed", stamp, TextTable)
        keeper = Keeper(table.texts if table else {})
        with composed_in(usage, keeper):
            yield
        if keeper.has_changed:
            self._keep("composed", stamp, TextTable(keeper.asked))

    @contextmanager
    def setter(self, faces: FaceTable, layout: Layout) -> Iterator[Setter]:
        """Give the setter of a layout, for as long as this lasts."""
        styles = [(name, vars(style)) for name, style in layout.styles.items()]
        means = (vars(layout.justification), layout.fallbacks, faces.marks())
        stamp = _stamp(styles, means, resources.file_mark(dictionary_file()))
        table = self._read("lines", stamp, LineTable)
        keeper = Keeper(lines_of(table) if table else {})
        yield _setter(faces, layout, keeper)
        if keeper.has_changed:
            self._keep("lines", stamp, table_of(keeper.asked))

    def _read(self, kind: str, stamp: str, shape: type[_Table]) -> _Table | None:
        entry = self._cache.read(f"{self._name}-{kind}", tuple[str, msgspec.Raw])
        if entry is None or entry[0] != stamp:
            return None
        try:
            return msgspec.msgpack.decode(entry[1], type=shape)
        except msgspec.MsgspecError:
            return None

    def _keep(self, kind: str, stamp: str, table: object) -> None:
        self._cache.keep(f"{self._name}-{kind}", (stamp, table))
        self._cache.forget_oldest(MOST_ENTRIES)


class TextsMadeAnew:
    """Composes and sets all text of a book now, and keeps none."""

    composed_in = staticmethod(composed_in)

    @contextmanager
    def setter(self, faces: FaceTable, layout: Layout) -> Iterator[Setter]:
        """Give the setter of a layout."""
        yield _setter(faces, layout)


def users_texts(book: tuple[str, ...], *, use_cache: bool) -> BookTexts | TextsMadeAnew:
    """Open what the user's cache has of a book's text, or do without."""
    return BookTexts(book, users_drawings("texts")) if use_cache else TextsMadeAnew()


def _setter(faces: FaceTable, layout: Layout, keeper: Keeper[Lines] | None = None) -> Setter:
    return Setter(faces, layout.styles, layout.justification, layout.fallbacks, keeper)


def _stamp(*circumstances: object) -> str:
    program = (resources.program_marks(), sys.version, hb.__version__, hb.version_string())
    encoded = msgspec.msgpack.encode((program, circumstances), order="deterministic")
    return hashlib.sha256(encoded).hexdigest()
