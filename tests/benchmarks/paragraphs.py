"""Set the paragraphs of a text, one a line, as a book sets its own: what judges of lines compare.

    python tests/benchmarks/paragraphs.py TEXT OUT.pdf --measure 78 --size 10.5

Nothing but justified paragraphs of one measure, by the way that a book's text goes: composed,
broken, laid, written. Half a leading parts paragraphs, or a reader of the file could not tell a
full last line from the others.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from aula_reports.compose.wording import rich
from aula_reports.gauge.enlarged import enlarged
from aula_reports.gauge.paragraphs import paragraphs_of
from aula_reports.gauge.proof_inks import PROOF_INKS
from aula_reports.gauge.spacing import uneven_lines
from aula_reports.geometry import mm
from aula_reports.model.layout import Alignment, InkSpec, TextStyle
from aula_reports.typeset.flow import Entry, alike, break_pages
from aula_reports.typeset.fonts import FaceTable
from aula_reports.typeset.pages import Book, Page, Sheet, TextThing
from aula_reports.typeset.paragraph import Setter
from aula_reports.typeset.runs import LineSpan, SetLine
from aula_reports.typeset.structure import Node
from aula_reports.write.pdf import Supplies, write_file

FACE, INK, STYLE = "texte", "noir", "texte"
INKS = {INK: InkSpec(cmyk=(0, 0, 0, 100), srgb="#000000")}
WIDTH, HEIGHT, MARGIN = mm(210), mm(297), mm(20)
GAP = 0.5
WORST = 10


class Line(Struct, frozen=True):
    """A line of paragraph `paragraph`, `number` of `count`, all from 0."""

    paragraph: int
    number: int
    count: int
    line: SetLine

    def entry(self, leading: float) -> Entry:
        """Two lines at least stay together at a paragraph's start, and at its end; no page ends
        with a hyphen.
        """
        keeps = self.line.hyphenated or (self.number in (0, self.count - 2) and self.count > 1)
        gap = GAP * leading if self.paragraph and not self.number else 0.0
        return Entry(leading, keeps_next=keeps, gap=gap)


def set_lines(text: str, setter: Setter, measure: float) -> Iterator[Line]:
    """Break each line of a text as a paragraph; blank ones are left out."""
    for paragraph, words in enumerate(filter(str.strip, text.splitlines())):
        lines = setter.set(rich(words), STYLE, measure)
        for number, line in enumerate(lines):
            yield Line(paragraph, number, len(lines), line)


def lay_page(lines: Sequence[Line], leading: float) -> Iterator[TextThing]:
    y = HEIGHT - MARGIN - leading
    for line in lines:
        if line is not lines[0]:
            y -= line.entry(leading).height + line.entry(leading).gap
        spans = tuple(span for span in line.line.spans if isinstance(span, LineSpan))
        yield TextThing(line.paragraph + 1, MARGIN, y, spans)


def lay_book(title: str, lines: Sequence[Line], measure: float, leading: float) -> Book:
    """Share lines out over pages of A4, or as wide as the measure needs."""
    entries = [line.entry(leading) for line in lines]
    rooms = break_pages(entries, alike(HEIGHT - 2 * MARGIN), last_white=0.0)
    pages = tuple(
        Page(number, str(number), "", tuple(lay_page(lines[room.start : room.stop], leading)))
        for number, room in enumerate(rooms, 1)
    )
    return Book(
        title=title,
        author="",
        subject="",
        language="fr-FR",
        sheet=Sheet(max(WIDTH, measure + 2 * MARGIN), HEIGHT, 0.0, 0.0),
        pages=pages,
        nodes=(Node("Document", None), *(Node("P", 0) for _ in range(lines[-1].paragraph + 1))),
        anchors={},
        outline=(),
        fill={},
    )


def set_text(text: str, title: str, wishes: argparse.Namespace) -> tuple[bytes, bytes]:
    """Set a text and write it as a PDF; write its ten worst lines, enlarged, as another."""
    family = wishes.family.replace(" ", "")
    faces = FaceTable({FACE: f"{family}/{family}-Regular.ttf"})
    leading = wishes.leading * wishes.size
    style = TextStyle(
        face=FACE,
        size=wishes.size,
        leading_mm=leading / mm(1),
        ink=INK,
        align=Alignment.JUSTIFIED,
        hyphenate=True,
        features=("onum", "pnum"),
    )
    measure = mm(wishes.measure)
    setter = Setter(faces, {STYLE: style})
    book = lay_book(title, list(set_lines(text, setter, measure)), measure, leading)
    faults = (fault for paragraph in paragraphs_of(book) for fault in uneven_lines(paragraph))
    worst = sorted(faults, key=lambda fault: -fault.weight)[:WORST]
    supplies = Supplies(faces, INKS | PROOF_INKS)
    books = (book, enlarged(book, worst, setter, STYLE))
    return tuple(write_file(one, supplies, "web", use_cache=False).content for one in books)  # type: ignore[return-value]


def main() -> None:
    parser = argparse.ArgumentParser(description="Compose un texte, un paragraphe par ligne.")
    parser.add_argument("text", type=Path, metavar="TEXTE", help="texte en UTF-8")
    parser.add_argument("output", type=Path, metavar="PDF", help="PDF à écrire")
    parser.add_argument("--worst", type=Path, metavar="PDF", help="les dix pires lignes, agrandies")
    parser.add_argument("--measure", type=float, default=78, help="justification, en mm")
    parser.add_argument("--size", type=float, default=10.5, help="corps, en points")
    parser.add_argument("--leading", type=float, default=1.4, help="interligne, en corps")
    parser.add_argument("--family", default="Source Serif 4", help="famille, parmi fonts/")
    wishes = parser.parse_args()
    text = wishes.text.read_text(encoding="utf-8")
    if not text.strip():
        parser.error(f"{wishes.text} n’a pas de texte")
    content, worst = set_text(text, wishes.text.stem, wishes)
    wishes.output.write_bytes(content)
    if wishes.worst:
        wishes.worst.write_bytes(worst)


if __name__ == "__main__":
    main()
