"""Prepared pictures kept between builds: converting a plate takes half a second, reading it none.

An entry's name is the digest of its source's content and of the recipe, so nothing is ever stale.
An entry begins with a line of JSON that describes it and holds the digest of what follows: a
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
    """Encoded pixels as a PDF stream holds them: `entries` say how to read them."""

    width: int
    height: int
    entries: str
    content: bytes


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
    payload = b"".join(stream.content for stream in streams)
    heads = [asdict(stream) | {"content": len(stream.content)} for stream in streams]
    head = {"digest": hashlib.sha256(payload).hexdigest(), "streams": heads}
    return msgspec.json.encode(head) + b"\n" + payload


def _unpacked(stored: bytes) -> tuple[PixelStream, ...]:
    end_of_head = stored.index(b"\n")
    head = msgspec.json.decode(stored[:end_of_head])
    # Views: megabytes are not copied to be hashed.
    payload = memoryview(stored)[end_of_head + 1 :]
    if hashlib.sha256(payload).hexdigest() != head["digest"]:
        raise ValueError("damaged entry")
    streams, place = [], 0
    for fields in head["streams"]:
        end = place + fields["content"]
        streams.append(PixelStream(**fields | {"content": bytes(payload[place:end])}))
        place = end
    return tuple(streams)
