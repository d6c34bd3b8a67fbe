"""Lists in lists: each level has its sign and stands under the text of the level above."""

from __future__ import annotations

from pathlib import Path

import pytest

from aula_reports import build
from aula_reports.model.pages import DocumentTitles, TextPage
from aula_reports.model.partners import Agency
from aula_reports.model.programme import Axis, Programme
from aula_reports.pipeline import Publication
from aula_reports.typeset.list_signs import numbering_of, sign_of
from aula_reports.typeset.pages import TextThing
from tests.write.structure_walk import walk

_TEXT = """\
Trois niveaux :

- premier, qui est assez long pour tenir sur deux lignes de texte au moins, et dire ce qu’il faut :
  - dedans ;
    - tout dedans ;
  - à côté.

  Suite du premier.
- deuxième :
  1. Un.
     1. Petit un.
        - mêlé.
- - sans texte au-dessus.
"""


@pytest.fixture(scope="module")
def book() -> Publication:
    return build(
        Programme(
            document=DocumentTitles(
                title_lines=("Programme",), running_title="P 2027", short_title="P", edition=2027
            ),
            agency=Agency(name="Agence du Val", acronym="AUV"),
            axes=(Axis(number=1, title="Habiter"),),
            preamble=TextPage(title="Avant", text=_TEXT),
        )
    )


def _things(book: Publication) -> dict[str, TextThing]:
    """Find the texts of the list: those of labels by their role and rank, the others by word."""
    found: dict[str, TextThing] = {}
    for page in book.book.pages:
        for thing in page.things:
            if isinstance(thing, TextThing) and thing.node is not None:
                found.setdefault(thing.text.split()[0], thing)
    return found


def _path(book: Publication, node: int | None) -> list[str]:
    nodes, roles = book.book.nodes, []
    while node is not None and nodes[node].role not in ("Sect", "Document"):
        roles.append(nodes[node].role)
        node = nodes[node].parent
    return roles[::-1]


_ITEM = ["L", "LI", "LBody"]


def test_inner_lists_hang_in_the_body_of_their_item(book: Publication) -> None:
    things = _things(book)
    assert _path(book, things["premier,"].node) == _ITEM
    assert _path(book, things["dedans"].node) == _ITEM * 2
    assert _path(book, things["tout"].node) == _ITEM * 3
    assert _path(book, things["Suite"].node) == [*_ITEM, "P"]
    assert _path(book, things["mêlé."].node) == _ITEM * 4
    assert _path(book, things["sans"].node) == _ITEM * 2


def test_each_level_stands_under_the_text_of_the_one_above(book: Publication) -> None:
    things = _things(book)
    assert things["•"].x == pytest.approx(things["premier,"].x)
    assert things["·"].x == pytest.approx(things["dedans"].x)
    assert things["Suite"].x == pytest.approx(things["premier,"].x)
    assert things["a)"].x == pytest.approx(things["Un."].x)
    assert things["–"].x < things["•"].x < things["·"].x < things["tout"].x


def test_the_file_has_no_fault(book: Publication, tmp_path: Path) -> None:
    path = tmp_path / "p.pdf"
    book.save(path, profile="web")
    assert walk(path.read_bytes()).errors == []


@pytest.mark.parametrize(
    ("number", "level", "sign"),
    [
        (0, 0, "1."),
        (99, 0, "100."),
        (1, 1, "b)"),
        (26, 1, "27."),
        (3, 2, "iv)"),
        (18, 2, "xix)"),
        (39, 2, "40."),
        (8, 5, "ix)"),
    ],
)
def test_numbers_have_one_kind_a_level(number: int, level: int, sign: str) -> None:
    assert sign_of(number, level, ordered=True) == sign


def test_dashes_have_one_kind_a_level() -> None:
    assert [sign_of(0, level, ordered=False) for level in range(4)] == ["–", "•", "·", "·"]
    assert numbering_of(1, ordered=False) == "Disc"
