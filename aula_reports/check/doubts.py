"""What rules of the checker share: how a doubt is put, and how the programme is walked by path.

A rule takes a programme and yields faults with the path of the field they question. It has no
idea of files: `consistency` finds the places.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from aula_reports.diagnostics import Severity
from aula_reports.model.programme import Action, ActionGroup, Programme, Section
from aula_reports.read.places import Fault, FieldPath

Rule = Callable[[Programme], Iterable[Fault]]


def doubt(code: str, message: str, path: FieldPath, remedy: str) -> Fault:
    """Say that the programme contradicts itself."""
    return Fault(code, message, path, remedy, Severity.WARNING)


def remark(code: str, message: str, path: FieldPath, remedy: str) -> Fault:
    """Say something that may well be meant."""
    return Fault(code, message, path, remedy, Severity.NOTE)


def figure(number: float) -> str:
    """Write a number the French way: narrow spaces, decimal comma."""
    return f"{number:,.15g}".replace(",", "\u202f").replace(".", ",")


def numbers_listed(numbers: Iterable[int], most: int = 12) -> str:
    """List numbers in order, without end when they are many."""
    shown = sorted(numbers)
    tail = "…" if len(shown) > most else ""
    return ", ".join(map(str, shown[:most])) + tail


def actions_by_path(programme: Programme) -> Iterator[tuple[FieldPath, Action]]:
    for path, section in sections_by_path(programme):
        for rank, entry in enumerate(section.entries):
            inner = (*path, "actions", rank)
            if isinstance(entry, ActionGroup):
                yield from (
                    ((*inner, "actions", position), action)
                    for position, action in enumerate(entry.actions)
                )
            else:
                yield inner, entry


def sections_by_path(programme: Programme) -> Iterator[tuple[FieldPath, Section]]:
    for axis_rank, axis in enumerate(programme.axes):
        for section_rank, section in enumerate(axis.sections):
            yield ("axes", axis_rank, "sections", section_rank), section


def starred_groups(programme: Programme) -> tuple[ActionGroup, ...]:
    """Return the groups that carry a star of their own."""
    return tuple(
        entry
        for _, section in sections_by_path(programme)
        for entry in section.entries
        if isinstance(entry, ActionGroup) and entry.is_new
    )
