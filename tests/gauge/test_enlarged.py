from __future__ import annotations

import pytest

from aula_reports.gauge.enlarged import enlarged
from aula_reports.gauge.faults import Fault, Kind
from aula_reports.gauge.lines import lines_of
from aula_reports.geometry import path_bounds
from aula_reports.model.layout import TextStyle
from aula_reports.typeset.fonts import FaceTable
from aula_reports.typeset.pages import Book, ShapeThing, TextThing
from aula_reports.typeset.paragraph import Setter
from tests.gauge.desk import LEFT, book_of, column

LINES = ["un deux", "trois quatre", "cinq six", "sept huit", "neuf dix"]


@pytest.fixture(scope="module")
def setter() -> Setter:
    faces = FaceTable({"texte": "SourceSans3/SourceSans3-Regular.ttf"})
    return Setter(faces, {"caption": TextStyle(face="texte", size=7.5)})


def faults_of(book: Book, *numbers: int) -> list[Fault]:
    """Find fault with some lines of the first page."""
    lines = [line for _, line in lines_of(book.pages[0], book.nodes)]
    return [Fault(Kind.LOOSE, lines[number], 1.0) for number in numbers]


def pictures(book: Book) -> list[list[TextThing]]:
    """List the texts of each picture, its caption first."""
    found: list[list[TextThing]] = []
    for page in book.pages:
        for thing in page.things:
            if isinstance(thing, TextThing) and thing.text.startswith("Page\u00a0"):
                found.append([])
            if isinstance(thing, TextThing):
                found[-1].append(thing)
    return found


def test_a_picture_shows_the_line_between_its_neighbours(setter: Setter) -> None:
    beside = column(["à côté"] * 5, x=LEFT + 200, node=2)
    book = book_of([*column(LINES), *beside])
    ((caption, *lines),) = pictures(enlarged(book, faults_of(book, 2), setter))
    assert caption.text.strip() == "Page\u00a01\u00a0: ligne lâche, agrandie 3,0 fois"
    assert [line.text.strip() for line in lines] == LINES[1:4]


def test_lines_grow_as_they_are(setter: Setter) -> None:
    book = book_of(column(LINES, share=0.5))
    ((_, *lines),) = pictures(enlarged(book, faults_of(book, 2), setter))
    (span,), (before,) = lines[1].spans, book.pages[0].things[2].spans  # type: ignore[union-attr]
    assert span.size == 3 * before.size
    assert span.width == pytest.approx(3 * before.width)
    assert [more for _, more in span.runs] == pytest.approx([3 * more for _, more in before.runs])
    assert lines[0].y - lines[1].y == pytest.approx(3 * 14)


def test_a_bar_stands_beside_the_line_at_fault(setter: Setter) -> None:
    book = book_of(column(LINES))
    proof = enlarged(book, faults_of(book, 2), setter)
    (bar,) = [thing for thing in proof.pages[0].things if isinstance(thing, ShapeThing)]
    ((_, *lines),) = pictures(proof)
    assert bar.node is None
    assert path_bounds(bar.path).y == lines[1].y
    assert path_bounds(bar.path).right < min(line.x for line in lines)


def test_pictures_run_over_pages_and_stay_on_them(setter: Setter) -> None:
    book = book_of(column(LINES))
    proof = enlarged(book, faults_of(book, *range(5), *range(5)), setter)
    assert len(pictures(proof)) == 10
    assert len(proof.pages) > 1
    for page in proof.pages:
        assert all(thing.y > 20 for thing in page.things if isinstance(thing, TextThing))


def test_without_a_fault_there_is_one_empty_page(setter: Setter) -> None:
    (page,) = enlarged(book_of(column(LINES)), [], setter).pages
    assert page.things == ()
