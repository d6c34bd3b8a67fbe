"""The map of the territory and its figures."""

from __future__ import annotations

from msgspec import Struct

from aula_reports.compose.blocks.text import Head
from aula_reports.compose.inline import RichText
from aula_reports.model.outlines import Commune


class MapArea(Struct, frozen=True):
    """One EPCI on the map: `shade` tells members of a group apart, from 0."""

    siren: str
    kind: RichText
    name: RichText
    figures: RichText
    group: int
    shade: int


class MapGroup(Struct, frozen=True):
    name: RichText
    figures: RichText


class MapTown(Struct, frozen=True):
    commune: str
    name: RichText
    side: str


class Figure(Struct, frozen=True):
    """A number large enough to be looked at, and what it counts."""

    number: str
    label: RichText
    is_new: bool = False


class TerritoryMap(Struct, frozen=True):
    head: Head
    caption: RichText
    groups: tuple[MapGroup, ...]
    areas: tuple[MapArea, ...]
    towns: tuple[MapTown, ...]
    communes: tuple[Commune, ...]
    figures: tuple[Figure, ...]
    source: RichText
    alt: str
