"""Write a book as a PDF: for the printer, the website or the archive, from the same pages.

The pages are drawn once on the PDF's surface; then fonts, structure tree, bookmarks, metadata and
catalogue are written from what drawing has gathered. Nothing here looks at the clock: the date is
an argument, and the same book gives the same bytes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from aula_reports.compose.data_files import DataFile
from aula_reports.draw.page import draw_book
from aula_reports.model.layout import InkSpec
from aula_reports.typeset.fonts import Face
from aula_reports.typeset.pages import Book
from aula_reports.typeset.structure import Node
from aula_reports.write.attachments import attachments
from aula_reports.write.canvas import PdfSurface, Setting
from aula_reports.write.code_cache import users_coder
from aula_reports.write.colour import Profile, palette
from aula_reports.write.conformance import (
    Conformance,
    conformance_of,
    draft_of,
    information,
    metadata,
    output_intents,
)
from aula_reports.write.document import Indirect, Parts, PlainCanvas
from aula_reports.write.glyph_font import FontCase
from aula_reports.write.navigation import Destinations, outlines, page_labels
from aula_reports.write.picture_cache import users_cache
from aula_reports.write.pictures import Kitchen, PictureShelf, PictureTally, images_of
from aula_reports.write.press import COATED, Press, spot_spaces
from aula_reports.write.recipes import recipe_of
from aula_reports.write.sheets import page_boxes
from aula_reports.write.stamps import StampCase
from aula_reports.write.syntax import text_string
from aula_reports.write.tags import PDF_1_7, PDF_2_0, TagTree

# The date of a file whose builder gives none.
FIXED_MOMENT = datetime(2021, 1, 1, tzinfo=UTC)


class Supplies(Struct, frozen=True):
    """What a book names and does not hold: faces, inks, the folder of its pictures; and the files
    that it carries (only PDF/A-4f may: `archive`). A draft is not for the press.
    """

    faces: Mapping[str, Face]
    inks: Mapping[str, InkSpec]
    folder: Path = Path()
    attached: tuple[DataFile, ...] = ()
    press: Press = COATED
    is_draft: bool = False


class WrittenFile(Struct, frozen=True):
    """A file in its parts, and how many of its pictures were prepared or found prepared."""

    parts: Parts
    pictures: PictureTally

    @property
    def content(self) -> bytes:
        return b"".join(self.parts)


def write_file(
    book: Book,
    supplies: Supplies,
    profile: Profile,
    *,
    use_cache: bool = True,
    moment: datetime = FIXED_MOMENT,
) -> WrittenFile:
    """Write a book in a profile (`conformance`): for the printer, the website or the archive.

    `use_cache` keeps prepared pictures and codes in the user's cache folder. Raises SourceError
    for a picture that cannot be read, KeyError for an ink or anchor that does not exist,
    ValueError for files to be carried where the standard forbids it.
    """
    canvas = PlainCanvas()
    document = canvas.document
    conformance = conformance_of(profile, supplies.press)
    if supplies.is_draft:
        conformance = draft_of(conformance)
    if supplies.attached and not conformance.attached_claims:
        raise ValueError(f"only the archive's file may carry others, not {profile}'s")
    boxes = page_boxes(book.sheet, is_cropped=conformance.is_cropped)
    recipe = recipe_of(profile, supplies.press)
    kitchen = Kitchen(recipe, supplies.folder, users_cache() if use_cache else None)
    paints = palette(supplies.inks, profile)
    # All pages have their numbers before any is drawn: the contents page leads to later ones.
    pages = {page.number: document.indirect() for page in book.pages}
    dialect = PDF_2_0 if conformance.is_pdf_2 else PDF_1_7
    tags = TagTree(_nodes(book, conformance), tuple(pages.values()), document, dialect)
    element = tags.reference if conformance.is_pdf_2 else None
    spaces = spot_spaces(document, supplies.inks.values()) if profile == "print" else ""
    setting = Setting(
        document=document,
        conformance=conformance,
        boxes=boxes,
        paints=paints,
        fonts=FontCase(supplies.faces, document),
        pictures=PictureShelf(images_of(book), kitchen, document),
        stamps=StampCase(paints, document, spaces),
        spaces=spaces,
        tags=tags,
        destinations=Destinations(book.anchors, pages, boxes.trim.y, element),
    )
    draw_book(book, PdfSurface(canvas, setting), users_coder(use_cache=use_cache))
    parts = _finished(book, setting, supplies.attached, moment)
    return WrittenFile(parts, kitchen.tally)


def _nodes(book: Book, conformance: Conformance) -> Sequence[Node]:
    """Give the structure its roles: a Link without its live zone is no more than a Span."""
    if conformance.has_links:
        return book.nodes
    return [replace(node, role="Span") if node.role == "Link" else node for node in book.nodes]


def _finished(
    book: Book, setting: Setting, attached: Sequence[DataFile], moment: datetime
) -> Parts:
    setting.fonts.write()
    conformance, document = setting.conformance, setting.document
    # PDF 2.0 has all of it in the metadata alone.
    facts = None if conformance.is_pdf_2 else document.indirect(information(book, moment))
    packet = document.indirect()
    catalog = document.indirect("".join(_catalog(book, setting, attached, moment, packet)))
    # The metadata names the file by what all the rest of it says: it is written last.
    digest = document.digest()
    known = metadata(book, conformance, moment, digest, has_attachments=bool(attached))
    document.fill_stream(packet, known, "/Type/Metadata/Subtype/XML")
    identity = hashlib.sha256(digest.encode() + known).hexdigest()[:32]
    return document.assembled(conformance.version, catalog, facts, identity)


def _catalog(
    book: Book,
    setting: Setting,
    attached: Sequence[DataFile],
    moment: datetime,
    packet: Indirect,
) -> Iterator[str]:
    """Spell the catalogue (7.7.2), writing what it points at, but for the metadata (`packet`)."""
    conformance, document = setting.conformance, setting.document
    yield f"<</Type/Catalog/Pages {document.page_tree()}/Lang{text_string(book.language)}"
    yield "/ViewerPreferences<</DisplayDocTitle true>>/MarkInfo<</Marked true>>"
    yield f"/StructTreeRoot {setting.tags.written()}"
    yield f"/Metadata {packet.ref}"
    yield f"/OutputIntents{output_intents(document, conformance.intent)}"
    yield f"/PageLabels{page_labels(book.pages[0].number)}"
    bookmarks = outlines(document, book.outline, setting.destinations)
    if bookmarks:
        yield f"/Outlines {bookmarks}/PageMode/UseOutlines"
    yield f"{attachments(document, attached, moment)}>>"
