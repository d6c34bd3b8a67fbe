"""Trees, hedges and reeds; all stand on a line y and hide behind the next field."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from plates.canvas import Plate, Shape, rectangle, shape
from plates.colours import Colour, mix


def blob(x: float, y: float, radius: float, rng: np.random.Generator) -> Shape:
    """Return a crown: a round with a lightly scalloped rim."""
    t = np.linspace(0, 2 * np.pi, 40)
    rim = 1 + 0.05 * np.sin(5 * t + rng.uniform(0, 6)) + 0.025 * np.sin(11 * t + rng.uniform(0, 6))
    return np.c_[x + 1.12 * radius * np.cos(t) * rim, y + radius * np.sin(t) * rim]


def leaf(x: float, y: float, width: float, height: float, lean: float = 0) -> Shape:
    """Return an upright lens from its foot (x, y) to a point, leaning by `lean` mm."""
    t = np.linspace(0, 1, 18)
    half = width / 2 * np.sin(np.pi * t**0.72) ** 0.85
    axis, rise = x + lean * t**1.3, y - height * t
    return np.concatenate([np.c_[axis - half, rise], np.c_[axis + half, rise][::-1]])


@dataclass(frozen=True, slots=True)
class Leaves:
    """Two tones of a foliage and the side the light comes from."""

    dark: str | Colour
    lit: str | Colour
    side: int = 1
    glow: float = 0.55


@dataclass(frozen=True, slots=True)
class Hedge:
    """A line of crowns from x to `end`, `height` above y."""

    x: float
    end: float
    y: float
    height: float
    density: float = 1.0
    skirt: float = 6  # how far it goes down behind the next field

    def draw(self, plate: Plate, leaves: Leaves, seed: int) -> None:
        """Draw the crowns, then their lit caps."""
        rng = np.random.default_rng(seed)
        crowns, caps, x = [], [], self.x
        while x < self.end:
            ends = min(x - self.x, self.end - x) / (2.5 * self.height)
            radius = self.height * rng.uniform(0.28, 0.58) * min(1, 0.5 + 0.5 * ends)
            y = self.y - radius * rng.uniform(0.3, 0.95) * np.clip(ends * 1.5, 0, 1)
            crowns.append(blob(x, y, radius, rng))
            offset = 0.34 * radius * leaves.side
            caps.append(blob(x + offset, y - 0.34 * radius, 0.50 * radius, rng))
            x += radius * rng.uniform(0.5, 1.3) / self.density
        base = rectangle(
            self.x + self.height * 0.6,
            self.y - self.height * 0.12,
            self.end - self.x - self.height * 1.2,
            self.skirt,
        )
        crowns.append(base)
        plate.fill(crowns, leaves.dark, texture=0.03)
        plate.fill(
            caps,
            leaves.lit,
            opacity=leaves.glow,
            blur=self.height * 0.06,
            clip=plate.mask(crowns),
            dusty=True,
        )


@dataclass(frozen=True, slots=True)
class Tree:
    """A round tree on its trunk at (x, y)."""

    x: float
    y: float
    height: float
    breadth: float = 0.75  # of the crown, in heights
    clumps: int = 13
    fine: float = 1.0  # a near tree shows more and smaller clumps

    def draw(self, plate: Plate, leaves: Leaves, seed: int) -> None:
        """Draw trunk and crown, then the clumps from the back to the front."""
        rng = np.random.default_rng(seed)
        h = self.height
        trunk = shape(
            (self.x - h * 0.025, self.y + 0.5),
            (self.x - h * 0.012, self.y - h * 0.5),
            (self.x + h * 0.012, self.y - h * 0.5),
            (self.x + h * 0.025, self.y + 0.5),
        )
        plate.fill(trunk, mix(leaves.dark, "#0A2A43", 0.45), texture=0)
        plate.fill(
            blob(self.x, self.y - h * 0.56, h * self.breadth * 0.40, rng), leaves.dark, texture=0.03
        )
        turns = np.arange(self.clumps) * 2.39996 + rng.uniform(0, 6)  # golden angle: no pattern
        reach = np.sqrt((np.arange(self.clumps) + 0.6) / self.clumps)
        for u, v in sorted(
            zip(reach * np.cos(turns), reach * np.sin(turns), strict=True),
            key=lambda place: place[1],
        ):
            self._clump(plate, leaves, (u, v), rng)

    def _clump(
        self, plate: Plate, leaves: Leaves, place: tuple[float, float], rng: np.random.Generator
    ) -> None:
        h, half, (u, v) = self.height, self.height * self.breadth / 2, place
        radius = half * rng.uniform(0.34, 0.46) * self.fine
        spread = 1 - self.fine  # smaller clumps sit nearer the rim, to cover the body behind
        x = self.x + u * half * (0.68 + 0.36 * spread)
        y = self.y - h * 0.56 + v * h * (0.27 + 0.17 * spread)
        tone = np.clip(0.42 + 0.36 * u * leaves.side - 0.34 * v + rng.uniform(-0.1, 0.1), 0, 1)
        crown = blob(x, y, radius, rng)
        plate.fill(crown, mix(leaves.dark, leaves.lit, 0.30 * tone), texture=0.03)
        cap = blob(x + 0.20 * radius * leaves.side, y - 0.26 * radius, radius * 0.74, rng)
        plate.fill(
            cap,
            mix(leaves.dark, leaves.lit, tone),
            texture=0.03,
            blur=radius * 0.13,
            clip=plate.mask(crown),
            dusty=True,
            opacity=0.9,
        )


@dataclass(frozen=True, slots=True)
class Poplar:
    """A Lombardy poplar on its trunk: upright tufts inside a narrow flame."""

    x: float
    y: float
    height: float
    width: float

    def draw(self, plate: Plate, leaves: Leaves, seed: int) -> None:
        """Draw trunk, body and tufts, the lowest last."""
        rng = np.random.default_rng(seed + 900)
        h, w = self.height, self.width
        bark = mix(leaves.dark, "#0A2A43", 0.5)
        plate.fill(
            shape(
                (self.x - w * 0.07, self.y),
                (self.x - w * 0.035, self.y - h * 0.2),
                (self.x + w * 0.035, self.y - h * 0.2),
                (self.x + w * 0.07, self.y),
            ),
            bark,
            texture=0,
        )
        plate.fill(leaf(self.x, self.y - h * 0.07, w * 0.86, h * 0.92), leaves.dark, texture=0.03)
        count = int(50 + 0.8 * h)
        for rise in np.sort(rng.uniform(0, 0.90, count))[::-1]:
            self._tuft(plate, leaves, rise, rng)

    def _tuft(self, plate: Plate, leaves: Leaves, rise: float, rng: np.random.Generator) -> None:
        u = rng.uniform(-1, 1)
        half = self.width / 2 * np.sin(np.pi * (0.10 + 0.88 * rise) ** 0.8) ** 0.8
        x, y = self.x + u * half * 0.72, self.y - self.height * (0.06 + 0.88 * rise)
        fine = 1 / (1 + self.height / 160)  # a near tree shows more and smaller tufts
        length = self.height * rng.uniform(0.09, 0.19) * (1 - 0.35 * rise) * fine
        width = self.width * rng.uniform(0.12, 0.24) * (1 - 0.5 * rise) * fine**0.5
        tone = np.clip(0.34 + 0.5 * u * leaves.side + rng.uniform(-0.22, 0.22), 0, 1)
        tuft = leaf(x, y, width, length, lean=-0.05 * u * self.width * (1 - rise))
        plate.fill(tuft, mix(leaves.dark, leaves.lit, tone), texture=0.03, opacity=0.72)


@dataclass(frozen=True, slots=True)
class Willow:
    """A willow whose strands hang from a broad crown."""

    x: float
    y: float
    height: float
    breadth: float = 1.0

    def draw(self, plate: Plate, leaves: Leaves, seed: int) -> None:
        """Draw trunk, crown and hanging strands, the uppermost last."""
        rng = np.random.default_rng(seed)
        h, half = self.height, self.height * self.breadth / 2
        self._boughs(plate, mix(leaves.dark, "#0A2A43", 0.55))
        crowns = [blob(self.x, self.y - h * 0.62, half * 0.50, rng)]
        for a in np.linspace(0.15, np.pi - 0.15, 8):
            x, y = self.x + half * 0.56 * np.cos(a), self.y - h * (0.55 + 0.17 * np.sin(a))
            crowns.append(blob(x, y, half * rng.uniform(0.27, 0.33), rng))
        plate.fill(crowns, mix(leaves.dark, leaves.lit, 0.10), texture=0.03)
        for share in np.sort(rng.random(520) ** 1.2)[::-1]:
            self._strand(plate, leaves, share, rng)

    def _boughs(self, plate: Plate, bark: Colour) -> None:
        x, y, h = self.x, self.y, self.height
        trunk = shape(
            (x - h * 0.055, y + 1),
            (x - h * 0.030, y - h * 0.12),
            (x - h * 0.03, y - h * 0.34),
            (x - h * 0.16, y - h * 0.62),
            (x - h * 0.12, y - h * 0.62),
            (x + h * 0.005, y - h * 0.40),
            (x + h * 0.13, y - h * 0.62),
            (x + h * 0.17, y - h * 0.62),
            (x + h * 0.045, y - h * 0.30),
            (x + h * 0.035, y - h * 0.10),
            (x + h * 0.06, y + 1),
        )
        plate.fill(trunk, bark, texture=0)

    def _strand(self, plate: Plate, leaves: Leaves, share: float, rng: np.random.Generator) -> None:
        h, half = self.height, self.height * self.breadth / 2
        u = rng.uniform(-0.97, 0.97)
        dome = 0.53 + 0.42 * np.sqrt(max(0, 1 - u * u))
        top = self.y - h * (dome - 0.36 * share * rng.uniform(0.7, 1))
        length = min(h * rng.uniform(0.14, 0.36), (self.y - h * 0.10 - top) * rng.uniform(0.7, 1))
        light = 0.36 + 0.34 * u * leaves.side - 0.22 * share
        tone = np.clip(light + rng.uniform(-0.26, 0.30), 0, 1)
        strand = leaf(
            self.x + u * half * 0.96,
            top,
            h * rng.uniform(0.014, 0.030),
            -length,
            lean=u * half * 0.12,
        )
        plate.fill(strand, mix(leaves.dark, leaves.lit, tone), texture=0.02, opacity=0.8)


@dataclass(frozen=True, slots=True)
class Copse:
    """A small wood on a slope, its foot as uneven as its crown."""

    x: float
    y: float
    width: float
    height: float
    slope: float = 0

    def draw(self, plate: Plate, leaves: Leaves, seed: int) -> None:
        """Draw the wood as crowns along a lens."""
        rng = np.random.default_rng(seed)
        crowns = []
        for t in rng.permutation(np.linspace(-1, 1, int(3 * self.width / self.height))):
            size = self.height * 0.5 * (1.1 - 0.8 * t * t) * rng.uniform(0.7, 1.2)
            x = self.x + t * self.width / 2
            y = self.y + self.slope * (x - self.x) - size * rng.uniform(-0.1, 0.7)
            crowns.append((x, y, size))
        for x, y, size in sorted(crowns, key=lambda crown: crown[1]):
            crown = blob(x, y, size, rng)
            plate.fill(crown, leaves.dark, texture=0.02)
            plate.fill(
                blob(x + 0.2 * size * leaves.side, y - 0.28 * size, size * 0.66, rng),
                leaves.lit,
                opacity=leaves.glow,
                blur=size * 0.12,
                dusty=True,
            )


@dataclass(frozen=True, slots=True)
class Reeds:
    """Blades between x and `end` that rise from y; taller in the middle of the clump."""

    x: float
    end: float
    y: float
    height: float
    count: int
    heads: int = 6  # one blade in so many bears a head
    wind: float = 5

    def draw(self, plate: Plate, tones: tuple[str, str, str], seed: int) -> None:
        """Draw the blades from `tones` (dark, light, head)."""
        rng = np.random.default_rng(seed)
        for i in range(self.count):
            x = rng.uniform(self.x, self.end)
            place = (x - self.x) / (self.end - self.x)
            h = self.height * rng.uniform(0.35, 1) * (0.45 + 0.55 * np.sin(np.pi * place))
            lean = rng.normal(self.wind * 0.3, abs(self.wind) * 0.6) * h / self.height
            blade = leaf(x, self.y, 0.3 + 0.022 * h, h, lean)
            plate.fill(blade, mix(tones[0], tones[1], rng.random() ** 1.5), texture=0)
            if self.heads and i % self.heads == 0:
                plate.fill(
                    leaf(x + lean, self.y - h + h * 0.06, 0.4 + 0.03 * h, h * 0.17),
                    tones[2],
                    texture=0,
                )
