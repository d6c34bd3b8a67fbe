"""What holds for every text: composing twice, protected zones, runs."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from aula_reports.french import IN, Profile, compose_runs, compose_text, find_spans
from aula_reports.french.profiles import FINE, OQLF, UE

SPACES = st.sampled_from([" ", "  ", "\u00a0", "\u202f", "\u2009", "\n", ""])
SIGNS = st.sampled_from(
    [*"?!;:.,…'’\"«»“”()[]-–—/§°%_", "...", "..", "--", ":-)", ";)", "etc", "&amp", "\ua66e", "`"]
)
PROSE = """
    " a l d qu Lens M Mme Mr Dr p art n page axe 1 2 12 130 000 1ère 2ème IVème mars avril km J
    C av ex II 8km % € K€ m2 m h H 7h05 30 °C x millions ans L. R. 300-1 P. M.-C. Petit COP BP
    62400 03 21 56 11 42 bis +33 XIXe siècle Henri IV oeuvre coeur a-t-il CO2 ex II habitants
    https://x.org/?q=a a@b.fr x:y {{a}} etc. plan.pdf #mot
"""
WORDS = st.sampled_from(PROSE.split())
TEXTS = st.lists(st.one_of(WORDS, SIGNS, SPACES), max_size=14).map("".join)
PROFILES = st.sampled_from([IN, FINE, OQLF, UE])
ZONES = st.sampled_from(
    [
        "https://exemple.org/l'eau?q=2ème",
        "www.exemple.org/a...b",
        "2eme@exemple.org",
        "#2ème",
        "`l'eau  ?`",
        r"C:\l'eau\2eme",
        "/srv/2eme/x",
        "{{ l'eau ? }}",
        "&nbsp;",
        "plan.2eme.pdf",
        "x:2ème",
    ]
)


@settings(max_examples=150, deadline=None)
@given(TEXTS, PROFILES)
@example("a ; )", IN)
@example("etc.. .", IN)
@example("mot . . . ?", IN)
def test_composing_twice_changes_nothing_more(text: str, profile: Profile) -> None:
    once = compose_text(text, profile)
    assert compose_text(once, profile) == once


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=40))
def test_any_characters_are_composed_once(text: str) -> None:
    once = compose_text(text)
    assert compose_text(once) == once


@settings(max_examples=150, deadline=None)
@given(ZONES, st.sampled_from(["Voir", "l'", "« ", "M. ", "", "a - "]), TEXTS)
def test_zones_are_copied_byte_for_byte(zone: str, before: str, after: str) -> None:
    assert zone in compose_text(f"{before} {zone} {after}")


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXTS, max_size=5).map(tuple))
def test_runs_are_the_composed_paragraph(runs: tuple[str, ...]) -> None:
    composed = compose_runs(runs)
    assert len(composed) == len(runs)
    assert "".join(composed) == compose_text("".join(runs))


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_words_lose_and_gain_no_letter(text: str) -> None:
    """Without the rules that respell, only signs and spaces differ."""
    profile = Profile(rules_off=frozenset({"R15", "R20", "R22"}))
    assert _letters(compose_text(text, profile)) == _letters(text)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_spans_are_ordered_and_apart(text: str) -> None:
    spans = find_spans(text)
    edges = [edge for span in spans for edge in (span.start, span.end)]
    assert edges == sorted(edges)
    letters = [text[span.start : span.end] for span in spans]
    assert all(one.isalpha() or one in _INDICES for one in letters)


_INDICES = {"2", "3", "4", "10", "2,5", "2.5"}
_RESPELT = str.maketrans({"œ": "oe", "Œ": "Oe", "×": "x", "²": "2", "³": "3"})


def _letters(text: str) -> str:
    """Give letters and figures, as they would be typed on a poor keyboard."""
    return "".join(filter(str.isalnum, text.translate(_RESPELT))).lower()
