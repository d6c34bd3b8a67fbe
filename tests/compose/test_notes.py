"""Notes in running text: their numbers, and where their calls stand."""

from __future__ import annotations

import subprocess
import sys

import pytest

from aula_reports.compose.blocks import ItemList, Prose
from aula_reports.compose.inline import Note, Words, plain
from aula_reports.compose.markdown import parsed, prose
from aula_reports.compose.notes import last_number
from aula_reports.compose.sections.sheets import sheet_pages
from aula_reports.french.scripts import Script
from aula_reports.model.pages import DocumentTitles
from aula_reports.model.partners import Agency
from aula_reports.model.programme import Axis, Programme
from aula_reports.model.sheets import ActionSheet

TEXTS = "\n\n[^1]: Une.\n\n[^2]: Deux.\n\n[^*]: Étoile."


def calls(read: Prose) -> list[Words]:
    rich = [
        text
        for block in read
        for text in (block.items if isinstance(block, ItemList) else (block.text,))
    ]
    return [part for text in rich for part in text if isinstance(part, Words) and part.note]


def notes(read: Prose) -> list[Note]:
    return [call.note for call in calls(read) if call.note]


def first(read: Prose) -> str:
    block = read[0]
    assert not isinstance(block, ItemList)
    return plain(block.text)


def told(read: Prose) -> list[tuple[str, str]]:
    return [(note.sign, plain(note.text)) for note in notes(read)]


def test_notes_are_numbered_as_they_are_called_whatever_their_label() -> None:
    read = prose("Un[^2], deux[^*], trois[^1], encore[^2]." + TEXTS)
    assert told(read) == [("1", "Deux."), ("*", "Étoile."), ("2", "Une."), ("1", "Deux.")]
    assert len(read) == 1


def test_a_note_in_place_counts_with_the_others() -> None:
    read = prose("Un^[Ici, 12%.], deux[^1]." + TEXTS)
    assert told(read) == [("1", "Ici, 12\u00a0%."), ("2", "Une.")]


def test_calls_are_raised_figures_and_plain_stars() -> None:
    one, star = calls(prose("**Un[^1]** et *deux*[^*]." + TEXTS))
    assert (one.text, one.script, one.bold) == ("1", Script.SUPERIOR, False)
    assert (star.text, star.script, star.italic) == ("*", Script.NORMAL, False)


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ("Un mot[^1].", "Un mot1."),
        ("Un mot.[^1] Puis", "Un mot1. Puis"),
        ("Un mot [^1] : puis", "Un mot1\u00a0: puis"),
        ("Un mot ![^1]", "Un mot1\u202f!"),
        ("Un mot…[^1] puis", "Un mot1… puis"),
        ("Un **mot**.[^1][^2]", "Un mot1\u202f2."),
        ("« Un mot »[^1].", "«\u00a0Un mot\u00a0»1."),
        ("Rues, places, etc.[^1] Puis", "Rues, places,\u00a0etc.1 Puis"),
        ("En 2021[^1], puis", "En 2021\u202f1, puis"),
        ("Sur 1500 m2[^1] bâtis", "Sur 1500\u00a0m²\u202f1 bâtis"),
        ("L’*eau*[^1]? Oui", "L’eau1\u202f? Oui"),
    ],
)
def test_calls_stand_before_the_sign_that_closes(typed: str, set_: str) -> None:
    assert first(prose(typed + TEXTS)) == set_


def test_the_text_around_a_call_is_composed_as_without_it() -> None:
    with_call = first(prose('Il y a 12[^1]% de l\'eau "ici"[^*] ; 5 km[^*].' + TEXTS))
    assert with_call.replace("*", "").replace("\u202f1", "") == first(
        prose('Il y a 12% de l\'eau "ici" ; 5 km.')
    )


def test_a_call_without_a_text_stays_as_it_is_typed() -> None:
    assert first(prose("Un mot[^9].")) == "Un mot[^9]."


def test_calls_in_lists_and_links_in_notes() -> None:
    read = prose("- un[^1] ;\n- deux[^2].\n\n[^1]: Voir [là](https://a.fr).\n[^2]: Deux.")
    one, _ = notes(read)
    assert [part.href for part in one.text if isinstance(part, Words)] == ["", "https://a.fr", ""]
    assert [note.sign for note in notes(read)] == ["1", "2"]


NOTED = [
    "Un[^2], deux[^*], trois[^1]^[Ici, **gras**.], encore[^2]." + TEXTS,
    "Un :\n\n- **gras** un[^1] ;\n- deux.[^2]\n\nSuite ![^1]\n\n[^1]: Une - deux.\n[^2]: - Deux",
    "Un[^1].\n\n[^1]: Le texte\nsur deux lignes.\n\n\nSuite^[en\nplace] et\nfin.",
    "1. Un[^1]\n2. Deux\n\n[^1]: Une.\n\n3. Trois[^1]",
    "[^1] en tête\n\n[^1]: Une.",
    "[^1]: Rien que la note.",
    "Un mot ^[note mal fermée.\n\nDeuxième alinéa, tout entier] fin.",
    "Mot.\n\n^[Note seule.]",
]


@pytest.mark.parametrize("text", NOTED)
def test_a_plain_text_with_notes_is_read_as_the_parser_reads_it(text: str) -> None:
    assert prose(text, 3) == parsed(text, 3)


def test_plain_texts_with_notes_need_no_parser() -> None:
    code = (
        "import sys; from aula_reports.compose.markdown import prose;"
        f"prose({NOTED[2]!r}); prose({NOTED[4]!r});"
        "sys.exit('markdown_it' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    "around", ["**Un**[^1].", "Un `mot`[^1].", "Un \ue000 mot[^1].", "*Un*[^1]."]
)
def test_what_needs_the_parser_gets_it(around: str) -> None:
    assert notes(prose(around + TEXTS)) == [Note("1", (Words("Une."),))]


def test_the_last_number_leaves_stars_out() -> None:
    assert last_number(prose("Un[^1], deux[^*]." + TEXTS)) == 1
    assert last_number(prose("Rien.")) == 0


def test_a_sheet_is_one_text_and_the_next_begins_anew() -> None:
    text = "Un[^a].\n\n[^a]: Texte."
    sheet = ActionSheet(title="Une", objective=text, review=text)
    axis = Axis(number=1, title="Axe", introduction=text, sheets=(sheet, sheet))
    titles = DocumentTitles(title_lines=("R",), running_title="R", short_title="R", edition=2027)
    programme = Programme(report=titles, agency=Agency(name="A", acronym="A"), axes=(axis,))
    signs = [
        [note.sign for chapter in one.chapters for note in notes(chapter.prose)]
        for one in sheet_pages(programme, axis).sheets
    ]
    assert signs == [["1", "2"], ["1", "2"]]


def test_notes_in_inner_lists_are_counted() -> None:
    read = prose("- un\n  - deux[^1]\n    1. trois[^2]" + TEXTS)
    assert last_number(read) == 2
