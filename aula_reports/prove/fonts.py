"""Fonts as a file describes them: whether they are whole, how wide, and what their codes mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from msgspec import Struct, field

from aula_reports.prove.values import (
    as_dictionary,
    as_list,
    entry,
    name_of,
    raw,
    real,
    reals,
    solved,
    stream_bytes,
)

_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
_SYMBOLIC = 4
_NAMED_ENCODINGS = ("WinAnsiEncoding", "MacRomanEncoding", "MacExpertEncoding")
_BF_BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)endbf(?:char|range)", re.DOTALL)
# Ranges may overlap without end: no font has so many codes.
_MOST_CODES = 1 << 18
_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])")


class Font(Struct, eq=False):
    """One font; `codes` gathers what pages show with it."""

    number: int
    name: str
    kind: str
    descendant: str = ""
    is_embedded: bool = False
    is_symbolic: bool = False
    has_to_unicode: bool = False
    encoding: str = ""
    map_kind: str = ""
    registry: tuple[str, str] = ("", "")
    widths: dict[int, float] = field(default_factory=dict)
    default_width: float = 0.0
    code_bytes: int = 1
    texts: dict[int, str] = field(default_factory=dict)
    codes: set[int] = field(default_factory=set)
    is_identity: bool = False
    glyph_map: bytes | None = None
    scale: float = 0.001
    procedures: Any = None
    resources: Any = None

    def split(self, shown: bytes) -> Iterator[int]:
        if self.code_bytes == 1:
            yield from shown
            return
        for place in range(0, len(shown) - 1, 2):
            yield shown[place] << 8 | shown[place + 1]

    def width(self, code: int) -> float:
        return self.widths.get(code, self.default_width)

    def glyph(self, code: int) -> int | None:
        """Give the glyph of a code where that needs no reading of the font's program."""
        if not self.is_identity:
            return None
        if self.glyph_map is None:
            return code
        low = 2 * code
        return int.from_bytes(self.glyph_map[low : low + 2], "big")


def read_font(value: Any, number: int) -> Font:
    """Read a font's dictionary."""
    font = as_dictionary(value)
    kind = name_of(raw(font, "/Subtype"))
    made = Font(number, name_of(raw(font, "/BaseFont")) or "sans nom", kind)
    made.encoding = name_of(raw(font, "/Encoding"))
    made.has_to_unicode = solved(raw(font, "/ToUnicode")) is not None
    made.texts = _texts(stream_bytes(raw(font, "/ToUnicode")))
    if kind == "Type0":
        _read_descendant(made, font)
    else:
        _read_simple(made, font)
    return made


def _read_simple(made: Font, font: Any) -> None:
    first = int(real(entry(font, "/FirstChar")))
    widths = as_list(raw(font, "/Widths"))[:256]
    made.widths = {first + rank: real(width) for rank, width in enumerate(widths)}
    made.default_width = real(entry(font, "/FontDescriptor", "/MissingWidth"), 500.0)
    made.is_embedded = made.kind == "Type3" or _has_program(font)
    made.is_symbolic = _is_symbolic(font)
    if not made.encoding and isinstance(solved(raw(font, "/Encoding")), dict):
        made.encoding = name_of(entry(font, "/Encoding", "/BaseEncoding")) or "Differences"
    if made.kind == "Type3":
        made.procedures = entry(font, "/CharProcs")
        made.resources = entry(font, "/Resources")
        matrix = reals(raw(font, "/FontMatrix"))
        made.scale = abs(matrix[0]) if len(matrix) == 6 else made.scale


def _read_descendant(made: Font, font: Any) -> None:
    (descendant, *_) = [*as_list(raw(font, "/DescendantFonts")), None]
    made.code_bytes = 2
    made.descendant = name_of(raw(descendant, "/Subtype"))
    made.is_embedded = _has_program(descendant)
    made.is_symbolic = _is_symbolic(descendant)
    made.default_width = real(entry(descendant, "/DW"), 1000.0)
    made.widths = _cid_widths(as_list(raw(descendant, "/W")))
    info = entry(descendant, "/CIDSystemInfo")
    made.registry = (str(entry(info, "/Registry") or ""), str(entry(info, "/Ordering") or ""))
    table = entry(descendant, "/CIDToGIDMap")
    made.map_kind = name_of(table) or ("stream" if isinstance(table, dict) else "")
    two_bytes = made.encoding in ("Identity-H", "Identity-V")
    made.is_identity = two_bytes and made.descendant == "CIDFontType2"
    if made.is_identity and made.map_kind == "stream":
        made.glyph_map = stream_bytes(table)


def _has_program(font: Any) -> bool:
    descriptor = entry(font, "/FontDescriptor")
    return any(entry(descriptor, key) is not None for key in _FILES)


def _is_symbolic(font: Any) -> bool:
    return bool(int(real(entry(font, "/FontDescriptor", "/Flags"))) & _SYMBOLIC)


def _cid_widths(items: list[Any]) -> dict[int, float]:
    """Read the two forms of a width array (9.7.4.3)."""
    widths: dict[int, float] = {}
    place = spent = 0
    while place + 1 < len(items) and spent < _MOST_CODES:
        first, second = int(real(items[place])), solved(items[place + 1])
        if isinstance(second, list):
            widths.update((first + rank, real(width)) for rank, width in enumerate(second))
            place += 2
        elif place + 2 < len(items):
            last = min(int(real(second)), first + max(0, _MOST_CODES - spent))
            spent += max(0, last - first + 1)
            widths.update(dict.fromkeys(range(first, last + 1), real(items[place + 2])))
            place += 3
        else:
            break
    return widths


def _texts(cmap: bytes | None) -> dict[int, str]:
    """Read the character texts of a ToUnicode map (9.10.3)."""
    texts: dict[int, str] = {}
    left = _MOST_CODES
    for kind, block in _BF_BLOCK.findall(cmap or b""):
        if kind == b"bfchar":
            values = [_digits(token[0]) for token in _HEX.findall(block)]
            for code, text in zip(values[::2], values[1::2], strict=False):
                texts[int.from_bytes(code, "big")] = _utf16(text)
        elif left > 0:
            left -= _add_ranges(texts, block, left)
    return texts


def _add_ranges(texts: dict[int, str], block: bytes, most: int) -> int:
    """Add the texts of ranges until there are too many; give how many codes they had."""
    tokens = _HEX.findall(block)
    place = spent = 0
    while place + 2 < len(tokens) and spent < most:
        first = int.from_bytes(_digits(tokens[place][0]), "big")
        last = min(int.from_bytes(_digits(tokens[place + 1][0]), "big"), first + 0xFFFF)
        spent += max(0, last - first + 1)
        place += 2
        if tokens[place][1]:
            place += 1
            code = first
            while place < len(tokens) and not tokens[place][2]:
                texts[code] = _utf16(_digits(tokens[place][0]))
                code, place = code + 1, place + 1
        else:
            start = _digits(tokens[place][0])
            for code in range(first, last + 1):
                texts[code] = _utf16(_plus(start, code - first))
        place += 1
    return spent


def _plus(text: bytes, count: int) -> bytes:
    last = int.from_bytes(text[-2:], "big") + count
    return text[:-2] + (last & 0xFFFF).to_bytes(2, "big")


def _digits(digits: bytes) -> bytes:
    packed = b"".join(digits.split())
    return bytes.fromhex((packed + b"0" * (len(packed) % 2)).decode())


def _utf16(text: bytes) -> str:
    return text.decode("utf-16-be", "replace")


def has_known_text(font: Font) -> bool:
    """Say whether the codes of a font have Unicode texts (Matterhorn 31-027's exceptions)."""
    if font.has_to_unicode or font.encoding in _NAMED_ENCODINGS:
        return True
    if font.kind == "Type0":
        known = ("GB1", "CNS1", "Japan1", "Korea1")
        return font.registry[0] == "Adobe" and font.registry[1] in known
    return font.kind in ("Type1", "MMType1") and not font.is_symbolic
