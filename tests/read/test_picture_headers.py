from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from aula_reports.read.picture_headers import read_header


def _saved(path: Path, mode: str, **wishes: Any) -> Path:
    Image.new(mode, (7, 5)).save(path, **wishes)
    return path


@pytest.mark.parametrize(
    ("suffix", "mode"),
    [
        *((".png", mode) for mode in ("1", "L", "I;16", "P", "LA", "RGB", "RGBA")),
        *((".jpg", mode) for mode in ("L", "RGB", "CMYK")),
    ],
)
def test_it_says_what_pillow_says(tmp_path: Path, suffix: str, mode: str) -> None:
    path = _saved(tmp_path / f"vue{suffix}", mode)
    header = read_header(path)
    with Image.open(path) as image:
        assert header is not None
        assert (header.width, header.height, header.mode) == (*image.size, image.mode)


def test_a_long_way_to_the_frame_of_a_jpeg(tmp_path: Path) -> None:
    camera = {"exif": b"Exif\0\0" + b"\xff\xc0" * 9000, "icc_profile": b"\xff\xd8" * 40_000}
    path = _saved(tmp_path / "vue.jpg", "RGB", progressive=True, comment="\xff", **camera)
    content = path.read_bytes()
    path.write_bytes(content[:2] + b"\xff\x01\xff\xff" + content[2:])
    header = read_header(path)
    assert header is not None
    assert (header.width, header.height) == (7, 5)


@pytest.mark.parametrize("suffix", [".png", ".jpg"])
def test_cut_anywhere_before_the_size_it_is_no_picture(tmp_path: Path, suffix: str) -> None:
    content = _saved(tmp_path / f"vue{suffix}", "L").read_bytes()
    end = 33 if suffix == ".png" else content.index(b"\xff\xc0") + 10
    for length in range(end):
        (tmp_path / "coupe").write_bytes(content[:length])
        assert read_header(tmp_path / "coupe") is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"GIF89a",
        b"\xff\xd8\xff\xda" + b"\0" * 40,
        b"\xff\xd8\xff\xe0\0\0" + b"\0" * 40,
        b"\xff\xd8\xff\xe0\0\x04ab" + b"\0" * 40,
        b"\xff\xd8\xff\xc0\0\x0b\x0c\0\x05\0\x07\x01" + b"\0" * 40,  # twelve bits a sample
        b"\xff\xd8\xff\xc0\0\x0b\x08\0\0\0\x07\x01" + b"\0" * 40,  # height told later
        b"\xff\xd8\xff\xc0\0\x0b\x08\0\x05\0\x07\x02" + b"\0" * 40,  # two components
    ],
)
def test_what_is_no_picture(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "vue").write_bytes(content)
    assert read_header(tmp_path / "vue") is None


def test_a_damaged_png_header(tmp_path: Path) -> None:
    path = _saved(tmp_path / "vue.png", "L")
    content = bytearray(path.read_bytes())
    content[19] ^= 1
    path.write_bytes(content)
    assert read_header(path) is None
