from __future__ import annotations

import pytest
from msgspec.structs import replace

from aula_reports.gauge.faults import Kind
from aula_reports.gauge.spacing import percentile, spacing_of, uneven_lines
from tests.gauge.desk import column, line_of, paragraph_of, text_at

LINES = ["un deux trois", "quatre cinq six", "sept huit"]


@pytest.mark.parametrize(
    ("share", "kinds"),
    [(0.49, []), (0.51, [Kind.LOOSE]), (-0.32, []), (-0.35, [Kind.TIGHT])],
)
def test_uneven_lines_are_beyond_plain_glue(share: float, kinds: list[Kind]) -> None:
    things = column(LINES)
    things[1] = text_at("quatre cinq six ", 1, share=share)
    faults = list(uneven_lines(paragraph_of(things)))
    assert [fault.kind for fault in faults] == kinds
    assert all(fault.words == "quatre cinq six" for fault in faults)


def test_a_ratio_counts_halves_and_thirds() -> None:
    things = column(LINES)
    things[0], things[1] = (
        text_at("un deux trois ", 0, share=0.75),
        text_at("quatre cinq six ", 1, share=-0.5),
    )
    loose, tight = uneven_lines(paragraph_of(things))
    assert (loose.extent, tight.extent) == pytest.approx((1.5, -1.5))
    assert (loose.weight, tight.weight) == pytest.approx((1.5, 1.5))


def test_a_line_left_short_is_loose() -> None:
    things = column(LINES)
    short = text_at("six sept ", 1, share=0.35)
    things[1] = replace(short, spans=tuple(replace(span, scale=1.02) for span in short.spans))
    things[0] = text_at("un deux trois quatre ", 0, share=0.02)
    (fault,) = uneven_lines(paragraph_of(things))
    assert (fault.kind, fault.words) == (Kind.LOOSE, "six sept")
    assert fault.extent > 10


def test_a_last_line_is_never_uneven() -> None:
    things = column(LINES)
    things[-1] = text_at("sept huit ", 2, share=2.0)
    assert not list(uneven_lines(paragraph_of(things)))


def test_a_line_without_spaces_has_no_ratio() -> None:
    things = column(["un deux", "anticonstitutionnellement", "trois"])
    assert not list(uneven_lines(paragraph_of(things)))


def test_spacing_weighs_lines_alike() -> None:
    lines = [line_of(text_at("un deux trois ", share=0.2)), line_of(text_at("un deux ", share=0.6))]
    spacing = spacing_of(lines)
    assert spacing is not None
    assert spacing.mean == pytest.approx((0.3 + 0.4) / 2)
    assert spacing.widest == pytest.approx(0.4)
    assert spacing.ratio == pytest.approx(((0.4**2 + 1.2**2) / 2) ** 0.5)


def test_no_justified_line_has_no_spacing() -> None:
    assert spacing_of([]) is None
    assert spacing_of([line_of(text_at("seul "))]) is None


def test_a_percentile_lies_between_numbers() -> None:
    assert percentile([3.0, 1.0, 2.0], 0.5) == 2.0
    assert percentile([0.0, 10.0], 0.95) == pytest.approx(9.5)
    assert percentile([7.0], 0.95) == 7.0
