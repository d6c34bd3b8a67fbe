"""Good files to be spoilt, and the small tools that spoil them (pikepdf)."""

from __future__ import annotations

import functools
import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from aula_reports.prove.preflight import Report, preflight
from aula_reports.read.printers import read_printer
from aula_reports.write.colour import Profile
from aula_reports.write.pdf import Supplies, write_file
from tests.write.sample_book import FACES, INKS, sample_book

Spoil = Callable[[Pdf], None]
MM = 72 / 25.4
BLEED = 5 * MM


@functools.cache
def written(profile: Profile) -> bytes:
    """The sample book as our writer makes it."""
    return write_file(sample_book(), Supplies(FACES, INKS), profile).content


@functools.cache
def good(profile: Profile) -> bytes:
    """A file in which nothing is to be found.

    The printer's is the sample book on four pages, its folio raised by some millimetres.
    """
    if profile == "web":
        return written("web")
    with pikepdf.open(io.BytesIO(written("print"))) as pdf:
        for page in pdf.pages:
            content = page.Contents.read_bytes()
            page.Contents.write(content.replace(b"40.00 12.00 Td", b"40.00 22.00 Td"))
        for page in tuple(pdf.pages):
            pdf.pages.append(page)
        return saved(pdf)


def saved(pdf: Pdf) -> bytes:
    """Write what pikepdf holds, streams as they are."""
    stream = io.BytesIO()
    pdf.save(
        stream,
        static_id=True,
        compress_streams=False,
        stream_decode_level=pikepdf.StreamDecodeLevel.none,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
    )
    return stream.getvalue()


def spoilt(profile: Profile, spoil: Spoil) -> bytes:
    with pikepdf.open(io.BytesIO(good(profile))) as pdf:
        spoil(pdf)
        return saved(pdf)


def report_on(content: bytes, folder: Path, *, printer: str = "") -> Report:
    path = folder / "essai.pdf"
    path.write_bytes(content)
    return preflight(path, read_printer(printer or "couche"), forces_print=bool(printer))


def codes_of(report: Report) -> set[str]:
    return {fault.code for fault in report.faults}


def ink(pdf: Pdf, drawing: str, page: int = 0) -> None:
    """Draw on a page, from the lower left corner of its trim in the printer's file."""
    pdf.pages[page].contents_add(pdf.make_stream(f"\n{drawing}\n".encode()))


def resource(pdf: Pdf, kind: str, name: str, value: Object, page: int = 0) -> None:
    """Give a page a resource of its own."""
    held = pdf.pages[page].Resources
    if f"/{kind}" not in held:
        held[f"/{kind}"] = Dictionary()
    held[f"/{kind}"][f"/{name}"] = value


def image(pdf: Pdf, pixel: bytes, width: int, height: int, space: Object) -> Stream:
    """Make an image of one colour."""
    made = pdf.make_stream(pixel * (width * height))
    made.Type, made.Subtype = Name.XObject, Name.Image
    made.Width, made.Height, made.BitsPerComponent, made.ColorSpace = width, height, 8, space
    return made


def form(pdf: Pdf, content: str, **resources: Object) -> Stream:
    made = pdf.make_stream(content.encode())
    made.Type, made.Subtype, made.BBox = Name.XObject, Name.Form, Array([0, 0, 400, 400])
    made.Resources = Dictionary({f"/{kind}": value for kind, value in resources.items()})
    return made


def tint(pdf: Pdf, inks: str = "0 1 1 0") -> Dictionary:
    """Make a function from a tint to four inks."""
    full = Array([float(share) for share in inks.split()])
    return Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0, 0]), C1=full, N=1)


def elements(pdf: Pdf) -> Iterator[Any]:
    """Give the structure elements in their order."""
    stack = [pdf.Root.StructTreeRoot]
    while stack:
        here = stack.pop()
        if "/S" in here:
            yield here
        kids = here.get("/K", Array())
        listed = list(kids) if isinstance(kids, Array) else [kids]
        stack.extend(kid for kid in reversed(listed) if isinstance(kid, Dictionary) and "/S" in kid)


def first(pdf: Pdf, tag: str, rank: int = 0) -> Any:
    """Find an element by its tag."""
    return [element for element in elements(pdf) if f"/{tag}" == element.S][rank]


def kids(element: Any) -> list[Any]:
    return list(element.K) if isinstance(element.K, Array) else [element.K]


def drop_attribute(element: Any, key: str) -> None:
    """Take an attribute away and leave the others."""
    held = element.get("/A", Array())
    for one in list(held) if isinstance(held, Array) else [held]:
        if key in one:
            del one[key]


def rewrite_metadata(pdf: Pdf, old: str, new: str) -> None:
    content = pdf.Root.Metadata.read_bytes()
    assert old.encode() in content
    pdf.Root.Metadata.write(content.replace(old.encode(), new.encode()))


def link(pdf: Pdf, rank: int = 0) -> Any:
    """Find a link's annotation."""
    found = [note for page in pdf.pages for note in page.get("/Annots", Array())]
    return found[rank]


def font(pdf: Pdf, name: str = "G1") -> Any:
    return pdf.pages[0].Resources.Font[f"/{name}"]
