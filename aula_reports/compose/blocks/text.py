"""Running text and the heads of pages."""

from __future__ import annotations

from msgspec import Struct

from aula_reports.compose.inline import RichText
from aula_reports.model.pages import Picture


class Paragraph(Struct, frozen=True):
    text: RichText


class ItemList(Struct, frozen=True):
    """A list; `ordered` items are numbered from 1, the others carry a dash.

    `terms`, where there are any, hang before the items in place of dashes: a glossary. `inner` is
    what follows the text of each item inside it, lists of a lower level and paragraphs after these;
    it is empty where no item holds any.
    """

    items: tuple[RichText, ...]
    ordered: bool = False
    terms: tuple[RichText, ...] = ()
    inner: tuple[Prose, ...] = ()

    def within(self, number: int) -> Prose:
        """Give what an item holds after its text."""
        return self.inner[number] if self.inner else ()


Prose = tuple[Paragraph | ItemList, ...]


class Head(Struct, frozen=True):
    """The head of a page: overline, title over a rule; the title is a heading and an anchor."""

    overline: RichText
    title: RichText
    anchor: str
    level: int = 1


class Milestone(Struct, frozen=True):
    label: RichText
    detail: RichText


class Timeline(Struct, frozen=True):
    """Dated steps in the margin, the last one reached."""

    title: RichText
    steps: tuple[Milestone, ...]


class AxisSummary(Struct, frozen=True):
    numeral: str
    title: RichText
    detail: RichText


class TextPage(Struct, frozen=True):
    """Running text under a head, with a margin and a strip at its foot; runs on over pages."""

    head: Head
    standfirst: RichText
    prose: Prose
    timeline: Timeline | None = None
    axes: tuple[AxisSummary, ...] = ()


class Colophon(Struct, frozen=True):
    """Who made the book and with what: a short text under a picture, or at the foot."""

    head: Head
    prose: Prose
    picture: Picture | None = None
    caption: RichText = ()
