"""What the pages count for themselves: figures are computed, never stored."""

from __future__ import annotations

from aula_reports.model.programme import Programme, Section


def action_count(programme: Programme) -> int:
    return sum(1 for _ in programme.actions)


def new_count(section: Section) -> int:
    """Count the starred actions of a section; a star on a group is not one of them."""
    return sum(action.is_new for action in section.actions)


def share(part: float, whole: float) -> float:
    """A part of a whole, from 0 to 1; nothing of nothing is nothing."""
    return part / whole if whole else 0.0
