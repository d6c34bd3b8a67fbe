"""The usages differ by their fields; a text goes from one to the other and back."""

from __future__ import annotations

import pytest

from aula_reports.french.compose import compose_text
from aula_reports.french.profiles import FINE, IN, NONE, OQLF, UE, Profile

TYPED = "Il dit : « Quoi ? » ; 2 130 voix !"
COMPOSED = {
    IN: "Il dit~: «~Quoi¦?~»¦; 2¦130 voix¦!",
    FINE: "Il dit¦: «¦Quoi¦?¦»¦; 2¦130 voix¦!",
    OQLF: "Il dit~: «~Quoi?~»; 2¦130 voix!",
    UE: "Il dit: «Quoi?»; 2¦130 voix!",
    NONE: TYPED,
}


@pytest.mark.parametrize("profile", COMPOSED)
def test_usage(profile: Profile) -> None:
    expected = COMPOSED[profile].replace("~", "\u00a0").replace("¦", "\u202f")
    assert compose_text(TYPED, profile) == expected
    assert compose_text(expected, profile) == expected


@pytest.mark.parametrize("other", [IN, FINE, OQLF, UE])
def test_text_of_another_usage_is_normalised(other: Profile) -> None:
    assert compose_text(compose_text(TYPED, other)) == compose_text(TYPED)


def test_no_usage_changes_nothing() -> None:
    raw = "l'eau  \u2009: « a »?  www.exemple.org 2ème ( x )"
    assert compose_text(raw, NONE) == raw
