"""Slips of the pen: each kind by one small text, and what looks like it and is right."""

from __future__ import annotations

from pathlib import Path

import pytest

from aula_reports import load_programme
from aula_reports.check.wordings import check_wordings
from aula_reports.french.slips import find_slips

EXAMPLE = Path(__file__).parents[2] / "examples" / "ppa-2021" / "programme.yaml"


@pytest.mark.parametrize(
    ("text", "code", "read"),
    [
        ("reçu par Mr Petit", "W470", "Mr"),
        ("bois, prés, etc…", "W471", "etc…"),
        ("bois, prés, etc...", "W471", "etc..."),
        ("avec l’Etat", "W472", "Etat"),
        ("Etude des sols", "W472", "Etude"),
        ("A partir de mai", "W472", "A"),
        ("Fini. A la suite", "W472", "A"),
        ("pour 15 K€", "W473", "K€"),
    ],
)
def test_a_slip_is_told(text: str, code: str, read: str) -> None:
    (slip,) = find_slips(text.replace("l’Etat", "l’ Etat"))
    assert (slip.code, slip.read) == (code, read)


@pytest.mark.parametrize(
    "text",
    [
        "M. Petit et MR 12",
        "bois, prés, etc. Puis…",
        "l’État, les études, Etaples et Etienne",
        "Le plan A prévoit, axe A partir",
        "15 k€ et K€",
        "https://exemple.org/Etat/Etude",
    ],
)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert not list(find_slips(text))


def test_a_slip_is_told_where_it_stands() -> None:
    programme = load_programme(EXAMPLE)
    slipping = programme.model_copy(
        update={"agency": programme.agency.model_copy(update={"name": "Agence de Mr Petit"})}
    )
    (fault,) = [one for one in check_wordings(slipping) if one.code == "W470"]
    assert fault.path == ("agence", "nom")
    assert "« Mr »" in fault.message
