"""The data of a programme as files that a book may carry: the whole in JSON, its tables in CSV.

The JSON is a programme's file like any other: JSON is YAML too, so `build` reads it. The tables
are for spreadsheets and statisticians: UTF-8, one header row, commas (RFC 4180), points in
decimals, one value a cell. A table that would be empty is not made.

A spreadsheet takes a text that begins with `=`, `+`, `-`, `@` or a tab for a formula, and runs it.
An apostrophe before it prevents that (OWASP, CSV Injection); a text that begins with apostrophes
and such a sign has one more too, so that taking one away always gives back what was said. Numbers
are left as they are. The JSON, from which books are rebuilt, says everything plainly.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec
from msgspec import Struct

from aula_reports.model.days import axis_days
from aula_reports.model.partners import Person
from aula_reports.model.programme import Action, ActionGroup, Programme

JSON_NAME = "programme.json"
_JSON, _CSV = "application/json", "text/csv"
# Between the values of a cell that holds several.
_JOINT = " | "
# Texts that a spreadsheet would run, and those that would be taken for one made harmless.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n]")
_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?")

_Cell = str | float | None
_Row = Sequence[_Cell]


class DataFile(Struct, frozen=True):
    """A file to be carried; `is_source` is what the book was made from, the others are data."""

    name: str
    media_type: str
    description: str
    content: bytes
    is_source: bool = False


class _Table(Struct, frozen=True):
    name: str
    description: str
    head: tuple[str, ...]
    rows: Callable[[Programme], Iterator[_Row]]


def data_files(programme: Programme) -> tuple[DataFile, ...]:
    """Write all that a programme says, then its tables."""
    whole = DataFile(
        JSON_NAME,
        _JSON,
        "Le programme, d’où ce livret est composé",
        programme_json(programme),
        is_source=True,
    )
    return (whole, *_tables(programme))


def programme_json(programme: Programme) -> bytes:
    """Write a programme as its files are written: French names, what is left out left out."""
    said = programme.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    version = {"schema": programme.schema_version}
    return msgspec.json.format(msgspec.json.encode(version | said), indent=1) + b"\n"


def _tables(programme: Programme) -> Iterator[DataFile]:
    for table in _TABLES:
        rows = list(table.rows(programme))
        if rows:
            content = _csv([table.head, *rows])
            yield DataFile(table.name, _CSV, table.description, content)


def _csv(rows: Iterable[_Row]) -> bytes:
    written = io.StringIO(newline="")
    csv.writer(written).writerows([map(_cell, row) for row in rows])
    return written.getvalue().encode()


def _cell(value: _Cell) -> str:
    if isinstance(value, str):
        runs = _FORMULA.match(value) and not _NUMBER.fullmatch(value)
        return f"'{value}" if runs else value
    return "" if value is None else str(value).removesuffix(".0")


def _yes(value: bool) -> str:
    return "oui" if value else "non"


# --------------------------------------------------------------------------- what was announced


def _actions(programme: Programme) -> Iterator[_Row]:
    names = {body.id: body.name for body in programme.organisations}
    for axis in programme.axes:
        for section in axis.sections:
            for group, action in _grouped(section.entries):
                yield (
                    *(axis.number, axis.title, section.number, section.title, group),
                    *(action.number, action.title, _yes(action.is_new)),
                    action.mission_type.value if action.mission_type else "",
                    *(action.lead, action.days_planned),
                    _JOINT.join(names.get(body, body) for body in action.funders),
                    _JOINT.join(names.get(body, body) for body in action.beneficiaries),
                )


def _grouped(entries: Iterable[Action | ActionGroup]) -> Iterator[tuple[str, Action]]:
    """Give each action with the title of its group, if it has one."""
    for entry in entries:
        if isinstance(entry, ActionGroup):
            yield from ((entry.title, action) for action in entry.actions)
        else:
            yield "", entry


def _allocations(programme: Programme) -> Iterator[_Row]:
    for action in programme.actions:
        for body in programme.organisations:
            part = action.involvement(body.id)
            days = action.days_by_organisation.get(body.id)
            if part or days is not None:
                role = part.value if part else ""
                yield action.number, action.title, body.id, body.name, role, days


# --------------------------------------------------------------------------- what became of it


def _sheets(programme: Programme) -> Iterator[_Row]:
    for axis in programme.axes:
        for rank, sheet in enumerate(axis.sheets, 1):
            shared = f"{axis.number}.{sheet.shared_with}" if sheet.shared_with else ""
            yield (
                *(axis.number, axis.title, f"{axis.number}.{rank}", sheet.title),
                *(" ".join(sheet.subtitle_lines), sheet.days, shared),
                _JOINT.join(sheet.deliverables),
                _JOINT.join(link.address for link in sheet.links),
                _JOINT.join(map(str, sheet.actions)),
            )


def _days(programme: Programme) -> Iterator[_Row]:
    if programme.day_shares is None:
        return
    for axis in programme.axes:
        yield "axe", axis.number, axis.long_title or axis.title, axis_days(axis)
    for post in programme.day_shares.posts:
        yield "poste", "", post.name, post.days


# --------------------------------------------------------------------------- who, and where


def _bureau(programme: Programme) -> Iterator[_Row]:
    if programme.governing_bodies:
        for member in programme.governing_bodies.bureau:
            yield member.role, *_person(member.person), _JOINT.join(member.mandates)


def _assembly(programme: Programme) -> Iterator[_Row]:
    if programme.governing_bodies is None:
        return
    names = {body.id: body.name for body in programme.organisations}
    for college in programme.governing_bodies.assembly.colleges:
        for delegation in college.delegations:
            for seat in delegation.seats:
                other = seat.substitute.person if seat.substitute else None
                name = names.get(delegation.organisation, delegation.organisation)
                yield college.label, name, *_person(seat.person), _yes(seat.board), *_person(other)


def _person(person: Person | None) -> tuple[str, str, str]:
    if person is None:
        return "", "", ""
    honorific = person.honorific.value if person.honorific else ""
    return honorific, person.first_name, person.last_name


def _territory(programme: Programme) -> Iterator[_Row]:
    if programme.territory is None:
        return
    for epci in programme.territory.epci:
        groups = [group.name for group in programme.territory.groups if epci.id in group.members]
        place = (epci.kind, epci.name, epci.siren)
        yield *place, epci.communes, epci.inhabitants, _JOINT.join(groups)


_PERSON = ("civilite", "prenom", "nom")
_TABLES = (
    _Table(
        "actions.csv",
        "Les actions annoncées, axe par axe",
        (
            *("axe", "titre_axe", "section", "titre_section", "groupe", "numero", "titre"),
            *("nouvelle", "type", "pilote", "jours", "financeurs", "beneficiaires"),
        ),
        _actions,
    ),
    _Table(
        "affectations.csv",
        "Qui finance chaque action, et qui en bénéficie",
        ("numero", "titre", "organisme", "nom", "role", "jours"),
        _allocations,
    ),
    _Table(
        "fiches.csv",
        "Les fiches d’action du rapport, avec leur temps",
        (
            *("axe", "titre_axe", "fiche", "titre", "sous_titre", "jours", "temps_partage_avec"),
            *("livrables", "adresses", "actions"),
        ),
        _sheets,
    ),
    _Table(
        "jours.csv",
        "Les jours de l’année par axe et par poste",
        ("nature", "axe", "nom", "jours"),
        _days,
    ),
    _Table("bureau.csv", "Les membres du Bureau", ("fonction", *_PERSON, "mandats"), _bureau),
    _Table(
        "assemblee.csv",
        "Les sièges de l’assemblée générale",
        (
            *("college", "organisme", *_PERSON, "conseil"),
            *(f"{name}_suppleant" for name in _PERSON),
        ),
        _assembly,
    ),
    _Table(
        "territoire.csv",
        "Les intercommunalités du territoire",
        ("nature", "nom", "siren", "communes", "habitants", "groupements"),
        _territory,
    ),
)
