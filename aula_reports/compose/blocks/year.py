"""The year in figures, and how its missions are shared."""

from __future__ import annotations

from dataclasses import dataclass

from aula_reports.compose.blocks.territory import Figure
from aula_reports.compose.blocks.text import Head
from aula_reports.compose.inline import RichText
from aula_reports.model.programme import MissionType


@dataclass(frozen=True, slots=True)
class ActionTick:
    number: int
    is_new: bool


@dataclass(frozen=True, slots=True)
class AxisTicks:
    """The actions of one axis as a row of strokes."""

    label: RichText
    detail: RichText
    ticks: tuple[ActionTick, ...]


@dataclass(frozen=True, slots=True)
class HighlightLine:
    text: RichText
    numbers: RichText


@dataclass(frozen=True, slots=True)
class HighlightColumn:
    numeral: str
    title: RichText
    lines: tuple[HighlightLine, ...]


@dataclass(frozen=True, slots=True)
class YearInFigures:
    head: Head
    figures: tuple[Figure, ...]
    strips: tuple[AxisTicks, ...]
    strip_alt: str
    note: RichText
    highlights_title: RichText
    highlights: tuple[HighlightColumn, ...]


@dataclass(frozen=True, slots=True)
class FamilyNote:
    numeral: str
    title: RichText
    subtitle: RichText
    text: RichText


@dataclass(frozen=True, slots=True)
class Share:
    """One share of the ring."""

    type: MissionType
    percent: int
    name: RichText
    definition: RichText


@dataclass(frozen=True, slots=True)
class Subtotal:
    """A bracket round neighbouring shares, from the first to the last included."""

    label: RichText
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Ring:
    shares: tuple[Share, ...]
    subtotals: tuple[Subtotal, ...]
    centre: tuple[RichText, ...]
    alt: str


@dataclass(frozen=True, slots=True)
class MissionsPage:
    head: Head
    families: tuple[FamilyNote, ...]
    chart_title: RichText
    chart_unit: RichText
    ring: Ring
