"""A reading as a table for people, and as plain values for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from aula_reports.gauge.faults import NAMES, Fault
from aula_reports.gauge.measures import MEASURES, Measure
from aula_reports.gauge.readings import BookReading, Reading

_WORST = 10
_WIDTH = 7


def table_of(reading: BookReading) -> str:
    """Write a reading for the eye: the sum, what each page holds, the ten worst places."""
    return "\n".join((*_sum(reading.whole), "", *_pages(reading), *_worst(reading)))


def _sum(whole: Reading) -> Iterator[str]:
    yield f"{whole.lines} lignes de texte, dont {whole.justified_lines} justifiées"
    for measure in MEASURES:
        figure = measure.figure(measure.of(whole))
        yield f"  {measure.name:<16}{measure.label:<42}{measure.head:>7}{figure:>9}"


def _pages(reading: BookReading) -> Iterator[str]:
    """Write a row a page that holds something to tell; what no page holds has no column."""
    shown = [measure for measure in MEASURES if measure.of(reading.whole)]
    yield _row("page", ("lignes", *(measure.head for measure in shown)))
    for page in reading.pages:
        if page.justified_lines or page.counts:
            yield _row(str(page.page), _figures(page, shown))
    yield _row("livre", _figures(reading.whole, shown))


def _figures(reading: Reading, shown: Iterable[Measure]) -> Iterator[str]:
    """Write the numbers of a row; what is not there leaves a dot, so that faults stand out."""
    yield str(reading.lines)
    for measure in shown:
        value = measure.of(reading)
        yield measure.figure(value) if value else "·"


def _row(head: str, cells: Iterable[str]) -> str:
    return f"{head:<5}" + "".join(f"{cell:>{_WIDTH}}" for cell in cells)


def _worst(reading: BookReading) -> Iterator[str]:
    worst = reading.worst(_WORST)
    if worst:
        yield ""
        yield "Les pires endroits" if len(worst) > 1 else "Le pire endroit"
        yield from map(_line, worst)


def _line(fault: Fault) -> str:
    return f"  page {fault.page:>3}  {NAMES[fault.kind]:<27}« {fault.words} »"


def json_of(reading: BookReading) -> str:
    """Write a reading for programs."""
    return json.dumps(values_of(reading), ensure_ascii=False, indent=2)


def values_of(reading: BookReading) -> dict[str, object]:
    """Give a reading as plain values, under the names of the limits."""
    return {
        "livre": _values(reading.whole),
        "pages": [{"page": page.page, **_values(page)} for page in reading.pages],
        "endroits": [_place(fault) for fault in reading.faults if fault.weight],
    }


def _values(reading: Reading) -> dict[str, float | None]:
    named = {measure.name: _rounded(measure.of(reading)) for measure in MEASURES}
    return {"lignes": reading.lines, "justifiees": reading.justified_lines, **named}


def _rounded(value: float | None) -> float | None:
    return value if value is None or isinstance(value, int) else round(value, 4)


def _place(fault: Fault) -> dict[str, object]:
    return {
        "page": fault.page,
        "mesure": fault.kind.value,
        "etendue": round(fault.extent, 3),
        "poids": round(fault.weight, 3),
        "mots": fault.words,
    }
