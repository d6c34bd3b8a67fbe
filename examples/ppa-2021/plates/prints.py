"""Files of a picture: JPEG without dates, and an 8-bit mask where a numeral stands behind land."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter

from plates.canvas import Plate

QUALITY = 85


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

    def write(self, folder: Path, name: str) -> None:
        """Write `name-ciel.jpg`, `name-terre.jpg` and `name-terre-masque.png`."""
        cover = np.clip(self.land.alpha, 0, 1)
        _write_jpeg(folder / f"{name}-ciel.jpg", self.sky.rgb, self.sky.scale)
        _write_jpeg(folder / f"{name}-terre.jpg", spread(self.land.rgb, cover), self.land.scale)
        mask = Image.fromarray((cover[..., 0] * 255 + 0.5).astype(np.uint8), "L")
        mask.save(folder / f"{name}-terre-masque.png", optimize=True)


def spread(rgb: np.ndarray, cover: np.ndarray) -> np.ndarray:
    """Undo premultiplication and carry the edge's colours outwards, so that no fringe shows."""
    whole = np.where(cover > 0.004, rgb / np.maximum(cover, 0.004), 0)
    around, weight = _blurred(rgb), _blurred(cover)
    outside = np.where(weight > 0.004, around / np.maximum(weight, 0.004), 0.5)
    share = np.clip(cover * 4, 0, 1)
    return whole * share + outside * (1 - share)


def _blurred(field: np.ndarray) -> np.ndarray:
    channels = [
        Image.fromarray((np.clip(field[..., i], 0, 1) * 255).astype(np.uint8))
        for i in range(field.shape[-1])
    ]
    soft = [np.asarray(c.filter(ImageFilter.BoxBlur(12)), np.float32) / 255 for c in channels]
    return np.stack(soft, -1)


def _write_jpeg(path: Path, rgb: np.ndarray, scale: float, quality: int = QUALITY) -> None:
    dpi = round(scale * 25.4)
    picture = Image.fromarray((np.clip(rgb, 0, 1) * 255 + 0.5).astype(np.uint8), "RGB")
    picture.save(
        path, quality=quality, subsampling=0 if quality > 90 else 2, optimize=True, dpi=(dpi, dpi)
    )
