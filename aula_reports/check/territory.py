"""Announced totals of the territory against its parts (W420–W427) and its outlines (W440–W443)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from aula_reports.check.doubts import Rule, doubt, figure
from aula_reports.model.outlines import Commune
from aula_reports.model.partners import Epci, Territory, TerritoryGroup
from aula_reports.model.programme import Programme
from aula_reports.read.near import question, quoted
from aula_reports.read.places import Fault, FieldPath

_TOTALS: FieldPath = ("territoire", "totaux")


def epci_counted(programme: Programme) -> Iterator[Fault]:
    territory = programme.territory
    if territory is None or territory.totals.epci in (None, len(territory.epci)):
        return
    message = f"{territory.totals.epci} intercommunalités annoncées, {len(territory.epci)} décrites"
    yield doubt("W420", message, (*_TOTALS, "epci"), "corriger le nombre ou la liste")


def epci_communes_add_up(programme: Programme) -> Iterator[Fault]:
    if programme.territory:
        announced, parts = programme.territory.totals.communes, programme.territory.epci
        counted = _sum(epci.communes for epci in parts)
        yield from _against("W421", announced, counted, "communes", "intercommunalités")


def epci_inhabitants_add_up(programme: Programme) -> Iterator[Fault]:
    if programme.territory:
        announced, parts = programme.territory.totals.inhabitants, programme.territory.epci
        counted = _sum(epci.inhabitants for epci in parts)
        yield from _against("W422", announced, counted, "habitants", "intercommunalités")


def group_communes_add_up(programme: Programme) -> Iterator[Fault]:
    if programme.territory and _is_partition(programme.territory):
        announced, parts = programme.territory.totals.communes, programme.territory.groups
        counted = sum(group.communes for group in parts)
        yield from _against("W423", announced, counted, "communes", "groupements")


def group_inhabitants_add_up(programme: Programme) -> Iterator[Fault]:
    if programme.territory and _is_partition(programme.territory):
        announced, parts = programme.territory.totals.inhabitants, programme.territory.groups
        counted = sum(group.inhabitants for group in parts)
        yield from _against("W424", announced, counted, "habitants", "groupements")


def groups_match_their_members(programme: Programme) -> Iterator[Fault]:
    if programme.territory is None:
        return
    for rank, group in enumerate(programme.territory.groups):
        members = _members(programme.territory, group)
        path: FieldPath = ("territoire", "groupes", rank)
        communes = _sum(epci.communes for epci in members)
        inhabitants = _sum(epci.inhabitants for epci in members)
        for code, key, announced, counted in (
            ("W425", "communes", group.communes, communes),
            ("W426", "habitants", group.inhabitants, inhabitants),
        ):
            if counted is not None and announced != counted:
                message = (
                    f"{quoted(group.name)} : {figure(announced)} {key} annoncés, "
                    f"ses membres en ont {figure(counted)}"
                ).replace("communes annoncés", "communes annoncées")
                yield doubt(code, message, (*path, key), "corriger le total ou les membres")


def epci_in_one_group(programme: Programme) -> Iterator[Fault]:
    if programme.territory is None:
        return
    seen: dict[str, str] = {}
    for rank, group in enumerate(programme.territory.groups):
        for position, member in enumerate(group.members):
            if seen.setdefault(member, group.name) != group.name:
                message = f"{quoted(member)} est aussi membre de {quoted(seen[member])}"
                path = ("territoire", "groupes", rank, "membres", position)
                yield doubt("W427", message, path, "le laisser dans un seul groupement")


def communes_on_the_map(programme: Programme, communes: Sequence[Commune]) -> Iterator[Fault]:
    """Compare the announced number of communes with the outlines."""
    announced = programme.territory.totals.communes if programme.territory else None
    if announced is not None and announced != len(communes):
        message = f"{announced} communes annoncées, {len(communes)} sur le fond de carte"
        remedy = "prendre un fond de la même année, ou le dire sous la carte"
        yield doubt("W440", message, (*_TOTALS, "communes"), remedy)


def epci_on_the_map(programme: Programme, communes: Sequence[Commune]) -> Iterator[Fault]:
    """Compare each EPCI with its outlines."""
    counted = Counter(commune.epci_siren for commune in communes)
    for rank, epci in enumerate(programme.territory.epci if programme.territory else ()):
        path: FieldPath = ("territoire", "epci", rank)
        if not counted[epci.siren]:
            message = f"{quoted(epci.name)} n’a aucune commune sur le fond de carte"
            yield doubt("W443", message, (*path, "siren"), "vérifier le numéro SIREN")
        elif epci.communes not in (None, counted[epci.siren]):
            message = (
                f"{quoted(epci.name)} : {epci.communes} communes annoncées, "
                f"{counted[epci.siren]} sur le fond de carte"
            )
            yield doubt("W441", message, (*path, "communes"), "prendre un fond de la même année")


def towns_on_the_map(programme: Programme, communes: Sequence[Commune]) -> Iterator[Fault]:
    """Find the named towns among the outlines."""
    names = {commune.name for commune in communes}
    for rank, town in enumerate(programme.territory.towns if programme.territory else ()):
        if town.commune not in names:
            remedy = (
                question(town.commune, sorted(names)) or "écrire le nom comme dans les contours"
            )
            message = f"{quoted(town.commune)} n’est pas sur le fond de carte"
            yield doubt("W442", message, ("territoire", "villes", rank, "commune"), remedy)


def _against(
    code: str, announced: int | None, counted: int | None, key: str, parts: str
) -> Iterator[Fault]:
    if announced is None or not counted or announced == counted:
        return
    agreed = "annoncées" if key == "communes" else "annoncés"
    message = f"{figure(announced)} {key} {agreed}, {figure(counted)} par les {parts}"
    yield doubt(code, message, (*_TOTALS, key), f"corriger le total ou les {parts}")


def _sum(parts: Iterable[int | None]) -> int | None:
    """Add what is announced; nothing can be compared where a part is not."""
    total = 0
    for part in parts:
        if part is None:
            return None
        total += part
    return total


def _members(territory: Territory, group: TerritoryGroup) -> list[Epci]:
    return [epci for epci in territory.epci if epci.id in group.members]


def _is_partition(territory: Territory) -> bool:
    """Say whether the groups cover every EPCI once: only then do they make the total."""
    members = sorted(member for group in territory.groups for member in group.members)
    return members == sorted(epci.id for epci in territory.epci)


RULES: tuple[Rule, ...] = (
    epci_counted,
    epci_communes_add_up,
    epci_inhabitants_add_up,
    group_communes_add_up,
    group_inhabitants_add_up,
    groups_match_their_members,
    epci_in_one_group,
)
MAP_RULES = (communes_on_the_map, epci_on_the_map, towns_on_the_map)
