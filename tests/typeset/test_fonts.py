import hashlib
import re
from pathlib import Path

import pytest

from aula_reports import resources
from aula_reports.diagnostics import MissingFont
from aula_reports.typeset.fonts import FaceTable

FAMILIES = ("SourceSerif4", "SourceSans3")
_ROW = re.compile(r"^\| `([^`]+)` \| (\d+) \| `([0-9a-f]{64})` \|$", re.MULTILINE)


@pytest.mark.parametrize("family", FAMILIES)
def test_files_are_those_that_their_origin_names(family: str) -> None:
    folder = resources.FONTS / family
    named = _ROW.findall((folder / "ORIGIN.md").read_text("utf-8"))
    assert {name for name, _, _ in named} == {
        path.name for path in folder.iterdir() if path.name != "ORIGIN.md"
    }
    for name, size, digest in named:
        content = (folder / name).read_bytes()
        assert (len(content), hashlib.sha256(content).hexdigest()) == (int(size), digest), name


@pytest.mark.parametrize("family", FAMILIES)
def test_each_family_brings_its_licence(family: str) -> None:
    licence = (resources.FONTS / family / "OFL.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence


def test_a_face_knows_its_measures(faces: FaceTable) -> None:
    serif = faces["serif"]
    assert (serif.cap_height, serif.x_height) == (670, 475)
    assert (serif.ascent, serif.descent) == (1036, -335)
    gid = serif.glyph("H")
    assert gid is not None
    box = serif.extents(gid)
    assert box is not None
    assert (box.y, box.top) == (0, 670)
    assert serif.left_bearing(gid) + box.width + serif.right_bearing(gid) == serif.advance(gid)


def test_a_space_has_no_ink(faces: FaceTable) -> None:
    assert faces["serif"].extents(faces["serif"].glyph(" ") or 0) is None


def test_a_table_opens_a_face_once(faces: FaceTable) -> None:
    assert faces["serif"] is faces["serif"]


def test_a_layout_may_bring_its_own_file(tmp_path: Path) -> None:
    source = resources.FONTS / "SourceSans3" / "SourceSans3-It.ttf"
    (tmp_path / "maison.ttf").write_bytes(source.read_bytes())
    assert FaceTable({"maison": "maison.ttf"}, tmp_path)["maison"].x_height > 0


def test_an_unknown_name_is_reported_with_the_known_ones(faces: FaceTable) -> None:
    with pytest.raises(MissingFont, match=r"« gothique ».*choisir parmi : serif"):
        faces["gothique"]


def test_a_missing_file_is_reported() -> None:
    with pytest.raises(MissingFont, match=r"« absente » est introuvable"):
        FaceTable({"absente": "nulle-part.ttf"})["absente"]


def test_a_file_that_is_no_font_is_reported(tmp_path: Path) -> None:
    (tmp_path / "faux.ttf").write_text("ceci n’est pas une fonte", "utf-8")
    face = FaceTable({"faux": "faux.ttf"}, tmp_path)["faux"]
    with pytest.raises(MissingFont, match="n’est pas une fonte lisible"):
        _ = face.hb_face
