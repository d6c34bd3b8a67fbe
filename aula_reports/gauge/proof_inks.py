"""Inks that only proofs use: no layout has them, so nobody takes a mark for part of a page."""

from __future__ import annotations

from aula_reports.model.layout import InkSpec

GRID = "épreuve : grille"
NO_BREAK = "épreuve : espace insécable"
NARROW = "épreuve : espace fine"
HYPHEN = "épreuve : trait insécable"
DIVISION = "épreuve : division"

# Light for what lies under the text; loud, and far from each other, for what marks it.
PROOF_INKS = {
    GRID: InkSpec(cmyk=(32, 0, 0, 0), srgb="#a6dcf8"),
    NO_BREAK: InkSpec(cmyk=(85, 45, 0, 0), srgb="#0a7be0"),
    NARROW: InkSpec(cmyk=(0, 95, 0, 0), srgb="#e6128c"),
    HYPHEN: InkSpec(cmyk=(75, 0, 90, 0), srgb="#1fa345"),
    DIVISION: InkSpec(cmyk=(0, 65, 100, 0), srgb="#f26a0c"),
}
