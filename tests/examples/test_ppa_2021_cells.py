"""The invented matrix cells of the example PPA 2021 obey the rule written in its LISEZMOI.md.

The rule is mechanical: from the type of an action, its section and the words of its title it
yields the cells. It is written twice, in French tables for readers and here for the proof; the
first test holds both to each other, the others hold every action to the rule.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from aula_reports.model.missions import MissionType
from aula_reports.model.programme import Action, ActionGroup, Programme

README = Path(__file__).parents[2] / "examples" / "ppa-2021" / "LISEZMOI.md"

AGGLOMERATIONS = ("call", "cahc", "cabbalr")
EPCI = (*AGGLOMERATIONS, "cc_ternois", "cc_7_vallees")

# Words that name organisations: whole words of the title, or of its group's, as they are written.
NAMED: dict[str, tuple[str, ...]] = {
    "CABBALR": ("cabbalr",),
    "Béthune": ("cabbalr",),
    "CALL": ("call",),
    "Quadraparc": ("call",),
    "CAHC": ("cahc",),
    "PMA": ("pma", *AGGLOMERATIONS),
    "multipolaire": ("pma", *AGGLOMERATIONS),
    "filières économiques": ("pma", *AGGLOMERATIONS),
    "îlots de chaleur": ("pma", *AGGLOMERATIONS),
    "PETR": ("petr", "cc_ternois", "cc_7_vallees"),
    "Ternois Com’": ("cc_ternois",),
    "7 Vallées": ("cc_7_vallees",),
    "Petites Villes de Demain": ("cc_7_vallees",),
    "SMTAG": ("smtag",),
    "SMT Artois": ("smtag",),
    "offres de mobilité": ("smtag",),
    "SCoT de l’Artois": ("scot_artois",),
    "SCoT de Lens": ("scot_llhc",),
    "SCoT du Ternois": ("cc_ternois", "petr"),
    "2 SCoT": ("scot_artois", "scot_llhc", *AGGLOMERATIONS),
    "A1/A21": AGGLOMERATIONS,
    "cités minières": AGGLOMERATIONS,
    "voie d’eau": AGGLOMERATIONS,
    "modélisation spatiale": AGGLOMERATIONS,
    "Action Cœur de Ville": ("cabbalr", "call"),
    "périmètre AULA": EPCI,
    "échelle AULA": EPCI,
    "échelle de l’AULA": EPCI,
    "périmètre de l’Agence": EPCI,
    "plateforme de la donnée": EPCI,
    "Géo Business": EPCI,
    "Axe Nord": ("etat",),
    "Région": ("region",),
    "SRADDET": ("region",),
    "Département": ("departement",),
    "EPF": ("epf",),
    "Pas-de-Calais Habitat": ("pas_de_calais_habitat",),
}

# Who benefits from what a neighbour pays.
NEIGHBOURS: dict[str, tuple[str, ...]] = {
    "call": ("pma",),
    "cahc": ("pma",),
    "cabbalr": ("pma",),
    "cc_ternois": ("petr",),
    "cc_7_vallees": ("petr",),
    "smtag": AGGLOMERATIONS,
    "scot_artois": ("cabbalr",),
    "scot_llhc": ("call", "cahc"),
}

# Words that tell who benefits: beginnings of words of the title, capitals or not.
THEMES: dict[str, tuple[str, ...]] = {
    "santé": ("departement",),
    "social": ("departement",),
    "bien-être": ("departement",),
    "chaîne des parcs": ("departement",),
    "RD": ("departement",),
    "alimentaire": ("departement", "membres_associes"),
    "agricole": ("departement", "membres_associes"),
    "A1/A21": ("etat",),
    "Loison-sous-Lens": ("call",),
    "mobilité": ("region",),
    "emploi": ("region",),
    "énerg": ("region",),
    "EnR": ("region",),
    "solaire": ("region",),
    "écotransition": ("region",),
    "numérique": ("region",),
    "culture": ("region",),
    "mobilités": ("smtag",),
    "gares": ("smtag",),
    "covoiturage": ("smtag",),
    "logistique urbaine": ("smtag",),
    "friche": ("epf",),
    "foncier": ("epf",),
    "développement urbain": ("epf", "pas_de_calais_habitat"),
    "habitat": ("pas_de_calais_habitat",),
    "cités minières": ("pas_de_calais_habitat",),
    "politique de la ville": ("etat", "pas_de_calais_habitat"),
    "NPNRU": ("etat", "pas_de_calais_habitat"),
    "ERBM": ("etat",),
    "CRTE": ("etat",),
    "petites villes de demain": ("etat",),
    "SCoT": ("etat",),
    "PLUI": ("etat",),
    "PLUI-H": ("scot_artois",),
    "documents d’urbanisme": ("etat",),
    "prospective": ("etat", "pma"),
    "URBA 8": ("etat", "region"),
    "économi": ("membres_associes",),
    "commerc": ("membres_associes",),
    "entrepr": ("membres_associes",),
    "voie d’eau": ("membres_associes",),
    "environnement": ("membres_associes",),
    "axes fluviaux": ("membres_associes", "pma", "region"),
    "trame verte": ("membres_associes", "scot_llhc"),
    "chaleur": ("scot_artois", "scot_llhc"),
    "modélisation": ("scot_artois", "scot_llhc"),
    "SRADDET": ("scot_artois", "scot_llhc", "petr"),
    "donnée": ("pma", "petr", "smtag"),
    "PPI": EPCI,
    "patrimonial": AGGLOMERATIONS,
}

# An associate among the statutory members' columns: it benefits from what all members share.
ASSOCIATE_COLUMN = "scot_llhc"
NON_MEMBERS = "be_autres"
# Lively exchange and publications reach beyond the members.
OPEN_SECTIONS = ("3.2", "3.4")

NUMBERS = range(1, 101)


def named_organisations(text: str) -> list[str]:
    """List the organisations named in a text, in the order of the words that name them."""
    places = []
    for word, organisations in NAMED.items():
        found = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text)
        if found:
            places.append((found.start(), organisations))
    in_order = [name for _, names in sorted(places, key=lambda place: place[0]) for name in names]
    return list(dict.fromkeys(in_order))


def theme_organisations(title: str) -> set[str]:
    """Collect the organisations that a title's themes make beneficiaries."""
    return {
        organisation
        for word, organisations in THEMES.items()
        if re.search(rf"(?<!\w){re.escape(word)}", title, re.IGNORECASE)
        for organisation in organisations
    }


def expected_funders(action: Action, group_title: str, members: tuple[str, ...]) -> set[str]:
    """Return who pays for an action, by the rule."""
    if action.mission_type is MissionType.SHARED:
        return set(members) - {ASSOCIATE_COLUMN}
    if action.mission_type is MissionType.EXTERNAL:
        return {NON_MEMBERS}
    named = named_organisations(f"{group_title} {action.title}")
    return set(named[:1] if action.mission_type is MissionType.DEDICATED else named)


def expected_beneficiaries(action: Action, group_title: str, section: str) -> set[str]:
    """Return who benefits from an action without paying, by the rule."""
    found = {NON_MEMBERS} if section in OPEN_SECTIONS else set()
    if action.mission_type is MissionType.SHARED:
        found |= {ASSOCIATE_COLUMN, "membres_associes"}
    elif action.mission_type is not MissionType.EXTERNAL:
        found |= theme_organisations(action.title)
        found |= set(named_organisations(f"{group_title} {action.title}"))
        for funder in action.funders:
            found |= set(NEIGHBOURS.get(funder, ()))
    return found - set(action.funders)


def member_columns(programme: Programme) -> tuple[str, ...]:
    """Return the columns of the statutory and of the active members."""
    statutory, active = programme.partner_matrix.families[:2]
    return (*statutory.organisations, *active.organisations)


def placed(programme: Programme, number: int) -> tuple[Action, str, str]:
    """Return an action with the title of its group, if any, and the number of its section."""
    for axis in programme.axes:
        for section in axis.sections:
            for entry in section.entries:
                group = entry.title if isinstance(entry, ActionGroup) else ""
                for action in entry.actions if isinstance(entry, ActionGroup) else (entry,):
                    if action.number == number:
                        return action, group, section.number
    raise LookupError(number)


def readme_table(heading: str) -> list[list[str]]:
    """Read the rows of the table under a heading of the README, without its head."""
    after = README.read_text(encoding="utf-8").split(f"### {heading}\n", 1)[1]
    rows = re.search(r"(?:^\|.*\n)+", after, re.MULTILINE)
    assert rows is not None, heading
    lines = rows.group().splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


@pytest.mark.parametrize(
    ("heading", "rule"),
    [
        ("Mots qui désignent des organismes", NAMED),
        ("Proches d’un financeur", NEIGHBOURS),
        ("Mots qui désignent des bénéficiaires", THEMES),
    ],
)
def test_readme_holds_the_rule(
    ppa_2021: Programme, heading: str, rule: dict[str, tuple[str, ...]]
) -> None:
    columns = {ppa_2021.organisation(name).label: name for name in ppa_2021.partner_matrix.columns}
    read: dict[str, tuple[str, ...]] = {}
    for words, organisations in readme_table(heading):
        names = tuple(columns[label] for label in organisations.split(", "))
        for word in words.split(" · "):
            key = columns[word] if rule is NEIGHBOURS else word.strip("« »")
            assert key not in read, f"twice: {key}"
            read[key] = names
    assert read == rule


@pytest.mark.parametrize("number", NUMBERS)
def test_funders_follow_the_rule(ppa_2021: Programme, number: int) -> None:
    action, group, _ = placed(ppa_2021, number)
    assert set(action.funders) == expected_funders(action, group, member_columns(ppa_2021))


@pytest.mark.parametrize("number", NUMBERS)
def test_beneficiaries_follow_the_rule(ppa_2021: Programme, number: int) -> None:
    action, group, section = placed(ppa_2021, number)
    assert set(action.beneficiaries) == expected_beneficiaries(action, group, section)


@pytest.mark.parametrize("number", NUMBERS)
def test_cells_are_columns_named_once_in_their_order(ppa_2021: Programme, number: int) -> None:
    action, _, _ = placed(ppa_2021, number)
    order = {name: place for place, name in enumerate(ppa_2021.partner_matrix.columns)}
    for cells in (action.funders, action.beneficiaries):
        assert list(cells) == sorted(set(cells), key=order.__getitem__)
    assert not set(action.funders) & set(action.beneficiaries)


def test_funders_fit_the_mission_types(ppa_2021: Programme) -> None:
    least = {MissionType.SHARED: 14, MissionType.POOLED: 2}
    for action in ppa_2021.actions:
        if action.mission_type in (MissionType.DEDICATED, MissionType.EXTERNAL):
            assert len(action.funders) == 1, action.number
        elif action.mission_type is not None:
            assert len(action.funders) >= least[action.mission_type], action.number


def test_non_members_pay_for_the_external_mission_only(ppa_2021: Programme) -> None:
    assert [a.number for a in ppa_2021.actions if NON_MEMBERS in a.funders] == [84]


def test_every_word_of_the_rule_serves(ppa_2021: Programme) -> None:
    ruled = [
        (f"{group} {action.title}", action.title)
        for action, group, _ in (placed(ppa_2021, number) for number in NUMBERS)
        if action.mission_type not in (MissionType.SHARED, MissionType.EXTERNAL)
    ]
    for word in NAMED:
        assert any(word in text for text, _ in ruled), word
    for word in THEMES:
        assert any(word.lower() in title.lower() for _, title in ruled), word
