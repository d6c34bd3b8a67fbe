"""The table of the rules of PDF/X-4."""

from __future__ import annotations

from aula_reports.prove.rules import Rule
from aula_reports.prove.x4_content import CONTENT_RULES
from aula_reports.prove.x4_document import DOCUMENT_RULES

EXCHANGE_RULES: tuple[Rule, ...] = tuple(
    sorted((*DOCUMENT_RULES, *CONTENT_RULES), key=lambda rule: rule.code)
)
