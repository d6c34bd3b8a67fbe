"""The pictures of the book by name, each with its resolution."""

from __future__ import annotations

from collections.abc import Callable

from plates.cover import couverture
from plates.figures import canal, corons, friche
from plates.openers import brique, feuille, ocre, petrole, prune
from plates.prints import Layered, Single
from plates.tiles import fleuve, gares, sols, verger
from plates.towns import cite, nuit_ville, velo, zae

PAGES, SMALLER = 220, 300  # dpi

PICTURES: dict[str, tuple[Callable[[int], Single | Layered], int]] = {
    "couverture": (couverture, PAGES),
    "axe-1": (petrole, PAGES),
    "axe-2": (prune, PAGES),
    "axe-3": (feuille, PAGES),
    "axe-4": (ocre, PAGES),
    "axe-5": (brique, PAGES),
    "corons": (corons, SMALLER),
    "friche": (friche, SMALLER),
    "canal": (canal, SMALLER),
    "gares": (gares, SMALLER),
    "sols": (sols, SMALLER),
    "verger": (verger, SMALLER),
    "fleuve": (fleuve, SMALLER),
    "velo": (velo, SMALLER),
    "cite": (cite, SMALLER),
    "zae": (zae, SMALLER),
    "nuit-ville": (nuit_ville, SMALLER),
}
