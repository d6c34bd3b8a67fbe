"""Raised, lowered and small letters are glyphs of their own, and read as the letters they are."""

from __future__ import annotations

from io import BytesIO

import pypdf

from aula_reports import build
from aula_reports.model.pages import TextPage
from aula_reports.model.programme import Action
from aula_reports.typeset.pages import TextThing
from tests.booklet.test_from_python import _programme

TYPED = (
    "Le 1er lot et la 2e tranche. Mme Roux et le Dr Gris. Au XIXe siècle. Le CO2 et les PM10. "
    "Sur 4 km2, aux nos 8 et 9."
)
BODY_SIZE = 9.5
SCRIPTS = ("er", "e", "me", "r", "XIX", "10")


def test_letters_of_spans_are_the_font_s_own_and_read_as_letters() -> None:
    page = TextPage(id="page", title="Lettres", text=TYPED)
    programme = _programme(Action(number=1, title="Une")).model_copy(update={"free_pages": (page,)})
    book = build(programme)
    spans = [
        span
        for sheet in book.book.pages
        for thing in sheet.things
        if isinstance(thing, TextThing)
        for span in thing.spans
    ]
    for letters in SCRIPTS:
        scripts = [span for span in spans if span.text == letters]
        assert scripts, letters
        assert all(span.size == BODY_SIZE and not span.rise for span in scripts)
    read = pypdf.PdfReader(BytesIO(book.to_bytes(profile="web")))
    words = " ".join("\n".join(sheet.extract_text() for sheet in read.pages).split())
    for kept in ("1er lot", "2e tranche", "Mme Roux", "Dr Gris", "XIXe siècle", "CO2", "PM10"):
        assert kept in words, words
    assert "4 km²" in words
    assert "nos 8 et 9" in words
