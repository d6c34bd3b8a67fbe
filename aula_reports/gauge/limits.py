"""Limits that a setting must keep, and what is said where it does not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import isfinite

from msgspec import Struct

from aula_reports.gauge.measures import BY_NAME, Measure
from aula_reports.gauge.readings import BookReading

_SHOWN = 3


class Limit(Struct, frozen=True):
    """The most that a measure may come to in a whole book."""

    measure: Measure
    most: float


def parse_limit(words: str) -> Limit:
    """Read « veuves=0 »; raises ValueError, in French, for a name or number that is none."""
    name, sign, number = words.partition("=")
    measure = BY_NAME.get(name.strip())
    if measure is None:
        raise ValueError(f"« {name} » est inconnu, choisir parmi {', '.join(BY_NAME)}")
    try:
        most = float(number.strip().replace(",", "."))
    except ValueError:
        most = -1.0
    if not sign or not isfinite(most) or most < 0.0:
        raise ValueError(f"« {words} » ne donne pas de nombre, écrire par exemple {name}=0")
    return Limit(measure, most)


def broken_limits(reading: BookReading, limits: Sequence[Limit]) -> Iterator[str]:
    """Say for each limit that a book does not keep by how much, and where."""
    for limit in limits:
        measure = limit.measure
        value = measure.of(reading.whole)
        if value is not None and value > limit.most:
            most = f"{limit.most:g}".replace(".", ",")
            places = "\u202f; ".join(_places(reading, limit))
            told = f"{measure.figure(value)}, au plus {most}"
            yield f"seuil « {measure.name} » dépassé : {told} — {places}"


def _places(reading: BookReading, limit: Limit) -> Iterator[str]:
    """Name the worst places of what was counted, or the page where a measure is greatest."""
    measure = limit.measure
    faults = [fault for fault in reading.faults if measure.counts(fault)]
    yield from (f"page {fault.page} « {fault.words} »" for fault in faults[:_SHOWN])
    if len(faults) > _SHOWN:
        yield f"et {len(faults) - _SHOWN} de plus"
    if not faults:
        worst = max(reading.pages, key=lambda page: measure.of(page) or 0.0)
        yield f"page {worst.page} : {measure.figure(measure.of(worst))}"
