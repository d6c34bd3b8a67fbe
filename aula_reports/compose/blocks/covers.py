"""Covers, and pictures over whole pages."""

from __future__ import annotations

from dataclasses import dataclass

from aula_reports.compose.inline import RichText
from aula_reports.model.programme import Picture


@dataclass(frozen=True, slots=True)
class Wordmark:
    acronym: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cover:
    wordmark: Wordmark
    year: str
    title_lines: tuple[RichText, ...]
    note_lines: tuple[RichText, ...]
    picture: Picture | None


@dataclass(frozen=True, slots=True)
class Plate:
    """A picture over a whole page, with a numeral in its landscape where it has one."""

    picture: Picture
    caption: RichText
    numeral: str = ""


@dataclass(frozen=True, slots=True)
class BackCover:
    wordmark: Wordmark
    address_lines: tuple[RichText, ...]
    contact_lines: tuple[RichText, ...]
    picture: Picture | None
