"""What is read without the parser is what the parser reads; what might not be is left to it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aula_reports.compose.markdown import parsed, prose
from aula_reports.compose.plain_markdown import read_plain

# Pieces that mean something to Markdown in one place or another, among words.
_PIECES = st.sampled_from(
    (
        *("mot", "É", "7", "12", ".", "!", "’", "«", "|"),
        *(" ", " ", "  ", "   ", "\n", "\n", "\n\n", "\n  ", "\u00a0", "\t"),
        *("- ", "\n- ", "\n1. ", "\n10. ", "1) ", "* ", "+ ", "# ", "> ", "---", "===", "~~~"),
        *("**", "**", "*", "***", "_", "`", "[", "](a)", "<b>", "&amp;", "\\"),
    )
)
_LIKELY = st.sampled_from(
    (
        *("mot", "un mot", " ", ".", " **gras** ", "**gras**", "* ", "-"),
        *("\n", "\n\n", "\n- un", "\n- ", "- ", "\n  suite", "\n    "),
        *("\n\n**Gras.** ", "\n1. un", "\n2. ", "\n   suite"),
    )
)


@given(st.lists(_PIECES, max_size=14).map("".join))
def test_any_text_is_read_as_the_parser_reads_it(text: str) -> None:
    assert prose(text) == parsed(text)


@given(st.lists(_LIKELY, max_size=14).map("".join))
def test_a_likely_text_is_read_as_the_parser_reads_it(text: str) -> None:
    assert prose(text) == parsed(text)


@pytest.mark.parametrize(
    "text",
    [
        "Un.\n\nDeux,\nsur deux lignes.",
        "**Textes.** Le préambule et **tout\nle reste** ensemble.",
        "Deux :\n\n- un,\n  encore ;\n- deux.\n\nFin.",
        "- **PMA** pôle métropolitain\n- **EPF** établissement foncier",
        "1. un\n2. deux",
    ],
)
def test_common_texts_need_no_parser(text: str) -> None:
    assert read_plain(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "- un\n  - imbriqué",
        "- un\n\n- deux",
        "- un\n\n1. deux",
        "- un\nsans retrait",
        "Un *mot*.",
        "Un mot**gras**.",
        "Un [lien](https://exemple.org).",
        "# Titre",
        "> Citation",
        "Titre\n===",
        "Titre\n---",
        "Ligne  \ncoupée",
        "R&amp;D",
        " en retrait",
    ],
)
def test_all_else_needs_it(text: str) -> None:
    assert read_plain(text) is None
