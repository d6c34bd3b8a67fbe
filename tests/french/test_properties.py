"""What holds for every text: composing twice, protected zones, runs."""

from __future__ import annotations

from itertools import cycle

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from aula_reports.french.compose import compose_runs, compose_text
from aula_reports.french.profiles import FINE, IN, OQLF, UE, Profile
from aula_reports.french.profiles import PROFILES as PROFILES_BY_NAME
from aula_reports.french.spans import find_spans

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
ZONES = (
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
)


# Ten thousand texts a test, a hundred in each example: drawn as bytes, they cost little to draw.
TOKENS = (
    *PROSE.split(),
    *("1er", "p.9", "n°4", "24°", "art.", "L.300-1", "J.-C.", "3/4", "tonnes", "IIIe", "v1.8"),
    *("4x4", "Louis XIV", "7H", "24h/24", "640000", "km2", "12.", "annexe", "A.", "Nos", "MM."),
    *("10%", "2nd", "?", "!", ";", ":", ".", ",", "…", "’", "«", "»", "“", "”", "(", ")", "-", "–"),
    *("—", "...", "--", ":-)", ";)", "\ua66e", "`"),
)
BLANKS = (" ", " ", " ", " ", "  ", "\u00a0", "\u202f", "\u2009", "\n", "", "")
TEXTS_AT_ONCE = 100
MANY_TEXTS = st.binary(min_size=8 * TEXTS_AT_ONCE, max_size=8 * TEXTS_AT_ONCE).map(
    lambda drawn: [_typed(drawn[rank::TEXTS_AT_ONCE]) for rank in range(TEXTS_AT_ONCE)]
)
EVERY_PROFILE = tuple(PROFILES_BY_NAME.values())


def _typed(drawn: bytes) -> str:
    """Turn each byte into a word or sign with the blank behind it."""
    pairs = ((TOKENS[byte % len(TOKENS)], BLANKS[byte % len(BLANKS)]) for byte in drawn)
    return "".join(token + blank for token, blank in pairs)


@settings(max_examples=100, deadline=None)
@given(MANY_TEXTS)
def test_composing_twice_changes_nothing_more(texts: list[str]) -> None:
    for text, profile in zip(texts, cycle(EVERY_PROFILE), strict=False):
        once = compose_text(text, profile)
        assert compose_text(once, profile) == once


# Each was changed by a second pass once.
UNSETTLED = """
    a ; )|a : )|etc.. .|mot . . . ?|7h05€|7H 12h|640000 h, 7h05|2  640000°C|1/50 000m2|12h 12h
    |II\u202f56 ans|62400m2 640000 l|1 m2 62400 IVe|Mme\u20098km|dit " Voilà "|7h05 min
"""


@pytest.mark.parametrize("profile", EVERY_PROFILE, ids=list(PROFILES_BY_NAME))
@pytest.mark.parametrize("text", [text.strip() for text in UNSETTLED.split("|")])
def test_hard_texts_settle_at_the_first_pass(text: str, profile: Profile) -> None:
    once = compose_text(text, profile)
    assert compose_text(once, profile) == once


@settings(max_examples=10, deadline=None)
@given(MANY_TEXTS)
@example(["a : )", "« Note : »", "130 L.!", '" mot\n"', "Il dit : « Quoi ? » ; 2 130 voix !"])
def test_a_text_of_any_usage_becomes_what_it_is_in_another(texts: list[str]) -> None:
    for text in texts:
        composed = {profile: compose_text(text, profile) for profile in EVERY_PROFILE}
        for other in (IN, FINE, OQLF, UE):
            assert {compose_text(one, other) for one in composed.values()} == {composed[other]}


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=40))
def test_any_characters_are_composed_once(text: str) -> None:
    once = compose_text(text)
    assert compose_text(once) == once


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(["Voir", "l'", "« ", "M. ", "", "a - "]), MANY_TEXTS)
def test_zones_are_copied_byte_for_byte(before: str, texts: list[str]) -> None:
    for rank, after in enumerate(texts):
        zone = ZONES[rank % len(ZONES)]
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
