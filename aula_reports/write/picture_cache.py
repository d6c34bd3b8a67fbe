"""Prepared pictures kept between builds: converting a plate takes half a second, reading it none.

An entry's name is the digest of its source's content and of the recipe, so nothing is ever stale.
An entry begins with a line of JSON that describes it and holds the digests of what follows: a
damaged one is not there. A cache that cannot be read or written is no cache, and no error.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import asdict

from aula_reports.write.kept_files import keep_file


class PixelStream(Struct, frozen=True):
    """Encoded pixels as a PDF stream holds them: `entries` say how to read them.

    `digest` is that of the content: whoever needs one need not sum megabytes up again.
    """

    width: int
    height: int
    entries: str
    content: bytes | memoryview
    digest: str


def pixel_stream(width: int, height: int, entries: str, content: bytes) -> PixelStream:
    """Make a stream of encoded pixels."""
    return PixelStream(width, height, entries, content, _digest(content))


class PictureCache:
    """A folder of encoded pictures."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, key: str) -> tuple[PixelStream, ...] | None:
        """Fetch the streams of an entry; None if it is missing or damaged."""
        try:
            stored = (self._folder / key).read_bytes()
            return _unpacked(stored)
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def keep(self, key: str, streams: tuple[PixelStream, ...]) -> None:
        """Store an entry."""
        keep_file(self._folder, key, _packed(streams))


def users_cache() -> PictureCache:
    """Open the cache in the user's own folder."""
    import platformdirs  # Not before somebody wants a cache.

    return PictureCache(platformdirs.user_cache_path("aula-reports") / "pictures")


def _packed(streams: tuple[PixelStream, ...]) -> bytes:
    heads = [asdict(stream) | {"content": len(stream.content)} for stream in streams]
    return b"".join([msgspec.json.encode(heads), b"\n", *(stream.content for stream in streams)])


def _unpacked(stored: bytes) -> tuple[PixelStream, ...]:
    end_of_head = stored.index(b"\n")
    # Views: megabytes are not copied to be summed up or embedded.
    place, whole = end_of_head + 1, memoryview(stored)
    streams = []
    for fields in msgspec.json.decode(whole[:end_of_head]):
        end = place + fields["content"]
        stream = PixelStream(**fields | {"content": whole[place:end]})
        if end > len(whole) or _digest(stream.content) != stream.digest:
            raise ValueError("damaged entry")
        streams.append(stream)
        place = end
    return tuple(streams)


def _digest(content: bytes | memoryview) -> str:
    return hashlib.sha256(content).hexdigest()
