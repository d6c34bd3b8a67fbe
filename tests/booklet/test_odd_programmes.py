"""What people may well write: empty axes, vacant seats, pictures of any shape, links."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from aula_reports import build
from aula_reports.diagnostics import ContentOverflow
from aula_reports.model.pages import DocumentTitles, Picture, TextPage
from aula_reports.model.partners import (
    Agency,
    BureauMember,
    CollegeKind,
    Delegation,
    GeneralAssembly,
    GoverningBodies,
    MemberCollege,
    Organisation,
    Person,
    Seat,
    Substitute,
)
from aula_reports.model.programme import (
    Action,
    Axis,
    PartnerFamily,
    PartnerMatrixSettings,
    Programme,
    Section,
)
from aula_reports.pipeline import Publication
from aula_reports.typeset.pages import ImageThing, LinkThing, TextThing

CITY = Organisation(id="ville", name="Ville de Valmont")
SECTION = Section(number="1.1", title="Logement", entries=(Action(number=1, title="Loyers"),))


def _programme(**parts: object) -> Programme:
    known: dict[str, object] = {
        "document": DocumentTitles(
            title_lines=("Programme",), running_title="P 2027", short_title="P", edition=2027
        ),
        "agency": Agency(name="Agence du Val", acronym="AUV"),
        "axes": (Axis(number=1, title="Habiter", sections=(SECTION,)),),
        "organisations": (CITY,),
    }
    return Programme.model_validate({**known, **parts})


def _text(book: Publication) -> str:
    things = (thing for page in book.book.pages for thing in page.things)
    return " ".join(thing.text for thing in things if isinstance(thing, TextThing))


def test_axis_without_sections_has_no_matrix_and_no_line_in_the_contents(tmp_path: Path) -> None:
    matrix = PartnerMatrixSettings(families=(PartnerFamily(organisations=("ville",)),))
    axes = (
        Axis(number=1, title="Vide"),
        Axis(number=2, title="Habiter", sections=(SECTION.model_copy(update={"number": "2.1"}),)),
    )
    book = build(_programme(axes=axes, partner_matrix=matrix))
    book.save(tmp_path / "p.pdf")
    assert "tableau-1" not in book.book.anchors
    assert "tableau-2" in book.book.anchors


def test_vacant_seats_say_so_and_name_who_may_sit() -> None:
    substitute = Substitute(person=Person(first_name="Luc", last_name="PETIT"))
    seats = (Seat(vacancy_note="depuis mai"), Seat(substitute=substitute))
    college = MemberCollege(
        kind=CollegeKind.ACTIVE,
        label="Membres",
        delegations=(Delegation(organisation="ville", seats=seats),),
    )
    bodies = GoverningBodies(
        bureau=(BureauMember(role="Présidente", vacancy_note="élection en juin"), BureauMember()),
        assembly=GeneralAssembly(colleges=(college,)),
    )
    text = _text(build(_programme(governing_bodies=bodies)))
    assert text.count("Siège vacant") == 4
    for words in ("depuis mai", "Luc", "élection en juin"):
        assert words in text


def test_picture_of_another_shape_is_cut_not_stretched(tmp_path: Path) -> None:
    Image.new("RGB", (1200, 600), "navy").save(tmp_path / "large.png")
    page = TextPage(id="libre", title="Une page", text="Un mot.", picture="large")
    picture = Picture(id="large", file="large.png", alt="Un aplat.")
    book = build(_programme(free_pages=(page,), pictures=(picture,)), folder=tmp_path)
    (image,) = (t for p in book.book.pages for t in p.things if isinstance(t, ImageThing))
    assert image.box.height / image.box.width == pytest.approx(0.5)
    assert image.box.holds(image.clip, 0.01)


def test_free_pages_named_like_our_own_keep_apart() -> None:
    pages = (
        TextPage(id="annee", title="Première", text="A."),
        TextPage(id="ours", title="Seconde", text="B."),
    )
    preamble = TextPage(title="Préambule", text="C.")
    anchors = build(_programme(free_pages=pages, preamble=preamble)).book.anchors
    places = [anchors[name].page for name in ("preambule", "page-1", "page-2")]
    assert len(set(places)) == 3


def test_links_lead_out_and_nowhere_links_are_dropped() -> None:
    text = "Voir [**le site**](https://exemple.org), [rien](#nulle) et [moins](bilan.pdf)."
    book = build(_programme(preamble=TextPage(title="Préambule", text=text)))
    targets = [t.target for p in book.book.pages for t in p.things if isinstance(t, LinkThing)]
    assert "https://exemple.org" in targets
    assert not {"#nulle", "bilan.pdf"} & set(targets)


def test_panorama_shows_its_left_half_on_the_verso(tmp_path: Path) -> None:
    Image.new("RGB", (4300, 745), "navy").save(tmp_path / "pano.png")
    picture = Picture(id="pano", file="pano.png", alt="Un aplat.")
    actions = tuple(Action(number=n, title=f"Observatoire {n}") for n in range(1, 90))
    section = Section(number="1.1", title="Logement", entries=actions)
    axis = Axis(number=1, title="Habiter", sections=(section,), banner="pano")
    for extra in ((), (TextPage(title="Une page", text="A."),)):
        parts = {"preamble": extra[0]} if extra else {}
        book = build(_programme(axes=(axis,), pictures=(picture,), **parts), folder=tmp_path)
        shown = [
            (page.is_recto, thing.box.x < -100)
            for page in book.book.pages
            for thing in page.things
            if isinstance(thing, ImageThing)
        ]
        assert shown == [(False, False), (True, True)]


def test_text_that_cannot_fit_is_refused_by_name() -> None:
    mandates = tuple(f"Vice-présidente chargée du dossier numéro {n}" for n in range(90))
    member = BureauMember(
        role="Présidente", person=Person(first_name="A", last_name="B"), mandates=mandates
    )
    with pytest.raises(ContentOverflow, match="page 3"):
        build(_programme(governing_bodies=GoverningBodies(bureau=(member,))))


def test_an_action_higher_than_a_page_is_named_with_its_part() -> None:
    long = Action(number=2, title="Suivre le marché locatif du bassin. " * 200)
    section = Section(number="1.1", title="Logement", entries=(*SECTION.entries, long))
    axis = Axis(number=1, title="Habiter", sections=(section,))
    told = r"Habiter.* : « Suivre le marché .*… » est plus haut que la page — le raccourcir"
    with pytest.raises(ContentOverflow, match=told):
        build(_programme(axes=(axis,)))


def test_title_of_two_lines_is_one_in_the_running_foot() -> None:
    page = TextPage(title="Une page\nen deux", text="Un mot.")
    book = build(_programme(free_pages=(page,)))
    assert "Une page en deux" in _text(book).replace("\N{NO-BREAK SPACE}", " ")
