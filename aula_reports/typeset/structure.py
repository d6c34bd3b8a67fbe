"""The structure tree, born with the blocks: one node an element, in logical order.

A node's index is its identity; parents come before children, and what is read first comes first.
Role names are PDF 1.7's (ISO 32000-1, 14.8.4); the writer maps them for other versions.
"""

from __future__ import annotations

from msgspec import Struct, field


class Node(Struct, frozen=True):
    """One structure element. `headers` are nodes of TH cells.

    `origin` is the field of the programme that it tells (`model/origin`); what is within it is of
    the same field, unless it says more.
    """

    role: str
    parent: int | None
    alt: str = ""
    actual_text: str = ""
    title: str = ""
    scope: str = ""
    headers: tuple[int, ...] = ()
    column_span: int = 1
    row_span: int = 1
    list_numbering: str = ""
    expansion: str = ""
    origin: str = ""


class StructureBuilder(Struct):
    """Grows the tree while blocks are set; node 0 is the Document."""

    nodes: list[Node] = field(default_factory=lambda: [Node("Document", None)])

    def add(self, role: str, parent: int, **attributes: object) -> int:
        """Append a child of `parent` and return its index."""
        return self.append(Node(role, parent, **attributes))  # type: ignore[arg-type]

    def append(self, node: Node) -> int:
        """Append an element and return its index."""
        self.nodes.append(node)
        return len(self.nodes) - 1

    def frozen(self) -> tuple[Node, ...]:
        return tuple(self.nodes)
