"""Running text and the heads of pages."""

from __future__ import annotations

from dataclasses import dataclass

from aula_reports.compose.inline import RichText
from aula_reports.model.programme import Picture


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: RichText


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list; `ordered` items are numbered from 1, the others carry a dash.

    `terms`, where there are any, hang before the items in place of dashes: a glossary.
    """

    items: tuple[RichText, ...]
    ordered: bool = False
    terms: tuple[RichText, ...] = ()


Prose = tuple[Paragraph | ItemList, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a page: overline, title over a rule; the title is a heading and an anchor."""

    overline: RichText
    title: RichText
    anchor: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Milestone:
    label: RichText
    detail: RichText


@dataclass(frozen=True, slots=True)
class Timeline:
    """Dated steps in the margin, the last one reached."""

    title: RichText
    steps: tuple[Milestone, ...]


@dataclass(frozen=True, slots=True)
class AxisSummary:
    numeral: str
    title: RichText
    detail: RichText


@dataclass(frozen=True, slots=True)
class TextPage:
    """Running text under a head, with a margin and a strip at its foot; runs on over pages."""

    head: Head
    standfirst: RichText
    prose: Prose
    timeline: Timeline | None = None
    axes: tuple[AxisSummary, ...] = ()


@dataclass(frozen=True, slots=True)
class Colophon:
    """Who made the book and with what: a short text that sits at the foot of its page."""

    head: Head
    prose: Prose
    picture: Picture | None = None
    caption: RichText = ()
