"""Four pictures of subjects: a station, a soil, an orchard, a river; 174 × 100 mm each."""

from __future__ import annotations

import numpy as np

from plates.canvas import Box, Plate, Shade
from plates.fields import Plane
from plates.houses import Bricks, Terrace
from plates.land import Heap, Ridge, Tones
from plates.landmarks import church
from plates.noise import wander
from plates.plants import Hedge, Leaves, grass, poplars, trees
from plates.prints import Single
from plates.shading import deeper
from plates.shapes import Place, Shape, bar, oval, rectangle
from plates.sky import Sun, mist, sky
from plates.station import masts, station, train
from plates.water import Water

TILE = Box(0, 0, 174, 100)


def gares(dpi: int) -> Single:
    """A regional train at a station of the mining basin, in the evening."""
    plate = Plate(TILE, dpi, 91)
    sky(plate, [(0, "#5F4A72"), (24, "#A8748C"), (46, "#E9AE94"), (62, "#F8DDB6")])
    Sun(112, 27, 9, "#FFF3DC", "#FBDDB4", 2.2).draw(plate)
    Ridge(60, 5, "#C08A92", "#A87486").draw(plate, 5)
    Heap(158, 33, 64, 38, 42).draw(plate, Tones("#A0708A", "#74507A", "#F6CDA8", "#9A6A84"), 4)
    mist(plate, 52, 66, "#F3C6A2")
    Hedge(-6, 180, 65, 5).draw(plate, Leaves("#7D5674", "#5B3F64"), 8)
    station(plate, (14, 74), 104)
    plate.fill(rectangle(-1, 73.6, 176, 30), "#8A6A6A", Shade("#5B4658", deeper(73, 16), 4))
    masts(plate, 74, 34, [6, 128], "#43304F")
    train(plate, (62, 88), 190, 17, ("#F3EAD9", "#D8A23A", "#2E2A48"))
    plate.fill(rectangle(-1, 88, 176, 0.9), "#2E2440")
    plate.fill(rectangle(-1, 88.9, 176, 12), "#4F3D52", Shade("#35283F", deeper(88, 10), 3))
    plate.fill(rectangle(-1, 93, 176, 8), "#6D5566", Shade("#43304F", deeper(93, 9, 0.8), 4))
    plate.fill(rectangle(-1, 93, 176, 0.9), "#F3D9A4")
    return Single(plate.finish())


def sols(dpi: int) -> Single:
    """A cut through the ground: a tree's roots in loam, clay with flints, chalk."""
    plate = Plate(TILE, dpi, 92)
    sky(plate, [(0, "#9CC4B8"), (20, "#D6E3C6"), (36, "#F5EFD4")])
    Sun(38, 17, 7, "#FFFBE6", "#F5F0CF", 2).draw(plate)
    Ridge(36, 4, "#B5CC94", "#9DBA7B").draw(plate, 5)
    Hedge(-6, 180, 38.6, 2.6).draw(plate, Leaves("#86AC6C", "#5F8F5C"), 8)
    church(plate, (92, 38.6), 9, "#6D9A74", "#4A7F62")
    Ridge(38.6, 1, "#F2D04A", "#D9B23C", depth=6).draw(plate, 12)
    trees(plate, Leaves("#7DA659", "#2F6B45", bark="#5A3A24"), [(132, 43.4, 34)], 7)
    beds = (
        (42, 0.8, "#5F8F3E", "#3F6A2E", 2.5),
        (45, 1.0, "#5A3A24", "#3B2518", 12),
        (56, 2.6, "#8F5F32", "#6D4424", 15),
        (70, 3.2, "#C48A4A", "#9C6430", 16),
        (85, 3.6, "#F1E6CC", "#CFC0A0", 24),
    )
    for seed, (top, swell, tint, shade, depth) in enumerate(beds):
        Ridge(top, swell, tint, shade, 70, depth).draw(plate, 40 + 4 * seed)
        if seed == 2:
            plate.fill(_roots((132, 44), 30), "#E3C49A")
    _stones(plate, (62, 70), 26, (0.5, 1.3), "#D9A868")
    _stones(plate, (75, 86), 34, (0.8, 2.2), "#5B4A44")
    _stones(plate, (90, 99), 22, (1.0, 2.6), "#A89C8A")
    grass(plate, "#3F6A2E", (-2, 42.4, 176, 43.4), 460, (1.6, 4.2))
    return Single(plate.finish())


def _roots(at: Place, reach: float, seed: int = 5) -> list[Shape]:
    """Return the strokes of a root system that forks as it goes down."""
    rng = np.random.default_rng(seed)
    strokes: list[Shape] = []
    tips = [(at, angle, 1.7) for angle in (-1.15, -0.6, -0.1, 0.45, 1.05)]
    while tips:
        (x, y), angle, width = tips.pop()
        length = reach * (0.12 + 0.1 * width)
        for _ in range(4):
            angle += rng.uniform(-0.22, 0.22)
            end = (x + np.sin(angle) * length / 4, y + np.cos(angle) * length / 4)
            strokes += [bar((x, y), end, width), oval(*end, width / 2, width / 2)]
            (x, y), width = end, width * 0.9
        if width > 0.28:
            tips += [((x, y), angle + turn, width * 0.8) for turn in (-0.45, 0.5)]
    return strokes


def _stones(
    plate: Plate, between: tuple[float, float], count: int, size: tuple[float, float], tint: str
) -> None:
    rng = np.random.default_rng(int(between[0]))
    x = np.linspace(3, 171, count) + rng.uniform(-3, 3, count)
    y, radius = rng.uniform(*between, count), rng.uniform(*size, count)
    plate.fill([oval(a, b, r * 1.4, r * 0.8) for a, b, r in zip(x, y, radius, strict=True)], tint)


def verger(dpi: int) -> Single:
    """An orchard in blossom, its rows running to a farm."""
    plate = Plate(TILE, dpi, 93)
    sky(plate, [(0, "#8FBCB4"), (20, "#CFE0CC"), (38, "#F6EFD8")])
    Sun(128, 17, 7.5, "#FFFBEC", "#F8F0D6", 2.2).draw(plate)
    Ridge(38, 6, "#B9CFA8", "#A3BF92").draw(plate, 6)
    Hedge(-6, 180, 41, 3).draw(plate, Leaves("#8FB08A", "#6A9478"), 9)
    farm = Bricks("#B8523C", "#5D4C5A", "#7A3D40", "#43394C")
    Terrace(70, 102, 42.4, 3.6).draw(plate, farm)
    poplars(plate, Leaves("#6D9A74", "#3F7560"), [(62, 42.4, 13), (66, 42.4, 15)], 3)
    Ridge(42, 0.6, "#A9C470", "#6D9A4E", depth=40).draw(plate, 12)
    plane = Plane(38, 87, focus=120, eye=7)
    for away in (150, 110, 84, 66, 53, 43, 35, 28.5, 23.5, 19.5):
        _rows(plate, plane, away)
    grass(plate, "#4E7C36", (-2, 97, 176, 104), 300, (2, 6))
    return Single(plate.finish())


def _rows(plate: Plate, plane: Plane, away: float) -> None:
    """Draw one tree of every row at a distance, its shadow under it."""
    near = np.clip((90 - away) / 60, 0, 1)
    spots = [plane.project(across, away) for across in (-33, -22, -11, 11, 22, 33)]
    spots = [(x, y, k) for x, y, k in spots if -20 < x < 194]
    shadows = [oval(x - 1.4 * k, y, 2.9 * k, 0.5 * k) for x, y, k in spots]
    if shadows:
        plate.fill(shadows, "#4E7C45", opacity=0.35 + 0.4 * near)
    seed = int(away)
    bloom = Leaves("#F6DCD6", "#C98E98" if away < 60 else "#D9B0B0", 1, "#6D4F48")
    trees(plate, bloom, [(x, y, 6.2 * k) for x, y, k in spots], seed)


def fleuve(dpi: int) -> Single:
    """A small river in its meadows, winding to the sea."""
    plate = Plate(TILE, dpi, 94)
    sky(plate, [(0, "#3F8796"), (16, "#8FBFC0"), (30, "#E3E5CF"), (38, "#F8E4BE")])
    Sun(101, 27, 7, "#FFF8E4", "#FBEBC4", 2.6).draw(plate)
    Ridge(37.5, 5, "#9CC0BA", "#86AFAE", 50).draw(plate, 14)
    mist(plate, 31, 42, "#F6E6C6", 0.5)
    Ridge(38, 0.4, "#9DBA7B", "#4E8A5C", depth=55).draw(plate, 3)
    plane = Plane(38, 96, focus=150, eye=14)
    _parcels(plate, plane)
    river = _meander(plane)
    Water(38, "#7FB9C0", "#1D6678", "#FBF3DA", own=0.15, depth=80, ripple=0.5).draw(plate, river)
    far = Leaves("#7DA68A", "#4A8074")
    Hedge(-6, 66, 40, 2.2).draw(plate, far, 5)
    Hedge(118, 180, 40.4, 2.6).draw(plate, far, 7)
    church(plate, (44, 40), 8, "#5D8F8A", "#3F7578")
    _banks(plate, plane)
    grass(plate, "#1D5548", (-2, 98, 176, 106), 420, (4, 11))
    return Single(plate.finish())


def _bend(away: np.ndarray | float) -> np.ndarray:
    """Return how far aside the river runs at a distance, in metres."""
    away = np.asarray(away, float)
    return 17 * np.sin(away / 23 + 0.9) + 0.12 * away * np.sin(away / 90)


def _meander(plane: Plane) -> Shape:
    away = np.geomspace(28, 4000, 500)
    sides = []
    for sign in (-1, 1):
        x, y, _ = plane.project(_bend(away) + sign * (6 + away * 0.012), away)
        sides.append(np.c_[x, y])
    return np.concatenate([sides[0], sides[1][::-1]])


def _parcels(plate: Plate, plane: Plane) -> None:
    """Strew the meadows with lighter bands that narrow with distance."""

    def bands(x: np.ndarray, y: np.ndarray) -> np.ndarray:
        along, _, away = plane.parcels(x, y)
        return 0.55 * (wander(away / 26 + along / 150, 4) > 0.55) * deeper(38, 6)(x, y)

    plate.stipple(plate.band(38, 101), Shade("#B5CC7A", bands, 2, 0.8))


def _banks(plate: Plate, plane: Plane) -> None:
    """Draw trees along both banks, the farthest first."""
    for away in (190, 150, 118, 96, 78, 64, 53):
        side = 1 if away in (150, 96, 64) else -1
        x, y, k = plane.project(float(_bend(away)) + side * (12 + away * 0.03), away)
        tone = Leaves("#5F9A74", "#2A6A5E") if away > 90 else Leaves("#4A8A5C", "#1D5548")
        trees(plate, tone, [(x, y, 9 * k)], int(away))
    ends = [(8 + i * 7.5, 60 + i * 0.5, 30 - i * 2.2) for i in range(4)]
    poplars(plate, Leaves("#3A7A6A", "#154A52"), ends, 8)
