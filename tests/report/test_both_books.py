"""One small programme makes both books; so does one of very many sheets."""

from __future__ import annotations

from pathlib import Path

import pytest

from aula_reports import build, load_programme
from aula_reports.diagnostics import InvalidLayout
from aula_reports.model.pages import DocumentTitles
from aula_reports.model.partners import Agency
from aula_reports.model.programme import Axis, Programme
from aula_reports.model.sheets import ActionSheet, QrLink
from aula_reports.pipeline import Publication
from aula_reports.typeset.maker import PageMaker
from aula_reports.typeset.pages import Page, TextThing
from tests.booklet.placed import collisions, flat, late_lines, strays

EXAMPLES = Path(__file__).parents[2] / "examples"

SMALL = """\
rapport:
  titre: [Rapport annuel]
  annee: 2027
  titre_courant: Rapport annuel 2027
  titre_court: Rapport 2027
agence: {nom: Agence d’urbanisme du Val, sigle: AUV}
axes:
  - numero: 1
    titre: Habiter
    sections:
      - numero: "1.1"
        titre: Logement
        actions: [{numero: 1, titre: Observatoire des loyers}]
    fiches:
      - {titre: Observatoire des loyers, objectif: Les suivre., bilan: C’est fait., jours: 12}
      - {titre: Étude des copropriétés, bilan: Elle est achevée., jours: 1}
  - numero: 2
    titre: Se déplacer
    fiches:
      - {titre: Quartier de la gare, objectif: Ouvrir la gare., livrables: [Un plan]}
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Programme:
    file = tmp_path_factory.mktemp("val") / "programme.yaml"
    file.write_text(SMALL, encoding="utf-8")
    return load_programme(file)


@pytest.fixture(scope="module", params=["ppa", "rapport"])
def small_book(small: Programme, request: pytest.FixtureRequest) -> Publication:
    return build(small, document=request.param)


def _words(page: Page) -> str:
    return flat(" ".join(thing.text for thing in page.things if isinstance(thing, TextThing)))


def test_no_page_is_empty(small_book: Publication) -> None:
    """Pages of flat colour fill the last sheet; every other one says something of the book."""
    foot = {"", "Rapport annuel 2027"}
    for page in small_book.book.pages:
        if page.master in ("endpaper", "back"):
            continue
        spoken = {thing.text.strip() for thing in page.things if isinstance(thing, TextThing)}
        assert {words for words in spoken - foot if not words.isdigit()}, page.number


def test_no_heading_is_without_its_text(small_book: Publication) -> None:
    titles = [entry.title for entry in small_book.book.outline]
    for absent in ("Éditorial", "Le Bureau", "Le territoire", "Le fonctionnement", "Membres"):
        assert not any(absent in title for title in titles)


def test_it_can_be_written(small_book: Publication, tmp_path: Path) -> None:
    for profile in ("web", "print"):
        small_book.save(tmp_path / "val.pdf", profile=profile)
        assert (tmp_path / "val.pdf").read_bytes().startswith(b"%PDF-1.")


def test_the_default_is_the_book_that_the_programme_names(small: Programme) -> None:
    words = " ".join(map(_words, build(small).book.pages))
    assert "Se déplacer" in words
    assert "1 jour" in words


def test_nothing_collides_in_the_small_ones(small_book: Publication) -> None:
    assert not collisions(small_book)
    assert not strays(small_book)


@pytest.fixture(scope="module")
def crowded() -> Publication:
    """120 sheets, one of four pages."""
    text = "Le territoire se gouverne à plusieurs échelles, et chacune a sa raison. "
    sheets = tuple(
        ActionSheet(
            title=f"Observatoire des évolutions possibles du territoire, numéro {number}",
            subtitle_lines=(text,) * (number % 3),
            objective=text * (1 + number % 5),
            review="\n\n".join([text * 9] * (30 if number == 7 else 1 + number % 4)),
            deliverables=("Un rapport de synthèse et ses annexes cartographiques",) * (number % 9),
            days=None if number % 11 == 0 else float(number),
            links=(QrLink(address=f"https://example.org/{number}", caption=text),)
            * (number % 4 == 0),
        )
        for number in range(1, 61)
    )
    titles = DocumentTitles(
        title_lines=("Rapport",), running_title="R 2027", short_title="R", edition=2027
    )
    axes = tuple(Axis(number=n, title="Un axe", sheets=sheets) for n in (1, 2))
    return build(
        Programme(report=titles, agency=Agency(name="Agence", acronym="A"), axes=axes),
        document="rapport",
    )


def test_nothing_collides_among_very_many(crowded: Publication) -> None:
    assert not collisions(crowded)
    assert not strays(crowded)
    assert not late_lines(crowded)


def test_every_sheet_has_its_heading_once(crowded: Publication) -> None:
    headings = [entry for entry in crowded.book.outline if entry.anchor.startswith("fiche-")]
    assert len(headings) == len({entry.anchor for entry in headings}) == 120


def test_a_long_sheet_repeats_its_head(crowded: Publication) -> None:
    first = crowded.book.anchors["fiche-1-7"].page
    assert "(suite)" not in _words(crowded.book.pages[first - 1])
    for page in crowded.book.pages[first : first + 2]:
        assert "numéro 7 (suite)" in _words(page)


@pytest.mark.parametrize(("document", "layout"), [("ppa", "rapport"), ("rapport", "ppa")])
def test_the_other_books_layout_is_refused(small: Programme, document: str, layout: str) -> None:
    """Its parts would be lost without a word."""
    with pytest.raises(InvalidLayout, match="parties d’un autre livre"):
        build(small, document=document, layout=layout)


@pytest.mark.parametrize("name", ["ppa-2021", "rapport-2025"])
def test_every_link_of_ours_leads_somewhere(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A link to a place that is not there is dropped: a slip of ours would pass unseen."""
    dead = []
    leads = PageMaker._leads_somewhere

    def told(maker: PageMaker, target: str) -> bool:
        alive = leads(maker, target)
        if not alive:
            dead.append(target)
        return alive

    monkeypatch.setattr(PageMaker, "_leads_somewhere", told)
    build(load_programme(EXAMPLES / name / "programme.yaml"))
    assert not dead
