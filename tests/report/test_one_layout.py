"""Three files of one layout: the same words in the same places, read by pdfium."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pypdfium2
import pytest

from aula_reports import build, load_programme
from aula_reports.geometry import mm
from aula_reports.pipeline import Publication
from aula_reports.write.colour import Profile

EXAMPLES = Path(__file__).parents[2] / "examples"
# pdfium rounds the boxes of turned letters otherwise when the page is larger.
HAIR = 0.05


@cache
def publication(book: str) -> Publication:
    return build(load_programme(EXAMPLES / book / "programme.yaml"))


@cache
def words(book: str, profile: Profile) -> list[tuple[str, list[tuple[float, ...]]]]:
    """Read the text of each page, and the boxes of its words from the trim's corner."""
    document = pypdfium2.PdfDocument(publication(book).to_bytes(profile=profile))
    found: list[tuple[str, list[tuple[float, ...]]]] = []
    for page in document:
        left, foot, *_ = page.get_trimbox()
        text = page.get_textpage()
        boxes = [text.get_rect(number) for number in range(text.count_rects())]
        moved = [
            tuple(edge - origin for edge, origin in zip(box, (left, foot) * 2, strict=True))
            for box in boxes
        ]
        found.append((text.get_text_range(), moved))
    return found


@pytest.mark.parametrize("book", ["ppa-2021", "rapport-2025"])
@pytest.mark.parametrize("profile", ["print", "archive"])
def test_words_stand_where_they_stand_on_the_website(book: str, profile: Profile) -> None:
    web, other = words(book, "web"), words(book, profile)
    assert [text for text, _ in other] == [text for text, _ in web]
    assert sum(len(boxes) for _, boxes in web) > 1000
    for (_, boxes), (_, others) in zip(web, other, strict=True):
        for box, same in zip(boxes, others, strict=True):
            assert box == pytest.approx(same, abs=HAIR)
    assert mm(1) > HAIR
