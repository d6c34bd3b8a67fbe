"""The editorial of the activity report: a dark page of few words, and the text that faces it."""

from __future__ import annotations

from msgspec import Struct

from aula_reports.compose.blocks.text import Head, Prose
from aula_reports.compose.inline import RichText
from aula_reports.model.outlines import Commune


class Editorial(Struct, frozen=True):
    """`share` is a figure with its sign, computed from the days; `initials` stand for a portrait.

    `communes` are drawn behind the dark page, darker still; the first signature line is the
    name, or what stands in its place.
    """

    head: Head
    sentence: RichText
    share: str
    share_caption: RichText
    initials: str
    portrait_alt: str
    portrait_caption: RichText
    standfirst: RichText
    prose: Prose
    signature: tuple[RichText, ...]
    communes: tuple[Commune, ...] = ()
