"""The rules of French text on plain strings; it knows nothing of pages, programmes or files."""

from aula_reports.french.compose import RULE_NUMBERS, compose_runs, compose_text
from aula_reports.french.profiles import IN, PROFILES, Profile, profile_of
from aula_reports.french.spans import Script, Span, find_spans, with_marks

__all__ = [
    "IN",
    "PROFILES",
    "RULE_NUMBERS",
    "Profile",
    "Script",
    "Span",
    "compose_runs",
    "compose_text",
    "find_spans",
    "profile_of",
    "with_marks",
]
