import io
from collections.abc import Callable

import pikepdf
import pytest
from msgspec.structs import replace

from aula_reports.typeset.pages import Book
from aula_reports.typeset.structure import Node
from aula_reports.write.colour import Profile
from aula_reports.write.pdf import Supplies, write_file
from tests.write.sample_book import RARE_TEXT, sample_book
from tests.write.structure_walk import walk


def test_the_tree_of_the_sample_has_no_fault(files: dict[Profile, bytes]) -> None:
    for content in files.values():
        assert walk(content).errors == []


def test_elements_are_read_in_the_order_in_which_they_are_drawn(
    files: dict[Profile, bytes],
) -> None:
    report = walk(files["web"])
    assert report.texts[:4] == [
        ("H1", "Début du livret "),
        ("Link", "Tableau, page 2 "),
        ("P", f"Un paragraphe avec un mot  {RARE_TEXT} "),
        ("Span", "gras "),
    ]
    assert report.roles["TH"] == 5
    assert report.actual_texts == ["*"]
    assert report.alternatives == ["Un disque et son contour"]


def test_the_printers_file_says_span_where_the_website_has_a_link(
    files: dict[Profile, bytes],
) -> None:
    web, printed = walk(files["web"]).roles, walk(files["print"]).roles
    assert web["Link"] == 2
    assert printed["Link"] == 0
    assert printed["Span"] == web["Span"] + 2


def test_an_element_that_is_never_drawn_is_not_written(supplies: Supplies) -> None:
    book = sample_book()
    unseen = (Node("Sect", 0), Node("P", len(book.nodes)))
    grown = replace(book, nodes=book.nodes + unseen)
    assert walk(write_file(grown, supplies, "web").content).roles["Sect"] == 1


def test_the_box_of_a_figure_holds_its_ink_and_no_more(files: dict[Profile, bytes]) -> None:
    edges = (59.5, 309.5, 140.5, 390.5)
    assert _figure_box(files["web"]) == pytest.approx(edges, abs=0.01)
    bleed = 14.173
    assert _figure_box(files["print"]) == pytest.approx([e + bleed for e in edges], abs=0.01)


def _figure_box(content: bytes) -> list[float]:
    with pikepdf.open(io.BytesIO(content)) as pdf:
        dictionaries = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary)]
        (figure,) = (thing for thing in dictionaries if thing.get("/S") == "/Figure")
        return [float(edge) for edge in figure.A[0].BBox]


def _changed(book: Book, role: str, attributes: dict[str, object]) -> Book:
    """Change the last node of a role."""
    last = max(index for index, node in enumerate(book.nodes) if node.role == role)
    nodes = list(book.nodes)
    nodes[last] = replace(nodes[last], **attributes)
    return replace(book, nodes=tuple(nodes))


@pytest.mark.parametrize(
    ("role", "attributes", "fault"),
    [
        ("H2", {"role": "H3"}, "heading H3 follows H1"),
        ("TH", {"scope": ""}, "TH « Total  » without scope or identifier"),
        ("TD", {"headers": ()}, "TD « 27  » without headers"),
        ("TD", {"column_span": 1}, "rows of a table have [3, 3, 2] columns"),
        ("Figure", {"alt": ""}, "Figure without alternative text or box"),
        ("LBody", {"role": "P"}, "LI holds P"),
        ("Caption", {"role": "Note"}, None),
        ("Caption", {"role": "Legende"}, "Legende is no standard role"),
    ],
)
def test_the_walk_sees_faults_of_the_book(
    supplies: Supplies, role: str, attributes: dict[str, object], fault: str | None
) -> None:
    book = _changed(sample_book(), role, attributes)
    errors = walk(write_file(book, supplies, "web").content).errors
    assert errors == ([fault] if fault else [])


def _swap_content(pdf: pikepdf.Pdf) -> None:
    _rewrite(pdf, b"/MCID 0>>", b"/MCID 99>>")


def _unmark(pdf: pikepdf.Pdf) -> None:
    _rewrite(pdf, b"/Artifact BMC", b"", b"EMC", b"")


def _use_red(pdf: pikepdf.Pdf) -> None:
    _rewrite(pdf, b"BT", b"1 0 0 1 k BT")


def _rewrite(pdf: pikepdf.Pdf, *pairs: bytes) -> None:
    content = pdf.pages[0].Contents.read_bytes()
    for old, new in zip(pairs[::2], pairs[1::2], strict=True):
        content = content.replace(old, new, 1)
    pdf.pages[0].Contents = pdf.make_stream(content)


def _glue(pdf: pikepdf.Pdf) -> None:
    two_lines = b" /G1 9 Tf BT 0 9 Td [<0001>]TJ ET BT 0 5 Td [<0001>]TJ ET"
    _rewrite(pdf, b"/MCID 0>>BDC", b"/MCID 0>>BDC" + two_lines)


def _mislead_parents(pdf: pikepdf.Pdf) -> None:
    owners = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    owners[0], owners[1] = owners[1], owners[0]


def _lose_link(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Annots[0].StructParent = 0


def _lose_trim(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].TrimBox = pikepdf.Array([-5, 0, 100, 100])


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (_swap_content, "page 1: content 99 is in no element"),
        (_unmark, "page 1: f paints outside marked content"),
        (_use_red, "page 1: process inks in the website's file"),
        (_glue, "page 1: « L » and « L » are glued"),
        (_mislead_parents, "page 1: the parent tree differs from the elements"),
        (_lose_link, "annotation 0 is not of its Link"),
        (_lose_trim, "page 1: boxes do not hold each other"),
    ],
)
def test_the_walk_sees_faults_of_the_file(
    files: dict[Profile, bytes], spoil: Callable[[pikepdf.Pdf], None], fault: str
) -> None:
    with pikepdf.open(io.BytesIO(files["web"])) as pdf:
        spoil(pdf)
        spoilt = io.BytesIO()
        pdf.save(spoilt)
    assert fault in walk(spoilt.getvalue()).errors
