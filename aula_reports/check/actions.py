"""Announced figures against the actions that the programme holds (W401–W419)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from aula_reports.check.doubts import (
    Rule,
    actions_by_path,
    doubt,
    figure,
    numbers_listed,
    starred_groups,
)
from aula_reports.model.missions import MissionType
from aula_reports.model.programme import Programme
from aula_reports.read.near import plural, quoted
from aula_reports.read.places import Fault

# A mission is pooled when at least this many members share it.
POOLED_MEMBERS = 2


def announced_actions(programme: Programme) -> Iterator[Fault]:
    announced, counted = programme.figures.actions, len(tuple(programme.actions))
    if announced is not None and announced != counted:
        message = f"{announced} actions annoncées, {counted} dans les axes"
        yield doubt("W401", message, ("chiffres", "actions"), "corriger le nombre ou les axes")


def announced_new(programme: Programme) -> Iterator[Fault]:
    announced = programme.figures.new
    starred = sum(action.is_new for action in programme.actions)
    if announced is None or announced == starred:
        return
    groups = len(starred_groups(programme))
    stars = plural(starred, "action étoilée", "actions étoilées")
    if groups:
        stars += f" et {plural(groups, 'groupe étoilé', 'groupes étoilés')}"
    message = f"{announced} nouvelles actions annoncées, {stars}"
    yield doubt("W402", message, ("chiffres", "nouvelles"), "dire ce qui compte pour nouveau")


def announced_continued(programme: Programme) -> Iterator[Fault]:
    announced = programme.figures.continued
    counted = sum(not action.is_new for action in programme.actions)
    if announced is not None and announced != counted:
        message = f"{announced} actions poursuivies annoncées, {counted} sans étoile"
        yield doubt(
            "W403", message, ("chiffres", "poursuivies"), "corriger le nombre ou les étoiles"
        )


def announced_parts(programme: Programme) -> Iterator[Fault]:
    total, new, continued = (
        programme.figures.actions,
        programme.figures.new,
        programme.figures.continued,
    )
    if total is None or new is None or continued is None or new + continued == total:
        return
    message = f"{new} nouvelles et {continued} poursuivies font {new + continued}, non {total}"
    yield doubt("W404", message, ("chiffres", "actions"), "corriger l’un des trois nombres")


def numbers_without_gap(programme: Programme) -> Iterator[Fault]:
    numbers = {action.number for action in programme.actions}
    # Numbers given twice are an error of the reader; a gap of millions is told without listing it.
    last = max(numbers, default=0)
    gap = last - len(numbers)
    if not gap:
        return
    first = [number for number in range(1, min(last, 1000)) if number not in numbers]
    missing = numbers_listed(first)
    message = f"numéros de 1 à {last}, mais {plural(gap, 'manque', 'manquent')} : {missing}"
    yield doubt("W405", message, ("axes",), "renuméroter, ou rétablir l’action")


def mission_types_given(programme: Programme) -> Iterator[Fault]:
    for path, action in actions_by_path(programme):
        if action.mission_type is None and programme.missions.kinds:
            message = f"l’action {action.number} n’a pas de type de mission : aucun ne la compte"
            yield doubt("W406", message, path, "ajouter son type")


def shares_make_a_whole(programme: Programme) -> Iterator[Fault]:
    kinds = programme.missions.kinds
    total = sum(kind.share_percent for kind in kinds)
    if kinds and total != 100:
        terms = " + ".join(str(kind.share_percent) for kind in kinds)
        message = f"parts des types : {terms} = {total} %, et non 100 %"
        yield doubt("W407", message, ("missions", "types"), "corriger une part")


def family_shares_alike(programme: Programme) -> Iterator[Fault]:
    for rank, family in enumerate(programme.missions.families):
        in_text = family.share_percent_in_text
        if in_text is not None and in_text != family.share_percent:
            message = (
                f"{quoted(family.label)} : {in_text} % dans le texte, "
                f"{family.share_percent} % au diagramme"
            )
            path = ("missions", "familles", rank, "part_texte")
            yield doubt("W408", message, path, "donner deux fois la même part")


def family_shares_add_up(programme: Programme) -> Iterator[Fault]:
    for rank, family in enumerate(programme.missions.families):
        kinds = [programme.missions.kind(mission_type) for mission_type in family.types]
        shares = [kind.share_percent for kind in kinds if kind is not None]
        if len(shares) == len(kinds) and sum(shares) != family.share_percent:
            terms = " + ".join(map(str, shares))
            message = (
                f"{quoted(family.label)} : {family.share_percent} % annoncés, "
                f"mais {terms} = {sum(shares)} %"
            )
            path = ("missions", "familles", rank, "part")
            yield doubt("W409", message, path, "corriger le sous-total ou les parts")


def announced_by_type(programme: Programme) -> Iterator[Fault]:
    counted = Counter(action.mission_type for action in programme.actions)
    for rank, kind in enumerate(programme.missions.kinds):
        if kind.action_count is not None and kind.action_count != counted[kind.type]:
            message = (
                f"{quoted(kind.label)} : {plural(kind.action_count, 'action', 'actions')} "
                f"au tableau annoncé, {counted[kind.type]} dans les axes"
            )
            path = ("missions", "types", rank, "actions_annoncees")
            yield doubt("W410", message, path, "corriger le nombre ou le type d’une action")


def types_described(programme: Programme) -> Iterator[Fault]:
    described = {kind.type for kind in programme.missions.kinds}
    used = {action.mission_type for action in programme.actions} - {None}
    for mission_type in MissionType:
        if described and mission_type in used - described:
            message = f"le type {quoted(mission_type)} sert aux actions, mais n’est pas décrit"
            yield doubt("W411", message, ("missions", "types"), "le décrire")


def involved_have_a_column(programme: Programme) -> Iterator[Fault]:
    columns = set(programme.partner_matrix.columns)
    told: set[str] = set()
    for path, action in actions_by_path(programme):
        for key, names in (
            ("financeurs", action.funders),
            ("beneficiaires", action.beneficiaries),
        ):
            for rank, name in enumerate(names):
                if columns and name not in columns | told:
                    told.add(name)
                    message = f"{quoted(name)} n’a pas de colonne au tableau par partenaire"
                    remedy = "ajouter la colonne dans tableau › familles"
                    yield doubt("W412", message, (*path, key, rank), remedy)


def pooled_among_several(programme: Programme) -> Iterator[Fault]:
    for path, action in actions_by_path(programme):
        involved = set(action.funders) | set(action.beneficiaries)
        if action.mission_type is MissionType.POOLED and len(involved) < POOLED_MEMBERS:
            message = (
                f"l’action {action.number} est mutualisée, "
                f"mais {plural(len(involved), 'organisme', 'organismes')} y prend part"
            )
            remedy = "citer deux organismes au moins, ou changer le type"
            yield doubt("W413", message, (*path, "type"), remedy)


def days_by_organisation_add_up(programme: Programme) -> Iterator[Fault]:
    for path, action in actions_by_path(programme):
        total = sum(action.days_by_organisation.values())
        planned = action.days_planned
        if action.days_by_organisation and planned is not None and abs(total - planned) > 0.01:
            message = (
                f"l’action {action.number} prévoit {figure(planned)} jours, "
                f"ses organismes en font {figure(total)}"
            )
            yield doubt("W415", message, (*path, "jours"), "corriger le total ou les parts")


def days_add_up(programme: Programme) -> Iterator[Fault]:
    announced = programme.figures.technical_days
    days = [action.days_planned for action in programme.actions]
    planned = [number for number in days if number is not None]
    if announced is None or not days or len(planned) < len(days):
        return
    if abs(sum(planned) - announced) > 0.5:
        message = f"{figure(announced)} jours annoncés, {figure(sum(planned))} dans les actions"
        yield doubt("W416", message, ("chiffres", "jours"), "corriger le total ou les jours")


def highlights_are_new(programme: Programme) -> Iterator[Fault]:
    new = {action.number for action in programme.actions if action.is_new}
    for group in starred_groups(programme):
        new |= {action.number for action in group.actions}
    known = {action.number for action in programme.actions}
    for rank, axis in enumerate(programme.figures.highlights):
        for line, item in enumerate(axis.items):
            for place, number in enumerate(item.actions):
                if number in known - new:
                    message = f"l’action {number} est citée parmi les nouvelles, mais sans étoile"
                    path = ("chiffres", "principales", rank, "lignes", line, "actions", place)
                    yield doubt("W417", message, path, "l’étoiler, ou la retirer de la liste")


def highlights_under_their_axis(programme: Programme) -> Iterator[Fault]:
    home = {action.number: axis.number for axis in programme.axes for action in axis.actions}
    for rank, axis in enumerate(programme.figures.highlights):
        for line, item in enumerate(axis.items):
            for place, number in enumerate(item.actions):
                if home.get(number, axis.axis) != axis.axis:
                    message = f"l’action {number} est de l’axe {home[number]}, non {axis.axis}"
                    path = ("chiffres", "principales", rank, "lignes", line, "actions", place)
                    yield doubt("W418", message, path, "la citer sous son axe")


RULES: tuple[Rule, ...] = (
    announced_actions,
    announced_new,
    announced_continued,
    announced_parts,
    numbers_without_gap,
    mission_types_given,
    shares_make_a_whole,
    family_shares_alike,
    family_shares_add_up,
    announced_by_type,
    types_described,
    involved_have_a_column,
    pooled_among_several,
    days_by_organisation_add_up,
    days_add_up,
    highlights_are_new,
    highlights_under_their_axis,
)
