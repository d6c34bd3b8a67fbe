"""The pictures of one document: each is prepared for the largest of its places, embedded once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from aula_reports.diagnostics import Finding, Location, Severity, SourceError
from aula_reports.typeset.pages import Book, ImageThing
from aula_reports.write.document import CompactDocument
from aula_reports.write.picture_cache import PictureCache, PixelStream
from aula_reports.write.recipes import Recipe

# A picture's file and its mask's, as the book names them; the mask's may be empty.
Source = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Picture:
    """An embedded picture: its name in resources, its reference, whether it has a soft mask."""

    name: str
    ref: str
    is_transparent: bool


@dataclass(slots=True)
class PictureTally:
    """How many pictures had to be prepared, and how many were at hand."""

    prepared: int = 0
    cached: int = 0


class Kitchen:
    """Prepares pictures of a folder by a recipe. `cache` is None where none is wanted."""

    def __init__(self, recipe: Recipe, folder: Path, cache: PictureCache | None) -> None:
        self._recipe = recipe
        self._folder = folder
        self._cache = cache
        self.tally = PictureTally()

    def prepared(self, source: Source, width: float, height: float) -> tuple[PixelStream, ...]:
        """Prepare a picture for a place of this size in points, or find it prepared."""
        recipe = self._recipe.at(width, height)
        files = [self._folder / name for name in source if name]
        if self._cache is None:
            return self._fresh(files, recipe)
        key = _key(files, recipe)
        streams = self._cache.read(key)
        if streams:
            self.tally.cached += 1
            return streams
        streams = self._fresh(files, recipe)
        self._cache.keep(key, streams)
        return streams

    def _fresh(self, files: Sequence[Path], recipe: Recipe) -> tuple[PixelStream, ...]:
        # Pillow takes 60 ms to come: not before a picture needs it.
        from aula_reports.write.pixels import prepare

        self.tally.prepared += 1
        return prepare(files, recipe)


class PictureShelf:
    """Embeds pictures at their first use, as large as the largest of their places asks."""

    def __init__(
        self, images: Iterable[ImageThing], kitchen: Kitchen, document: CompactDocument
    ) -> None:
        self._largest = _largest_places(images)
        self._kitchen = kitchen
        self._document = document
        self._pictures: dict[Source, Picture] = {}

    def placed(self, image: ImageThing) -> Picture:
        """Embed a picture, or find it embedded; raises SourceError if it cannot be read."""
        source = (image.file, image.mask)
        picture = self._pictures.get(source)
        if picture is None:
            streams = self._kitchen.prepared(source, *self._largest[source])
            picture = self._pictures[source] = self._embedded(streams)
        return picture

    def _embedded(self, streams: tuple[PixelStream, ...]) -> Picture:
        picture, *masks = streams
        soft_mask = "".join(f"/SMask {self._written(mask)}" for mask in masks)
        name = f"Im{len(self._pictures) + 1}"
        return Picture(name, self._written(picture, soft_mask), bool(masks))

    def _written(self, pixels: PixelStream, more: str = "") -> str:
        size = f"/Width {pixels.width}/Height {pixels.height}"
        entries = f"/Type/XObject/Subtype/Image{size}{pixels.entries}{more}"
        return self._document.encoded_stream(pixels.content, entries).ref


def images_of(book: Book) -> Iterable[ImageThing]:
    """Walk over all pictures of a book, as often as they are placed."""
    for page in book.pages:
        for thing in page.things:
            if isinstance(thing, ImageThing):
                yield thing


def _largest_places(images: Iterable[ImageThing]) -> dict[Source, tuple[float, float]]:
    largest: dict[Source, tuple[float, float]] = {}
    for image in images:
        source = (image.file, image.mask)
        width, height = largest.get(source, (0.0, 0.0))
        largest[source] = (max(width, image.box.width), max(height, image.box.height))
    return largest


def _key(files: Sequence[Path], recipe: Recipe) -> str:
    digests = [_digest(file) for file in files]
    return hashlib.sha256(repr((digests, recipe.key)).encode()).hexdigest()


def _digest(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise SourceError([_missing(file)]) from error


def _missing(file: Path) -> Finding:
    message, remedy = "l’image ne peut pas être ouverte", "vérifier son nom et ses droits"
    return Finding(Severity.ERROR, "E138", message, Location(str(file)), remedy=remedy)
