from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import pytest

from aula_reports.check.consistency import RULES, check_programme
from aula_reports.check.doubts import Rule
from aula_reports.diagnostics import Location, Severity
from aula_reports.model.outlines import Commune
from aula_reports.model.programme import Programme
from aula_reports.read.places import Fault, FieldPath

Values = dict[str, Any]


def _person(name: str = "DUPONT", first: str = "Anne", **more: object) -> Values:
    return {"prenom": first, "nom": name, **more}


def _sound() -> Values:
    """Return a programme that contradicts itself in nothing, yet says something of everything."""
    return {
        "document": {
            "titre": ["Programme"],
            "annee": 2021,
            "titre_courant": "Programme 2021",
            "titre_court": "PPA 2021",
        },
        "agence": {"nom": "Agence", "sigle": "AA"},
        "validations": [
            {"instance": "Bureau", "date": datetime.date(2021, 2, 16)},
            {"instance": "Assemblée", "date": datetime.date(2021, 5, 26)},
        ],
        "territoire": {
            "legende": "Carte",
            "totaux": {"epci": 2, "communes": 3, "habitants": 30},
            "epci": [
                {**_epci("lens", 1, 10), "siren": "1"},
                {**_epci("artois", 2, 20), "siren": "2"},
            ],
            "groupes": [
                {"id": "pole", "nom": "Pôle", "communes": 3, "habitants": 30}
                | {"membres": ["lens", "artois"]}
            ],
            "villes": [{"commune": "Lens"}],
        },
        "organismes": [{"id": "lens", "nom": "Lens"}, {"id": "artois", "nom": "Artois"}],
        "instances": {
            "bureau": [{"personne": _person()}],
            "assemblee": {"colleges": [_college(_seat(), _seat("MARTIN", conseil=False))]},
        },
        "chiffres": {
            "actions": 2,
            "nouvelles": 1,
            "poursuivies": 1,
            "jours": 30,
            "principales": [{"axe": 1, "lignes": [{"texte": "Une", "actions": [1]}]}],
        },
        "missions": {
            "types": [
                {"type": "partage", "nom": "Partagé", "part": 60, "actions_annoncees": 1},
                {"type": "mutualise", "nom": "Mutualisé", "part": 40, "actions_annoncees": 1},
            ],
            "familles": [
                {"id": "socle", "nom": "Socle", "part": 100, "part_texte": 100}
                | {"types": ["partage", "mutualise"]}
            ],
        },
        "axes": [{"numero": 1, "titre": "Axe", "sections": [_section()], **_sheets()}],
        "repartition": {
            "titre": "Répartition",
            "total_annonce": 40,
            "postes": [{"nom": "Autres", "jours": 10}],
        },
        "tableau": {"familles": [{"organismes": ["lens", "artois"]}]},
    }


def _epci(name: str, communes: int, inhabitants: int) -> Values:
    return {"id": name, "nature": "CA", "nom": name, "communes": communes, "habitants": inhabitants}


def _seat(name: str = "DUPONT", first: str = "Anne", *, conseil: bool = True) -> Values:
    return {"personne": _person(name, first), "conseil": conseil}


def _college(*seats: Values) -> Values:
    return {
        "statut": "droit",
        "nom": "Droit",
        "organismes": [{"organisme": "lens", "sieges": seats}],
    }


def _section() -> Values:
    one = {"numero": 1, "titre": "Une", "nouvelle": True, "type": "partage", "jours": 10}
    two = {"numero": 2, "titre": "Deux", "type": "mutualise", "jours": 20}
    two |= {"financeurs": ["lens", "artois"], "jours_par_organisme": {"lens": 15, "artois": 5}}
    return {"numero": "1.1", "titre": "S", "actions": [one, {"groupe": "G", "actions": [two]}]}


def _sheets() -> Values:
    one = {"titre": "Une", "objectif": "Voir loin. Agir.", "phrase": "Voir loin.", "jours": 30}
    return {
        "jours": 30,
        "titres": [{"texte": "Une", "fiches": [1]}, {"texte": "Deux", "fiches": [2]}],
        "graphique": [{"lignes": ["Une", "Deux"], "fiches": [1, 2]}],
        "fiches": [one, {"titre": "Deux", "bilan": "Fait.", "temps_partage": 1}],
    }


COMMUNES = (Commune("Lens", "1", ()), Commune("Arras", "2", ()), Commune("Béthune", "2", ()))

_ONE = ("axes", 0, "sections", 0, "actions", 0)
_GROUP = ("axes", 0, "sections", 0, "actions", 1)
_TWO = (*_GROUP, "actions", 0)
_SEATS = ("instances", "assemblee", "colleges", 0, "organismes", 0, "sieges")

# Where the sound programme is changed, to what, the one code told, part of its message.
CASES: list[tuple[tuple[str | int, ...], object, str, str]] = [
    (("axes", 0, "sections", 0, "numero"), "1.2", "", ""),
    ((*_GROUP, "nouvelle"), True, "", ""),
    (("chiffres", "actions"), 3, "W401 W404", "3 actions annoncées, 2 dans les axes"),
    (("chiffres", "nouvelles"), 2, "W402 W404", "2 nouvelles actions annoncées, 1 action étoilée"),
    (("chiffres", "poursuivies"), 0, "W403 W404", "0 actions poursuivies annoncées, 1 sans"),
    ((*_TWO, "numero"), 4, "W405", "numéros de 1 à 4, mais 2 manquent : 2, 3"),
    ((*_ONE, "type"), None, "W406 W410", "l’action 1 n’a pas de type"),
    (("missions", "types", 0, "part"), 59, "W407 W409", "59 + 40 = 99 %"),
    (("missions", "familles", 0, "part_texte"), 99, "W408", "99 % dans le texte, 100 %"),
    (("missions", "familles", 0, "types"), ["partage"], "W409", "100 % annoncés, mais 60 = 60 %"),
    (("missions", "types", 1, "actions_annoncees"), 5, "W410", "5 actions au tableau annoncé, 1"),
    ((*_TWO, "type"), "externe", "W410 W411", "« externe » sert aux actions"),
    (("tableau", "familles", 0, "organismes"), ["lens"], "W412", "« artois » n’a pas de colonne"),
    ((*_TWO, "financeurs"), ["lens"], "W413", "mais 1 organisme y prend part"),
    (
        (*_TWO, "jours_par_organisme"),
        {"lens": 15.5},
        "W415",
        "20 jours, ses organismes en font 15,5",
    ),
    (("chiffres", "jours"), 4750, "W416", "4\u202f750 jours annoncés, 30 dans"),
    ((*_ONE, "nouvelle"), False, "W402 W403 W417", "l’action 1 est citée parmi les nouvelles"),
    (("chiffres", "principales", 0, "axe"), 2, "W418", "l’action 1 est de l’axe 1, non 2"),
    (("territoire", "totaux", "epci"), 3, "W420", "3 intercommunalités annoncées, 2 décrites"),
    (("territoire", "totaux", "communes"), 4, "W421 W423 W440", "4 communes annoncées, 3 par les"),
    (("territoire", "totaux", "habitants"), 31, "W422 W424", "31 habitants annoncés, 30 par les"),
    (("territoire", "groupes", 0, "communes"), 4, "W423 W425", "3 communes annoncées, 4 par les"),
    (
        ("territoire", "groupes", 0, "habitants"),
        1,
        "W424 W426",
        "1 habitants annoncés, ses membres",
    ),
    (("territoire", "epci", 0, "communes"), 7, "W421 W425 W441", "7 communes annoncées, 1 sur"),
    (("territoire", "villes", 0, "commune"), "Lans", "W442", "« Lans » n’est pas sur le fond"),
    (("territoire", "epci", 0, "siren"), "9", "W443", "« lens » n’a aucune commune"),
    ((*_SEATS, 1), _seat(), "W430", "Anne DUPONT est deux fois au conseil"),
    ((*_SEATS, 1), _seat(conseil=False), "W431", "Anne DUPONT a 2 sièges, dont un sans étoile"),
    (("instances", "bureau", 0, "personne"), _person("NOIR"), "W432", "Anne NOIR est au Bureau"),
    (
        ("instances", "bureau", 0, "personne"),
        _person("MARTIN"),
        "W433",
        "MARTIN est au Bureau, mais",
    ),
    (("validations", 1, "date"), datetime.date(2021, 1, 2), "W434", "vote le 02/01/2021, avant"),
    ((*_SEATS, 1), _seat("DUPOND"), "W436", "Anne DUPOND ressemble à Anne DUPONT"),
    (("document", "titre_court"), "PPA 2020", "W438", "« PPA 2020 », mais l’année est 2021"),
    ((*_SEATS, 1), {}, "W439", "siège sans personne"),
    (("axes", 0, "jours"), 31, "W450 W451", "axe 1 : 31 jours annoncés, 30 par ses fiches"),
    (("repartition", "total_annonce"), 41, "W451", "41 jours annoncés, 40 par les axes"),
    (("axes", 0, "titres", 1, "fiches"), [], "W452 W453", "« Deux » de la liste n’a pas de fiche"),
    (("axes", 0, "titres", 1, "fiches"), [1], "W453", "1 fiche n’est pas dans la liste"),
    (("axes", 0, "graphique", 0, "fiches"), [], "W454 W455", "« Une » du graphique n’a pas"),
    (("axes", 0, "graphique", 0, "fiches"), [2], "W455", "1 fiche n’est pas au graphique (1)"),
    (("axes", 0, "fiches", 1, "temps_partage"), None, "W456", "la fiche 1.2 n’a pas de temps"),
    (("axes", 0, "fiches", 1, "jours"), 0, "W457", "1.2 et 1.1 partagent un temps"),
    (("axes", 0, "fiches", 1, "bilan"), " ", "W458", "la fiche 1.2 n’a ni objectif ni bilan"),
    (("axes", 0, "fiches", 0, "phrase"), "Voir tout.", "W459", "n’est pas dans le texte"),
]


def _changed(path: tuple[str | int, ...], value: object) -> Programme:
    values = _sound()
    holder: Any = values
    for step in path[:-1]:
        if isinstance(holder[step], tuple):
            holder[step] = list(holder[step])
        holder = holder[step]
    holder[path[-1]] = value
    return Programme.model_validate(values, by_alias=True, by_name=False)


def _codes(programme: Programme) -> str:
    findings = check_programme(programme, communes=COMMUNES)
    return " ".join(sorted({finding.code for finding in findings}))


def test_a_sound_programme_is_told_nothing() -> None:
    assert _codes(Programme.model_validate(_sound(), by_alias=True, by_name=False)) == ""


@pytest.mark.parametrize(("path", "value", "codes", "part"), CASES)
def test_each_rule_is_broken_by_one_input(
    path: tuple[str | int, ...], value: object, codes: str, part: str
) -> None:
    programme = _changed(path, value)
    assert _codes(programme) == codes
    findings = check_programme(programme, communes=COMMUNES)
    messages = [finding.message.replace("\u00a0", " ") for finding in findings]
    assert not codes or any(part in message for message in messages), messages
    assert all(finding.remedy for finding in findings)
    assert all(finding.severity is not Severity.ERROR for finding in findings)


def test_one_epci_in_two_groups() -> None:
    group = {"id": "b", "nom": "B", "communes": 1, "habitants": 10, "membres": ["lens"]}
    values = _sound()
    values["territoire"]["groupes"].append(group)
    programme = Programme.model_validate(values, by_alias=True, by_name=False)
    assert _codes(programme) == "W427"


def test_one_person_with_two_honorifics() -> None:
    values = _sound()
    values["instances"]["bureau"][0]["personne"]["civilite"] = "Mme"
    seats = values["instances"]["assemblee"]["colleges"][0]["organismes"][0]["sieges"]
    seats[0]["personne"]["civilite"] = "M."
    programme = Programme.model_validate(values, by_alias=True, by_name=False)
    assert _codes(programme) == "W435"


def test_every_rule_can_fail() -> None:
    programmes = [_changed(path, value) for path, value, _, _ in CASES]
    silent = [rule.__name__ for rule in RULES if not any(map(_list(rule), programmes))]
    assert silent == ["epci_in_one_group", "honorifics_alike"]  # tested above


def _list(rule: Rule) -> Callable[[Programme], list[Fault]]:
    return lambda programme: list(rule(programme))


def test_a_starred_group_is_named_beside_the_stars() -> None:
    values = _sound()
    values["axes"][0]["sections"][0]["actions"][1]["nouvelle"] = True
    values["chiffres"]["nouvelles"], values["chiffres"]["actions"] = 2, None
    programme = Programme.model_validate(values, by_alias=True, by_name=False)
    (finding,) = check_programme(programme)
    assert "1 action étoilée et 1 groupe étoilé" in finding.message


def test_findings_stand_where_the_field_stands() -> None:
    programme = _changed(("chiffres", "jours"), 4)
    places: dict[FieldPath, Location] = {
        ("chiffres", "jours"): Location("p.yaml", 7, 3),
        (): Location("p.yaml", 1, 1),
    }
    (finding,) = check_programme(programme, places)
    assert (finding.location, finding.field) == (Location("p.yaml", 7, 3), "chiffres › jours")
    (finding,) = check_programme(programme, {(): Location("p.yaml", 1, 1)})
    assert finding.location == Location("p.yaml", 1, 1)


def test_without_outlines_the_map_is_not_judged() -> None:
    assert not check_programme(_changed(("territoire", "epci", 0, "siren"), "9"))
