from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from aula_reports.diagnostics import InvalidProgramme
from aula_reports.read import pictures
from aula_reports.read.loader import read_programme
from aula_reports.read.pictures import read_pictures, survey_pictures
from tests.read.conftest import WritesProgramme


def _draw(path: Path, size: tuple[int, int] = (6, 4), mode: str = "L") -> None:
    Image.new(mode, size).save(path)


LAYERS = "fichier: vue.png, premier_plan: avant.jpg, masque: masque.png"


def test_a_picture_with_its_layers(written: WritesProgramme, tmp_path: Path) -> None:
    for name in ("vue.png", "avant.jpg", "masque.png"):
        _draw(tmp_path / name)
    loaded = read_programme(written("fichier: vue.png", LAYERS))
    (picture,) = read_pictures(loaded)
    assert (picture.picture_id, picture.width, picture.height) == ("vue", 6, 4)
    assert (picture.path.name, picture.mask_path) == ("vue.png", tmp_path / "masque.png")


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ("fichier: absente.png", ["E101"]),
        ("fichier: ../vue.png", ["E121"]),
        ("fichier: texte.png", ["E132"]),
        ("fichier: image.gif", ["E132"]),
        ("fichier: tronquee.png", ["E132"]),
        ("fichier: large.png", ["E133"]),
        ("fichier: lourde.png", ["E131"]),
        ("fichier: vue.png, masque: masque.png", ["E136"]),
        ("fichier: vue.png, premier_plan: petite.png, masque: masque.png", ["E134"]),
        ("fichier: vue.png, premier_plan: vue.png, masque: couleur.png", ["E135"]),
        (
            "fichier: absente.png, premier_plan: non.png, masque: couleur.png",
            ["E101", "E101", "E135"],
        ),
    ],
)
def test_faults(
    written: WritesProgramme,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    fields: str,
    codes: list[str],
) -> None:
    _draw(tmp_path / "vue.png")
    _draw(tmp_path / "masque.png")
    _draw(tmp_path / "petite.png", (3, 2))
    _draw(tmp_path / "couleur.png", mode="RGB")
    _draw(tmp_path / "large.png", (pictures.MAX_SIDE + 1, 1))
    _draw(tmp_path / "image.gif")
    (tmp_path / "texte.png").write_text("bonjour", encoding="utf-8")
    (tmp_path / "tronquee.png").write_bytes((tmp_path / "vue.png").read_bytes()[:20])
    (tmp_path / "lourde.png").write_bytes(b"0" * 2_000_000)
    monkeypatch.setattr(pictures, "MAX_PICTURE_BYTES", 1_000_000)
    loaded = read_programme(written("fichier: vue.png", fields))
    found, findings = survey_pictures(loaded)
    assert not found
    assert [finding.code for finding in findings] == codes
    assert all(finding.location and finding.location.line == 33 for finding in findings)
    with pytest.raises(InvalidProgramme):
        read_pictures(loaded)


@pytest.mark.parametrize("name", ["vue.jpg", "vue.png", "vue.tif"])
def test_sizes_are_those_of_the_picture_stood_upright(
    written: WritesProgramme, tmp_path: Path, name: str
) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (6, 4)).save(tmp_path / name, exif=exif)
    (picture,) = read_pictures(read_programme(written("fichier: vue.png", f"fichier: {name}")))
    assert (picture.width, picture.height) == (4, 6)


@pytest.mark.parametrize("exif", [b"Exif\0\0MM\0+\0\x08", b"Exif\0\0", b"rien"])
@pytest.mark.parametrize("name", ["vue.jpg", "vue.png"])
def test_a_damaged_mark_counts_as_none(
    written: WritesProgramme, tmp_path: Path, name: str, exif: bytes
) -> None:
    Image.new("RGB", (6, 4)).save(tmp_path / name, exif=exif)
    (picture,) = read_pictures(read_programme(written("fichier: vue.png", f"fichier: {name}")))
    assert (picture.width, picture.height) == (6, 4)
