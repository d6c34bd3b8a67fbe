from __future__ import annotations

import pytest
from msgspec.structs import replace

from aula_reports.gauge.proof_inks import DIVISION, GRID, HYPHEN, NARROW, NO_BREAK, PROOF_INKS
from aula_reports.gauge.shown_grid import with_grid
from aula_reports.gauge.shown_spaces import with_spaces
from aula_reports.geometry import Path, mm, path_bounds
from aula_reports.model.layout import Layout
from aula_reports.read.layouts import read_layout
from aula_reports.resources import layout_folder
from aula_reports.typeset.pages import Book, ShapeThing, TextThing, Thing
from tests.gauge.desk import LEFT, TOP, book_of, column, text_at

TROUGH_ASIDE = 0.2


@pytest.fixture(scope="module")
def layout() -> Layout:
    return read_layout(layout_folder("ppa"), layout_folder)


def marks_of(*things: Thing) -> dict[str, Path]:
    """Give the marks of a page by ink."""
    (page,) = with_spaces(book_of(things)).pages
    assert page.things[: len(things)] == things
    return {mark.pen.ink: mark.path for mark in shapes(page.things[len(things) :]) if mark.pen}


def shapes(things: tuple[Thing, ...]) -> list[ShapeThing]:
    marks = [thing for thing in things if isinstance(thing, ShapeThing)]
    assert len(marks) == len(things)
    assert {mark.node for mark in marks} <= {None}
    return marks


def points(path: Path) -> list[tuple[float, float]]:
    return [(segment[1], segment[2]) for segment in path if len(segment) == 3]


def test_the_grid_lies_under_the_first_text(layout: Layout) -> None:
    ground = ShapeThing(None, (("M", 0, 0), ("L", 9, 9)), fill="nuit")
    text, over = text_at("un deux "), ShapeThing(None, ground.path, fill="blanc")
    (page,) = with_grid(book_of([ground, text, over]), layout).pages
    first, *grid, written, last = page.things
    assert (first, written, last) == (ground, text, over)
    assert {mark.pen.ink for mark in shapes(tuple(grid)) if mark.pen} == {GRID}


def test_baselines_are_those_of_the_layout(layout: Layout) -> None:
    baselines, columns, area = grid_of(book_of([]), layout)
    heights = {round(y, 6) for _, y in points(baselines.path)}
    top, pitch = mm(layout.sheet.height_mm - layout.margins.head_mm), mm(layout.grid.baseline_mm)
    assert {round(top - line * pitch, 6) for line in (0, 1, layout.grid.lines)} <= heights
    assert 0 < min(heights) < pitch
    assert mm(layout.sheet.height_mm) - max(heights) < pitch
    box = path_bounds(area.path)
    assert (box.top, box.y) == pytest.approx((top, mm(layout.margins.foot_mm)))
    assert len({x for x, _ in points(columns.path)}) == 2 * layout.grid.columns


def test_the_type_area_changes_sides(layout: Layout) -> None:
    pages = with_grid(book_of([], []), layout).pages
    recto, verso = (path_bounds(shapes(page.things)[2].path).x for page in pages)
    assert recto == pytest.approx(mm(layout.margins.inside_mm))
    assert verso == pytest.approx(mm(layout.margins.outside_mm))


def grid_of(book: Book, layout: Layout) -> list[ShapeThing]:
    (page,) = with_grid(book, layout).pages
    return shapes(page.things)


@pytest.mark.parametrize(
    ("text", "ink", "start", "end"),
    [
        ("un\u00a0deux ", NO_BREAK, 10.0, 12.5),
        ("eux\u202f; ", NARROW, 15.0, 16.25),
        ("a\u2011t ", HYPHEN, 5.0, 10.0),
    ],
    ids=["no-break space", "narrow space", "no-break hyphen"],
)
def test_a_trough_lies_under_an_inserted_sign(
    text: str, ink: str, start: float, end: float
) -> None:
    ((found, path),) = marks_of(text_at(text)).items()
    box = path_bounds(path)
    assert found == ink
    assert (box.x, box.right) == pytest.approx(
        (LEFT + start + TROUGH_ASIDE, LEFT + end - TROUGH_ASIDE)
    )
    assert box.y < TOP < box.top


def test_what_justification_adds_is_part_of_the_space() -> None:
    span = text_at("un\u00a0deux ").spans[0]
    (word, _), (space, _), *rest = span.runs
    driven = replace(span, runs=((word, 0.0), (space, 1.5), *rest), scale=1.1, tracking=0.1)
    (path,) = marks_of(TextThing(1, LEFT, TOP, (driven,))).values()
    start, end = 2 * 5.5 + 2 * 0.1, 2 * 5.5 + 2 * 0.1 + 2.75 + 0.1 + 1.5
    box = path_bounds(path)
    assert (box.x - LEFT, box.right - LEFT) == pytest.approx(
        (start + TROUGH_ASIDE, end - TROUGH_ASIDE)
    )


def test_marks_turn_with_their_text() -> None:
    (path,) = marks_of(replace(text_at("un\u00a0deux "), angle=90.0)).values()
    box = path_bounds(path)
    assert (box.y, box.top) == pytest.approx((TOP + 10 + TROUGH_ASIDE, TOP + 12.5 - TROUGH_ASIDE))
    assert box.x < LEFT < box.right


def test_a_stroke_stands_where_a_word_is_divided() -> None:
    first, second = column(["un commu\u00ad", "nal"])
    ((ink, path),) = marks_of(first, second).items()
    box = path_bounds(path)
    assert ink == DIVISION
    assert box.width == 0
    assert box.x == pytest.approx(LEFT + 2 * 5 + 2.5 * 1.02 + 6 * 5 + TROUGH_ASIDE)


def test_plain_text_has_no_mark() -> None:
    assert marks_of(*column(["un deux", "trois"])) == {}


def test_artifacts_are_marked_too() -> None:
    assert set(marks_of(text_at("page\u00a07", node=None))) == {NO_BREAK}


def test_proof_inks_are_no_layout_s(layout: Layout) -> None:
    assert not set(PROOF_INKS) & set(layout.inks)
