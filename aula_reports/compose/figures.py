"""What the pages count for themselves: figures are computed, never stored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from aula_reports.model.programme import Action, ActionGroup, MissionType, Programme, Section


def action_count(programme: Programme) -> int:
    return sum(1 for _ in programme.actions)


def new_count(section: Section) -> int:
    """Count the starred actions of a section; a star on a group is not one of them."""
    return sum(action.is_new for action in section.actions)


def starred_groups(programme: Programme) -> int:
    entries = (entry for axis in programme.axes for part in axis.sections for entry in part.entries)
    return sum(isinstance(entry, ActionGroup) and entry.is_new for entry in entries)


def count_by_type(actions: Iterable[Action]) -> Counter[MissionType | None]:
    return Counter(action.mission_type for action in actions)
