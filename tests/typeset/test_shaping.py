import pytest
from hypothesis import given
from hypothesis import strategies as st

from aula_reports.diagnostics import MissingGlyph
from aula_reports.typeset.fonts import Face, FaceTable
from aula_reports.typeset.runs import Run
from aula_reports.typeset.shaping import Shaper

LETTERS = "abcdefghijklmnopqrstuvwxyzéèêàçîœABCÉŒ0123456789’-.,;:!?«»\u00a0\u202f\u2011\u00ad "


def texts(run: Run) -> list[str]:
    return [glyph.text for glyph in run.glyphs]


def test_a_ligature_stands_for_all_its_letters(shaper: Shaper) -> None:
    assert texts(shaper.run("serif", "efficace")) == ["e", "ffi", "c", "a", "c", "e"]


def test_a_feature_can_be_switched_off(shaper: Shaper) -> None:
    assert texts(shaper.run("serif", "fjord", ("-liga",))) == list("fjord")


def test_a_composed_letter_reads_as_it_was_typed(shaper: Shaper) -> None:
    assert texts(shaper.run("serif", "e\u0301te\u0301")) == ["e\u0301", "t", "e\u0301"]


def test_old_style_figures_are_proportional_with_pnum(shaper: Shaper) -> None:
    tabular = shaper.run("serif", "2021", ("onum",))
    proportional = shaper.run("serif", "2021", ("onum", "pnum"))
    assert {glyph.advance for glyph in tabular.glyphs} == {500}
    assert [glyph.advance for glyph in proportional.glyphs] == [508, 550, 508, 436]


def test_small_capitals_read_as_their_letters(shaper: Shaper) -> None:
    plain, small = shaper.run("serif", "Blanc"), shaper.run("serif", "Blanc", ("smcp",))
    assert texts(small) == list("Blanc")
    assert [g.gid for g in plain.glyphs][1:] != [g.gid for g in small.glyphs][1:]


def test_superiors_are_the_fonts_own(shaper: Shaper) -> None:
    assert [g.advance for g in shaper.run("serif", "me", ("sups",)).glyphs] == [617, 351]


def test_kerning_is_in_the_advance(shaper: Shaper) -> None:
    assert shaper.run("serif", "AV").width < shaper.run("serif", "AV", ("-kern",)).width


@pytest.mark.parametrize("face", ["serif", "sans"])
def test_french_spaces_and_hyphens(shaper: Shaper, face: str) -> None:
    space, hyphen = shaper.run(face, " "), shaper.run(face, "-")
    assert shaper.run(face, "\u00a0").width == space.width
    assert shaper.run(face, "\u202f").width == space.width / 2
    for character in "\u2011\u00ad":
        run = shaper.run(face, character)
        assert (run.glyphs[0].gid, run.width) == (hyphen.glyphs[0].gid, hyphen.width)
        assert texts(run) == [character]


def test_a_face_without_french_signs_draws_them_all_the_same(
    faces: FaceTable, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Face.glyph

    def poor(face: Face, character: str) -> int | None:
        return None if character == "\u202f" else whole(face, character)

    monkeypatch.setattr(Face, "glyph", poor)
    run = Shaper(faces).run("serif", "1\u202f000")
    assert run.glyphs[1].gid == faces["serif"].glyph(" ")
    assert (run.glyphs[1].text, run.glyphs[1].advance) == ("\u202f", 116.5)


def test_a_missing_sign_is_named(shaper: Shaper) -> None:
    with pytest.raises(MissingGlyph, match=r"« 木 » \(U\+6728\) dans « Le 木 bois »"):
        shaper.run("serif", "Le 木 bois")


def test_the_same_question_gives_the_same_run(shaper: Shaper) -> None:
    assert shaper.run("serif", "axe", ("onum",)) is shaper.run("serif", "axe", ("onum",))


def test_no_text_is_no_glyph(shaper: Shaper) -> None:
    assert shaper.run("serif", "").glyphs == ()


@given(text=st.text(LETTERS, max_size=30), small=st.booleans())
def test_every_character_is_read_back(shaper: Shaper, text: str, small: bool) -> None:
    run = shaper.run("serif", text, ("smcp",) if small else ())
    assert "".join(texts(run)) == text == run.text
    assert run.width == pytest.approx(sum(glyph.advance for glyph in run.glyphs))
