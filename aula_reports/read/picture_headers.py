"""What a JPEG or a PNG says of itself in its first bytes: its size and its colours.

Pillow would say the same, but its decoders take longer to come than all the headers to be read,
and a build whose pictures are prepared has no other use for them.
"""

from __future__ import annotations

import struct
from typing import BinaryIO

from msgspec import Struct

_PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_JPEG_START = b"\xff\xd8\xff"

# PNG colour types (ISO/IEC 15948, 11.2.2), by Pillow's names; greys are told apart by their depth.
_PNG_MODES = {2: "RGB", 3: "P", 4: "LA", 6: "RGBA"}
_PNG_GREYS = {1: "1", 2: "L", 4: "L", 8: "L", 16: "I;16"}
_JPEG_MODES = {1: "L", 3: "RGB", 4: "CMYK"}

# JPEG markers (ITU-T T.81, B.1.1.3): those that open a frame, those that no length follows.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_BARE = frozenset((0x01, *range(0xD0, 0xD9)))
_LAST = frozenset((0xD9, 0xDA))


class Header(Struct, frozen=True):
    """Sizes in pixels; the mode by Pillow's name."""

    width: int
    height: int
    mode: str


def read_header(stream: BinaryIO) -> Header | None:
    """Read the header of a picture from its start; None for what is no whole JPEG or PNG header."""
    try:
        start = stream.read(8)
        if start == _PNG_SIGNATURE:
            return _png(stream)
        if start.startswith(_JPEG_START):
            stream.seek(2)
            return _jpeg(stream)
    except (struct.error, KeyError):
        # Cut short, or of a kind that nobody draws.
        return None
    return None


def _png(stream: BinaryIO) -> Header | None:
    name, width, height, depth, colours = struct.unpack(">4x4sIIBB", stream.read(18))
    if name != b"IHDR" or not width or not height:
        return None
    return Header(width, height, _PNG_MODES.get(colours) or _PNG_GREYS[depth])


def _jpeg(stream: BinaryIO) -> Header | None:
    """Go from marker to marker until the frame, which must come before any pixels."""
    while (marker := _next_marker(stream)) not in _LAST:
        if marker in _BARE:
            continue
        (length,) = struct.unpack(">H", stream.read(2))
        if marker in _FRAMES:
            return _frame(stream)
        # The length counts itself: less than its two bytes would lead back.
        stream.seek(max(length - 2, 0), 1)
    return None


def _next_marker(stream: BinaryIO) -> int:
    """Find the next marker, over fill bytes and stray ones; the end of the file is the last."""
    while (byte := stream.read(1)) not in (b"\xff", b""):
        pass
    while byte == b"\xff":
        byte = stream.read(1)
    return byte[0] if byte else 0xD9


def _frame(stream: BinaryIO) -> Header | None:
    depth, height, width, layers = struct.unpack(">BHHB", stream.read(6))
    # Other depths cannot be decoded; a height that only the pixels tell is not drawn either.
    if depth != 8 or not width or not height:
        return None
    return Header(width, height, _JPEG_MODES[layers])
