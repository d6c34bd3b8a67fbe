import io
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader

from aula_reports.typeset.runs import Glyph
from aula_reports.write.colour import Profile
from aula_reports.write.document import CompactDocument
from aula_reports.write.glyph_font import GlyphFont, with_texts
from tests.judges import needs_poppler
from tests.write.sample_book import FACES, RARE_TEXT, Desk


def test_every_code_point_is_found_again(files: dict[Profile, bytes]) -> None:
    for content in files.values():
        text = PdfReader(io.BytesIO(content)).pages[0].extract_text()
        assert RARE_TEXT in text
        assert "pro\u00ad" in text
        assert "xviii" in text
        assert "XVIII" not in text


@needs_poppler
def test_poppler_reads_the_same_words(files: dict[Profile, bytes], tmp_path: Path) -> None:
    file = tmp_path / "livret.pdf"
    words = []
    for profile in files:
        file.write_bytes(files[profile])
        read = subprocess.run(["pdftotext", file, "-"], capture_output=True, check=True, text=True)
        words.append(read.stdout.split())
    assert words[0] == words[1]
    assert {"affluence", "porte\u2011à\u2011porte,", "Habitat", "siècle,"} <= set(words[0])


def test_a_pair_of_glyph_and_text_has_one_code() -> None:
    desk, font = Desk(), GlyphFont("G1", FACES["texte"])
    space, no_break = desk.shaper.run("texte", " "), desk.shaper.run("texte", "\u00a0")
    assert space.glyphs[0].gid == no_break.glyphs[0].gid
    assert (font.shown(space), font.shown(no_break)) == ("0001", "0002")
    assert font.shown(space) == "0001"


def test_kerning_and_offsets_become_steps() -> None:
    face = FACES["texte"]
    gid = face.glyph("A")
    assert gid
    width = face.advance(gid)
    font, desk = GlyphFont("G1", face), Desk()
    run = desk.shaper.run("texte", "A")
    kerned = type(run)("texte", (Glyph(gid, width - 20, "A"), Glyph(gid, width, "A", 5.0)), 0, "AA")
    assert font.shown(kerned) == "0001>20<>-5<0001>5<"


@pytest.mark.parametrize(
    ("texts", "shared"),
    [
        (("a", "b"), ["a", "b"]),
        (("ffi",), ["ffi"]),
        (("e\u0301", ""), ["e", "\u0301"]),
        (("ffi", "", "x"), ["f", "fi", "x"]),
        (("a", ""), ["a", "\u200b"]),
        (("", "b"), ["\u200b", "b"]),
    ],
)
def test_each_glyph_of_a_cluster_stands_for_something(
    texts: tuple[str, ...], shared: list[str]
) -> None:
    glyphs = with_texts([Glyph(1, 500, text) for text in texts])
    assert [glyph.text for glyph in glyphs] == shared


def test_only_used_glyphs_are_embedded() -> None:
    desk, font, document = Desk(), GlyphFont("G1", FACES["texte"]), CompactDocument()
    font.shown(desk.shaper.run("texte", "abc"))
    font.written(document)
    catalog = document.indirect()
    assert len(document.assembled("1.7", catalog, catalog, "0" * 32)) < 3_500
