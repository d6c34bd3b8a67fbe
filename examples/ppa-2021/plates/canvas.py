"""The sheet: shapes in millimetres from the trim's top left corner, laid one over the other.

A sheet keeps colour premultiplied by coverage, so that land can be drawn on nothing and be saved
with its mask. Masks cover only the window of their shape: a small shape costs little. Every
random number comes from a seed, so the same script gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from plates.colours import Colour, colour

OVERSAMPLING = 3
Shape = np.ndarray  # n points (x, y) in mm


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in mm from the trim's top left corner; bleed lies at negative places."""

    left: float
    top: float
    right: float
    bottom: float


PAGE = Box(-5, -5, 215, 302)
SPREAD_HEAD = Box(-5, -5, 425, 69.5)


@dataclass(frozen=True, slots=True)
class Mask:
    """Coverage (0 to 1) of a window whose top left pixel is (x, y)."""

    x: int
    y: int
    cover: np.ndarray

    @property
    def window(self) -> tuple[slice, slice]:
        """Return the window as slices of the sheet's arrays."""
        height, width = self.cover.shape[:2]
        return slice(self.y, self.y + height), slice(self.x, self.x + width)

    def within(self, clip: Mask) -> Mask:
        """Return this mask where `clip` covers too."""
        rows, columns = self.window
        there, across = clip.window
        cover = np.zeros_like(self.cover)
        top, bottom = max(rows.start, there.start), min(rows.stop, there.stop)
        left, right = max(columns.start, across.start), min(columns.stop, across.stop)
        if top < bottom and left < right:
            mine = np.s_[top - self.y : bottom - self.y, left - self.x : right - self.x]
            its = np.s_[top - clip.y : bottom - clip.y, left - clip.x : right - clip.x]
            cover[mine] = self.cover[mine] * clip.cover[its]
        return Mask(self.x, self.y, cover)


def shape(*points: tuple[float, float]) -> Shape:
    """Return the polygon through the given points."""
    return np.array(points, float)


def rectangle(x: float, y: float, width: float, height: float) -> Shape:
    """Return the rectangle with its top left corner at (x, y)."""
    return shape((x, y), (x + width, y), (x + width, y + height), (x, y + height))


class Plate:
    """A sheet of one picture or of one layer of it."""

    def __init__(self, box: Box, dpi: int, seed: int) -> None:
        self.box = box
        self.scale = dpi / 25.4
        self.width = round((box.right - box.left) * self.scale)
        self.height = round((box.bottom - box.top) * self.scale)
        self.rgb = np.zeros((self.height, self.width, 3), np.float32)
        self.alpha = np.zeros((self.height, self.width, 1), np.float32)
        self.rng = np.random.default_rng(seed)
        self.paper = 0.28 * self.noise(70, 1.1) + 0.75 * self.noise(26, 9)
        self.stipple = self.noise(0.20, 0.20)

    def noise(self, across: float, down: float) -> np.ndarray:
        """Return a field of normal noise whose grains measure `across` × `down` mm."""
        columns = max(2, int((self.box.right - self.box.left) / across) + 2)
        rows = max(2, int((self.box.bottom - self.box.top) / down) + 2)
        grains = Image.fromarray(self.rng.standard_normal((rows, columns)).astype(np.float32))
        return np.asarray(grains.resize((self.width, self.height), Image.Resampling.BICUBIC))[
            ..., None
        ]

    def mask(self, shapes: Shape | Sequence[Shape], blur: float = 0) -> Mask | None:
        """Return the coverage of the shapes, or None when they lie off the sheet."""
        shapes = [shapes] if isinstance(shapes, np.ndarray) else shapes
        origin = (self.box.left, self.box.top)
        placed = [(points - origin) * self.scale for points in shapes]
        low = np.min([p.min(0) for p in placed], 0) - 3 * blur * self.scale - 1
        high = np.max([p.max(0) for p in placed], 0) + 3 * blur * self.scale + 2
        x, y = (int(max(0, v)) for v in low)
        width, height = min(self.width, int(high[0])) - x, min(self.height, int(high[1])) - y
        if width <= 0 or height <= 0:
            return None
        return Mask(
            x, y, _cover([p - (x, y) for p in placed], (width, height), float(blur * self.scale))
        )

    def fill(
        self,
        shapes: Shape | Sequence[Shape],
        paint: str | Colour | list,
        *,
        texture: float = 0.02,
        opacity: float = 1.0,
        blur: float = 0,
        clip: Mask | None = None,
        dusty: bool = False,
    ) -> None:
        """Lay shapes in one colour, or in a vertical gradient of (y, colour) stops.

        `dusty` tears the blurred edge into grains; `clip` keeps the ink inside another mask.
        """
        mask = self.mask(shapes, blur)
        if mask is None:
            return
        if dusty:
            mask = Mask(mask.x, mask.y, self._torn(mask))
        if clip is not None:
            mask = mask.within(clip)
        self.lay(mask, self.painted(paint, mask), texture=texture, opacity=opacity)

    def lay(self, mask: Mask, ink: np.ndarray, *, texture: float = 0, opacity: float = 1.0) -> None:
        """Composite `ink` (broadcast to the mask's window) over what is there."""
        window = mask.window
        if texture:
            ink = np.clip(ink * (1 + texture * self.paper[window]), 0, 1)
        cover = mask.cover * opacity
        self.rgb[window] = ink * cover + self.rgb[window] * (1 - cover)
        self.alpha[window] = cover + self.alpha[window] * (1 - cover)

    def painted(self, paint: str | Colour | list, mask: Mask) -> np.ndarray:
        """Return a colour, or the gradient's rows over the mask's window."""
        if not isinstance(paint, list):
            return colour(paint)
        _, y = self.places(mask)
        stops = sorted(((at, colour(value)) for at, value in paint), key=lambda stop: stop[0])
        heights = [at for at, _ in stops]
        rows = [np.interp(y[:, 0], heights, [value[i] for _, value in stops]) for i in range(3)]
        return np.stack(rows, -1)[:, None, :].astype(np.float32)

    def places(self, mask: Mask) -> tuple[np.ndarray, np.ndarray]:
        """Return x of the columns (1, w) and y of the rows (h, 1) of a window, in mm."""
        rows, columns = mask.window
        x = (np.arange(columns.start, columns.stop) + 0.5) / self.scale + self.box.left
        y = (np.arange(rows.start, rows.stop) + 0.5) / self.scale + self.box.top
        return x[None, :], y[:, None]

    def everywhere(self) -> Mask:
        """Return a mask that covers the whole sheet."""
        return Mask(0, 0, np.ones((self.height, self.width, 1), np.float32))

    def below(self, y: float, blur: float) -> Mask:
        """Return a mask of all that lies under `y`, its upper edge blurred."""
        box = self.box
        field = rectangle(box.left - 40, y, box.right - box.left + 80, box.bottom - y + 60)
        mask = self.mask(field, blur)
        assert mask is not None
        return mask

    def grain(self, amount: float, quiet: Mask | None = None) -> None:
        """Shake every covered pixel by `amount`, except where `quiet` covers."""
        shake = amount * self.noise(0.23, 0.23) * self.alpha
        if quiet is not None:
            shake[quiet.window] *= 1 - quiet.cover
        self.rgb = np.clip(self.rgb + shake, 0, 1)

    def _torn(self, mask: Mask) -> np.ndarray:
        edge = 4 * mask.cover * (1 - mask.cover)
        torn = (mask.cover + 0.42 * edge * self.stipple[mask.window] - 0.5) * 5 + 0.5
        return np.clip(torn, 0, 1)


def _cover(shapes: list[Shape], size: tuple[int, int], blur: float) -> np.ndarray:
    width, height = size
    sheet = Image.new("L", (width * OVERSAMPLING, height * OVERSAMPLING), 0)
    pen = ImageDraw.Draw(sheet)
    for points in shapes:
        pen.polygon([tuple(p) for p in points * OVERSAMPLING], fill=255)
    sheet = sheet.reduce(OVERSAMPLING)
    if blur:
        sheet = sheet.filter(ImageFilter.GaussianBlur(blur))
    return np.asarray(sheet, np.float32)[..., None] / 255
