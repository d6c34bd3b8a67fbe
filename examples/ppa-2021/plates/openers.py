"""The three axis openers: a numeral of 440 pt stands between sky and land of each."""

from __future__ import annotations

import numpy as np

from plates.barge import barge, cabin, jetty, rowing_boat
from plates.built import Corons, Masonry, birds, church
from plates.canvas import PAGE, Mask, Plate, shape
from plates.colours import NUIT, colour, mix
from plates.land import (
    Furrows,
    Heap,
    Ridge,
    Strata,
    Water,
    faded,
    fill_below,
    haze,
    ripples,
    sky,
    veil,
)
from plates.plants import Hedge, Leaves, Poplar, Reeds, Tree, Willow
from plates.prints import Layered

VANISH = (98.0, 181.0)  # where canal, path and furrows meet


def canal(dpi: int) -> Layered:
    """Draw the canal de la Deûle at evening, in one-point perspective."""
    behind = Plate(PAGE, dpi, 9)
    sky(
        behind,
        [
            (-5, "#1B4963"),
            (60, "#417784"),
            (115, "#7FA5A5"),
            (150, "#9DB1A6"),
            (168, "#EDCB9C"),
            (182, "#F2BF8B"),
        ],
    )
    Strata(20, 120, 16, "#CFDCD3", 0.18, (60, 210), 0.8).draw(behind, 13)
    Strata(152, 175, 13, "#F8D9AC", 0.42, (50, 180), 0.3).draw(behind, 17)
    behind.grain(0.009, quiet=behind.below(196, 2))
    land = Plate(PAGE, dpi, 10)
    _canal_far(land)
    _canal_banks(land)
    water = _canal_water(land)
    _poplar_row(land)
    barge(land, (108, 226), water)
    Reeds(-8, 70, 304, 36, 150).draw(land, ("#0F2C44", "#2C5A5C", "#8A6440"), 3)
    veil(land, 274, "#123A56", 0.35)
    land.grain(0.009)
    return Layered(behind, land)


def _canal_far(land: Plate) -> None:
    hz, mist = 180, "#EFCBA0"
    Ridge(hz - 3, 1.8, 100, 3).draw(land, faded("#7F9CA1", mist, hz - 7, hz + 3), 5)
    Heap(171, hz + 1, 46, "#476E80", "#A09B8E", mix(mist, "#8FA1A0", 0.3)).draw(land, 24)
    Heap(121, hz + 1, 33, "#658590", "#AFA999", mix(mist, "#98A8A5", 0.3)).draw(land, 12)
    haze(land, hz - 2, 18, mist, 0.30)
    trees = Leaves([(hz - 4, "#5F7F83"), (hz + 3, "#7D938C")], "#93A598", glow=0.4)
    Hedge(-8, 218, hz + 0.5, 5).draw(land, trees, 3)
    church(land, (30, hz + 2), 18, ("#8A6F66", "#6C6468", "#3F5F70"))
    walls = (colour("#A96B58"), colour("#B77B65"))
    Corons(128, hz + 2.6, 8, 6.4, 4.2).draw(land, Masonry(walls, "#3E5D6E", "#F4DCAE"), 3)


def _canal_banks(land: Plate) -> None:
    (x, y), hz = VANISH, 180
    meadow = Ridge(hz + 1.4, 0.6).draw(
        land, [(hz, "#93A27A"), (hz + 30, "#5E8570"), (302, "#2C5A5C")], 6
    )
    Furrows(x, y, 46, "#C9AE5C", 0.22, 7, 0.30).draw(land, meadow)
    field = shape((x + 9, hz + 3), (222, hz + 20.5), (222, hz + 69), (x + 12, hz + 3.8))
    land.fill(field, [(hz, "#EFC65A"), (hz + 60, "#E3AC34")], texture=0.03)
    rape = land.mask(field)
    assert rape is not None
    Furrows(x, y, 120, "#C8922A", 0.30, 8, 0.40).draw(land, rape)
    path = shape((x - 3, y), (x - 2, y), (18, 305), (-36, 305))
    land.fill(path, [(hz, "#E3CFA8"), (302, "#B5A586")], texture=0.03)
    verge = shape((x - 2.2, y), (x - 1.2, y), (52, 305), (14, 305))
    land.fill(verge, [(hz, "#7F9670"), (302, "#2A5554")], texture=0.03)


def _canal_water(land: Plate) -> Mask:
    (x, y), hz = VANISH, 180
    outline = shape((x - 1.4, y), (x + 5.5, y), (230, 305), (40, 305))
    land.fill(
        outline,
        [
            (hz, "#F5CE9C"),
            (hz + 20, "#DDD0B2"),
            (hz + 48, "#94B4B0"),
            (hz + 78, "#3F7186"),
            (276, "#1D4A64"),
            (302, "#123A56"),
        ],
        texture=0.015,
    )
    water = land.mask(outline)
    assert water is not None
    mirrored = shape((116, hz), (152, hz + 60), (200, hz + 2))
    land.fill(
        mirrored,
        [(hz, "#7B9297"), (hz + 60, "#55808C")],
        texture=0,
        opacity=0.34,
        blur=0.9,
        clip=water,
    )
    ripples(land, water, (hz + 4, 262), 60, "#FBE7C4", 3)
    ripples(land, water, (hz + 10, 300), 50, "#1F4E68", 4)
    land.fill(shape((x + 5.2, y), (x + 6.8, y), (246, 305), (228, 305)), "#2F5C5C", texture=0.03)
    return water


def _poplar_row(land: Plate) -> None:
    x0, y0 = VANISH
    for i in range(12, 0, -1):
        far = i / 12
        size = 1 / (1 + far * 9.5)
        x, y = x0 - 5 - (x0 + 6) * size * 1.02, y0 + 118 * size * 1.02 - 3
        h, w = 250 * size, 33 * size
        shade = shape(
            (x - w * 0.5, y + h * 0.004),
            (x + w * 1.6, y + h * 0.012),
            (x + w * 1.5, y + h * 0.022),
            (x - w * 0.3, y + h * 0.016),
        )
        land.fill(shade, mix("#17394F", "#86A0A0", far), texture=0, opacity=0.28, blur=0.3 * size)
        leaves = Leaves(mix("#17394F", "#86A0A0", far**0.8), mix("#4A7F7C", "#B9B79D", far**0.8))
        Poplar(x, y, h, w * 0.84).draw(land, leaves, 60 + i)


def parc(dpi: int) -> Layered:
    """Draw the lake of the Parc des îles: islets, footbridge, jetty, the twin heaps far off."""
    behind = Plate(PAGE, dpi, 21)
    sky(
        behind,
        [
            (-5, "#15496B"),
            (50, "#2F7391"),
            (105, "#6BA2AE"),
            (132, "#7FADB0"),
            (150, "#97BBB5"),
            (166, "#E9E2C4"),
        ],
    )
    Strata(16, 90, 14, "#D8E8E2", 0.24, (70, 220), 1.0).draw(behind, 23)
    Strata(96, 141, 16, "#F6F0DA", 0.40, (50, 180), 0.3).draw(behind, 29)
    behind.grain(0.009, quiet=behind.below(170, 2))
    land = Plate(PAGE, dpi, 22)
    _parc_shore(land)
    water = Water(
        169,
        [(169, "#A9CFC8"), (225, "#4E8A99"), (268, "#17506B"), (302, "#0E3A58")],
        0.80,
        0.12,
        0.9,
    ).draw(land, behind, 5)
    ripples(land, water, (176, 258), 46, "#EAF1E2", 7)
    ripples(land, water, (200, 300), 40, "#0F4560", 8)
    jetty(land, water)
    rowing_boat(land, (120, 243), 34)
    Reeds(199, 227, 306, 70, 110, wind=-2).draw(land, ("#0B2F45", "#2E6A62", "#7C5B38"), 34)
    veil(land, 268, "#0E3A58", 0.55)
    veil(land, 277, "#0E3A58", 0.50)
    land.grain(0.009)
    return Layered(behind, land)


def _parc_shore(land: Plate) -> None:
    hz, mist = 157, "#D8DCC6"
    Ridge(hz - 3, 2.0, 110, 3).draw(land, faded("#7FA4A8", mist, hz - 8, hz + 4), 15)
    Heap(76, hz + 2, 30, "#6A93A2", "#A8B3A6", mist).draw(land, 12)
    Heap(34, hz + 2, 38, "#4F8094", "#9CAA9F", mist).draw(land, 24)
    haze(land, hz - 1, 16, mist, 0.35)
    far = Leaves([(hz - 4, "#5E8C8A"), (hz + 6, "#7FA398")], "#9BB69E", glow=0.5)
    Hedge(-8, 222, hz + 4, 7).draw(land, far, 17)
    bank = Ridge(hz + 4, 0.5).crest(land, 19)
    fill_below(land, bank, [(hz + 3, "#A9BE88"), (170, "#7FA37C")])
    _islets(land)


def _islets(land: Plate) -> None:
    _footbridge(land)
    leaves = Leaves("#1F5A5E", "#6E9F76", side=-1)
    for i, (x, h) in enumerate(((128, 16), (200, 24), (186, 31), (140, 23), (171, 27), (156, 33))):
        Tree(x, 168, h, 0.74).draw(land, leaves, 40 + i)
    Hedge(112, 214, 168, 6).draw(land, Leaves("#1B4F57", "#548A6E", side=-1), 47)
    for i, (x, h) in enumerate(((-2, 22), (24, 17), (10, 26))):
        Tree(x, 168.5, h, 0.8).draw(land, Leaves("#2B6A6A", "#7FAB7E", side=-1), 50 + i)
    Hedge(-10, 36, 168.5, 5).draw(land, Leaves("#235C60", "#5F9375", side=-1), 57)


def _footbridge(land: Plate) -> None:
    x = np.linspace(28, 120, 40)
    deck = 165.5 - 5.5 * np.sin(np.pi * (x - 28) / 92)
    tint = "#B0503A"
    land.fill(
        [
            np.concatenate([np.c_[x, deck - t], np.c_[x, deck - t + w][::-1]])
            for t, w in ((0, 1.0), (4.0, 0.5), (2.0, 0.28))
        ],
        tint,
        texture=0,
    )
    posts = [
        shape((a - 0.16, b - 4), (a + 0.16, b - 4), (a + 0.16, b), (a - 0.16, b))
        for a, b in zip(x[::2], deck[::2], strict=True)
    ]
    piles = [
        shape((a - 0.4, b), (a + 0.4, b), (a + 0.4, 170), (a - 0.4, 170))
        for a, b in zip(x[3::6], deck[3::6], strict=True)
    ]
    land.fill(posts + piles, mix(tint, NUIT, 0.25), texture=0)


def marais(dpi: int) -> Layered:
    """Draw the marsh of Annay at dusk: water mirrors, willows, a hut on piles, a far church."""
    behind = Plate(PAGE, dpi, 33)
    sky(
        behind,
        [
            (-5, "#1C3A5C"),
            (55, "#3F5878"),
            (110, "#747A92"),
            (152, "#B49698"),
            (184, "#EBBB98"),
            (200, "#F5CDA2"),
        ],
    )
    Strata(20, 110, 14, "#C9B7BC", 0.20, (70, 220), 0.9).draw(behind, 35)
    Strata(136, 192, 22, "#F7D3AE", 0.42, (50, 180), 0.3).draw(behind, 37)
    behind.grain(0.009, quiet=behind.below(205, 2))
    land = Plate(PAGE, dpi, 34)
    _marsh_far(land)
    water = Water(
        203,
        [(203, "#E9C6A4"), (234, "#9C8E97"), (266, "#3A5874"), (302, "#16395A")],
        0.85,
        0.25,
        0.7,
    ).draw(land, behind, 9)
    ripples(land, water, (210, 264), 40, "#F9E0BF", 11)
    _islands(land)
    veil(land, 266, "#0D3050", 0.55)
    veil(land, 277, "#0D3050", 0.40)
    land.grain(0.009)
    return Layered(behind, land)


def _marsh_far(land: Plate) -> None:
    hz, mist = 196, "#EFC7A2"
    Ridge(hz - 4, 2.4, 130, 3).draw(land, faded("#7D7F93", mist, hz - 9, hz + 4), 41)
    Hedge(-8, 222, hz + 2, 5).draw(land, Leaves("#7E7F8C", "#A8938F", glow=0.4), 43)
    church(land, (46, hz + 4), 26, ("#8A7A80", "#74707E", "#54607A"))
    haze(land, hz + 1, 12, mist, 0.35)
    for i, x in enumerate((80, 87, 94, 100.5, 107)):
        Poplar(x, hz + 6, 30 - (i * 5) % 8, 5.0).draw(land, Leaves("#5A6A80", "#8F8A92"), i)
    Hedge(-8, 222, hz + 6, 4, 0.7).draw(land, Leaves("#5B6C7C", "#8C8A88"), 45)
    Ridge(hz + 5, 0.4).draw(land, [(hz + 4, "#A8946F"), (hz + 10, "#6F7A72")], 47)
    Willow(202, hz + 9, 80, 0.92).draw(land, Leaves("#2B4D60", "#8F9A86", side=-1), 49)
    Willow(152, hz + 8, 67, 0.92).draw(land, Leaves("#34566A", "#9AA18C", side=-1), 51)


def _islands(land: Plate) -> None:
    tones = ("#3D5A5C", "#A58F5C", "#7A5A44")
    for i, (x, end, y, h) in enumerate(
        ((-20, 60, 211, 5), (118, 240, 216, 7), (44, 112, 222, 8), (-30, 50, 236, 13))
    ):
        _island(land, (x, end, y), h, tones, 60 + i)
    cabin(land, (58, 245), 42)
    dark = ("#1B3C50", "#5C7263", "#8A6440")
    _island(land, (116, 250, 246), 16, dark, 70)
    _island(land, (-40, 84, 274), 22, dark, 71)
    _island(land, (76, 264, 296), 26, ("#0B2A44", "#123A52", "#1D3A4C"), 72)
    Reeds(-10, 222, 308, 24, 180, heads=0).draw(land, ("#0A2740", "#12344F", "#1D3A4C"), 73)
    birds(land, [(62, 118, 2.4), (70, 112, 1.9), (78, 120, 1.6), (56, 127, 1.3)], "#3B5270")


def _island(
    land: Plate, span: tuple[float, float, float], height: float, tones: tuple, seed: int
) -> None:
    x, end, y = span
    t = np.linspace(0, 1, 60)
    swell = np.sin(np.pi * t) ** 0.5
    along = x + (end - x) * t
    rng = np.random.default_rng(seed)
    shore = y + height * 0.16 * swell * (1 + 0.3 * np.sin(11 * t + rng.uniform(0, 6)))
    mirrored = np.concatenate(
        [np.c_[along, shore], np.c_[along, shore + height * 0.7 * swell][::-1]]
    )
    land.fill(mirrored, tones[0], texture=0, opacity=0.45, blur=height * 0.10, dusty=True)
    top = y - height * 0.16 * swell * (1 + 0.3 * np.sin(17 * t + rng.uniform(0, 6)))
    mound = np.concatenate([np.c_[along, top], np.c_[along, shore][::-1]])
    land.fill(
        mound, [(y - height * 0.2, mix(tones[0], tones[1], 0.3)), (y + 1, tones[0])], texture=0.03
    )
    width, blades = end - x, int((end - x) * 2.6)
    for row, lift in enumerate((-0.10, 0.0, 0.08)):
        inset = width * (0.12 - 0.03 * row)
        Reeds(
            x + inset,
            end - inset,
            y + height * lift,
            height * (1 - 0.12 * row),
            blades,
            heads=13,
            wind=1.5,
        ).draw(land, tones, seed + 30 * row)
