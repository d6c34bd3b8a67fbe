"""Axis chapters: sections, groups, actions."""

from __future__ import annotations

from msgspec import Struct

from aula_reports.compose.blocks.text import Head, Prose
from aula_reports.compose.inline import RichText
from aula_reports.model.pages import Picture


class SectionLink(Struct, frozen=True):
    number: str
    title: RichText
    anchor: str


class ActionLine(Struct, frozen=True):
    number: int
    title: RichText
    origin: str = ""


class GroupLines(Struct, frozen=True):
    title: RichText
    actions: tuple[ActionLine, ...]
    origin: str = ""


class ActionSection(Struct, frozen=True):
    number: str
    title: RichText
    count: RichText
    anchor: str
    entries: tuple[ActionLine | GroupLines, ...]
    origin: str = ""


class AxisChapter(Struct, frozen=True):
    """An axis after its plate: head, introduction, list of sections, then the sections.

    `banner` runs over the head of the first spread of lists.
    """

    head: Head
    prose: Prose
    sections: tuple[ActionSection, ...]
    star_note: RichText
    banner: Picture | None = None
    banner_caption: RichText = ()
    banner_origin: str = ""

    @property
    def index(self) -> tuple[SectionLink, ...]:
        return tuple(SectionLink(s.number, s.title, s.anchor) for s in self.sections)
