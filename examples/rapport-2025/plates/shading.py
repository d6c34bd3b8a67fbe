"""Fields that recur: darker downwards, darker away from the light."""

from __future__ import annotations

import numpy as np

from plates.canvas import Field


def deeper(top: float, depth: float, most: float = 1) -> Field:
    """Return a field that grows from 0 at `top` to `most`, `depth` mm below (above, if < 0)."""
    return lambda x, y: np.clip((y - top) / depth, 0, 1) * most


def turned(x: float, half: float, side: int = -1, ripple: float = 0) -> Field:
    """Return a field of a round or upright body around x, lit from `side` (−1 left, 1 right).

    `ripple` makes the edge of the shade uneven, as on leaves.
    """
    return lambda at, y: np.clip(
        0.5 - side * (at - x) / (half * 1.5) + ripple * np.sin(y * 2 / half + x), 0, 1
    )
