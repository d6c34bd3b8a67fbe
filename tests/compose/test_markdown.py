"""Markdown loses no word: what a page cannot show as such is shown as text."""

from __future__ import annotations

import pytest

from aula_reports.compose.blocks import ItemList, Paragraph, Prose
from aula_reports.compose.inline import Words, plain
from aula_reports.compose.markdown import prose

Said = list["str | Said"]


def _said(text: str) -> Said:
    return _of(prose(text))


def _of(read: Prose) -> Said:
    """Tell a list as a list; what an item holds follows its text in a list of its own."""
    said: Said = []
    for part in read:
        if isinstance(part, Paragraph):
            said.append(plain(part.text))
            continue
        items: Said = []
        for number, item in enumerate(part.items):
            items.append(plain(item))
            items += [_of(part.within(number))] if part.within(number) else []
        said.append(items)
    return said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Un.\n\nDeux.", ["Un.", "Deux."]),
        ("Une\nligne.", ["Une ligne."]),
        ("- un\n- deux", [["un", "deux"]]),
        ("- un\n  - imbriqué\n- deux", [["un", [["imbriqué"]], "deux"]]),
        ("1. un\n   - a\n     1. b\n2. deux", [["un", [["a", [["b"]]]], "deux"]]),
        ("- un\n  - a\n\n  puis\n- deux", [["un", [["a"], "puis"], "deux"]]),
        ("- un\n  - a\n  1. b", [["un", [["a"], ["b"]]]]),
        (
            "- 1\n  - 2\n    - 3\n      - 4\n        - 5\n      - 6",
            [["1", [["2", [["3", [["4", "5", "6"]]]]]]]],
        ),
        ("- un\n\n  encore\n- deux", [["un encore", "deux"]]),
        ("> Une citation.", ["Une citation."]),
        ("# Un titre\n\nTexte.", ["Un titre", "Texte."]),
        ("Une ![carte](c.png) ici.", ["Une carte ici."]),
    ],
)
def test_every_word_is_kept_once(text: str, said: Said) -> None:
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


def test_only_outer_lists_have_terms() -> None:
    (found,) = prose("- **un**\n  - **PMA** pôle\n- deux")
    assert isinstance(found, ItemList)
    (inner,) = found.within(0)
    assert isinstance(inner, ItemList)
    assert not inner.terms
    assert plain(inner.items[0]) == "PMA pôle"
