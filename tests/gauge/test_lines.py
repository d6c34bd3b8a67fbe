from __future__ import annotations

import pytest
from msgspec.structs import replace

from aula_reports.gauge.lines import excerpt
from aula_reports.gauge.paragraphs import paragraphs_of
from aula_reports.typeset.pages import TextThing
from tests.gauge.desk import (
    LEFT,
    SIZE,
    TOP,
    book_of,
    column,
    line_of,
    paragraph_of,
    span_of,
    text_at,
)


def test_a_link_is_part_of_its_line() -> None:
    before, link = span_of("voir "), replace(span_of("ici "), x=22.5)
    line = line_of(TextThing(1, LEFT, TOP, (before,)), TextThing(4, LEFT, TOP, (link,)))
    assert line.text == "voir ici "
    assert line.right == pytest.approx(LEFT + 22.5 + 15)


def test_a_gap_is_the_white_between_words() -> None:
    line = line_of(text_at("un deux trois ", share=0.4))
    first, second = line.word_gaps
    assert (first.left, first.right) == pytest.approx((LEFT + 10, LEFT + 13.5))
    assert (first.natural, second.em) == pytest.approx((2.5, 0.35))


def test_tracking_widens_gaps_on_both_sides() -> None:
    span = span_of("un deux ", tracking=0.1)
    (gap,) = line_of(TextThing(1, LEFT, TOP, (span,))).gaps
    assert gap.width == pytest.approx(2.5 + 2 * 0.1)


def test_scaled_letters_move_gaps() -> None:
    span = span_of("un deux ", scale=1.1)
    (gap,) = line_of(TextThing(1, LEFT, TOP, (span,))).gaps
    assert (gap.left, gap.width) == pytest.approx((LEFT + 11, 2.75))


def test_a_hanging_space_is_no_gap() -> None:
    assert len(line_of(text_at("un deux ", share=0.4)).gaps) == 1


def test_tied_spaces_are_no_word_gaps() -> None:
    line = line_of(text_at("12\u00a0km ici "))
    assert [gap.tied for gap in line.gaps] == [True, False]
    assert len(line.word_gaps) == 1


@pytest.mark.parametrize(
    ("thing", "driven"),
    [
        (text_at("un deux "), False),
        (text_at("un deux ", share=0.1), True),
        (TextThing(1, LEFT, TOP, (span_of("un ", scale=0.99),)), True),
    ],
    ids=["natural", "spaces", "letters"],
)
def test_driven_lines_are_told(thing: TextThing, driven: bool) -> None:
    assert line_of(thing).is_driven is driven


@pytest.mark.parametrize(
    ("text", "hyphenated"), [("commu\u00ad", True), ("grand-", True), ("mot ", False)]
)
def test_lines_that_end_inside_a_word_are_told(text: str, hyphenated: bool) -> None:
    assert line_of(text_at(text)).is_hyphenated is hyphenated


def test_an_excerpt_keeps_the_end_of_its_line() -> None:
    line = line_of(text_at("un mot puis beaucoup d’autres commu\u00ad"))
    assert excerpt(line) == "un mot puis beaucoup d’autres commu-"
    assert excerpt(line, 10) == "…res commu-"


def test_lines_that_follow_make_a_paragraph() -> None:
    paragraph = paragraph_of(column(["un deux", "trois quatre", "cinq"]))
    assert [line.text for line in paragraph.lines] == ["un deux ", "trois quatre ", "cinq "]
    assert paragraph.is_justified
    assert len(paragraph.justified_lines) == 2


def test_a_paragraph_runs_on_over_columns_and_pages() -> None:
    texts = [column(["un"], 40), column(["deux"], 0, x=LEFT + 160), column(["trois"], 2)]
    first, second, third = texts
    assert len(paragraph_of([*first, *second], third).lines) == 3


def test_ragged_lines_are_not_justified() -> None:
    paragraph = paragraph_of(column(["un deux", "trois quatre"], share=0.0))
    assert not paragraph.is_justified
    assert not paragraph.justified_lines


def test_a_forced_line_end_parts_justified_text() -> None:
    things = column(["un deux", "trois quatre", "cinq six", "sept huit"])
    things[1] = text_at("trois quatre ", 1)
    parts = paragraphs_of(book_of(things))
    assert [len(part.lines) for part in parts] == [2, 2]


@pytest.mark.parametrize(
    "second",
    [
        text_at("rôle ", 1, x=LEFT + 20),
        text_at("rôle ", 3),
        TextThing(1, LEFT, TOP - 14, (span_of("rôle ", size=SIZE + 2),)),
    ],
    ids=["elsewhere", "far below", "of another size"],
)
def test_texts_of_one_element_are_told_apart(second: TextThing) -> None:
    assert len(paragraphs_of(book_of([text_at("nom "), second]))) == 2


def test_titles_and_artifacts_are_no_paragraphs() -> None:
    things = [text_at("Titre ", 0, node=3), text_at("folio", 5, node=None)]
    assert paragraphs_of(book_of(things)) == []


def test_turned_text_is_no_line() -> None:
    assert paragraphs_of(book_of([replace(text_at("debout "), angle=90.0)])) == []


def test_a_text_without_ink_is_no_line() -> None:
    assert paragraphs_of(book_of([TextThing(1, LEFT, TOP, ())])) == []
