"""The museum of Lens in its park, over both pages; the fold at x = 210 stays calm.

The layout anchors the foot and may cut up to 50 mm off the top: nothing but sky above y = 45.
"""

from __future__ import annotations

import numpy as np

from plates.built import disc
from plates.canvas import Box, Mask, Plate, Shape, rectangle, shape
from plates.colours import NUIT, mix
from plates.land import Furrows, Heap, Ridge, Strata, Water, faded, fill_below, haze, ripples, sky
from plates.plants import Hedge, Leaves, Reeds, Tree, blob
from plates.prints import Single
from plates.ways import oval, shadow, winding

SHEET = Box(-5, -5, 425, 105.5)
SHORE = 80.6  # where facade and reflection meet
POOL = [
    (50, 83.6, 0.5),
    (66, 84.1, 8),
    (110, 85.4, 15),
    (185, 86.4, 20),
    (270, 85.2, 12),
    (300, 83.6, 0.5),
]
PATH = [(330, 79.6, 1.6), (322, 82, 2.6), (330, 87, 4.6), (348, 94, 8), (330, 110, 17)]

FAR = Leaves("#3A6D6E", "#8FB07F")
GREEN = Leaves("#2C5F65", "#86AA76")
YELLOW = Leaves("#B0762A", "#F2C75C")
ALONG = ((80, 80.4, 12, FAR), (94, 80.5, 15, FAR), (232, 80.4, 13, FAR), (246, 80.5, 17, FAR))
LAWN = (
    (304, 81.5, 19, GREEN),
    (312, 83.5, 15, GREEN),
    (390, 83, 20, GREEN),
    (50, 89.6, 23, GREEN),
    (366, 92, 30, YELLOW),
)


def lens(dpi: int) -> Single:
    """Draw the museum: glass and aluminium pavilions, their pool, the twin heaps of Loos."""
    plate = Plate(SHEET, dpi, 101)
    sky(
        plate,
        [(-5, "#3F748C"), (20, "#709DA9"), (42, "#B4C3BA"), (56, "#EAD6B6"), (70, "#F3C796")],
    )
    Strata(0, 40, 24, "#DDE3D8", 0.28, (70, 210), 0.7).draw(plate, 103)
    Strata(38, 62, 20, "#FBE6C2", 0.5, (60, 180), 0.3).draw(plate, 104)
    _horizon(plate)
    _pavilions(plate)
    _park(plate)
    _trees(plate, ALONG)
    _pool(plate)
    _paths(plate)
    _trees(plate, LAWN)
    _foot(plate)
    plate.grain(0.009)
    return Single(plate)


def _horizon(plate: Plate) -> None:
    mist = "#F0D2A8"
    Ridge(65, 2.0, 160, 3).draw(plate, faded("#7F9CA6", mist, 60, 76), 105)
    Heap(331, 76, 24, "#5B7F92", "#B3A999", mist).draw(plate, 24)
    Heap(371.5, 76, 28.5, "#4A7187", "#A89E90", mist).draw(plate, 12)
    haze(plate, 70, 12, mist, 0.45)
    Hedge(-8, 432, 73, 5, 0.9, 8).draw(plate, Leaves("#66868A", "#97A899", glow=0.5), 107)
    haze(plate, 72, 6, mist, 0.30)
    for x, end, height in ((-8, 70, 11), (84, 132, 15), (186, 268, 14), (296, 321, 9)):
        tones = Leaves("#436F74", "#7F9F8A", glow=0.5)
        Hedge(x, end, 70.5, height, 0.9, 9).draw(plate, tones, abs(x))
    Hedge(336, 432, 76, 5.5, 1, 6).draw(plate, Leaves("#4D777A", "#86A48B", glow=0.5), 108)


def _pavilions(plate: Plate) -> None:
    Ridge(76.5, 0.4).draw(plate, [(76, "#A9BC86"), (82, "#7DA274")], 109)
    metal = ("#6F92A4", "#D8E0D9")
    for x, w, h, level in (
        (14, 60, 11, 77.6),
        (252, 66, 11, 77.6),
        (70, 48, 13.4, 78),
        (182, 74, 13.4, 78),
    ):
        _pavilion(plate, (x, level), (w, h), metal)
    _pavilion(plate, (112, 79), (74, 16.5), ("#4F8496", "#C5DAD6"), panes=20)


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
    plate.fill(box, [(y - h, sheen), (y - h * 0.4, mix(sheen, wall, 0.6)), (y, wall)], texture=0.01)
    inside = plate.mask(box)
    assert inside is not None
    _mirrored_park(plate, at, size, inside)
    joints = panes or int(w / 3.2)
    lines = [
        rectangle(x + w * i / joints, y - h, 0.18 if panes else 0.11, h) for i in range(1, joints)
    ]
    plate.fill(lines, "#2F5F73" if panes else "#7F9AA5", texture=0, opacity=0.75)
    if panes:
        _hall(plate, (x, y), (w / panes, h))
    _eaves(plate, (x, y - h), w, inside)


def _mirrored_park(
    plate: Plate, at: tuple[float, float], size: tuple[float, float], inside: Mask
) -> None:
    """Draw the trees opposite, as polished metal shows them: large, dim, without edges."""
    (x, y), (w, h) = at, size
    rng = np.random.default_rng(int(x) + 5)
    for tint, reach, opacity in (("#6D949B", 0.42, 0.5), ("#3F6F72", 0.24, 0.5)):
        crowns = [
            blob(x + w * q, y - h * reach * rng.uniform(0.1, 0.7), h * reach * 0.8, rng)
            for q in np.linspace(-0.05, 1.05, int(w / 4.2))
            if rng.random() < 0.75
        ]
        plate.fill(crowns, tint, texture=0, opacity=opacity, blur=0.5, clip=inside)
    grass = rectangle(x, y - h * 0.10, w, h * 0.2)
    plate.fill(grass, "#6E9770", texture=0, opacity=0.55, blur=0.4, clip=inside)


def _hall(plate: Plate, at: tuple[float, float], pane: tuple[float, float]) -> None:
    (x, y), (w, h) = at, pane
    bays = (1, 2, 3, 4, 7, 8, 9, 10, 13, 14, 16, 17, 18)
    lit = [rectangle(x + w * i + 0.35, y - h * 0.50, w - 0.5, h * 0.46) for i in bays]
    plate.fill(lit, [(y - h * 0.5, "#F0CE8C"), (y, "#FBE6B4")], texture=0, opacity=0.9)
    inner = [rectangle(x + w * i + 1.1, y - h * 0.30, 0.7, h * 0.27) for i in (2, 4, 8, 13, 17)]
    plate.fill(inner, "#5F7A78", texture=0, opacity=0.7)
    glare = [
        shape(
            (x + w * q, y),
            (x + w * (q + 3.5), y - h),
            (x + w * (q + 5), y - h),
            (x + w * (q + 1.5), y),
        )
        for q in (0.5, 5.5, 12.5)
    ]
    plate.fill(glare, "#FFFFFF", texture=0, opacity=0.20)


def _eaves(plate: Plate, at: tuple[float, float], width: float, inside: Mask) -> None:
    x, y = at
    shade = rectangle(x, y, width, 0.9)
    plate.fill(shade, "#3F6678", texture=0, opacity=0.55, blur=0.15, clip=inside)
    plate.fill(rectangle(x - 0.7, y - 0.7, width + 1.4, 1.0), "#F4EEDC", texture=0)


def _park(plate: Plate) -> None:
    lawn = Ridge(79, 0.3, 260).draw(
        plate, [(78.5, "#B9C688"), (86, "#8DB07A"), (96, "#5C9270"), (105, "#34706A")], 111
    )
    Furrows(186, 66, 64, "#C9D493", 0.21, 3.2, 0.5).draw(plate, lawn)
    strip = rectangle(-10, 79.2, 450, 0.9)
    plate.fill(strip, "#EBDDB9", texture=0.01, opacity=0.9, clip=lawn)


def _pool(plate: Plate) -> None:
    plate.fill(winding(POOL, 2.2), "#E9DCBA", texture=0.02)
    plate.fill(winding(POOL, 1.5), "#4F7F78", texture=0.02)
    basin = plate.mask(winding(POOL))
    assert basin is not None
    stops = [(80, "#B4CBC4"), (86, "#6FA0A8"), (93, "#2F6B80")]
    Water(SHORE, stops, 0.82, 0.45, 0.45).draw(plate, plate, 5, clip=basin)
    ripples(plate, basin, (82, 93), 26, "#FBEBCB", 7)


def _paths(plate: Plate) -> None:
    sand = [(79, "#F0E2C0"), (92, "#D9CBA4"), (106, "#8FA08C")]
    loop = [(-12, 92, 2.6), (22, 88.4, 2.0), (40, 83.5, 1.2), (30, 80.4, 0.7)]
    for stations in (loop, PATH):
        plate.fill(winding(stations, 0.5), [(79, "#7FA274"), (106, "#2B625F")], texture=0.02)
        plate.fill(winding(stations), sand, texture=0.02)
    plate.fill(rectangle(316, 79.2, 36, 0.9), "#EBDDB9", texture=0.01)
    for x, y, size, coat in (
        (325, 86.4, 3.6, "#A9543E"),
        (328, 86.9, 3.4, "#2F4E63"),
        (343, 93.6, 5.0, "#3D5A6E"),
        (156, 79.9, 2.5, "#2F4E63"),
        (168, 79.8, 2.4, "#A9543E"),
    ):
        walker(plate, (x, y), size, coat)


def walker(plate: Plate, at: tuple[float, float], height: float, coat: str) -> None:
    """Draw somebody who walks, seen from behind: coat, legs, head."""
    (x, y), h = at, height
    shade = oval(x - h * 0.35, y, h * 0.8, h * 0.09)
    plate.fill(shade, "#4F7068", texture=0, opacity=0.5, blur=0.05)
    for dx in (-0.07, 0.06):
        plate.fill(rectangle(x + h * dx - h * 0.035, y - h * 0.42, h * 0.07, h * 0.42), NUIT)
    plate.fill(_coat(x, y, h), coat, texture=0)
    plate.fill(disc(x, y - h * 0.90, h * 0.085), "#5F4A42", texture=0)


def _coat(x: float, y: float, h: float) -> Shape:
    return shape(
        (x - h * 0.07, y - h * 0.82),
        (x + h * 0.07, y - h * 0.82),
        (x + h * 0.13, y - h * 0.70),
        (x + h * 0.14, y - h * 0.30),
        (x - h * 0.14, y - h * 0.30),
        (x - h * 0.13, y - h * 0.70),
    )


def _trees(plate: Plate, stand: tuple) -> None:
    for i, (x, y, h, leaves) in enumerate(stand):
        shadow(plate, (x, y), h, "#3F7562")
        Tree(x, y, h, 0.8, 16).draw(plate, leaves, 120 + i + int(x))


def _foot(plate: Plate) -> None:
    x = np.linspace(-12, 432, 400)
    meadow = 96.4 + 9 / (1 + np.exp(-(x - 190) / 26)) + 0.5 * np.sin(x / 16)
    right = 99 + 12 / (1 + np.exp((x - 388) / 9)) + 0.4 * np.sin(x / 13)
    dark = [(95, "#3A7169"), (98, "#1F535A"), (101, "#13405A"), (106, NUIT)]
    fill_below(plate, np.c_[x, meadow], dark, 0.03)
    fill_below(plate, np.c_[x, right], dark, 0.03)
    shadow(plate, (12, 101), 44, "#123C50")
    Tree(30, 98, 34, 0.82, 24, 0.72).draw(plate, Leaves("#22555D", "#6F9D70"), 141)
    Tree(4, 101, 52, 0.82, 44, 0.56).draw(plate, Leaves("#184957", "#5F906D"), 142)
    Tree(398, 99, 36, 0.82, 24, 0.72).draw(plate, Leaves("#245860", "#759F70"), 143)
    Tree(421, 103, 54, 0.80, 44, 0.56).draw(plate, Leaves("#1A4C59", "#65946C"), 144)
    Reeds(352, 434, 108, 13, 170, wind=2).draw(plate, ("#12405A", "#5F8F6C", "#D9C48A"), 145)
    foot = meadow + 3
    fill_below(plate, np.c_[x, foot], [(97, "#184A58"), (101, "#103B56"), (106, NUIT)], 0.02)
