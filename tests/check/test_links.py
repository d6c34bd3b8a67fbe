"""Links in running text that lead nowhere are told, each with its words."""

from __future__ import annotations

import pytest

from aula_reports.check.links import find_dead_links


@pytest.mark.parametrize(
    "link",
    [
        "[ici]()",
        "[ici](page.html)",
        "[ici](../rapport.pdf)",
        "[ici](www.exemple.fr)",
        "[ici](file:///C:/note.pdf)",
        "[ici](javascript:alert)",
        "[ici](<une-page>)",
    ],
)
def test_an_address_that_is_not_whole_is_told(link: str) -> None:
    text = f"Le bilan est {link}, en ligne."
    (slip,) = find_dead_links(text)
    assert text[slip.start : slip.end] == "[ici]"


@pytest.mark.parametrize(
    "text",
    [
        "[ici](https://exemple.fr/a_(b))",
        "[ici](HTTP://EXEMPLE.FR)",
        "[un mot](mailto:bonjour@exemple.fr)",
        "[un mot](tel:+33321000000)",
        "[plus haut](#axe-1)",
        "l’appel[^1] (et la suite)",
        r"\[entre crochets](page.html)",
        "Béthune (page 12)",
    ],
)
def test_what_can_be_followed_or_is_no_link_is_not(text: str) -> None:
    assert not list(find_dead_links(text))
