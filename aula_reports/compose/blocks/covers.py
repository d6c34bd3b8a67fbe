"""Covers, and pictures over whole pages."""

from __future__ import annotations

from msgspec import Struct

from aula_reports.compose.inline import RichText
from aula_reports.model.outlines import Commune
from aula_reports.model.pages import Picture


class Wordmark(Struct, frozen=True):
    acronym: str
    lines: tuple[str, ...]


class Cover(Struct, frozen=True):
    wordmark: Wordmark
    year: str
    title_lines: tuple[RichText, ...]
    note_lines: tuple[RichText, ...]
    picture: Picture | None
    picture_origin: str = ""


class Plate(Struct, frozen=True):
    """A picture over a whole page, with a numeral in its landscape where it has one."""

    picture: Picture
    caption: RichText
    numeral: str = ""
    picture_origin: str = ""


class BackCover(Struct, frozen=True):
    """`communes` are drawn behind the words, which then stand low on the page."""

    wordmark: Wordmark
    address_lines: tuple[RichText, ...]
    contact_lines: tuple[RichText, ...]
    picture: Picture | None
    communes: tuple[Commune, ...] = ()
    picture_origin: str = ""
