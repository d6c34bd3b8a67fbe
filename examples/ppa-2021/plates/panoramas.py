"""The three panoramas over both pages; the fold at x = 210 stays calm."""

from __future__ import annotations

import numpy as np

from plates.built import Corons, Farm, Masonry, birds, church, turbine
from plates.canvas import SPREAD_HEAD, Mask, Plate, rectangle, shape
from plates.colours import BRICKS, NUIT, SLATE, colour, mix
from plates.land import Furrows, Heap, Ridge, Strata, faded, fill_below, haze, sky
from plates.plants import Copse, Hedge, Leaves, Poplar, Tree, blob
from plates.prints import Single


def ternois(dpi: int) -> Single:
    """Draw the rolling fields of the Ternois, towards Heuchin."""
    plate = Plate(SPREAD_HEAD, dpi, 12)
    mist = "#EBD9BA"
    sky(plate, [(-5, "#8FB0B9"), (24, "#C6D3CC"), (46, "#F2DFC0")])
    Strata(2, 38, 24, "#F9F0DF", 0.5, (50, 160), 0.5).draw(plate, 4)
    Ridge(38, 3.4, 190, 3).draw(plate, faded("#8FA8AE", mist, 32, 54), 3)
    for x, height, turn in (
        (296, 22, 0.4),
        (310, 18, 1.2),
        (326, 25, 0.8),
        (343, 20, 1.9),
        (358, 17, 0.2),
    ):
        turbine(plate, (x, 39), height, "#FDF7EA", turn)
    Ridge(43.5, 3.6, 230, 3).draw(plate, faded("#7E9A94", mist, 38, 60), 14)
    Hedge(-8, 150, 46, 4, 0.6, 8).draw(plate, Leaves("#6B8B87", "#93A794", glow=0.5), 3)
    _heuchin(plate)
    _ternois_fields(plate)
    birds(plate, [(246, 16, 2), (253, 12, 1.6), (260, 18, 1.4), (239, 21, 1.1)], "#547788")
    plate.grain(0.009)
    return Single(plate)


def _heuchin(plate: Plate) -> None:
    church(plate, (98, 53), 23, ("#A08A7C", "#7F7A79", "#416172"))
    made = Masonry(tuple(colour(b) for b in BRICKS), SLATE, "#F6E1B6")
    Corons(118, 53, 7, 7.0, 4.8).draw(plate, made, 5)
    Hedge(72, 93, 51, 6.5, 1, 8).draw(plate, Leaves("#4F7672", "#7F9C83"), 7)
    Hedge(168, 202, 51, 5.5, 0.7, 8).draw(plate, Leaves("#557B72", "#86A283"), 8)


def _ternois_fields(plate: Plate) -> None:
    green = Ridge(50, 3.0, 260).draw(plate, [(43, "#B9BE86"), (68, "#8FA877")], 22)
    Furrows(120, 30, 60, "#7C9A74", 0.42, 5, 0.45).draw(plate, green)
    for i, x in enumerate((262, 269, 275, 282, 288.5, 295, 301, 308)):
        Poplar(x, 60, 25 - ((i * 31) % 6), 4.8).draw(plate, Leaves("#285362", "#5E8C82"), i)
    Hedge(318, 432, 57, 6, 0.7, 9).draw(plate, Leaves("#35616A", "#62867A"), 21)
    rape = Ridge(55.5, 3.6, 330, slope=-0.008).draw(plate, [(48, "#F2C957"), (78, "#DDA430")], 41)
    Furrows(250, 32, 100, "#C8962D", 0.38, 4, 0.40).draw(plate, rape)
    near = Ridge(61, 2.0, 300, slope=0.012).draw(
        plate, [(55, "#4E7F70"), (64, "#235458"), (70, "#1B4656")], 53
    )
    Furrows(90, 40, 100, "#173F52", 0.40, 4, 0.38).draw(plate, near)


def auxi(dpi: int) -> Single:
    """Draw Auxi-le-Château in the valley of the Authie."""
    plate = Plate(SPREAD_HEAD, dpi, 62)
    mist = "#E9E3C6"
    sky(plate, [(-5, "#7DABB4"), (20, "#BAD2CB"), (44, "#F1E8CB")])
    Strata(0, 36, 22, "#FBF6E6", 0.5, (60, 180), 0.5).draw(plate, 64)
    Ridge(34, 4.5, 300, 3).draw(plate, faded("#93B0AC", mist, 28, 50), 66)
    _valley(plate, mist)
    _authie(plate)
    _auxi_town(plate)
    _auxi_near(plate)
    plate.grain(0.009)
    return Single(plate)


def _valley(plate: Plate, mist: str) -> None:
    x = np.linspace(-12, 432, 400)
    hills = ((14, 37, 1, "#86A982", 66, (-44, 6)), (19, 33, -1, "#7FA38D", 372, (-84, -140)))
    for low, depth, side, tint, eye, field in hills:
        place = 1 / (1 + np.exp(side * (x - (160 if side < 0 else 268)) / -34))
        crest = np.c_[x, low + depth * place + 1.2 * np.sin(x / 23 + side)]
        hill = fill_below(plate, crest, [(low, mix(tint, mist, 0.10)), (54, mix(tint, mist, 0.5))])
        Furrows(eye, low - 22, 90, "#6C9478", 0.26, 2, 0.45).draw(plate, hill)
        _parcel(plate, (eye, low - 22), (eye + field[0], eye + field[1]), hill)
    woods = ((8, 27, 40, 0.04), (98, 34, 36, 0.08), (350, 32, 40, -0.10), (414, 24, 46, -0.02))
    for i, (at, y, width, slope) in enumerate(woods):
        Copse(at, y, width, 4.5, slope).draw(plate, Leaves("#5B8878", "#92AF86"), 67 + i)
    haze(plate, 47, 12, mist, 0.5)


def _parcel(plate: Plate, eye: tuple[float, float], foot: tuple[float, float], clip: Mask) -> None:
    x, y = eye
    corners = [
        (x + (at - x) * q, y + (60 - y) * q)
        for q, at in ((0.50, foot[0]), (0.50, foot[1]), (0.64, foot[1]), (0.64, foot[0]))
    ]
    plate.fill(shape(*corners), "#E9CE6E", opacity=0.75, clip=clip)


def _authie(plate: Plate) -> None:
    Ridge(50, 0.8, 200).draw(plate, [(48, "#B4C58C"), (64, "#7FA678")], 71)
    t = np.linspace(0, 1, 120)
    y = 50.5 + 16 * t**1.3
    x = 262 + 40 * np.sin(t * 6.2 + 0.3) * (0.25 + t)
    width = 1.5 + 20 * t**1.4
    band = np.concatenate([np.c_[x - width, y], np.c_[x + width, y][::-1]])
    plate.fill(band, [(50, "#F3EBD0"), (66, "#86B2B5")], texture=0.01)


def _auxi_town(plate: Plate) -> None:
    church(plate, (112, 52), 34, ("#C9BCA2", "#A39E92", "#4A6A78"))
    roofs = ("#A9543E", "#8F4A3A", "#5B6E78", "#B9644A")
    places = (
        (56, 53, 15, 9),
        (72, 52.4, 13, 10),
        (86, 53, 14, 9),
        (134, 52.6, 15, 10),
        (150, 53.2, 13, 9),
        (164, 52.6, 16, 10),
        (182, 53.6, 12, 8),
    )
    Copse(126, 53, 156, 6).draw(plate, Leaves("#4E7C70", "#86A57C"), 75)
    for i, (x, y, w, h) in enumerate(places):
        Farm(x, y, w, h).draw(plate, "#EFE4C8" if i % 3 else "#D9C9A8", roofs[i % 4], "#57707A")
    for i, (x, width) in enumerate(((74, 44), (126, 34), (178, 40))):
        Copse(x, 57, width, 4.6).draw(plate, Leaves("#3F6F68", "#7B9F74"), 77 + i)


def _auxi_near(plate: Plate) -> None:
    for i, x in enumerate((318, 326, 333, 341, 348, 356, 363)):
        Poplar(x, 59, 33 - ((i * 29) % 8), 5.6).draw(plate, Leaves("#2E5F62", "#86A672"), 80 + i)
    for i, (x, h) in enumerate(((386, 18), (400, 23), (416, 20))):
        Tree(x, 61, h, 0.85).draw(plate, Leaves("#2B5B5E", "#7A9E6E"), 90 + i)
    x = np.linspace(-12, 432, 300)
    left = 58 + 14 / (1 + np.exp(-(x - 214) / 16))
    right = 58 + 14 / (1 + np.exp((x - 306) / 10))
    for crest in (left, right):
        outline = np.concatenate([np.c_[x, crest], [[432, 80], [-12, 80]]])
        plate.fill(outline, [(57, "#5E9070"), (64, "#275A5C"), (70, "#1A4656")], texture=0.03)
    Copse(4, 61, 44, 9).draw(plate, Leaves("#1F5057", "#4F7F6B"), 95)


def lens(dpi: int) -> Single:
    """Draw the museum of Lens: glass and aluminium pavilions before the twin heaps of Loos."""
    plate = Plate(SPREAD_HEAD, dpi, 101)
    mist = "#EAD6BC"
    sky(plate, [(-5, "#6F93A6"), (18, "#A9BFC2"), (36, "#E3D9C3"), (50, "#F3D3AC")])
    Strata(0, 40, 22, "#FBEFD9", 0.45, (60, 180), 0.4).draw(plate, 103)
    Ridge(43, 2.0, 160, 3).draw(plate, faded("#8FA6AE", mist, 38, 54), 105)
    Heap(352, 50, 33, "#7A97A5", "#B4B0A5", mist).draw(plate, 24)
    Heap(394, 50, 40, "#6C8D9D", "#ADA99F", mist).draw(plate, 12)
    haze(plate, 46, 12, mist, 0.4)
    Hedge(-8, 432, 50, 5, 0.9, 8).draw(plate, Leaves("#6E8C8C", "#99AA9C", glow=0.5), 107)
    for x, end in ((70, 128), (196, 262), (300, 330)):
        Hedge(x, end, 45, 9, 0.8, 8).draw(plate, Leaves("#5E8084", "#8FA596", glow=0.5), x)
    _pavilions(plate)
    _park(plate)
    plate.grain(0.009)
    return Single(plate)


def _pavilions(plate: Plate) -> None:
    foot = 54.5
    Ridge(50, 0.5).draw(plate, [(49, "#AFBF8C"), (60, "#86A678")], 109)
    metal = ("#B9C6CA", "#E3E6DF")
    for x, w, h, level in (
        (20, 66, 12, 53.5),
        (262, 84, 12, 53.5),
        (82, 44, 14, 54),
        (188, 78, 14, 54),
    ):
        _pavilion(plate, (x, level), (w, h), metal)
    _pavilion(plate, (122, foot + 1), (70, 16), ("#7FA7B3", "#D9E4DA"), panes=20)


def _pavilion(
    plate: Plate,
    at: tuple[float, float],
    size: tuple[float, float],
    tones: tuple,
    *,
    panes: int = 0,
) -> None:
    (x, y), (w, h), (wall, sheen) = at, size, tones
    box = rectangle(x, y - h, w, h + 0.8)
    plate.fill(box, [(y - h, sheen), (y, wall)], texture=0.01)
    inside = plate.mask(box)
    assert inside is not None
    rng = np.random.default_rng(int(x) + 5)
    park = [
        blob(x + w * q, y - h * rng.uniform(0.10, 0.22), h * rng.uniform(0.16, 0.34), rng)
        for q in np.linspace(-0.05, 1.05, int(w / 4.5))
    ]
    plate.fill(park, "#7FA09A", texture=0, opacity=0.38, blur=0.8, clip=inside)
    plate.fill(
        rectangle(x, y - h * 0.10, w, h * 0.2),
        "#8FAA86",
        texture=0,
        opacity=0.4,
        blur=0.5,
        clip=inside,
    )
    joints = panes or int(w / 3.2)
    lines = [
        rectangle(x + w * i / joints, y - h, 0.16 if panes else 0.10, h) for i in range(1, joints)
    ]
    plate.fill(lines, "#4F7484" if panes else "#9FB2B6", texture=0, opacity=0.75)
    if panes:
        _hall(plate, (x, y), (w / panes, h))
    plate.fill(rectangle(x - 0.6, y - h - 0.6, w + 1.2, 0.9), "#F6F2E4", texture=0)


def _hall(plate: Plate, at: tuple[float, float], pane: tuple[float, float]) -> None:
    (x, y), (w, h) = at, pane
    lit = [
        rectangle(x + w * i + 0.35, y - h * 0.46, w - 0.55, h * 0.40)
        for i in (2, 3, 4, 8, 9, 13, 16, 17)
    ]
    plate.fill(lit, "#F7DFA6", texture=0, opacity=0.8)
    glare = [
        shape(
            (x + w * q, y),
            (x + w * (q + 3.5), y - h),
            (x + w * (q + 5), y - h),
            (x + w * (q + 1.5), y),
        )
        for q in (1, 10.5)
    ]
    plate.fill(glare, "#FFFFFF", texture=0, opacity=0.22)


def _park(plate: Plate) -> None:
    lawn = Ridge(55, 0.4, 260).draw(plate, [(54, "#A8BD82"), (70, "#5F8F70")], 111)
    Furrows(150, 44, 40, "#7FA574", 0.25, 4, 0.5).draw(plate, lawn)
    plate.fill(
        shape((141, 54.9), (149, 54.9), (190, 76), (96, 76)),
        [(55, "#EFE3C6"), (70, "#CDC7A8")],
        texture=0.02,
    )
    trees = ((8, 27), (19, 20), (72, 17), (236, 19), (249, 24), (318, 18), (404, 23), (417, 29))
    for i, (x, h) in enumerate(trees):
        leaves = Leaves("#B47F2E", "#EFC45A") if i == 5 else Leaves("#34646A", "#8CAA7C")
        Tree(x, 58.5 + i % 3 * 1.3, h, 0.8).draw(plate, leaves, 120 + i)
    crest = Ridge(62.2, 0.8, 240, slope=0.008).crest(plate, 113)
    fill_below(plate, crest, [(60, "#33696A"), (63.5, "#1D4C58"), (70, NUIT)], 0.03)
