"""Headers are read as Pillow reads them; what is damaged is refused, and never for ever."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from aula_reports.read.picture_headers import Header, read_header


def _saved(kind: str, mode: str, **wishes: object) -> bytes:
    stream = io.BytesIO()
    Image.new(mode, (7, 5)).save(stream, kind, **wishes)
    return stream.getvalue()


_PNGS = [("PNG", mode) for mode in ("1", "L", "LA", "P", "RGB", "RGBA", "I;16")]
_JPEGS = [("JPEG", mode) for mode in ("L", "RGB", "CMYK")]


@pytest.mark.parametrize(("kind", "mode"), [*_PNGS, *_JPEGS])
def test_size_and_colours(kind: str, mode: str) -> None:
    assert read_header(io.BytesIO(_saved(kind, mode))) == Header(7, 5, mode)


def test_a_progressive_jpeg_with_a_profile_a_comment_and_fill_bytes() -> None:
    content = _saved("JPEG", "RGB", progressive=True, icc_profile=b"x" * 100_000, comment="mot")
    filled = content[:2] + b"\xff\xff" + content[2:]
    assert read_header(io.BytesIO(filled)) == Header(7, 5, "RGB")


@pytest.mark.parametrize("content", [b"", b"bonjour", _saved("GIF", "L"), _saved("BMP", "L")])
def test_nothing_else_is_a_picture(content: bytes) -> None:
    assert read_header(io.BytesIO(content)) is None


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_header_cut_short_is_none(kind: str) -> None:
    content = _saved(kind, "RGB")
    place = content.index(b"IHDR") if kind == "PNG" else content.index(b"\xff\xc0")
    assert read_header(io.BytesIO(content[: place + 8])) is None


@given(st.binary(max_size=60))
def test_any_bytes_come_to_an_end(content: bytes) -> None:
    read_header(io.BytesIO(b"\xff\xd8\xff" + content))
    read_header(io.BytesIO(b"\x89PNG\r\n\x1a\n" + content))
