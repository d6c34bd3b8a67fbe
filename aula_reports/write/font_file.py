"""Font programs for embedding: subsets by HarfBuzz, and the few table fields a PDF repeats."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable
from typing import Any

import uharfbuzz as hb

from aula_reports.diagnostics import FontError

# Layout is done and hinting serves no press: what draws and measures is enough.
_DROPPED_TABLES = (
    *("GSUB", "GPOS", "GDEF", "BASE", "kern", "cmap", "name", "post", "OS/2"),
    *("DSIG", "STAT", "gasp", "meta", "VORG"),
)


def subset(face: Any, gids: Iterable[int]) -> bytes:
    """Keep the outlines of some glyphs under their own numbers, without layout or hints."""
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update(gids)
    wanted.flags = (
        hb.SubsetFlags.RETAIN_GIDS
        | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        | hb.SubsetFlags.NOTDEF_OUTLINE
        | hb.SubsetFlags.NO_HINTING
    )
    wanted.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _DROPPED_TABLES)
    program: bytes = hb.subset(face, wanted).blob.data
    if program[:4] == b"OTTO":
        raise FontError("fonte à contours CFF (.otf) — en fournir la version TrueType (.ttf)")
    return program


def subset_tag(program: bytes) -> str:
    """Name a subset by its content: six capitals (ISO 32000-1, 9.6.4)."""
    digest = hashlib.md5(program, usedforsecurity=False).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def table(font: bytes, tag: bytes) -> bytes:
    """Cut a table out of a TrueType file; empty if it has none."""
    count = int.from_bytes(font[4:6], "big")
    for entry in range(12, 12 + 16 * count, 16):
        if font[entry : entry + 4] == tag:
            offset, length = struct.unpack(">II", font[entry + 8 : entry + 16])
            return font[offset : offset + length]
    return b""


def bounding_box(font: bytes, upem: int) -> tuple[float, ...]:
    """Read the box that holds every glyph, in 1/1000 em."""
    corners = struct.unpack(">4h", table(font, b"head")[36:44])
    return tuple(corner * 1000 / upem for corner in corners)


def italic_angle(font: bytes) -> float:
    (fixed,) = struct.unpack(">l", table(font, b"post")[4:8])
    return float(fixed) / 65536


def stem_width(font: bytes) -> int:
    """Guess the vertical stem from the weight class, as there is no table for it."""
    (weight,) = struct.unpack(">H", table(font, b"OS/2")[4:6])
    return 50 + int((weight / 65) ** 2)


def postscript_name(font: bytes) -> str:
    """Read name 6 of the name table in its Windows encoding."""
    names = table(font, b"name")
    count, storage = struct.unpack(">HH", names[2:6])
    for entry in range(6, 6 + 12 * count, 12):
        platform, _, _, kind, length, offset = struct.unpack(">6H", names[entry : entry + 12])
        if platform == 3 and kind == 6:
            start = storage + offset
            return names[start : start + length].decode("utf-16-be")
    raise FontError("fonte sans nom PostScript — la remplacer")
