"""The structure tree of the file: the book's nodes, joined to the content that was drawn.

Elements hang in the order in which their content first appears, text and children interleaved;
an element that never appears is not written, unless something leads to it. What appears is noted
here while pages are drawn (`content`, `empty`, `link`), and the tree is spelt at the end (ISO
32000-1, 14.7 and 14.8).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from aula_reports.geometry import Rect
from aula_reports.typeset.structure import Node
from aula_reports.write.document import CompactDocument, Indirect
from aula_reports.write.syntax import corners, text_string

# Before the field of the programme in an element's id.
ORIGIN = "lieu:"


class Dialect(Struct, frozen=True):
    """How a version of PDF names elements.

    `renamed` roles have another name in it; `role_map` says what roles that it does not know are
    to a reader that does not know them either. With a `namespace`, every element is of it, but
    for the `older` roles, which it left out.
    """

    role_map: Mapping[str, str]
    renamed: Mapping[str, str]
    namespace: str = ""
    older: frozenset[str] = frozenset()


PDF_1_7 = Dialect(
    role_map={
        "Title": "P",
        "Aside": "Div",
        "Em": "Span",
        "FENote": "Note",
        "Strong": "Span",
        "Sub": "Span",
    },
    renamed={},
)
# ISO 32000-2, 14.8.6: the standard namespace of PDF 2.0.
PDF_2_0 = Dialect(
    role_map={},
    renamed={"Note": "FENote"},
    namespace="http://iso.org/pdf2/ssn",
    older=frozenset(("TOC", "TOCI", "Reference")),
)


class _Element(Struct):
    """An element that has appeared: its kids as they are spelt, and the page of the first content.

    That page is the element's (`/Pg`), so an id of content alone means content of that page.
    """

    thing: Indirect
    parent: str
    kids: list[str] = field(default_factory=list)
    page: int | None = None
    refers_to: str = ""


class TagTree:
    """What has appeared of a book's structure so far; pages are counted from 0."""

    def __init__(
        self,
        nodes: Sequence[Node],
        pages: Sequence[Indirect],
        document: CompactDocument,
        dialect: Dialect = PDF_1_7,
    ) -> None:
        self._nodes = nodes
        self._pages = pages
        self._document = document
        self._dialect = dialect
        self._root = _Element(document.indirect(), "")
        self._namespace = document.indirect(_namespace(dialect)) if dialect.namespace else None
        self._elements: dict[int, _Element] = {}
        # Elements that something leads to, and that have not appeared.
        self._awaited: dict[int, Indirect] = {}
        # The elements of each page's content, by its id.
        self._owners: list[list[str]] = [[] for _ in pages]
        self._zones: list[str] = []
        self._figures = _figure_of_each(nodes)
        self._names = _name_of_each(nodes)
        self._inked: dict[int, tuple[int, Rect]] = {}

    def role(self, node: int) -> str:
        role = self._nodes[node].role
        return self._dialect.renamed.get(role, role)

    def is_in_figure(self, node: int) -> bool:
        return self._figures[node] is not None

    def content(self, node: int, page: int) -> int:
        """Note a piece of content on a page and give it its id."""
        owners = self._owners[page]
        mcid = len(owners)
        element = self._element(node)
        owners.append(element.thing.ref)
        if element.page is None:
            element.page = page
        if element.page == page:
            element.kids.append(str(mcid))
        else:
            element.kids.append(f"<</Type/MCR/Pg {self._pages[page].ref}/MCID {mcid}>>")
        return mcid

    def empty(self, node: int) -> None:
        """Note an element that has a place but no content."""
        self._element(node)

    def reference(self, node: int) -> str:
        """Refer to an element, be it that it has not appeared yet."""
        element = self._elements.get(node)
        if element is not None:
            return element.thing.ref
        if node not in self._awaited:
            self._awaited[node] = self._document.indirect()
        return self._awaited[node].ref

    def link(self, node: int, page: int, annotation: Indirect, leads_to: int | None = None) -> int:
        """Note a live zone of a Link; return its key in the parent tree, counted from 0.

        `leads_to` is the element where it leads inside the book: in PDF 2.0 the entry of a table
        of contents names it too.
        """
        element = self._element(node)
        if leads_to is not None and self._namespace:
            self._refer(node, self.reference(leads_to))
        if element.page is None:
            element.page = page
        element.kids.append(f"<</Type/OBJR/Pg {self._pages[page].ref}/Obj {annotation.ref}>>")
        self._zones.append(element.thing.ref)
        return len(self._zones) - 1

    def _refer(self, node: int | None, target: str) -> None:
        """Make the entry of a table of contents around a link, if there is one, name its target."""
        while node is not None and self._nodes[node].role != "TOCI":
            node = self._nodes[node].parent
        if node is not None:
            self._element(node).refers_to = target

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
            fact = self._nodes[node]
            parent = self._root if fact.parent is None else self._element(fact.parent)
            thing = self._awaited.pop(node, None) or self._document.indirect()
            element = self._elements[node] = _Element(thing, parent.thing.ref)
            parent.kids.append(thing.ref)
        return element

    def written(self) -> str:
        """Write the tree; return the reference of its root."""
        for node in tuple(self._awaited):
            self._element(node)
        for node, element in self._elements.items():
            element.thing.body = self._spelt(node, element).encode("latin-1")
        root = self._root.thing
        root.body = (
            f"<</Type/StructTreeRoot/K[{' '.join(self._root.kids)}]"
            f"/ParentTree<</Nums[{self._parents()}]>>"
            f"/ParentTreeNextKey {len(self._pages) + len(self._zones)}{self._identifiers()}"
            f"{self._roles()}{f'/Namespaces[{self._namespace.ref}]' if self._namespace else ''}>>"
        ).encode("latin-1")
        return root.ref

    def _spelt(self, node: int, element: _Element) -> str:
        fact = self._nodes[node]
        page = "" if element.page is None else f"/Pg {self._pages[element.page].ref}"
        space = ""
        if self._namespace and fact.role not in self._dialect.older:
            space = f"/NS {self._namespace.ref}"
        refers = f"/Ref[{element.refers_to}]" if element.refers_to else ""
        return (
            f"<</Type/StructElem/S/{self.role(node)}{space}/P {element.parent}{page}{refers}"
            f"{self._name(node)}{_words(fact)}{self._attributes(node, fact)}"
            f"/K[{' '.join(element.kids)}]>>"
        )

    def _name(self, node: int) -> str:
        name = self._names.get(node)
        return f"/ID({name})" if name else ""

    def _attributes(self, node: int, fact: Node) -> str:
        attributes = self._cell(fact) if fact.role in ("TH", "TD") else ""
        if fact.list_numbering:
            attributes += f"<</O/List/ListNumbering/{fact.list_numbering}>>"
        if node in self._inked:
            box = corners(self._inked[node][1])
            attributes += f"<</O/Layout/Placement/Block/BBox{box}>>"
        return f"/A[{attributes}]" if attributes else ""

    def _cell(self, fact: Node) -> str:
        """Spell a table cell's attributes (14.8.5.7)."""
        cell = f"/Scope/{fact.scope}" if fact.scope else ""
        if fact.column_span > 1:
            cell += f"/ColSpan {fact.column_span}"
        if fact.row_span > 1:
            cell += f"/RowSpan {fact.row_span}"
        if fact.headers:
            names = ")(".join([self._names[head] for head in fact.headers])
            cell += f"/Headers[({names})]"
        return f"<</O/Table{cell}>>" if cell else ""

    def _parents(self) -> str:
        owners = enumerate(self._owners)
        rows = [f"{page}[{' '.join(owned)}]" for page, owned in owners if owned]
        zones = [f"{key} {owner}" for key, owner in enumerate(self._zones, len(self._pages))]
        return "\n".join(rows + zones)

    def _identifiers(self) -> str:
        elements = self._elements
        names = sorted(
            (name, elements[node].thing.ref)
            for node, name in self._names.items()
            if node in elements
        )
        if not names:
            return ""
        pairs = "".join(f"({name}){ref}" for name, ref in names)
        limits = f"({names[0][0]})({names[-1][0]})"
        return f"/IDTree<</Kids[<</Limits[{limits}]/Names[{pairs}]>>]>>"

    def _roles(self) -> str:
        role_map = self._dialect.role_map
        used = {self.role(node) for node in self._elements}
        mapped = "".join(f"/{role}/{role_map[role]}" for role in sorted(used & role_map.keys()))
        return f"/RoleMap<<{mapped}>>" if mapped else ""


def _namespace(dialect: Dialect) -> str:
    return f"<</Type/Namespace/NS{text_string(dialect.namespace)}>>"


def _words(fact: Node) -> str:
    """Spell what an element says beside its content."""
    words = f"/T{text_string(fact.title)}" if fact.title else ""
    if fact.alt:
        words += f"/Alt{text_string(fact.alt)}"
    if fact.actual_text:
        words += f"/ActualText{text_string(fact.actual_text)}"
    if fact.expansion:
        words += f"/E{text_string(fact.expansion)}"
    return words


def _name_of_each(nodes: Sequence[Node]) -> dict[int, str]:
    """Name the header cells, which are pointed at, the notes, as they must (14289-1, 7.9), and
    what tells a field of the programme, by that field; several of a field are numbered.
    """
    names: dict[int, str] = {}
    counts: dict[str, int] = {}
    for index, node in enumerate(nodes):
        if node.role in ("TH", "Note"):
            names[index] = f"n{index:06d}"
        elif node.origin:
            count = counts[node.origin] = counts.get(node.origin, 0) + 1
            names[index] = f"{ORIGIN}{node.origin}" + (f";{count}" if count > 1 else "")
    return names


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
