"""Another agency, from other YAML alone: two axes, no Bureau, five partners, no picture."""

from __future__ import annotations

from pathlib import Path

from aula_reports.pipeline import Publication
from aula_reports.typeset.pages import EmptyThing, Page, TextThing


def _words(page: Page) -> str:
    return " ".join(thing.text for thing in page.things if isinstance(thing, TextThing))


def test_every_title_is_printed(other: Publication) -> None:
    text = " ".join(map(_words, other.book.pages)).replace("\N{NO-BREAK SPACE}", " ")
    for title in ("Observatoire des loyers", "Étude des copropriétés", "Quartier de la gare"):
        assert title in text


def test_pages_make_whole_sheets(other: Publication) -> None:
    assert other.page_count % 4 == 0


def test_no_page_is_empty(other: Publication) -> None:
    assert all(
        any(not isinstance(thing, EmptyThing) for thing in page.things) for page in other.book.pages
    )


def test_no_bureau_no_page_for_it(other: Publication) -> None:
    assert "bureau" not in other.book.anchors
    assert "assemblee" not in other.book.anchors


def test_matrix_has_the_five_partners(other: Publication) -> None:
    heads = [
        thing.text.replace("\N{NO-BREAK SPACE}", " ").strip()
        for page in other.book.pages
        if page.master == "matrix"
        for thing in page.things
        if isinstance(thing, TextThing) and thing.angle
    ]
    assert sorted(set(heads)) == [
        "Métropole du Val",
        "Port autonome",
        "Région",
        "Université",
        "Ville de Valmont",
    ]


def test_it_can_be_written(other: Publication, tmp_path: Path) -> None:
    path = tmp_path / "val.pdf"
    other.save(path)
    assert path.read_bytes().startswith(b"%PDF-1.7")
