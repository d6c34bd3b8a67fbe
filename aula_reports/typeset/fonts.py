"""Font files and their measures: a face knows its outlines' boxes, a table finds faces by name.

A face is opened when it is first asked for, and its HarfBuzz objects are made when a text is first
shaped with it. All measures are in 1/1000 em, so that a point size is one multiplication away.
Shaping itself is `shaping`'s; embedding is `write/`'s, which takes the bytes from here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import uharfbuzz as hb

from aula_reports import resources
from aula_reports.diagnostics import MissingFont
from aula_reports.geometry import Rect

# Index of the default language system in a script's list (OpenType, "Script table").
_DEFAULT_LANGUAGE = 0xFFFF


class Face:
    """One font file under the name that a layout gives it."""

    def __init__(self, key: str, path: Path) -> None:
        self.key = key
        self.path = path
        self._extents: dict[int, Rect | None] = {}

    @cached_property
    def bytes(self) -> bytes:
        """Read the whole file, as it is."""
        try:
            return self.path.read_bytes()
        except OSError as error:
            raise MissingFont(_not_found(self.key, self.path)) from error

    @cached_property
    def hb_face(self) -> Any:
        face = hb.Face(self.bytes)
        if not face.glyph_count:
            raise MissingFont(
                f"le fichier {self.path} de la fonte « {self.key} » n’est pas une fonte lisible "
                "— le remplacer par un fichier TrueType (.ttf)"
            )
        return face

    @cached_property
    def hb_font(self) -> Any:
        return hb.Font(self.hb_face)

    @cached_property
    def upem(self) -> int:
        return int(self.hb_face.upem)

    @cached_property
    def per_mille(self) -> float:
        """Factor from font units to 1/1000 em."""
        return 1000.0 / self.upem

    @cached_property
    def ascent(self) -> float:
        return float(self.hb_font.get_font_extents("ltr").ascender) * self.per_mille

    @cached_property
    def descent(self) -> float:
        """Depth under the baseline, negative."""
        return float(self.hb_font.get_font_extents("ltr").descender) * self.per_mille

    @cached_property
    def cap_height(self) -> float:
        return self._metric(hb.OTMetricsTag.CAP_HEIGHT)

    @cached_property
    def x_height(self) -> float:
        return self._metric(hb.OTMetricsTag.X_HEIGHT)

    @cached_property
    def features(self) -> frozenset[str]:
        """List the substitutions that the face offers to Latin text, by OpenType tag."""
        scripts = self.hb_face.get_table_script_tags("GSUB")
        index = scripts.index("latn") if "latn" in scripts else 0
        return frozenset(self.hb_face.get_language_feature_tags("GSUB", index, _DEFAULT_LANGUAGE))

    def glyph(self, character: str) -> int | None:
        """Find the glyph of one character, before any substitution."""
        gid = self.hb_font.get_nominal_glyph(ord(character))
        return None if gid is None else int(gid)

    def advance(self, gid: int) -> float:
        return float(self.hb_font.get_glyph_h_advance(gid)) * self.per_mille

    def extents(self, gid: int) -> Rect | None:
        """Give the ink box of a glyph around its origin; None if it has no ink."""
        if gid not in self._extents:
            self._extents[gid] = self._measure(gid)
        return self._extents[gid]

    def left_bearing(self, gid: int) -> float:
        """Give the white before a glyph's ink; negative if the ink starts before its origin."""
        box = self.extents(gid)
        return box.x if box else 0.0

    def right_bearing(self, gid: int) -> float:
        """Give the white between a glyph's ink and the end of its advance."""
        box = self.extents(gid)
        return self.advance(gid) - box.right if box else 0.0

    def _metric(self, tag: Any) -> float:
        return float(self.hb_font.get_metric_position_with_fallback(tag)) * self.per_mille

    def _measure(self, gid: int) -> Rect | None:
        extents = self.hb_font.get_glyph_extents(gid)
        if extents is None or not extents.width or not extents.height:
            return None
        k = self.per_mille
        # HarfBuzz measures downwards from the top: its height is negative.
        bottom = extents.y_bearing + extents.height
        return Rect(extents.x_bearing * k, bottom * k, extents.width * k, -extents.height * k)


class FaceTable(Mapping[str, Face]):
    """The faces of a layout by name.

    `files` is the layout's own table; a file is looked for in the layout's `folder` first, then
    among the fonts that this program ships.
    """

    def __init__(self, files: Mapping[str, str], folder: Path | None = None) -> None:
        self._files = files
        self._folder = folder
        self._faces: dict[str, Face] = {}

    def __getitem__(self, key: str) -> Face:
        face = self._faces.get(key)
        if face is None:
            face = self._faces[key] = self._open(key)
        return face

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)

    def marks(self) -> tuple[tuple[str, object], ...]:
        """Tell these faces from others of the same names: the mark of each one's file; None for
        one that is not there, which is an error only for whoever asks for it.
        """
        return tuple((key, self._mark(key)) for key in self._files)

    def _mark(self, key: str) -> resources.FileMark | None:
        try:
            return resources.file_mark(self[key].path)
        except (MissingFont, OSError):
            return None

    def _open(self, key: str) -> Face:
        if key not in self._files:
            raise MissingFont(
                f"la maquette n’a pas de fonte « {key} » — l’ajouter sous « fontes », "
                f"ou choisir parmi : {', '.join(self._files)}"
            )
        for path in self._places(self._files[key]):
            if path.is_file():
                return Face(key, path)
        raise MissingFont(_not_found(key, path))

    def _places(self, file: str) -> tuple[Path, ...]:
        shipped = resources.FONTS / file
        return (self._folder / file, shipped) if self._folder else (shipped,)


def _not_found(key: str, path: Path) -> str:
    return (
        f"la fonte « {key} » est introuvable : pas de fichier {path} "
        "— corriger son nom sous « fontes », ou y déposer le fichier"
    )
