"""How a run of words looks: a style of the layout, its emphasis and its script, as one value."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from aula_reports.compose.inline import Words
from aula_reports.diagnostics import Finding, InvalidLayout, Severity
from aula_reports.french.scripts import Script
from aula_reports.model.layout import TextStyle
from aula_reports.typeset.fonts import FaceTable

# Small capitals are let out a little; where a font has none, they are capitals set small (R41).
_SMALL_CAPS_TRACKING_EM = 0.02
_PLAIN_SMALL_CAPS = (0.78, 0.0)

# Superiors by hand, where the font has none (R43), or where its own look too large: share of the
# size and rise in em (look/ppa/NOTES.md, section 2).
_PLAIN_SUPERIOR = (0.62, 0.33)
_LARGE_SUPERIOR = (0.56, 0.42)
_INFERIOR = (0.62, -0.14)
_LARGE_SIZE = 12.0


class Look(Struct, frozen=True, eq=False):
    """How letters look; tracking and rise in points. Identity is equality.

    `divides` says whether words of this look are hyphenated: the others need no dictionary.
    """

    face: str
    size: float
    ink: str
    features: tuple[str, ...]
    tracking: float
    rise: float
    capitals: bool
    divides: bool


class Looks:
    """Gives the look of words in a style; the same question gives the same look."""

    def __init__(self, faces: FaceTable, styles: Mapping[str, TextStyle]) -> None:
        self._faces = faces
        self._styles = styles
        self._looks: dict[tuple[str, bool, bool, Script], Look] = {}
        self._others: dict[tuple[Look, str], Look] = {}

    def style(self, name: str) -> TextStyle:
        """Find a style of the layout; raises InvalidLayout."""
        try:
            return self._styles[name]
        except KeyError:
            raise InvalidLayout([_no_style(name)]) from None

    def has(self, name: str) -> bool:
        return name in self._styles

    def plain(self, style: str) -> Look:
        return self._look((style, False, False, Script.NORMAL))

    def of(self, words: Words, style: str) -> Look:
        """Give the look of words inside a block of a style."""
        name, script = words.style or style, words.script
        if script is Script.SMALL_CAPS and not words.text.isupper():
            # What is not in capitals would have to be put in them, and no longer read as typed.
            face = self._face(self.style(name), italic=words.italic, bold=words.bold)
            if not self._faces[face].features.issuperset(_SCRIPTS[script][0]):
                script = Script.NORMAL
        return self._look((name, words.italic, words.bold, script))

    def in_face(self, look: Look, face: str) -> Look:
        """Give a look in another face, without what that face does not have."""
        key = (look, face)
        other = self._others.get(key)
        if other is None:
            own = self._faces[face].features
            kept = tuple(tag for tag in look.features if tag.lstrip("-") in own)
            other = self._others[key] = replace(look, face=face, features=kept)
        return other

    def _look(self, key: tuple[str, bool, bool, Script]) -> Look:
        look = self._looks.get(key)
        if look is None:
            look = self._looks[key] = self._make(*key)
        return look

    def _make(self, name: str, italic: bool, bold: bool, script: Script) -> Look:
        style = self.style(name)
        face = self._face(style, italic=italic, bold=bold)
        tracking_em = style.tracking_em
        if script is Script.SMALL_CAPS:
            tracking_em += _SMALL_CAPS_TRACKING_EM
        feature, (share, rise_em) = self._stand(script, face, style.size)
        features = style.features + ((feature,) if feature else ())
        if feature == "smcp" and "c2sc" in self._faces[face].features:
            # The figures of a century are capitals, and read so.
            features += ("c2sc",)
        if style.capitals and "case" in self._faces[face].features and "case" not in features:
            # Signs between capitals stand as high as they do.
            features += ("case",)
        if tracking_em:
            # Letters set apart do not join.
            features += ("-liga",)
        return Look(
            face=face,
            size=style.size * share,
            ink=style.ink,
            features=features,
            tracking=style.size * share * tracking_em,
            rise=style.size * rise_em,
            capitals=style.capitals,
            divides=style.hyphenate,
        )

    def _face(self, style: TextStyle, *, italic: bool, bold: bool) -> str:
        return (bold and style.bold) or (italic and style.italic) or style.face

    def _stand(self, script: Script, face: str, size: float) -> tuple[str, tuple[float, float]]:
        """Choose the font's own feature for a script, or else a share of the size and a rise."""
        if script is Script.NORMAL:
            return "", (1.0, 0.0)
        if script is Script.SUPERIOR and size >= _LARGE_SIZE:
            return "", _LARGE_SUPERIOR
        tags, by_hand = _SCRIPTS[script]
        for tag in tags:
            if tag in self._faces[face].features:
                return tag, (1.0, 0.0)
        return "", by_hand


_SCRIPTS: Mapping[Script, tuple[tuple[str, ...], tuple[float, float]]] = {
    Script.SUPERIOR: (("sups", "ordn"), _PLAIN_SUPERIOR),
    Script.INFERIOR: (("subs", "sinf"), _INFERIOR),
    Script.SMALL_CAPS: (("smcp",), _PLAIN_SMALL_CAPS),
}


def _no_style(name: str) -> Finding:
    return Finding(
        Severity.ERROR,
        "E610",
        f"le style de texte « {name} » n’existe pas dans la maquette",
        remedy="l’ajouter sous « styles »",
    )
