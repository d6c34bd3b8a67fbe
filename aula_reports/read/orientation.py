"""How a camera was held: the EXIF mark that says which way up a picture is (EXIF 2.32, 4.6.4).

Only the header is read: a PNG's own method would decode its pixels to look behind them.
"""

from __future__ import annotations

import warnings
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

_ORIENTATION = 0x0112
UPRIGHT = 1
# From these on, width and height change places.
_FIRST_ON_ITS_SIDE = 5
_LAST = 8


def orientation(image: Image) -> int:
    """Give the mark, from 1 (upright) to 8; what is no mark counts as upright.

    A TIFF has none: Pillow stands it upright by itself.
    """
    if image.format == "TIFF" or "exif" not in image.info:
        return UPRIGHT
    from PIL.Image import Exif

    exif = Exif()
    # Pillow has as many ways to fail as a header has to be damaged; it warns of others in English.
    with suppress(Exception), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        exif.load(image.info["exif"])
        mark = exif.get(_ORIENTATION)
        if isinstance(mark, int) and UPRIGHT <= mark <= _LAST:
            return mark
    return UPRIGHT


def upright_size(image: Image) -> tuple[int, int]:
    """Give width and height as they are once the picture stands upright."""
    if orientation(image) >= _FIRST_ON_ITS_SIDE:
        return image.height, image.width
    return image.size
