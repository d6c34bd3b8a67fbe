"""Days as the sheets, axes and other posts of a programme give them: counted, never stored.

Pages print these figures and the checker compares them with the announced ones, so both count here.
Sums are rounded to a hundredth of a day, since those of decimals are not exact.
"""

from __future__ import annotations

from collections.abc import Iterable

from aula_reports.model.programme import Axis, Programme
from aula_reports.model.sheets import ActionSheet

_DIGITS = 2


def total(days: Iterable[float | None]) -> float:
    """Add up days; what is not told counts for none."""
    return round(sum(number or 0 for number in days), _DIGITS)


def days_of(sheets: Iterable[ActionSheet]) -> float:
    """Add up the days of sheets; a time shared by two is printed by both and given by one."""
    return total(sheet.days for sheet in sheets)


def axis_days(axis: Axis) -> float:
    """Days of an axis: as announced, or else those of its sheets."""
    return axis.days if axis.days is not None else days_of(axis.sheets)


def days_of_axes(axes: Iterable[Axis]) -> float:
    return total(map(axis_days, axes))


def year_days(programme: Programme) -> float:
    """Add up the days of all axes and of the posts that no axis counts."""
    posts = programme.day_shares.posts if programme.day_shares else ()
    return total((days_of_axes(programme.axes), *(post.days for post in posts)))


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
