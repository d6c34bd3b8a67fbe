"""The sheet: flat shapes in millimetres from the trim's top left corner, shaded with grain.

Nothing is ever a smooth gradient: a shade is a field between 0 and 1, and its colour shows where
the field exceeds the sheet's noise. A sheet keeps colour premultiplied by coverage, so that land
can be drawn on nothing and be saved with its mask. Masks cover only the window of their shape.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from plates.colours import Colour, colour
from plates.shapes import Shape, rectangle

OVERSAMPLING = 3
GRAIN = 0.19  # mm
# of x (1, w) and y (h, 1) in mm; what it returns may leave out a side that it ignores
Field = Callable[[np.ndarray, np.ndarray], np.ndarray]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in mm from the trim's top left corner; bleed lies at negative places."""

    left: float
    top: float
    right: float
    bottom: float


PAGE = Box(-5, -5, 215, 302)


@dataclass(frozen=True, slots=True)
class Shade:
    """A second colour that shows where `field` exceeds the noise.

    `hard` is the steepness of a grain's edge: 5 gives ink dots, 1 a soft bloom.
    """

    tint: str | Colour
    field: Field | float
    hard: float = 5.0
    amount: float = 1.0


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


class Plate:
    """A sheet of one picture or of one layer of it."""

    def __init__(self, box: Box, dpi: int, seed: int, behind: Plate | None = None) -> None:
        self.box = box
        self.behind = behind
        self.scale = dpi / 25.4
        self.width = round((box.right - box.left) * self.scale)
        self.height = round((box.bottom - box.top) * self.scale)
        self.rgb = np.zeros((self.height, self.width, 3), np.float32)
        self.alpha = np.zeros((self.height, self.width, 1), np.float32)
        self.rng = np.random.default_rng(seed)
        self.noise = 0.5 + 0.5 * np.tanh(1.15 * self._grains())

    def mask(self, shapes: Shape | Sequence[Shape], blur: float = 0) -> Mask | None:
        """Return the coverage of the shapes, or None when they lie off the sheet."""
        shapes = [shapes] if isinstance(shapes, np.ndarray) else shapes
        origin = (self.box.left, self.box.top)
        pixels = [(points - origin) * self.scale for points in shapes]
        low = np.min([p.min(0) for p in pixels], 0) - 3 * blur * self.scale - 1
        high = np.max([p.max(0) for p in pixels], 0) + 3 * blur * self.scale + 2
        x, y = (int(max(0, v)) for v in low)
        width, height = min(self.width, int(high[0])) - x, min(self.height, int(high[1])) - y
        if width <= 0 or height <= 0:
            return None
        cover = _cover([p - (x, y) for p in pixels], (width, height), blur * self.scale)
        return Mask(x, y, cover)

    def band(self, top: float, bottom: float) -> Mask:
        """Return a mask of the whole width between two heights."""
        box = self.box
        mask = self.mask(rectangle(box.left - 1, top, box.right - box.left + 2, bottom - top))
        assert mask is not None
        return mask

    def fill(
        self,
        shapes: Shape | Sequence[Shape],
        tint: str | Colour,
        *shades: Shade,
        blur: float = 0,
        opacity: float = 1,
    ) -> None:
        """Lay shapes in one colour, then their shades."""
        mask = self.mask(shapes, blur)
        if mask is None:
            return
        self.lay(mask, colour(tint), opacity)
        for shade in shades:
            self.stipple(mask, shade)

    def lay(self, mask: Mask, ink: np.ndarray, opacity: float = 1) -> None:
        """Composite `ink` (broadcast to the mask's window) over what is there."""
        window, cover = mask.window, mask.cover * opacity
        self.rgb[window] = ink * cover + self.rgb[window] * (1 - cover)
        self.alpha[window] = cover + self.alpha[window] * (1 - cover)

    def stipple(self, mask: Mask, shade: Shade) -> None:
        """Strew a shade over what is drawn inside the mask, and only there."""
        window, field = mask.window, self._field(shade, mask)
        dots = (field * (1 + 1 / shade.hard) - self.noise[window]) * shade.hard
        cover = mask.cover * np.clip(dots, 0, 1).astype(np.float32) * shade.amount
        tint = colour(shade.tint) * self.alpha[window]
        self.rgb[window] = tint * cover + self.rgb[window] * (1 - cover)

    def places(self, mask: Mask) -> tuple[np.ndarray, np.ndarray]:
        """Return x of the columns (1, w) and y of the rows (h, 1) of a window, in mm."""
        rows, columns = mask.window
        x = (np.arange(columns.start, columns.stop, dtype=np.float32) + 0.5) / self.scale
        y = (np.arange(rows.start, rows.stop, dtype=np.float32) + 0.5) / self.scale
        return x[None, :] + self.box.left, y[:, None] + self.box.top

    def across(self, step: float = 0.5) -> np.ndarray:
        """Return places from the left edge to the right one and a little beyond."""
        return np.arange(self.box.left - 4, self.box.right + 4, step)

    def seen(self) -> np.ndarray:
        """Return the picture so far, with the layer behind it."""
        if self.behind is None:
            return self.rgb
        return self.rgb + self.behind.rgb * (1 - self.alpha)

    def finish(self, amount: float = 0.008, until: float | None = None) -> Plate:
        """Shake flat ground by a breath of grain, down to `until`; return the sheet."""
        mask = self.band(self.box.top, self.box.bottom if until is None else until)
        shake = amount * self._grains()[mask.window] * self.alpha[mask.window]
        self.rgb[mask.window] = np.clip(self.rgb[mask.window] + shake, 0, 1)
        return self

    def _field(self, shade: Shade, mask: Mask) -> np.ndarray | float:
        if callable(shade.field):
            return np.atleast_3d(shade.field(*self.places(mask)))
        return shade.field

    def _grains(self) -> np.ndarray:
        columns = int((self.box.right - self.box.left) / GRAIN) + 2
        rows = int((self.box.bottom - self.box.top) / GRAIN) + 2
        grains = Image.fromarray(self.rng.standard_normal((rows, columns)).astype(np.float32))
        smooth = grains.resize((self.width, self.height), Image.Resampling.BICUBIC)
        return np.asarray(smooth)[..., None]


def _cover(shapes: list[Shape], size: tuple[int, int], blur: float) -> np.ndarray:
    width, height = size
    sheet = Image.new("L", (width * OVERSAMPLING, height * OVERSAMPLING), 0)
    pen = ImageDraw.Draw(sheet)
    for points in shapes:
        pen.polygon([tuple(p) for p in points * OVERSAMPLING], fill=255)
    sheet = sheet.reduce(OVERSAMPLING)
    if blur:
        sheet = sheet.filter(ImageFilter.GaussianBlur(float(blur)))
    return np.asarray(sheet, np.float32)[..., None] / 255
