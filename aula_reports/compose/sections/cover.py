"""Front and back cover, and plates."""

from __future__ import annotations

from aula_reports.compose.blocks import BackCover, Cover, Plate, Wordmark
from aula_reports.compose.wording import caption, lines, rich
from aula_reports.model.partners import Agency
from aula_reports.model.programme import Picture, Programme


def wordmark(agency: Agency) -> Wordmark:
    return Wordmark(agency.acronym, agency.wordmark_lines)


def cover(programme: Programme) -> Cover:
    document = programme.document
    return Cover(
        wordmark=wordmark(programme.agency),
        year=str(document.edition),
        title_lines=tuple(rich(line) for line in document.title_lines),
        note_lines=lines(document.cover_note),
        picture=programme.picture(document.cover_picture),
    )


def back_cover(programme: Programme) -> BackCover:
    agency = programme.agency
    contact = (agency.phone, agency.email, agency.website)
    return BackCover(
        wordmark=wordmark(agency),
        address_lines=tuple(rich(line) for line in (agency.name, *agency.address_lines)),
        contact_lines=tuple(rich(line) for line in contact if line),
        picture=programme.picture(programme.document.back_picture),
    )


def plate(picture: Picture, numeral: str = "") -> Plate:
    return Plate(picture, caption(picture), numeral)
