"""Pictures by their headers: that they are there, that they are pictures, how large they are.

No pixel is decoded here. Pillow is imported only when a programme has pictures.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from aula_reports.diagnostics import Finding, InvalidProgramme
from aula_reports.model.pages import Picture
from aula_reports.read.files import file_within, size_of
from aula_reports.read.loader import LoadedProgramme
from aula_reports.read.near import quoted
from aula_reports.read.orientation import upright_size
from aula_reports.read.places import Fault, FieldPath, located

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile

# Either byte order (TIFF 6.0, section 2).
_TIFF_SIGNATURES = (b"II*\0", b"MM\0*")

# A TIFF of the largest size, 16 bits a channel, is 600 MB; printers and cameras stop well before.
MAX_PICTURE_BYTES = 400_000_000
MAX_SIDE = 12_000
MAX_PIXELS = 100_000_000


class PictureFile(Struct, frozen=True):
    """A picture that can be drawn; sizes in pixels."""

    picture_id: str
    path: Path
    width: int
    height: int
    foreground_path: Path | None = None
    mask_path: Path | None = None


class _Header(Struct, frozen=True):
    path: Path
    width: int
    height: int
    mode: str


def read_pictures(loaded: LoadedProgramme) -> tuple[PictureFile, ...]:
    """Examine all pictures of a programme; raise `InvalidProgramme` with all that is wrong."""
    pictures, findings = survey_pictures(loaded)
    if findings:
        raise InvalidProgramme(findings)
    return pictures


def survey_pictures(
    loaded: LoadedProgramme,
) -> tuple[tuple[PictureFile, ...], tuple[Finding, ...]]:
    """Examine all pictures; return those that can be drawn and what is wrong with the others."""
    pictures: list[PictureFile] = []
    faults: list[Fault] = []
    for rank, picture in enumerate(loaded.programme.pictures):
        outcome = _examined(picture, loaded.folder, ("images", rank))
        if isinstance(outcome, PictureFile):
            pictures.append(outcome)
        else:
            faults.extend(outcome)
    return tuple(pictures), tuple(located(fault, loaded.places) for fault in faults)


def _examined(picture: Picture, folder: Path, path: FieldPath) -> PictureFile | list[Fault]:
    names = {"fichier": picture.file, "premier_plan": picture.foreground, "masque": picture.mask}
    outcomes = {key: _header(folder, name, (*path, key)) for key, name in names.items() if name}
    headers = {key: header for key, header in outcomes.items() if isinstance(header, _Header)}
    faults = [fault for fault in outcomes.values() if isinstance(fault, Fault)]
    faults.extend(_misfits(picture, headers, path))
    if faults:
        return faults
    ground, front, mask = (headers.get(key) for key in names)
    assert ground is not None
    return PictureFile(
        picture.id,
        ground.path,
        ground.width,
        ground.height,
        front.path if front else None,
        mask.path if mask else None,
    )


def _header(folder: Path, name: str, path: FieldPath) -> _Header | Fault:
    file = file_within(folder, name)
    size = file if isinstance(file, Fault) else size_of(file)
    if isinstance(size, Fault):
        return Fault(size.code, size.message, path, size.remedy)
    assert isinstance(file, Path)
    if size > MAX_PICTURE_BYTES:
        message = f"{quoted(name)} pèse {size // 1_000_000} Mo"
        return Fault("E131", message, path, f"rester sous {MAX_PICTURE_BYTES // 1_000_000} Mo")
    header = _opened(file)
    if header is None:
        message = f"{quoted(name)} n’est pas une image JPEG, PNG ou TIFF"
        return Fault("E132", message, path, "l’enregistrer en JPEG, en PNG ou en TIFF")
    return _within_bounds(header, name, path)


def _opened(file: Path) -> _Header | None:
    """Read a header by the plugin of its signature: `Image.open` brings in five to choose from."""
    try:
        with file.open("rb") as stream:
            signature = stream.read(4)
        with _plugin(signature)(file) as image:
            return _Header(file, *upright_size(image), image.mode)
    except (OSError, SyntaxError, ValueError, TypeError, KeyError):
        # TypeError, KeyError: what a damaged TIFF's tags come to.
        return None


def _plugin(signature: bytes) -> type[ImageFile]:
    if signature.startswith(b"\x89PNG"):
        from PIL.PngImagePlugin import PngImageFile

        return PngImageFile
    if signature in _TIFF_SIGNATURES:
        from PIL.TiffImagePlugin import TiffImageFile

        return TiffImageFile
    from PIL.JpegImagePlugin import JpegImageFile

    return JpegImageFile


def _within_bounds(header: _Header, name: str, path: FieldPath) -> _Header | Fault:
    width, height = header.width, header.height
    if max(width, height) <= MAX_SIDE and width * height <= MAX_PIXELS:
        return header
    message = f"{quoted(name)} mesure {width} × {height} pixels"
    remedy = f"rester sous {MAX_SIDE} pixels de côté et {MAX_PIXELS // 1_000_000} millions en tout"
    return Fault("E133", message, path, remedy)


def _misfits(picture: Picture, headers: dict[str, _Header], path: FieldPath) -> Iterator[Fault]:
    if bool(picture.foreground) != bool(picture.mask):
        key = "premier_plan" if picture.foreground else "masque"
        message = "premier plan et masque vont ensemble"
        yield Fault("E136", message, (*path, key), "donner les deux, ou aucun")
    ground = headers.get("fichier")
    for key in ("premier_plan", "masque"):
        layer = headers.get(key)
        if ground and layer and (layer.width, layer.height) != (ground.width, ground.height):
            message = (
                f"{layer.width} × {layer.height} pixels, "
                f"au lieu de {ground.width} × {ground.height} comme l’image"
            )
            yield Fault("E134", message, (*path, key), "donner à tous la même taille")
    mask = headers.get("masque")
    if mask and mask.mode != "L":
        message = f"masque en mode {mask.mode}, au lieu de niveaux de gris sur 8 bits"
        yield Fault("E135", message, (*path, "masque"), "l’enregistrer en niveaux de gris")
