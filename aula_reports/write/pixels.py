"""Pixels for one profile: resampled, converted, clamped, encoded. The only module that decodes.

It is imported when a picture must be prepared, and not when the cache has them all. A JPEG that
is already what its place asks for is passed on as it is, less what it tells of its making.
"""

from __future__ import annotations

import io
import math
import os
import warnings
import zlib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

from PIL import Image, ImageCms, ImageFilter, ImageMath

from aula_reports.diagnostics import Finding, Location, Severity, SourceError
from aula_reports.read.orientation import orientation
from aula_reports.write.picture_cache import PixelStream, pixel_stream
from aula_reports.write.recipes import Recipe

_FORMATS = ("JPEG", "PNG", "TIFF")

# What stands a picture upright, by its EXIF mark.
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
# Sixteen bits of grey: one byte's worth is left.
_DEEP_GREYS = ("I", "I;16", "I;16B", "I;16L", "I;16N")
_ONE_BYTE = 1 / 256

# Segments of a JPEG that say where and by whom it was made, and nothing of its pixels: EXIF and
# XMP (APP1), Photoshop's (APP13), comments (ITU-T T.81, B.2.4).
_ABOUT = (0xE1, 0xED, 0xFE)
_SCAN, _END = 0xDA, b"\xff\xd9"

# A picture in work takes its pixels several times over: four of the largest fill a gigabyte or two.
_MOST_AT_ONCE = min(4, os.cpu_count() or 1)

# Points a side of the separation's grid: 255 is 51 steps of 5, so that corners are whole levels.
_GRID = 52

# Adobe's convention, which Pillow follows: the four inks of a JPEG are stored inverted.
_JPEG_ENTRIES = {
    "L": "/ColorSpace/DeviceGray",
    "RGB": "/ColorSpace/DeviceRGB",
    "CMYK": "/ColorSpace/DeviceCMYK/Decode[1 0 1 0 1 0 1 0]",
}


def prepare_all(
    orders: Sequence[tuple[Sequence[Path], Recipe]],
) -> list[tuple[PixelStream, ...]]:
    """Prepare several pictures at once: Pillow lets other threads run while it computes."""
    with warnings.catch_warnings(), ThreadPoolExecutor(_MOST_AT_ONCE) as pool:
        # `read/` has told of large pictures; beyond twice its bound Pillow refuses by itself.
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        return list(pool.map(lambda order: prepare(*order), orders))


def prepare(files: Sequence[Path], recipe: Recipe) -> tuple[PixelStream, ...]:
    """Prepare a picture; a second file is its mask, else its own transparency makes one.

    Raises SourceError if a file cannot be decoded.
    """
    opened = _opened(files[0])
    if len(files) == 1:
        ready = _as_it_is(opened, files[0], recipe)
        if ready:
            return (ready,)
    picture, transparency = _parted(opened)
    for mask in files[1:]:
        transparency = _opened(mask).convert("L")
    picture = _converted(_resampled(picture, recipe), recipe)
    if transparency is None:
        return (_as_jpeg(picture, recipe),)
    return _as_jpeg(picture, recipe), _as_mask(_resampled(transparency, recipe))


def _opened(file: Path) -> Image.Image:
    try:
        with file.open("rb") as stream:
            image = Image.open(stream, formats=_FORMATS)
            turn = _TURNS.get(orientation(image))
            image.load()
    except (OSError, SyntaxError, ValueError, TypeError, Image.DecompressionBombError) as error:
        raise SourceError([_unreadable(file)]) from error
    # What is turned is no more the file's own picture: it has no format.
    return image.transpose(turn) if turn is not None else image


def _as_it_is(image: Image.Image, file: Path, recipe: Recipe) -> PixelStream | None:
    """Pass a JPEG on whose size, colours and inks are what its place asks for."""
    if image.format != "JPEG" or image.mode not in (recipe.mode, "L"):
        return None
    if image.width > recipe.most_width or image.height > recipe.most_height:
        return None
    if image.info.get("icc_profile") or not _keeps_limit(image, recipe.ink_limit_percent):
        return None
    entries = f"{_JPEG_ENTRIES[image.mode]}/BitsPerComponent 8/Filter/DCTDecode"
    return pixel_stream(image.width, image.height, entries, _without_history(file.read_bytes()))


def _without_history(jpeg: bytes) -> bytes:
    """Drop what a JPEG tells about its making (a camera's place, its owner's name), pixels kept."""
    kept, at = [jpeg[:2]], 2
    while at + 4 <= len(jpeg) and jpeg[at] == 0xFF and jpeg[at + 1] != _SCAN:
        end = at + 2 + int.from_bytes(jpeg[at + 2 : at + 4])
        if jpeg[at + 1] not in _ABOUT:
            kept.append(jpeg[at:end])
        at = end
    foot = jpeg.rfind(_END)
    return b"".join([*kept, jpeg[at : foot + 2 if foot > at else len(jpeg)]])


def _keeps_limit(image: Image.Image, limit_percent: int) -> bool:
    """Say whether a picture's inks stay under the limit; known is only how Adobe writes them."""
    if image.mode != "CMYK":
        return True
    if "adobe" not in image.info:
        return False
    inks = dict(zip("cmyk", image.split(), strict=True))
    summed = ImageMath.lambda_eval(lambda a: a["c"] + a["m"] + a["y"] + a["k"], **inks)
    return bool(summed.getextrema()[1] <= limit_percent * 2.55)


def _unreadable(file: Path) -> Finding:
    message = "l’image ne peut pas être lue jusqu’au bout"
    remedy = "l’enregistrer de nouveau en JPEG, en PNG ou en TIFF"
    return Finding(Severity.ERROR, "E137", message, Location(str(file)), remedy=remedy)


def _parted(image: Image.Image) -> tuple[Image.Image, Image.Image | None]:
    """Part a picture from its own transparency."""
    if image.mode in ("LA", "La"):
        grey = image.convert("LA")
        return grey.getchannel("L"), grey.getchannel("A")
    if image.has_transparency_data:
        whole = image.convert("RGBA")
        whole.info["icc_profile"] = image.info.get("icc_profile")
        picture = whole.convert("RGB")
        picture.info["icc_profile"] = image.info.get("icc_profile")
        return picture, whole.getchannel("A")
    if image.mode in ("L", "RGB", "CMYK"):
        return image, None
    if image.mode in _DEEP_GREYS:
        # Pillow scales no bytes in another order than its own.
        native = image.convert("I") if image.mode == "I;16B" else image
        return native.point(lambda level: level * _ONE_BYTE).convert("L"), None
    return image.convert("L" if image.mode == "1" else "RGB"), None


def _resampled(image: Image.Image, recipe: Recipe) -> Image.Image:
    """Reduce a picture to the size that its place deserves; never enlarge one."""
    if image.width <= recipe.most_width and image.height <= recipe.most_height:
        return image
    size = (min(image.width, recipe.width), min(image.height, recipe.height))
    # Reducing by whole steps first costs a third and cannot be told from the full filter.
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def _converted(image: Image.Image, recipe: Recipe) -> Image.Image:
    """Bring a picture into the profile's colours; greys stay grey: one ink, no cast."""
    embedded = image.info.get("icc_profile")
    if image.mode == "L" or (image.mode == recipe.mode == "RGB" and embedded is None):
        return image
    if image.mode == "RGB" and recipe.mode == "CMYK":
        return image.filter(_separation(embedded, recipe.separation))
    if image.mode == recipe.mode and embedded is None:
        return _clamped(image, recipe.ink_limit_percent)
    return _clamped(_through(image, embedded, recipe), recipe.ink_limit_percent)


@lru_cache(maxsize=4)
def _separation(embedded: bytes | None, recipe: Recipe) -> ImageFilter.Color3DLUT:
    """Separate the corners of a fine grid; what lies between is a mean of its eight corners.

    Ten times as fast as converting and clamping every pixel, and as exact: LittleCMS tabulates
    too, and a mean of corners that keep the ink limit keeps it.
    """
    levels = range(0, 256, 255 // (_GRID - 1))
    corners = bytes(level for b in levels for g in levels for r in levels for level in (r, g, b))
    grid = Image.frombytes("RGB", (_GRID * _GRID, _GRID), corners)
    inks = _clamped(_through(grid, embedded, recipe), recipe.ink_limit_percent).tobytes()
    table = [share / 255 for share in inks]
    return ImageFilter.Color3DLUT(_GRID, table, channels=4, target_mode="CMYK")


def _through(image: Image.Image, embedded: bytes | None, recipe: Recipe) -> Image.Image:
    """Convert by profiles; an embedded one that is damaged or of other colours is not obeyed."""
    usual = recipe.press.icc if image.mode == "CMYK" else recipe.screen_icc
    if embedded:
        with suppress(ImageCms.PyCMSError):
            return _by_profile(image, io.BytesIO(embedded), recipe)
    return _by_profile(image, str(usual), recipe)


def _by_profile(image: Image.Image, profile: str | io.BytesIO, recipe: Recipe) -> Image.Image:
    converted = ImageCms.profileToProfile(
        image,
        profile,
        str(recipe.press.icc if recipe.mode == "CMYK" else recipe.screen_icc),
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        outputMode=recipe.mode,
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    assert converted is not None, "not converted in place"
    return converted


def _clamped(image: Image.Image, limit_percent: int) -> Image.Image:
    """Hold the inks of every pixel under the limit, taking from the colours, not the black."""
    if image.mode != "CMYK":
        return image
    limit = math.floor(limit_percent * 2.55)
    *colours, black = image.split()
    inks = dict(zip("cmy", colours, strict=True))
    colour = ImageMath.lambda_eval(lambda a: a["c"] + a["m"] + a["y"], **inks)
    room = ImageMath.lambda_eval(lambda a: limit - a["k"], k=black)
    spared = [_spared(channel, colour, room) for channel in colours]
    return Image.merge("CMYK", (*spared, black))


def _spared(channel: Image.Image, colour: Image.Image, room: Image.Image) -> Image.Image:
    """Scale one colour by the room there is for all three, where they exceed it."""

    def scaled(a: dict[str, Any]) -> Any:
        kept = a["ink"] * a["min"](a["room"], a["colour"]) / a["max"](a["colour"], 1)
        return a["convert"](kept, "L")

    spared: Image.Image = ImageMath.lambda_eval(scaled, ink=channel, colour=colour, room=room)
    return spared


def _as_jpeg(image: Image.Image, recipe: Recipe) -> PixelStream:
    encoded = io.BytesIO()
    image.save(encoded, "JPEG", quality=recipe.quality, optimize=True, icc_profile=None)
    entries = f"{_JPEG_ENTRIES[image.mode]}/BitsPerComponent 8/Filter/DCTDecode"
    return pixel_stream(image.width, image.height, entries, encoded.getvalue())


def _as_mask(image: Image.Image) -> PixelStream:
    content = zlib.compress(image.tobytes(), 9)
    entries = "/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode"
    return pixel_stream(image.width, image.height, entries, content)
