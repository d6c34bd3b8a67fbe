"""What the pages count for themselves: figures are computed, never stored."""

from __future__ import annotations

from collections.abc import Iterable

from aula_reports.model.programme import Axis, Programme, Section
from aula_reports.model.sheets import ActionSheet


def action_count(programme: Programme) -> int:
    return sum(1 for _ in programme.actions)


def new_count(section: Section) -> int:
    """Count the starred actions of a section; a star on a group is not one of them."""
    return sum(action.is_new for action in section.actions)


def axis_days(axis: Axis) -> float:
    """Days of an axis: as announced, or else those of its sheets."""
    return axis.days if axis.days is not None else days_of(axis.sheets)


def days_of(sheets: Iterable[ActionSheet]) -> float:
    """Add up the days of sheets; a time shared by two is printed by both and given by one."""
    return sum(sheet.days or 0 for sheet in sheets)


def days_spent(sheet: ActionSheet, axis: Axis) -> float | None:
    """The time printed on a sheet: its own, or the one it shares; None where there is none."""
    if sheet.days is not None:
        return sheet.days
    other = shared_sheet(sheet, axis)
    return other.days if other else None


def shared_sheet(sheet: ActionSheet, axis: Axis) -> ActionSheet | None:
    """The sheet of the same axis with which a sheet shares its time."""
    rank = sheet.shared_with
    return axis.sheets[rank - 1] if rank and rank <= len(axis.sheets) else None


def share(part: float, whole: float) -> float:
    """A part of a whole, from 0 to 1; nothing of nothing is nothing."""
    return part / whole if whole else 0.0
