"""The valley of the Authie at Auxi-le-Château, over both pages; the fold at x = 210 stays calm.

The layout anchors the foot and may cut up to 50 mm off the top: nothing but sky above y = 45.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from plates.built import Farm, church
from plates.canvas import Box, Mask, Plate, rectangle, shape
from plates.colours import mix
from plates.land import Furrows, Ridge, Strata, faded, fill_below, haze, ripples, sky
from plates.plants import Copse, Hedge, Leaves, Poplar, Reeds, Tree, Willow, blob
from plates.prints import Single
from plates.ways import oval, reflection, shadow, winding

SHEET = Box(-5, -5, 425, 123.5)
MIST = "#EFE6C6"
RIVER = [
    (296, 81.9, 0.3),
    (304, 82.6, 2.2),
    (286, 84.6, 3.2),
    (266, 87.2, 4.4),
    (292, 91.2, 6.2),
    (352, 95.4, 9.0),
    (394, 101.2, 12.5),
    (356, 107.2, 16.0),
    (300, 111.6, 21.0),
    (266, 118.0, 28.0),
    (244, 134.0, 48.0),
]
LANE = [(176, 88, 0.6), (160, 91, 1.2), (171, 96.5, 2.2), (186, 104, 4.2), (172, 128, 11)]


def auxi(dpi: int) -> Single:
    """Draw Auxi-le-Château and the Authie that winds through its meadows."""
    plate = Plate(SHEET, dpi, 62)
    sky(plate, [(-5, "#659BA9"), (25, "#94BCBC"), (48, "#CBDACB"), (68, "#F4E8C9")])
    Strata(0, 44, 26, "#F4F3E4", 0.36, (70, 210), 0.6).draw(plate, 64)
    Strata(42, 60, 16, "#FBF3DE", 0.5, (60, 170), 0.3).draw(plate, 65)
    _slopes(plate)
    _valley_floor(plate)
    _town(plate)
    _rape(plate)
    water = _river(plate)
    _banks(plate, water)
    _foreground(plate)
    plate.grain(0.009)
    return Single(plate)


def _slopes(plate: Plate) -> None:
    Ridge(63, 2.6, 210, 3).draw(plate, faded("#8FB0B2", MIST, 58, 76), 66)
    Ridge(69, 1.8, 150, 3).draw(plate, faded("#86AAA0", MIST, 65, 80), 69)
    haze(plate, 74, 10, MIST, 0.45)
    x = np.linspace(-12, 432, 500)
    right = 52 + 30 / (1 + np.exp((x - 306) / 30)) + 1.0 * np.sin(x / 27 + 2)
    _slope(plate, np.c_[x, right], (372, 20), ("#7FA68C", "#6C9680"), 13)
    left = 53.5 + 31 / (1 + np.exp(-(x - 226) / 34)) + 1.1 * np.sin(x / 25)
    _slope(plate, np.c_[x, left], (66, 22), ("#88AC80", "#739C74"), 7)
    for at, y, width, seed in ((352, 60, 62, 3), (30, 56, 70, 4)):
        _wood(plate, (at, y), (width, 6.5), seed)
    _wood(plate, (150, 62), (40, 4.5), 8)
    haze(plate, 81, 15, MIST, 0.55)


def _slope(
    plate: Plate, crest: np.ndarray, eye: tuple[float, float], tints: tuple[str, str], seed: int
) -> None:
    """Draw one side of the valley: fields that fan out from `eye`, hedges between some."""
    low = float(crest[:, 1].min())
    stops = [(low, mix(tints[0], MIST, 0.06)), (90, mix(tints[0], MIST, 0.42))]
    hill = fill_below(plate, crest, stops)
    rng = np.random.default_rng(seed)
    feet = eye[0] + np.linspace(-330, 330, 12) + rng.uniform(-12, 12, 12)
    levels = (0.38, 0.58, 0.76, 1.05)
    for far, near in pairwise(levels):
        for start, end in pairwise(feet):
            _parcel(plate, (eye, (start, end), (far, near)), hill, rng)
    Furrows(*eye, 110, tints[1], 0.20, 2, 0.42).draw(plate, hill)
    leaves = Leaves(mix("#4F8074", MIST, 0.16), mix("#8BAA7F", MIST, 0.12), glow=0.5)
    for i, (start, end) in enumerate(pairwise(feet)):
        far, near = levels[i % 3], levels[i % 3 + 1]
        line = (_fan(eye, start, far), _fan(eye, start, near))
        across = (_fan(eye, start, near), _fan(eye, end, near))
        _hedgerow(plate, line if i % 2 else across, leaves, hill, seed + i)


def _fan(eye: tuple[float, float], foot: float, share: float) -> tuple[float, float]:
    """Return a place between `eye` and the hill's foot; equal shares fall towards the valley."""
    share *= 1 + (0.0005 if eye[0] < 210 else -0.0005) * (foot - eye[0])
    return eye[0] + (foot - eye[0]) * share, eye[1] + (88 - eye[1]) * share


def _parcel(plate: Plate, place: tuple, hill: Mask, rng: np.random.Generator) -> None:
    eye, (start, end), (far, near) = place
    tint = ("#D9D6A0", "#A9C08A", "#6F9C7C", "#C6CB93", "#5F9077", "#94B285")[rng.integers(6)]
    corners = [_fan(eye, *at) for at in ((start, far), (end, far), (end, near), (start, near))]
    plate.fill(shape(*corners), tint, opacity=0.42, clip=hill)


def _hedgerow(plate: Plate, line: tuple, leaves: Leaves, hill: Mask, seed: int) -> None:
    rng = np.random.default_rng(seed)
    (x0, y0), (x1, y1) = line
    crowns, caps = [], []
    for t in np.linspace(0, 1, max(6, int(np.hypot(x1 - x0, y1 - y0) / 0.9))):
        x, y = x0 + (x1 - x0) * t, y0 + (y1 - y0) * t
        size = (0.45 + (y - 50) * 0.022) * rng.uniform(0.7, 1.35)
        crowns.append(blob(x, y - size * 0.6, size, rng))
        caps.append(blob(x + 0.3 * size, y - size * 0.9, size * 0.55, rng))
    plate.fill(crowns, leaves.dark, texture=0.02, clip=hill)
    plate.fill(caps, leaves.lit, opacity=leaves.glow, blur=0.12, clip=hill, dusty=True)


def _wood(plate: Plate, at: tuple[float, float], size: tuple[float, float], seed: int) -> None:
    """Draw one closed wood: rows of crowns over a dark body, full at the ends too."""
    (x, y), (width, height) = at, size
    rng = np.random.default_rng(seed)
    dark, lit = mix("#4B7C72", MIST, 0.10), mix("#86A97F", MIST, 0.08)
    for row in range(4):
        foot = y + (row - 1) * height * 0.24
        reach = width * (0.80 + 0.20 * np.sin(np.pi * (row + 1) / 5))
        count = int(reach / height * 3.4)
        for place in rng.permutation(np.linspace(-1, 1, count)):
            radius = height * rng.uniform(0.26, 0.40) * (1 - 0.30 * place**2)
            cx, cy = x + place * reach / 2 + row, foot - radius * 0.7 + height * 0.3 * place**2
            plate.fill(blob(cx, cy, radius, rng), mix(dark, lit, 0.06 * row), texture=0.02)
            cap = blob(cx + 0.22 * radius, cy - 0.30 * radius, radius * 0.62, rng)
            plate.fill(cap, lit, opacity=0.5, blur=radius * 0.12, dusty=True)


def _valley_floor(plate: Plate) -> None:
    Ridge(82, 0.6, 180).draw(plate, [(81, "#C7CF97"), (96, "#A3BC85")], 71)
    Hedge(196, 286, 83, 3.2, 0.8, 3).draw(plate, Leaves("#6E9A84", "#A3BB8C", glow=0.5), 72)
    Hedge(306, 432, 84, 4.2, 0.8, 4).draw(plate, Leaves("#64937F", "#9BB787", glow=0.5), 73)
    haze(plate, 82, 7, MIST, 0.35)


def _town(plate: Plate) -> None:
    roofs = ("#A9543E", "#8F4A3A", "#5B6E78", "#B9644A")
    far = Leaves("#5B887B", "#93AF86", glow=0.5)
    Hedge(34, 206, 83.5, 8, 1, 6).draw(plate, far, 75)
    back = ((62, 11, 7.5), (76, 10, 8), (88, 11, 7), (140, 12, 8), (154, 10, 7), (166, 11, 7.5))
    for i, (x, w, h) in enumerate(back):
        wall = mix("#E4D8BC", MIST, 0.3)
        Farm(x, 83.6, w, h).draw(plate, wall, mix(roofs[(i + 1) % 4], MIST, 0.25), "#74878C")
    church(plate, (113, 87), 36, ("#CBBD9F", "#A39C8C", "#446676"))
    near = Leaves("#47776C", "#86A779", glow=0.55)
    for i, (x, end) in enumerate(((36, 66), (78, 104), (128, 152), (180, 204))):
        Hedge(x, end, 86.5, 7, 1, 5).draw(plate, near, 76 + i)
    front = ((46, 15, 9.5), (64, 13, 10.5), (79, 14, 9), (96, 12, 9.5), (132, 15, 10.5))
    for i, (x, w, h) in enumerate((*front, (150, 13, 9), (178, 14, 9.5))):
        level = 88 + 0.5 * np.sin(x)
        Farm(x, level, w, h).draw(plate, "#F1E6C9" if i % 3 else "#DAC9A6", roofs[i % 4], "#57707A")
    for i, (x, width) in enumerate(((54, 36), (100, 44), (150, 26), (192, 18))):
        Copse(x, 91, width, 4.2).draw(plate, Leaves("#3D6C65", "#7B9F70"), 77 + i)


def _rape(plate: Plate) -> None:
    x = np.linspace(-12, 432, 400)
    crest = 75.5 + 24 / (1 + np.exp((x - 306) / 17)) + 0.6 * np.sin(x / 19)
    outline = np.concatenate([np.c_[x, crest], np.c_[x, np.maximum(crest, 94.5)][::-1]])
    plate.fill(outline, [(75, "#F4D46E"), (94, "#DFA833")], texture=0.03)
    field = plate.mask(outline)
    assert field is not None
    Furrows(452, 60, 90, "#C48F2A", 0.34, 2.4, 0.38).draw(plate, field)


def _river(plate: Plate) -> Mask:
    """Draw the near meadows and the water in them; return the water's mask."""
    x = np.linspace(-12, 432, 300)
    for level, swell, stops in (
        (89.5, 0.5, [(89, "#B9C88D"), (100, "#86AC78"), (124, "#4F8768")]),
        (100, 0.9, [(99, "#9CBA7E"), (110, "#5F9570"), (124, "#356F62")]),
    ):
        crest = level + swell * np.sin(x / 31 + level) + np.where(x > 300, (x - 300) * 0.022, 0)
        fill_below(plate, np.c_[x, crest], stops)
    _swards(plate)
    plate.fill(winding(RIVER, 1.2), [(81, "#8FAF80"), (100, "#4F8168"), (124, "#1D4C56")])
    band = winding(RIVER)
    plate.fill(
        band,
        [(81, "#F6EBCB"), (92, "#E3E4CB"), (103, "#A9CBC3"), (113, "#5F98A0"), (124, "#2F6A7C")],
        texture=0.01,
    )
    water = plate.mask(band)
    assert water is not None
    return water


def _swards(plate: Plate) -> None:
    rng = np.random.default_rng(17)
    for _ in range(46):
        near = rng.random() ** 1.2
        x, y = rng.uniform(-5, 425), 90 + 28 * near
        sward = oval(x, y, rng.uniform(20, 60) * (0.6 + near), 0.5 + 1.6 * near)
        tint = "#C6D394" if rng.random() < 0.55 else "#5C8F6C"
        plate.fill(sward, tint, texture=0, opacity=0.24, blur=0.2 + 0.3 * near, dusty=True)


def _banks(plate: Plate, water: Mask) -> None:
    row = [(318, 90.6, 25), (329, 91.4, 28), (341, 92.2, 27), (354, 93.2, 33), (368, 94.2, 36)]
    row += [(383, 95.6, 35), (399, 97.4, 42)]
    for i, (x, y, h) in enumerate(row):
        reflection(plate, (x, y + 1.2, h * 0.17, h * 0.62), "#3A6C6B", water, i)
    ripples(plate, water, (90, 123), 36, "#F8F0D6", 18)
    ripples(plate, water, (104, 124), 26, "#1F566A", 19)
    for i, (x, y, h) in enumerate(row):
        Poplar(x, y, h, h * 0.165).draw(plate, Leaves("#285A60", "#8BAA6C"), 80 + i)
    for i, (x, y, h) in enumerate(((258, 86.8, 9), (250, 91, 13), (262, 99, 19))):
        shadow(plate, (x, y), h, "#4F7F5E")
        Willow(x, y, h, 1.05).draw(plate, Leaves("#3C7068", "#A9BE7E"), 84 + i)
    _lane(plate)
    for i, (x, y, size) in enumerate(
        ((306, 101.6, 4.2), (318, 103, 4.6), (296, 103.4, 4.4), (327, 100.6, 3.8), (232, 95, 3.2))
    ):
        cow(plate, (x, y), size, -1 if i in (1, 4) else 1)


def cow(plate: Plate, at: tuple[float, float], length: float, way: int) -> None:
    """Draw a grazing cow from the side; `way` is 1 when it looks right."""
    (x, y), u = at, length
    white, brown = "#F4EAD2", "#8A4F3A"
    plate.fill(oval(x - u * 0.15, y, u * 1.2, u * 0.13), "#3E6F58", texture=0, opacity=0.45)
    legs = [
        rectangle(x + u * q, y - u * 0.30, u * 0.07, u * 0.30) for q in (-0.36, -0.26, 0.2, 0.3)
    ]
    plate.fill(legs, mix(white, brown, 0.3), texture=0)
    body = shape(
        (x - u * 0.44, y - u * 0.52),
        (x - u * 0.36, y - u * 0.60),
        (x + u * 0.34, y - u * 0.60),
        (x + u * 0.44, y - u * 0.50),
        (x + u * 0.40, y - u * 0.24),
        (x - u * 0.38, y - u * 0.24),
    )
    neck = shape(
        (x + way * u * 0.30, y - u * 0.60),
        (x + way * u * 0.48, y - u * 0.54),
        (x + way * u * 0.63, y - u * 0.24),
        (x + way * u * 0.52, y - u * 0.16),
        (x + way * u * 0.36, y - u * 0.30),
    )
    head = oval(x + way * u * 0.61, y - u * 0.16, u * 0.19, u * 0.29)
    tail = rectangle(x - way * u * 0.44 - u * 0.02, y - u * 0.52, u * 0.04, u * 0.34)
    plate.fill([body, neck], white, texture=0.02)
    saddle = oval(x - way * u * 0.10, y - u * 0.47, u * 0.42, u * 0.24)
    plate.fill([saddle, head, tail], brown, texture=0)


def _lane(plate: Plate) -> None:
    plate.fill(winding(LANE, 0.5), [(88, "#8DAE7B"), (106, "#427463"), (124, "#173F50")])
    plate.fill(winding(LANE), [(88, "#F2E6C2"), (104, "#CDBF98"), (124, "#5F7872")], texture=0.02)
    ridge = [(x + 0.1, y, half * 0.16) for x, y, half in LANE]
    plate.fill(winding(ridge), [(88, "#A9BC85"), (106, "#6C9070"), (124, "#2A5A5C")], texture=0.02)


def _foreground(plate: Plate) -> None:
    Hedge(58, 148, 97, 3.6, 0.8, 2).draw(plate, Leaves("#4F8068", "#8DAE74", glow=0.5), 91)
    Tree(146, 100, 15, 0.9).draw(plate, Leaves("#2F6461", "#86A86F"), 92)
    x = np.linspace(-12, 432, 400)
    left = 105.5 + 22 / (1 + np.exp(-(x - 138) / 11)) + 0.6 * np.sin(x / 17)
    right = 111 + 18 / (1 + np.exp((x - 366) / 13)) + 0.5 * np.sin(x / 15)
    for i, (at, h) in enumerate(((66, 22), (40, 34))):
        Tree(at, 110 - i, h, 0.86, 22, 0.75).draw(plate, Leaves("#24575C", "#6F9A6C"), 93 + i)
    dark = [(104, "#3F7765"), (112, "#1F5259"), (118, "#154150"), (124, "#103850")]
    fill_below(plate, np.c_[x, right], dark, 0.03)
    sown = fill_below(plate, np.c_[x, left], dark, 0.03)
    Furrows(150, 92, 44, "#123E50", 0.34, 2, 0.42).draw(plate, sown)
    Tree(8, 112, 56, 0.84, 44, 0.56).draw(plate, Leaves("#184A55", "#5B8C68"), 96)
    Hedge(-12, 92, 110, 7, 0.9, 6).draw(plate, Leaves("#1C4D55", "#457A66", glow=0.5), 97)
    fill_below(plate, np.c_[x, left + 5], [(109, "#1B4B55"), (117, "#123E50"), (124, "#0F364E")])
    Tree(421, 116, 62, 0.70, 44, 0.56).draw(plate, Leaves("#1D5058", "#6C9A68"), 98)
    Reeds(344, 432, 127, 20, 190, wind=-3).draw(plate, ("#113A50", "#4F8468", "#8A6440"), 99)
