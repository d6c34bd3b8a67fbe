"""The structure tree as a file holds it (ISO 32000-1, 14.7): read once, each element once.

An element is known by its place in `Tree.elements`, where parents stand before their children.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct, field

from aula_reports.prove.values import (
    as_dictionary,
    as_list,
    entries,
    entry,
    entry_number,
    name_of,
    number_of,
    raw,
    real,
    solved,
    text_of,
)

_GROUPING = "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private"
_BLOCKS = "P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot"
_INLINE = "Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP"
_ILLUSTRATIONS = "Figure Formula Form"
STANDARD = frozenset(f"{_GROUPING} {_BLOCKS} {_INLINE} {_ILLUSTRATIONS}".split())
# What PDF 2.0 adds (ISO 32000-2, 14.8.6).
_LATER = frozenset(
    [
        "Title",
        "FENote",
        "DocumentFragment",
        "Aside",
        "Sub",
        "Em",
        "Strong",
        "Artifact",
        "H7",
        "H8",
        "H9",
    ]
)
_MOST_ELEMENTS = 500_000
_LONGEST_MAPPING = 32
# No honest tree is deeper; and whoever asks where an element stands looks no further.
_DEEPEST, _NEAR = 500, 500


class Content(Struct, frozen=True):
    """Marked content that an element holds: the page, the form (0 for none), its number."""

    page: int
    stream: int
    mcid: int


class Element(Struct, eq=False):
    """One structure element; `role` is the standard one that its tag stands for."""

    index: int
    number: int
    tag: str
    role: str
    entry: Any
    parent: Element | None
    page: int
    children: list[Element] = field(default_factory=list)
    contents: list[Content] = field(default_factory=list)
    annotations: list[int] = field(default_factory=list)

    def text(self, key: str) -> str:
        return text_of(raw(self.entry, key))

    def ancestors(self) -> Iterator[Element]:
        above = self.parent
        for _ in range(_DEEPEST):
            if above is None:
                return
            yield above
            above = above.parent

    def near(self) -> Iterator[Element]:
        """Give it and the first of those within it: enough to see where it stands."""
        return itertools.islice(self.descendants(), _NEAR)

    def descendants(self) -> Iterator[Element]:
        stack = [self]
        while stack:
            here = stack.pop()
            yield here
            stack.extend(reversed(here.children))

    def attribute(self, name: str) -> Any:
        """Give an attribute, whichever owner's (14.7.5)."""
        for one in as_list(raw(self.entry, "/A")):
            value = entry(one, name)
            if value is not None:
                return value
        return None

    @property
    def where(self) -> int:
        """The page on which it begins, if anything tells."""
        if self.page:
            return self.page
        return next((c.page for one in self.near() for c in one.contents if c.page), 0)


class Tree(Struct):
    """The whole structure; `faults` holds the numbers of elements reached by a cycle."""

    root: Any
    elements: list[Element] = field(default_factory=list)
    role_map: dict[str, str] = field(default_factory=dict)
    cycles: list[int] = field(default_factory=list)
    is_partial: bool = False
    is_later: bool = False

    def of(self, *roles: str) -> Iterator[Element]:
        return (element for element in self.elements if element.role in roles)


def standard_role(tag: str, role_map: Mapping[str, str], *, later: bool = False) -> str:
    """Follow the role map to a standard role; an empty text where it leads nowhere.

    `later` admits the roles of PDF 2.0.
    """
    for _ in range(_LONGEST_MAPPING):
        if tag in STANDARD or (later and tag in _LATER):
            return tag
        if tag not in role_map:
            return ""
        tag = role_map[tag]
    return ""


def read_tree(catalog: Any, pages: Mapping[int, int], *, later: bool = False) -> Tree:
    """Read the tree; `pages` gives the number of a page by its object's.

    `later` tells a file of PDF 2.0, which has more roles.
    """
    root = entry(catalog, "/StructTreeRoot")
    tree = Tree(root, is_later=later)
    tree.role_map = {key[1:]: name_of(value) for key, value in entries(entry(root, "/RoleMap"))}
    if isinstance(root, dict):
        _Growth(tree, pages).grow(raw(root, "/K"))
    return tree


class _Growth:
    def __init__(self, tree: Tree, pages: Mapping[int, int]) -> None:
        self.tree, self.pages = tree, pages
        self.seen: set[int] = set()

    def grow(self, kids: Any) -> None:
        """Take elements from a stack, so that no depth breaks the reading."""
        stack: list[tuple[Any, Element | None]] = [(kid, None) for kid in _reversed(kids)]
        while stack:
            value, parent = stack.pop()
            element = self._element(value, parent)
            if element is not None:
                stack.extend((kid, element) for kid in self._kids(element))

    def _element(self, value: Any, parent: Element | None) -> Element | None:
        held, number = solved(value), number_of(value)
        if not isinstance(held, dict):
            return None
        if number and number in self.seen:
            self.tree.cycles.append(number)
            return None
        if len(self.tree.elements) >= _MOST_ELEMENTS:
            self.tree.is_partial = True
            return None
        self.seen.add(number)
        tag = name_of(raw(held, "/S"))
        role = standard_role(tag, self.tree.role_map, later=self.tree.is_later)
        page = self.pages.get(entry_number(held, "/Pg"), 0) or (parent.page if parent else 0)
        element = Element(len(self.tree.elements), number, tag, role, held, parent, page)
        self.tree.elements.append(element)
        if parent is not None:
            parent.children.append(element)
        return element

    def _kids(self, element: Element) -> list[Any]:
        """Take up contents and annotations of an element; give its elements, the last first."""
        elements = []
        for kid in as_list(raw(element.entry, "/K")):
            held = solved(kid)
            if isinstance(held, (int, float)):
                element.contents.append(Content(element.page, 0, int(held)))
            elif name_of(raw(held, "/Type")) == "MCR":
                element.contents.append(self._reference(element, held))
            elif name_of(raw(held, "/Type")) == "OBJR":
                element.annotations.append(entry_number(held, "/Obj"))
            else:
                elements.append(kid)
        return elements[::-1]

    def _reference(self, element: Element, held: Any) -> Content:
        page = self.pages.get(entry_number(held, "/Pg"), 0) or element.page
        return Content(page, entry_number(held, "/Stm"), int(real(raw(held, "/MCID"), -1)))


def _reversed(kids: Any) -> list[Any]:
    return as_list(kids)[::-1]


def number_tree(root: Any) -> dict[int, Any]:
    """Read a number tree (7.9.7), each node once; values are as they are written."""
    found: dict[int, Any] = {}
    stack, seen = [root], set()
    while stack:
        value = stack.pop()
        node, number = as_dictionary(value), number_of(value)
        if number and number in seen:
            continue
        seen.add(number)
        numbers = as_list(raw(node, "/Nums"))
        for key, held in zip(numbers[::2], numbers[1::2], strict=False):
            found.setdefault(int(real(key, -1)), held)
        stack.extend(as_list(raw(node, "/Kids")))
    return found
