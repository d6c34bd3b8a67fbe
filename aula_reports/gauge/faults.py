"""What can be wrong with set text, by the names that users count and limit it under.

A fault's weight says how much it hurts the eye, so that the worst are shown first: about 1 for
what one sees when one looks for it, 3 and more for what no printer lets pass, 0 for what is only
counted.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from aula_reports.gauge.lines import PlacedLine, excerpt


class Kind(StrEnum):
    """The kinds of faults; values are what users read and write."""

    LOOSE = "laches"
    TIGHT = "serrees"
    HYPHENATED = "cesures"
    LADDER = "echelles"
    RIVER = "lezardes"
    SHORT_END = "courtes"
    LONE_END = "seuls"
    WIDOW = "veuves"
    ORPHAN = "orphelines"
    CUT_COLUMN = "cesures-finales"
    DRIFT = "hors-grille"
    ECHO = "repetitions"


# What they are called in words.
NAMES = {
    Kind.LOOSE: "ligne lâche",
    Kind.TIGHT: "ligne serrée",
    Kind.HYPHENATED: "division",
    Kind.LADDER: "échelle",
    Kind.RIVER: "lézarde",
    Kind.SHORT_END: "dernière ligne courte",
    Kind.LONE_END: "mot court seul",
    Kind.WIDOW: "veuve",
    Kind.ORPHAN: "orpheline",
    Kind.CUT_COLUMN: "division en fin de colonne",
    Kind.DRIFT: "hors de la grille",
    Kind.ECHO: "répétition",
}


class Fault(Struct, frozen=True):
    """One fault and its line; `extent` is what its kind measures (a ratio, a number of lines)."""

    kind: Kind
    line: PlacedLine
    weight: float
    extent: float = 1.0

    @property
    def page(self) -> int:
        return self.line.page

    @property
    def words(self) -> str:
        return excerpt(self.line)
