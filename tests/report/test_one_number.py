"""A number is said once in the programme: changing it changes every place that shows it."""

from __future__ import annotations

import re

from aula_reports import build
from aula_reports.model.programme import Programme
from aula_reports.pipeline import Publication
from aula_reports.typeset.pages import TextThing


def _numbers(book: Publication) -> list[str]:
    """Every number of the book's pages, its groups joined."""
    found: list[str] = []
    for page in book.book.pages:
        for thing in page.things:
            if isinstance(thing, TextThing):
                joined = re.sub(r"(?<=\d)[\u00a0\u202f](?=\d{3})", "", thing.text)
                found += re.findall(r"\d+", joined)
    return found


def _with_days(programme: Programme, sheet_days: float, axis_days: float) -> Programme:
    """Give sheet 1.2 and axis 1 other days."""
    first, *others = programme.axes
    sheets = list(first.sheets)
    sheets[1] = sheets[1].model_copy(update={"days": sheet_days})
    axis = first.model_copy(update={"sheets": tuple(sheets), "days": axis_days})
    changed = programme.model_copy(update={"axes": (axis, *others)})
    assert programme.origin
    return changed.from_origin(programme.origin)


def test_days_change_wherever_they_are_shown(programme: Programme, report: Publication) -> None:
    before = _numbers(report)
    after = _numbers(build(_with_days(programme, 787.0, 2053.0)))
    for old, new, least in (("686", "787", 4), ("1952", "2053", 20)):
        assert before.count(old) >= least
        assert old not in after
        assert after.count(new) == before.count(old) + before.count(new)


def test_the_share_of_axes_follows_their_days(programme: Programme) -> None:
    shown = _numbers(build(_with_days(programme, 686.0, 100.0)))
    # 100 + 615 of 100 + 615 + 636 + 445 + 215 days.
    assert "36" in shown
