"""Ways through the file: destinations, live zones, bookmarks, page labels (12.3, 12.4, 12.5)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import quote

from msgspec import Struct, field

from aula_reports.geometry import Rect
from aula_reports.typeset.pages import LinkThing, OutlineEntry, Place
from aula_reports.write.document import CompactDocument, Indirect
from aula_reports.write.syntax import byte_string, corners, number, text_string

# Characters of an address that stand for themselves (RFC 3986); the rest is percent-encoded.
_PLAIN_IN_ADDRESS = ":/?#[]@!$&'()*+,;=%-._~"


class Destinations(Struct, frozen=True):
    """Anchors as explicit destinations: a page by its number, and the height to show on top."""

    anchors: Mapping[str, Place]
    pages: Mapping[int, Indirect]
    raised_by: float

    def spelt(self, anchor: str) -> str:
        """Spell the destination of an anchor; KeyError if the book has no such anchor."""
        place = self.anchors[anchor]
        return f"[{self.pages[place.page].ref}/XYZ null {number(place.y + self.raised_by)} null]"


def link_annotation(link: LinkThing, rect: Rect, key: int, destinations: Destinations) -> str:
    """Spell a live zone without border; `key` is its place in the parent tree."""
    if link.target.startswith("#"):
        leads = f"/Dest{destinations.spelt(link.target[1:])}"
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
            f"{_family(bookmark)}/Dest{destinations.spelt(bookmark.entry.anchor)}>>"
        ).encode("latin-1")
        _spell_children(bookmark, destinations)
