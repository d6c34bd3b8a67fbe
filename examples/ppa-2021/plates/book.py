"""The pictures of the book by name."""

from __future__ import annotations

from collections.abc import Callable

from plates.authie import auxi
from plates.cover import couverture, nuit
from plates.lorette import lorette
from plates.louvre import lens
from plates.openers import canal, marais, parc
from plates.panoramas import ternois
from plates.prints import Layered, Single
from plates.town import beffroi, motte

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
    "lorette": lorette,
    "nuit": nuit,
}
