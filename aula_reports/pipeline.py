"""The whole program on one screen: check → compose → paginate → write.

A publication is laid out once; each file that leaves the house is another writing of the same
pages. Nothing here knows how a block looks or what a PDF is.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from aula_reports import resources
from aula_reports.check.binding import binding_findings
from aula_reports.check.consistency import check_programme
from aula_reports.compose.blocks import Document
from aula_reports.compose.wording import rich
from aula_reports.diagnostics import (
    Finding,
    InvalidLayout,
    InvalidProgramme,
    MissingGlyph,
    Severity,
    in_source_order,
)
from aula_reports.french.profiles import Profile as Usage
from aula_reports.french.profiles import profile_of
from aula_reports.model.layout import OWN_PARTS, InkSpec, Layout
from aula_reports.model.origin import Origin
from aula_reports.model.outlines import Commune
from aula_reports.model.programme import Programme
from aula_reports.read.layouts import read_layout
from aula_reports.read.loader import LoadedProgramme, has_errors, read_programme
from aula_reports.read.note_faults import note_findings
from aula_reports.read.outlines import read_outlines, survey_outlines
from aula_reports.read.pictures import PictureFile, read_pictures, survey_pictures
from aula_reports.read.places import all_located, fields_with, human_path, place_of
from aula_reports.read.references import reference_faults
from aula_reports.typeset.fonts import FaceTable
from aula_reports.typeset.pages import Book, Page
from aula_reports.typeset.paginate import paginate
from aula_reports.typeset.paragraph import Setter
from aula_reports.typeset.workshop import Workshop
from aula_reports.whole_files import Placing, replace_file
from aula_reports.write.drawing_cache import users_workshop
from aula_reports.write.text_cache import users_texts

if TYPE_CHECKING:
    from aula_reports.compose.data_files import DataFile
    from aula_reports.gauge.readings import BookReading
    from aula_reports.typeset.chart_plans import Charter
    from aula_reports.typeset.runs import SetLine
    from aula_reports.write.colour import Profile
    from aula_reports.write.pdf import WrittenFile

DOCUMENTS = ("ppa", "rapport")

# Signs of a title in the slug line, which ends before the target at the middle of the foot.
_SLUG_TITLE = 48


class Timings(Struct):
    """How long each stage took, in seconds, in the order they ran; names are for readers."""

    stages: list[tuple[str, float]] = field(default_factory=list)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        start = time.perf_counter()
        yield
        self.stages.append((name, time.perf_counter() - start))


class Publication(Struct, frozen=True):
    """A document laid out, ready to be written as many times as there are uses for it."""

    book: Book
    layout: Layout
    faces: FaceTable
    folder: Path
    findings: tuple[Finding, ...]
    timings: Timings
    programme: Programme | None = None
    # The folder of the layout, where the profile of its press is.
    home: Path = Path()
    # Whether it shows what is no part of the book.
    is_draft: bool = False

    @property
    def page_count(self) -> int:
        return len(self.book.pages)

    @property
    def page_choices(self) -> tuple[str, ...]:
        """How page breaks were chosen where first fit would not do, a sentence each."""
        return self.book.choices

    @property
    def mean_fill(self) -> float | None:
        """How much of the type area the pages of sheets fill, from 0 to 1; None without any."""
        shares = self.book.fill.values()
        return sum(shares) / len(shares) if shares else None

    def read_setting(self) -> BookReading:
        """Measure how evenly the text is set, page by page, and find the faults of the setting."""
        from aula_reports.gauge.readings import read_book
        from aula_reports.typeset.grid import Grid

        return read_book(self.book, Grid.of(self.layout))

    def proof(self, *, grid: bool = False, spaces: bool = False) -> Publication:
        """Lay over the pages what proofs show: the grid under the text, the inserted spaces."""
        from aula_reports.gauge.proof_inks import PROOF_INKS
        from aula_reports.gauge.shown_grid import with_grid
        from aula_reports.gauge.shown_spaces import with_spaces

        book = with_spaces(self.book) if spaces else self.book
        book = with_grid(book, self.layout) if grid else book
        layout = self.layout.model_copy(update={"inks": {**self.layout.inks, **PROOF_INKS}})
        return replace(self, book=book, layout=layout, is_draft=True)

    def show_worst(self, reading: BookReading, most: int = 10) -> Publication:
        """Make a proof of the worst places of a reading: their lines, enlarged."""
        from aula_reports.gauge.enlarged import enlarged
        from aula_reports.gauge.proof_inks import PROOF_INKS

        wanted = self.layout
        setter = Setter(self.faces, wanted.styles, wanted.justification, wanted.fallbacks)
        layout = wanted.model_copy(update={"inks": {**wanted.inks, **PROOF_INKS}})
        book = enlarged(self.book, reading.worst(most), setter)
        return replace(self, book=book, layout=layout, is_draft=True)

    def with_marks(self) -> Publication:
        """Have crop marks, registration targets and a slug line in the printer's file."""
        press = self.layout.press.model_copy(update={"marks": True})
        return replace(self, layout=self.layout.model_copy(update={"press": press}))

    def to_bytes(self, *, profile: Profile = "web", use_cache: bool = True) -> bytes:
        """Write the file of a profile: "web" (accessible), "print" (the printer's) or "archive".

        The archive's carries the programme and its tables.
        """
        return self._written(profile, use_cache=use_cache).content

    def _written(self, profile: Profile, *, use_cache: bool) -> WrittenFile:
        with self.timings.stage("écriture"):
            from aula_reports.write.pdf import Supplies, write_file
            from aula_reports.write.press import press_of

            book, inks = self._for_press(profile)
            press = press_of(self.layout.press, self.home)
            carried, is_draft = self._data(profile), self.is_draft
            supplies = Supplies(self.faces, inks, self.folder, carried, press, is_draft)
            return write_file(book, supplies, profile, use_cache=use_cache)

    def _for_press(self, profile: Profile) -> tuple[Book, Mapping[str, InkSpec]]:
        """Put the marks round the pages that a layout wants in the printer's file."""
        if profile != "print" or not self.layout.press.marks:
            return self.book, self.layout.inks
        from aula_reports.typeset.press_marks import with_press_marks
        from aula_reports.write.press import REGISTRATION, with_registration

        setter = Setter(self.faces, self.layout.styles)
        count = self.page_count

        def slug(page: Page) -> SetLine:
            title = self.book.title
            short = title if len(title) <= _SLUG_TITLE else f"{title[:_SLUG_TITLE].rstrip()}…"
            words = f"{short}  ·  page {page.number} sur {count}"
            return setter.line(rich(words), "caption")

        book = with_press_marks(self.book, REGISTRATION, slug)
        return book, with_registration(self.layout.inks)

    def _data(self, profile: Profile) -> tuple[DataFile, ...]:
        """Make the files that the file of a profile carries."""
        if profile != "archive" or self.programme is None:
            return ()
        from aula_reports.compose.data_files import data_files

        return data_files(self.programme)

    def save(
        self,
        path: str | Path,
        *,
        profile: Profile = "web",
        use_cache: bool = True,
        placing: Placing = replace_file,
    ) -> None:
        """Write a file aside and move it into place: an existing one survives any failure.

        `placing` does so in its own way.
        """
        placing(Path(path), self._written(profile, use_cache=use_cache).parts)


def load_programme(path: str | Path) -> Programme:
    """Read a programme and remember where, so that its pictures and its findings have a place.

    Raises SourceError or InvalidProgramme, with every finding.
    """
    loaded = read_programme(path)
    return loaded.programme.from_origin(Origin(loaded.folder, loaded.places, loaded.findings))


def build(  # noqa: PLR0913 -- each is a wish of the caller
    programme: Programme,
    *,
    document: str | None = None,
    layout: str | None = None,
    folder: str | Path | None = None,
    timings: Timings | None = None,
    charter: Charter | None = None,
    use_cache: bool = True,
) -> Publication:
    """Lay out a document of a programme: "ppa" or "rapport", by default the one that it names.

    `layout` names one of ours or the folder of another, by default the document's; `folder` is
    where pictures and outlines are, by default where the programme was read; `charter` draws the
    charts, by default in this process; `use_cache` keeps them, planned maps and set text in the
    user's cache folder. Raises InvalidProgramme, InvalidLayout, MissingGlyph, ContentOverflow;
    ValueError for an unknown document.
    """
    document = document or ("ppa" if programme.document else "rapport")
    if document not in DOCUMENTS:
        raise ValueError(f"document inconnu : {document} — choisir parmi {', '.join(DOCUMENTS)}")
    timings = timings or Timings()
    home = resources.layout_folder(layout or document)
    workshop = users_workshop(charter, use_cache=use_cache)
    loaded = _loaded(programme, folder)
    return _laid_out(loaded, document, home, timings, workshop, use_cache=use_cache)


def _laid_out(
    loaded: LoadedProgramme,
    document: str,
    home: Path,
    timings: Timings,
    workshop: Workshop,
    *,
    use_cache: bool,
) -> Publication:
    """Take a programme from its pictures to its pages, in the layout of a folder."""
    programme = loaded.programme
    with timings.stage("maquette et images"):
        chosen = read_layout(home, resources.layout_folder)
        communes = read_outlines(loaded)
        pictures = read_pictures(loaded)
    with timings.stage("contrôle"):
        findings = _findings(loaded, communes)
    texts = users_texts(_name_of(loaded, document, home), use_cache=use_cache)
    with timings.stage("composition"), texts.composing(_usage_of(chosen)):
        composed = _composed(document, programme, chosen, communes)
    with timings.stage("mise en pages"):
        faces = FaceTable(chosen.fonts, home)
        proportions = _proportions(programme, pictures)
        try:
            with texts.setter(faces, chosen) as setter:
                book = paginate(composed, chosen, setter, proportions, workshop)
        except MissingGlyph as missing:
            raise MissingGlyph(_placed(missing, loaded), missing.character) from None
    findings = (*findings, *binding_findings(len(book.pages), chosen))
    return Publication(book, chosen, faces, loaded.folder, findings, timings, programme, home)


def _name_of(loaded: LoadedProgramme, document: str, home: Path) -> tuple[str, ...]:
    """Tell a book from the others of its user."""
    programme = loaded.programme
    titles = [told.short_title for told in (programme.document, programme.report) if told]
    return (document, str(home.resolve()), str(loaded.folder.resolve()), *titles)


def _composed(
    document: str, programme: Programme, layout: Layout, communes: tuple[Commune, ...]
) -> Document:
    """Compose one of the two books; the other's composer is not even loaded."""
    _refuse_foreign_parts(document, layout)
    if document == "ppa":
        from aula_reports.compose.booklet import compose_booklet

        return compose_booklet(programme, layout, communes)
    from aula_reports.compose.activity_report import compose_report

    return compose_report(programme, layout, communes)


def _usage_of(layout: Layout) -> Usage:
    """Give the usage in which a layout wants its text."""
    wanted = layout.typography
    usage = profile_of(wanted.usage.value)
    return replace(
        usage,
        superior_titles=usage.superior_titles and wanted.superior_titles,
        binds_nouns=usage.binds_nouns or wanted.binds_nouns,
        rules_off=usage.rules_off | frozenset(wanted.rules_off),
    )


def _refuse_foreign_parts(document: str, layout: Layout) -> None:
    """Raise InvalidLayout for parts that the document is not made of: they would be lost."""
    foreign = [
        kind
        for book, kinds in OWN_PARTS.items()
        for kind in layout.flat_plan
        if book != document and kind in kinds
    ]
    if foreign:
        parts = ", ".join(f"« {kind} »" for kind in foreign)
        message = f"la maquette « {layout.name} » a des parties d’un autre livre : {parts}"
        remedy = f"prendre une maquette du livre « {document} », ou ôter ces parties"
        finding = Finding(Severity.ERROR, "E614", message, field="chemin_de_fer", remedy=remedy)
        raise InvalidLayout([finding])


def check(path: str | Path, *, layout: str | None = None) -> tuple[Finding, ...]:
    """Read a programme and return all that can be said against it, in source order.

    Where a layout is named, as for `build`, the rules that it switches off sleep.
    Raises SourceError or InvalidProgramme where it cannot be read as a programme, InvalidLayout.
    """
    from aula_reports.check.words import check_words

    loaded = read_programme(path)
    communes, map_faults = survey_outlines(loaded)
    _, picture_faults = survey_pictures(loaded)
    rules_off: tuple[str, ...] = ()
    if layout:
        chosen = read_layout(resources.layout_folder(layout), resources.layout_folder)
        rules_off = chosen.typography.rules_off
    words = check_words(loaded.programme, loaded.places, rules_off)
    return in_source_order((*map_faults, *picture_faults, *words, *_findings(loaded, communes)))


def _placed(missing: MissingGlyph, loaded: LoadedProgramme) -> str:
    """Tell where the programme holds a character that no font draws, a place a line."""
    found = fields_with(missing.character, loaded.programme.model_dump(by_alias=True))
    places = [(place_of(path, loaded.places), human_path(path)) for path in found]
    return "\n".join([str(missing), *(f"  {place or ''} {field}" for place, field in places)])


def _loaded(programme: Programme, folder: str | Path | None) -> LoadedProgramme:
    """Take a programme as if it had just been read; one made in Python is checked like a file."""
    origin = programme.origin
    if origin is None:
        values = programme.model_dump(by_alias=True)
        findings = (*all_located(reference_faults(values), {}), *note_findings(values, None))
        if has_errors(findings):
            raise InvalidProgramme(findings)
        return LoadedProgramme(programme, {}, Path(folder or "."), findings)
    home = Path(folder) if folder is not None else origin.folder
    return LoadedProgramme(programme, origin.places, home, origin.findings)


def _findings(loaded: LoadedProgramme, communes: tuple[Commune, ...]) -> tuple[Finding, ...]:
    doubts = check_programme(loaded.programme, loaded.places, communes or None)
    return in_source_order((*loaded.findings, *doubts))


def _proportions(programme: Programme, pictures: tuple[PictureFile, ...]) -> Mapping[str, float]:
    """Give height over width of each picture, under the name by which pages lay it."""
    shapes = {entry.picture_id: entry.height / entry.width for entry in pictures}
    return {picture.file: shapes[picture.id] for picture in programme.pictures}
