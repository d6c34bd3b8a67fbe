import io

import pikepdf
import pytest
from msgspec.structs import replace

from aula_reports.model.layout import InkSpec
from aula_reports.typeset.pages import Book, MarkThing, TextThing, Thing
from aula_reports.write.colour import Profile
from aula_reports.write.pdf import Supplies, write_file
from tests.write.sample_book import FACES, INKS, Desk, sample_book
from tests.write.structure_walk import walk

WHITE = InkSpec(cmyk=(0, 0, 0, 0), srgb="#ffffff")
SUPPLIES = Supplies(FACES, INKS | {"blanc": WHITE, "mission-partage": INKS["nuit"]})
SHARED = MarkThing(None, "partage", 30, 40, 12)
RING = MarkThing(None, "beneficiary", 60, 40, 12)
OVERPRINTED = TextThing(None, 30, 60, (replace(Desk().span("noir"), ink="noir"),))


def _book(*things: Thing) -> Book:
    book = sample_book()
    first, *others = book.pages
    return replace(book, pages=(replace(first, things=(*things, *first.things)), *others))


def _written(profile: Profile, *things: Thing) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(write_file(_book(*things), SUPPLIES, profile).content))


def _spoilt(pdf: pikepdf.Pdf, more: bytes) -> list[str]:
    form = pdf.pages[0].Resources.XObject.S1
    form.write(form.read_bytes() + more)
    file = io.BytesIO()
    pdf.save(file)
    return walk(file.getvalue()).errors


def test_a_sign_is_written_once_for_its_kind_and_size() -> None:
    again, larger = replace(SHARED, x=80), replace(SHARED, size=20)
    with _written("web", SHARED, again, RING, larger) as pdf:
        content = pdf.pages[0].Contents.read_bytes()
        assert sorted(pdf.pages[0].Resources.XObject.keys()) == ["/S1", "/S2", "/S3"]
    assert b"q 1 0 0 1 80.00 40.00 cm /S1 Do Q" in content
    assert content.count(b" Do Q") == 4


def test_a_stamp_takes_nothing_from_the_page_around_it() -> None:
    """What a page has set is in force inside a form: dashes, round ends, overprinting."""
    with _written("print", OVERPRINTED, RING) as pdf:
        content = pdf.pages[0].Contents.read_bytes()
        stamp = pdf.pages[0].Resources.XObject.S1.read_bytes()
    assert content.index(b"/Over gs") < content.index(b"/Knock gs") < content.index(b"/S1 Do")
    assert {b"0.85 w", b"[] 0 d", b"0 J 0 j"} <= set(stamp.split(b"\n"))


@pytest.mark.parametrize(
    ("profile", "more", "fault"),
    [
        ("web", b"\n", ""),
        ("web", b" /Artifact BMC EMC", "page 1: ['BMC'] in form /S1"),
        ("web", b" BT ET", "page 1: ['BT'] in form /S1"),
        ("web", b" 0 0 0 1 k", "page 1: process inks in the website's file"),
        ("print", b" 0 0 1 rg", "page 1: RGB operators in the printer's file"),
    ],
)
def test_the_walk_looks_into_stamps(profile: Profile, more: bytes, fault: str) -> None:
    with _written(profile, SHARED) as pdf:
        errors = _spoilt(pdf, more)
    assert errors == ([fault] if fault else [])
