"""A bicycle on its stand, seen from the side, its shadow before it."""

from __future__ import annotations

import numpy as np

from plates.canvas import Plate
from plates.colours import mix
from plates.shapes import Place, Shape, bar, oval, ring, shape

WHEEL = 0.35  # m
FRONT, REAR, PEDALS = (-0.56, -0.36), (0.52, -0.36), (0.05, -0.31)
SEAT, HEAD, FORK = (0.21, -0.80), (-0.35, -0.90), (-0.40, -0.70)
TUBES = (
    (SEAT, (-0.365, -0.84), 0.042),
    (FORK, PEDALS, 0.050),
    ((0.235, -0.90), PEDALS, 0.042),
    (PEDALS, REAR, 0.034),
    (SEAT, REAR, 0.030),
    (HEAD, FORK, 0.056),
    (FORK, (-0.45, -0.56), 0.036),
    ((-0.45, -0.56), FRONT, 0.032),
)
DARK = (  # stem and handlebar, seat post, crank, stand, carrier
    (HEAD, (-0.325, -1.02), 0.032),
    ((-0.325, -1.02), (-0.40, -1.06), 0.032),
    ((-0.40, -1.06), (-0.33, -1.10), 0.032),
    ((-0.34, -1.10), (-0.14, -1.06), 0.036),
    ((0.235, -0.90), (0.25, -0.97), 0.028),
    (PEDALS, (0.13, -0.15), 0.026),
    ((0.08, -0.14), (0.19, -0.14), 0.034),
    (PEDALS, (-0.03, -0.47), 0.026),
    ((-0.08, -0.47), (0.03, -0.47), 0.034),
    ((0.12, -0.32), (0.25, 0.0), 0.026),
    ((0.23, -0.78), (0.86, -0.78), 0.026),
    ((0.80, -0.78), REAR, 0.020),
)
SADDLE = (
    (0.08, -0.985),
    (0.24, -0.995),
    (0.38, -1.02),
    (0.40, -0.96),
    (0.27, -0.93),
    (0.10, -0.95),
)
BAG = ((0.34, -0.77), (0.78, -0.77), (0.74, -0.44), (0.42, -0.44))
FLAP = ((0.33, -0.79), (0.79, -0.79), (0.76, -0.62), (0.36, -0.62))


def bicycle(plate: Plate, at: Place, scale: float, tones: tuple[str, str, str, str]) -> None:
    """Draw it around `at`, on the ground, in mm per metre; tones: frame, tyres, spokes, bag."""
    frame, tyre, spoke, bag = tones

    def to(*points: Place) -> Shape:
        return shape(*points) * scale + at

    def strokes(lines: tuple[tuple[Place, Place, float], ...]) -> list[Shape]:
        rounds = [oval(*to(end)[0], w * scale / 2, w * scale / 2) for _, end, w in lines]
        return [bar(*to(start, end), w * scale) for start, end, w in lines] + rounds

    hubs = [tuple(to(hub)[0]) for hub in (FRONT, REAR)]
    radius = WHEEL * scale
    spokes = [
        bar(hub, (hub[0] + radius * np.cos(a) * 0.95, hub[1] + radius * np.sin(a) * 0.95), 0.13)
        for hub in hubs
        for a in np.arange(20) * np.pi / 10 + 0.1
    ]
    tyres = [ring(*hub, radius, 0.044 * scale) for hub in hubs]
    rims = [ring(*hub, radius - 0.042 * scale, 0.016 * scale) for hub in hubs]
    turns = ((0.74, 0.04), (0.92, 0.12))
    guards = [
        _guard(hub, radius * 1.1, 0.03 * scale, turn) for hub, turn in zip(hubs, turns, strict=True)
    ]
    plate.fill(spokes, spoke)
    plate.fill(rims, spoke)
    plate.fill([*tyres, *(oval(*hub, 0.04 * scale, 0.04 * scale) for hub in hubs)], tyre)
    plate.fill(guards, frame)
    plate.fill(strokes(DARK), tyre)
    plate.fill(strokes(TUBES), frame)
    plate.fill([ring(*to(PEDALS)[0], 0.1 * scale, 0.03 * scale), to(*SADDLE)], tyre)
    plate.fill(to(*BAG), bag)
    plate.fill(to(*FLAP), mix(bag, frame, 0.4))
    plate.fill(to((-0.36, -0.87), (-0.36, -0.81), (-0.43, -0.80), (-0.43, -0.88)), tyre)
    plate.fill(to((-0.43, -0.89), (-0.43, -0.79), (-0.46, -0.80), (-0.46, -0.88)), "#FBF6E2")


def shadow(plate: Plate, at: Place, scale: float, fall: Place, tint: str, opacity: float) -> None:
    """Cast the bicycle's shadow on flat ground; a metre of height falls by `fall`, in metres."""
    wheels = [ring(x, y, WHEEL, 0.05) for x, y in (FRONT, REAR)]
    lines = [bar(start, end, max(w, 0.045)) for start, end, w in TUBES + DARK]
    flat = np.array([(1, 0), (-fall[0], -fall[1])])
    cast = [part @ flat * scale + at for part in (*wheels, *lines, shape(*SADDLE), shape(*BAG))]
    plate.fill(cast, tint, opacity=opacity)


def _guard(hub: Place, radius: float, width: float, turn: Place) -> Shape:
    t = np.linspace(-np.pi * turn[0], -np.pi * turn[1], 40)
    outer = np.c_[hub[0] + radius * np.cos(t), hub[1] + radius * np.sin(t)]
    inner = np.c_[hub[0] + (radius - width) * np.cos(t), hub[1] + (radius - width) * np.sin(t)]
    return np.concatenate([outer, inner[::-1]])
