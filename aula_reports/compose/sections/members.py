"""The members of the agency as text marks, by college."""

from __future__ import annotations

from collections.abc import Iterator

from aula_reports.compose.blocks import Head, MarkGroup, Members, TextMark
from aula_reports.compose.wording import label, rich, title
from aula_reports.model.programme import Programme
from aula_reports.model.report import MemberGroup
from aula_reports.model.report import Members as MembersModel


def members(entry: MembersModel, programme: Programme) -> Members | None:
    """Compose the members' pages from the colleges of the assembly; None where none sits."""
    groups = tuple(
        MarkGroup(rich(group.title), marks)
        for group in entry.groups
        if (marks := tuple(_marks(group, programme)))
    )
    return Members(Head((), title(entry.title), "membres"), groups) if groups else None


def _marks(group: MemberGroup, programme: Programme) -> Iterator[TextMark]:
    bodies = programme.governing_bodies
    for college in bodies.assembly.colleges if bodies else ():
        if college.kind not in group.colleges:
            continue
        for delegation in college.delegations:
            organisation = programme.organisation(delegation.organisation)
            detail = organisation.expansion
            if delegation.note:
                detail = f"{detail} ({delegation.note})" if detail else delegation.note
            yield TextMark(label(organisation.label), rich(detail))
