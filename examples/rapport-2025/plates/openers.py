"""The five axes' openers, one hue each; a white numeral of 700 pt stands at their foot, left."""

from __future__ import annotations

from plates.canvas import PAGE, Plate, Shade
from plates.fields import Patchwork, Plane
from plates.houses import Bricks, Gables, Terrace
from plates.land import Heap, Ridge, Tones
from plates.landmarks import belfry, church, headframe, turbine
from plates.plants import Hedge, Leaves, poplars
from plates.prints import FINER, Single
from plates.shading import deeper
from plates.shapes import rectangle
from plates.sky import Cloud, Sun, mist, sky
from plates.water import Water, barge

FOOT = 310  # below the sheet


def petrole(dpi: int) -> Single:
    """Axis 1: parcels and heaps from the air."""
    plate = Plate(PAGE, dpi, 21)
    sky(
        plate,
        [
            (-5, "#075467"),
            (14, "#14687A"),
            (28, "#2C8493"),
            (57, "#7DB7BD"),
            (83, "#CFE0D8"),
            (99, "#F3EAD0"),
        ],
    )
    Sun(153, 65, 13, "#F7F3E0", "#E7EEDB", 2.4).draw(plate)
    for cloud in (
        Cloud(15, 115, 45, 1.7, "#8FC2C6"),
        Cloud(-15, 75, 49, 1.2, "#9FCBCA"),
        Cloud(115, 235, 75, 1.3, "#D5E5DA"),
        Cloud(-15, 55, 79, 1.1, "#D5E5DA"),
    ):
        cloud.draw(plate)
    Ridge(99, 7, "#A9CBCA", "#BCD6D0", 70).draw(plate, 7)
    far = Tones("#6FA7AE", "#468B98", "#E4E6CF", "#7FB2B6")
    Heap(53, 71, 101, 34, 36, side=1, tip=1.6).draw(plate, far, 5)
    near = Tones("#7DB0B5", "#55959F", "#E4E6CF", "#86B7BA")
    Heap(79, 79, 101, 24, 28, side=1, tip=1.4).draw(plate, near, 6)
    mist(plate, 91, 103, "#E8EAD8")
    plane = Plane(99, 105, turn=0.52)
    crops = (
        ("#2D8592", 3),
        ("#7FB9B8", 3),
        ("#B9D6CD", 2.4),
        ("#E9E5C6", 2.2),
        ("#F2D04A", 1.5),
        ("#17697B", 2.6),
        ("#0F566A", 1.6),
        ("#5AA39F", 2.4),
        ("#8FB98A", 1.4),
    )
    Patchwork(plane, crops, "#0D4F63", ("#E6E9D6", 420, 5200), seed=29).draw(plate)
    _alleys(plate, plane)
    _hamlet(plate, plane)
    return Single(plate.finish())


def _alleys(plate: Plate, plane: Plane) -> None:
    """Draw rows of poplars along some bounds, the farthest first."""
    rows = ((210, -60, 160, 11), (330, -200, 240, 13), (520, -420, 120, 15), (430, 40, 420, 14))
    places = [
        plane.turned(along, aside)
        for aside, start, end, step in rows
        for along in range(start, end, step)
    ]
    depths = (
        (700, 1e9, Leaves("#5D9AA0", "#3D828C", 1)),
        (420, 700, Leaves("#2F7580", "#155A6B", 1)),
        (240, 420, Leaves("#14596A", "#0A4358", 1)),
        (90, 240, Leaves("#0D4A5E", "#0D3451", 1)),
    )
    for nearest, farthest, leaves in depths:
        here = sorted((away, across) for across, away in places if nearest <= away < farthest)
        spots = [plane.project(across, away) for away, across in reversed(here)]
        poplars(plate, leaves, [(x, y + 0.2, 17 * k) for x, y, k in spots], int(nearest))


def _hamlet(plate: Plate, plane: Plane) -> None:
    x, y, _ = plane.project(-150, 900)
    bricks = Bricks("#B0604C", "#4B6F80", "#7A4B4A", "#2D5C70", "#F6E3B4")
    Terrace(x - 16, x + 18, y + 0.6, 1.9).draw(plate, bricks)
    church(plate, (x + 3, y + 0.2), 13, "#2F6B7C", "#174F63")
    Hedge(x - 24, x + 30, y + 1, 1.7).draw(plate, Leaves("#2F7580", "#155A6B"), 12)


def prune(dpi: int) -> Single:
    """Axis 2: a canal under a heap, in the evening."""
    plate = Plate(PAGE, dpi, 82)
    sky(
        plate,
        [(-5, "#4A2048"), (55, "#7D4470"), (115, "#C48AA0"), (155, "#F0C4B0"), (173, "#F8DFC0")],
    )
    Sun(135, 145, 22, "#FDF0D8", "#F6D5BD", 2).draw(plate)
    Ridge(174, 9, "#C193A2", "#B07F96").draw(plate, 5)
    tones = Tones("#8A5A7C", "#643A62", "#EAB8A4", "#7B4F74")
    Heap(57, 107, 180, 66, 72, side=1).draw(plate, tones, 2)
    mist(plate, 160, 182, "#F0C4AC")
    Ridge(179, 1.5, "#96627F", "#6D4468", depth=7).draw(plate, 15)
    dusk = Leaves("#6D4468", "#502A50")
    Hedge(-10, 225, 182, 5).draw(plate, dusk, 8)
    church(plate, (114, 182.4), 20, "#5B3458", "#43203F")
    Ridge(183.5, 1.2, "#D8A23A", "#9A6248", depth=5).draw(plate, 31)
    poplars(
        plate,
        Leaves("#5B3058", "#33163A"),
        [(163 + i * 8, 187.4, 34 + i * 4) for i in range(8)],
        6,
    )
    Ridge(187, 2, "#5D3A58", "#43203F", 50).draw(plate, 22)
    river = rectangle(PAGE.left - 1, 192.4, 222, FOOT - 190)
    Water(192, "#8A5078", "#3F1A40", "#FBE3C8", ripple=1.0, depth=115).draw(plate, river)
    barge(plate, (108, 210), 80, ("#2C1030", "#1D0A24", "#D8A23A"))
    return Single(plate.finish(), FINER)


def feuille(dpi: int) -> Single:
    """Axis 3: wind turbines over the crops of the Ternois."""
    plate = Plate(PAGE, dpi, 83)
    sky(
        plate,
        [(-5, "#2B5428"), (14, "#3C6B36"), (45, "#7BA45F"), (95, "#CBDCA0"), (135, "#F6F0CF")],
    )
    Sun(55, 87, 17, "#FFFBE6", "#F3F2CC", 2).draw(plate)
    Ridge(135, 10, "#B5CC94", "#C5D7A4").draw(plate, 5)
    for x, height, turn in ((115, 62, 0.2), (147, 48, 0.9), (173, 38, 0.5), (191, 30, 1.4)):
        turbine(plate, (x, 140), height, "#FDFCF0", turn)
    Ridge(137.4, 6, "#9DBA7B", "#ADC78C", 40).draw(plate, 15)
    plane = Plane(138, 105, eye=40, turn=0.4)
    crops = (
        ("#7DA659", 3),
        ("#4E7C36", 3),
        ("#A4BF68", 2),
        ("#F2D04A", 1.4),
        ("#2F5F33", 2.4),
        ("#86AC5C", 2),
    )
    haze = ("#EEF0CF", 300, 4200)
    Patchwork(plane, crops, "#2C5A30", haze, breadth=36, length=90, seed=8).draw(plate)
    places = [plane.turned(along, 300) for along in range(320, -140, -22)]
    spots = [plane.project(*place) for place in places]
    poplars(plate, Leaves("#4A7F42", "#1A4434", 1), [(x, y, 16 * k) for x, y, k in spots], 3)
    return Single(plate.finish())


def ocre(dpi: int) -> Single:
    """Axis 4: a belfry over stepped gables, windows lit."""
    plate = Plate(PAGE, dpi, 84)
    sky(
        plate,
        [(-5, "#7F4710"), (14, "#93571A"), (55, "#C98A34"), (125, "#F0C878"), (185, "#FBE9C0")],
    )
    Sun(57, 91, 23, "#FFF6DC", "#FBE6B0", 1.8).draw(plate)
    Ridge(209, 10, "#DCB36A", "#E6C484").draw(plate, 5)
    Hedge(-10, 225, 217, 9).draw(plate, Leaves("#B98742", "#9A6A34"), 8)
    belfry(plate, (135, 231), 176, "#9A5F1E", "#5A3418")
    far = ("#B5722A", "#D09A4A", "#9C5224", "#8A5A24", "#E0B468")
    Gables(235, (17, 26), (26, 42), far, "#4F2C14", ("#F3CF8A", "#6D4018"), 0.3).draw(plate, 8)
    near = ("#7D4A1C", "#96602A", "#6D3A1C", "#A8743A")
    Gables(263, (17, 26), (30, 46), near, "#4F2C14", ("#F6D58C", "#4A2812"), 0.6, dusk=48).draw(
        plate, 15
    )
    return Single(plate.finish())


def brique(dpi: int) -> Single:
    """Axis 5: three rows of miners' houses under a headframe and two heaps."""
    plate = Plate(PAGE, dpi, 85)
    sky(plate, [(-5, "#7D2620"), (55, "#B5523C"), (115, "#EC9F78"), (160, "#FBE0BC")])
    Sun(153, 91, 20, "#FFF3DC", "#FBD8B0", 2).draw(plate)
    Ridge(161, 9, "#D99A80", "#E3AC8C").draw(plate, 5)
    great = Tones("#A85C50", "#7A3A3C", "#F6C8A0", "#93484A")
    Heap(65, 81, 173, 68, 72, side=1).draw(plate, great, 2)
    second = Tones("#B96A58", "#8A4644", "#F6C8A0", "#A05450")
    Heap(115, 107, 173, 46, 52, side=1).draw(plate, second, 5)
    mist(plate, 153, 175, "#F3B890")
    Hedge(-10, 225, 175.4, 5).draw(plate, Leaves("#8A4440", "#6D3236"), 8)
    headframe(plate, (171, 176), 40, "#5D262C")
    far = Bricks("#C0604A", "#6D3F48", "#93402F", "#54303C", "#FBE0A8")
    Terrace(-8, 225, 181, 7).draw(plate, far)
    Ridge(182.6, 2.4, "#D8A83A", "#B07A30", depth=8).draw(plate, 12)
    middle = Bricks("#B03C2A", "#54303C", "#84281F", "#3A1F2C", "#FBE0A8")
    Terrace(-17, 235, 217, 15, gable_every=5).draw(plate, middle)
    _yard(plate, 217, ("#6D2C28", "#4A1C20"))
    near = Bricks("#8F2D20", "#3F2230", "#66201A", "#2C1622", "#FBD890")
    Terrace(-212.7, 245, 287, 34, gable_every=4).draw(plate, near)
    _yard(plate, 287, ("#4A1E20", "#341418"))
    return Single(plate.finish())


def _yard(plate: Plate, top: float, tones: tuple[str, str]) -> None:
    ground = rectangle(PAGE.left - 1, top, 222, FOOT - top)
    plate.fill(ground, tones[0], Shade(tones[1], deeper(top, 20), 3))
