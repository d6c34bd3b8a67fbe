"""The table of the rules of PDF/UA-1."""

from __future__ import annotations

from aula_reports.prove.rules import Rule

ACCESS_RULES: tuple[Rule, ...] = ()
