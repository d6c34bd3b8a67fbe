"""The measures of a setting by the names that users read and set limits to."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from aula_reports.gauge.faults import Fault, Kind
from aula_reports.gauge.readings import Reading
from aula_reports.gauge.spacing import Spacing


class Measure(Struct, frozen=True):
    """One number of a reading: its name, what it is, the head of its column, its decimals.

    `kind` is that of the faults it counts, if it counts some; `least` is what their extent must
    be to count.
    """

    name: str
    label: str
    head: str
    of: Callable[[Reading], float | None]
    decimals: int = 0
    kind: Kind | None = None
    least: float = 0.0

    def counts(self, fault: Fault) -> bool:
        """Say whether a fault is one of those that are counted."""
        return fault.kind is self.kind and fault.extent >= self.least

    def figure(self, value: float | None) -> str:
        """Write a value as French readers do; a dash where there is none."""
        return "–" if value is None else f"{value:.{self.decimals}f}".replace(".", ",")


def _count(kind: Kind, label: str, head: str) -> Measure:
    return Measure(kind.value, label, head, lambda reading: reading.counts.get(kind, 0), 0, kind)


def _spaces(name: str, label: str, head: str, of: Callable[[Spacing], float]) -> Measure:
    def measured(reading: Reading) -> float | None:
        return of(reading.spacing) if reading.spacing else None

    return Measure(name, label, head, measured, 3)


MEASURES = (
    _spaces("espace-moyenne", "espace moyenne, en cadratins", "moy.", lambda s: s.mean),
    _spaces("espace-p95", "espace que 95 % ne passent pas", "p95", lambda s: s.percentile_95),
    _spaces("espace-max", "espace la plus large", "max.", lambda s: s.widest),
    _spaces("ecart", "écart quadratique r des espaces", "r", lambda s: s.ratio),
    _count(Kind.LOOSE, "lignes lâches (r > 1)", "lâch."),
    _count(Kind.TIGHT, "lignes serrées (r < −1)", "serr."),
    _count(Kind.HYPHENATED, "lignes qui finissent par une division", "cés."),
    Measure(
        name="echelle-max",
        label="divisions de suite, au plus",
        head="éch.",
        of=lambda reading: reading.longest_ladder,
        kind=Kind.LADDER,
    ),
    _count(Kind.LADDER, "échelles de deux divisions ou plus", "≥ 2"),
    Measure(
        name="echelles-3",
        label="échelles de trois divisions ou plus",
        head="≥ 3",
        of=lambda reading: reading.tall_ladders,
        kind=Kind.LADDER,
        least=3.0,
    ),
    _count(Kind.RIVER, "lézardes, sur quatre lignes ou plus", "léz."),
    _count(Kind.SHORT_END, "dernières lignes de moins de 12 %", "court."),
    _count(Kind.LONE_END, "mots courts seuls en dernière ligne", "seuls"),
    _count(Kind.WIDOW, "veuves, en tête de page ou de colonne", "veuv."),
    _count(Kind.ORPHAN, "orphelines, au pied", "orph."),
    _count(Kind.CUT_COLUMN, "divisions en fin de colonne ou de page", "fin"),
    _count(Kind.DRIFT, "lignes du texte hors de la grille", "grille"),
    _count(Kind.ECHO, "lignes qui se répètent à un bord", "rép."),
)

BY_NAME = {measure.name: measure for measure in MEASURES}
