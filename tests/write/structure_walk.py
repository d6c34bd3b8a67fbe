"""Reads a finished PDF's structure and says all that is wrong with it, or nothing.

Written from ISO 32000-1 (14.7, 14.8) and ISO 14289-1 with pypdf as the only help; it shares no
code with `write/`, or it would believe the same mistakes. `walk` serves any file of the house.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from pypdf import PdfReader

from tests.write.page_walk import read_page

_GROUPING = "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private"
_BLOCKS = "P H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot"
_INLINE = "Span Quote Note Reference BibEntry Code Link Annot Figure Formula Form"
_STANDARD = frozenset(f"{_GROUPING} {_BLOCKS} {_INLINE}".split())

# What may stand directly in some elements (ISO 32000-1, 14.8.4.2 and 14.8.4.3).
_CHILDREN = {
    "L": {"LI", "L", "Caption"},
    "LI": {"Lbl", "LBody"},
    "TOC": {"TOCI", "TOC", "Caption"},
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": {"TH", "TD"},
}
_MAY_BE_EMPTY = frozenset(("TD", "TH"))


@dataclass(slots=True)
class Element:
    """A structure element as read: its standard role, its text, its children in order."""

    role: str
    entry: Any
    children: list[Element] = field(default_factory=list)
    contents: list[tuple[int, int]] = field(default_factory=list)
    annotations: list[Any] = field(default_factory=list)
    text: str = ""

    def attribute(self, name: str) -> Any:
        attributes = self.entry.get("/A", [])
        several = attributes if isinstance(attributes, list) else [attributes]
        return next((one.get_object()[name] for one in several if name in one.get_object()), None)

    def descendants(self) -> Iterator[Element]:
        yield self
        for child in self.children:
            yield from child.descendants()


@dataclass(slots=True)
class StructureReport:
    """What a walk has found. `texts` pairs role and text of each element that shows some, the
    acronyms in it included; `expansions` pairs these with their words in full.
    """

    errors: list[str] = field(default_factory=list)
    roles: Counter[str] = field(default_factory=Counter)
    texts: list[tuple[str, str]] = field(default_factory=list)
    expansions: list[tuple[str, str]] = field(default_factory=list)
    actual_texts: list[str] = field(default_factory=list)
    alternatives: list[str] = field(default_factory=list)
    page_count: int = 0


def walk(pdf: bytes) -> StructureReport:
    """Read a file; it is the printer's if its output intent is of PDF/X."""
    return _Walk(PdfReader(io.BytesIO(pdf))).report


class _Walk:
    def __init__(self, reader: PdfReader) -> None:
        self.report = StructureReport(page_count=len(reader.pages))
        self._reader = reader
        root: Any = reader.trailer["/Root"]
        self._catalogue: Any = root.get_object()
        self._pages = [read_page(page, number) for number, page in enumerate(reader.pages, 1)]
        self._page_places = {
            page.indirect_reference.idnum: place
            for place, page in enumerate(reader.pages)
            if page.indirect_reference
        }
        self._is_print = self._catalogue["/OutputIntents"][0].get_object()["/S"] == "/GTS_PDFX"
        self._order: list[tuple[int, int]] = []
        self._owners: dict[tuple[int, int], int] = {}
        for page in self._pages:
            self.report.errors += page.errors
        self._walk_tree()
        self._check_catalogue()
        self._check_pages()

    def _fault(self, message: str) -> None:
        self.report.errors.append(message)

    def _walk_tree(self) -> None:
        tree = self._catalogue["/StructTreeRoot"]
        self._role_map = tree.get("/RoleMap", {})
        roots = [self._element(kid, tree) for kid in _several(tree["/K"])]
        elements = [element for root in roots for element in root.descendants()]
        for element in elements:
            self._tell(element)
        self._check_content()
        self._check_headings(elements)
        self._check_tables(elements)
        self._check_parents(tree, elements)

    def _element(self, reference: Any, parent: Any) -> Element:
        entry = reference.get_object()
        if entry["/P"].get_object() != parent:
            self._fault(f"{entry['/S']} names another parent")
        role = str(self._role_map.get(entry["/S"], entry["/S"]))[1:]
        element = Element(role, entry)
        for kid in _several(entry.get("/K", [])):
            self._hang(kid, element)
        return element

    def _hang(self, kid: Any, element: Element) -> None:
        entry = kid if isinstance(kid, int) else kid.get_object()
        if isinstance(entry, int):
            self._take(element, element.entry.raw_get("/Pg"), int(entry))
        elif entry.get("/Type") == "/MCR":
            self._take(element, entry.raw_get("/Pg"), int(entry["/MCID"]))
        elif entry.get("/Type") == "/OBJR":
            element.annotations.append(entry.raw_get("/Obj"))
        else:
            child = self._element(kid, element.entry)
            element.children.append(child)
            if "/E" in entry:
                element.text += child.text

    def _take(self, element: Element, page: Any, mcid: int) -> None:
        """Give a piece of content to its element, in the order of the walk."""
        place = (self._page_places[page.idnum], mcid)
        if place in self._owners:
            self._fault(f"page {place[0] + 1}: content {mcid} belongs to two elements")
        self._owners[place] = element.entry.indirect_reference.idnum
        self._order.append(place)
        element.contents.append(place)
        marked = self._pages[place[0]].marked.get(mcid)
        if marked is None:
            self._fault(f"page {place[0] + 1}: content {mcid} is not on the page")
            return
        element.text += marked.text
        if marked.tag != element.entry["/S"]:
            self._fault(f"page {place[0] + 1}: content {mcid} is {marked.tag}, not {element.role}")

    def _tell(self, element: Element) -> None:
        report, entry = self.report, element.entry
        report.roles[element.role] += 1
        if "/E" in entry:
            report.expansions.append((element.text, str(entry["/E"])))
        elif element.text:
            report.texts.append((element.role, element.text))
        if "/ActualText" in entry:
            report.actual_texts.append(str(entry["/ActualText"]))
        if "/Alt" in entry:
            report.alternatives.append(str(entry["/Alt"]))
        report.errors.extend(_element_faults(element, is_print=self._is_print))

    def _check_content(self) -> None:
        drawn = {(place, mcid) for place, page in enumerate(self._pages) for mcid in page.marked}
        for place, mcid in sorted(drawn - self._owners.keys()):
            self._fault(f"page {place + 1}: content {mcid} is in no element")
        for place in range(len(self._pages)):
            ids = [mcid for page, mcid in self._order if page == place]
            for before, after in pairwise(ids):
                if after < before:
                    self._fault(f"page {place + 1}: content {after} is read after {before}")

    def _check_headings(self, elements: list[Element]) -> None:
        levels = [int(e.role[1]) for e in elements if len(e.role) == 2 and e.role[0] == "H"]
        for before, after in pairwise((0, *levels)):
            if after > before + 1:
                self._fault(f"heading H{after} follows H{before}")

    def _check_tables(self, elements: list[Element]) -> None:
        for table in elements:
            if table.role == "Table":
                self.report.errors.extend(_table_faults(table))

    def _check_parents(self, tree: Any, elements: list[Element]) -> None:
        """Compare the parent tree with the walk, page by page and annotation by annotation."""
        numbers = dict(_number_tree(tree["/ParentTree"]))
        for place, page in enumerate(self._reader.pages):
            owners = numbers.get(page.get("/StructParents", -1), [])
            told = [reference.idnum for reference in _raw_items(owners)]
            walked = [self._owners.get((place, mcid)) for mcid in range(len(told))]
            if told != walked or len(told) != len(self._pages[place].marked):
                self._fault(f"page {place + 1}: the parent tree differs from the elements")
        for element in elements:
            for annotation in element.annotations:
                key = annotation.get_object().get("/StructParent")
                if numbers.get(key) != element.entry:
                    self._fault(f"annotation {key} is not of its {element.role}")

    def _check_catalogue(self) -> None:
        catalogue = self._catalogue
        if not catalogue.get("/MarkInfo", {}).get("/Marked"):
            self._fault("the file does not say that it is tagged")
        if not catalogue.get("/Lang"):
            self._fault("the file has no language")
        if not catalogue.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
            self._fault("the title is not displayed")
        if "/Metadata" not in catalogue or "/PageLabels" not in catalogue:
            self._fault("metadata or page labels are missing")

    def _check_pages(self) -> None:
        for content, page in zip(self._pages, self._reader.pages, strict=True):
            name = f"page {content.number}"
            self.report.errors.extend(f"{name}: {fault}" for fault in self._page_faults(page))
            if self._is_print and content.has_rgb:
                self._fault(f"{name}: RGB operators in the printer's file")
            if not self._is_print and content.has_process_inks:
                self._fault(f"{name}: process inks in the website's file")

    def _page_faults(self, page: Any) -> Iterator[str]:
        media, bleed, trim = ([float(n) for n in page[f"/{box}Box"]] for box in _BOXES)
        if not (_holds(media, bleed) and _holds(bleed, trim)):
            yield "boxes do not hold each other"
        if self._is_print == (trim == media):
            yield "bleed where none is wanted, or none where it is"
        if page.get("/Tabs") != "/S":
            yield "the tab order is not the structure's"
        if self._is_print and page.get("/Annots"):
            yield "annotations in the printer's file"
        yield from self._picture_faults(page)

    def _picture_faults(self, page: Any) -> Iterator[str]:
        wrong = "/DeviceRGB" if self._is_print else "/DeviceCMYK"
        for name, picture in page["/Resources"].get("/XObject", {}).items():
            if picture.get_object().get("/ColorSpace") == wrong:
                yield f"picture {name} is in {wrong}"


_BOXES = ("Media", "Bleed", "Trim")


def _holds(outer: list[float], inner: list[float]) -> bool:
    starts = all(a <= b + 0.01 for a, b in zip(outer[:2], inner[:2], strict=True))
    return starts and all(a >= b - 0.01 for a, b in zip(outer[2:], inner[2:], strict=True))


def _several(kids: Any) -> Any:
    """Give the items of an array as they stand, references unresolved; one item as itself."""
    value = kids.get_object() if hasattr(kids, "get_object") else kids
    return list(_raw_items(value)) if isinstance(value, list) else [kids]


def _raw_items(array: Any) -> Iterator[Any]:
    return list.__iter__(array)


def _number_tree(tree: Any) -> Iterator[tuple[int, Any]]:
    numbers = [item.get_object() for item in _raw_items(tree.get("/Nums", []))]
    yield from zip(numbers[::2], numbers[1::2], strict=True)
    for kid in tree.get("/Kids", []):
        yield from _number_tree(kid.get_object())


def _element_faults(element: Element, *, is_print: bool) -> Iterator[str]:
    role = element.role
    if role not in _STANDARD:
        yield f"{role} is no standard role"
    strangers = {child.role for child in element.children} - _CHILDREN.get(role, set())
    if role in _CHILDREN and strangers:
        yield f"{role} holds {', '.join(sorted(strangers))}"
    kids = (*element.children, *element.contents, *element.annotations)
    if not kids and role not in _MAY_BE_EMPTY:
        yield f"{role} is empty"
    if role == "Figure" and not (element.entry.get("/Alt") and element.attribute("/BBox")):
        yield "Figure without alternative text or box"
    if role == "Link" and (is_print or not element.annotations):
        yield "Link without a live zone"
    if role == "Note" and "/ID" not in element.entry:
        yield "Note without an identifier"
    for annotation in element.annotations:
        if not annotation.get_object().get("/Contents"):
            yield f"live zone of {role} says nothing"


def _table_faults(table: Element) -> Iterator[str]:
    """Check that rows are equally long, head cells named and scoped, other cells led to them."""
    cells = [cell for cell in table.descendants() if cell.role in ("TH", "TD")]
    names = {str(cell.entry["/ID"]) for cell in cells if "/ID" in cell.entry}
    for cell in cells:
        if cell.role == "TH" and not (cell.attribute("/Scope") and "/ID" in cell.entry):
            yield f"TH « {cell.text} » without scope or identifier"
        heads = {str(head) for head in cell.attribute("/Headers") or ()}
        if cell.role == "TD" and not heads:
            yield f"TD « {cell.text} » without headers"
        if heads - names:
            yield f"{cell.role} « {cell.text} » leads to no head: {sorted(heads - names)}"
    widths = _row_widths([row for row in table.descendants() if row.role == "TR"])
    if len(set(widths)) != 1:
        yield f"rows of a table have {widths} columns"


def _row_widths(rows: list[Element]) -> list[int]:
    """Count the columns of each row, with what hangs down into it from rows above."""
    widths = []
    hanging: list[tuple[int, int]] = []
    for row in rows:
        spans = [
            (cell.attribute("/ColSpan") or 1, cell.attribute("/RowSpan") or 1)
            for cell in row.children
        ]
        widths.append(sum(width for width, _ in (*spans, *hanging)))
        hanging = [(width, left - 1) for width, left in (*hanging, *spans) if left > 1]
    return widths
