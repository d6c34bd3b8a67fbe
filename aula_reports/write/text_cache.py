"""A book's composed texts and set lines kept between builds: they are half of the work of laying
one out, and the next build asks for most of them again.

A book has one entry of each kind, which its last build leaves: what is no longer asked for is
forgotten with the next change, so that an entry stays as large as its book. An entry is of use
only to a build in the same circumstances: this program and the usage, for lines the styles, the
fonts and the dictionary of hyphenation besides. They are kept with it as a stamp.
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
from aula_reports.compose.composition import Composed, composed_in
from aula_reports.french.profiles import Profile
from aula_reports.keeping import Keeper
from aula_reports.model.layout import Layout
from aula_reports.typeset.fonts import FaceTable
from aula_reports.typeset.kept_lines import LineTable, lines_of, table_of
from aula_reports.typeset.paragraph import Lines, Setter, setting_marks
from aula_reports.write.kept_entries import EntryCache, users_entries

_Table = TypeVar("_Table")

# Of a user's books, those that were built last; one has two entries, of a megabyte at most.
MOST_ENTRIES = 40


class TextTable(msgspec.Struct, frozen=True, array_like=True):
    """Composed texts by the digest of their source."""

    texts: Mapping[bytes, Composed]


class BookTexts:
    """Composes and sets the text of one book, with what its last build has left."""

    def __init__(self, book: tuple[str, ...], cache: EntryCache) -> None:
        """`book` tells a book from the others of a cache."""
        self._name = hashlib.sha256(msgspec.msgpack.encode(book)).hexdigest()
        self._cache = cache

    @contextmanager
    def composing(self, usage: Profile) -> Iterator[None]:
        """Compose all text in a usage, for as long as this lasts."""
        table = self._read("composed", usage, TextTable)
        keeper = Keeper(table.texts if table else {})
        with composed_in(usage, keeper):
            yield
        if keeper.has_changed:
            self._keep("composed", usage, TextTable(keeper.asked))

    @contextmanager
    def setter(self, faces: FaceTable, layout: Layout) -> Iterator[Setter]:
        """Give the setter of a layout, for as long as this lasts."""
        marks = setting_marks(layout, faces)
        table = self._read("lines", marks, LineTable)
        keeper = Keeper(lines_of(table) if table else {})
        yield _setter(faces, layout, keeper)
        # A font or dictionary that was changed meanwhile has set some of the lines, or none.
        if keeper.has_changed and setting_marks(layout, faces) == marks:
            self._keep("lines", marks, table_of(keeper.asked))

    def _read(self, kind: str, marks: object, shape: type[_Table]) -> _Table | None:
        name = f"{self._name}-{kind}"
        entry = self._cache.read(name, tuple[str, msgspec.Raw])
        if entry is None or entry[0] != _stamp(marks):
            return None
        try:
            table = msgspec.msgpack.decode(entry[1], type=shape)
        except msgspec.MsgspecError:
            return None
        self._cache.touch(name)
        return table

    def _keep(self, kind: str, marks: object, table: object) -> None:
        if _program_marks() == _LOADED:
            self._cache.keep(f"{self._name}-{kind}", (_stamp(marks), table))
            self._cache.forget_oldest(MOST_ENTRIES)


class TextsMadeAnew:
    """Composes and sets all text of a book now, and keeps none."""

    @contextmanager
    def composing(self, usage: Profile) -> Iterator[None]:
        """Compose all text in a usage, for as long as this lasts."""
        with composed_in(usage):
            yield

    @contextmanager
    def setter(self, faces: FaceTable, layout: Layout) -> Iterator[Setter]:
        """Give the setter of a layout."""
        yield _setter(faces, layout)


def users_texts(book: tuple[str, ...], *, use_cache: bool) -> BookTexts | TextsMadeAnew:
    """Open what the user's cache has of a book's text, or do without."""
    if not use_cache or _LOADED is None:
        return TextsMadeAnew()
    return BookTexts(book, users_entries("texts"))


def _setter(faces: FaceTable, layout: Layout, keeper: Keeper[Lines] | None = None) -> Setter:
    return Setter(faces, layout.styles, layout.justification, layout.fallbacks, keeper)


def _program_marks() -> object:
    """Mark this program; None where its files cannot be told apart, and nothing can be kept."""
    try:
        return resources.program_marks()
    except OSError:
        return None


# What makes the texts of this process, whatever becomes of its files while it lasts.
_LOADED = _program_marks()


def _stamp(marks: object) -> str:
    program = (_LOADED, sys.version, hb.__version__, hb.version_string())
    encoded = msgspec.msgpack.encode((program, marks), order="deterministic")
    return hashlib.sha256(encoded).hexdigest()
