"""The members, as text marks."""

from __future__ import annotations

from msgspec import Struct

from aula_reports.compose.blocks.text import Head
from aula_reports.compose.inline import RichText


class TextMark(Struct, frozen=True):
    name: RichText
    detail: RichText = ()


class MarkGroup(Struct, frozen=True):
    title: RichText
    marks: tuple[TextMark, ...]


class Members(Struct, frozen=True):
    head: Head
    groups: tuple[MarkGroup, ...]
