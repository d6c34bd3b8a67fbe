"""A programme that has too much of everything still makes pages without overflow or collision."""

from __future__ import annotations

import pytest

from aula_reports import build
from aula_reports.diagnostics import ContentOverflow
from aula_reports.model.missions import MissionType
from aula_reports.model.pages import DocumentTitles
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
)
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
from tests.booklet.placed import collisions, late_lines, strays

LONG = "Étude exploratoire des évolutions possibles de l’organisation multipolaire des territoires"
PROSE = "Le territoire se gouverne à plusieurs échelles, et chacune a sa raison. " * 12
ORGANISATIONS = tuple(
    Organisation(id=f"membre_{n}", name=f"Syndicat mixte des transports du canton numéro {n}")
    for n in range(24)
)


def _action(number: int) -> Action:
    return Action(
        number=number,
        title=LONG if number % 3 else f"Observatoire numéro {number}",
        is_new=number % 4 == 0,
        mission_type=list(MissionType)[number % 4],
        funders=(ORGANISATIONS[number % 24].id,),
        beneficiaries=(ORGANISATIONS[(number + 7) % 24].id,),
    )


def _section(axis: int, rank: int, first: int) -> Section:
    numbers = range(first, first + 12)
    group = ActionGroup(
        title=f"{LONG} dans les commissions", actions=tuple(map(_action, numbers[6:])), is_new=True
    )
    return Section(
        number=f"{axis}.{rank}",
        title=f"{LONG} et de leurs abords",
        entries=(*map(_action, numbers[:6]), group),
    )


def _axis(number: int, *, sections: int = 3) -> Axis:
    first = (number - 1) * 36 + 1
    return Axis(
        number=number,
        title="Accompagnement aux projets ou politiques publiques spécifiques du territoire",
        introduction="\n\n".join([PROSE] * (14 if number == 1 else 2)),
        sections=tuple(
            _section(number, rank, first + 12 * (rank - 1)) for rank in range(1, sections + 1)
        ),
    )


def _governing_bodies() -> GoverningBodies:
    person = Person(honorific="Mme", first_name="Marie-Antoinette", last_name="DE LA TOUR-DUPIN")
    seats = tuple(Seat(person=person, board=rank % 2 == 0) for rank in range(9))
    colleges = tuple(
        MemberCollege(
            kind=CollegeKind.ACTIVE,
            label=f"Collège {rank}",
            delegations=tuple(
                Delegation(organisation=o.id, seats=seats) for o in ORGANISATIONS[:8]
            ),
        )
        for rank in range(3)
    )
    member = BureauMember(
        role="Vice-présidente", person=person, mandates=(LONG, "Maire de Valmont")
    )
    return GoverningBodies(bureau=(member,) * 14, assembly=GeneralAssembly(colleges=colleges))


@pytest.fixture(scope="module")
def crowded() -> Publication:
    programme = Programme(
        document=DocumentTitles(
            title_lines=("Programme", "d’études"),
            running_title="Programme d’études 2027",
            short_title="Programme 2027",
            edition=2027,
        ),
        agency=Agency(name="Agence d’urbanisme du Val", acronym="AUV"),
        organisations=ORGANISATIONS,
        governing_bodies=_governing_bodies(),
        axes=tuple(_axis(number) for number in range(1, 7)),
        partner_matrix=PartnerMatrixSettings(
            families=(
                PartnerFamily(label="Fondateurs", organisations=[o.id for o in ORGANISATIONS[:20]]),
                PartnerFamily(organisations=[o.id for o in ORGANISATIONS[20:]]),
            )
        ),
    )
    return build(programme)


def test_nothing_collides(crowded: Publication) -> None:
    assert not collisions(crowded)


def test_nothing_leaves_its_page(crowded: Publication) -> None:
    assert not strays(crowded)
    assert not late_lines(crowded)


def test_every_action_is_laid_once_in_the_lists(crowded: Publication) -> None:
    labels = [node for node in crowded.book.nodes if node.role == "Lbl"]
    assert len(labels) >= 6 * 36


def test_all_pages_make_whole_sheets(crowded: Publication) -> None:
    assert crowded.page_count % 4 == 0


def test_too_many_columns_are_refused_in_french() -> None:
    many = tuple(Organisation(id=f"o_{n}", name=f"O {n}") for n in range(90))
    programme = Programme(
        document=DocumentTitles(
            title_lines=("P",), running_title="P 2027", short_title="P", edition=2027
        ),
        agency=Agency(name="A", acronym="A"),
        organisations=many,
        axes=(_axis(1, sections=1).model_copy(update={"sections": (_plain_section(),)}),),
        partner_matrix=PartnerMatrixSettings(
            families=(PartnerFamily(label="Tous", organisations=[o.id for o in many]),)
        ),
    )
    with pytest.raises(ContentOverflow, match="90 colonnes"):
        build(programme)


def _plain_section() -> Section:
    return Section(number="1.1", title="Seule", entries=(Action(number=1, title="Une"),))
