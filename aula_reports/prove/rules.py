"""What a rule is, and what it finds: a small function, its code, its source, its remedy."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from aula_reports.diagnostics import Severity
from aula_reports.prove.boxes import Box
from aula_reports.prove.origins import field_of

if TYPE_CHECKING:
    from aula_reports.model.printer import PrinterProfile
    from aula_reports.prove.facts import PageReading
    from aula_reports.prove.source import FileReading

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE
# Of one rule's spots, those that are told one by one; the others are counted.
MOST_TOLD = 40


class Case(Struct, frozen=True):
    """What a rule looks at: a file, and the printer's figures."""

    file: FileReading
    printer: PrinterProfile


class Spot(Struct, frozen=True):
    """One thing found: what it is, in French, and where; `page` is the reading of one."""

    message: str
    page: PageReading | None = None
    box: Box | None = None
    number: int = 0
    page_number: int = 0


Find = Callable[[Case], Iterator[Spot]]


class Rule(Struct, frozen=True):
    """One rule; `remedy` says what to do, in French, and `source` where it is written."""

    code: str
    severity: Severity
    source: str
    remedy: str
    find: Find


class Fault(Struct, frozen=True):
    """What a rule found, ready to be told: the page from 1, the box in millimetres.

    The box is left, bottom, width and height from the lower left corner of the trim; `place` is
    the field of the programme, if the file tells it.
    """

    code: str
    severity: Severity
    message: str
    remedy: str
    source: str
    page: int = 0
    box: tuple[float, float, float, float] | None = None
    number: int = 0
    place: str = ""


def apply(rule: Rule, case: Case) -> Iterator[Fault]:
    """Find all that a rule finds; beyond some, only how many more there are."""
    told, more = 0, 0
    seen: set[Any] = set()
    for spot in rule.find(case):
        fault = _fault(rule, spot)
        if fault in seen:
            continue
        if told >= MOST_TOLD:
            more += 1
            continue
        seen.add(fault)
        told += 1
        yield replace(fault, place=field_of(case.file, spot.page, spot.box, spot.number))
    if more:
        message = f"et {more} de plus, de la même sorte"
        yield Fault(rule.code, rule.severity, message, rule.remedy, rule.source)


def _fault(rule: Rule, spot: Spot) -> Fault:
    page = spot.page.page if spot.page else spot.page_number
    box = spot.box.in_mm(spot.page.trim) if spot.page and spot.box else None
    return Fault(
        rule.code, rule.severity, spot.message, rule.remedy, rule.source, page, box, spot.number
    )


def decimal(number: float, places: int = 1) -> str:
    """Write a number as French does, without idle zeros."""
    told = f"{number:.{places}f}"
    return (told.rstrip("0").rstrip(".") if "." in told else told).replace(".", ",")
