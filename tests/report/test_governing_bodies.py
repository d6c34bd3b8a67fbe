"""The Bureau as a gallery and colleges under rules: nobody lost, nothing in the way."""

from __future__ import annotations

import pytest

from aula_reports import build
from aula_reports.model.pages import DocumentTitles
from aula_reports.model.partners import (
    Agency,
    BureauMember,
    CollegeKind,
    Delegation,
    GeneralAssembly,
    GoverningBodies,
    Honorific,
    MemberCollege,
    Organisation,
    Person,
    Seat,
    Substitute,
)
from aula_reports.model.programme import Axis, Programme
from aula_reports.model.sheets import ActionSheet
from aula_reports.pipeline import Publication
from aula_reports.typeset.pages import Page, ShapeThing, TextThing
from tests.booklet.placed import collisions, flat, late_lines, strays


def person(number: int) -> Person:
    return Person(
        honorific=Honorific.MR if number % 2 else Honorific.MRS,
        first_name=f"Marie-Prénom{number}",
        last_name=f"NOM{'LONG' * (number % 3)}{number}",
    )


def bureau(size: int, *, chair: bool = True) -> tuple[BureauMember, ...]:
    mandate = "Vice-président de la communauté d’agglomération, chargé de l’aménagement"
    return tuple(
        BureauMember(
            role="Président" if chair and not number else "",
            person=person(number),
            mandates=(mandate,) * (number % 5),
        )
        for number in range(size)
    )


VACANT = BureauMember(role="3ème vice-président", vacancy_note="Vacant depuis le 1er janvier 2026")


def made(
    members: tuple[BureauMember, ...] = (), bodies: tuple[tuple[int, ...], ...] = ()
) -> Publication:
    """A report with a Bureau and an assembly; `bodies` has the seats of each body by college."""
    organisations: list[Organisation] = []
    colleges: list[MemberCollege] = []
    number = 0
    for college, sizes in enumerate(bodies, 1):
        delegations = []
        for seats in sizes:
            name = f"organisme{len(organisations)}"
            organisations.append(Organisation(id=name, name=f"Un {name} au nom assez long"))
            taken = tuple(
                Seat(
                    person=person(number + place),
                    board=place % 2 == 0,
                    substitute=Substitute(person=person(900), note="ou son élu")
                    if place == 2
                    else None,
                )
                for place in range(seats)
            )
            number += seats
            note = "Dissous au 31 mars 2027" if seats == 4 else ""
            delegations.append(Delegation(organisation=name, note=note, seats=taken))
        colleges.append(
            MemberCollege(
                kind=list(CollegeKind)[(college - 1) % len(CollegeKind)],
                label=f"Collège {college}",
                delegations=tuple(delegations),
            )
        )
    titles = DocumentTitles(
        title_lines=("Rapport",), running_title="R 2027", short_title="R", edition=2027
    )
    programme = Programme(
        report=titles,
        agency=Agency(name="Agence du Val", acronym="AV"),
        organisations=tuple(organisations),
        governing_bodies=GoverningBodies(
            bureau=members, assembly=GeneralAssembly(colleges=tuple(colleges))
        ),
        axes=(Axis(number=1, title="Axe", sheets=(ActionSheet(title="Étude", review="Faite."),)),),
    )
    return build(programme, document="rapport")


def words(book: Publication) -> str:
    return flat(
        " ".join(
            thing.text
            for page in book.book.pages
            for thing in page.things
            if isinstance(thing, TextThing)
        )
    ).upper()


def page_of(book: Publication, anchor: str) -> Page:
    return book.book.pages[book.book.anchors[anchor].page - 1]


CASES: list[tuple[tuple[BureauMember, ...], tuple[tuple[int, ...], ...]]] = [
    (bureau(1), ((1,),)),
    (bureau(3, chair=False), ((2, 4), (1,))),
    ((*bureau(3), VACANT, *bureau(5)[1:]), ((15, 13, 2, 3, 4), (1, 1, 1), (1,) * 6, (1,) * 7)),
    (bureau(13), ((45,), (4, 30), (1,) * 40)),
]


@pytest.fixture(scope="module", params=CASES, ids=["alone", "small", "usual", "large"])
def case(request: pytest.FixtureRequest) -> tuple[Publication, int, int]:
    members, bodies = request.param
    return made(members, bodies), len(members), sum(map(sum, bodies))


def test_nobody_is_lost(case: tuple[Publication, int, int]) -> None:
    book, _, seats = case
    told = words(book)
    lost = [number for number in range(seats) if f"PRÉNOM{number} " not in told]
    assert not lost


def test_nothing_overlaps(case: tuple[Publication, int, int]) -> None:
    book, _, _ = case
    assert not collisions(book)
    assert not strays(book)
    assert not late_lines(book)


def test_a_vacant_seat_is_a_dashed_ring_with_its_note() -> None:
    book = made((*bureau(1), VACANT))
    dashed = [
        thing
        for thing in page_of(book, "bureau").things
        if isinstance(thing, ShapeThing) and thing.pen and thing.pen.dash
    ]
    assert len(dashed) == 1
    assert not dashed[0].fill
    assert "VACANT DEPUIS LE 1ER JANVIER 2026" in words(book).replace("1 ER", "1ER")


def test_colleges_count_their_seats_and_notes_stand_apart() -> None:
    book = made((), ((4, 3), (1,)))
    page = page_of(book, "assemblee")
    texts = [flat(thing.text).strip() for thing in page.things if isinstance(thing, TextThing)]
    assert "7 sièges" in texts
    assert "1 siège" in texts
    assert "Dissous au 31 mars 2027" in texts


def test_no_body_is_parted_from_its_name() -> None:
    book = made((), ((15, 13, 2, 3, 4), (1, 1, 1), (1,) * 6, (1,) * 7))
    page = page_of(book, "assemblee")
    names = [thing for thing in page.things if isinstance(thing, TextThing)]
    bodies = [thing for thing in names if thing.text.startswith("UN ORGANISME")]
    people = [thing for thing in names if "PRÉNOM" in flat(thing.text).upper()]
    for body in bodies:
        assert any(
            person.x == pytest.approx(body.x) and 0 < body.y - person.y < 30 for person in people
        )
