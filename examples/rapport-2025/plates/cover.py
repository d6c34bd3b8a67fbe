"""The cover: a mining landscape at sunrise in two layers, the year standing between them."""

from __future__ import annotations

import numpy as np

from plates.canvas import PAGE, Plate, Shade
from plates.colours import NUIT
from plates.houses import Bricks, Terrace
from plates.land import Heap, Ridge, Tones
from plates.landmarks import belfry, headframe
from plates.plants import Hedge, Leaves, grass, poplars
from plates.prints import Layered
from plates.shading import deeper
from plates.shapes import grown, shape
from plates.sky import Cloud, Sun, mist, sky, sunk
from plates.water import Water, barge

NIGHTFALL = (239, 253)  # mm: where the bank begins to sink, where all is nuit
FAR_BRICKS = Bricks("#AA5F4A", "#5D4C60", "#74454C", "#3F4058", "#FBE0A6")
NEAR_BRICKS = Bricks("#B8523C", "#54475C", "#7A3D40", "#3A3A55")


def couverture(dpi: int) -> Layered:
    """Draw the cover: the great heap stands before the year's last digit."""
    behind = Plate(PAGE, dpi, 11)
    _sky(behind)
    land = Plate(PAGE, dpi, 12, behind)
    _heaps(land)
    _village(land)
    _shore(land)
    _bank(land)
    return Layered(behind.finish(until=180), land.finish(until=NIGHTFALL[0]))


def _sky(plate: Plate) -> None:
    sky(
        plate,
        [
            (-5, "#22617C"),
            (31, "#4F93A3"),
            (73, "#A4C6C2"),
            (111, "#EFDFBD"),
            (135, "#F7CF98"),
            (151, "#F1AB74"),
        ],
    )
    Sun(47, 126, 13, "#FFF5DC", "#FBE3B0").draw(plate)
    for cloud in (
        Cloud(113, 235, 33, 1.5, "#8FBCC0"),
        Cloud(145, 227, 37, 1.0, "#9CC4C4"),
        Cloud(-15, 87, 107, 1.5, "#F0E0BD"),
        Cloud(1, 115, 112, 1.0, "#F5E4BF"),
        Cloud(150, 233, 115, 1.2, "#F7E0B4"),
    ):
        cloud.draw(plate)


def _heaps(land: Plate) -> None:
    Ridge(147, 8, "#CBA48A", "#D9B48A", 70).draw(land, 5)
    Ridge(150, 6, "#B09388", "#C09C86", 45).draw(land, 15)
    great = Tones("#66778C", "#2A4867", "#EFBD92", "#46607A")
    Heap(163.5, 74.5, 165, 86, 88, tip=2.6).draw(land, great, 3)
    second = Tones("#556B86", "#1D3F5F", "#F0B68A", "#3C5A74")
    Heap(97, 108, 166, 68, 74, tip=2.4).draw(land, second, 8)
    mist(land, 143, 172, "#EEB98A", 0.55)


def _village(land: Plate) -> None:
    far = Leaves("#56697C", "#3A566F")
    Ridge(165.6, 0.6, "#B58F7E", "#8F7F80", depth=9).draw(land, 25)
    Hedge(-10, 105, 166, 4.0).draw(land, far, 21)
    Hedge(91, 225, 166.6, 3.6).draw(land, far, 44)
    belfry(land, (23, 166.4), 40, "#4A6480", "#22425F")
    Terrace(35, 97, 167.4, 3.2).draw(land, FAR_BRICKS)
    headframe(land, (80, 167.4), 25, "#22405C")
    Terrace(99, 221, 168.4, 3.7).draw(land, FAR_BRICKS)
    Ridge(172.4, 2.4, "#E3B53E", "#CF953C", 90).draw(land, 61)
    Ridge(180, 3.2, "#8D9A58", "#4F7458", 80).draw(land, 71)


def _shore(land: Plate) -> None:
    Terrace(-13, 87, 183.4, 6.8, gable_every=5).draw(land, NEAR_BRICKS)
    Hedge(81, 223, 185, 5.2).draw(land, Leaves("#3F6558", "#24485A"), 91)
    tall = [(141 + i * 8.6, 185.6 + i * 0.55, 27 + i * 3.6) for i in range(9)]
    poplars(land, Leaves("#3B6660", "#123753"), tall, 4)
    young = [(93 + i * 6.4, 185.4, 10 + (i * 5) % 4) for i in range(4)]
    poplars(land, Leaves("#3F6A63", "#1D4459"), young, 5)
    Ridge(187.2, 2.2, "#2F5A5E", "#173F58", 70).draw(land, 101)
    canal = shape(
        (-10, 199), (35, 195), (115, 193.2), (225, 192.2), (225, 230), (115, 234), (-10, 246)
    )
    water = Water(193.4, "#3F7F90", "#134A66", "#F9DCAE", depth=109)
    water.draw(land, canal)
    barge(land, (107, 201.4), 54, ("#12354F", "#0B2840", "#C0492F"))


def _bank(land: Plate) -> None:
    x = land.across(2)
    crest = 239.5 - (x + 10) * 0.095 + 1.2 * np.sin(x * 0.06)
    dusk = Shade(NUIT, deeper(223, 24), 2)
    land.fill(grown(np.c_[x, crest], PAGE.bottom + 5), "#1D4A5C", dusk)
    for left, right, top in ((-9, 66, 236), (60, 140, 230), (135, 219, 222)):
        tall = (6, 13) if left < 0 else (3, 8)
        grass(land, "#123D55", (left, top, right, top + 6), 64, tall, seed=int(top))
    sunk(land, *NIGHTFALL, NUIT)
