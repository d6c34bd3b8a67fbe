"""The pictures of one document: each is prepared for the largest of its places, embedded once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from aula_reports.diagnostics import Finding, Location, Severity, SourceError
from aula_reports.typeset.pages import Book, ImageThing
from aula_reports.write.document import CompactDocument
from aula_reports.write.picture_cache import PictureCache, PixelStream
from aula_reports.write.recipes import Recipe

# A picture's file and its mask's, as the book names them; the mask's may be empty.
Source = tuple[str, str]
Size = tuple[float, float]
Pixels = tuple[PixelStream, ...]


class Picture(Struct, frozen=True):
    """An embedded picture: its name in resources, its reference, whether it has a soft mask."""

    name: str
    ref: str
    is_transparent: bool


class _Order(Struct, frozen=True):
    files: tuple[Path, ...]
    recipe: Recipe
    key: str


class PictureTally(Struct, frozen=True):
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

    def prepared(self, places: Mapping[Source, Size]) -> dict[Source, Pixels]:
        """Prepare pictures for places of these sizes in points, or find them prepared.

        Raises SourceError for one that cannot be read.
        """
        orders = {source: self._order(source, size) for source, size in places.items()}
        found = {source: self._found(order) for source, order in orders.items()}
        missing = [source for source, pixels in found.items() if not pixels]
        fresh = dict(zip(missing, self._fresh([orders[source] for source in missing]), strict=True))
        self.tally = PictureTally(len(fresh), len(orders) - len(fresh))
        return {source: pixels or fresh[source] for source, pixels in found.items()}

    def _order(self, source: Source, size: Size) -> _Order:
        recipe = self._recipe.at(*size)
        files = tuple(self._folder / name for name in source if name)
        return _Order(files, recipe, _key(files, recipe))

    def _found(self, order: _Order) -> Pixels | None:
        return self._cache.read(order.key) if self._cache else None

    def _fresh(self, orders: Sequence[_Order]) -> list[Pixels]:
        if not orders:
            return []
        # Decoders and colour management take time to come: not before a picture needs them.
        from aula_reports.write.pixels import prepare_all

        prepared = prepare_all([(order.files, order.recipe) for order in orders])
        if self._cache:
            for order, pixels in zip(orders, prepared, strict=True):
                self._cache.keep(order.key, pixels)
        return prepared


class PictureShelf:
    """Embeds pictures at their first use, as large as the largest of their places asks."""

    def __init__(
        self, images: Iterable[ImageThing], kitchen: Kitchen, document: CompactDocument
    ) -> None:
        self._pixels = kitchen.prepared(_largest_places(images))
        self._document = document
        self._pictures: dict[Source, Picture] = {}

    def placed(self, image: ImageThing) -> Picture:
        """Embed a picture, or find it embedded."""
        source = (image.file, image.mask)
        picture = self._pictures.get(source)
        if picture is None:
            picture = self._pictures[source] = self._embedded(self._pixels[source])
        return picture

    def _embedded(self, pixels: Pixels) -> Picture:
        picture, *masks = pixels
        soft_mask = "".join(f"/SMask {self._written(mask)}" for mask in masks)
        name = f"Im{len(self._pictures) + 1}"
        return Picture(name, self._written(picture, soft_mask), bool(masks))

    def _written(self, pixels: PixelStream, more: str = "") -> str:
        size = f"/Width {pixels.width}/Height {pixels.height}"
        entries = f"/Type/XObject/Subtype/Image{size}{pixels.entries}{more}"
        return self._document.encoded_stream(pixels.content, entries, pixels.digest).ref


def images_of(book: Book) -> Iterable[ImageThing]:
    """Walk over all pictures of a book, as often as they are placed."""
    for page in book.pages:
        for thing in page.things:
            if isinstance(thing, ImageThing):
                yield thing


def _largest_places(images: Iterable[ImageThing]) -> dict[Source, Size]:
    largest: dict[Source, Size] = {}
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
        return hashlib.sha256(file.read_bytes()).hexdigest()
    except OSError as error:
        raise SourceError([_missing(file)]) from error


def _missing(file: Path) -> Finding:
    message, remedy = "l’image ne peut pas être ouverte", "vérifier son nom et ses droits"
    return Finding(Severity.ERROR, "E138", message, Location(str(file)), remedy=remedy)
