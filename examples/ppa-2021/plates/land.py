"""Sky, ridges, fields, heaps and water: what lies flat or far."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from plates.canvas import Mask, Plate, Shape, rectangle, shape
from plates.colours import Colour, colour, mix


def sky(plate: Plate, stops: list, texture: float = 0.012) -> None:
    """Cover the sheet with a vertical gradient of (y, colour) stops."""
    everywhere = plate.everywhere()
    plate.lay(everywhere, plate.painted(stops, everywhere), texture=texture)


@dataclass(frozen=True, slots=True)
class Strata:
    """Long lens-shaped clouds between two heights."""

    top: float
    bottom: float
    count: int
    tint: str
    opacity: float = 0.3
    width: tuple[float, float] = (50, 190)
    blur: float = 0.4

    def draw(self, plate: Plate, seed: int) -> None:
        """Scatter the clouds over the sheet's width."""
        rng = np.random.default_rng(seed)
        for _ in range(self.count):
            width = rng.uniform(*self.width)
            x, y = rng.uniform(plate.box.left, plate.box.right), rng.uniform(self.top, self.bottom)
            height = rng.uniform(0.5, 2.6) * (0.5 + width / self.width[1])
            lens = _cloud(x, y, width, height, rng.uniform(0, 6))
            plate.fill(
                lens,
                self.tint,
                texture=0,
                blur=self.blur,
                opacity=self.opacity * rng.uniform(0.5, 1),
            )


def _cloud(x: float, y: float, width: float, height: float, phase: float) -> Shape:
    t = np.linspace(0, 1, 60)
    swell = np.sin(np.pi * t) ** 0.7
    along = x - width / 2 + width * t
    top = y - height * swell * (0.6 + 0.4 * np.sin(9 * t + phase))
    bottom = y + height * 0.35 * swell
    return np.concatenate([np.c_[along, top], np.c_[along, bottom][::-1]])


@dataclass(frozen=True, slots=True)
class Ridge:
    """The crest of a field or hill at height `y`; `slope` is its fall in mm per mm."""

    y: float
    swell: float = 2.0
    period: float = 120
    octaves: int = 2
    slope: float = 0

    def crest(self, plate: Plate, seed: int) -> Shape:
        """Return the crest's points from left to right, beyond both edges."""
        rng = np.random.default_rng(seed)
        left, right = plate.box.left - 5, plate.box.right + 5
        x = np.linspace(left, right, int((right - left) * 2))
        y = self.y + self.slope * (x - (left + right) / 2)
        for octave in range(self.octaves):
            turn = 2 * np.pi * x * 2**octave / self.period
            beat = 0.6 + 0.4 * np.sin(turn / 2.7 + rng.uniform(0, 6.28))
            y = y + self.swell / 2**octave * np.sin(turn + rng.uniform(0, 6.28)) * beat
        return np.c_[x, y]

    def draw(self, plate: Plate, paint: object, seed: int, texture: float = 0.02) -> Mask:
        """Fill all below the crest; return the mask, for furrows to stay in."""
        return fill_below(plate, self.crest(plate, seed), paint, texture)


def fill_below(plate: Plate, crest: Shape, paint: object, texture: float = 0.02) -> Mask:
    """Fill from a crest down to the sheet's foot and return the mask."""
    foot = plate.box.bottom + 3
    outline = np.concatenate([crest, [[crest[-1, 0], foot], [crest[0, 0], foot]]])
    plate.fill(outline, paint, texture=texture)
    mask = plate.mask(outline)
    assert mask is not None
    return mask


@dataclass(frozen=True, slots=True)
class Furrows:
    """Lines that meet at a vanishing point (x, y)."""

    x: float
    y: float
    count: int
    tint: str
    opacity: float = 0.4
    spread: float = 6
    duty: float = 0.4

    def draw(self, plate: Plate, clip: Mask, seed: int = 0) -> None:
        """Draw the lines inside `clip`."""
        rng = np.random.default_rng(seed)
        half = (plate.box.right - plate.box.left) * self.spread
        foot = plate.box.bottom + 40
        lines = []
        for i in range(self.count):
            at = self.x + ((i + 0.5) / self.count * 2 - 1) * half
            width = half * 2 / self.count * self.duty * rng.uniform(0.7, 1.2)
            lines.append(shape((self.x, self.y), (at + width / 2, foot), (at - width / 2, foot)))
        plate.fill(lines, self.tint, texture=0, opacity=self.opacity, clip=clip)


@dataclass(frozen=True, slots=True)
class Heap:
    """A slag heap: hollow flanks of about 40°, blunt tip, gullies, one lit flank."""

    x: float
    foot: float
    height: float
    dark: str | Colour
    lit: str | Colour
    mist: str | Colour
    side: int = 1
    steepness: float = 0.84  # tan 40°
    haze: float = 0.8

    def draw(self, plate: Plate, seed: int) -> None:
        """Draw the heap on its foot line."""
        rng = np.random.default_rng(seed)
        outline = self._outline(rng)
        mask = plate.mask(outline)
        if mask is None:
            return
        u, v = self._unroll(plate, mask)
        lit = self._light(u, v, plate.stipple[mask.window][..., 0], rng)[..., None]
        ink = colour(self.dark) * (1 - lit) + colour(self.lit) * lit
        ink = ink * (1 - 0.15 * self._gullies(u, v, rng)[..., None])
        haze = np.interp(v, [0, 0.55, 1], [0, 0.22 * self.haze / 0.8, self.haze])[..., None]
        ink = ink * (1 - haze) + colour(self.mist) * haze
        plate.lay(mask, ink.astype(np.float32), texture=0.025)

    @property
    def half(self) -> float:
        """Return half the width at the foot."""
        return self.height / self.steepness

    def _profile(self) -> tuple[np.ndarray, np.ndarray]:
        t = np.linspace(0, 1, 90)
        return t, (1 - t) - 0.10 * np.sin(np.pi * t)

    def _outline(self, rng: np.random.Generator) -> Shape:
        t, rise = self._profile()
        sides = []
        for sign, tip in ((-1, 0.042), (1, 0.026)):
            wander = np.cumsum(rng.standard_normal(90)) * 0.0016
            wander -= np.linspace(wander[0], wander[-1], 90)
            x = self.x + sign * self.half * (tip + t * (1 - tip))
            drop = 0.015 if sign > 0 else 0
            y = self.foot - self.height * np.maximum(0, rise + wander - drop * (t < 0.01))
            sides.append(np.c_[x, y])
        base = shape((self.x + self.half, self.foot + 3), (self.x - self.half, self.foot + 3))
        return np.concatenate([sides[0][::-1], sides[1], base])

    def _unroll(self, plate: Plate, mask: Mask) -> tuple[np.ndarray, np.ndarray]:
        x, y = plate.places(mask)
        t, rise = self._profile()
        v = np.clip((y - self.foot + self.height) / self.height, 0, 1)
        width = self.half * (0.035 + np.interp(v, 1 - rise, t))
        return (x - self.x) / width, np.broadcast_to(v, (y.shape[0], x.shape[1]))

    def _light(
        self, u: np.ndarray, v: np.ndarray, stipple: np.ndarray, rng: np.random.Generator
    ) -> np.ndarray:
        ribs = np.interp(u, np.linspace(-1.1, 1.1, 26), rng.standard_normal(26))
        wave = np.interp(v, np.linspace(0, 1, 22), rng.standard_normal(22))
        edge = self.side * u - 0.10 - 0.16 * v + 0.10 * ribs * (0.25 + v) + 0.035 * wave
        return np.clip((edge + 0.05 * stipple) / 0.10 + 0.5, 0, 1)

    def _gullies(self, u: np.ndarray, v: np.ndarray, rng: np.random.Generator) -> np.ndarray:
        depth = np.interp(u, np.linspace(-1.1, 1.1, 110), rng.standard_normal(110))
        start = np.interp(u, np.linspace(-1.1, 1.1, 60), rng.uniform(0.05, 0.6, 60))
        reach = np.clip((v - start) / 0.15, 0, 1) * np.clip((1.02 - v) / 0.25, 0, 1)
        return np.clip((depth - 0.6) / 0.5, 0, 1) * reach


@dataclass(frozen=True, slots=True)
class Water:
    """Still water from a shore line down: the picture above, mirrored and torn."""

    shore: float
    stops: list  # own colour by height
    mirror: float = 0.75  # share of the reflection at the shore
    fading: float = 0.35  # the same at the sheet's foot
    tear: float = 1.0

    def draw(self, land: Plate, behind: Plate, seed: int, clip: Mask | None = None) -> Mask:
        """Reflect what stands above the shore, inside `clip`; return the water's mask."""
        mask = land.below(self.shore, 0)
        if clip is not None:
            mask = mask.within(clip)
        _, y = land.places(mask)
        image = self._mirrored(land, behind, y[:, 0], np.random.default_rng(seed))
        own = land.painted(self.stops, mask)
        share = np.interp(y, [self.shore, land.box.bottom], [self.mirror, self.fading])[..., None]
        land.lay(mask, (image * share + own * (1 - share)).astype(np.float32), texture=0.012)
        return mask

    def _mirrored(
        self, land: Plate, behind: Plate, y: np.ndarray, rng: np.random.Generator
    ) -> np.ndarray:
        above = land.rgb + behind.rgb * (1 - land.alpha)
        depth = np.maximum(y - self.shore, 0)
        band = np.floor(9 * np.log1p(depth / 2)).astype(int)  # bands grow towards the eye
        jitter = rng.standard_normal(band.max() + 1)[band] * np.sqrt(depth + 0.3) * self.tear
        sway = rng.standard_normal(len(y)) * 0.07 * np.sqrt(depth + 0.1) * self.tear
        source = (self.shore - depth * 0.92 + 0.10 * jitter - land.box.top) * land.scale
        rows = np.clip(source.astype(int), 0, int((self.shore - land.box.top) * land.scale) - 1)
        shifts = ((0.13 * jitter + sway) * land.scale).astype(int)
        columns = np.clip(np.arange(land.width)[None, :] + shifts[:, None], 0, land.width - 1)
        return above[rows[:, None], columns]


def ripples(
    plate: Plate, clip: Mask, area: tuple[float, float], count: int, tint: str, seed: int
) -> None:
    """Scatter thin glints between two heights; they grow towards the foot."""
    rng = np.random.default_rng(seed)
    top, bottom = area
    for _ in range(count):
        nearness = rng.random() ** 1.4
        x = rng.uniform(plate.box.left, plate.box.right)
        width, height = 4 + 40 * nearness * rng.uniform(0.3, 1), 0.16 + 0.55 * nearness
        t = np.linspace(0, 1, 20)
        swell = height * np.sin(np.pi * t) / 2
        along, y = x - width / 2 + width * t, top + nearness * (bottom - top)
        lens = np.concatenate([np.c_[along, y - swell], np.c_[along, y + swell][::-1]])
        plate.fill(lens, tint, texture=0, opacity=0.28, clip=clip)


def haze(plate: Plate, y: float, height: float, tint: str | Colour, opacity: float) -> None:
    """Lay a band of mist over what is drawn, only where it is drawn."""
    band = rectangle(plate.box.left - 60, y - height / 2, 600, height)
    mask = plate.mask(band, height / 3)
    if mask is not None:
        there = Mask(mask.x, mask.y, mask.cover * plate.alpha[mask.window])
        plate.lay(there, colour(tint), opacity=opacity)


def sunk(plate: Plate, y: float, blur: float, tint: str) -> Mask:
    """Melt all below `y` into one solid colour; return the mask."""
    mask = plate.below(y, blur)
    plate.lay(mask, colour(tint))
    return mask


def veil(plate: Plate, y: float, tint: str, opacity: float) -> None:
    """Quieten the foot below `y`, so that a light caption stands on even dark."""
    plate.lay(plate.below(y, 6), colour(tint), opacity=opacity)


def faded(tint: str | Colour, mist: str | Colour, top: float, foot: float) -> list:
    """Return stops from a tint at its crest to mist at its foot."""
    return [(top, mix(tint, mist, 0.12)), (foot, mix(tint, mist, 0.6))]
