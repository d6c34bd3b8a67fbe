"""Outlines of communes, as a map draws them."""

from __future__ import annotations

from msgspec import Struct


class Commune(Struct, frozen=True):
    """One commune: its rings are (longitude, latitude) pairs in degrees, outer and inner alike."""

    name: str
    epci_siren: str
    rings: tuple[tuple[tuple[float, float], ...], ...]
