from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aula_reports.compose.inline import Mark, RichText, Words, plain
from aula_reports.diagnostics import InvalidLayout, MissingGlyph
from aula_reports.french.scripts import Script
from aula_reports.geometry import mm
from aula_reports.model.layout import Justification, TextStyle
from aula_reports.typeset.fonts import Face, FaceTable
from aula_reports.typeset.paragraph import Setter
from aula_reports.typeset.runs import LineMark, LineSpan, SetLine
from aula_reports.typeset.shaping import Shaper
from tests.typeset.conftest import FILES, STYLES, style

PROSE = (
    "Chaque printemps, l’agence soumet à ses membres le programme des études qu’elle conduira "
    "l’année suivante. Les communes y trouvent leurs demandes\u202f; les intercommunalités, leurs "
    "observatoires\u00a0; l’État, ses priorités. «\u00a0Rien n’est ajouté sans être "
    "financé\u00a0», rappelle la directrice –\u00a0et rien n’est retiré sans être "
    "expliqué\u00a0– devant le bureau réuni le 14\u00a0mars. "
    "Trois axes ordonnent les 99\u00a0actions\u00a0: connaître, planifier, "
    "accompagner. Le rendez-vous suivant, c’est-à-dire celui de l’automne, vérifie que les "
    "1\u202f850\u00a0jours de travail suffisent à 100\u00a0% des engagements pris."
)


def spans(line: SetLine) -> list[LineSpan]:
    return [span for span in line.spans if isinstance(span, LineSpan)]


def end(line: SetLine) -> float:
    """Give where a line's ink width ends, hanging signs included."""
    last = line.spans[-1]
    return last.x + (last.width if isinstance(last, LineSpan) else last.size)


def read(lines: tuple[SetLine, ...]) -> str:
    return "".join(line.text for line in lines).replace("\u00ad", "")


def spaces_of(line: SetLine, text: str) -> list[float]:
    """Measure a line's spaces of one kind as the eye sees them, the hanging one left out.

    The tracking after the letter before a space is seen with it.
    """
    pairs = [(span, *pair) for span in spans(line) for pair in span.runs]
    if not line.hyphenated:
        pairs = pairs[:-1]
    return [
        run.width * span.size / 1000 * span.scale + 2 * span.tracking + extra
        for span, run, extra in pairs
        if run.text == text
    ]


def test_golden_paragraph(setter: Setter) -> None:
    lines = setter.set((Words(PROSE),), "body", mm(80), first_indent=mm(4.5))
    assert [line.text for line in lines][:4] == [
        "Chaque printemps, l’agence soumet à ses membres ",
        "le programme des études qu’elle conduira l’année sui\u00ad",
        "vante. Les communes y trouvent leurs demandes\u202f; les ",
        "intercommunalités, leurs observatoires\u00a0; l’État, ses ",
    ]


@given(measure=st.floats(50, 180))
def test_justified_lines_end_at_the_measure(setter: Setter, measure: float) -> None:
    width, indent = mm(measure), mm(4.5)
    lines = setter.set((Words(PROSE),), "body", width, first_indent=indent)
    assert read(lines) == PROSE
    for number, line in enumerate(lines[:-1]):
        start = indent if not number else 0.0
        assert line.width == pytest.approx(width - start)
        assert line.spans[0].x <= start
        assert width - 1e-6 <= end(line) <= width + 4.0
        assert line.hyphenated == line.text.endswith(("\u00ad", "-"))
        assert line.hyphenated or line.text.endswith(" ")
    assert not lines[-1].text.endswith(" ")
    assert lines[-1].width <= width + 1e-6


@given(measure=st.floats(30, 180), kind=st.sampled_from(["body", "strict", "list", "title"]))
def test_signs_stay_where_they_belong(setter: Setter, measure: float, kind: str) -> None:
    lines = setter.set((Words(PROSE),), kind, mm(measure))
    assert read(lines) == PROSE
    for line in lines:
        assert line.text[0] not in "–:;!?»%"
        assert not line.text.rstrip(" ").endswith(("«", "’", "–\u00a0"))
    for line, following in pairwise(lines):
        assert not (line.text.rstrip(" ")[-1].isdigit() and following.text[0].isdigit())


def test_a_spaced_colon_does_not_start_a_line(setter: Setter) -> None:
    """Even where the text was not composed: plain spaces before `:` and `–`."""
    text = "Trois axes ordonnent les actions : connaître – planifier – accompagner"
    for measure in range(20, 90, 3):
        for line in setter.set((Words(text),), "list", mm(measure)):
            assert line.text[0] not in ":–"


def test_soft_hyphens_read_as_such_and_titles_have_none(setter: Setter) -> None:
    rich = (Words(PROSE),)
    divided = [line for line in setter.set(rich, "body", mm(50)) if line.text.endswith("\u00ad")]
    assert divided
    assert divided[0].hyphenated
    run, extra = spans(divided[0])[-1].runs[-1]
    assert (run.text, len(run.glyphs), extra) == ("\u00ad", 1, 0.0)
    for kind in ("title", "strict", "list"):
        assert not any("\u00ad" in line.text for line in setter.set(rich, kind, mm(70)))


def test_the_last_word_of_a_paragraph_is_whole(setter: Setter) -> None:
    for measure in range(40, 120):
        lines = setter.set((Words(PROSE + " intercommunalités"),), "body", mm(measure))
        assert "intercommunalités" in lines[-1].text


def test_capitalised_words_divide_only_where_a_sentence_starts(setter: Setter) -> None:
    names = "Administration " * 30
    for line in setter.set((Words("des " + names + "locales"),), "body", mm(60)):
        assert "\u00ad" not in line.text
    starts = (Words("Intercommunalités réunies. " * 30),)
    lines = [line for measure in range(40, 60) for line in setter.set(starts, "body", mm(measure))]
    assert any("Inter\u00ad" in line.text for line in lines)


def test_typed_soft_hyphens_are_obeyed(setter: Setter) -> None:
    text = ("antidis\u00adestablish " * 12) + "fin"
    lines = setter.set((Words(text),), "body", mm(45))
    assert read(lines) == text.replace("\u00ad", "")
    for line in lines:
        assert "\u00ad" not in line.text or line.text.endswith("antidis\u00ad")


def test_compounds_divide_at_their_own_hyphen_only(setter: Setter) -> None:
    lines = setter.set((Words("Bourgogne-Franche-Comté " * 8),), "body", mm(33))
    ends = {line.text.rstrip(" ") for line in lines if line.hyphenated}
    assert ends
    assert all(text.endswith(("Bourgogne-", "Franche-")) for text in ends)


@pytest.mark.parametrize("text", ["va-t\u2011il", "2012-2018", "A6/RD12", "1/50\u202f000", "J-C"])
def test_what_must_stay_together(setter: Setter, text: str) -> None:
    lines = setter.set((Words(f"{text} " * 20),), "body", mm(25))
    assert all(set(line.text.rstrip(" ").split(" ")) == {text} for line in lines)


def test_addresses_divide_without_a_hyphen(setter: Setter) -> None:
    address = "https://www.agence-exemple.fr/programme/2021/telechargement.html"
    lines = setter.set((Words(address),), "list", mm(40))
    assert len(lines) > 1
    assert "".join(line.text for line in lines) == address
    assert not any("\u00ad" in line.text for line in lines)
    assert all(not line.text.endswith(":") and len(line.text) >= 5 for line in lines)


@pytest.mark.parametrize("style", ["list", "body"])
def test_an_address_over_lines_is_copied_whole(setter: Setter, style: str) -> None:
    address = "https://www.agence-exemple.fr/programme/2021/telechargement.html"
    for measure in range(30, 100, 3):
        lines = setter.set((Words(f"Voir l’adresse {address} pour le reste."),), style, mm(measure))
        text = "".join(setter.parted(line).text for line in lines)
        assert text.split() == ["Voir", "l’adresse", address, "pour", "le", "reste."]


def test_tied_spaces_stretch_less_and_narrow_ones_not_at_all(setter: Setter) -> None:
    text = "Sur 100\u00a0% des 1\u202f850 jours, il faut l’intercommunalité entière vraiment."
    line = setter.set((Words(text),), "strict", mm(58))[0]
    space = setter.width("a b", "strict") - setter.width("ab", "strict")
    assert min(spaces_of(line, " ")) > 1.3 * space
    assert spaces_of(line, "\u00a0") == [pytest.approx(1.25 * space)]
    assert spaces_of(line, "\u202f") == [pytest.approx(0.5 * space)]


def test_letters_give_way_with_the_spaces_and_within_their_bounds(setter: Setter) -> None:
    scales, trackings = set(), set()
    for measure in range(40, 120, 3):
        for line in setter.set((Words(PROSE),), "body", mm(measure)):
            for span in spans(line):
                scales.add(span.scale)
                trackings.add(round(span.tracking / span.size, 6))
    assert 0.98 == min(scales) < 1 < max(scales) == 1.02
    assert -0.0151 < min(trackings) < 0 < max(trackings) < 0.0151


def test_letters_keep_still_where_the_layout_says_so(setter: Setter) -> None:
    rigid = Justification.model_validate({"approche": 0, "chasse": 0})
    body = TextStyle.model_validate({"fonte": "serif", "corps": 9.5, "alignement": "justifie"})
    still = Setter(setter.faces, {"body": body}, rigid)
    for line in still.set((Words(PROSE),), "body", mm(80)):
        assert {(span.scale, span.tracking) for span in spans(line)} == {(1.0, 0.0)}


@given(
    measure=st.floats(40, 180),
    cut=st.sampled_from([k for k, sign in enumerate(PROSE) if sign == " "]),
)
def test_a_text_in_two_runs_of_one_look_is_set_as_one(
    setter: Setter, measure: float, cut: int
) -> None:
    """Lines of whole words of one look are made by a shorter way: it must come out the same."""
    whole = setter.set((Words(PROSE),), "body", mm(measure))
    parts = setter.set((Words(PROSE[:cut]), Words(PROSE[cut:])), "body", mm(measure))
    assert [line.text for line in whole] == [line.text for line in parts]
    for one, other in zip(whole, parts, strict=True):
        assert one.width == pytest.approx(other.width)
        assert spaces_of(one, " ") == pytest.approx(spaces_of(other, " "))
        assert one.spans[0].x == pytest.approx(other.spans[0].x)
        assert end(one) == pytest.approx(end(other))


def test_signs_hang_in_the_margins(setter: Setter) -> None:
    lines = setter.set((Words("«\u00a0Observatoires,\u00a0» " + PROSE),), "body", mm(70))
    quote = setter.width("«", "body")
    assert lines[0].spans[0].x == pytest.approx(-0.35 * quote)
    commas = [line for line in lines[:-1] if line.text.endswith(", ")]
    comma = setter.width(",", "body")
    assert all(end(line) == pytest.approx(mm(70) + 0.7 * comma) for line in commas)


def test_a_balanced_title_keeps_its_lines_and_narrows(setter: Setter) -> None:
    rich = (Words("Les observatoires de l’habitat et des mobilités du territoire"),)
    lines = setter.set(rich, "title", mm(174))
    assert len(lines) == 2
    assert abs(lines[0].width - lines[1].width) < 0.35 * lines[0].width
    assert max(line.width for line in lines) < mm(140)


def test_short_last_words_are_not_left_alone(setter: Setter) -> None:
    rich = (Words("Accompagner les communes dans la révision de leurs documents au fil de l’eau"),)
    for measure in range(60, 120):
        lines = setter.set(rich, "list", mm(measure))
        assert len(lines) == 1 or lines[-1].text != "l’eau"


def test_alignments(setter: Setter) -> None:
    rich = (Words("Direction générale de l’agence\net de son conseil"),)
    for line in setter.set(rich, "right", 200):
        assert line.spans[0].x == pytest.approx(200 - line.width)
        assert end(line) == pytest.approx(200)
    for line in setter.set(rich, "centred", 200):
        assert line.spans[0].x == pytest.approx((200 - line.width) / 2)


def test_forced_line_ends(setter: Setter) -> None:
    rich = (Words("8, avenue du Parc\n"), Words("59000 Lille\n\nTél. 03", bold=True))
    lines = setter.set(rich, "list", 400)
    assert [line.text for line in lines] == ["8, avenue du Parc ", "59000 Lille ", "", "Tél. 03"]
    assert setter.line(rich, "list").text == "8, avenue du Parc 59000 Lille Tél. 03"


def test_nothing_sets_no_line(setter: Setter) -> None:
    assert setter.set((), "body", 100) == setter.set((Words("  "),), "body", 100) == ()
    assert setter.line("", "body") == SetLine((), 0.0)


def test_emphasis_chooses_the_styles_faces(setter: Setter) -> None:
    rich = (Words("l’"), Words("avis", italic=True), Words(" du "), Words("conseil", bold=True))
    line = setter.line(rich, "body")
    assert [(span.face, span.text) for span in spans(line)] == [
        ("serif", "l’"),
        ("serif-italic", "avis"),
        ("serif", " du "),
        ("serif-bold", "conseil"),
    ]
    # A style without an italic keeps its face.
    assert {span.face for span in spans(setter.line(rich, "list"))} == {"serif"}


def test_scripts(setter: Setter) -> None:
    rich: RichText = (
        Words("M"),
        Words("me", script=Script.SUPERIOR),
        Words("\u00a0Irma "),
        Words("Duchêne", script=Script.SMALL_CAPS),
        Words(", CO"),
        Words("2", script=Script.INFERIOR),
    )
    line = setter.line(rich, "body")
    assert line.text == "Mme\u00a0Irma Duchêne, CO2"
    superior, small = spans(line)[1], spans(line)[3]
    assert (superior.size, superior.rise) == (9.5, 0.0)
    assert superior.width == pytest.approx(9.196)
    assert small.tracking == pytest.approx(0.02 * 9.5)


def test_small_capitals_are_made_of_capitals_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Face, "features", frozenset())
    setter = Setter(FaceTable(FILES), STYLES)
    for text, size in (("XX", 0.78 * 9.5), ("Duchêne", 9.5)):
        rich: RichText = (Words("du "), Words(text, script=Script.SMALL_CAPS))
        line = setter.line(rich, "body")
        assert line.text == f"du {text}"
        assert spans(line)[-1].size == pytest.approx(size)


@pytest.mark.parametrize(("text", "is_lining"), [("T0", True), ("0", False), ("du T0,", True)])
def test_figures_among_capitals_are_lining(setter: Setter, text: str, is_lining: bool) -> None:
    shaper = Shaper(FaceTable(FILES))
    lining = shaper.run("serif", "0", ("lnum", "pnum")).glyphs[0].gid
    line = setter.line(text, "list")
    drawn = {glyph.gid for span in spans(line) for run, _ in span.runs for glyph in run.glyphs}
    assert (lining in drawn) == is_lining


def test_superiors_of_titles_are_made_by_hand(setter: Setter) -> None:
    line = setter.line((Words("1"), Words("er", script=Script.SUPERIOR)), "title")
    raised = spans(line)[1]
    assert raised.size == pytest.approx(0.56 * 28)
    assert raised.rise == pytest.approx(0.42 * 28)


def test_capitals_keep_accents_and_tracking_ends_with_the_line(setter: Setter) -> None:
    line = setter.line("Équipe à l’œuvre", "overline")
    assert line.text == "ÉQUIPE À L’ŒUVRE"
    (span,) = spans(line)
    glyphs = sum(len(run.glyphs) for run, _ in span.runs)
    natural = sum(run.width for run, _ in span.runs) * 8 / 1000
    assert span.tracking == pytest.approx(0.48)
    assert line.width == span.width == pytest.approx(natural + 0.48 * (glyphs - 1))


def test_another_style_inside_a_line(setter: Setter) -> None:
    line = setter.line((Words("Axe "), Words("suite", style="note")), "list")
    assert [(s.face, s.size, s.ink) for s in spans(line)][1] == ("sans", 7.5, "nuit-80")


def test_links_are_spans_of_their_own(setter: Setter) -> None:
    rich = (Words("Voir "), Words("le site de l’agence", href="https://exemple.fr"), Words("."))
    lines = setter.set(rich, "list", mm(25))
    marked = [span.text for line in lines for span in spans(line) if span.inline == 1]
    assert len(lines) > 1
    assert "".join(marked) == "le site de l’agence"


def test_a_mark_never_parts_from_its_word(setter: Setter) -> None:
    rich = (Words("Contribuer à l’observatoire foncier "), Mark("etoile", "nouvelle"))
    for measure in range(24, 80, 2):
        lines = setter.set(rich, "list", mm(measure))
        mark = lines[-1].spans[-1]
        assert isinstance(mark, LineMark)
        before = spans(lines[-1])[-1]
        assert before.text.strip()
        assert mark.x == pytest.approx(before.x + before.width + mm(1.1))
        assert (mark.ink, mark.inline) == ("brique", 1)
        assert mark.size == pytest.approx(mm(2))
        assert lines[-1].width == pytest.approx(mark.x + mark.size)


def test_a_mark_in_an_unknown_style_takes_the_texts_ink(setter: Setter) -> None:
    mark = setter.line((Words("Axe"), Mark("point", "")), "note").spans[-1]
    assert isinstance(mark, LineMark)
    assert mark.ink == "nuit-80"
    assert mark.size == pytest.approx(mm(2) * 7.5 / 9.5)


def test_heights(setter: Setter) -> None:
    assert setter.cap_height("body") == pytest.approx(6.365)
    assert setter.x_height("body") == pytest.approx(4.5125)


def test_an_unknown_style_is_a_fault_of_the_layout(setter: Setter) -> None:
    with pytest.raises(InvalidLayout, match="E610 le style de texte « vide » n’existe pas"):
        setter.set((Words("Texte"),), "vide", 100)


WORDS = st.lists(
    st.sampled_from(
        ["le", "plan", "d’aménagement", "«\u00a0oui\u00a0»", "1\u202f850", "a-t\u2011il"]
    ),
    min_size=1,
    max_size=30,
)


@given(
    runs=st.lists(st.tuples(WORDS, st.booleans(), st.sampled_from(Script)), min_size=1, max_size=4),
    kind=st.sampled_from(["body", "list", "title", "centred"]),
    measure=st.floats(20, 170),
)
def test_nothing_is_lost(
    setter: Setter, runs: list[tuple[list[str], bool, Script]], kind: str, measure: float
) -> None:
    rich = tuple(Words(" ".join(words) + " ", italic, script=s) for words, italic, s in runs)
    lines = setter.set(rich, kind, mm(measure))
    assert read(lines) == plain(rich).rstrip(" ")
    for line in lines:
        for span, following in pairwise(spans(line)):
            assert following.x == pytest.approx(span.x + span.width, abs=1e-6)


def test_a_word_with_a_foreign_sign_is_set_in_the_next_face(faces: FaceTable) -> None:
    """Serif has no Ĳ, Sans has: the whole word changes its face, in a line that is driven."""
    helped = Setter(faces, STYLES, fallbacks=("display", "sans"))
    text = "Le pont sur l’Ĳssel, à Deventer, relie deux rives et plusieurs quartiers anciens."
    lines = helped.set((Words(text),), "body", mm(60))
    assert read(lines) == text
    (word,) = [span for line in lines for span in spans(line) if "Ĳ" in span.text]
    assert (word.face, word.text) == ("sans", "l’Ĳssel,")
    for line in lines[:-1]:
        assert line.width == pytest.approx(mm(60))
        for span, following in pairwise(spans(line)):
            assert following.x == pytest.approx(span.x + span.width, abs=1e-6)


def test_a_sign_that_no_face_has_is_named(faces: FaceTable) -> None:
    helped = Setter(faces, STYLES, fallbacks=("sans",))
    with pytest.raises(MissingGlyph, match=r"« 木 » \(U\+6728\)") as caught:
        helped.line("Le 木 bois", "body")
    assert caught.value.character == "木"


def test_fractions_are_a_feature_of_the_style(faces: FaceTable) -> None:
    styles = {"plain": STYLES["list"], "fractions": style(traits=["frac"])}
    made = Setter(faces, styles)
    assert made.width("1/2", "fractions") < 0.9 * made.width("1/2", "plain")
    assert made.line("1/2", "fractions").text == "1/2"


def test_signs_between_capitals_stand_as_high(faces: FaceTable) -> None:
    styles = {name: style(capitales=name == "capitals") for name in ("low", "capitals")}
    made = Setter(faces, styles)
    glyphs = [spans(made.line("(A)", name))[0].runs[0][0].glyphs[0].gid for name in styles]
    assert glyphs[0] != glyphs[1]
