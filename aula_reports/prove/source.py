"""Opens a file and reads it once: its catalogue, its pages, its fonts, what it claims to be."""

from __future__ import annotations

import functools
import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from pypdf.errors import DependencyError
from pypdf.generic import DictionaryObject, IndirectObject, StreamObject

from aula_reports.diagnostics import AulaError
from aula_reports.prove import metadata
from aula_reports.prove.boxes import Box, box_of
from aula_reports.prove.facts import PageReading, Placed
from aula_reports.prove.fonts import Font
from aula_reports.prove.image_ink import heaviest_ink
from aula_reports.prove.origins import Origins
from aula_reports.prove.state import Budget
from aula_reports.prove.structure import Tree, read_tree
from aula_reports.prove.values import (
    as_dictionary,
    as_list,
    entries,
    entry,
    name_of,
    number_of,
    raw,
    reals,
    solved,
    stream_bytes,
    text_of,
)
from aula_reports.prove.walk import read_content

_BOXES = ("/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox")
_INHERITED = ("/MediaBox", "/CropBox", "/Resources", "/Rotate")
_PACKET_HEAD, _PACKET_FOOT = b"<x:xmpmeta", b"</x:xmpmeta>"
_MOST_PAGES = 20_000
_A4 = Box(0.0, 0.0, 595.276, 841.89)


class Unreadable(AulaError):
    """A file that cannot be proved: no PDF, too damaged, or locked; the message is French."""


class FileReading:
    """A file as it was read. What only some rules want is read when they ask."""

    def __init__(self, path: Path, reader: PdfReader) -> None:
        self.path = path
        self.reader = reader
        self.trailer: Any = reader.trailer
        self.catalog = as_dictionary(raw(reader.trailer, "/Root"))
        self.information = as_dictionary(raw(reader.trailer, "/Info"))
        self.version = _version(reader, self.catalog)
        self.is_partial = False
        self.fonts: dict[int, Font] = {}
        self._inks: dict[int, float | None] = {}
        packet = stream_bytes(raw(self.catalog, "/Metadata"))
        self.has_packet = packet is not None
        properties = metadata.read_properties(packet)
        if properties is None and reader.is_encrypted:
            properties = metadata.read_properties(_clear_packet(path))
        self.properties: Mapping[str, str] = properties or {}
        self.pages = self._read_pages()

    def _read_pages(self) -> tuple[PageReading, ...]:
        budget = Budget()
        pages = tuple(_pages(self.catalog))
        for page in pages:
            read_content(page, self.fonts, budget)
        self.is_partial = any(page.is_partial for page in pages)
        return pages

    @property
    def claimed_x(self) -> str:
        """The PDF/X version that the file says it is, wherever it says so."""
        told = self.properties.get(f"{{{metadata.PDFX_ID}}}GTS_PDFXVersion", "")
        return told or text_of(raw(self.information, "/GTS_PDFXVersion"))

    @property
    def claims_ua(self) -> bool:
        return f"{{{metadata.PDFUA_ID}}}part" in self.properties

    @property
    def intents(self) -> list[Any]:
        return [solved(one) for one in as_list(raw(self.catalog, "/OutputIntents"))]

    @functools.cached_property
    def print_intent(self) -> Any:
        """The output intent of PDF/X, if there is one."""
        return next((one for one in self.intents if name_of(raw(one, "/S")) == "GTS_PDFX"), None)

    @functools.cached_property
    def tree(self) -> Tree:
        """The structure tree, read when a rule first asks for it."""
        numbers = {page.number: page.page for page in self.pages}
        return read_tree(self.catalog, numbers, later=self.version >= "2.0")

    @property
    def names_elements(self) -> bool:
        """Say whether any element has an id: without, the tree need not be read for them."""
        return isinstance(entry(self.catalog, "/StructTreeRoot", "/IDTree"), dict)

    @functools.cached_property
    def origins(self) -> Origins:
        """The fields of the programme that elements are from."""
        return Origins(self.tree)

    @functools.cached_property
    def annotations(self) -> tuple[tuple[PageReading, int, Any], ...]:
        """Each annotation with its page and its object's number."""
        return tuple(
            (page, number_of(one), solved(one))
            for page in self.pages
            for one in as_list(raw(page.entry, "/Annots"))
            if isinstance(solved(one), dict)
        )

    def ink_of(self, placed: Placed) -> float | None:
        """Give the ink of an image, measured once however often it is placed."""
        key = placed.number or -id(placed)
        if key not in self._inks:
            self._inks[key] = heaviest_ink(placed)
        return self._inks[key]

    @functools.cached_property
    def streams(self) -> tuple[tuple[int, Any], ...]:
        """Every stream that the cross-reference table knows: none stands in an object stream."""
        numbers = sorted({number for known in self.reader.xref.values() for number in known})
        held = ((number, solved(IndirectObject(number, 0, self.reader))) for number in numbers)
        return tuple((number, value) for number, value in held if isinstance(value, StreamObject))


def _version(reader: PdfReader, catalog: Any) -> str:
    """Give the version: the catalogue's, if it is the later one (ISO 32000-1, 7.5.2)."""
    try:
        header = reader.pdf_header.removeprefix("%PDF-")[:3]
    except Exception:  # a header that is none
        header = ""
    return max(header, name_of(raw(catalog, "/Version")))


def _clear_packet(path: Path) -> bytes | None:
    """Find the packet that a locked file may leave in clear, which pypdf deciphers all the same."""
    content = path.read_bytes()
    foot = content.rfind(_PACKET_FOOT)
    head = content.rfind(_PACKET_HEAD, 0, max(foot, 0))
    return content[head : foot + len(_PACKET_FOOT)] if 0 <= head < foot else None


@contextmanager
def opened(path: Path) -> Iterator[FileReading]:
    """Open and read a file; raises `Unreadable` where there is nothing to prove."""
    with silent_pypdf(), path.open("rb") as stream:
        yield _read(path, stream)


@contextmanager
def silent_pypdf() -> Iterator[None]:
    """Keep pypdf from telling in English what is told in French."""
    logger = logging.getLogger("pypdf")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(level)


def _read(path: Path, stream: Any) -> FileReading:
    if b"%PDF-" not in stream.read(1024):
        raise Unreadable("ce n’est pas un PDF : l’en-tête « %PDF- » manque")
    stream.seek(0)
    try:
        reader = PdfReader(stream, strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable("le fichier est protégé par un mot de passe")
        reading = FileReading(path, reader)
    except Unreadable:
        raise
    except DependencyError:
        raise Unreadable("le fichier est chiffré, et ce chiffrement ne peut être lu ici") from None
    except OSError:
        raise
    except Exception:  # pypdf raises anything on damaged files; RecursionError too
        raise Unreadable("le fichier est trop abîmé pour être lu") from None
    if not reading.pages:
        raise Unreadable("le fichier n’a aucune page lisible")
    return reading


def _pages(catalog: Any) -> Iterator[PageReading]:
    """Walk the tree of pages, each node once; what a page lacks it has from above."""
    stack: list[tuple[Any, dict[str, Any]]] = [(raw(catalog, "/Pages"), {})]
    seen: set[int] = set()
    count = 0
    while stack and count < _MOST_PAGES:
        value, above = stack.pop()
        node, number = solved(value), number_of(value)
        if not isinstance(node, DictionaryObject) or (number and number in seen):
            continue
        seen.add(number)
        known = above | {key: held for key, held in entries(node) if key in _INHERITED}
        if "/Kids" in node:
            stack.extend((kid, known) for kid in reversed(as_list(raw(node, "/Kids"))))
        else:
            yield _page(count, number, node, known)
            count += 1


def _page(index: int, number: int, node: Any, known: dict[str, Any]) -> PageReading:
    written = known | {key: held for key, held in entries(node) if key in _BOXES}
    boxes = {key: box for key in _BOXES if (box := box_of(reals(written.get(key))))}
    media = boxes.get("/MediaBox", _A4)
    return PageReading(index, number, node, media, boxes, solved(known.get("/Resources")))
