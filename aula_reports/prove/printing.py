"""The table of the print rules; their figures are the printer profile's."""

from __future__ import annotations

from aula_reports.prove.print_marks import MARK_RULES
from aula_reports.prove.print_sheets import SHEET_RULES
from aula_reports.prove.rules import Rule

PRINT_RULES: tuple[Rule, ...] = tuple(
    sorted((*MARK_RULES, *SHEET_RULES), key=lambda rule: rule.code)
)
