"""Sentences that need several rules at once."""

from __future__ import annotations

import pytest

from aula_reports.french.compose import compose_text

SENTENCES = [
    ("Elle répond : «C'est fait.»", "Elle répond~: «~C’est fait.~»"),
    ('l\'"îlot"', "l’«~îlot~»"),
    ('Il dit:"Venez!"', "Il dit~: «~Venez¦!~»"),
    ('« Le mot "centre" est ambigu »', "«~Le mot “centre” est ambigu~»"),
    ('"Le mot "centre" est ambigu"', "«~Le mot “centre” est ambigu~»"),
    ("- Planter des haies ;", "–~Planter des haies¦;"),
    ("Quoi... ?", "Quoi…¦?"),
    (
        "La commission « Santé » du PMA - Apport d'expertise",
        "La commission «~Santé~» du PMA –~Apport d’expertise",
    ),
    (
        "MBM - CAUE - EURALENS - CD2E…",
        "MBM –~CAUE~– EURALENS –~CD2E…",
    ),
    (
        "M. André K. - maire depuis le 1 mars 2020 - est présent (cf. p.12).",
        "M.~André K. –~maire depuis le 1er~mars 2020~– est présent (cf. p.~12).",
    ),
    ("la 1/2 heure - Projet", "la 1/2~heure –~Projet"),
    ("Les lycées, les collèges, etc...", "Les lycées, les collèges,~etc."),
]


@pytest.mark.parametrize(("typed", "composed"), SENTENCES)
def test_sentence(typed: str, composed: str) -> None:
    expected = composed.replace("~", "\u00a0").replace("¦", "\u202f")
    assert compose_text(typed) == expected
    assert compose_text(expected) == expected
