"""The governing bodies against themselves, and the dates of the year (W430–W439)."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from aula_reports.check.doubts import Rule, doubt, remark
from aula_reports.model.partners import Person, Seat
from aula_reports.model.programme import Programme
from aula_reports.read.near import folded, plural, quoted
from aula_reports.read.places import Fault, FieldPath

# LAVERSIN and LAVERVIN are 0.88 alike, DUPOND and DUPONT 0.83; the first names must be the same.
LIKENESS = 0.8
# Every name is compared with every other: an assembly has some sixty seats.
MAX_COMPARED = 500

_YEAR = re.compile(r"\b(?:19|20|21)\d\d\b")


def seats_by_path(programme: Programme) -> Iterator[tuple[FieldPath, Seat]]:
    if programme.governing_bodies is None:
        return
    for rank, college in enumerate(programme.governing_bodies.assembly.colleges):
        for place, delegation in enumerate(college.delegations):
            for position, seat in enumerate(delegation.seats):
                college_path = ("instances", "assemblee", "colleges", rank)
                yield (*college_path, "organismes", place, "sieges", position), seat


def persons_by_path(programme: Programme) -> Iterator[tuple[FieldPath, Person]]:
    if programme.governing_bodies is None:
        return
    for rank, member in enumerate(programme.governing_bodies.bureau):
        if member.person:
            yield ("instances", "bureau", rank, "personne"), member.person
    for path, seat in seats_by_path(programme):
        if seat.person:
            yield (*path, "personne"), seat.person
        if seat.substitute and seat.substitute.person:
            yield (*path, "suppleant", "personne"), seat.substitute.person


def starred_once(programme: Programme) -> Iterator[Fault]:
    first: dict[str, FieldPath] = {}
    for path, seat in seats_by_path(programme):
        if seat.board and seat.person and first.setdefault(_key(seat.person), path) != path:
            message = f"{_named(seat.person)} est deux fois au conseil d’administration"
            yield doubt("W430", message, (*path, "conseil"), "vérifier lequel des sièges y est")


def stars_alike(programme: Programme) -> Iterator[Fault]:
    by_person: dict[str, list[tuple[FieldPath, Seat]]] = {}
    for path, seat in seats_by_path(programme):
        if seat.person:
            by_person.setdefault(_key(seat.person), []).append((path, seat))
    for seats in by_person.values():
        if len({seat.board for _, seat in seats}) > 1:
            path, seat = next(entry for entry in seats if not entry[1].board)
            assert seat.person is not None
            count = plural(len(seats), "siège", "sièges")
            message = f"{_named(seat.person)} a {count}, dont un sans étoile"
            yield remark("W431", message, (*path, "personne"), "vérifier que c’est voulu")


def bureau_sits_in_assembly(programme: Programme) -> Iterator[Fault]:
    bodies = programme.governing_bodies
    stars: dict[str, bool] = {}
    for _, seat in seats_by_path(programme):
        if seat.person:
            stars[_key(seat.person)] = stars.get(_key(seat.person), False) or seat.board
    for rank, member in enumerate(bodies.bureau if bodies and stars else ()):
        path: FieldPath = ("instances", "bureau", rank, "personne")
        if member.person is None:
            continue
        name = _named(member.person)
        if _key(member.person) not in stars:
            message = f"{name} est au Bureau, mais pas à l’assemblée"
            yield doubt("W432", message, path, "vérifier le nom, ou ajouter le siège")
        elif not stars[_key(member.person)]:
            message = f"{name} est au Bureau, mais sans étoile à l’assemblée"
            yield doubt("W433", message, path, "étoiler son siège")


def approvals_in_order(programme: Programme) -> Iterator[Fault]:
    for rank, (earlier, later) in enumerate(itertools.pairwise(programme.approvals), 1):
        if later.date < earlier.date:
            message = (
                f"{quoted(later.body)} vote le {later.date:%d/%m/%Y}, "
                f"avant {quoted(earlier.body)}, le {earlier.date:%d/%m/%Y}"
            )
            path = ("validations", rank, "date")
            yield doubt("W434", message, path, "corriger une date, ou l’ordre")


def honorifics_alike(programme: Programme) -> Iterator[Fault]:
    first: dict[str, Person] = {}
    for path, person in persons_by_path(programme):
        if person.honorific is None:
            continue
        earlier = first.setdefault(_key(person), person)
        if earlier.honorific != person.honorific:
            message = f"{_named(person)} est {person.honorific} ici, {earlier.honorific} ailleurs"
            yield doubt("W435", message, path, "corriger une civilité")


def names_alike(programme: Programme) -> Iterator[Fault]:
    first: dict[str, tuple[FieldPath, Person]] = {}
    for path, person in persons_by_path(programme):
        first.setdefault(_key(person), (path, person))
    namesakes: dict[str, list[Person]] = {}
    for path, other in itertools.islice(first.values(), MAX_COMPARED):
        earlier = namesakes.setdefault(folded(other.first_name), [])
        for one in earlier:
            if _resemble(one, other):
                message = f"{_named(other)} ressemble à {_named(one)}"
                yield remark("W436", message, path, "vérifier l’orthographe du nom")
        earlier.append(other)


def years_alike(programme: Programme) -> Iterator[Fault]:
    for book, titles in (("document", programme.document), ("rapport", programme.report)):
        if titles is None:
            continue
        for key, title in (
            ("titre_courant", titles.running_title),
            ("titre_court", titles.short_title),
        ):
            years = _YEAR.findall(title)
            if years and str(titles.edition) not in years:
                message = f"{quoted(title)}, mais l’année est {titles.edition}"
                yield doubt("W438", message, (book, key), "corriger l’année")


def seats_filled(programme: Programme) -> Iterator[Fault]:
    for path, seat in seats_by_path(programme):
        if seat.person is None and not seat.vacancy_note and seat.substitute is None:
            message = "siège sans personne et sans mention"
            yield remark("W439", message, path, "nommer la personne, ou remplir le champ vacance")


def _key(person: Person) -> str:
    return f"{folded(person.last_name)} {folded(person.first_name)}"


def _named(person: Person) -> str:
    return f"{person.first_name} {person.last_name}"


def _resemble(one: Person, other: Person) -> bool:
    import difflib  # Only for people of the same first name.

    names = difflib.SequenceMatcher(None, folded(one.last_name), folded(other.last_name))
    return names.quick_ratio() >= LIKENESS and names.ratio() >= LIKENESS


RULES: tuple[Rule, ...] = (
    starred_once,
    stars_alike,
    bureau_sits_in_assembly,
    approvals_in_order,
    honorifics_alike,
    names_alike,
    years_alike,
    seats_filled,
)
