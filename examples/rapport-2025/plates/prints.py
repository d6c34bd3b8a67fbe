"""Files of a picture: JPEG without dates, and an 8-bit mask where a numeral stands behind land."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter

from plates.canvas import Plate

QUALITY = 81
FINER = 85  # for the darkest page, where coarser blocks would overshoot 300 % of ink
THINNEST = 0.004  # coverage below which a colour cannot be told


@dataclass(frozen=True, slots=True)
class Single:
    """A picture in one file."""

    plate: Plate
    quality: int = QUALITY

    def write(self, folder: Path, name: str) -> None:
        """Write `name.jpg`."""
        _write_jpeg(folder / f"{name}.jpg", self.plate.rgb, self.plate.scale, self.quality)


@dataclass(frozen=True, slots=True)
class Layered:
    """A picture in two layers: live text may stand between sky and land."""

    sky: Plate
    land: Plate
    quality: int = QUALITY

    def write(self, folder: Path, name: str) -> None:
        """Write `name-ciel.jpg`, `name-terre.jpg` and `name-terre-masque.png`."""
        cover = np.clip(self.land.alpha, 0, 1)
        scale, quality = self.land.scale, self.quality
        _write_jpeg(folder / f"{name}-ciel.jpg", self.sky.rgb, scale, quality)
        _write_jpeg(folder / f"{name}-terre.jpg", spread(self.land.rgb, cover), scale, quality)
        mask = Image.fromarray((cover[..., 0] * 255 + 0.5).astype(np.uint8), "L")
        mask.save(folder / f"{name}-terre-masque.png", optimize=True)


def spread(rgb: np.ndarray, cover: np.ndarray) -> np.ndarray:
    """Undo premultiplication and carry the edge's colours outwards, so that no fringe shows."""
    whole = np.where(cover > THINNEST, rgb / np.maximum(cover, THINNEST), 0)
    around, weight = _blurred(rgb), _blurred(cover)
    outside = np.where(weight > THINNEST, around / np.maximum(weight, THINNEST), 0.5)
    share = np.clip(cover * 4, 0, 1)
    return whole * share + outside * (1 - share)


def _blurred(field: np.ndarray) -> np.ndarray:
    soft = [_picture(field[..., i]).filter(ImageFilter.BoxBlur(12)) for i in range(field.shape[-1])]
    return np.stack([np.asarray(channel, np.float32) / 255 for channel in soft], -1)


def _picture(field: np.ndarray) -> Image.Image:
    return Image.fromarray((np.clip(field, 0, 1) * 255 + 0.5).astype(np.uint8))


def _write_jpeg(path: Path, rgb: np.ndarray, scale: float, quality: int) -> None:
    dpi = round(scale * 25.4)
    _picture(rgb).save(path, quality=quality, subsampling=2, optimize=True, dpi=(dpi, dpi))
