"""Pages of running text: preamble, free pages, imprint."""

from __future__ import annotations

from aula_reports.compose.blocks import (
    AxisSummary,
    Colophon,
    Head,
    Milestone,
    TextPage,
    Timeline,
)
from aula_reports.compose.inline import RichText
from aula_reports.compose.markdown import prose
from aula_reports.compose.wording import NO_BREAK, caption, full_date, label, rich, title
from aula_reports.french.case import initial_capital
from aula_reports.french.numbers import number_words
from aula_reports.model.pages import Imprint, Picture
from aula_reports.model.pages import TextPage as TextPageModel
from aula_reports.model.programme import Axis, Programme


def preamble(page: TextPageModel, programme: Programme) -> TextPage:
    """Compose the preamble: its text, the votes beside it, the axes at its foot."""
    return TextPage(
        head=Head(rich(page.overline or "Préambule"), title(page.title), "preambule"),
        standfirst=rich(page.standfirst),
        prose=prose(page.text),
        timeline=approvals(programme),
        axes=tuple(map(axis_summary, programme.axes)),
    )


def free_page(page: TextPageModel, anchor: str) -> TextPage:
    head = Head(rich(page.overline), title(page.title), anchor)
    return TextPage(head, rich(page.standfirst), prose(page.text))


def imprint(entry: Imprint, picture: Picture | None) -> Colophon:
    head = Head(rich("Ours"), title(entry.title or "À propos de ce livret"), "ours")
    words = caption(picture) if picture else ()
    return Colophon(head, prose(entry.text), picture, words)


def approvals(programme: Programme) -> Timeline | None:
    votes = programme.approvals
    if not votes:
        return None
    number = initial_capital(number_words(len(votes), feminine=True))
    heading = f"{number} validation{'s' if len(votes) > 1 else ''}"
    return Timeline(
        rich(heading), tuple(Milestone(full_date(vote.date), rich(vote.body)) for vote in votes)
    )


def axis_summary(axis: Axis) -> AxisSummary:
    return AxisSummary(str(axis.number), label(axis.title), action_range(axis))


def action_range(axis: Axis) -> RichText:
    """Say which actions an axis holds: « actions 1 à 37 »."""
    numbers = [action.number for action in axis.actions]
    if not numbers:
        return ()
    if len(numbers) == 1:
        return rich(f"action{NO_BREAK}{numbers[0]}")
    return rich(f"actions {min(numbers)} à {max(numbers)}")
