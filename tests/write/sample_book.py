"""A small book made by hand: two pages with one of everything that the writer must tag."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from aula_reports.geometry import Rect, circle, line, mm, rectangle
from aula_reports.model.layout import InkSpec
from aula_reports.typeset.fonts import FaceTable
from aula_reports.typeset.pages import (
    Book,
    EmptyThing,
    ImageThing,
    LinkThing,
    OutlineEntry,
    Page,
    Pen,
    Place,
    ShapeThing,
    Sheet,
    TextThing,
    Thing,
)
from aula_reports.typeset.runs import LineSpan
from aula_reports.typeset.shaping import Shaper
from aula_reports.typeset.structure import StructureBuilder

FACES = FaceTable(
    {
        "texte": "SourceSans3/SourceSans3-Regular.ttf",
        "gras": "SourceSans3/SourceSans3-Semibold.ttf",
        "titre": "SourceSerif4/SourceSerif4-Semibold.ttf",
        "romain": "SourceSerif4/SourceSerif4-Regular.ttf",
    }
)
INKS = {
    "noir": InkSpec(cmyk=(0, 0, 0, 100), srgb="#000000"),
    "nuit": InkSpec(cmyk=(100, 70, 30, 30), srgb="#0d3451"),
    "brume": InkSpec(cmyk=(12, 6, 4, 0), srgb="#e1e9ef"),
}
SHEET = Sheet(mm(150), mm(200), mm(5), mm(3))
TITLE = "Livret d’essai (2021)"

# What a reader must find again, code point by code point.
RARE_TEXT = "Prix\u00a0: 12\u202f000\u202f€, porte\u2011à\u2011porte, affluence"


class Desk:
    """Sets text by hand: a line a call, spaces as runs of their own."""

    def __init__(self) -> None:
        self.shaper = Shaper(FACES)
        self.tree = StructureBuilder()

    def span(self, text: str, face: str = "texte", size: float = 9.5, **looks: object) -> LineSpan:
        features = looks.pop("features", ())
        assert isinstance(features, tuple)
        words = [part for word in text.split(" ") for part in (word, " ")][:-1]
        runs = tuple((self.shaper.run(face, word, features), 0.0) for word in words if word)
        width = sum(run.width for run, _ in runs) * size / 1000
        return LineSpan(0.0, face, size, str(looks.pop("ink", "noir")), runs, width, **looks)  # type: ignore[arg-type]

    def line(self, node: int | None, x: float, y: float, text: str, face: str = "texte") -> Thing:
        return TextThing(node, x, y, (self.span(text + " ", face),))


def sample_book(picture: Path | None = None, mask: Path | None = None) -> Book:
    """Make the book; with a picture file, its second page shows it over the whole sheet."""
    desk = Desk()
    pages = (
        Page(1, "1", "texte", (*_running_foot(desk, "1"), *_first_page(desk))),
        Page(2, "2", "texte", (*_second_page(desk, picture, mask), *_running_foot(desk, "2"))),
    )
    return Book(
        title=TITLE,
        author="Agence d’urbanisme",
        subject="Essai de l’écriture",
        language="fr-FR",
        sheet=SHEET,
        pages=pages,
        nodes=desk.tree.frozen(),
        anchors={"debut": Place(1, 520.0, 1), "tableau": Place(2, 520.0, 1)},
        outline=(OutlineEntry(1, "Début", "debut"), OutlineEntry(2, "Tableau", "tableau")),
        fill={},
    )


def _running_foot(desk: Desk, folio: str) -> Iterator[Thing]:
    ground = rectangle(Rect(0, 0, SHEET.width, 20).grown(SHEET.bleed))
    yield ShapeThing(None, ground, fill="brume")
    yield desk.line(None, 40, 12, f"Livret d’essai {folio}")


def _first_page(desk: Desk) -> Iterator[Thing]:
    tree = desk.tree
    heading = tree.add("H1", 0, title="Début")
    yield TextThing(heading, 40, 520, (desk.span("Début du livret ", "titre", 24, ink="nuit"),))
    yield from _contents(desk)
    yield from _paragraph(desk)
    yield from _list(desk)


def _contents(desk: Desk) -> Iterator[Thing]:
    tree = desk.tree
    contents = tree.add("TOC", 0)
    entry = tree.add("TOCI", contents)
    link = tree.add("Link", tree.add("Reference", entry))
    yield desk.line(link, 40, 480, "Tableau, page 2")
    yield LinkThing(link, Rect(40, 478, 90, 12), "#tableau", "Tableau, page 2")


def _paragraph(desk: Desk) -> Iterator[Thing]:
    tree = desk.tree
    text = tree.add("P", 0)
    yield desk.line(text, 40, 450, "Un paragraphe avec un mot ")
    bold = tree.add("Span", text)
    yield desk.line(bold, 170, 450, "gras", "gras")
    star = tree.add("Span", text, actual_text="*")
    yield ShapeThing(star, circle(196, 453, 2), fill="nuit")
    yield desk.line(text, 205, 450, RARE_TEXT)
    link = tree.add("Link", text)
    yield desk.line(link, 40, 438, "aulart.fr")
    yield LinkThing(link, Rect(40, 436, 60, 12), "https://exemple.fr/été?a=1", "Site de l’agence")
    yield from _typographic_line(desk, tree.add("P", 0))


def _typographic_line(desk: Desk, node: int) -> Iterator[Thing]:
    capitals = desk.span("xviii", "romain", features=("smcp",))
    tracked = desk.span("e siècle, ", "romain", tracking=0.3, scale=1.02, rise=1.5)
    yield TextThing(node, 40, 420, (capitals,))
    yield TextThing(node, 70, 420, (tracked,))
    yield TextThing(node, 40, 408, (desk.span("pro" + "\u00ad", "romain"),))
    yield TextThing(node, 40, 396, (desk.span("gramme ", "romain"),), angle=30)


def _list(desk: Desk) -> Iterator[Thing]:
    tree = desk.tree
    whole = tree.add("L", 0, list_numbering="Decimal")
    for rank, text in enumerate(("premier point", "second point"), start=1):
        item = tree.add("LI", whole)
        yield desk.line(tree.add("Lbl", item), 40, 340 - 12 * rank, f"{rank}.")
        yield desk.line(tree.add("LBody", item), 56, 340 - 12 * rank, text)


def _second_page(desk: Desk, picture: Path | None, mask: Path | None) -> Iterator[Thing]:
    heading = desk.tree.add("H2", 0, title="Tableau")
    yield TextThing(heading, 40, 520, (desk.span("Tableau et figure ", "titre", 18),))
    yield from _table(desk)
    yield from _figure(desk, picture, mask)


def _table(desk: Desk) -> Iterator[Thing]:
    tree = desk.tree
    table = tree.add("Table", 0)
    row = tree.add("TR", tree.add("THead", table))
    heads = [tree.add("TH", row, scope="Column") for _ in range(3)]
    for column, (head, text) in enumerate(zip(heads, ("Axe", "2020", "2021"), strict=True)):
        yield desk.line(head, 40 + 60 * column, 480, text, "gras")
    yield ShapeThing(None, line(40, 476, 220, 476), pen=Pen("nuit", 0.5, dash=(1, 1)))
    body = tree.add("TBody", table)
    row = tree.add("TR", body)
    side = tree.add("TH", row, scope="Row", headers=(heads[0],))
    yield desk.line(side, 40, 464, "Habitat")
    yield EmptyThing(tree.add("TD", row, headers=(heads[1], side)))
    yield desk.line(tree.add("TD", row, headers=(heads[2], side)), 160, 464, "12,5")
    row = tree.add("TR", body)
    side = tree.add("TH", row, scope="Row", headers=(heads[0],))
    yield desk.line(side, 40, 452, "Total")
    wide = tree.add("TD", row, headers=(*heads[1:], side), column_span=2)
    yield desk.line(wide, 100, 452, "27")


def _figure(desk: Desk, picture: Path | None, mask: Path | None) -> Iterator[Thing]:
    tree = desk.tree
    figure = tree.add("Figure", 0, alt="Un disque et son contour")
    if picture:
        sheet = Rect(0, 0, SHEET.width, SHEET.height).grown(SHEET.bleed)
        box = Rect(30, 200, 200, 150)
        yield ImageThing(None, str(picture), sheet, sheet)
        yield ImageThing(figure, str(picture), box, box, str(mask) if mask else "")
    disc = circle(100, 350, 40)
    yield ShapeThing(figure, disc, fill="nuit", clip=rectangle(Rect(60, 310, 60, 80)))
    yield ShapeThing(figure, disc, pen=Pen("noir", 1, round_ends=True))
    yield TextThing(figure, 90, 350, (desk.span("40 %", ink="brume"),))
    yield desk.line(tree.add("Caption", tree.add("Sect", 0)), 40, 296, "Figure 1. Un disque")
