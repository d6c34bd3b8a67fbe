"""The map of the territory and its figures."""

from __future__ import annotations

from dataclasses import dataclass

from aula_reports.compose.blocks.text import Head
from aula_reports.compose.inline import RichText
from aula_reports.model.outlines import Commune


@dataclass(frozen=True, slots=True)
class MapArea:
    """One EPCI on the map: `shade` tells members of a group apart, from 0."""

    siren: str
    kind: RichText
    name: RichText
    figures: RichText
    group: int
    shade: int


@dataclass(frozen=True, slots=True)
class MapGroup:
    name: RichText
    figures: RichText


@dataclass(frozen=True, slots=True)
class MapTown:
    commune: str
    name: RichText
    side: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A number large enough to be looked at, and what it counts."""

    number: str
    label: RichText
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class TerritoryMap:
    head: Head
    caption: RichText
    groups: tuple[MapGroup, ...]
    areas: tuple[MapArea, ...]
    towns: tuple[MapTown, ...]
    communes: tuple[Commune, ...]
    figures: tuple[Figure, ...]
    source: RichText
    alt: str
