"""The contents."""

from __future__ import annotations

from msgspec import Struct

from aula_reports.compose.blocks.text import Head
from aula_reports.compose.inline import RichText


class ContentsEntry(Struct, frozen=True):
    """A line of the contents; its page is known by `anchor` once the book is paginated."""

    title: RichText
    anchor: str
    numeral: str = ""
    children: tuple[ContentsEntry, ...] = ()


class Contents(Struct, frozen=True):
    head: Head
    entries: tuple[ContentsEntry, ...]
