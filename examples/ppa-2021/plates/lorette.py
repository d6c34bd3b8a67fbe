"""Notre-Dame de Lorette: the lantern tower and the basilica on their hill, at nightfall."""

from __future__ import annotations

import numpy as np

from plates.built import arched
from plates.canvas import Box, Mask, Plate, rectangle, shape
from plates.colours import DEEP, NUIT, mix
from plates.land import Furrows, Ridge, Strata, faded, haze, sky
from plates.plants import Hedge, Leaves, Tree
from plates.prints import Single

INSIDE = Box(0, 0, 174, 116)  # 12 columns wide, 3:2; stands in the type area, so no bleed
FINER = 300 / 220  # small pictures are printed at 300 dpi where plates are at 220
LIGHT = "#F6D27A"
STONE = ("#7F8CA0", "#56677F", "#33475F")  # lit, shade, slate


def lorette(dpi: int) -> Single:
    """Draw the hill with its tower, whose lantern has just been lit."""
    plate = Plate(INSIDE, round(dpi * FINER), 201)
    sky(plate, [(0, "#1D3F62"), (30, "#446487"), (56, "#8C8FA2"), (74, "#D0A79B"), (84, "#F0C49C")])
    Strata(6, 50, 14, "#AFB6C6", 0.20, (40, 130), 0.7).draw(plate, 203)
    Strata(54, 80, 14, "#F5D0A8", 0.40, (40, 120), 0.3).draw(plate, 205)
    Ridge(82, 1.6, 90, 3).draw(plate, faded("#7C8398", "#EFC4A0", 78, 92), 207)
    _beams(plate, (121, 20.5))
    _hill(plate)
    plate.grain(0.008)
    return Single(plate)


def _hill(plate: Plate) -> None:
    _basilica(plate, (56, 78), 34)
    _tower(plate, (121, 78), 66)
    Hedge(-6, 46, 81.5, 6, 1, 12).draw(plate, Leaves("#34506A", "#6B7C86", side=-1), 209)
    Hedge(80, 116, 79.5, 4).draw(plate, Leaves("#34506A", "#6B7C86", side=-1), 211)
    Hedge(128, 180, 81.5, 6, 1, 12).draw(plate, Leaves("#34506A", "#6B7C86", side=-1), 213)
    x = np.linspace(-6, 180, 200)
    crest = np.c_[x, 78.5 + 6.5 * ((x - 92) / 92) ** 2]
    hill = _below(plate, crest, [(77, "#8E9A7A"), (96, "#4C7270"), (116, "#264F60")])
    Furrows(100, 66, 60, "#3D6468", 0.35, 5, 0.4).draw(plate, hill)
    plate.fill(
        shape((117, 78.9), (124, 78.9), (98, 120), (72, 120)),
        [(78, "#C9B896"), (116, "#60717A")],
        texture=0.02,
        clip=hill,
    )
    haze(plate, 84, 8, "#C9AFA2", 0.18)
    for i, (at, height) in enumerate(((4, 30), (34, 17), (20, 24), (170, 26), (158, 18))):
        leaves = Leaves("#1F4358", "#587C74", side=-1)
        Tree(at, 110, height, 0.82).draw(plate, leaves, 215 + i)
    Ridge(108, 1.6, 110).draw(plate, [(104, "#1B4258"), (112, NUIT), (116, DEEP)], 219)


def _below(plate: Plate, crest: np.ndarray, paint: list) -> Mask:
    outline = np.concatenate([crest, [[190, 130], [-10, 130]]])
    plate.fill(outline, paint, texture=0.03)
    mask = plate.mask(outline)
    assert mask is not None
    return mask


def _beams(plate: Plate, at: tuple[float, float]) -> None:
    x, y = at
    for reach, low, high in ((-170, -20, -4), (90, -16, -6)):
        plate.fill(
            shape((x, y), (x + reach, y + low), (x + reach, y + high)),
            LIGHT,
            texture=0,
            opacity=0.16,
            blur=0.8,
        )


def _tower(plate: Plate, at: tuple[float, float], height: float) -> None:
    (x, y), h, (lit, shade, slate) = at, height, STONE
    _block(plate, (x, y, h * 0.34, h * 0.15))
    _block(plate, (x, y - h * 0.13, h * 0.24, h * 0.09))
    low, high, top = h * 0.078, h * 0.062, y - h * 0.74
    foot = y - h * 0.20
    plate.fill(shape((x - low, foot), (x - high, top), (x + high, top), (x + low, foot)), lit)
    plate.fill(
        shape((x + low * 0.25, foot), (x + high * 0.25, top), (x + high, top), (x + low, foot)),
        shade,
    )
    slits = [rectangle(x + h * dx, top + h * 0.06, h * 0.011, h * 0.44) for dx in (-0.040, -0.012)]
    plate.fill(slits, slate, texture=0, opacity=0.6)
    plate.fill([arched(x + h * dx, y, h * 0.05, h * 0.10) for dx in (-0.11, 0, 0.11)], slate)
    plate.fill(rectangle(x - h * 0.078, top - h * 0.02, h * 0.156, h * 0.028), shade)
    _lantern(plate, (x, top - h * 0.02), h)


def _lantern(plate: Plate, at: tuple[float, float], h: float) -> None:
    (x, y), (lit, shade, slate) = at, STONE
    plate.fill(rectangle(x - h * 0.046, y - h * 0.14, h * 0.092, h * 0.14), lit)
    plate.fill(rectangle(x + h * 0.012, y - h * 0.14, h * 0.034, h * 0.14), shade)
    glow = arched(x, y - h * 0.01, h * 0.14, h * 0.15)
    plate.fill(glow, LIGHT, texture=0, opacity=0.35, blur=h * 0.03)
    panes = [arched(x + h * dx, y - h * 0.02, h * 0.02, h * 0.10) for dx in (-0.028, 0, 0.028)]
    plate.fill(panes, LIGHT, texture=0)
    t = np.linspace(0, np.pi, 30)
    dome = np.c_[x + h * 0.054 * np.cos(t), y - h * 0.14 - h * 0.062 * np.sin(t)]
    plate.fill(dome, slate)
    plate.fill(rectangle(x - h * 0.004, y - h * 0.25, h * 0.008, h * 0.06), slate, texture=0)


def _block(plate: Plate, place: tuple[float, float, float, float]) -> None:
    (x, y, w, h), (lit, shade, _) = place, STONE
    plate.fill(rectangle(x - w / 2, y - h, w, h + 1), lit, texture=0.03)
    plate.fill(rectangle(x + w * 0.12, y - h, w * 0.38, h + 1), shade, texture=0.03)
    plate.fill(rectangle(x - w * 0.52, y - h, w * 1.04, h * 0.10), mix(lit, shade, 0.6), texture=0)


def _basilica(plate: Plate, at: tuple[float, float], h: float) -> None:
    (x, y), (lit, shade, slate) = at, STONE
    plate.fill(rectangle(x, y - h * 0.36, h * 0.95, h * 0.40), lit, texture=0.03)
    roof = shape(
        (x - h * 0.02, y - h * 0.35),
        (x + h * 0.05, y - h * 0.52),
        (x + h * 0.92, y - h * 0.52),
        (x + h * 0.98, y - h * 0.35),
    )
    plate.fill(roof, slate, texture=0.03)
    windows = [
        arched(x + h * (0.12 + 0.14 * i), y - h * 0.08, h * 0.05, h * 0.19) for i in range(6)
    ]
    plate.fill(windows, shade, texture=0)
    plate.fill(rectangle(x - h * 0.16, y - h * 0.62, h * 0.24, h * 0.66), lit)
    plate.fill(rectangle(x, y - h * 0.62, h * 0.08, h * 0.66), shade)
    plate.fill(arched(x - h * 0.07, y - h * 0.40, h * 0.06, h * 0.14), slate, texture=0)
    t = np.linspace(0, np.pi, 30)
    dome = np.c_[x - h * 0.04 + h * 0.13 * np.cos(t), y - h * 0.61 - h * 0.20 * np.sin(t)]
    plate.fill(dome, slate, texture=0.03)
    plate.fill(rectangle(x - h * 0.048, y - h * 0.92, h * 0.016, h * 0.13), slate, texture=0)
