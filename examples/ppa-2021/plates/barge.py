"""What people have put on the water: a barge, a rowing boat, a jetty, a hut on piles."""

from __future__ import annotations

import numpy as np

from plates.built import bar
from plates.canvas import Mask, Plate, rectangle, shape
from plates.colours import mix

HULL = "#17384E"
RED = "#B0503A"
PALE = "#EDE3CE"


def barge(plate: Plate, at: tuple[float, float], water: Mask) -> None:
    """Draw a barge seen from the bow, its reflection and its wake."""
    x, y = at
    hull = [(-7.0, 3.4), (-2.6, 4.6), (2.6, 4.6), (7.0, 3.4)]
    below = [(x + dx, y + dy) for dx, dy in reversed(hull)]
    plate.fill(
        shape((x - 7, y + 4), (x + 7, y + 4), (x + 5.4, y + 22), (x - 5.4, y + 22)),
        HULL,
        texture=0,
        opacity=0.45,
        blur=0.9,
        clip=water,
        dusty=True,
    )
    for k in (0, 1):
        plate.fill(
            shape(
                (x - 9 - k * 7, y + 3 + k * 5),
                (x - 6, y + 2.2),
                (x + 6, y + 2.2),
                (x + 9 + k * 7, y + 3 + k * 5),
                (x + 6, y + 3 + k * 2),
                (x - 6, y + 3 + k * 2),
            ),
            "#FBE7C4",
            texture=0,
            opacity=0.35,
            blur=0.2,
            clip=water,
        )
    plate.fill(shape((x - 8.2, y - 4.6), (x + 8.2, y - 4.6), *below), HULL)
    plate.fill(shape((x - 7.3, y + 1.6), (x + 7.3, y + 1.6), *below), RED)
    plate.fill(
        shape((x - 8.6, y - 5.6), (x + 8.6, y - 5.6), (x + 8.2, y - 4.4), (x - 8.2, y - 4.4)), PALE
    )
    plate.fill(rectangle(x - 5.4, y - 10.8, 10.8, 5.3), "#E7DCC4")
    plate.fill(rectangle(x - 6.2, y - 12, 12.4, 1.3), RED)
    plate.fill(rectangle(x - 0.12, y - 19, 0.3, 7.2), HULL, texture=0)
    plate.fill(
        [rectangle(x + q, y - 9.8, 2.6, 2.4) for q in (-4.4, -1.3, 1.8)], "#2F4C61", texture=0
    )
    plate.fill(shape((x + 0.2, y - 18.8), (x + 4.2, y - 17.9), (x + 0.2, y - 16.9)), RED, texture=0)


def rowing_boat(plate: Plate, at: tuple[float, float], length: float) -> None:
    """Draw a moored rowing boat from the side, with its reflection."""
    x, y = at
    t = np.linspace(-1, 1, 40)
    half = length / 2
    gunwale = y - length * 0.10 - length * 0.06 * t**4 - length * 0.03 * (t > 0) * t**2
    keel = y + length * 0.035 * (1 - t**2) ** 0.6
    keel = np.where(np.abs(t) > 0.92, np.minimum(keel, gunwale + 1.0), keel)
    along, lower = x + half * t, x + half * 0.86 * t
    mirror = 2 * y + length * 0.03 - gunwale
    plate.fill(
        np.concatenate([np.c_[lower, keel], np.c_[along, mirror][::-1]]),
        HULL,
        texture=0,
        opacity=0.5,
        blur=0.6,
        dusty=True,
    )
    plate.fill(np.concatenate([np.c_[along, gunwale], np.c_[lower, keel][::-1]]), RED, texture=0.03)
    plate.fill(
        np.concatenate([np.c_[along, gunwale], np.c_[along, gunwale + 1.1][::-1]]), PALE, texture=0
    )
    inside = np.concatenate(
        [
            np.c_[along * 0.94 + x * 0.06, gunwale - 0.1],
            np.c_[along * 0.94 + x * 0.06, gunwale - 1.5 * (1 - t**2)][::-1],
        ]
    )
    plate.fill(inside, "#6B3328", texture=0)
    for seat in (-0.35, 0.2):
        plate.fill(
            rectangle(x + half * seat, y - length * 0.135, length * 0.10, 0.9), "#D9C39A", texture=0
        )


def jetty(plate: Plate, water: Mask) -> None:
    """Draw a wooden jetty that leads from the left foot towards the middle of the lake."""
    near, far = ((-10, 306), (46, 306)), ((88.5, 236), (98.5, 236))
    plate.fill(
        shape((88.5, 240), (98.5, 240), (52, 306), (-4, 306)),
        "#0C3550",
        texture=0,
        opacity=0.40,
        blur=1.2,
        clip=water,
    )
    deck = shape(near[0], far[0], far[1], near[1])
    plate.fill(deck, [(236, "#C9B48E"), (272, "#8E8062"), (302, "#54594F")], texture=0.03)
    plate.fill(shape(far[1], (98.5, 237.6), (49, 309), near[1]), "#31464E", texture=0.02)
    plate.fill(rectangle(88.5, 236, 10, 1.3), "#5F5A4B", texture=0)
    _planks(plate, deck)
    for share in (0.0, 0.14, 0.34, 0.62):
        for side in (0, 1):
            x = far[side][0] + (near[side][0] - far[side][0]) * share
            y, size = 236 + 70 * share, 1 + 3.2 * share
            plate.fill(
                rectangle(x - 0.55 * size, y - 3.6 * size, 1.1 * size, 5.6 * size),
                "#2C434E",
                texture=0.02,
            )
            plate.fill(
                rectangle(x - 0.55 * size, y - 3.6 * size, 1.1 * size, 0.5 * size),
                "#B9A780",
                texture=0,
            )


def _planks(plate: Plate, deck: np.ndarray) -> None:
    inside = plate.mask(deck)
    depth = 1 / np.linspace(1 / 0.9, 1 / 8.0, 44)
    for d in depth:
        y = 236 + (d - 0.9) / (8.0 - 0.9) * 70
        plate.fill(
            rectangle(-12, y, 120, 0.10 + 0.07 * d), "#3E4A48", texture=0, opacity=0.5, clip=inside
        )


def cabin(plate: Plate, at: tuple[float, float], size: float) -> None:
    """Draw a watching hut on piles; one window is lit."""
    x, y = at
    wood, shade, roof = "#3A4A58", "#2C3D4E", "#22364A"
    floor, eaves = y - size * 0.24, y - size * 0.60
    piles = [
        bar(x + size * q, floor, x + size * q * 1.04, y + 3, size * 0.022)
        for q in (-0.28, -0.10, 0.10, 0.28)
    ]
    braces = [
        bar(x + size * a, floor, x + size * b, y, size * 0.010)
        for a, b in ((-0.28, -0.10), (-0.10, 0.10), (0.10, 0.28))
    ]
    mirror = [
        rectangle(x + size * q - 0.5, y + 2, 1.0, size * 0.3) for q in (-0.28, -0.10, 0.10, 0.28)
    ]
    plate.fill(mirror, shade, texture=0, opacity=0.4, blur=0.4, dusty=True)
    plate.fill(
        rectangle(x - size * 0.19, y + size * 0.22, size * 0.22, size * 0.14),
        "#F3C45E",
        texture=0,
        opacity=0.45,
        blur=size * 0.03,
        dusty=True,
    )
    plate.fill(piles + braces, shade, texture=0)
    plate.fill(rectangle(x - size * 0.36, floor - size * 0.02, size * 0.72, size * 0.035), roof)
    plate.fill(rectangle(x - size * 0.28, eaves, size * 0.56, floor - eaves), wood, texture=0.03)
    plate.fill(rectangle(x + size * 0.12, eaves, size * 0.16, floor - eaves), shade, texture=0.03)
    planks = [
        rectangle(x - size * 0.28, eaves + q * size * 0.04, size * 0.56, 0.18) for q in range(1, 9)
    ]
    plate.fill(planks, roof, texture=0, opacity=0.5)
    plate.fill(
        shape(
            (x - size * 0.36, eaves + size * 0.02),
            (x - size * 0.20, eaves - size * 0.20),
            (x + size * 0.22, eaves - size * 0.20),
            (x + size * 0.36, eaves + size * 0.02),
        ),
        roof,
        texture=0.03,
    )
    window = rectangle(x - size * 0.20, eaves + size * 0.10, size * 0.24, size * 0.085)
    plate.fill(window, "#F3C45E", texture=0)
    plate.fill(
        rectangle(x - size * 0.085, eaves + size * 0.10, 0.5, size * 0.085),
        mix(wood, roof, 0.5),
        texture=0,
    )
