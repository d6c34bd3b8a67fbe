"""A report as a table for people, and as plain values for programs."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable, Iterator, Sequence

from aula_reports.diagnostics import Severity
from aula_reports.prove.preflight import Report
from aula_reports.prove.rules import Fault, decimal

_WIDTH = 100


def table_of(reports: Sequence[Report]) -> str:
    """Write reports for the eye: a head a file, then a fault a paragraph, the gravest first."""
    return "\n\n".join("\n".join(_lines(report)) for report in reports)


def _lines(report: Report) -> Iterator[str]:
    pages = f"{report.pages} page{'s' * (report.pages > 1)}"
    families = " · ".join(report.families) or "non contrôlé"
    yield f"{report.path} : {pages} ; {families}"
    for fault in in_order(report.faults):
        yield from _paragraph(fault)
    yield f"  {_count(report.faults)}"


def in_order(faults: Iterable[Fault]) -> list[Fault]:
    """Sort by weight, then by code, then by page."""
    weights = list(Severity)
    return sorted(faults, key=lambda fault: (weights.index(fault.severity), fault.code))


def _paragraph(fault: Fault) -> Iterator[str]:
    place = f" [{_place(fault)}]" if _place(fault) else ""
    head = f"  {fault.severity.value:<13} {fault.code:<10} {fault.message}{place}"
    yield from textwrap.wrap(head, _WIDTH, subsequent_indent=" " * 27, break_long_words=False)
    remedy = " " * 27 + f"→ {fault.remedy}"
    yield from textwrap.wrap(remedy, _WIDTH, subsequent_indent=" " * 29, break_long_words=False)


def _place(fault: Fault) -> str:
    parts = []
    if fault.page:
        parts.append(f"page {fault.page}")
    if fault.box:
        left, bottom, width, height = map(decimal, fault.box)
        parts.append(f"{width} × {height} mm, à {left} ; {bottom} mm")
    if fault.number:
        parts.append(f"objet {fault.number}")
    return ", ".join(parts)


def _count(faults: Sequence[Fault]) -> str:
    counts = {weight: sum(f.severity is weight for f in faults) for weight in Severity}
    told = [f"{count} {weight}{'s' * (count > 1)}" for weight, count in counts.items() if count]
    return ", ".join(told) or "aucun constat"


def json_of(reports: Sequence[Report]) -> str:
    """Write reports for programs."""
    return json.dumps([_values(report) for report in reports], ensure_ascii=False, indent=2)


def _values(report: Report) -> dict[str, object]:
    return {
        "fichier": str(report.path),
        "pages": report.pages,
        "familles": list(report.families),
        "constats": [_fault_values(fault) for fault in in_order(report.faults)],
    }


def _fault_values(fault: Fault) -> dict[str, object]:
    return {
        "code": fault.code,
        "gravite": fault.severity.value,
        "page": fault.page or None,
        "boite_mm": list(fault.box) if fault.box else None,
        "objet": fault.number or None,
        "message": fault.message,
        "remede": fault.remedy,
        "source": fault.source,
    }
