"""The printer's file in the colours of its press: spot inks, another profile, marks round pages."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from msgspec.structs import replace
from PIL import Image, ImageCms

from aula_reports import InvalidLayout, build
from aula_reports.geometry import Rect, mm
from aula_reports.model.layout import InkSpec
from aula_reports.model.programme import Action
from aula_reports.pipeline import Publication
from aula_reports.typeset.pages import Book, MarkThing, ShapeThing, TextThing
from aula_reports.write.colour import Profile
from aula_reports.write.pdf import Supplies, write_file
from aula_reports.write.pixels import prepare
from aula_reports.write.press import FOGRA39, Press
from aula_reports.write.recipes import recipe_of
from tests.booklet.test_from_python import _programme
from tests.judges import needs_ghostscript
from tests.write.sample_book import FACES, INKS, sample_book

SPOT = "PANTONE 300 C"
SPOT_INKS = INKS | {
    "nuit": InkSpec(cmyk=(100, 44, 0, 0), srgb="#005eb8", spot=SPOT),
    "brume": InkSpec(cmyk=(20, 9, 0, 0), srgb="#ccdff1", spot=SPOT, tint=20),
}


def written(profile: Profile, book: Book | None = None, **supplied: object) -> pikepdf.Pdf:
    supplies = Supplies(FACES, SPOT_INKS, **supplied)  # type: ignore[arg-type]
    content = write_file(book or sample_book(), supplies, profile, use_cache=False).content
    return pikepdf.open(io.BytesIO(content))


def streams(pdf: pikepdf.Pdf) -> str:
    return "".join(page.Contents.read_bytes().decode("latin-1") for page in pdf.pages)


def test_a_spot_ink_has_a_plate_of_its_own() -> None:
    with written("print") as pdf:
        ((name, space),) = pdf.pages[0].Resources.ColorSpace.items()
        assert [str(space[at]) for at in range(3)] == ["/Separation", f"/{SPOT}", "/DeviceCMYK"]
        assert [float(share) for share in space[3].C1] == pytest.approx([1, 0.44, 0, 0])
        assert re.search(rf"{name} cs 1 scn", streams(pdf))
        assert re.search(rf"{name} cs 0.2 scn", streams(pdf))


def test_the_screen_knows_no_spot_ink() -> None:
    with written("web") as pdf:
        assert "/ColorSpace" not in pdf.pages[0].Resources
        assert " scn" not in streams(pdf)


@needs_ghostscript
def test_ghostscript_parts_four_inks_and_the_spot(tmp_path: Path) -> None:
    with written("print") as pdf:
        pdf.save(tmp_path / "a.pdf")
    command = ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=tiffsep", "-r20", "-o"]
    subprocess.run([*command, tmp_path / "s%d.tif", tmp_path / "a.pdf"], check=True)
    plates = {re.sub(r"^s\d+\(?|\)?\.tif$", "", path.name) for path in tmp_path.glob("s1*.tif")}
    assert plates - {""} == {"Cyan", "Magenta", "Yellow", "Black", SPOT}


def test_signs_find_the_spot_inks_too() -> None:
    sign = MarkThing(None, "star", 40, 40, 9, "nuit")
    book = sample_book()
    page = replace(book.pages[0], things=(*book.pages[0].things, sign))
    with written("print", replace(book, pages=(page, *book.pages[1:]))) as pdf:
        stamps = pdf.pages[0].Resources.XObject
        assert any("/ColorSpace" in stamp.Resources for stamp in stamps.values())


@pytest.fixture
def uncoated(tmp_path: Path) -> Press:
    """A profile that is not ours: the same, with one more byte of padding."""
    icc = tmp_path / "uncoated.icc"
    icc.write_bytes(FOGRA39.read_bytes() + b"\0")
    return Press(icc, "FOGRA52", "Offset, papier non couché", 260)


def test_the_output_intent_is_the_users(uncoated: Press) -> None:
    with written("print", press=uncoated) as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert str(intent.OutputConditionIdentifier) == "FOGRA52"
        assert intent.DestOutputProfile.read_bytes() == uncoated.icc.read_bytes()
    with written("web", press=uncoated) as pdf:
        assert str(pdf.Root.OutputIntents[0].OutputConditionIdentifier) == "sRGB"


def test_pictures_keep_the_limit_of_the_press(uncoated: Press, tmp_path: Path) -> None:
    file = tmp_path / "a.png"
    Image.new("RGB", (40, 40), (20, 10, 30)).save(file)
    (pixels,) = prepare([file], recipe_of("print", uncoated).at(100, 100))
    inks = Image.open(io.BytesIO(pixels.content)).tobytes()
    sums = [sum(inks[at : at + 4]) / 2.55 for at in range(0, len(inks), 4)]
    assert 200 < max(sums) <= 260
    assert recipe_of("print", uncoated).key != recipe_of("print", Press()).key


def marked() -> Publication:
    return build(_programme(Action(number=1, title="Observer"))).with_marks()


def test_marks_stand_outside_the_bleed_on_every_plate() -> None:
    publication = marked()
    with pikepdf.open(io.BytesIO(publication.to_bytes(profile="print"))) as pdf:
        page = pdf.pages[0]
        media, bleed, trim = (
            list(map(float, page[f"/{n}Box"])) for n in ("Media", "Bleed", "Trim")
        )
        assert trim[2] - trim[0] == pytest.approx(mm(210), abs=0.01)
        assert bleed[0] == pytest.approx(trim[0] - mm(3), abs=0.01)
        assert media[0] < bleed[0] - mm(8)
        spaces = page.Resources.ColorSpace
        assert any(str(space[1]) == "/All" for space in spaces.values())
    plain = build(_programme(Action(number=1, title="Observer")))
    assert publication.to_bytes(profile="web") == plain.to_bytes(profile="web")


def test_nothing_of_the_marks_reaches_the_drawn_bleed() -> None:
    book, _ = marked()._for_press("print")
    sheet = book.sheet
    drawn = Rect(0, 0, sheet.width, sheet.height).grown(sheet.bleed)
    for page in book.pages:
        *_, marks, slug = page.things
        assert isinstance(marks, ShapeThing)
        assert isinstance(slug, TextThing)
        assert slug.y < -sheet.bleed
        assert f"page\u00a0{page.number}" in slug.text
        points = [point for segment in marks.path for point in _points(segment[1:])]
        assert not any(drawn.holds(Rect(x, y, 0, 0)) for x, y in points)


def _points(numbers: tuple[float, ...]) -> Iterator[tuple[float, float]]:
    yield from zip(numbers[::2], numbers[1::2], strict=True)


def test_a_profile_of_a_screen_is_refused(tmp_path: Path) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for name, content, told in (
        ("ecran.icc", profile, "quadrichromie"),
        ("texte.icc", b"x" * 200, "n’est pas un profil ICC"),
        ("court.icc", FOGRA39.read_bytes()[:200], "n’est pas un profil ICC"),
        ("absent.icc", None, "introuvable"),
    ):
        if content is not None:
            (tmp_path / name).write_bytes(content)
        layout = f"base: ppa\nnom: La nôtre\nimpression: {{icc: {name}}}\n"
        (tmp_path / "layout.yaml").write_text(layout, encoding="utf-8")
        with pytest.raises(InvalidLayout, match=told):
            build(_programme(Action(number=1, title="Observer")), layout=str(tmp_path))
