"""Action sheets, and the page that opens them with the list of their titles."""

from __future__ import annotations

from msgspec import Struct

from aula_reports.compose.blocks.text import Head, Prose
from aula_reports.compose.inline import RichText
from aula_reports.model.pages import Picture


class ListedSheet(Struct, frozen=True):
    """A line of an axis' list; `missing` says it where it stands for no sheet."""

    numeral: str
    title: RichText
    anchor: str = ""
    missing: RichText = ()


class SheetIndex(Struct, frozen=True):
    """The opener of an axis: head, introduction in two columns, the list of titles."""

    head: Head
    axis: int
    prose: Prose
    list_title: RichText
    page_title: RichText
    titles: tuple[ListedSheet, ...]


class TimeSpent(Struct, frozen=True):
    """Days of a sheet and their share of the axis; `shared` tells who else they stand for."""

    figure: RichText
    unit: RichText
    share: float
    caption: RichText
    shared: RichText = ()


class QrCode(Struct, frozen=True):
    address: str
    caption: RichText
    alt: str


class Chapter(Struct, frozen=True):
    """A labelled part of a sheet's text (objectif, bilan)."""

    label: RichText
    prose: Prose


class Sheet(Struct, frozen=True):
    """One action as the report tells it; `no_time` stands where its time is not known."""

    number: str
    anchor: str
    title: RichText
    subtitle: tuple[RichText, ...]
    chapters: tuple[Chapter, ...]
    time_label: RichText
    time: TimeSpent | None
    no_time: RichText
    deliverables_label: RichText
    deliverables: tuple[RichText, ...]
    codes: tuple[QrCode, ...]
    quote: RichText = ()
    picture: Picture | None = None
    caption: RichText = ()
    origin: str = ""


class SheetPages(Struct, frozen=True):
    """The sheets of one axis, in order."""

    axis: int
    sheets: tuple[Sheet, ...]
