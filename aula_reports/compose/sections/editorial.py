"""The editorial of the activity report."""

from __future__ import annotations

from aula_reports.compose.blocks import Editorial, Head
from aula_reports.compose.figures import axis_days, share
from aula_reports.compose.markdown import prose
from aula_reports.compose.wording import initials, percent, rich, title
from aula_reports.model.outlines import Commune
from aula_reports.model.programme import Programme
from aula_reports.model.report import Editorial as EditorialModel


def editorial(
    entry: EditorialModel, programme: Programme, communes: tuple[Commune, ...]
) -> Editorial:
    """Compose the editorial; the portrait is the first member's of the Bureau, by initials."""
    return Editorial(
        head=Head((), title(entry.title), "editorial"),
        sentence=title(entry.sentence),
        share=_share(entry, programme),
        share_caption=rich(entry.share_caption),
        initials=_initials(programme),
        portrait_caption=rich(entry.portrait_caption),
        standfirst=rich(entry.standfirst),
        prose=prose(entry.text),
        signature=tuple(map(rich, entry.signature_lines)),
        communes=communes,
    )


def _share(entry: EditorialModel, programme: Programme) -> str:
    """Say which part of the days of all axes some of them take."""
    if not entry.share_axes:
        return ""
    named = [axis for axis in programme.axes if axis.number in entry.share_axes]
    part = share(sum(map(axis_days, named)), sum(map(axis_days, programme.axes)))
    return percent(round(part * 100))


def _initials(programme: Programme) -> str:
    bodies = programme.governing_bodies
    first = bodies.bureau[0].person if bodies and bodies.bureau else None
    return initials(first) if first else ""
