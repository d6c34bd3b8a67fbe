"""What is kept between builds, by name, in the user's cache folder.

An entry is a line with the digest of what follows, then values in MessagePack, whose shape is
checked: a damaged one is not there, and is made anew. A cache that cannot be read or written is no
cache, and no error.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import msgspec

from aula_reports.write.kept_files import keep_file

_Made = TypeVar("_Made")


class EntryCache:
    """A folder of entries."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def has_some(self) -> bool:
        """Say whether any entry was ever kept."""
        try:
            return any(self._folder.iterdir())
        except OSError:
            return False

    def fetch(self, source: object, kind: type[_Made], make: Callable[[], _Made]) -> _Made:
        """Give what is made from a source: what was kept, or else something made now and kept.

        `source` is all that `make` depends on, as values that can be encoded: its digest is the
        entry's name, so that none is ever stale.
        """
        name = hashlib.sha256(msgspec.msgpack.encode(source)).hexdigest()
        made = self.read(name, kind)
        if made is None:
            made = make()
            self.keep(name, made)
        return made

    def read(self, name: str, kind: type[_Made]) -> _Made | None:
        """Read an entry of a kind; None if it is missing or damaged."""
        try:
            digest, _, content = (self._folder / name).read_bytes().partition(b"\n")
            if digest != _digest(content):
                return None
            return msgspec.msgpack.decode(content, type=kind)
        except (OSError, ValueError, msgspec.MsgspecError):
            return None

    def keep(self, name: str, made: object) -> None:
        """Store an entry."""
        content = msgspec.msgpack.encode(made)
        keep_file(self._folder, name, _digest(content) + b"\n" + content)

    def touch(self, name: str) -> None:
        """Note that an entry is still of use."""
        with suppress(OSError):
            os.utime(self._folder / name)

    def forget_oldest(self, most: int) -> None:
        """Remove what has been of no use for longest, where there are more entries than `most`."""
        with suppress(OSError):
            found = sorted(self._folder.iterdir(), key=lambda path: path.stat().st_mtime_ns)
            for path in found[: max(0, len(found) - most)]:
                path.unlink()


def _digest(content: bytes) -> bytes:
    return hashlib.sha256(content).hexdigest().encode()


def users_entries(kind: str) -> EntryCache:
    """Open the user's cache of a kind of entries: "charts", "maps", "codes" or "texts"."""
    import platformdirs  # Not before an entry is wanted.

    return EntryCache(platformdirs.user_cache_path("aula-reports") / kind)
