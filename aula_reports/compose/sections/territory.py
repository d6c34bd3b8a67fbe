"""The territory: its EPCI on a map, its groups, its announced totals."""

from __future__ import annotations

from aula_reports.compose.blocks import (
    Figure,
    Head,
    MapArea,
    MapGroup,
    MapTown,
    TerritoryMap,
)
from aula_reports.compose.inline import RichText, plain
from aula_reports.compose.wording import NO_BREAK, count, label, rich, title
from aula_reports.french.numbers import grouped
from aula_reports.model.outlines import Commune
from aula_reports.model.partners import Epci, Territory, TerritoryGroup, Totals

_SEPARATOR = " · "


def territory_map(territory: Territory, communes: tuple[Commune, ...]) -> TerritoryMap:
    """Compose the map spread; outlines come read, since a block knows no file."""
    return TerritoryMap(
        head=Head(rich("Le territoire"), title(territory.title or "Le territoire"), "territoire"),
        caption=rich(territory.caption),
        groups=tuple(map(_group, territory.groups)),
        areas=tuple(_area(territory, epci, communes) for epci in territory.epci),
        towns=tuple(MapTown(t.commune, label(t.commune), t.side) for t in territory.towns),
        communes=communes,
        figures=tuple(_figures(territory.totals)),
        source=rich(territory.source),
        alt=_alt(territory, communes),
    )


def _population(communes: int | None, inhabitants: int | None) -> RichText:
    parts = []
    if communes is not None:
        parts.append(count(communes, "commune", "communes"))
    if inhabitants is not None:
        parts.append(f"{grouped(inhabitants)} hab.")
    return rich(_SEPARATOR.join(parts))


def _group(group: TerritoryGroup) -> MapGroup:
    return MapGroup(label(group.name), _population(group.communes, group.inhabitants))


def _communes(epci: Epci, communes: tuple[Commune, ...]) -> int | None:
    """The communes of an EPCI: as announced, or else those of the map; None without either."""
    if epci.communes is not None:
        return epci.communes
    return sum(commune.epci_siren == epci.siren for commune in communes) or None


def _area(territory: Territory, epci: Epci, communes: tuple[Commune, ...]) -> MapArea:
    groups = [group for group in territory.groups if epci.id in group.members]
    number = territory.groups.index(groups[0]) if groups else len(territory.groups)
    peers = groups[0].members if groups else tuple(entry.id for entry in territory.epci)
    return MapArea(
        siren=epci.siren,
        kind=rich(epci.kind),
        name=label(epci.name),
        figures=_population(_communes(epci, communes), epci.inhabitants),
        group=number,
        shade=peers.index(epci.id),
    )


def _figures(totals: Totals) -> list[Figure]:
    entries = (
        (totals.epci, "intercommunalité (EPCI)", "intercommunalités (EPCI)"),
        (totals.communes, "commune", "communes"),
        (totals.inhabitants, "habitant", "habitants"),
        (totals.area_km2, "kilomètre carré", "kilomètres carrés"),
    )
    return [
        Figure(grouped(number), rich(one if number < 2 else many))
        for number, one, many in entries
        if number is not None
    ]


def told_totals(totals: Totals) -> str:
    """Say how many communes and inhabitants, and how many km², on one line."""
    parts = []
    if totals.communes is not None:
        parts.append(count(totals.communes, "commune", "communes"))
    if totals.inhabitants is not None:
        parts.append(count(totals.inhabitants, "habitant", "habitants"))
    if totals.area_km2 is not None:
        parts.append(f"{grouped(totals.area_km2)}{NO_BREAK}km²")
    return _SEPARATOR.join(parts)


def _alt(territory: Territory, communes: tuple[Commune, ...]) -> str:
    parts = (_told(epci, communes) for epci in territory.epci)
    return f"Carte. {plain(rich(territory.caption)).rstrip('.')}. {' ; '.join(parts)}."


def _told(epci: Epci, communes: tuple[Commune, ...]) -> str:
    figures = []
    number = _communes(epci, communes)
    if number is not None:
        figures.append(count(number, "commune", "communes"))
    if epci.inhabitants is not None:
        figures.append(f"{grouped(epci.inhabitants)} habitants")
    name = f"{epci.kind} {epci.name}"
    return f"{name} : {', '.join(figures)}" if figures else name
