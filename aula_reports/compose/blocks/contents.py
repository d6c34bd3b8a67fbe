"""The contents."""

from __future__ import annotations

from dataclasses import dataclass

from aula_reports.compose.blocks.text import Head
from aula_reports.compose.inline import RichText


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of the contents; its page is known by `anchor` once the book is paginated."""

    title: RichText
    anchor: str
    numeral: str = ""
    children: tuple[ContentsEntry, ...] = ()
    is_child: bool = False


@dataclass(frozen=True, slots=True)
class Contents:
    head: Head
    entries: tuple[ContentsEntry, ...]
