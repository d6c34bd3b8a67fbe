"""A finding on a finished file names the field of the programme that it is from."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Pdf
from PIL import Image

from aula_reports import build, cli, load_programme
from aula_reports.model.pages import Picture
from aula_reports.pipeline import Publication
from aula_reports.prove.rules import Fault
from aula_reports.typeset.pages import ImageThing
from aula_reports.write.colour import Profile
from tests.prove.spoilers import MM, elements, ink, report_on, saved, spoilt
from tests.report.test_odd_reports import axis, programme, sheet

EXAMPLES = Path(__file__).parents[2] / "examples"
PICTURE = "axes › 2 › fiches › 3 › image"
PROFILES: tuple[Profile, ...] = ("web", "print", "archive")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """A report whose one picture, of its last sheet, is coarse."""
    folder = tmp_path_factory.mktemp("petit")
    Image.linear_gradient("L").resize((300, 200)).save(folder / "flou.png")
    first = axis(sheet(1))
    second = axis(sheet(1), sheet(2), sheet(picture="flou"), number=2)
    pictures = (Picture(id="flou", file="flou.png", alt="Un dégradé"),)
    coarse = programme(first, second).model_copy(update={"pictures": pictures})
    return build(coarse, folder=folder, use_cache=False)


def spoilt_at(small: Publication, profile: Profile, drawing: str) -> bytes:
    """Draw on the page of the picture, from the lower left corner of its box."""
    content = small.to_bytes(profile=profile, use_cache=False)
    with pikepdf.open(io.BytesIO(content)) as pdf:
        page = page_of_picture(pdf)
        trim = [float(number) for number in pdf.pages[page].TrimBox]
        left, bottom = box_of_picture(small)
        ink(pdf, f"q 1 0 0 1 {trim[0] + left} {trim[1] + bottom} cm {drawing} Q", page)
        return saved(pdf)


def box_of_picture(small: Publication) -> tuple[float, float]:
    things = (thing for page in small.book.pages for thing in page.things)
    picture = next(thing for thing in things if isinstance(thing, ImageThing))
    return picture.clip.x, picture.clip.y


def page_of_picture(pdf: Pdf) -> int:
    page = figure(pdf).Pg.objgen
    return next(number for number, one in enumerate(pdf.pages) if one.objgen == page)


def figure(pdf: Pdf) -> Any:
    return next(one for one in elements(pdf) if str(one.get("/Alt", "")) == "Un dégradé")


def found(content: bytes, code: str, folder: Path) -> Fault:
    (fault,) = (fault for fault in report_on(content, folder).faults if fault.code == code)
    return fault


def test_a_coarse_picture_of_a_sheet_names_the_sheet(small: Publication, tmp_path: Path) -> None:
    content = small.to_bytes(profile="print", use_cache=False)
    assert found(content, "P-01", tmp_path).place == PICTURE


@pytest.mark.parametrize(
    ("drawing", "code"),
    [
        ("/Artifact BMC 0.1 w 20 20 m 90 20 l S EMC", "P-05"),
        ("/Artifact BMC 1 1 1 1 k 20 20 40 40 re f EMC", "P-03"),
    ],
)
def test_what_is_an_artifact_is_of_the_field_around_it(
    small: Publication, drawing: str, code: str, tmp_path: Path
) -> None:
    content = spoilt_at(small, "print", drawing)
    assert found(content, code, tmp_path).place == PICTURE


def test_what_stands_apart_from_all_fields_has_no_place(small: Publication, tmp_path: Path) -> None:
    content = spoilt_at(small, "print", f"/Artifact BMC 0.1 w 0 {-12 * MM} m 60 {-12 * MM} l S EMC")
    assert not found(content, "P-05", tmp_path).place


def test_a_picture_without_words_names_its_sheet(small: Publication, tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(small.to_bytes(profile="web", use_cache=False))) as pdf:
        del figure(pdf).Alt
        content = saved(pdf)
    assert found(content, "UA-13-004", tmp_path).place == PICTURE


def test_the_command_tells_the_place(
    small: Publication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "petit.pdf"
    path.write_bytes(small.to_bytes(profile="print", use_cache=False))
    assert cli.main(["preflight", str(path)]) == 1
    told = " ".join(capsys.readouterr().out.split())
    assert re.search(rf"erreur P-01 image à [^\]]*, {PICTURE}\]", told)
    assert cli.main(["preflight", str(path), "--json"]) == 1
    (report,) = json.loads(capsys.readouterr().out)
    places = {fault["code"]: fault["lieu"] for fault in report["constats"]}
    assert places["P-01"] == PICTURE


@pytest.mark.parametrize("name", ["axes/2/fiches/3/image", "lieu:", "lieu:axes\x1b[31m/2"])
def test_a_file_of_other_ids_tells_no_place(small: Publication, name: str, tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(small.to_bytes(profile="web", use_cache=False))) as pdf:
        del figure(pdf).Alt
        for element in elements(pdf):
            element.ID = pikepdf.String(name)
        content = saved(pdf)
    assert not found(content, "UA-13-004", tmp_path).place


def test_a_file_without_ids_tells_no_place(tmp_path: Path) -> None:
    def thin(pdf: Pdf) -> None:
        ink(pdf, "/Artifact BMC 0.1 w 100 100 m 200 100 l S EMC")

    assert not found(spoilt("print", thin), "P-05", tmp_path).place


# --------------------------------------------------------------------------- the examples


def _ids(pdf: Pdf) -> list[str]:
    return [str(element.ID) for element in elements(pdf) if "/ID" in element]


def _leaves(node: Any) -> Iterator[tuple[str, Any]]:
    for kid in node.get("/Kids", ()):
        yield from _leaves(kid)
    names = list(node.get("/Names", ()))
    yield from zip(map(str, names[::2]), names[1::2], strict=True)


@pytest.mark.parametrize("book", ["ppa-2021", "rapport-2025"])
def test_ids_name_fields_of_the_programme_and_are_listed(book: str) -> None:
    read = load_programme(EXAMPLES / book / "programme.yaml")
    assert read.origin is not None
    publication = build(read)
    for profile in PROFILES:
        content = publication.to_bytes(profile=profile)
        with pikepdf.open(io.BytesIO(content)) as pdf:
            ids = _ids(pdf)
            listed = list(_leaves(pdf.Root.StructTreeRoot.IDTree))
            assert all(str(element.ID) == name for name, element in listed)
        assert [name for name, _ in listed] == sorted(ids)
        assert len(set(ids)) == len(ids)
        fields = {one.removeprefix("lieu:").partition(";")[0] for one in ids if ":" in one}
        steps = (field.split("/") for field in fields)
        paths = {tuple(int(s) - 1 if s.isdigit() else s for s in path) for path in steps}
        assert len(paths) > 20
        assert not {path for path in paths if path not in read.origin.places}
