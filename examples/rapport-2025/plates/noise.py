"""Ramps and seeded wandering: the two curves everything irregular is made of."""

from __future__ import annotations

import numpy as np

TABLE = 4096


def ramp(start: float, end: float, at: np.ndarray | float) -> np.ndarray:
    """Return 0 before `start`, 1 after `end`, a smooth step between; `end` may come first."""
    t = np.clip((np.asarray(at, np.float32) - start) / (end - start), 0, 1)
    return t * t * (3 - 2 * t)


def wander(at: np.ndarray, seed: int) -> np.ndarray:
    """Return a smooth random curve between 0 and 1; its bumps are one unit of `at` long."""
    heights = np.random.default_rng(seed).random(TABLE).astype(np.float32)
    place = at + 1000
    knot = np.floor(place).astype(int)
    share = ramp(0, 1, place - knot)
    return heights[knot % TABLE] * (1 - share) + heights[(knot + 1) % TABLE] * share
