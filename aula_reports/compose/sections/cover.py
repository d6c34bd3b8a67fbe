"""Front and back cover, and plates."""

from __future__ import annotations

from aula_reports.compose.blocks import BackCover, Cover, Plate, Wordmark
from aula_reports.compose.wording import caption, lines, rich
from aula_reports.model.partners import Agency
from aula_reports.model.programme import DocumentTitles, Picture, Programme


def wordmark(agency: Agency) -> Wordmark:
    return Wordmark(agency.acronym, agency.wordmark_lines)


def cover(programme: Programme, titles: DocumentTitles) -> Cover:
    return Cover(
        wordmark=wordmark(programme.agency),
        year=str(titles.edition),
        title_lines=tuple(rich(line) for line in titles.title_lines),
        note_lines=lines(titles.cover_note),
        picture=programme.picture(titles.cover_picture),
    )


def back_cover(programme: Programme, titles: DocumentTitles) -> BackCover:
    agency = programme.agency
    contact = (agency.phone, agency.email, agency.website)
    return BackCover(
        wordmark=wordmark(agency),
        address_lines=tuple(rich(line) for line in (agency.name, *agency.address_lines)),
        contact_lines=tuple(rich(line) for line in contact if line),
        picture=programme.picture(titles.back_picture),
    )


def plate(picture: Picture, numeral: str = "") -> Plate:
    return Plate(picture, caption(picture), numeral)
