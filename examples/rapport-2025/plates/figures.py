"""Smaller pictures, for 8 or 12 columns."""

from __future__ import annotations

import numpy as np

from plates.canvas import Box, Plate, Shade
from plates.houses import Bricks, Terrace
from plates.land import Heap, Ridge, Tones
from plates.landmarks import chimney, church, headframe, mill
from plates.plants import Hedge, Leaves, birches, grass, poplars
from plates.prints import Single
from plates.shading import deeper
from plates.shapes import grown, rectangle, shape
from plates.sky import Sun, mist, sky
from plates.water import Water, barge


def corons(dpi: int) -> Single:
    """A terrace and a headframe before two heaps, in a pale evening; 8 columns wide."""
    plate = Plate(Box(0, 0, 114.7, 97), dpi, 31)
    sky(plate, [(0, "#F3D9B4"), (34, "#F9E8C8"), (58, "#F6D6B2")])
    Sun(83, 29, 11, "#FFF6E2", "#FDECCB", 2).draw(plate)
    Ridge(58, 5, "#E0B79A", "#E8C4A2").draw(plate, 5)
    great = Tones("#B98B86", "#94707C", "#F4D6B4", "#A98088")
    Heap(32, 16.5, 64, 60, 68, side=1).draw(plate, great, 2)
    second = Tones("#C69A8C", "#A27C80", "#F4D6B4", "#B58B88")
    Heap(54, 29, 64, 39, 45, side=1).draw(plate, second, 4)
    mist(plate, 48, 68, "#F3D3AC")
    Hedge(-6, 121, 66.4, 3.2).draw(plate, Leaves("#A97C72", "#8A6469"), 8)
    headframe(plate, (69, 66), 18, "#7D5560")
    far = Bricks("#C9806A", "#8A6470", "#A2625A", "#6D5062", "#F8E0B0")
    Terrace(-3, 123, 68, 3.4).draw(plate, far)
    Ridge(69.4, 1.2, "#C9A352", "#A9824A", 40, depth=5).draw(plate, 12)
    near = Bricks("#B4452F", "#54404F", "#84342C", "#3A2F42", "#F9E2B2")
    Terrace(-9, 129, 86, 9, gable_every=6).draw(plate, near)
    plate.fill(rectangle(-1, 86, 117, 14), "#5D3A3E", Shade("#3F2C38", deeper(85, 11, 0.9), 4))
    Hedge(-6, 121, 89, 3).draw(plate, Leaves("#6D5A3E", "#3F2C38"), 15)
    return Single(plate.finish())


def friche(dpi: int) -> Single:
    """An empty mill given back to the birches; 12 columns wide."""
    plate = Plate(Box(0, 0, 174, 102), dpi, 61)
    sky(plate, [(0, "#7FB0BA"), (36, "#CFE0DA"), (63, "#F1EDDB")])
    Ridge(63, 6, "#B6D0CD", "#C6DAD2").draw(plate, 5)
    tones = Tones("#7EA6AE", "#588C98", "#EEF0DC", "#88B0B2")
    Heap(139, 20, 68, 51, 54).draw(plate, tones, 2)
    mist(plate, 53, 70, "#ECEBD8")
    Ridge(67, 1.4, "#A9C0A0", "#86A98C", depth=12).draw(plate, 9)
    Hedge(-6, 180, 68.6, 4.2).draw(plate, Leaves("#6D9C9C", "#4A838A"), 8)
    bricks = ("#B06A56", "#6D4A58")
    mill(plate, (17, 82), 7, 13, bricks)
    chimney(plate, (117, 82), 53, ("#B8644C", "#6D4450"))
    Ridge(82.4, 2, "#B5B862", "#7F9C5C", 40).draw(plate, 22)
    leaves = Leaves("#8CB878", "#3D7A68")
    spots = (
        (5, 86, 25),
        (13, 84.5, 21),
        (46, 87, 24),
        (131, 85, 27),
        (138, 88, 30),
        (147, 84.5, 20),
    )
    birches(plate, leaves, [*spots, (168, 86, 22)], 3)
    Ridge(92, 3, "#5D8F62", "#27635F", 30).draw(plate, 32)
    grass(plate, "#1D5560", (-2, 94, 176, 104), 420, (3, 7))
    return Single(plate.finish())


def canal(dpi: int) -> Single:
    """A barge on a wide canal between a heap and poplars; 12 columns wide."""
    plate = Plate(Box(0, 0, 174, 93), dpi, 41)
    sky(plate, [(0, "#8FB7C4"), (28, "#D7E3DA"), (47, "#F6EAD0")])
    Sun(46, 24, 8.4, "#FFFAF0", "#F4EFD8", 2.2).draw(plate)
    Ridge(47, 5, "#B9CFCA", "#CBDAD0").draw(plate, 5)
    tones = Tones("#8FB0B6", "#6D98A2", "#F0E6CC", "#9FBCBE")
    Heap(16, 24, 50, 34, 38, side=1).draw(plate, tones, 2)
    mist(plate, 39, 51, "#F0EAD6")
    far = Leaves("#7FA3A0", "#5D8A8E")
    Hedge(-6, 180, 50.4, 3.2).draw(plate, far, 8)
    church(plate, (82, 50.6), 13, "#5D8A94", "#3F7080")
    Ridge(50.6, 1.2, "#E3BE45", "#CFA845").draw(plate, 12)
    tall = [(106 + i * 8.6, 54.4, 21 + i * 2.1) for i in range(9)]
    poplars(plate, Leaves("#3A7A72", "#1A5563"), tall, 2)
    small = [(5 + i * 6.2, 53.6, 10 + (i * 5) % 3) for i in range(3)]
    poplars(plate, Leaves("#5D918C", "#3B7A80"), small, 3)
    Ridge(54, 1.2, "#4F8468", "#2D6A66", 50).draw(plate, 22)
    reach = shape((-2, 57), (176, 56.4), (176, 84), (-2, 90))
    Water(56.6, "#4F93A0", "#1D6678", "#FBF3DA", own=0.18, depth=39).draw(plate, reach)
    barge(plate, (8, 64.5), 66, ("#173F58", "#0D3451", "#B8452F"))
    x = plate.across(2)
    bank = np.c_[x, 87 - x * 0.03 + 0.5 * np.sin(x * 0.13)]
    plate.fill(grown(bank, 97), "#2D6A5E", Shade("#12475A", deeper(81, 13), 4))
    return Single(plate.finish())
