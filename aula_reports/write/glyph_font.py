"""A composite font whose codes are ours: one for each pair of a glyph and the text it stands for.

One glyph serves several characters (the space and U+00A0, the hyphen and U+2011 and U+00AD, a
small capital for a letter typed small or large), so glyph numbers cannot be the codes: reading
the file back would give one of them for all. Here each pair gets the next free code at its first
use in the document, a CIDToGIDMap leads to the glyph and ToUnicode to the characters, so every
reader finds what the author typed (ISO 32000-1, 9.7.4.2 and 9.10.3; ISO 14289-1, 7.21.7).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from msgspec.structs import replace

from aula_reports.typeset.fonts import Face
from aula_reports.typeset.runs import Glyph, Run
from aula_reports.write.document import CompactDocument
from aula_reports.write.font_file import (
    bounding_box,
    italic_angle,
    postscript_name,
    stem_width,
    subset,
    subset_tag,
)
from aula_reports.write.syntax import number, numbers

# Stands for a glyph that no character is left for: PDF/UA forbids codes that map to nothing.
_NO_WIDTH = "\u200b"

# ISO 32000-1, 9.10.3 with Adobe's CMap specification: at most a hundred entries a block.
_ENTRIES_IN_BLOCK = 100


class GlyphFont:
    """One face as one document uses it."""

    def __init__(self, name: str, face: Face) -> None:
        self.name = name
        self._face = face
        self._codes: dict[tuple[int, str], int] = {}
        self._widths: list[float] = []
        # Glyphs are shared by the words of a face, words by the lines of a book.
        self._glyphs: dict[Glyph, str] = {}
        # Runs that have been spelt; drawing looks here first.
        self.spelt: dict[Run, str] = {}

    @property
    def ascent(self) -> float:
        return self._face.ascent

    @property
    def descent(self) -> float:
        return self._face.descent

    def shown(self, run: Run) -> str:
        """Spell a run as the inside of a string: codes in hexadecimal, parted by steps (`step`)."""
        spelt = self.spelt.get(run)
        if spelt is None:
            spelt = self.spelt[run] = self._spelt(run.glyphs)
        return spelt

    def _spelt(self, glyphs: Sequence[Glyph]) -> str:
        known = self._glyphs
        try:
            return "".join(map(known.__getitem__, glyphs))
        except KeyError:
            # A new glyph, or one without a text: those are never known.
            parts = [known.get(glyph) or self._learnt(glyph) for glyph in with_texts(glyphs)]
            return "".join(parts)

    def _learnt(self, glyph: Glyph) -> str:
        """Spell a glyph; heights (`y_offset`) are left out: no letter of French has one."""
        code, width = self._code(glyph.gid, glyph.text)
        before, after = -glyph.x_offset, width - glyph.advance + glyph.x_offset
        spelt = self._glyphs[glyph] = f"{step(before)}{code:04X}{step(after)}"
        return spelt

    def _code(self, gid: int, text: str) -> tuple[int, float]:
        code = self._codes.get((gid, text))
        if code is None:
            # Code 0 stays .notdef.
            code = self._codes[gid, text] = len(self._codes) + 1
            self._widths.append(self._face.advance(gid))
        return code, self._widths[code - 1]

    def written(self, document: CompactDocument) -> str:
        """Embed the font with the glyphs used so far; return the reference of its dictionary."""
        gids = [gid for gid, _ in self._codes]
        program = subset(self._face.hb_face, sorted(set(gids)))
        name = f"{subset_tag(program)}+{postscript_name(self._face.bytes)}"
        descendant = document.indirect(
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}"
            f"/DW 1000/W[1[{numbers(self._widths)}]]"
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            f"/FontDescriptor {self._descriptor(document, name, program)}"
            f"/CIDToGIDMap {document.stream(_gid_map(gids)).ref}>>"
        )
        to_unicode = document.stream(_to_unicode([text for _, text in self._codes]))
        return document.indirect(
            f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H"
            f"/DescendantFonts[{descendant.ref}]/ToUnicode {to_unicode.ref}>>"
        ).ref

    def _descriptor(self, document: CompactDocument, name: str, program: bytes) -> str:
        font = self._face.bytes
        angle = italic_angle(font)
        # Symbolic, because the codes are our own; italic where it leans (table 123).
        flags = 4 | (64 if angle else 0)
        file = document.stream(program, f"/Length1 {len(program)}")
        return document.indirect(
            f"<</Type/FontDescriptor/FontName/{name}/Flags {flags}"
            f"/FontBBox[{numbers(bounding_box(font, self._face.upem))}]"
            f"/ItalicAngle {number(angle)}/Ascent {number(self._face.ascent)}"
            f"/Descent {number(self._face.descent)}/CapHeight {number(self._face.cap_height)}"
            f"/StemV {stem_width(font)}/FontFile2 {file.ref}>>"
        ).ref


class FontCase:
    """The fonts of one document, each opened at its first use."""

    def __init__(self, faces: Mapping[str, Face], document: CompactDocument) -> None:
        self._faces = faces
        self._document = document
        self._fonts: dict[str, GlyphFont] = {}
        self._dictionary = document.indirect()

    def __getitem__(self, key: str) -> GlyphFont:
        font = self._fonts.get(key)
        if font is None:
            name = f"G{len(self._fonts) + 1}"
            font = self._fonts[key] = GlyphFont(name, self._faces[key])
        return font

    @property
    def ref(self) -> str:
        """Refer to the font dictionary that all pages share."""
        return self._dictionary.ref

    def write(self) -> None:
        """Embed every font that was used, when all glyphs are known."""
        fonts = self._fonts.values()
        entries = "".join(f"/{font.name} {font.written(self._document)}" for font in fonts)
        self._dictionary.body = f"<<{entries}>>".encode("latin-1")


def step(thousandths: float) -> str:
    """Break a string open for a step to the left in 1/1000 em; none for what rounds to nothing."""
    return "" if -0.05 < thousandths < 0.05 else f">{thousandths:.1f}<".replace(".0<", "<")


def with_texts(glyphs: Sequence[Glyph]) -> Sequence[Glyph]:
    """Share the text of each cluster among its glyphs, so that every one stands for something."""
    texts = [glyph.text for glyph in glyphs]
    if all(texts):
        return glyphs
    starts = [place for place, text in enumerate(texts) if text or not place]
    shares = (_shared(texts[start], end - start) for start, end in pairwise((*starts, len(texts))))
    shared = (text for share in shares for text in share)
    return [replace(glyph, text=text) for glyph, text in zip(glyphs, shared, strict=True)]


def _shared(text: str, count: int) -> tuple[str, ...]:
    if len(text) < count:
        return (text or _NO_WIDTH, *(_NO_WIDTH,) * (count - 1))
    return (*text[: count - 1], text[count - 1 :])


def _gid_map(gids: Sequence[int]) -> bytes:
    return b"\0\0" + b"".join(gid.to_bytes(2, "big") for gid in gids)


def _to_unicode(texts: Sequence[str]) -> bytes:
    entries = [
        f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>"
        for code, text in enumerate(texts, start=1)
    ]
    blocks = []
    for start in range(0, len(entries), _ENTRIES_IN_BLOCK):
        block = entries[start : start + _ENTRIES_IN_BLOCK]
        blocks += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    return "\n".join((*_CMAP_HEAD, *blocks, *_CMAP_TAIL)).encode()


_CMAP_HEAD = (
    "/CIDInit /ProcSet findresource begin",
    "12 dict begin",
    "begincmap",
    "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
    "/CMapName /Adobe-Identity-UCS def",
    "/CMapType 2 def",
    "1 begincodespacerange",
    "<0000> <FFFF>",
    "endcodespacerange",
)
_CMAP_TAIL = ("endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end", "")
