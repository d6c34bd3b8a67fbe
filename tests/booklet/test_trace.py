"""The drawing of a small booklet, verb by verb, against the one that was looked at and approved.

When a page is meant to change: look at it, then `AULA_RENEW=1 pytest tests/booklet/test_trace.py`
and read the difference that git shows.
"""

from __future__ import annotations

import os
from pathlib import Path

from aula_reports.draw.page import draw_book
from aula_reports.draw.surface import Recording
from aula_reports.pipeline import Publication

APPROVED = Path(__file__).parent / "approved" / "other_agency.txt"


def test_the_small_booklet_is_drawn_as_approved(other: Publication) -> None:
    recording = Recording()
    draw_book(other.book, recording)
    if os.environ.get("AULA_RENEW"):
        APPROVED.parent.mkdir(exist_ok=True)
        APPROVED.write_text(recording.trace, encoding="utf-8")
    assert recording.trace == APPROVED.read_text(encoding="utf-8")
