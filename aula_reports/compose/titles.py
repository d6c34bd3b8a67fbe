"""The names of each book, as the programme gives them or, where it is silent, as they are usual.

A programme may name one of its two books only; the other one can still be made, under its usual
title and with the same year.
"""

from __future__ import annotations

from aula_reports.model.pages import DocumentTitles
from aula_reports.model.programme import Programme

_BOOKLET = ("Programme", "partenarial", "d’activités")
_REPORT = ("Rapport", "d’activité")


def booklet_titles(programme: Programme) -> DocumentTitles:
    """Give the names of the PPA booklet."""
    return programme.document or _usual(programme.report, _BOOKLET, "PPA")


def report_titles(programme: Programme) -> DocumentTitles:
    """Give the names of the activity report."""
    return programme.report or _usual(programme.document, _REPORT, "Rapport")


def _usual(
    other: DocumentTitles | None, title_lines: tuple[str, ...], short: str
) -> DocumentTitles:
    assert other is not None, "a programme names one of its books"
    whole = " ".join(title_lines)
    return DocumentTitles(
        title_lines=title_lines,
        running_title=f"{whole} {other.edition}",
        short_title=f"{short} {other.edition}",
        edition=other.edition,
        cover_picture=other.cover_picture,
        back_picture=other.back_picture,
    )
