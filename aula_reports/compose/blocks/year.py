"""The year in figures, and how its missions are shared."""

from __future__ import annotations

from msgspec import Struct

from aula_reports.compose.blocks.territory import Figure
from aula_reports.compose.blocks.text import Head
from aula_reports.compose.inline import RichText
from aula_reports.model.missions import MissionType


class ActionTick(Struct, frozen=True):
    number: int
    is_new: bool


class AxisTicks(Struct, frozen=True):
    """The actions of one axis as a row of strokes."""

    label: RichText
    detail: RichText
    ticks: tuple[ActionTick, ...]


class HighlightLine(Struct, frozen=True):
    text: RichText
    numbers: RichText


class HighlightColumn(Struct, frozen=True):
    numeral: str
    title: RichText
    lines: tuple[HighlightLine, ...]


class YearInFigures(Struct, frozen=True):
    head: Head
    figures: tuple[Figure, ...]
    strips: tuple[AxisTicks, ...]
    strip_alt: str
    note: RichText
    highlights_title: RichText
    highlights: tuple[HighlightColumn, ...]


class FamilyNote(Struct, frozen=True):
    numeral: str
    title: RichText
    subtitle: RichText
    text: RichText


class Share(Struct, frozen=True):
    """One share of the ring."""

    type: MissionType
    percent: int
    name: RichText
    definition: RichText


class Subtotal(Struct, frozen=True):
    """A bracket round neighbouring shares, from the first to the last included."""

    label: RichText
    first: int
    last: int


class Ring(Struct, frozen=True):
    shares: tuple[Share, ...]
    subtotals: tuple[Subtotal, ...]
    centre: tuple[RichText, ...]
    alt: str


class MissionsPage(Struct, frozen=True):
    head: Head
    families: tuple[FamilyNote, ...]
    chart_title: RichText
    chart_unit: RichText
    ring: Ring
