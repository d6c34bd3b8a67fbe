"""Text becomes glyphs: one call of HarfBuzz a distinct word, face and set of features.

Each glyph keeps the characters that it stands for, so that what is drawn reads as it was typed:
a ligature stands for all its letters, a small capital for its lower-case letter.
Fonts need not know the spaces and hyphens of French setting: U+00A0 is drawn as the space,
U+202F as half a word space, U+2011 and U+00AD as the hyphen.
"""

from __future__ import annotations

from collections.abc import Sequence

import uharfbuzz as hb

from aula_reports.diagnostics import MissingGlyph
from aula_reports.typeset.fonts import Face, FaceTable
from aula_reports.typeset.runs import Glyph, Run

NO_BREAK_SPACE = "\u00a0"
NARROW_SPACE = "\u202f"
NO_BREAK_HYPHEN = "\u2011"
SOFT_HYPHEN = "\u00ad"

# Width of U+202F in word spaces (RULES.md, "Widths for the line builder"; babel-french).
NARROW_SHARE = 0.5

_DRAWN_AS = str.maketrans({NO_BREAK_SPACE: " ", NO_BREAK_HYPHEN: "-", SOFT_HYPHEN: "-"})
_DRAWN_AS_WITHOUT_NARROW = _DRAWN_AS | {ord(NARROW_SPACE): " "}
_REDRAWN = frozenset((NO_BREAK_SPACE, NARROW_SPACE, NO_BREAK_HYPHEN, SOFT_HYPHEN))


class Shaper:
    """Shapes texts with a table of faces; asks HarfBuzz once for each."""

    def __init__(self, faces: FaceTable) -> None:
        self._faces = faces
        self._pens: dict[str, _FaceShaper] = {}
        self._runs: dict[tuple[str, str, tuple[str, ...]], Run] = {}

    def run(self, face_key: str, text: str, features: tuple[str, ...] = ()) -> Run:
        """Shape a text without line breaks; equal calls give the same run.

        `features` are OpenType tags, switched off by a minus before them; kerning and standard
        ligatures are on. Raises MissingGlyph, MissingFont.
        """
        key = (face_key, text, features)
        run = self._runs.get(key)
        if run is None:
            run = self._runs[key] = self._pen(face_key).shape(text, features)
        return run

    def kern(self, run: Run, place: int) -> float:
        """Give the kerning between a run's glyph and the next one, in 1/1000 em."""
        glyph = run.glyphs[place]
        return glyph.advance - self._faces[run.face].advance(glyph.gid)

    def _pen(self, face_key: str) -> _FaceShaper:
        pen = self._pens.get(face_key)
        if pen is None:
            pen = self._pens[face_key] = _FaceShaper(self._faces[face_key])
        return pen


# What makes a glyph: its number, its position as HarfBuzz gives it, its characters.
_Key = tuple[int, tuple[int, int, int, int], str]


class _FaceShaper:
    """Shapes with one face. Glyphs are shared: a face has few, and a book millions."""

    def __init__(self, face: Face) -> None:
        self._face = face
        self._font = face.hb_font
        self._buffer = hb.Buffer()
        # One cluster a character: each accent, each letter of a ligature can be told apart.
        self._buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        self._glyphs: dict[_Key, Glyph] = {}
        self._features: dict[tuple[str, ...], dict[str, bool]] = {}
        self._narrow = face.advance(face.glyph(" ") or 0) * NARROW_SHARE
        has_narrow = face.glyph(NARROW_SPACE) is not None
        self._drawn_as = _DRAWN_AS if has_narrow else _DRAWN_AS_WITHOUT_NARROW

    def shape(self, text: str, features: tuple[str, ...]) -> Run:
        glyphs = self._shaped(text, features)
        if NARROW_SPACE in text:
            glyphs = [self._narrowed(glyph) for glyph in glyphs]
        width = sum([glyph.advance for glyph in glyphs])
        return Run(self._face.key, tuple(glyphs), width, text)

    def _shaped(self, text: str, features: tuple[str, ...]) -> list[Glyph]:
        buffer = self._buffer
        # Clearing keeps the cluster level and forgets direction, script and language.
        buffer.clear_contents()
        plain = text.isascii() or _REDRAWN.isdisjoint(text)
        buffer.add_str(text if plain else text.translate(self._drawn_as))
        buffer.direction = "ltr"
        buffer.script = "Latn"
        buffer.language = "fr"
        hb.shape(self._font, buffer, self._switches(features))
        infos = buffer.glyph_infos
        letters = _letters(text, [info.cluster for info in infos])
        positions = [place.position for place in buffer.glyph_positions]
        keys = zip([info.codepoint for info in infos], positions, letters, strict=True)
        known = self._glyphs
        return [known.get(key) or self._new_glyph(key, text) for key in keys]

    def _new_glyph(self, key: _Key, text: str) -> Glyph:
        gid, (x_offset, y_offset, advance, _), letters = key
        if not gid:
            missing = letters or text
            raise MissingGlyph(_no_glyph(self._face, missing, text), missing[0])
        k = self._face.per_mille
        glyph = self._glyphs[key] = Glyph(gid, advance * k, letters, x_offset * k, y_offset * k)
        return glyph

    def _narrowed(self, glyph: Glyph) -> Glyph:
        return Glyph(glyph.gid, self._narrow, glyph.text) if glyph.text == NARROW_SPACE else glyph

    def _switches(self, features: tuple[str, ...]) -> dict[str, bool]:
        switches = self._features.get(features)
        if switches is None:
            switches = {tag.lstrip("-"): not tag.startswith("-") for tag in features}
            self._features[features] = switches
        return switches


def _letters(text: str, clusters: list[int]) -> Sequence[str]:
    """Give the characters of each glyph: the first of a cluster takes all, to the next cluster."""
    if clusters == list(range(len(text))):
        return text
    letters, end = [], len(text)
    for before, start in zip([-1, *clusters][-2::-1], clusters[::-1], strict=True):
        # Read backwards, a cluster ends where the one read before it starts.
        letters.append("" if start == before else text[start:end])
        end = end if start == before else start
    return letters[::-1]


def _no_glyph(face: Face, letters: str, text: str) -> str:
    character = letters[0]
    return (
        f"la fonte « {face.key} » ({face.path.name}) n’a pas de signe pour « {character} » "
        f"(U+{ord(character):04X}) dans « {text} » — corriger le texte ou changer de fonte"
    )
