"""Colours of the plates; triples of floats between 0 and 1."""

from __future__ import annotations

import numpy as np

Colour = np.ndarray

NUIT = "#0D3451"  # the layout's nuit: the cover's title stands on it
LAMP = "#FBE2AA"  # a lit window


def colour(value: str | Colour) -> Colour:
    """Return a colour given as `#RRGGBB` or already as a triple."""
    if not isinstance(value, str):
        return np.asarray(value, np.float32)
    digits = value.lstrip("#")
    return np.array([int(digits[i : i + 2], 16) for i in (0, 2, 4)], np.float32) / 255


def mix(first: str | Colour, second: str | Colour, share: float) -> Colour:
    """Return `first` with `share` (0 to 1) of `second` in it."""
    return colour(first) * (1 - share) + colour(second) * share
