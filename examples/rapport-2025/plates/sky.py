"""Sky, sun, clouds and mist."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from plates.canvas import Plate, Shade
from plates.colours import colour
from plates.noise import ramp
from plates.shapes import grown, oval


def sky(plate: Plate, stops: list[tuple[float, str]], dither: float = 0.1) -> None:
    """Cover the sheet with (y, colour) stops whose bounds dissolve into each other.

    Each grain takes the colour of a height up to half of `dither` sheets away.
    """
    whole = plate.band(plate.box.top - 1, plate.box.bottom + 1)
    _, y = plate.places(whole)
    reach = dither * (plate.box.bottom - plate.box.top)
    at = y + (plate.noise[..., 0] - 0.5) * reach
    heights = [height for height, _ in stops]
    inks = np.array([colour(tint) for _, tint in stops])
    channels = [np.interp(at, heights, inks[:, i]) for i in range(3)]
    plate.lay(whole, np.stack(channels, -1).astype(np.float32))


@dataclass(frozen=True, slots=True)
class Sun:
    """A pale disc in a halo of grains."""

    x: float
    y: float
    radius: float
    tint: str
    glow: str
    reach: float = 2.6  # of the halo, in radii

    def draw(self, plate: Plate) -> None:
        """Draw the halo over the sky, then the disc."""

        def halo(x: np.ndarray, y: np.ndarray) -> np.ndarray:
            away = np.hypot(x - self.x, y - self.y) - self.radius
            return np.clip(1 - away / (self.radius * self.reach), 0, 1) ** 2 * 0.75

        wide = self.radius * (1 + self.reach)
        around = plate.mask(oval(self.x, self.y, wide, wide))
        if around is not None:
            plate.stipple(around, Shade(self.glow, halo, 3))
        plate.fill(oval(self.x, self.y, self.radius, self.radius), self.tint)


@dataclass(frozen=True, slots=True)
class Cloud:
    """A long flat cloud on a straight foot."""

    x: float
    end: float
    foot: float
    height: float
    tint: str

    def draw(self, plate: Plate) -> None:
        """Draw the cloud in three swells."""
        t = np.linspace(0, 1, 60)
        swell = np.sin(np.pi * t) ** 0.6 * (0.7 + 0.3 * np.sin(50 * t * 0.8))
        crest = np.c_[self.x + (self.end - self.x) * t, self.foot - self.height * swell]
        plate.fill(grown(crest, self.foot + 0.3), self.tint, opacity=0.8)


def mist(plate: Plate, top: float, bottom: float, tint: str, amount: float = 0.6) -> None:
    """Strew mist over what is drawn between two heights, densest in the middle."""

    def density(x: np.ndarray, y: np.ndarray) -> np.ndarray:
        share = np.clip((y - top) / (bottom - top), 0, 1)
        return np.sin(share * np.pi).clip(0) ** 1.4 * amount

    plate.stipple(plate.band(top, bottom), Shade(tint, density, 1.1, 0.9))


def sunk(plate: Plate, top: float, bottom: float, tint: str) -> None:
    """Melt the foot of the sheet into one solid colour, whole from `bottom` down."""
    mask = plate.band(top, plate.box.bottom + 1)
    _, y = plate.places(mask)
    mask.cover[:] = ramp(top, bottom, y)[..., None]
    plate.lay(mask, colour(tint))
