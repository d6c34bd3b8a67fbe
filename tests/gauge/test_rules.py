"""Each rule is shown what it must find, and beside it what it must let pass."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from aula_reports.gauge.drift import drifts, running_type
from aula_reports.gauge.echoes import echoes
from aula_reports.gauge.endings import lone_ends, short_ends
from aula_reports.gauge.hyphens import cut_columns, hyphenated_lines, ladders
from aula_reports.gauge.paragraphs import paragraphs_of
from aula_reports.gauge.rivers import rivers
from aula_reports.gauge.turns import orphans, widows
from aula_reports.typeset.pages import TextThing
from tests.gauge.desk import (
    GRID,
    LEADING,
    LEFT,
    TOP,
    book_of,
    column,
    paragraph_of,
    span_of,
    text_at,
)

SHY = "\u00ad"
NEXT = LEFT + 160


def cut(*hyphens: bool) -> list[TextThing]:
    """Lines that end with a hyphen or not, then a last one."""
    return column([*(f"un mot{SHY if hyphen else ''}" for hyphen in hyphens), "la fin"])


def test_lines_that_end_inside_a_word_are_counted() -> None:
    things = column(["un commu\u00ad", "nal et grand-", "père ici", "fin"])
    faults = list(hyphenated_lines(paragraph_of(things)))
    assert [fault.words for fault in faults] == ["un commu-", "nal et grand-"]
    assert {fault.weight for fault in faults} == {0.0}


def test_a_hyphen_at_the_very_end_cuts_no_word() -> None:
    assert not list(hyphenated_lines(paragraph_of(column(["un deux", "de sous-"]))))


@pytest.mark.parametrize(
    ("hyphens", "heights"),
    [
        ((True, False, True), []),
        ((True, True, False), [2]),
        ((False, True, True, True), [3]),
        ((True, True, False, True, True, True), [2, 3]),
    ],
)
def test_ladders_are_hyphens_one_under_the_other(
    hyphens: Sequence[bool], heights: list[int]
) -> None:
    assert [fault.extent for fault in ladders(paragraph_of(cut(*hyphens)))] == heights


def test_a_column_that_ends_inside_a_word_is_found() -> None:
    upper, lower = column(["un deux", "commu\u00ad"], 40), column(["nal", "fin"], x=NEXT)
    (fault,) = cut_columns(paragraph_of([*upper, *lower]))
    assert fault.words == "commu-"
    (turned,) = cut_columns(paragraph_of(upper, lower))
    assert turned.weight > fault.weight


def test_a_hyphen_inside_a_column_cuts_none() -> None:
    assert not list(cut_columns(paragraph_of(cut(True, True))))


def wide(count: int, share: float = 0.6, words: str = "un deux trois") -> list[TextThing]:
    return column([words] * count, share=share)


@pytest.mark.parametrize(
    ("things", "lengths"),
    [
        (wide(3), []),
        (wide(4), [4, 4]),
        (wide(6), [6, 6]),
        (wide(6, share=0.2), []),
        (column(["un deux", "trois quatre"] * 3, share=0.6), []),
        ([*wide(3), *column(["un deux trois"] * 3, 40, share=0.6, x=NEXT)], []),
    ],
    ids=["three lines", "four", "six", "narrow spaces", "spaces apart", "two columns"],
)
def test_rivers_run_through_four_lines(things: list[TextThing], lengths: list[int]) -> None:
    (paragraph, *_) = paragraphs_of(book_of(things))
    faults = list(rivers(paragraph))
    assert [fault.extent for fault in faults] == lengths
    assert all(fault.words == "un deux trois" for fault in faults)


def test_rivers_stop_at_the_end_of_a_column() -> None:
    things = [*column(["un deux"] * 3, 40, share=0.6), *wide(3, words="un deux")]
    assert not list(rivers(paragraph_of(things)))


def test_ragged_text_has_no_rivers() -> None:
    span = span_of("un deux trois ", tracking=1.0)
    tracked = [TextThing(1, LEFT, TOP - number * LEADING, (span,)) for number in range(5)]
    assert not list(rivers(paragraph_of(tracked)))


LONG = "une ligne aussi longue que la justification"


@pytest.mark.parametrize(
    ("last", "short", "lone"),
    [
        ("fin.", True, True),
        ("de la", True, False),
        ("mots assez longs pour aller", False, False),
        ("a", True, True),
        ("commune.", False, False),
    ],
)
def test_last_lines_are_long_enough(last: str, short: bool, lone: bool) -> None:
    paragraph = paragraph_of(column([LONG, last]))
    assert bool(list(short_ends(paragraph))) is short
    assert bool(list(lone_ends(paragraph))) is lone


def test_a_paragraph_of_one_line_may_be_short() -> None:
    paragraph = paragraph_of(column(["fin."]))
    assert not list(short_ends(paragraph))
    assert not list(lone_ends(paragraph))


@pytest.mark.parametrize(
    ("foot", "head", "widow", "orphan"),
    [(2, 2, 0, 0), (2, 1, 1, 0), (1, 2, 0, 1), (1, 1, 1, 1)],
)
def test_lines_alone_at_a_turn_are_found(foot: int, head: int, widow: int, orphan: int) -> None:
    upper, lower = column(["un deux"] * foot, 40), column(["trois quatre"] * head, x=NEXT)
    for paragraph in (paragraph_of([*upper, *lower]), paragraph_of(upper, lower)):
        assert len(list(widows(paragraph))) == widow
        assert len(list(orphans(paragraph))) == orphan


def test_a_paragraph_on_one_page_has_no_widow() -> None:
    paragraph = paragraph_of(column(["un", "deux"]))
    assert not list(widows(paragraph))
    assert not list(orphans(paragraph))


@pytest.mark.parametrize(
    ("texts", "count"),
    [
        (("Les villes d’ici", "Les villages d’eau", "fin"), 1),
        (("De la ville neuve", "de la mairie bleue", "fin"), 1),
        (("De ville neuve", "de mairie bleue", "fin"), 0),
        (("un parc bleu", "la mer bleu", "fin"), 1),
        (("un parc bleu", "la mer bleu"), 0),
        (("un parc », bleu.", "la mer bleu ;", "fin"), 1),
        (("rouge", "vert", "bleu"), 0),
    ],
    ids=["start", "two short words", "one short word", "end", "last line", "signs", "unlike"],
)
def test_echoes_are_lines_alike_at_one_side(texts: tuple[str, ...], count: int) -> None:
    assert len(list(echoes(paragraph_of(column(texts))))) == count


def test_running_text_stands_on_the_grid() -> None:
    things = [*column(["un deux"] * 2), text_at("trois quatre ", 2.3, share=0.02)]
    paragraphs = paragraphs_of(book_of(things))
    (fault,) = drifts(paragraphs, GRID)
    assert fault.words == "trois quatre"
    assert fault.extent == pytest.approx(0.3 * GRID.pitch)


def test_ragged_running_text_may_stand_on_half_lines() -> None:
    body = column(["un deux"] * 2)
    half = column(["trois"], 4.5, share=0.0, node=2)
    assert not list(drifts(paragraphs_of(book_of([*body, *half])), GRID))


def test_justified_text_may_not_stand_on_half_lines() -> None:
    things = [*column(["un deux"] * 3), *column(["trois quatre"] * 2, 4.5, node=2)]
    assert len(list(drifts(paragraphs_of(book_of(things)), GRID))) == 2


def test_only_running_text_is_held_to_the_grid() -> None:
    ragged = paragraphs_of(book_of([text_at("note ", 2.3)]))
    assert running_type(ragged) is None
    assert not list(drifts(ragged, GRID))
