"""A patchwork of parcels on the plane below a horizon."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

import numpy as np

from plates.canvas import Plate, Shade
from plates.colours import colour
from plates.noise import ramp

STRIPS = 900
Measure = TypeVar("Measure", float, np.ndarray)


@dataclass(frozen=True)
class Plane:
    """Flat land seen from `eye` metres up: (across, away) in metres to millimetres and back."""

    horizon: float
    x: float  # the vanishing point of what runs straight away
    focus: float = 150
    eye: float = 48
    turn: float = 0.5  # of the parcels against the line of sight, in radians

    def project(self, across: Measure, away: Measure) -> tuple[Measure, Measure, Measure]:
        """Return x, y and the scale (mm per m) of a place."""
        scale = self.focus / away
        return self.x + across * scale, self.horizon + self.eye * scale, scale

    def turned(self, along: float, aside: float) -> tuple[float, float]:
        """Return (across, away) of a place given along the parcels' own axes."""
        c, s = np.cos(self.turn), np.sin(self.turn)
        return along * c + aside * s, aside * c - along * s

    def parcels(self, x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return along, aside and away of every place in a window."""
        away = self.focus * self.eye / np.maximum(y - self.horizon, 0.02)
        across = (x - self.x) * away / self.focus
        c, s = np.cos(self.turn), np.sin(self.turn)
        return across * c - away * s, across * s + away * c, away


@dataclass(frozen=True)
class Patchwork:
    """Parcels in strips of about `breadth` metres, cut to about `length` each."""

    plane: Plane
    crops: tuple[tuple[str, float], ...]  # colours with their weights
    bound: str  # of the tracks between parcels
    haze: tuple[str, float, float]  # tint, metres where it begins, metres where it is whole
    breadth: float = 38
    length: float = 92
    seed: int = 7

    def draw(self, plate: Plate) -> None:
        """Draw parcels, furrows and tracks, then the haze of the distance."""
        mask = plate.band(self.plane.horizon, plate.box.bottom + 1)
        along, aside, away = self.plane.parcels(*plate.places(mask))
        strip = np.searchsorted(self._edges, aside.ravel()).reshape(aside.shape)
        length = self._lengths[strip]
        place = (along + self._starts[strip]) / length
        piece = np.floor(place).astype(np.int64)
        lot = ((strip * 73856093) ^ (piece * 19349663)) & 0x7FFFFFFF
        ink = self._crops(lot)
        coarse = away / self.plane.focus / plate.scale  # metres in one pixel
        ink *= 1 - 0.1 * self._furrows(along, aside, lot, coarse, plate.noise[mask.window][..., 0])
        to_end = np.minimum(place - piece, 1 - (place - piece)) * length
        low, high = (
            self._edges[np.clip(strip - 1, 0, None)],
            self._edges[np.clip(strip, 0, STRIPS - 1)],
        )
        to_bound = np.minimum(to_end, np.minimum(aside - low, high - aside))
        track = ramp(1, 0.2, to_bound / (1 + coarse * 0.6)) * np.clip(0.65 / coarse, 0, 1)
        track = (track * 0.75)[..., None]
        plate.lay(mask, (ink * (1 - track) + colour(self.bound) * track).astype(np.float32))
        tint, near, far = self.haze
        distance = np.log(away / near) / np.log(far / near)
        plate.stipple(mask, Shade(tint, lambda x, y: np.clip(distance, 0, 1), 1.2))

    @cached_property
    def _edges(self) -> np.ndarray:
        widths = np.random.default_rng(self.seed).uniform(0.5, 1.7, STRIPS) * self.breadth
        return np.cumsum(widths) - self.breadth * 420

    @cached_property
    def _starts(self) -> np.ndarray:
        return np.random.default_rng(self.seed + 1).uniform(0, 1000, STRIPS + 1)

    @cached_property
    def _lengths(self) -> np.ndarray:
        return np.random.default_rng(self.seed + 2).uniform(0.55, 1.6, STRIPS + 1) * self.length

    def _crops(self, lot: np.ndarray) -> np.ndarray:
        inks = np.array([colour(tint) for tint, _ in self.crops])
        weights = np.cumsum([weight for _, weight in self.crops])
        pick = np.searchsorted(weights / weights[-1], (lot % 9973) / 9973)
        return inks[np.clip(pick, 0, len(inks) - 1)]

    @staticmethod
    def _furrows(
        along: np.ndarray, aside: np.ndarray, lot: np.ndarray, coarse: np.ndarray, noise: np.ndarray
    ) -> np.ndarray:
        """Return where furrows darken a parcel; they fade out before they would flicker."""
        across = np.where((lot // 9973) % 2 == 1, along, aside)
        period = np.where((lot // 20011) % 3 == 0, 1.6, 3.0)
        wave = np.sin(across / period * 2 * np.pi) * 0.5 + 0.5
        shown = np.clip(period / (coarse * 3.5) - 0.6, 0, 1)
        return (np.clip((wave * 0.75 - noise * 0.9) * 3 + 0.2, 0, 1) * shown)[..., None]
