"""What the chart of times says in words: its figures, and the text that stands for it."""

from __future__ import annotations

from collections.abc import Sequence

from aula_reports.compose.blocks.time_chart import TimeBar
from aula_reports.compose.inline import plain
from aula_reports.compose.wording import count, counted_days, days
from aula_reports.model.days import total

NO_TIME = "temps non communiqué"


def days_or_none(number: float | None) -> str:
    """Write a number of days without its unit, or say that there is none."""
    return NO_TIME if number is None else days(number)


def chart_alt(bars: Sequence[TimeBar], part: int = 1, parts: int = 1) -> str:
    """Tell what a chart shows: how many actions, how many days, the most and the least.

    A chart that goes on over pages tells of each part in turn, `part` counted from 1.
    """
    name = "Graphique en barres"
    if parts > 1:
        name += f", partie {part} sur {parts}"
    timed = sorted((bar for bar in bars if bar.days is not None), key=_days, reverse=True)
    told = [f"{name} : jours par action, {_entries(len(bars))}"]
    if timed:
        told.append(f"{counted_days(total(map(_days, timed)))} en tout")
        told.append(f"le plus long temps : {_entry(timed[0])}")
    if len(timed) > 1:
        told.append(f"le plus court : {_entry(timed[-1])}")
    missing = len(bars) - len(timed)
    if missing:
        told.append(f"{NO_TIME} pour {_entries(missing)}")
    return " ; ".join(told) + "."


def _days(bar: TimeBar) -> float:
    return bar.days or 0.0


def _entries(number: int) -> str:
    return count(number, "entrée", "entrées")


def _entry(bar: TimeBar) -> str:
    return f"{' / '.join(plain(line) for line in bar.lines)}, {counted_days(_days(bar))}"
