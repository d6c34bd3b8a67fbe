"""A report as a table for people, and as plain values for programs."""

from __future__ import annotations

import itertools
import json
import textwrap
from collections.abc import Iterable, Iterator, Sequence

from aula_reports.diagnostics import Severity
from aula_reports.prove.preflight import Report
from aula_reports.prove.rules import Fault, decimal

_WIDTH = 100
_INDENT = " " * 27


def table_of(reports: Sequence[Report]) -> str:
    """Write reports for the eye: a head for each file, then its faults, the gravest first."""
    return "\n\n".join("\n".join(_lines(report)) for report in reports)


def _lines(report: Report) -> Iterator[str]:
    pages = f"{report.pages} page{'s' * (report.pages > 1)}"
    families = " · ".join(report.families) or "non contrôlé"
    yield f"{report.path} : {pages} ; {families}"
    yield from _paragraphs(in_order(report.faults))
    yield f"  {_count(report.faults)}"


def in_order(faults: Iterable[Fault]) -> list[Fault]:
    """Sort by weight, then by code, then by page."""
    weights = list(Severity)
    return sorted(faults, key=lambda fault: (weights.index(fault.severity), fault.code))


def _paragraphs(faults: Sequence[Fault]) -> Iterator[str]:
    """Write a paragraph for all that is said alike, and the remedy once for each rule."""
    for code, alike in itertools.groupby(faults, key=lambda fault: fault.code):
        said: dict[str, list[Fault]] = {}
        remedy = ""
        for fault in alike:
            said.setdefault(fault.message, []).append(fault)
            remedy = fault.remedy
        for message, group in said.items():
            head = f"  {group[0].severity.value:<13} {code:<10} {message}{_places(group)}"
            yield from _wrapped(head, _INDENT)
        yield from _wrapped(f"{_INDENT}→ {remedy}", f"{_INDENT}  ")


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, subsequent_indent=indent, break_long_words=False)


def _places(group: Sequence[Fault]) -> str:
    """Tell the one place of a fault, or the pages of several."""
    if len(group) == 1:
        return f" [{_place(group[0])}]" if _place(group[0]) else ""
    pages = sorted({fault.page for fault in group if fault.page})
    told = f" [{_pages(pages)}]" if pages else ""
    return f"{told} ({len(group)} fois)" if len(group) != len(pages) else told


def _pages(pages: Sequence[int]) -> str:
    """Enumerate pages, those that follow each other as a range."""
    ranges: list[list[int]] = []
    for page in pages:
        if ranges and page == ranges[-1][-1] + 1:
            ranges[-1].append(page)
        else:
            ranges.append([page])
    told = [f"{run[0]} à {run[-1]}" if len(run) > 1 else str(run[0]) for run in ranges]
    return f"page{'s' * (len(pages) > 1)} {', '.join(told)}"


def _place(fault: Fault) -> str:
    parts = []
    if fault.page:
        parts.append(f"page {fault.page}")
    if fault.box:
        left, bottom, width, height = map(decimal, fault.box)
        parts.append(f"{width} × {height} mm, à {left} ; {bottom} mm")
    if fault.number:
        parts.append(f"objet {fault.number}")
    if fault.place:
        parts.append(fault.place)
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
        "lieu": fault.place or None,
        "message": fault.message,
        "remede": fault.remedy,
        "source": fault.source,
    }
