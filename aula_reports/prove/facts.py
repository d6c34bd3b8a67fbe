"""What a page puts on paper, as it was found: plain facts for the rules.

Boxes are in the page's own points. How content is marked is told in words: « artifact »,
« tagged » or « bare ».
"""

from __future__ import annotations

from typing import Any

from msgspec import Struct, field

from aula_reports.prove.boxes import Box
from aula_reports.prove.colours import Colour, Space
from aula_reports.prove.fonts import Font


class Ink(Struct, frozen=True):
    """How a colour goes down: overprint and transparency as they stood."""

    colour: Colour
    overprints: bool = False
    overprint_mode: int = 0
    alpha: float = 1.0
    is_masked: bool = False


class Shown(Struct, frozen=True, eq=False):
    """A text as one operator shows it; `render` is its rendering mode."""

    box: Box
    size: float
    font: Font | None
    ink: Ink
    render: int
    clip: Box


class Painted(Struct, frozen=True, eq=False):
    """A path filled or stroked; `width` is the line's on paper, 0 for the thinnest."""

    box: Box
    fill: Ink | None
    stroke: Ink | None
    width: float
    clip: Box


class Placed(Struct, frozen=True, eq=False):
    """An image on the page: its dictionary, its pixels, the sides it is stretched to in points."""

    box: Box
    image: Any
    number: int
    pixels: tuple[int, int]
    sides: tuple[float, float]
    is_stencil: bool
    space: Space
    ink: Ink
    clip: Box


class Marked(Struct, frozen=True):
    """A start of marked content: `stream` is the form's object number, 0 for the page's own."""

    stream: int
    mcid: int | None
    tag: str
    inside: str
    language: str = ""


class SpaceUse(Struct, frozen=True):
    """A colour space, where it was found, in French, and the object that names it."""

    space: Space
    where: str
    number: int = 0


class PageReading(Struct, eq=False):
    """One page read."""

    index: int
    number: int
    entry: Any
    media: Box
    boxes: dict[str, Box]
    resources: Any
    texts: list[Shown] = field(default_factory=list)
    paths: list[Painted] = field(default_factory=list)
    images: list[Placed] = field(default_factory=list)
    bare: list[Box] = field(default_factory=list)
    marked: dict[tuple[int, int], Box] = field(default_factory=dict)
    marks: list[Marked] = field(default_factory=list)
    uses: dict[SpaceUse, Box | None] = field(default_factory=dict)
    states: dict[int, Any] = field(default_factory=dict)
    forms: dict[int, Any] = field(default_factory=dict)
    form_uses: dict[int, int] = field(default_factory=dict)
    is_partial: bool = False

    @property
    def page(self) -> int:
        """The number that a reader counts, from 1."""
        return self.index + 1

    @property
    def has_trim(self) -> bool:
        return "/TrimBox" in self.boxes or "/ArtBox" in self.boxes

    @property
    def trim(self) -> Box:
        """The finished format: what is written, or what stands for it."""
        for name in ("/TrimBox", "/ArtBox", "/CropBox"):
            if name in self.boxes:
                return self.boxes[name]
        return self.media

    @property
    def bleed(self) -> Box:
        """The box with the bleed; what stands for it where it is not written (14.11.2)."""
        return self.boxes.get("/BleedBox") or self.boxes.get("/CropBox") or self.media
