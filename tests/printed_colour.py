"""What the press does, as Ghostscript sees it: plates of a page; how far it is from the screen."""

from __future__ import annotations

import subprocess
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms

from aula_reports.geometry import Rect
from aula_reports.pipeline import Publication
from aula_reports.typeset.pages import ImageThing
from aula_reports.write.press import FOGRA39

_DPI = 36
_ON_PRESS = (f"-sDefaultCMYKProfile={FOGRA39}", "-dRenderIntent=1", "-dBlackPtComp=1")


def plates(publication: Publication) -> list[int]:
    """List the pages that a picture fills."""
    sheet = publication.book.sheet
    trim = Rect(0, 0, sheet.width, sheet.height)
    return [
        page.number
        for page in publication.book.pages
        for thing in page.things
        if isinstance(thing, ImageThing) and thing.clip.holds(trim, tolerance=1.0)
    ]


def differences(publication: Publication, web: Path, printed: Path, most: int) -> list[float]:
    """Measure how far apart both files show the first plates of a book, `most` of them."""
    return [difference(web, printed, page) for page in plates(publication)[:most]]


def difference(web: Path, printed: Path, page: int) -> float:
    """Measure the mean distance of two renderings of a page in CIELAB (ΔE of 1976)."""
    screen, press = _rendered(web, page), _rendered(printed, page, *_ON_PRESS)
    press = press.resize(screen.size)
    return float(np.sqrt(((_lab(screen) - _lab(press)) ** 2).sum(axis=-1)).mean())


def separations(file: Path, page: int, dpi: int = _DPI) -> dict[str, NDArray[np.float64]]:
    """Part a page in its plates: the share of each ink, from 0 to 1, pixel by pixel."""
    target = file.with_suffix(f".plates{page}.tif")
    command = ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=tiffsep", f"-r{dpi}"]
    command += [f"-dFirstPage={page}", f"-dLastPage={page}", "-o", str(target), str(file)]
    subprocess.run(command, check=True)
    plates = {}
    for plate in target.parent.glob(f"{target.stem}(*).tif"):
        ink = plate.stem.removeprefix(f"{target.stem}(").removesuffix(")")
        with Image.open(plate) as image:
            plates[ink] = 1 - np.asarray(image).astype(np.float64) / 255
    return plates


def _rendered(file: Path, page: int, *more: str) -> Image.Image:
    target = file.with_suffix(f".{page}.tif")
    span = (f"-dFirstPage={page}", f"-dLastPage={page}")
    command = ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dUseTrimBox", "-sDEVICE=tiff24nc"]
    command += [f"-r{_DPI}", *span, *more, "-o", str(target), str(file)]
    subprocess.run(command, check=True)
    with Image.open(target) as image:
        return image.convert("RGB")


def _lab(image: Image.Image) -> NDArray[np.float64]:
    screen, lab = ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB")
    converted = ImageCms.profileToProfile(image, screen, lab, outputMode="LAB")
    assert converted is not None
    values = np.asarray(converted).astype(np.float64)
    values[..., 0] *= 100 / 255
    # Pillow keeps a and b as signed bytes.
    values[..., 1:] = (values[..., 1:] + 128) % 256 - 128
    return values
