"""The rules of French text on plain strings; it knows nothing of pages, programmes or files."""

from aula_reports.french.compose import compose_runs, compose_text
from aula_reports.french.profiles import IN, Profile
from aula_reports.french.spans import find_spans

__all__ = ["IN", "Profile", "compose_runs", "compose_text", "find_spans"]
