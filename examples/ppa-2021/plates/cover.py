"""The cover by day and the back cover by night: one mining landscape."""

from __future__ import annotations

from plates.built import Corons, Masonry, headframe, turbine
from plates.canvas import PAGE, Plate
from plates.colours import BRICKS, DEEP, NUIT, SLATE, colour, mix
from plates.land import Furrows, Heap, Ridge, Strata, faded, haze, sky, sunk
from plates.plants import Hedge, Leaves, Poplar
from plates.prints import Layered, Single

HORIZON = 166  # mm from the head
MIST = "#EBC39C"


def couverture(dpi: int) -> Layered:
    """Draw the cover: the big heap stands under the year's last stem, the land sinks in nuit."""
    behind = Plate(PAGE, dpi, 3)
    sky(
        behind,
        [
            (-5, "#164060"),
            (40, "#2B5D78"),
            (85, "#62909F"),
            (120, "#B4C0B3"),
            (148, "#EFD0A5"),
            (166, "#F3B985"),
        ],
    )
    Strata(30, 150, 24, "#F4DDB9", 0.20, (60, 200), 0.6).draw(behind, 5)
    Strata(112, 152, 14, "#F7C894", 0.40, (50, 170), 0.3).draw(behind, 9)
    behind.grain(0.009, quiet=behind.below(HORIZON + 12, 2))
    land = Plate(PAGE, dpi, 4)
    _heaps(land)
    _village(land)
    _fields(land)
    solid = sunk(land, 214, 7, NUIT)
    land.grain(0.009, quiet=solid)
    return Layered(behind, land)


def _heaps(land: Plate) -> None:
    hz = HORIZON
    Ridge(hz - 5, 2.2, 90, 3).draw(land, faded("#7E98A0", MIST, hz - 10, hz + 6), 3)
    for x, height, turn in ((12, 22, 0.3), (22, 18, 1.1), (31, 24, 0.7), (41, 17, 1.6)):
        turbine(land, (x, hz - 4), height, "#FBEFD8", turn)
    Heap(66, hz + 1, 46, "#4A7084", "#A39B90", mix(MIST, "#8FA0A0", 0.35)).draw(land, 11)
    Heap(205, hz + 2, 45, "#3B647A", "#A2917F", mix(MIST, "#7E949A", 0.4)).draw(land, 31)
    Heap(144.7, hz + 2, 82.5, "#234A66", "#9A8378", mix(MIST, "#6E8890", 0.4)).draw(land, 24)
    haze(land, hz - 3, 26, MIST, 0.30)


def _village(land: Plate) -> None:
    hz = HORIZON
    far = Leaves([(hz - 4, "#55767E"), (hz + 4, "#86968F")], "#8A9B93", glow=0.4)
    Hedge(-8, 218, hz + 1.5, 5.5, 0.9).draw(land, far, 6)
    stubble = Ridge(hz + 2.5, 0.8).draw(land, [(hz, "#C9B27A"), (hz + 14, "#A5A66F")], 8)
    Furrows(120, hz - 2, 40, "#8E9A6A", 0.55, 5, 0.5).draw(land, stubble)
    near = Leaves("#3F6670", "#6E8F86")
    Hedge(-8, 74, hz + 9, 6.5).draw(land, near, 16)
    headframe(land, (89, hz + 11.5), 28, "#173C55")
    made = Masonry(tuple(colour(b) for b in BRICKS), SLATE, "#F7DFA8", "#E7C9A0")
    Corons(103, hz + 12.5, 9, 8.6, 6.2).draw(land, made, 2)
    Hedge(176, 220, hz + 10.5, 7).draw(land, Leaves("#35606C", "#63877F"), 26)


def _fields(land: Plate) -> None:
    hz = HORIZON
    rape = Ridge(hz + 11, 1.2, 200, slope=0.008).draw(
        land, [(hz + 9, "#F2C64F"), (hz + 34, "#DFA52E")], 12
    )
    Furrows(128, hz + 3, 70, "#C48E28", 0.42).draw(land, rape)
    for i in range(7):
        height = 29 - 1.1 * i + ((i * 53) % 7) * 0.8
        Poplar(10 + i * 6.9 + ((i * 37) % 5) * 0.6, hz + 31, height, 4.6).draw(
            land, Leaves("#173A50", "#3F7578"), i
        )
    green = Ridge(hz + 23, 2.0, 260, slope=-0.03).draw(
        land, [(hz + 18, "#5E8A72"), (hz + 40, "#3E6C66")], 30
    )
    Furrows(40, hz + 6, 64, "#2F5C5E", 0.45).draw(land, green)
    plough = Ridge(hz + 33, 2.0, 300, slope=0.02).draw(
        land, [(hz + 28, "#1B4560"), (hz + 52, NUIT)], 33, 0.015
    )
    Furrows(96, hz + 10, 60, "#2A5570", 0.32, 7, 0.14).draw(land, plough)


def nuit(dpi: int) -> Single:
    """Draw the back cover: the same land by night, lit windows its only bright points."""
    hz = 236
    plate = Plate(PAGE, dpi, 14)
    sky(
        plate, [(-5, NUIT), (80, "#0E3653"), (140, "#113C59"), (190, "#174863"), (hz, "#2A5A73")], 0
    )
    Strata(150, 226, 16, "#3A6A82", 0.16, (60, 200), 0.6).draw(plate, 9)
    Heap(150, hz + 2, 36, "#174360", "#21526E", "#285A74").draw(plate, 12)
    Heap(60, hz + 2, 60, "#113A56", "#1D4C68", "#245470").draw(plate, 24)
    dark = Leaves("#123A55", "#1B4761", glow=0.5)
    Hedge(-8, 218, hz + 2, 5).draw(plate, dark, 6)
    Ridge(hz + 3, 0.6).draw(plate, "#0E344F", 18, 0)
    headframe(plate, (36, hz + 12.6), 27, DEEP)
    walls = tuple(colour(c) for c in ("#0E304A", "#0C2C46", "#103550"))
    Corons(52, hz + 12.6, 12, 8.4, 6.0).draw(plate, Masonry(walls, "#08243B", "#F2C45A"), 8)
    near = Leaves("#0B2C46", "#123750", glow=0.5)
    Hedge(-8, 26, hz + 12, 6.5).draw(plate, near, 16)
    Hedge(157, 220, hz + 12, 7).draw(plate, near, 26)
    Ridge(hz + 11, 1.0, 220).draw(plate, [(hz + 8, "#0C2E49"), (302, "#092741")], 8, 0)
    field = Ridge(hz + 20, 1.6, 260, slope=-0.02).draw(
        plate, [(hz + 16, DEEP), (302, "#08243C")], 30, 0
    )
    Furrows(60, hz - 4, 64, "#14405C", 0.35, 6, 0.10).draw(plate, field)
    plate.grain(0.005)
    return Single(plate, quality=95)  # a dark gradient shows the steps of a coarser one
