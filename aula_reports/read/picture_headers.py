"""What the first bytes of a JPEG or PNG file say: how large the picture is, and in which mode.

Written out rather than asked of Pillow, whose two plugins take longer to come than all the headers
of a booklet take to be read. Modes bear Pillow's names. Only what is read here is checked: whether
the pixels are whole is seen where they are decoded.
"""

from __future__ import annotations

import os
import struct
import zlib
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

_PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
# Greys by their bits, colours by their type: PNG specification, third edition, table 11.1.
_PNG_GREYS = {1: "1", 2: "L", 4: "L", 8: "L", 16: "I;16"}
_PNG_COLOURS = {2: "RGB", 3: "P", 4: "LA", 6: "RGBA"}

_JPEG_START = b"\xff\xd8\xff"
# By number of components; the markers are those of ITU-T T.81, table B.1.
_JPEG_MODES = {1: "L", 3: "RGB", 4: "CMYK"}
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_WITHOUT_LENGTH = {0x01, *range(0xD0, 0xD8)}
_END, _SCAN = 0xD9, 0xDA  # a frame would have come before


class Header(Struct, frozen=True):
    """A picture by its header; sizes in pixels."""

    path: Path
    width: int
    height: int
    mode: str


def read_header(path: Path) -> Header | None:
    """Read the header of a file; None if it is no JPEG or PNG, or cannot be read."""
    try:
        with path.open("rb") as stream:
            found = _found(stream)
    except (OSError, struct.error, IndexError):
        return None
    if found is None:
        return None
    width, height, mode = found
    return Header(path, width, height, mode) if width and height and mode else None


def _found(stream: BinaryIO) -> tuple[int, int, str | None] | None:
    start = stream.read(len(_PNG_SIGNATURE))
    if start == _PNG_SIGNATURE:
        return _png(stream)
    if start.startswith(_JPEG_START):
        stream.seek(2)
        return _jpeg(stream)
    return None


def _png(stream: BinaryIO) -> tuple[int, int, str | None] | None:
    length, name, content, check = struct.unpack(">I4s13sI", stream.read(25))
    if length != len(content) or name != b"IHDR" or check != zlib.crc32(name + content):
        return None
    width, height, depth, colour = struct.unpack(">IIBB", content[:10])
    return width, height, _PNG_COLOURS.get(colour) if colour else _PNG_GREYS.get(depth)


def _jpeg(stream: BinaryIO) -> tuple[int, int, str | None] | None:
    """Walk over the segments to the first that describes a frame."""
    while (marker := _marker(stream)) not in (_END, _SCAN):
        if marker in _WITHOUT_LENGTH:
            continue
        (length,) = struct.unpack(">H", stream.read(2))
        if marker in _FRAMES:
            depth, height, width, components = struct.unpack(">BHHB", stream.read(6))
            return width, height, _JPEG_MODES.get(components) if depth == 8 else None
        stream.seek(length - 2, os.SEEK_CUR)
    return None


def _marker(stream: BinaryIO) -> int:
    """Read the marker that must stand here; a writer may put any number of 0xFF before it."""
    if stream.read(1) != b"\xff":
        return _END
    while (byte := stream.read(1)) == b"\xff":
        pass
    return byte[0]
