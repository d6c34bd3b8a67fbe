"""The contents: a list on a page, or bands over a spread."""

from __future__ import annotations

from msgspec import Struct

from aula_reports.compose.blocks.text import Head
from aula_reports.compose.inline import RichText
from aula_reports.model.pages import Picture


class ContentsEntry(Struct, frozen=True):
    """A line of the contents; its page is known by `anchor` once the book is paginated."""

    title: RichText
    anchor: str
    numeral: str = ""
    children: tuple[ContentsEntry, ...] = ()


class Contents(Struct, frozen=True):
    head: Head
    entries: tuple[ContentsEntry, ...]


class ContentsBand(Struct, frozen=True):
    """A part in the contents: `part` is its key, by which its first and last page are known.

    `axis` gives its hue (0: none); `label` stands before `detail`, in the hue.
    """

    numeral: str
    title: RichText
    anchor: str
    part: str
    label: RichText = ()
    figures: RichText = ()
    detail: RichText = ()
    children: tuple[ContentsEntry, ...] = ()
    axis: int = 0
    picture: Picture | None = None


class ContentsBands(Struct, frozen=True):
    """One band a part, equal in height, over as many pages as they take."""

    head: Head
    bands: tuple[ContentsBand, ...]
