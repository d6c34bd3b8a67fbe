"""What the agency works with: money, people, training, each a band of figures."""

from __future__ import annotations

from msgspec import Struct

from aula_reports.compose.blocks.text import Head
from aula_reports.compose.inline import RichText


class AmountBar(Struct, frozen=True):
    """A yearly amount, for a bar from zero."""

    label: str
    euros: int
    spoken: RichText


class ChangeBar(Struct, frozen=True):
    """A change in thousands of euros, for a bar on either side of an axis."""

    funder: RichText
    reason: RichText
    thousands: float
    spoken: RichText


class MoneyBand(Struct, frozen=True):
    title: RichText
    note: RichText
    figure: RichText
    text: RichText
    amounts: tuple[AmountBar, ...]
    changes_title: RichText
    changes: tuple[ChangeBar, ...]


class DiscGroup(Struct, frozen=True):
    """As many discs as people, with what they have in common."""

    count: int
    label: RichText


class StaffBand(Struct, frozen=True):
    title: RichText
    note: RichText
    figure: RichText
    text: RichText
    discs: tuple[DiscGroup, ...]


class TrainingBand(Struct, frozen=True):
    title: RichText
    note: RichText
    figure: RichText
    text: RichText
    fields: tuple[RichText, ...]


class Means(Struct, frozen=True):
    head: Head
    money: MoneyBand | None
    staff: StaffBand | None
    training: TrainingBand | None
