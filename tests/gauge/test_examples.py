"""Both example books: how their text is set, and that a proof says what the book says."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from aula_reports import build, load_programme
from aula_reports.gauge.faults import Kind
from aula_reports.gauge.readings import BookReading
from aula_reports.pipeline import Publication

EXAMPLES = Path(__file__).parents[2] / "examples"
BOOKS = ("ppa-2021", "rapport-2025")

# RULES.md, R53, R54 and R56: what no page of ours may have.
_NEVER = (
    Kind.TIGHT,
    Kind.RIVER,
    Kind.LONE_END,
    Kind.WIDOW,
    Kind.ORPHAN,
    Kind.CUT_COLUMN,
    Kind.DRIFT,
)


@cache
def publication(book: str) -> Publication:
    return build(load_programme(EXAMPLES / book / "programme.yaml"))


@cache
def reading(book: str) -> BookReading:
    return publication(book).read_setting()


@pytest.mark.parametrize("book", BOOKS)
def test_the_books_keep_the_rules(book: str) -> None:
    whole = reading(book).whole
    assert {kind: whole.counts[kind] for kind in _NEVER} == dict.fromkeys(_NEVER, 0)
    assert whole.longest_ladder <= 2
    assert whole.spacing is not None
    assert whole.spacing.widest < 1.0
    assert whole.spacing.ratio < 0.5


def test_the_books_have_text_to_measure() -> None:
    """A gauge that finds no lines would find no fault either."""
    assert reading("ppa-2021").whole.justified_lines > 50
    assert reading("rapport-2025").whole.justified_lines > 400


@pytest.mark.parametrize("book", BOOKS)
def test_a_proof_says_what_the_book_says(book: str) -> None:
    plain = publication(book).book
    proof = publication(book).proof(grid=True, spaces=True).book
    assert proof.nodes == plain.nodes
    for page, proved in zip(plain.pages, proof.pages, strict=True):
        assert [thing for thing in proved.things if thing in set(page.things)] == list(page.things)
        assert {thing.node for thing in proved.things if thing not in set(page.things)} == {None}


def test_a_proof_is_another_file_and_the_book_stays() -> None:
    book = publication("ppa-2021")
    before = book.to_bytes()
    proof = book.proof(spaces=True)
    assert proof.to_bytes() != before
    assert book.to_bytes() == before
    assert set(book.layout.inks) < set(proof.layout.inks)


@pytest.mark.parametrize("shown", [{"grid": True}, {"spaces": True}])
def test_a_printer_cannot_take_a_proof_for_the_book(shown: dict[str, bool]) -> None:
    book = publication("ppa-2021")
    claim = b"<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>"
    assert claim in book.to_bytes(profile="print")
    proof = book.proof(**shown).to_bytes(profile="print")
    assert claim not in proof
    assert b"PDF/X" not in proof
