"""The year's days shared out: a core sample with long legends, and the list that faces it."""

from __future__ import annotations

from msgspec import Struct

from aula_reports.compose.blocks.text import Head
from aula_reports.compose.inline import RichText


class DayLayer(Struct, frozen=True):
    """One layer of the sample; `axis` gives its hue and grain, 0 for what no axis counts.

    `part` is the axis' own, for the pages of its sheets; `largest` names its longest works, under
    `largest_title`.
    """

    axis: int
    days: float
    figure: RichText
    label: RichText
    legend: RichText
    sheets: RichText = ()
    part: str = ""
    largest_title: RichText = ()
    largest: tuple[tuple[RichText, RichText], ...] = ()


class DayLine(Struct, frozen=True):
    """A line of the list: an axis and its days; `anchor` is "" where it has no pages."""

    axis: int
    numeral: str
    title: RichText
    figure: RichText
    unit: RichText
    anchor: str


class DayPost(Struct, frozen=True):
    """A paragraph on what no axis counts."""

    name: RichText
    text: RichText


class DayShares(Struct, frozen=True):
    head: Head
    subtitle: RichText
    layers: tuple[DayLayer, ...]
    note: RichText
    standfirst: RichText
    lines_title: RichText
    lines: tuple[DayLine, ...]
    posts_title: RichText
    posts: tuple[DayPost, ...]
    total_title: RichText
    total: RichText
    total_caption: RichText
    alt: str
