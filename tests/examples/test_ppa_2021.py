"""The example PPA 2021 holds the facts of the programme that it recomposes.

What the source announces and what its lists count is written here a second time, by hand; where
both differ in the source, both numbers stand.
"""

from __future__ import annotations

import datetime
import json
import re
from collections import Counter
from pathlib import Path

import pytest

from aula_reports.french.notes import part_notes
from aula_reports.model.missions import MissionType
from aula_reports.model.partners import CollegeKind, Seat
from aula_reports.model.programme import Action, ActionGroup, Programme

FOLDER = Path(__file__).parents[2] / "examples" / "ppa-2021"

NEW_ACTIONS = [
    *(3, 16, 20, 31, 32, 36, 37),
    *(42, 43, 44, 45, 46, 50, 51, 52, 53, 56),
    *(66, 68, 74, 75, 76, 77, 78, 81, 84, 87, 88),
]
SHARED = [29, 33, 35, 60, 83, 85, *range(90, 101)]
POOLED = [
    *(1, 2, *range(8, 21), 24, 25, 34),
    *(38, 47, 57, 58),
    *(61, 62, 63, 64, 67, 69, 71, 75, 77, 78, 82, 86, 88, 89),
]
EXTERNAL = [84]
UNTYPED = [87]

# Number, title, first and last action.
SECTIONS = [
    ("1.1", "Projets de territoire", 1, 5),
    ("1.2", "Politiques publiques sectorielles", 6, 21),
    ("1.3", "Planification territoriale", 22, 28),
    ("1.4", "Interterritorialité et partenariats", 29, 37),
    ("2.1", "Mobilités", 38, 46),
    ("2.2", "Projets urbains et pré-opérationnels", 47, 53),
    ("2.3", "Qualité de vie et santé", 54, 56),
    ("2.4", "Économie, tourisme, numérique", 57, 60),
    ("3.1", "Observatoires", 61, 81),
    ("3.2", "Animation territoriale", 82, 83),
    ("3.3", "Accès à la donnée / data", 84, 89),
    ("3.4", "Publications (en projets pour 2021)", 90, 100),
]
AXES = [
    "Appui aux stratégies territoriales",
    "Accompagnement aux projets ou politiques publiques spécifiques",
    "Animation et connaissance territoriale",
]
OTHER_TITLES_IN_MATRICES = [8, 9, 10, 11, 12, 15, 26, 27, 29, 31, 34, 37, 61, 82, 99]

# Seats and stars of each delegation, in printed order.
DELEGATIONS = {
    "cabbalr": (15, 7),
    "call": (13, 7),
    "cahc": (7, 3),
    "pma": (4, 2),
    "cc_ternois": (3, 1),
    "cc_7_vallees": (2, 1),
    "petr": (1, 1),
    "smtag": (4, 2),
    "etat": (2, 2),
    "region": (1, 1),
    "departement": (1, 1),
    "epf": (1, 1),
    "pas_de_calais_habitat": (1, 1),
    "cci": (1, 1),
    "chambre_metiers": (1, 1),
    "chambre_agriculture": (1, 1),
    "universite_artois": (1, 1),
    "vnf": (1, 1),
    "aeap": (1, 1),
    "scot_llhc": (1, 1),
}
BUREAU = [
    ("Présidente", "LAVERSIN", "cabbalr", 2),
    ("1er vice-président", "GACQUERRE", "cabbalr", 2),
    ("2ème vice-président", "ROGER", "call", 2),
    ("3ème vice-président", "DELATTRE", "cahc", 2),
    ("Trésorier", "BAVAY", "pma", 3),
    ("Secrétaire", "SANSEN", "smtag", 2),
    ("", "HOCHART", "cc_ternois", 2),
    ("", "DOUAY", "cc_7_vallees", 2),
    ("", "BACHELET", "petr", 3),
]
COLUMNS = [
    "CALL",
    "CAHC",
    "SCoT LLHC",
    "CABBALR",
    "SCoT Artois",
    "PMA",
    "SMTAG",
    "Ternois Comm",
    "7 Vallées",
    "PETR",
    "État",
    "Région",
    "Département",
    "EPF",
    "Pas-de-Calais Habitat",
    "Membres associés",
    "BE, autres organismes",
]
# Identifier, SIREN, communes announced, communes outlined, inhabitants.
EPCI = [
    ("cc_7_vallees", "200044030", 69, 66, 30_000),
    ("cc_ternois", "200069672", 103, 103, 38_500),
    ("cabbalr", "200072460", 100, 100, 277_000),
    ("call", "246200364", 36, 36, 242_000),
    ("cahc", "246200299", 14, 14, 126_000),
]
MISSIONS = [
    (MissionType.SHARED, 13, 17),
    (MissionType.POOLED, 31, 36),
    (MissionType.DEDICATED, 55, 45),
    (MissionType.EXTERNAL, 1, 1),
]
HIGHLIGHTS = {
    1: [(3,), (36, 37), (20,), (16,), (8, 9, 10, 11, 12, 13, 14, 15)],
    2: [(42, 43, 44, 45, 51, 52, 53), (48, 50), (54,)],
    3: [(75,), (77,), (74, 76), (78,), (81,)],
}
MISPRINTS = {
    7: "Délegation",
    15: "(Energie, économique,…)",
    16: "photovoltaique",
    20: "Ilôts",
    31: "l’échette des Hauts-de-France",
    53: "commures",
    84: "Accés à la données",
    97: "Synthéses",
}
LONG_TEXTS = {
    "preambule.md": (280, 400),
    "axe-1.md": (150, 190),
    "axe-2.md": (150, 190),
    "axe-3.md": (150, 190),
    "lecture-tableau.md": (80, 120),
    "ours.md": (100, 170),
}


def action(programme: Programme, number: int) -> Action:
    """Find an action by its number."""
    return next(entry for entry in programme.actions if entry.number == number)


def groups(programme: Programme) -> list[ActionGroup]:
    """List the groups of all axes."""
    return [
        entry
        for axis in programme.axes
        for section in axis.sections
        for entry in section.entries
        if isinstance(entry, ActionGroup)
    ]


def seats(programme: Programme) -> dict[str, tuple[Seat, ...]]:
    """Return the seats of the assembly by organisation."""
    assert programme.governing_bodies is not None
    return {
        delegation.organisation: delegation.seats
        for college in programme.governing_bodies.assembly.colleges
        for delegation in college.delegations
    }


def words(text: str) -> int:
    """Count words; signs that stand alone are none."""
    return len(re.findall(r"[^\W_]+(?:[’'-][^\W_]+)*", text))


def test_actions_are_numbered_from_1_to_100(ppa_2021: Programme) -> None:
    assert [entry.number for entry in ppa_2021.actions] == list(range(1, 101))


def test_axes_and_sections(ppa_2021: Programme) -> None:
    assert [axis.title for axis in ppa_2021.axes] == AXES
    assert [len(list(axis.actions)) for axis in ppa_2021.axes] == [37, 23, 40]
    read = []
    for axis in ppa_2021.axes:
        for section in axis.sections:
            numbers = [entry.number for entry in section.actions]
            assert numbers == list(range(numbers[0], numbers[-1] + 1))
            read.append((section.number, section.title, numbers[0], numbers[-1]))
    assert read == SECTIONS


def test_groups(ppa_2021: Programme) -> None:
    commissions, region = groups(ppa_2021)
    assert [entry.number for entry in commissions.actions] == list(range(8, 21))
    assert [entry.number for entry in region.actions] == [30, 31, 32]
    assert region.title == "Partenariat Région / URBA 8"
    assert commissions.title.endswith("commissions thématiques du PMA")
    assert commissions.matrix_title.endswith("commissions thématique du PMA")


def test_stars(ppa_2021: Programme) -> None:
    assert [entry.number for entry in ppa_2021.actions if entry.is_new] == NEW_ACTIONS
    assert len(NEW_ACTIONS) == 28
    assert [group.is_new for group in groups(ppa_2021)] == [True, False]


def test_mission_types(ppa_2021: Programme) -> None:
    by_type: dict[MissionType | None, list[int]] = {}
    for entry in ppa_2021.actions:
        by_type.setdefault(entry.mission_type, []).append(entry.number)
    assert by_type[MissionType.SHARED] == SHARED
    assert by_type[MissionType.POOLED] == POOLED
    assert by_type[MissionType.EXTERNAL] == EXTERNAL
    assert by_type[None] == UNTYPED
    counts = [(kind, len(by_type[kind])) for kind in MissionType]
    assert counts == [(kind, count) for kind, _, count in MISSIONS]


def test_announced_missions(ppa_2021: Programme) -> None:
    kinds = ppa_2021.missions.kinds
    assert [(k.type, k.share_percent, k.action_count) for k in kinds] == MISSIONS
    core, dedicated = ppa_2021.missions.families
    assert (core.share_percent, core.share_percent_in_text) == (44, 44)
    assert (dedicated.share_percent, dedicated.share_percent_in_text) == (56, 55)
    assert ppa_2021.missions.chart_centre == ("PPA", "AULA", "2021")


def test_announced_figures(ppa_2021: Programme) -> None:
    figures = ppa_2021.figures
    assert (figures.actions, figures.continued, figures.new) == (100, 71, 29)
    assert (figures.technical_days, figures.technical_days_change_percent) == (4750, 8.45)
    read = {entry.axis: [item.actions for item in entry.items] for entry in figures.highlights}
    assert read == HIGHLIGHTS


def test_titles_keep_the_spelling_of_the_source(ppa_2021: Programme) -> None:
    for number, misprint in MISPRINTS.items():
        assert misprint in action(ppa_2021, number).title
    for entry in ppa_2021.actions:
        assert not re.search(r"['\u00a0\u202f]|\.\.\.|\*", entry.title + entry.matrix_title)


def test_titles_in_the_matrices(ppa_2021: Programme) -> None:
    others = [entry.number for entry in ppa_2021.actions if entry.matrix_title]
    assert others == OTHER_TITLES_IN_MATRICES
    assert [axis.matrix_title for axis in ppa_2021.axes] == ["", "", "Connaissance territoriale"]


def test_columns(ppa_2021: Programme) -> None:
    matrix = ppa_2021.partner_matrix
    assert [ppa_2021.organisation(name).label for name in matrix.columns] == COLUMNS
    assert [len(family.organisations) for family in matrix.families] == [11, 4, 1, 1]
    assert [f.label for f in matrix.families] == ["Membres de droit", "Membres actifs", "", ""]


def test_assembly(ppa_2021: Programme) -> None:
    read = {
        name: (len(delegation), sum(seat.board for seat in delegation))
        for name, delegation in seats(ppa_2021).items()
    }
    assert read == DELEGATIONS
    assert list(read) == list(DELEGATIONS)
    assert sum(count for count, _ in read.values()) == 62
    assert sum(stars for _, stars in read.values()) == 37
    every_seat = [seat for delegation in seats(ppa_2021).values() for seat in delegation]
    assert all(seat.person for seat in every_seat)
    assert sum(seat.substitute is not None for seat in every_seat) == 4


def test_colleges(ppa_2021: Programme) -> None:
    assert ppa_2021.governing_bodies is not None
    colleges = ppa_2021.governing_bodies.assembly.colleges
    assert [(college.kind, len(college.delegations)) for college in colleges] == [
        (CollegeKind.STATUTORY, 9),
        (CollegeKind.ACTIVE, 4),
        (CollegeKind.ASSOCIATE, 7),
    ]


def test_two_persons_hold_two_seats(ppa_2021: Programme) -> None:
    names = Counter(
        (seat.person.first_name, seat.person.last_name, name)
        for name, delegation in seats(ppa_2021).items()
        for seat in delegation
        if seat.person
    )
    persons = Counter((first, last) for first, last, _ in names)
    twice = {last for (_, last), count in persons.items() if count == 2}
    assert twice == {"BOSSART", "DELLA FRANCA"}
    assert len(persons) == 60


def test_bureau(ppa_2021: Programme) -> None:
    assert ppa_2021.governing_bodies is not None
    bureau = ppa_2021.governing_bodies.bureau
    read = [
        (m.role, m.person.last_name, m.organisation, len(m.mandates)) for m in bureau if m.person
    ]
    assert read == BUREAU
    for member in bureau:
        assert member.organisation is not None
        starred = [seat.person for seat in seats(ppa_2021)[member.organisation] if seat.board]
        assert member.person in starred
        assert all(mandate[0].isupper() for mandate in member.mandates)


def test_approvals(ppa_2021: Programme) -> None:
    assert [(approval.body, approval.date) for approval in ppa_2021.approvals] == [
        ("Bureau", datetime.date(2021, 2, 16)),
        ("Conseil d’administration", datetime.date(2021, 3, 15)),
        ("Assemblée générale", datetime.date(2021, 5, 26)),
    ]


def test_territory(ppa_2021: Programme) -> None:
    territory = ppa_2021.territory
    assert territory is not None
    totals = territory.totals
    announced = (totals.epci, totals.communes, totals.inhabitants, totals.area_km2)
    assert announced == (5, 322, 713_500, 2_130)
    assert [(e.id, e.siren, e.communes, e.inhabitants) for e in territory.epci] == [
        (name, siren, communes, inhabitants) for name, siren, communes, _, inhabitants in EPCI
    ]
    by_id = {entry.id: entry for entry in territory.epci}
    for group in territory.groups:
        members = [by_id[name] for name in group.members]
        assert sum(member.communes or 0 for member in members) == group.communes
        assert sum(member.inhabitants or 0 for member in members) == group.inhabitants
    assert sum(entry.communes or 0 for entry in territory.epci) == totals.communes
    assert sum(entry.inhabitants or 0 for entry in territory.epci) == totals.inhabitants


def test_outlines(ppa_2021: Programme) -> None:
    assert ppa_2021.territory is not None
    source = (FOLDER / ppa_2021.territory.outlines).read_text(encoding="utf-8")
    communes = [feature["properties"] for feature in json.loads(source)["features"]]
    counts = Counter(commune["epci"] for commune in communes)
    assert counts == {siren: outlined for _, siren, _, outlined, _ in EPCI}
    names = {commune["nom"] for commune in communes}
    assert {town.commune for town in ppa_2021.territory.towns} <= names


def test_every_named_picture_exists(ppa_2021: Programme) -> None:
    book = ppa_2021.document
    assert book is not None
    assert ppa_2021.preamble is not None
    named = {book.cover_picture, book.contents_picture, book.back_picture}
    assert ppa_2021.imprint is not None
    named |= {ppa_2021.preamble.picture, ppa_2021.imprint.picture}
    named |= {name for axis in ppa_2021.axes for name in (axis.picture, axis.banner)}
    assert named == {picture.id for picture in ppa_2021.pictures}


def test_pictures_are_drawn(ppa_2021: Programme) -> None:
    files = [
        name
        for picture in ppa_2021.pictures
        for name in (picture.file, picture.foreground, picture.mask)
        if name
    ]
    assert [name for name in files if not (FOLDER / name).is_file()] == []


def test_pictures_say_what_they_are(ppa_2021: Programme) -> None:
    for picture in ppa_2021.pictures:
        assert picture.alt.endswith("."), picture.id
        assert picture.credit == "Illustration générée", picture.id
        assert picture.rights, picture.id


@pytest.mark.parametrize("name", LONG_TEXTS)
def test_long_texts_keep_their_length(name: str) -> None:
    least, most = LONG_TEXTS[name]
    text = (FOLDER / "textes" / name).read_text(encoding="utf-8")
    assert least <= words(part_notes(text).body) <= most


def test_imprint_says_what_is_invented() -> None:
    imprint = (FOLDER / "textes" / "ours.md").read_text(encoding="utf-8")
    for said in ("Texte\nd’exemple", "inventées", "pas de l’Agence", "Licence Ouverte", "OFL"):
        assert said in imprint
