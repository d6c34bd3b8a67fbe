"""The structure tree of the file: the book's nodes, joined to the content that was drawn.

Elements hang in the order in which their content first appears, text and children interleaved;
an element that never appears is not written. What appears is noted here while pages are drawn
(`content`, `empty`, `link`), and the tree is spelt at the end (ISO 32000-1, 14.7 and 14.8).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, field

from aula_reports.geometry import Rect
from aula_reports.typeset.structure import Node
from aula_reports.write.document import CompactDocument, Indirect
from aula_reports.write.syntax import corners, text_string

# Roles that PDF 1.7 does not know, and what they are to a reader that does not know them either.
ROLE_MAP: Mapping[str, str] = {
    "Title": "P",
    "Aside": "Div",
    "Em": "Span",
    "FENote": "Note",
    "Strong": "Span",
    "Sub": "Span",
}


class Content(Struct, frozen=True):
    """Marked content of an element: its page, counted from 0, and its id there."""

    page: int
    mcid: int


class LiveZone(Struct, frozen=True):
    """An annotation that belongs to an element."""

    page: int
    annotation: str


class _Element(Struct):
    thing: Indirect
    kids: list[Content | LiveZone | int] = field(default_factory=list)


class TagTree:
    """What has appeared of a book's structure so far."""

    def __init__(self, nodes: Sequence[Node], document: CompactDocument) -> None:
        self._nodes = nodes
        self._document = document
        self._elements: dict[int, _Element] = {}
        self._contents: dict[int, list[int]] = {}
        self._zones: list[int] = []
        self._figures = _figure_of_each(nodes)
        self._inked: dict[int, tuple[int, Rect]] = {}

    def role(self, node: int) -> str:
        return self._nodes[node].role

    def is_in_figure(self, node: int) -> bool:
        return self._figures[node] is not None

    def content(self, node: int, page: int) -> int:
        """Note a piece of content on a page (counted from 0) and give it its id."""
        owners = self._contents.setdefault(page, [])
        mcid = len(owners)
        owners.append(node)
        self._element(node).kids.append(Content(page, mcid))
        return mcid

    def empty(self, node: int) -> None:
        """Note an element that has a place but no content."""
        self._element(node)

    def link(self, node: int, page: int, annotation: Indirect) -> int:
        """Note a live zone of a Link; return its key in the parent tree, counted from 0."""
        self._element(node).kids.append(LiveZone(page, annotation.ref))
        self._zones.append(node)
        return len(self._zones) - 1

    def ink(self, node: int, page: int, bounds: Rect) -> None:
        """Note where ink fell, for the box of the figure around it, on the page where it starts."""
        figure = self._figures[node]
        if figure is None:
            return
        first, box = self._inked.get(figure, (page, bounds))
        if first == page:
            self._inked[figure] = (page, _around(box, bounds))

    def _element(self, node: int) -> _Element:
        element = self._elements.get(node)
        if element is None:
            parent = self._nodes[node].parent
            if parent is not None:
                self._element(parent).kids.append(node)
            element = self._elements[node] = _Element(self._document.indirect())
        return element

    def written(self, pages: Sequence[Indirect]) -> str:
        """Write the tree; return the reference of its root."""
        root = self._document.indirect()
        for node, element in self._elements.items():
            element.thing.body = self._spelt(node, element, root.ref, pages).encode("latin-1")
        root.body = (
            f"<</Type/StructTreeRoot/K[{self._elements[0].thing.ref}]"
            f"/ParentTree<</Nums[{self._parents(len(pages))}]>>"
            f"/ParentTreeNextKey {len(pages) + len(self._zones)}"
            f"{self._identifiers()}{self._roles()}>>"
        ).encode("latin-1")
        return root.ref

    def _spelt(self, node: int, element: _Element, root: str, pages: Sequence[Indirect]) -> str:
        fact = self._nodes[node]
        parent = root if fact.parent is None else self._elements[fact.parent].thing.ref
        page = next((kid.page for kid in element.kids if not isinstance(kid, int)), None)
        at_page = "" if page is None else f"/Pg {pages[page].ref}"
        kids = " ".join(self._kid(kid, page, pages) for kid in element.kids)
        return (
            f"<</Type/StructElem/S/{fact.role}/P {parent}{at_page}"
            f"{''.join(self._entries(node, fact))}/K[{kids}]>>"
        )

    def _kid(
        self, kid: Content | LiveZone | int, page: int | None, pages: Sequence[Indirect]
    ) -> str:
        match kid:
            case int():
                return self._elements[kid].thing.ref
            case Content(at, mcid) if at == page:
                return str(mcid)
            case Content(at, mcid):
                return f"<</Type/MCR/Pg {pages[at].ref}/MCID {mcid}>>"
            case LiveZone(at, annotation):
                return f"<</Type/OBJR/Pg {pages[at].ref}/Obj {annotation}>>"

    def _entries(self, node: int, fact: Node) -> Iterator[str]:
        if _has_identifier(fact):
            yield f"/ID({_identifier(node)})"
        if fact.title:
            yield f"/T{text_string(fact.title)}"
        if fact.alt:
            yield f"/Alt{text_string(fact.alt)}"
        if fact.actual_text:
            yield f"/ActualText{text_string(fact.actual_text)}"
        if fact.expansion:
            yield f"/E{text_string(fact.expansion)}"
        attributes = "".join(self._attributes(node, fact))
        if attributes:
            yield f"/A[{attributes}]"

    def _attributes(self, node: int, fact: Node) -> Iterator[str]:
        if fact.role in ("TH", "TD"):
            cell = "".join(self._cell(fact))
            if cell:
                yield f"<</O/Table{cell}>>"
        if fact.list_numbering:
            yield f"<</O/List/ListNumbering/{fact.list_numbering}>>"
        if node in self._inked:
            yield f"<</O/Layout/Placement/Block/BBox{corners(self._inked[node][1])}>>"

    def _cell(self, fact: Node) -> Iterator[str]:
        if fact.scope:
            yield f"/Scope/{fact.scope}"
        if fact.column_span > 1:
            yield f"/ColSpan {fact.column_span}"
        if fact.row_span > 1:
            yield f"/RowSpan {fact.row_span}"
        if fact.headers:
            yield f"/Headers[{''.join(f'({_identifier(head)})' for head in fact.headers)}]"

    def _parents(self, page_count: int) -> str:
        rows = [
            f"{page}[{' '.join(self._elements[node].thing.ref for node in owners)}]"
            for page, owners in sorted(self._contents.items())
        ]
        zones = [
            f"{page_count + key} {self._elements[node].thing.ref}"
            for key, node in enumerate(self._zones)
        ]
        return "\n".join(rows + zones)

    def _identifiers(self) -> str:
        names = sorted(
            (_identifier(node), element.thing.ref)
            for node, element in self._elements.items()
            if _has_identifier(self._nodes[node])
        )
        if not names:
            return ""
        pairs = "".join(f"({name}){ref}" for name, ref in names)
        limits = f"({names[0][0]})({names[-1][0]})"
        return f"/IDTree<</Kids[<</Limits[{limits}]/Names[{pairs}]>>]>>"

    def _roles(self) -> str:
        used = {self._nodes[node].role for node in self._elements}
        mapped = "".join(f"/{role}/{ROLE_MAP[role]}" for role in sorted(used & ROLE_MAP.keys()))
        return f"/RoleMap<<{mapped}>>" if mapped else ""


def _has_identifier(fact: Node) -> bool:
    """Header cells are pointed at, and notes must have a name (ISO 14289-1, 7.9)."""
    return fact.role in ("TH", "Note")


def _identifier(node: int) -> str:
    return f"n{node:06d}"


def _figure_of_each(nodes: Sequence[Node]) -> list[int | None]:
    """Find for each node the outermost Figure or Formula that it is or stands in."""
    figures: list[int | None] = []
    for index, node in enumerate(nodes):
        outer = None if node.parent is None else figures[node.parent]
        own = index if node.role in ("Figure", "Formula") else None
        figures.append(own if outer is None else outer)
    return figures


def _around(one: Rect, other: Rect) -> Rect:
    left, bottom = min(one.x, other.x), min(one.y, other.y)
    return Rect(left, bottom, max(one.right, other.right) - left, max(one.top, other.top) - bottom)
