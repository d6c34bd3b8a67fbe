"""How much ink an image lays: its pixels decoded small, their four inks summed.

Only what says its inks itself is measured: DeviceCMYK, and ICC profiles of four components.
Pillow is loaded at the first such image. JPEG files are decoded at half size or less, which
takes a quarter of the time.
"""

from __future__ import annotations

import io
import warnings
import zlib
from typing import TYPE_CHECKING, Any

from aula_reports.prove.facts import Placed
from aula_reports.prove.values import entry, filters_of, raw, real, reals, solved, stream_bytes

if TYPE_CHECKING:
    from PIL import Image

_FOUR = 4
# Averaged sums have steps of four parts in 255.
_STEP = 400 / 255
_LONGEST_SIDE = 700
_MOST_BYTES = 64 << 20
_MOST_PIXELS = 60_000_000
# Of all pixels: a few along an edge are noise of the compression.
_IGNORED_SHARE = 0.002


def says_inks(placed: Placed) -> bool:
    """Say whether the values of an image's pixels are inks."""
    space = placed.space
    is_cmyk = space.components == _FOUR and space.family in ("DeviceCMYK", "ICCBased")
    return is_cmyk and not placed.is_stencil


def heaviest_ink(placed: Placed) -> float | None:
    """Give the sum of inks in percent that all but a few pixels stay under; nothing if unknown."""
    if not says_inks(placed):
        return None
    if placed.pixels[0] * placed.pixels[1] > _MOST_PIXELS or not hasattr(placed.image, "raw_get"):
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow's remarks on large files
            pixels = _pixels(placed)
    except Exception:  # Pillow raises anything on damaged pictures
        return None
    return None if pixels is None else _heaviest(pixels)


def _pixels(placed: Placed) -> Image.Image | None:
    from PIL import Image

    image = solved(placed.image)
    names = filters_of(image)
    if names[-1:] in (["DCTDecode"], ["DCT"]):
        return _jpeg(image, names) if len(names) <= 2 else None
    if names[-1:] == ["JPXDecode"] or int(real(raw(image, "/BitsPerComponent"), 8)) != 8:
        return None
    samples = stream_bytes(image)
    width, height = placed.pixels
    if samples is None or len(samples) < _FOUR * width * height:
        return None
    pixels = Image.frombytes("CMYK", (width, height), samples[: _FOUR * width * height])
    return _inverted(pixels) if _is_inverted(image) else pixels


def _jpeg(image: Any, names: list[str]) -> Image.Image | None:
    """Decode a JPEG; Pillow turns over what an Adobe marker announces, PDF does not."""
    from PIL import Image

    content = getattr(image, "_data", b"")
    if len(names) == 2:
        content = zlib.decompressobj().decompress(content, _MOST_BYTES)
    pixels = Image.open(io.BytesIO(content))
    if pixels.mode != "CMYK" or pixels.width * pixels.height > _MOST_PIXELS:
        return None
    pixels.draft("CMYK", (_LONGEST_SIDE, _LONGEST_SIDE))
    turned = "adobe" in pixels.info
    pixels.load()
    return pixels if turned == _is_inverted(image) else _inverted(pixels)


def _inverted(pixels: Image.Image) -> Image.Image:
    from PIL import ImageChops

    return ImageChops.invert(pixels)


def _is_inverted(image: Any) -> bool:
    return reals(entry(image, "/Decode"))[:2] == (1.0, 0.0)


def _heaviest(pixels: Image.Image) -> float:
    """Average the inks two by two, then again: a fourth of their sum."""
    from PIL import ImageChops

    cyan, magenta, yellow, black = pixels.split()
    pair = ImageChops.add(cyan, magenta, scale=2), ImageChops.add(yellow, black, scale=2)
    counts = ImageChops.add(*pair, scale=2).histogram()
    left = sum(counts) * _IGNORED_SHARE
    for value in range(255, -1, -1):
        left -= counts[value]
        if left < 0:
            return value * _STEP
    return 0.0
