"""Four pictures of towns: a cycle path, an estate, a business park, a square; 174 × 100 mm."""

from __future__ import annotations

import numpy as np

from plates.bicycle import bicycle, shadow
from plates.canvas import Plate, Shade
from plates.estate import Pair, beds, pickets
from plates.fields import Plane
from plates.halls import hall, trailer, workshop
from plates.houses import Bricks, Gables, Terrace
from plates.land import Heap, Ridge, Tones
from plates.landmarks import belfry, chimney, church
from plates.plants import Hedge, Leaves, grass, poplars, trees
from plates.prints import Single
from plates.shading import deeper, turned
from plates.shapes import Shape, bar, flame, oval, rectangle, shape, standing
from plates.sky import Cloud, Sun, mist, sky
from plates.square import bench, fountain, lamp
from plates.tiles import TILE
from plates.water import Water


def velo(dpi: int) -> Single:
    """A bicycle on the path along a canal, poplars on the other bank."""
    plate = Plate(TILE, dpi, 95)
    sky(plate, [(0, "#7FA95F"), (18, "#B5CC86"), (36, "#E6EABE"), (46, "#F8F0CF")])
    Sun(104, 22, 8, "#FFFBE6", "#F8F3CC", 2.2).draw(plate)
    Ridge(44.5, 5, "#B9CF9A", "#C9DAA8").draw(plate, 5)
    tones = Tones("#93B383", "#6F9A6D", "#F0EDC6", "#A9C492")
    Heap(146, 20, 47, 33, 37, side=-1).draw(plate, tones, 2)
    mist(plate, 36, 48, "#EFEFCF")
    Hedge(-6, 180, 46, 3.2).draw(plate, Leaves("#8FB07A", "#6A9468"), 8)
    church(plate, (88, 46), 8, "#6D9668", "#4E7C5A")
    Ridge(45.6, 0.5, "#F2D04A", "#D9B73C", depth=5).draw(plate, 12)
    plane = Plane(44, 72, focus=150, eye=2)
    Ridge(48.6, 0.5, "#8FB35C", "#4E7C36", depth=40).draw(plate, 3)
    _canal(plate, plane)
    plate.fill(_path(plane, 1.75), "#B5CC7A", Shade("#6D9A4E", deeper(50, 40), 4))
    plate.fill(_path(plane), "#F1E8C8", Shade("#CFC192", deeper(50, 62, 0.8), 3))
    shadow(plate, (134, 87), 21.5, (0.34, 0.3), "#6D6A48", 0.6)
    bicycle(plate, (134, 87), 21.5, ("#B8452F", "#173A36", "#8A9A82", "#D8A23A"))
    grass(plate, "#1F5238", (-2, 97, 112, 104), 330, (3, 9), 4)
    return Single(plate.finish())


def _canal(plate: Plate, plane: Plane) -> None:
    """Draw the far bank with its poplars, and the water that runs to the horizon."""
    far = shape((72, 44.4), (-4, 50.2), (-4, 45), (72, 44))
    plate.fill(far, "#6D9A4E", Shade("#3F7040", deeper(44, 9), 4))
    depths = (
        (150, 1e9, Leaves("#7FA86A", "#5A8A5C", 1)),
        (95, 150, Leaves("#5D9054", "#3A7048", 1)),
        (0, 95, Leaves("#4A8048", "#1F5238", 1)),
    )
    for nearest, farthest, leaves in depths:
        away = np.array([a for a in range(900, 55, -12) if nearest <= a < farthest], float)
        spots = [plane.project(-27.5, a) for a in away]
        poplars(plate, leaves, [(x, y, 19 * k) for x, y, k in spots], int(nearest) + 3)
    water = shape((72, 44.6), (-4, 49.9), (-4, 90), (64, 50))
    Water(49.8, "#7FB08A", "#2F6B4E", "#FBF6DA", own=0.16, depth=60, ripple=0.5, slope=0.0745).draw(
        plate, water
    )
    near = shape((72, 44.6), (64, 49), (-4, 87), (-4, 92), (66, 50), (73, 44.6))
    plate.fill(near, "#A9C470", Shade("#5F8F3E", deeper(48, 40), 4))


def _path(plane: Plane, half: float = 1.4) -> Shape:
    """Return the path, or a stripe of it: straight along the canal, then aside near by."""
    away = np.geomspace(4.8, 900, 120)
    middle = 0.3 + 2.6 * np.exp((7 - away) / 9)
    sides = []
    for sign in (-1, 1):
        x, y, _ = plane.project(middle + sign * half, away)
        sides.append(np.c_[x, y])
    return np.concatenate([sides[0], sides[1][::-1]])


def cite(dpi: int) -> Single:
    """A renovated pair of miners' houses in its gardens, in the morning."""
    plate = Plate(TILE, dpi, 96)
    sky(plate, [(0, "#4E98A6"), (22, "#9CC8C8"), (44, "#DDE8D8"), (60, "#F8EBCB")])
    Sun(133, 27, 8, "#FFFAEA", "#FBF0D2", 2.2).draw(plate)
    Ridge(58, 5, "#A9CBC8", "#BCD8D0").draw(plate, 5)
    tones = Tones("#7FB0B6", "#5A98A2", "#F3EAD0", "#93BCBC")
    Heap(38, 14, 64, 52, 56, side=1).draw(plate, tones, 2)
    mist(plate, 50, 67, "#F3EBD2")
    far = Bricks("#C07A64", "#6D8A94", "#94606A", "#4F7884", "#EAF1E6")
    Terrace(-4, 180, 64.5, 4.2).draw(plate, far)
    Hedge(-6, 180, 66.4, 3.4).draw(plate, Leaves("#6DA08C", "#43807E"), 8)
    Ridge(66, 0.6, "#9CC07A", "#4F8F6E", depth=40).draw(plate, 12)
    bricks = Bricks("#BC5238", "#4E6474", "#84383A", "#35485C")
    for x in (-50, 133):
        Pair(x, 77, 68).draw(plate, bricks, "#D8A23A")
    Pair(44, 79, 74).draw(plate, bricks, "#0F6878")
    _gardens(plate)
    return Single(plate.finish())


def _gardens(plate: Plate) -> None:
    """Draw what lies before the houses: beds, paths, fence, young trees, the street."""
    plate.fill(rectangle(-1, 79, 176, 22), "#86B36A", Shade("#3F8066", deeper(78, 16, 0.8), 4))
    for x in (68, 94):
        plate.fill(shape((x - 2, 79), (x + 2, 79), (x + 3, 94), (x - 3, 94)), "#F1E6CA")
    leaves = Leaves("#5F9E6E", "#1F665F", 1)
    for x, end in ((-4, 42), (120, 180)):
        Hedge(x, end, 81, 4.4).draw(plate, leaves, int(x) + 20)
    beds(plate, (12, 83, 60, 90), 3, ("#8FBF62", "#5FA070"))
    beds(plate, (102, 83, 150, 90), 3, ("#5FA070", "#8FBF62"))
    pickets(plate, 93, 4.6, [(64, 72), (90, 98)])
    plate.fill(rectangle(-1, 93, 176, 8), "#D9DCC8", Shade("#8FB0AA", deeper(92, 9, 0.8), 4))
    plate.fill(rectangle(-1, 96.4, 176, 0.7), "#F6F1E2")
    plate.fill(rectangle(-1, 97, 176, 4), "#3F7884", Shade("#1F5668", deeper(96, 5), 4))
    for x, height in ((31, 32), (125.6, 35), (170, 29)):
        _young(plate, x, height)


def _young(plate: Plate, x: float, height: float) -> None:
    """Draw a street tree planted lately: a thin trunk tied to its stake."""
    foot = 95
    plate.fill(oval(x, foot, 3.4, 0.7), "#6D5048")
    plate.fill(rectangle(x + 1.6, foot - height * 0.42, 0.8, height * 0.42), "#C9A06A")
    plate.fill(rectangle(x - 0.4, foot - height * 0.36, 2.6, 0.6), "#F6F1E2")
    plate.fill(standing(x, foot, height * 0.035, height * 0.6, 0.7), "#6D4F44")
    rim = 1 + np.random.default_rng(int(x)).uniform(-0.06, 0.06, 24)
    crown = flame(x, foot - height * 0.4, height * 0.4, height * 0.6, rim)
    plate.fill(crown, "#7DB878", Shade("#2A7A6A", turned(x, height * 0.2, 1, 0.1), 4))


def zae(dpi: int) -> Single:
    """A business park around the chimney of the works that stood there."""
    plate = Plate(TILE, dpi, 97)
    sky(plate, [(0, "#2F7F90"), (24, "#7FB9BF"), (48, "#CFE2D8"), (66, "#F6EEDA")])
    Sun(27, 41, 7.5, "#FFFBEE", "#F3F1DC", 2.2).draw(plate)
    clouds = ((-12, 52, 18, 2.4), (92, 162, 27, 2.0), (128, 190, 13, 1.6))
    for x, end, foot, height in clouds:
        Cloud(x, end, foot, height, "#DCEAE2").draw(plate)
    Ridge(66, 5, "#A9CBCA", "#BCD6D0").draw(plate, 5)
    Heap(96, 50, 70, 30, 33).draw(plate, Tones("#8CB9BE", "#6AA0AA", "#EEEBD6", "#98BFC0"), 6)
    mist(plate, 60, 71, "#EEEBDA")
    Hedge(-6, 180, 70.5, 4).draw(plate, Leaves("#6DA098", "#43808A"), 8)
    Ridge(70, 0.5, "#93BB8C", "#4A8A78", depth=24).draw(plate, 12)
    hall(plate, (124, 74), (60, 23), ("#BCCFCE", "#7FA6AC", "#9FBABC"), 6)
    hall(plate, (-6, 76), (50, 13), ("#E6EBE4", "#8FB0B4", "#0F6878"))
    hall(plate, (104, 75), (80, 15), ("#F6F3E6", "#A3BEBE", "#C3CFCB"), 9)
    trailer(plate, (113, 77), ("#F9F5EA", "#2F7F90"))
    bricks = ("#B9573E", "#74404A")
    chimney(plate, (80, 77), 61, bricks)
    workshop(plate, (52, 77), 36, bricks)
    _roundabout(plate)
    return Single(plate.finish())


def _roundabout(plate: Plate) -> None:
    """Draw verges, the road and the round with trees on it."""
    plate.fill(rectangle(-1, 77, 176, 24), "#8CB878", Shade("#3F8572", deeper(77, 20, 0.85), 4))
    small = Leaves("#6DA878", "#2A7270", bark="#5A5048")
    trees(plate, small, [(x, 79.5, 10) for x in (6, 18, 30, 98, 108, 142, 154, 166)], 4)
    asphalt = "#5F8E98"
    shade = Shade("#2F6878", deeper(80, 18, 0.85), 4)
    roads = [
        oval(74, 90, 62, 7.6),
        shape((-2, 86.6), (30, 87.4), (30, 93), (-2, 94.6)),
        shape((176, 86.6), (118, 87.4), (118, 93), (176, 94.6)),
    ]
    plate.fill(roads, asphalt, shade)
    plate.fill(oval(74, 89.6, 42, 4.6), "#F6F1E2")
    plate.fill(oval(74, 89.3, 41, 4.3), "#9CC47A", Shade("#4A8F70", deeper(86, 9, 0.8), 4))
    for start, end in ((-2, 8), (140, 150), (156, 166)):
        plate.fill(bar((start, 90.5), (end, 90.5), 0.7), "#F6F1E2")
    big = Leaves("#5FA070", "#1D6660", bark="#5A4840")
    trees(plate, big, [(54, 90, 17), (66, 91, 14), (101, 90.4, 18)], 11)
    grass(plate, "#0F5560", (-2, 98, 176, 104), 420, (2, 6), 9)


def nuit_ville(dpi: int) -> Single:
    """A square on a hot evening: shade of trees, a fountain, a belfry far off."""
    plate = Plate(TILE, dpi, 98)
    sky(plate, [(0, "#5A2C58"), (18, "#94497A"), (36, "#D97F7C"), (52, "#F3B684"), (66, "#FBDDA4")])
    Sun(116, 45, 12, "#FFF1D0", "#FBD9A0", 2.4).draw(plate)
    Ridge(62, 5, "#C9788A", "#B5688A").draw(plate, 5)
    belfry(plate, (68, 68), 52, "#8A4A74", "#5F2F5C", 1)
    walls = ("#9A5478", "#8A4A70", "#A8607C", "#7D4268")
    Gables(
        66, (9, 15), (9, 15), walls, "#5A2C58", ("#FBDFA0", "#6D3760"), lit=0.22, step=1.2, dusk=60
    ).draw(plate, 6)
    ground = rectangle(-1, 72, 176, 30)
    plate.fill(ground, "#E3A88C", Shade("#A8607C", deeper(70, 34, 0.85), 4))
    _paving(plate)
    _square(plate)
    return Single(plate.finish())


def _paving(plate: Plate) -> None:
    joints = [bar((87 + i * 9, 72), (87 + i * 38, 101), 0.3) for i in range(-12, 13)]
    joints += [rectangle(-1, y, 176, 0.3) for y in (75, 79.5, 86, 94.5)]
    plate.fill(joints, "#C98480", opacity=0.7)


def _square(plate: Plate) -> None:
    """Draw trees with the shade they give, the fountain, benches and lamps."""
    shade, trunk = "#6D3760", "#43203F"
    for side, places in ((1, (40, 52)), (-1, (126, 138))):
        far = Leaves("#8A6A6A", "#4F2F56", side, trunk)
        trees(plate, far, [(x, 75, 17) for x in places], 3)
    plate.fill([oval(16, 89, 40, 5), oval(158, 90, 36, 5)], shade, opacity=0.6)
    for x in (58, 128):
        lamp(plate, (x, 80), 27, (trunk, "#FFF1C8"))
    stone = ("#F0CDAA", "#A0648A", "#8FB9BC")
    fountain(plate, (90, 84), 46, stone)
    for side, spot in ((1, (10, 90, 62)), (-1, (162, 91, 66))):
        trees(plate, Leaves("#6F7A4E", "#3F2A4A", side, trunk), [spot], 15 + side)
    for x, y in ((32, 92), (142, 93)):
        bench(plate, (x, y), 15, ("#D99A62", trunk))
