"""The reading itself: the language of content, colours and their inks, places of text."""

from __future__ import annotations

from pathlib import Path

import pytest

from aula_reports.prove.boxes import Box, product, scale_of, sides
from aula_reports.prove.colours import CMYK, GRAY, RGB, Colour, Space
from aula_reports.prove.metadata import DC, read_properties
from aula_reports.prove.source import opened
from aula_reports.prove.tokens import operations
from aula_reports.prove.x4_document import _instant
from tests.prove.print_seeds import HEIGHT, WIDTH
from tests.prove.spoilers import BLEED, good, ink, spoilt


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"1 -.5 +2. 0 0 1 cm", [("cm", [1.0, -0.5, 2.0, 0.0, 0.0, 1.0])]),
        (b"--3 w", [("w", [3.0])]),
        (b"q%n f\nQ", [("q", []), ("Q", [])]),
        (b"/A#20b gs", [("gs", ["A b"])]),
        (b"(a(b)c) Tj", [("Tj", [b"a(b)c"])]),
        (rb"(\101\)\n\q) Tj", [("Tj", [b"A)\nq"])]),
        (b"<4 14> Tj <4> Tj", [("Tj", [b"A@"]), ("Tj", [b"@"])]),
        (b"[(a)-2<62>]TJ", [("TJ", [[b"a", -2.0, b"b"]])]),
        (b"/P<</MCID 3/X[1 2]>>BDC", [("BDC", ["P", {"MCID": 3.0, "X": [1.0, 2.0]}])]),
        (b"BI /W 2/H 1 ID \x00EI\xff EI Q", [("BI", [{"W": 2.0, "H": 1.0}]), ("Q", [])]),
        (b"[1 2 f", [("f", [1.0, 2.0])]),
    ],
)
def test_content_is_cut_into_operations(content: bytes, expected: list[object]) -> None:
    assert list(operations(content)) == expected


def test_rubbish_is_passed_over() -> None:
    """What stands between may be kept or not; what follows is read."""
    assert [name for name, _ in operations(b"1 ] >> ) } { f q")] == ["f", "q"]


@pytest.mark.parametrize(
    ("colour", "inks"),
    [
        (Colour(GRAY, (0.25,)), {"Black": 75.0}),
        (Colour(CMYK, (1, 0.5, 0, 0)), {"Cyan": 100, "Magenta": 50, "Yellow": 0, "Black": 0}),
        (Colour(Space("Separation", 1, ("Or",), CMYK), (0.5,)), {"Or": 50.0}),
        (Colour(RGB, (1, 0, 0)), None),
        (Colour(CMYK, (1, 0)), None),
    ],
)
def test_colours_tell_their_inks(colour: Colour, inks: dict[str, float] | None) -> None:
    assert colour.inks() == inks


def test_paper_is_a_colour_without_ink() -> None:
    assert Colour(CMYK, (0, 0, 0, 0)).is_paper
    assert Colour(GRAY, (1,)).is_paper
    assert not Colour(GRAY, (0.99,)).is_paper
    assert not Colour(RGB, (1, 1, 1)).is_paper


def test_matrices_scale_what_they_place() -> None:
    turned = product((0, 1, -1, 0, 0, 0), (2, 0, 0, 2, 5, 5))
    assert sides(turned) == (2, 2)
    assert scale_of(turned) == pytest.approx(2)


def test_boxes_are_told_in_millimetres_from_the_trim() -> None:
    trim = Box(10, 10, 500, 500)
    assert Box(10 + 72, 10, 10 + 144, 10 + 36).in_mm(trim) == (25.4, 0, 25.4, 12.7)


@pytest.mark.parametrize(
    "packet",
    [
        b'<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><r:Description '
        b'xmlns:dc="http://purl.org/dc/elements/1.1/" dc:title="Un titre"/></r:RDF>',
        b'<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><r:Description '
        b'xmlns:d="http://purl.org/dc/elements/1.1/"><d:title><r:Alt><r:li>Un titre</r:li></r:Alt>'
        b"</d:title></r:Description></r:RDF>",
    ],
)
def test_metadata_are_read_in_both_writings(packet: bytes) -> None:
    properties = read_properties(packet)
    assert properties is not None
    assert properties[f"{{{DC}}}title"] == "Un titre"


@pytest.mark.parametrize("packet", [b"", b"<a>", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'])
def test_metadata_that_are_none_are_none(packet: bytes) -> None:
    assert read_properties(packet) is None


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("D:20270131120000+01'00'", "2027-01-31T11:00:00Z"),
        ("D:20270131120000Z", "2027-01-31T12:00:00.5+00:00"),
        ("D:20270131120000-05'30'", "2027-01-31T17:30:00Z"),
    ],
)
def test_dates_are_one_instant_in_both_writings(here: str, there: str) -> None:
    assert _instant(here) == _instant(there) is not None


@pytest.mark.parametrize("told", ["", "hier", "D:20279931120000Z", "2027"])
def test_dates_that_are_none_are_none(told: str) -> None:
    assert _instant(told) is None


def test_text_is_found_where_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "essai.pdf"
    words = "BT /G1 10 Tf 50 Tz 1 0 0 1 100 200 Tm [<00070001>-1000<0001>] TJ ET"
    path.write_bytes(spoilt("print", lambda pdf: ink(pdf, f"q 2 0 0 2 0 0 cm {words} Q")))
    with opened(path) as file:
        text = file.pages[0].texts[-1]
        assert text.font is not None
        space, letter = text.font.width(7), text.font.width(1)
    assert text.size == pytest.approx(20)
    assert text.box.left == pytest.approx(BLEED + 200 + space / 100, abs=0.01)
    assert text.box.width == pytest.approx((2 * letter + 1000) / 100, abs=0.01)


def test_pages_have_their_boxes(tmp_path: Path) -> None:
    path = tmp_path / "essai.pdf"
    path.write_bytes(good("print"))
    with opened(path) as file:
        page = file.pages[0]
        assert len(file.pages) == 4
        assert page.trim.width == pytest.approx(WIDTH, abs=0.01)
        assert page.trim.height == pytest.approx(HEIGHT, abs=0.01)
        assert page.bleed.holds(page.trim)
        assert page.media.holds(page.bleed)


def test_contents_of_elements_have_their_place(tmp_path: Path) -> None:
    from tests.prove.access_seeds import ACCESS_SEEDS
    from tests.prove.spoilers import report_on

    seed = next(seed for seed in ACCESS_SEEDS if seed.code == "UA-13-004")
    (fault,) = report_on(spoilt("web", seed.spoil), tmp_path).faults
    assert fault.page == 2
    assert fault.number > 0
    assert fault.box is not None
    left, bottom, width, height = fault.box
    assert (round(left), round(bottom)) == (21, 109)
    assert width == pytest.approx(height, abs=0.5)
