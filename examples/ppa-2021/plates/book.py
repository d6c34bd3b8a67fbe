"""The pictures of the book by name."""

from __future__ import annotations

from collections.abc import Callable

from .cover import couverture, nuit
from .openers import canal, marais, parc
from .panoramas import auxi, lens, ternois
from .prints import Layered, Single
from .town import beffroi, motte

PICTURES: dict[str, Callable[[int], Single | Layered]] = {
    "couverture": couverture,
    "motte": motte,
    "beffroi": beffroi,
    "canal": canal,
    "parc": parc,
    "marais": marais,
    "pano-ternois": ternois,
    "pano-auxi": auxi,
    "pano-lens": lens,
    "nuit": nuit,
}
