"""Outlines in millimetres: arrays of points (x, y), y downwards."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

Shape = np.ndarray
Place = tuple[float, float]


def shape(*points: Place) -> Shape:
    """Return the polygon through the given points."""
    return np.array(points, float)


def placed(at: Place, scale: float, *points: Place) -> Shape:
    """Return a polygon drawn around (0, 0), scaled and moved to `at`."""
    return np.array(points, float) * scale + at


def rectangle(x: float, y: float, width: float, height: float) -> Shape:
    """Return the rectangle with its top left corner at (x, y)."""
    return shape((x, y), (x + width, y), (x + width, y + height), (x, y + height))


def standing(x: float, foot: float, width: float, height: float, taper: float = 1) -> Shape:
    """Return an upright block centred on x; its head is `taper` times as wide as its foot."""
    half, head = width / 2, width / 2 * taper
    top = foot - height
    return shape((x - half, foot), (x + half, foot), (x + head, top), (x - head, top))


def bar(start: Place, end: Place, width: float) -> Shape:
    """Return a straight stroke as a shape."""
    run = np.subtract(end, start)
    side = np.array([-run[1], run[0]]) / np.hypot(*run) * width / 2
    return np.array([start + side, end + side, end - side, start - side])


def oval(x: float, y: float, across: float, down: float) -> Shape:
    """Return an ellipse by its half axes."""
    t = np.linspace(0, 2 * np.pi, 72)
    return np.c_[x + across * np.cos(t), y + down * np.sin(t)]


def ring(x: float, y: float, radius: float, width: float) -> Shape:
    """Return a circle's rim, its inner edge walked back so that the middle stays open."""
    outer, inner = oval(x, y, radius, radius), oval(x, y, radius - width, radius - width)
    return np.concatenate([outer, inner[::-1]])


def arched(x: float, foot: float, width: float, height: float) -> Shape:
    """Return a round-headed opening; (x, foot) is the middle of its sill."""
    t = np.linspace(0, np.pi, 16)
    half = width / 2
    head = np.c_[x + half * np.cos(t), foot - height + half - half * np.sin(t)]
    return np.concatenate([[[x + half, foot]], head, [[x - half, foot]]])


def lancet(x: float, foot: float, width: float, height: float) -> Shape:
    """Return a pointed opening; (x, foot) is the middle of its sill."""
    half, spring = width / 2, foot - height * 0.72
    return shape(
        (x - half, foot),
        (x + half, foot),
        (x + half, spring),
        (x, foot - height),
        (x - half, spring),
    )


def flame(x: float, foot: float, width: float, height: float, rim: np.ndarray) -> Shape:
    """Return an upright flame-like crown; `rim` scales its half width from foot to tip."""
    t = np.linspace(0, 1, len(rim))
    half = width / 2 * np.sin(np.pi * np.minimum(1, t * 1.02) ** 0.62).clip(0) ** 0.85 * rim
    y = foot - height * t
    return np.concatenate([np.c_[x - half, y], np.c_[x + half, y][::-1]])


def blade(x: float, foot: float, width: float, height: float, lean: float) -> Shape:
    """Return a blade of grass: a thin triangle that leans by `lean` mm."""
    return shape((x - width / 2, foot), (x + width / 2, foot), (x + lean, foot - height))


def grown(points: Sequence[Place] | Shape, foot: float) -> Shape:
    """Close a crest given from left to right down to a straight foot."""
    crest = np.asarray(points, float)
    return np.concatenate([crest, [[crest[-1, 0], foot], [crest[0, 0], foot]]])
