"""The table of the rules of PDF/UA-1."""

from __future__ import annotations

from aula_reports.prove.access_annotations import ANNOTATION_RULES
from aula_reports.prove.access_content import CONTENT_RULES
from aula_reports.prove.access_document import DOCUMENT_RULES
from aula_reports.prove.access_tables import TABLE_RULES
from aula_reports.prove.access_tree import TREE_RULES
from aula_reports.prove.rules import Rule

ACCESS_RULES: tuple[Rule, ...] = tuple(
    sorted(
        (*DOCUMENT_RULES, *CONTENT_RULES, *TREE_RULES, *TABLE_RULES, *ANNOTATION_RULES),
        key=lambda rule: rule.code,
    )
)
