"""Governing bodies: the Bureau as cards, the general assembly by college."""

from __future__ import annotations

from aula_reports.compose.blocks import (
    Assembly,
    AssemblyBody,
    AssemblyCollege,
    AssemblyMember,
    Bureau,
    BureauCard,
    Head,
)
from aula_reports.compose.inline import RichText
from aula_reports.compose.wording import (
    count,
    initials,
    label,
    person_name,
    rich,
    substitute,
    title,
)
from aula_reports.model.partners import (
    BureauMember,
    Delegation,
    GoverningBodies,
    MemberCollege,
    Seat,
)
from aula_reports.model.programme import Programme

_VACANT = "Siège vacant"


def bureau(bodies: GoverningBodies, acronym: str = "") -> Bureau:
    """Compose the Bureau; the first member chairs when a role is printed for them.

    The agency's acronym stands for whoever is missing.
    """
    head = Head(_overline(bodies), title(bodies.bureau_title or "Le Bureau"), "bureau")
    cards = tuple(map(_card, bodies.bureau))
    chairs = bool(cards and cards[0].role)
    return Bureau(head, cards[0] if chairs else None, cards[1:] if chairs else cards, acronym)


def _overline(bodies: GoverningBodies) -> RichText:
    return rich(bodies.title or "La gouvernance")


def _card(member: BureauMember) -> BureauCard:
    if member.person is None:
        note = (rich(member.vacancy_note),) if member.vacancy_note else ()
        return BureauCard(rich(member.role), rich(_VACANT), "", note, is_vacant=True)
    return BureauCard(
        role=rich(member.role),
        name=person_name(member.person),
        initials=initials(member.person),
        mandates=tuple(map(label, member.mandates)),
    )


def assembly(programme: Programme, bodies: GoverningBodies) -> Assembly:
    entry = bodies.assembly
    return Assembly(
        head=Head(_overline(bodies), title(entry.title or "L’assemblée générale"), "assemblee"),
        colleges=tuple(_college(programme, college) for college in entry.colleges),
        board_note=rich(entry.board_note or "Membre du conseil d’administration"),
    )


def _college(programme: Programme, college: MemberCollege) -> AssemblyCollege:
    bodies = tuple(_body(programme, delegation) for delegation in college.delegations)
    seats = sum(len(body.members) for body in bodies)
    return AssemblyCollege(rich(college.label), bodies, rich(count(seats, "siège", "sièges")))


def _body(programme: Programme, delegation: Delegation) -> AssemblyBody:
    name = programme.organisation(delegation.organisation).name
    full_name = f"{name} ({delegation.note})" if delegation.note else name
    return AssemblyBody(
        name=label(full_name),
        members=tuple(map(_member, delegation.seats)),
        short_name=label(name),
        note=rich(delegation.note),
    )


def _member(seat: Seat) -> AssemblyMember:
    note = substitute(seat.substitute) if seat.substitute else rich(seat.vacancy_note)
    if seat.person is None:
        return AssemblyMember(rich(_VACANT), seat.board, note)
    return AssemblyMember(person_name(seat.person), seat.board, note)
