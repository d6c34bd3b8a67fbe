"""The editorial of the activity report."""

from __future__ import annotations

from aula_reports.compose.blocks import Editorial, Head
from aula_reports.compose.figures import share
from aula_reports.compose.markdown import prose
from aula_reports.compose.wording import initials, percent, rich, title
from aula_reports.model.days import days_of_axes
from aula_reports.model.outlines import Commune
from aula_reports.model.programme import Programme
from aula_reports.model.report import Editorial as EditorialModel


def editorial(
    entry: EditorialModel, programme: Programme, communes: tuple[Commune, ...]
) -> Editorial:
    """Compose the editorial; the portrait is the first member's of the Bureau, by initials."""
    letters = _initials(programme)
    return Editorial(
        head=Head((), title(entry.title), "editorial"),
        sentence=title(entry.sentence),
        share=_share(entry, programme),
        share_caption=rich(entry.share_caption),
        initials=letters,
        portrait_alt=f"À la place du portrait, les initiales {letters}",
        portrait_caption=rich(entry.portrait_caption),
        standfirst=rich(entry.standfirst),
        prose=prose(entry.text),
        signature=tuple(map(rich, entry.signature_lines)),
        communes=communes,
    )


def _share(entry: EditorialModel, programme: Programme) -> str:
    """Say which part of the days of all axes some of them take; nothing where there are none."""
    whole = days_of_axes(programme.axes)
    if not entry.share_axes or not whole:
        return ""
    named = [axis for axis in programme.axes if axis.number in entry.share_axes]
    return percent(round(share(days_of_axes(named), whole) * 100))


def _initials(programme: Programme) -> str:
    bodies = programme.governing_bodies
    first = bodies.bureau[0].person if bodies and bodies.bureau else None
    return initials(first) if first else ""
