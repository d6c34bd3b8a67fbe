"""Markdown loses no word: what a page cannot show as such is shown as text."""

from __future__ import annotations

import pytest

from aula_reports.compose.blocks import ItemList, Paragraph
from aula_reports.compose.inline import Words, plain
from aula_reports.compose.markdown import prose


def _said(text: str) -> list[str | list[str]]:
    return [
        plain(part.text) if isinstance(part, Paragraph) else [plain(item) for item in part.items]
        for part in prose(text)
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Un.\n\nDeux.", ["Un.", "Deux."]),
        ("Une\nligne.", ["Une ligne."]),
        ("- un\n- deux", [["un", "deux"]]),
        ("- un\n  - imbriqué\n- deux", [["un", "imbriqué", "deux"]]),
        ("- un\n\n  encore\n- deux", [["un encore", "deux"]]),
        ("> Une citation.", ["Une citation."]),
        ("# Un titre\n\nTexte.", ["Un titre", "Texte."]),
        ("Une ![carte](c.png) ici.", ["Une carte ici."]),
    ],
)
def test_every_word_is_kept_once(text: str, said: list[str | list[str]]) -> None:
    assert _said(text) == said


def test_emphasis_and_links_keep_their_look() -> None:
    (paragraph,) = prose("Un *mot*, un **autre**, un [lien](https://exemple.org).")
    assert isinstance(paragraph, Paragraph)
    words = [part for part in paragraph.text if isinstance(part, Words)]
    assert [part.text for part in words if part.italic] == ["mot"]
    assert [part.text for part in words if part.bold] == ["autre"]
    assert [(part.text, part.href) for part in words if part.href] == [
        ("lien", "https://exemple.org")
    ]


def test_items_that_open_in_bold_are_terms() -> None:
    (found,) = prose("- **PMA** pôle métropolitain\n- **EPF** établissement foncier")
    assert isinstance(found, ItemList)
    assert [plain(term) for term in found.terms] == ["PMA", "EPF"]
    assert [plain(item) for item in found.items] == ["pôle métropolitain", "établissement foncier"]
