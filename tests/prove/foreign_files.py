"""Faulty files of other hands: ReportLab's plain canvas, pypdf, matplotlib, pikepdf alone."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pikepdf
from matplotlib.backends.backend_pdf import FigureCanvasPdf
from matplotlib.figure import Figure
from pikepdf import Array, Dictionary, Name, Pdf
from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.prove.spoilers import saved

PDFX = '<rdf:Description rdf:about="" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" \
pdfxid:GTS_PDFXVersion="PDF/X-4"/>'
PDFUA = '<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" \
pdfuaid:part="1"/>'
PACKET = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF \
xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">{}</rdf:RDF></x:xmpmeta>'


def _canvas(draw: Callable[[Any], None], pages: int = 4, **options: Any) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, **options)
    for _ in range(pages):
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def office_letter() -> bytes:
    """Text in Helvetica, which is not in the file; one page."""
    return _canvas(lambda canvas: canvas.drawString(100, 700, "Bonjour"), pages=1)


def screen_colours() -> bytes:
    def draw(canvas: Any) -> None:
        canvas.setFillColorRGB(0.2, 0.4, 0.6)
        canvas.rect(100, 100, 200, 200, stroke=0, fill=1)

    return _canvas(draw)


def hairline() -> bytes:
    def draw(canvas: Any) -> None:
        canvas.setStrokeColorCMYK(0, 0, 0, 1)
        canvas.setLineWidth(0.05)
        canvas.line(100, 100, 300, 100)

    return _canvas(draw)


def coarse_photograph() -> bytes:
    picture = ImageReader(Image.new("CMYK", (100, 100), (0, 128, 0, 0)))
    return _canvas(lambda canvas: canvas.drawImage(picture, 100, 100, 200, 200))


def heavy_black() -> bytes:
    def draw(canvas: Any) -> None:
        canvas.setFillColorCMYK(1, 1, 1, 1)
        canvas.rect(100, 100, 200, 200, stroke=0, fill=1)

    return _canvas(draw)


def text_at_the_edge() -> bytes:
    def draw(canvas: Any) -> None:
        canvas.setFillColorCMYK(1, 0, 0, 0)
        canvas.drawString(4, 400, "Au bord")

    return _canvas(draw)


def locked() -> bytes:
    """Encrypted with a password that must be typed."""
    return _canvas(lambda canvas: canvas.drawString(100, 700, "Secret"), encrypt="cle")


def plotted() -> bytes:
    """A chart of matplotlib: RGB, fonts drawn by procedures."""
    figure = Figure(figsize=(4, 3))
    axes = figure.add_subplot()
    axes.plot([1, 2, 3], [2, 1, 3])
    stream = io.BytesIO()
    FigureCanvasPdf(figure).print_pdf(stream)
    return stream.getvalue()


def plotted_in_colour() -> bytes:
    figure = Figure(figsize=(4, 3))
    figure.add_subplot().imshow([[1, 2], [3, 4]])
    stream = io.BytesIO()
    FigureCanvasPdf(figure).print_pdf(stream)
    return stream.getvalue()


def claimed_by_hand() -> bytes:
    """Blank pages of pypdf that say in their information that they are PDF/X-1a, with a script."""
    writer = PdfWriter()
    for _ in range(4):
        writer.add_blank_page(400, 600)
    writer.add_metadata({"/GTS_PDFXVersion": "PDF/X-1a:2003"})
    script = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("1")}
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(script)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def _scratch(content: bytes, claim: str, pages: int = 4, **page: Any) -> Pdf:
    """Make a file from nothing; its pages are cut at 10 points from their edges."""
    pdf = pikepdf.new()
    for _ in range(pages):
        pdf.add_blank_page(page_size=(400, 400))
        made = pdf.pages[-1]
        made.Contents = pdf.make_stream(content)
        made.TrimBox, made.BleedBox = Array([10, 10, 390, 390]), Array([0, 0, 400, 400])
        for key, value in page.items():
            made[f"/{key}"] = value
    pdf.Root.Metadata = pdf.make_stream(PACKET.format(claim).encode())
    return pdf


def hollow_exchange() -> bytes:
    """Says that it is PDF/X-4, and that is all; an RGB colour written oddly."""
    return saved(_scratch(b"1 .5 0 rg%x\n50 50 100 100 re\rf", PDFX))


def hollow_access() -> bytes:
    """Says that it is PDF/UA, and holds no tags."""
    return saved(_scratch(b"0 g 50 50 100 100 re f", PDFUA))


def shouting_structure() -> bytes:
    """A small tagged file: H1, then H3, a figure without words, a list of paragraphs."""
    content = b"".join(
        b"/%s<</MCID %d>>BDC 0 g %d 50 10 10 re f EMC\n" % (tag, rank, 50 + 20 * rank)
        for rank, tag in enumerate((b"H1", b"H3", b"Figure", b"P"))
    )
    pdf = _scratch(content, PDFUA, pages=1, StructParents=0)
    page = pdf.pages[0].obj
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    document = pdf.make_indirect(Dictionary(S=Name.Document, P=root))
    made = [
        pdf.make_indirect(Dictionary(S=Name(f"/{tag}"), P=document, Pg=page, K=rank))
        for rank, tag in enumerate(("H1", "H3", "Figure", "P"))
    ]
    listed = pdf.make_indirect(Dictionary(S=Name.L, P=document, K=Array([made[3]])))
    document.K = Array([*made[:3], listed])
    root.K, root.ParentTree = document, Dictionary(Nums=Array([0, Array(made)]))
    pdf.Root.StructTreeRoot, pdf.Root.MarkInfo = root, Dictionary(Marked=True)
    pdf.Root.Lang, pdf.Root.ViewerPreferences = "fr", Dictionary(DisplayDocTitle=True)
    return saved(pdf)


def looping_form() -> bytes:
    """A form that shows itself."""
    pdf = _scratch(b"/Moi Do", "")
    form = pdf.make_stream(b"0 0 0 0.5 k 50 50 20 20 re f /Moi Do")
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 400, 400])
    held = Dictionary(XObject=Dictionary(Moi=form))
    form.Resources = held
    for page in pdf.pages:
        page.Resources = held
    return saved(pdf)


_UNCLAIMED = {"F-03", "P-13"}
_HOLLOW_X = {"X4-03", "X4-05", "X4-22"}
FOREIGN: tuple[tuple[Callable[[], bytes], set[str]], ...] = (
    (office_letter, {*_UNCLAIMED, "P-10", "P-20", "P-21"}),
    (screen_colours, {*_UNCLAIMED, "P-17"}),
    (hairline, {*_UNCLAIMED, "P-05"}),
    (coarse_photograph, {*_UNCLAIMED, "P-01"}),
    (heavy_black, {*_UNCLAIMED, "P-03"}),
    (text_at_the_edge, {*_UNCLAIMED, "P-06", "P-21"}),
    (locked, {"F-01"}),
    (plotted, {*_UNCLAIMED, "P-06", "P-07", "P-10", "P-17", "P-20"}),
    (plotted_in_colour, {*_UNCLAIMED, "P-01", "P-06", "P-10", "P-17", "P-20"}),
    (claimed_by_hand, {*_HOLLOW_X, "X4-01", "X4-02", "X4-09", "X4-15", "X4-23"}),
    (hollow_exchange, {*_HOLLOW_X, "X4-11"}),
    (hollow_access, {"UA-00-x01", "UA-00-x02", "UA-01-005", "UA-06-003", "UA-07-001"}),
    (shouting_structure, {"UA-06-003", "UA-09-005", "UA-13-004", "UA-14-003"}),
    (looping_form, {"F-02", "F-03"}),
)
