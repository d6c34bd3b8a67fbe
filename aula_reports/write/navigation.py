"""Ways through the file: destinations, live zones, bookmarks, page labels (12.3, 12.4, 12.5)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from urllib.parse import quote

from msgspec import Struct, field

from aula_reports.geometry import Rect
from aula_reports.typeset.pages import LinkThing, OutlineEntry, Place
from aula_reports.write.document import CompactDocument, Indirect
from aula_reports.write.syntax import byte_string, corners, number, text_string

# Characters of an address that stand for themselves (RFC 3986); the rest is percent-encoded.
_PLAIN_IN_ADDRESS = ":/?#[]@!$&'()*+,;=%-._~"


class Destinations(Struct, frozen=True):
    """Anchors as explicit destinations: a page by its number, and the height to show on top.

    `element` gives the reference of the structure element to lead to, where a file must (PDF 2.0).
    """

    anchors: Mapping[str, Place]
    pages: Mapping[int, Indirect]
    raised_by: float
    element: Callable[[int], str] | None = None

    def spelt(self, anchor: str) -> str:
        """Spell where an anchor leads; KeyError if the book has no such anchor."""
        place = self.anchors[anchor]
        shown = f"/XYZ null {number(place.y + self.raised_by)} null]"
        page = f"[{self.pages[place.page].ref}{shown}"
        if self.element is None:
            return f"/Dest{page}"
        return f"/A<</S/GoTo/D{page}/SD[{self.element(place.node)}{shown}>>"

    def node(self, target: str) -> int | None:
        """Find the structure element that a link leads to inside the book."""
        return self.anchors[target[1:]].node if target.startswith("#") else None


def link_annotation(link: LinkThing, rect: Rect, key: int, destinations: Destinations) -> str:
    """Spell a live zone without border; `key` is its place in the parent tree."""
    if link.target.startswith("#"):
        leads = destinations.spelt(link.target[1:])
    else:
        address = byte_string(quote(link.target, safe=_PLAIN_IN_ADDRESS))
        leads = f"/A<</S/URI/URI{address}>>"
    # Flag 4 (print) is asked of every annotation by PDF/A (ISO 19005-2, 6.3.2).
    return (
        f"<</Type/Annot/Subtype/Link/Rect{corners(rect)}/Border[0 0 0]/F 4"
        f"/Contents{text_string(link.contents)}/StructParent {key}{leads}>>"
    )


def page_labels(first_number: int) -> str:
    """Count pages in decimal figures, as they are printed."""
    start = f"/St {first_number}" if first_number != 1 else ""
    return f"<</Nums[0<</S/D{start}>>]>>"


class _Bookmark(Struct):
    thing: Indirect
    entry: OutlineEntry
    children: list[_Bookmark] = field(default_factory=list)

    def count(self) -> int:
        return len(self.children) + sum(child.count() for child in self.children)


def outlines(
    document: CompactDocument, entries: Sequence[OutlineEntry], destinations: Destinations
) -> str:
    """Write the bookmarks, all unfolded; return the reference of their root, "" without any."""
    if not entries:
        return ""
    root = _Bookmark(document.indirect(), OutlineEntry(0, "", ""))
    _grow(root, document, entries)
    root.thing.body = f"<</Type/Outlines{_family(root)}>>".encode("latin-1")
    _spell_children(root, destinations)
    return root.thing.ref


def _grow(root: _Bookmark, document: CompactDocument, entries: Sequence[OutlineEntry]) -> None:
    """Hang each entry under the last one of a higher level."""
    branch = [root]
    for entry in entries:
        while branch[-1].entry.level >= entry.level:
            branch.pop()
        bookmark = _Bookmark(document.indirect(), entry)
        branch[-1].children.append(bookmark)
        branch.append(bookmark)


def _family(bookmark: _Bookmark) -> str:
    if not bookmark.children:
        return ""
    first, last = bookmark.children[0].thing.ref, bookmark.children[-1].thing.ref
    return f"/First {first}/Last {last}/Count {bookmark.count()}"


def _spell_children(parent: _Bookmark, destinations: Destinations) -> None:
    siblings = parent.children
    for place, bookmark in enumerate(siblings):
        before = f"/Prev {siblings[place - 1].thing.ref}" if place else ""
        after = f"/Next {siblings[place + 1].thing.ref}" if place + 1 < len(siblings) else ""
        bookmark.thing.body = (
            f"<</Title{text_string(bookmark.entry.title)}/Parent {parent.thing.ref}{before}{after}"
            f"{_family(bookmark)}{destinations.spelt(bookmark.entry.anchor)}>>"
        ).encode("latin-1")
        _spell_children(bookmark, destinations)
