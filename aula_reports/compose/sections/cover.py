"""Front and back cover, and plates."""

from __future__ import annotations

from aula_reports.compose.blocks import BackCover, Cover, Plate, Wordmark
from aula_reports.compose.wording import caption, lines, rich
from aula_reports.model.origin import field_at
from aula_reports.model.pages import DocumentTitles, Picture
from aula_reports.model.partners import Agency
from aula_reports.model.programme import Programme


def wordmark(agency: Agency) -> Wordmark:
    return Wordmark(agency.acronym, agency.wordmark_lines)


def cover(programme: Programme, titles: DocumentTitles) -> Cover:
    return Cover(
        wordmark=wordmark(programme.agency),
        year=str(titles.edition),
        title_lines=tuple(rich(line) for line in titles.title_lines),
        note_lines=lines(titles.cover_note),
        picture=programme.picture(titles.cover_picture),
        picture_origin=field_at(_origin(programme, titles), "image"),
    )


def back_cover(programme: Programme, titles: DocumentTitles) -> BackCover:
    agency = programme.agency
    contact = (agency.phone, agency.email, agency.website)
    return BackCover(
        wordmark=wordmark(agency),
        address_lines=tuple(rich(line) for line in (agency.name, *agency.address_lines)),
        contact_lines=tuple(rich(line) for line in contact if line),
        picture=programme.picture(titles.back_picture),
        picture_origin=field_at(_origin(programme, titles), "image_dos"),
    )


def plate(picture: Picture, numeral: str = "", *, origin: str = "") -> Plate:
    """Compose a plate; `origin` is the field that names its picture."""
    return Plate(picture, caption(picture), numeral, origin)


def _origin(programme: Programme, titles: DocumentTitles) -> str:
    """Name the field of a book's titles; those that were made up have the other book's pictures."""
    is_report = titles is programme.report or programme.document is None
    return field_at("rapport" if is_report else "document")
