"""Axis chapters: sections, groups, actions."""

from __future__ import annotations

from dataclasses import dataclass

from aula_reports.compose.blocks.text import Head, Prose
from aula_reports.compose.inline import RichText
from aula_reports.model.programme import Picture


@dataclass(frozen=True, slots=True)
class SectionLink:
    number: str
    title: RichText
    anchor: str


@dataclass(frozen=True, slots=True)
class ActionLine:
    number: int
    title: RichText


@dataclass(frozen=True, slots=True)
class GroupLines:
    title: RichText
    actions: tuple[ActionLine, ...]


@dataclass(frozen=True, slots=True)
class ActionSection:
    number: str
    title: RichText
    count: RichText
    anchor: str
    entries: tuple[ActionLine | GroupLines, ...]


@dataclass(frozen=True, slots=True)
class AxisChapter:
    """An axis after its plate: head, introduction, list of sections, then the sections.

    `banner` runs over the head of the first spread of lists.
    """

    head: Head
    prose: Prose
    sections: tuple[ActionSection, ...]
    star_note: RichText
    banner: Picture | None = None
    banner_caption: RichText = ()

    @property
    def index(self) -> tuple[SectionLink, ...]:
        return tuple(SectionLink(s.number, s.title, s.anchor) for s in self.sections)
