"""A table of more partners than a page holds is laid over pages that face each other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from aula_reports import build
from aula_reports.diagnostics import ContentOverflow
from aula_reports.model.pages import DocumentTitles, TextPage
from aula_reports.model.partners import Agency, Organisation
from aula_reports.model.programme import (
    Action,
    ActionGroup,
    Axis,
    PartnerFamily,
    PartnerMatrixSettings,
    Programme,
    Section,
)
from aula_reports.pipeline import Publication
from aula_reports.typeset.pages import EmptyThing, MarkThing, Page, TextThing
from tests.booklet.placed import collisions, late_lines, strays
from tests.write.structure_walk import walk

_ORGANISATIONS = tuple(
    Organisation(id=f"m_{number}", name=f"Membre {number:02}") for number in range(90)
)
_FAMILIES = {"Fondateurs": 17, "Syndicats": 2, "Communes": 27}
_ROWS = 40


def _action(number: int) -> Action:
    """Give an action that the first column pays for, and the last one and some others use."""
    title = "Observatoire" if number % 2 else "Étude des mobilités entre les pôles " * 3
    users = (f"m_{number % 44 + 1}", "m_45")
    return Action(number=number, title=title, funders=("m_0",), beneficiaries=users)


def _programme(families: dict[str, int], **parts: object) -> Programme:
    columns = iter(_ORGANISATIONS)
    named = tuple(
        PartnerFamily(label=label, organisations=tuple(next(columns).id for _ in range(count)))
        for label, count in families.items()
    )
    actions = tuple(map(_action, range(1, _ROWS + 1)))
    group = ActionGroup(title="Dans les commissions", actions=actions[8:])
    section = Section(number="1.1", title="Mobilités", entries=(*actions[:8], group))
    known: dict[str, object] = {
        "document": DocumentTitles(
            title_lines=("Programme",), running_title="P 2027", short_title="P", edition=2027
        ),
        "agency": Agency(name="Agence du Val", acronym="AUV"),
        "organisations": _ORGANISATIONS,
        "axes": (Axis(number=1, title="Se déplacer", sections=(section,)),),
        "partner_matrix": PartnerMatrixSettings(families=named, standfirst="Lire une ligne."),
    }
    return Programme.model_validate({**known, **parts})


@pytest.fixture(scope="module")
def wide() -> Publication:
    return build(_programme(_FAMILIES))


def _matrix_pages(book: Publication) -> list[Page]:
    return [page for page in book.book.pages if page.master == "matrix"]


def _spreads(book: Publication) -> Iterator[tuple[Page, Page]]:
    pages = _matrix_pages(book)
    yield from zip(pages[::2], pages[1::2], strict=True)


def _texts(page: Page) -> list[TextThing]:
    return [thing for thing in page.things if isinstance(thing, TextThing)]


def _row_numbers(page: Page) -> dict[str, TextThing]:
    """Find the numbers that stand alone at the left of the rows."""
    foot, edge = 100, min(thing.x for thing in _texts(page)) + 20
    level = (thing for thing in _texts(page) if not thing.angle)
    return {
        thing.text.strip(): thing
        for thing in level
        if thing.text.strip().isdigit() and foot < thing.y and thing.x < edge
    }


def _names(page: Page) -> list[str]:
    return [thing.text.strip() for thing in _texts(page) if thing.angle]


def test_families_are_parted_between_the_pages(wide: Publication) -> None:
    for verso, recto in _spreads(wide):
        assert not verso.is_recto
        assert recto.is_recto
        assert len(_names(verso)) == 17
        assert len(_names(recto)) == 29
    assert len(_matrix_pages(wide)) >= 4


def test_a_row_is_at_the_same_height_on_both_pages(wide: Publication) -> None:
    told: list[str] = []
    for verso, recto in _spreads(wide):
        heights = [
            {round(thing.y, 3) for thing in page.things if isinstance(thing, MarkThing)}
            for page in (verso, recto)
        ]
        # Signs of the legend stand on the verso alone.
        assert heights[1] <= heights[0]
        numbers = _row_numbers(recto)
        told += numbers
        assert len(heights[1]) == len(numbers)
        assert all(thing.node is None for thing in numbers.values())
    assert told == [str(number) for number in range(1, _ROWS + 1)]


def test_it_is_one_table_whose_rows_run_over_both_pages(wide: Publication, tmp_path: Path) -> None:
    nodes = wide.book.nodes
    assert [node.role for node in nodes].count("Table") == 1
    assert [node.role for node in nodes].count("TD") == _ROWS * 46
    cells: dict[int | None, set[int]] = {}
    for page in _matrix_pages(wide):
        for thing in page.things:
            if isinstance(thing, EmptyThing) and nodes[thing.node].role == "TD":
                cells.setdefault(nodes[thing.node].parent, set()).add(page.number)
    assert [len(pages) for pages in cells.values()] == [2] * _ROWS
    for profile in ("web", "archive", "print"):
        path = tmp_path / f"{profile}.pdf"
        wide.save(path, profile=profile)
        if profile != "archive":
            assert walk(path.read_bytes()).errors == []


def test_heads_are_read_once_and_seen_on_each_spread(wide: Publication) -> None:
    (_, first), *others = _spreads(wide)
    assert others
    tagged = [thing for thing in _texts(first) if thing.angle and thing.node is not None]
    assert len(tagged) == 29
    for pages in others:
        assert all(thing.node is None for page in pages for thing in _texts(page) if thing.angle)


def test_nothing_collides_or_leaves_its_place(wide: Publication) -> None:
    assert not collisions(wide)
    assert not strays(wide)
    assert not late_lines(wide)


def _guide_and_filler(preamble: TextPage | None) -> tuple[bool, bool]:
    """Say whether the page before the table tells how to read it, and if one is dark before it."""
    book = build(_programme(_FAMILIES, preamble=preamble))
    first = _matrix_pages(book)[0]
    assert not first.is_recto
    *_, before, guide = book.book.pages[: first.number - 1]
    assert not any(page.master == "blank" for page in book.book.pages)
    tells = "Lire une ligne." in " ".join(thing.text for thing in _texts(guide))
    return tells, before.master == "endpaper"


def test_no_page_parts_it_from_how_to_read_it() -> None:
    """One page more or less before them is made up for before both, by a dark page."""
    found = [_guide_and_filler(None), _guide_and_filler(TextPage(title="Avant", text="Un mot."))]
    assert sorted(found) == [(True, False), (True, True)]


def test_without_a_page_on_how_to_read_it_it_begins_on_a_verso_too() -> None:
    for texts in (None, TextPage(title="Préambule", text="Un texte.")):
        programme = _programme(_FAMILIES, preamble=texts)
        settings = programme.partner_matrix.model_copy(update={"standfirst": ""})
        book = build(programme.model_copy(update={"partner_matrix": settings}))
        assert not _matrix_pages(book)[0].is_recto


def test_a_family_too_large_for_a_page_goes_on_over_the_other() -> None:
    book = build(_programme({"Membres": 46}))
    (verso, recto), *_ = _spreads(book)
    counts = len(_names(verso)), len(_names(recto))
    assert sum(counts) == 46
    assert counts[0] < counts[1]
    families = [node for node in book.book.nodes if node.column_span == 46 and node.scope]
    assert len(families) == 1
    again = [thing for thing in _texts(recto) if "Membres" in thing.text]
    assert [(thing.text.strip(), thing.node) for thing in again] == [("Membres (suite)", None)]


@pytest.mark.parametrize("families", [{"Aucun": 0, "Membres": 5}, {"Membres": 46, "Aucun": 0}])
def test_a_family_without_columns_has_no_head(families: dict[str, int]) -> None:
    book = build(_programme(families))
    heads = [node.column_span for node in book.book.nodes if node.scope == "Column"]
    assert [span for span in heads if span != 1] == [families["Membres"]]


def test_as_many_columns_as_a_page_holds_stay_on_one() -> None:
    book = build(_programme({"Membres": 29}))
    assert {len(_names(page)) for page in _matrix_pages(book)} == {29}


def test_more_than_two_pages_hold_is_refused_with_a_remedy() -> None:
    build(_programme({"Membres": 77}))
    with pytest.raises(
        ContentOverflow, match=r"78 colonnes .* 77 au plus .* regrouper .*tableau › familles"
    ):
        build(_programme({"Membres": 78}))


def test_names_of_narrow_families_take_several_lines() -> None:
    names = ("Syndicats mixtes de transport", "Établissements publics de coopération")
    book = build(_programme({"Fondateurs": 12, names[0]: 2, names[1]: 3, "Communes": 29}))
    assert not collisions(book)
    (verso, _), *_ = _spreads(book)
    told = " ".join(thing.text.strip() for thing in _texts(verso) if not thing.angle)
    assert all(name in told for name in names)


def test_a_name_that_its_columns_cannot_bear_is_refused_with_a_remedy() -> None:
    with pytest.raises(ContentOverflow, match=r"« Intercommunalités » .* abréger"):
        build(_programme({"Fondateurs": 16, "Intercommunalités": 1, "Communes": 29}))
