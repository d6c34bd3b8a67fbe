"""Pages: what stands where, in points from the lower left corner of the trim. Plain frozen data.

The things of a page are in reading order, artifacts first where they lie underneath: drawing
them in order gives both the right picture and the right sequence of tagged content.
A thing with `node` None is an artifact.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from aula_reports.geometry import Path, Rect
from aula_reports.typeset.runs import LineSpan
from aula_reports.typeset.structure import Node


class Pen(Struct, frozen=True):
    """A stroke: ink name, width in points, dash in points, round ends or butt."""

    ink: str
    width: float
    dash: tuple[float, ...] = ()
    round_ends: bool = False


class TextThing(Struct, frozen=True):
    """Spans that share a start point, a direction (degrees, anticlockwise) and a node."""

    node: int | None
    x: float
    y: float
    spans: tuple[LineSpan, ...]
    angle: float = 0.0
    # "over-picture" where text may stand on a picture; "display" for giant numerals.
    role: str = ""

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)


class ShapeThing(Struct, frozen=True):
    """A path, filled, stroked or both; `clip` bounds its ink."""

    node: int | None
    path: Path
    fill: str = ""
    pen: Pen | None = None
    clip: Path | None = None
    even_odd: bool = False


class ImageThing(Struct, frozen=True):
    """A picture file laid in `box`, cut to `clip`; `mask` is a grey file of its transparency."""

    node: int | None
    file: str
    box: Rect
    clip: Rect
    mask: str = ""


class LinkThing(Struct, frozen=True):
    """A live zone: `target` is a URL, or "#name" of an anchor; `node` is a Link element."""

    node: int
    rect: Rect
    target: str
    contents: str


class EmptyThing(Struct, frozen=True):
    """A structure element that has no ink (an empty cell), at its place in the order."""

    node: int


class MarkThing(Struct, frozen=True):
    """A sign of a fixed drawing (`draw/marks`), in a square of `size` points at its lower left."""

    node: int | None
    kind: str
    x: float
    y: float
    size: float
    ink: str = ""


class RingShare(Struct, frozen=True):
    """A share of a ring between two bearings in degrees, clockwise from twelve o'clock."""

    start: float
    end: float
    ink: str
    hatch: str = ""
    pulled: float = 0.0


class RingThing(Struct, frozen=True):
    """A ring diagram about (x, y); `gap` parts its shares, all in points."""

    node: int | None
    x: float
    y: float
    inner: float
    outer: float
    gap: float
    shares: tuple[RingShare, ...]


class QrThing(Struct, frozen=True):
    """A QR code of an address, in a square of `size` points whose lower left corner is (x, y)."""

    node: int | None
    address: str
    x: float
    y: float
    size: float
    ink: str = "noir"


class StrataThing(Struct, frozen=True):
    """A layer of a core sample: a box of one ink, strata of another drawn over it.

    `grain` tells how they run, from 0 (`draw/strata`): the layer's second sign beside its ink.
    """

    node: int | None
    box: Rect
    ink: str
    vein: str
    grain: int


Inked = TextThing | ShapeThing | ImageThing | MarkThing | RingThing | QrThing | StrataThing
Thing = Inked | LinkThing | EmptyThing


class Page(Struct, frozen=True):
    """One page. `number` counts from 1; `folio` is what is printed, or "" where nothing is."""

    number: int
    folio: str
    master: str
    things: tuple[Thing, ...]

    @property
    def is_recto(self) -> bool:
        return self.number % 2 == 1


class Place(Struct, frozen=True):
    """Where an anchor stands: page number from 1, height in points from the trim's foot.

    `node` is the structure element that begins there.
    """

    page: int
    y: float
    node: int = 0


class OutlineEntry(Struct, frozen=True):
    """A line of the reader's bookmarks: level from 1, and the anchor it leads to."""

    level: int
    title: str
    anchor: str


class Sheet(Struct, frozen=True):
    """Trim size and bleed in points: `bleed` is drawn, `bleed_box` is declared."""

    width: float
    height: float
    bleed: float
    bleed_box: float


class Book(Struct, frozen=True):
    """A whole paginated document, ready to be drawn and written."""

    title: str
    author: str
    subject: str
    language: str
    sheet: Sheet
    pages: tuple[Page, ...]
    nodes: tuple[Node, ...]
    anchors: Mapping[str, Place]
    outline: tuple[OutlineEntry, ...]
    # How much of the type area the pages of sheets fill, from 0 to 1, by page number.
    fill: Mapping[int, float]
    # How page breaks were chosen where first fit would not do, in words for readers.
    choices: tuple[str, ...] = ()
