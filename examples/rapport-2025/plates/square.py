"""A town square: a fountain with two bowls, benches, street lamps."""

from __future__ import annotations

import numpy as np

from plates.canvas import Plate, Shade
from plates.colours import Colour, mix
from plates.shading import deeper, turned
from plates.shapes import Place, Shape, bar, oval, placed, rectangle, ring, shape, standing


def fountain(plate: Plate, at: Place, width: float, tones: tuple[str, str, str]) -> None:
    """Draw a round basin centred on `at`, a bowl on a stem, water that falls.

    The tones are stone, its shade, water.
    """
    (x, y), (stone, dark, water) = at, tones
    half, flat, wall = width / 2, width * 0.085, width * 0.10
    step = half * 1.12
    foot = _drum((x, y + wall * 1.1), step, flat * 1.12, wall * 0.3)
    plate.fill(foot, mix(stone, dark, 0.35), _round(x, step, mix(dark, "#43203F", 0.3)))
    plate.fill(_drum((x, y), half, flat, wall), dark, Shade(stone, turned(x, half, -1), 4))
    plate.fill(oval(x, y, half, flat), "#FBEBD0")
    inner = oval(x, y + flat * 0.1, half * 0.92, flat * 0.84)
    plate.fill(inner, water, Shade("#5F4A72", deeper(y + flat * 0.2, -flat * 1.2, 0.8), 3))
    rings = [oval(x, y + flat * 0.1, half * s, flat * s * 0.9) for s in (0.62, 0.44)]
    plate.fill(rings[0], "#EAF3EC", opacity=0.45)
    plate.fill(rings[1], "#EAF3EC", opacity=0.5)
    bowl, lip = y - width * 0.26, width * 0.21
    stem = placed(
        (x, y + flat * 0.2),
        width,
        (-0.06, 0),
        (-0.03, -0.05),
        (-0.024, -0.2),
        (-0.05, -0.235),
        (0.05, -0.235),
        (0.024, -0.2),
        (0.03, -0.05),
        (0.06, 0),
    )
    plate.fill(stem, stone, _round(x, width * 0.05, dark))
    t = np.linspace(0, np.pi, 40)
    cup = np.c_[x + lip * np.cos(t), bowl + lip * 0.34 * np.sin(t)]
    plate.fill(cup, stone, _round(x, lip, dark))
    plate.fill(oval(x, bowl, lip, lip * 0.13), "#FBEBD0")
    plate.fill(oval(x, bowl, lip * 0.88, lip * 0.09), water)
    plate.fill(standing(x, bowl, width * 0.035, width * 0.07, 0.5), stone, _round(x, 1, dark))
    falls, spray = _falls((x, bowl), lip, y + flat * 0.1), _spray((x, bowl - width * 0.07), width)
    plate.fill(falls, "#EAF3EC", opacity=0.8)
    plate.fill(spray, "#F6F6EA", opacity=0.9)


def _round(x: float, half: float, dark: str | Colour) -> Shade:
    return Shade(dark, turned(x, half, 1), 4)


def _drum(at: Place, half: float, flat: float, wall: float) -> Shape:
    """Return a low cylinder's outline: the top's rear half, the foot's front half."""
    (x, y), t = at, np.linspace(0, np.pi, 60)
    rear = np.c_[x + half * np.cos(t), y - flat * np.sin(t)]
    front = np.c_[x - half * np.cos(t), y + wall + flat * np.sin(t)]
    return np.concatenate([rear, front])


def _falls(bowl: Place, lip: float, surface: float) -> list[Shape]:
    """Return the threads that fall from the bowl's lip into the basin."""
    x, y = bowl
    threads = []
    for share in (-1, -0.86, -0.66, -0.4, 0.4, 0.66, 0.86, 1):
        t = np.linspace(0, 1, 14)
        across = x + lip * share * (1 + 0.3 * t)
        down = y + (surface - y) * t**1.9
        thick = 0.2 + 0.22 * t
        threads.append(
            np.concatenate([np.c_[across - thick, down], np.c_[across + thick, down][::-1]])
        )
    return threads


def _spray(at: Place, width: float) -> list[Shape]:
    """Return the jets that rise and fall back into the bowl."""
    (x, y), parts = at, []
    for aim, rise in (
        (-1.0, 0.15),
        (-0.6, 0.20),
        (-0.2, 0.235),
        (0.2, 0.235),
        (0.6, 0.20),
        (1.0, 0.15),
    ):
        t = np.linspace(0, 1, 24)
        across = x + aim * width * 0.15 * t
        up = y - 4 * rise * width * t * (1 - t * 0.86)
        thick = 0.12 + 1.1 * t * (1 - t)
        parts.append(np.concatenate([np.c_[across - thick, up], np.c_[across + thick, up][::-1]]))
    return parts


def bench(plate: Plate, at: Place, width: float, tones: tuple[str, str]) -> None:
    """Draw a bench from the front: slats of wood on two legs."""
    (x, foot), (wood, iron) = at, tones
    legs = [standing(x + width * s, foot, width * 0.035, width * 0.36) for s in (-0.4, 0.4)]
    plate.fill(legs, iron)
    slats = [
        rectangle(x - width / 2, foot - width * r, width, width * 0.05) for r in (0.4, 0.32, 0.2)
    ]
    plate.fill(slats, wood)


def lamp(plate: Plate, at: Place, height: float, tones: tuple[str, str]) -> None:
    """Draw a street lamp, its light a globe in a halo of grains."""
    (x, foot), (iron, light) = at, tones
    head = foot - height

    def halo(px: np.ndarray, py: np.ndarray) -> np.ndarray:
        away = np.hypot(px - x, py - head)
        return np.clip(1 - away / (height * 0.2), 0, 1) ** 1.5 * 0.7

    around = plate.mask(oval(x, head, height * 0.2, height * 0.2))
    if around is not None:
        plate.stipple(around, Shade(light, halo, 3))
    post = [
        standing(x, foot, height * 0.026, height * 0.95, 0.7),
        standing(x, foot, height * 0.06, height * 0.1),
    ]
    plate.fill(post, iron)
    plate.fill(oval(x, head, height * 0.038, height * 0.045), light)
    plate.fill(
        shape(
            (x - height * 0.04, head - height * 0.03),
            (x + height * 0.04, head - height * 0.03),
            (x, head - height * 0.07),
        ),
        iron,
    )
    plate.fill(
        [
            bar(
                (x - height * 0.03, head + height * 0.05),
                (x + height * 0.03, head + height * 0.05),
                height * 0.014,
            ),
            ring(x, head, height * 0.045, height * 0.006),
        ],
        iron,
    )
