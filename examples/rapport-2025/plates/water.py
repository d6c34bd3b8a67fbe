"""Water, and the barge on it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from plates.canvas import Mask, Plate, Shade
from plates.colours import colour
from plates.noise import wander
from plates.shading import deeper
from plates.shapes import Place, Shape, placed


@dataclass(frozen=True, slots=True)
class Water:
    """Still water below a shore: the picture above, mirrored and torn.

    A shore may rise to the right by `slope`; `shore` is then its height at x = 0.
    """

    shore: float
    tint: str
    dark: str
    glint: str
    own: float = 0.2  # share of the water's own tint
    ripple: float = 0.7
    depth: float = 100  # mm from the shore to where the dark is whole
    slope: float = 0

    def draw(self, plate: Plate, outline: Shape, seed: int = 77) -> None:
        """Reflect inside `outline`, darken with nearness, strew glints."""
        mask = plate.mask(outline)
        if mask is None:
            return
        image = self._mirrored(plate, mask, seed)
        plate.lay(mask, image * (1 - self.own) + colour(self.tint) * self.own)

        def near(x: np.ndarray, y: np.ndarray) -> np.ndarray:
            bands = (wander(y * 1.1, seed + 1) - 0.5) * 0.35
            return np.clip((y - self.shore) / self.depth * 1.1 - 0.15 + bands, 0, 1) * 0.9

        def glints(x: np.ndarray, y: np.ndarray) -> np.ndarray:
            lines = wander(y * 1.7, seed + 2) * wander(x * 0.05 + y * 3.1, seed + 3)
            return np.clip((lines - 0.52) * 3, 0, 0.8)

        plate.stipple(mask, Shade(self.dark, near, 3))
        plate.stipple(mask, Shade(self.glint, glints, 3, 0.8))

    def _mirrored(self, plate: Plate, mask: Mask, seed: int) -> np.ndarray:
        x, y = plate.places(mask)
        shore = self.shore - self.slope * x
        source = (shore - np.maximum(y - shore, 0) - plate.box.top) * plate.scale
        rows = np.clip(source.astype(int), 0, plate.height - 1)
        depth = np.maximum(y[:, 0] - self.shore, 0)
        tear = (wander(y[:, 0] * 2.2, seed) - 0.5) * np.clip(depth / 30, 0.05, 1.4)
        shift = (tear * 3 * self.ripple * plate.scale).astype(int)
        columns = np.arange(mask.x, mask.x + mask.cover.shape[1])
        turned = np.clip(columns[None, :] + shift[:, None], 0, plate.width - 1)
        return plate.seen()[rows, turned]


HULL = ((0, 0), (37, 0), (38, -2.6), (35.8, -2.3), (0.9, -2.0), (-0.8, -2.8))
CARGO = ((4, -2.0), (28, -2.1), (27.6, -3.0), (4.6, -2.9))
CABIN = ((30.4, -2.2), (35.7, -2.3), (35.5, -4.9), (30.8, -4.9))
ROOF = ((30.2, -4.9), (36.1, -4.9), (35.9, -5.3), (30.4, -5.3))
PANE = ((0, -4.4), (1.1, -4.4), (1.1, -3.5), (0, -3.5))


def barge(plate: Plate, at: Place, length: float, tones: tuple[str, str, str]) -> None:
    """Draw a loaded barge, its bow at `at`; `tones` are hull, shade and what it carries."""
    (x, line), k = at, length / 38
    hull, dark, load = tones
    plate.fill(placed(at, k, *HULL), hull, Shade(dark, deeper(line - 2.6 * k, 2.6 * k)))
    plate.fill(placed(at, k, *CARGO), load, Shade(dark, 0.25))
    plate.fill([placed(at, k, *CABIN), placed(at, k, *ROOF)], load)
    panes = [placed((x + (31.3 + i * 1.45) * k, line), k, *PANE) for i in range(3)]
    plate.fill(panes, dark)
