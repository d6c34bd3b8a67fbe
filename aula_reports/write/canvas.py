"""The PDF's surface: drawing verbs become operators of a page's content stream.

Every piece of content is marked, either with an id that the structure tree points at or as an
artifact; marks never nest and never cross a text object (ISO 32000-1, 14.6 and 14.7.4).
Operators that would only repeat the graphics state are not written: a page of text is mostly
one font and one colour. The caller's coordinates start at the trim; the page's start at the
edge of the drawn bleed in print, at the trim on screens.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from aula_reports.draw.surface import Drawing
from aula_reports.geometry import Path, Rect, path_bounds
from aula_reports.typeset.pages import ImageThing, LinkThing, MarkThing, Page, Pen
from aula_reports.typeset.runs import LineSpan
from aula_reports.write.colour import LARGEST_OVERPRINT, Paint
from aula_reports.write.conformance import Conformance
from aula_reports.write.document import CompactDocument, Indirect, PlainCanvas
from aula_reports.write.glyph_font import FontCase, GlyphFont, step
from aula_reports.write.navigation import Destinations, link_annotation
from aula_reports.write.painting import Painting
from aula_reports.write.pictures import PictureShelf
from aula_reports.write.sheets import PageBoxes
from aula_reports.write.stamps import StampCase
from aula_reports.write.syntax import number, numbers
from aula_reports.write.tags import TagTree


class Setting(Struct, frozen=True):
    """All that pages are drawn with: made once a document, the same for every page."""

    document: CompactDocument
    conformance: Conformance
    boxes: PageBoxes
    paints: Mapping[str, Paint]
    fonts: FontCase
    pictures: PictureShelf
    stamps: StampCase
    tags: TagTree
    destinations: Destinations

    @property
    def pages(self) -> Sequence[Indirect]:
        """Give the pages' objects in order, drawn or not."""
        return tuple(self.destinations.pages.values())


class _PageInUse(Struct):
    """What the page that is being drawn has used so far."""

    index: int
    xobjects: dict[str, str] = field(default_factory=dict)
    annotations: list[str] = field(default_factory=list)
    is_tagged: bool = False
    is_transparent: bool = False


class PdfSurface:
    """Draws a book's pages, in order, into the PDF document of a canvas."""

    def __init__(self, canvas: PlainCanvas, setting: Setting) -> None:
        self._canvas = canvas
        self._setting = setting
        self._tags = setting.tags
        self._pages = setting.pages
        self._states = _graphics_states(canvas.document, setting.paints)
        self._page = _PageInUse(-1)
        self._painting = Painting(setting.paints)
        self._code = self._painting.code
        self._bounds = [setting.boxes.media]
        self._figure_node: int | None = None

    @property
    def _document(self) -> CompactDocument:
        return self._canvas.document

    def begin_page(self, page: Page) -> None:
        self._page = _PageInUse(self._page.index + 1)
        self._painting = Painting(self._setting.paints, self._canvas.code)
        self._code = self._painting.code
        trim = self._setting.boxes.trim
        if trim.x or trim.y:
            self._code.append(f"1 0 0 1 {number(trim.x)} {number(trim.y)} cm")

    def end_page(self) -> None:
        page = self._page
        content = self._document.stream("\n".join(self._code).encode("latin-1"))
        thing = self._pages[page.index]
        thing.body = (
            f"<</Type/Page/Parent {self._document.page_tree()}{self._setting.boxes.entries}"
            f"/Contents {content.ref}/Resources<<{self._resources()}>>{self._properties()}>>"
        ).encode("latin-1")
        self._canvas.end_page(thing)

    def _resources(self) -> str:
        named = "".join(f"/{name} {ref}" for name, ref in self._page.xobjects.items())
        xobjects = f"/XObject<<{named}>>" if named else ""
        return f"/Font {self._setting.fonts.ref}{self._states}{xobjects}"

    def _properties(self) -> str:
        page, entries = self._page, "/Tabs/S"
        if page.is_tagged:
            entries += f"/StructParents {page.index}"
        if page.annotations:
            entries += f"/Annots[{' '.join(page.annotations)}]"
        if page.is_transparent:
            entries += f"/Group<</S/Transparency/CS/{self._setting.conformance.blending_space}>>"
        return entries

    def begin(self, node: int | None) -> None:
        if node is None:
            self._code.append("/Artifact BMC")
            self._figure_node = None
            return
        mcid = self._tags.content(node, self._page.index)
        self._code.append(f"/{self._tags.role(node)}<</MCID {mcid}>>BDC")
        self._page.is_tagged = True
        self._figure_node = node if self._tags.is_in_figure(node) else None

    def end(self) -> None:
        self._code.append("EMC")

    def empty(self, node: int) -> None:
        self._tags.empty(node)

    def text(self, x: float, y: float, span: LineSpan, angle: float) -> None:
        code, state, font = self._code, self._painting.state, self._setting.fonts[span.face]
        paint = self._setting.paints[span.ink]
        overprints = paint.overprints and span.size <= LARGEST_OVERPRINT
        state.fill_changes(code, paint, overprints=overprints)
        state.text_changes(code, font.name, span)
        if angle:
            turn = math.radians(angle)
            cosine, sine = math.cos(turn), math.sin(turn)
            x, y = x + span.x * cosine, y + span.x * sine
            matrix = f"{cosine:.5f} {sine:.5f} {-sine:.5f} {cosine:.5f} {x:.2f} {y:.2f} Tm"
        else:
            x += span.x
            matrix = f"{x:.2f} {y:.2f} Td"
        code.append(f"BT {matrix} [{_shown(font, span)}]TJ ET")
        if self._figure_node is not None:
            self._note_ink(_text_bounds(x, y, span, font, angle))

    def fill(self, path: Path, ink: str, *, even_odd: bool = False) -> None:
        self._painting.fill(path, ink, even_odd=even_odd)
        if self._figure_node is not None:
            self._note_ink(path_bounds(path))

    def stroke(self, path: Path, pen: Pen) -> None:
        self._painting.stroke(path, pen)
        if self._figure_node is not None:
            self._note_ink(path_bounds(path).grown(pen.width / 2))

    def clip(self, path: Path) -> None:
        self._painting.clip(path)
        self._bounds.append(_shared(self._bounds[-1], self._on_page(path_bounds(path))))

    def unclip(self) -> None:
        self._painting.unclip()
        self._bounds.pop()

    def sign(self, mark: MarkThing, drawing: Drawing) -> None:
        stamp = self._setting.stamps.stamp(mark, drawing)
        self._page.xobjects[stamp.name] = stamp.ref
        self._painting.state.overprint_changes(self._code, overprints=False)
        self._code.append(f"q 1 0 0 1 {mark.x:.2f} {mark.y:.2f} cm /{stamp.name} Do Q")
        if self._figure_node is not None:
            self._note_ink(Rect(mark.x, mark.y, mark.size, mark.size))

    def image(self, image: ImageThing) -> None:
        picture = self._setting.pictures.placed(image)
        self._page.xobjects[picture.name] = picture.ref
        self._page.is_transparent |= picture.is_transparent
        box, clip = image.box, image.clip
        cut = "" if clip.holds(box, 0.01) else f"{_rectangle(clip)} W n "
        matrix = numbers((box.width, 0, 0, box.height, box.x, box.y))
        self._code.append(f"q {cut}{matrix} cm /{picture.name} Do Q")
        if self._figure_node is not None:
            self._note_ink(_shared(box, clip))

    def link(self, link: LinkThing) -> None:
        if not self._setting.conformance.has_links:
            return
        thing = self._document.indirect()
        rect = self._on_page(link.rect)
        destinations = self._setting.destinations
        leads_to = destinations.node(link.target)
        key = self._tags.link(link.node, self._page.index, thing, leads_to)
        parent_key = len(self._pages) + key
        thing.body = link_annotation(link, rect, parent_key, destinations).encode("latin-1")
        self._page.annotations.append(thing.ref)

    def _on_page(self, rect: Rect) -> Rect:
        trim = self._setting.boxes.trim
        return rect.moved(trim.x, trim.y)

    def _note_ink(self, bounds: Rect) -> None:
        assert self._figure_node is not None
        visible = _shared(self._on_page(bounds), self._bounds[-1])
        self._tags.ink(self._figure_node, self._page.index, visible)


def _graphics_states(document: CompactDocument, paints: Mapping[str, Paint]) -> str:
    """Write the two states of overprinting (11.7.4.5), where an ink asks for them."""
    if not any(paint.overprints for paint in paints.values()):
        return ""
    over = document.indirect("<</OP true/op true/OPM 1>>")
    knock = document.indirect("<</OP false/op false/OPM 0>>")
    return f"/ExtGState<</Over {over.ref}/Knock {knock.ref}>>"


def _shown(font: GlyphFont, span: LineSpan) -> str:
    """Spell the runs of a span, with what justification adds after each but the last."""
    spelt, parts = font.spelt, []
    *firsts, (last, _) = span.runs
    for run, added in firsts:
        parts.append(spelt.get(run) or font.shown(run))
        if added:
            parts.append(step(-1000 * added / (span.size * span.scale)))
    # Where two steps meet, or a step and an end, the string between is empty.
    return f"<{''.join(parts)}{font.shown(last)}>".replace("<>", " ")


def _rectangle(rect: Rect) -> str:
    return f"{numbers((rect.x, rect.y, rect.width, rect.height))} re"


def _text_bounds(x: float, y: float, span: LineSpan, font: GlyphFont, angle: float) -> Rect:
    """Bound a span by its face's ascent and descent, turned with it."""
    turn = math.radians(angle)
    cosine, sine = math.cos(turn), math.sin(turn)
    low, high = (span.rise + span.size * edge / 1000 for edge in (font.descent, font.ascent))
    ends = [(along, up) for along in (0.0, span.width) for up in (low, high)]
    xs = [x + along * cosine - up * sine for along, up in ends]
    ys = [y + along * sine + up * cosine for along, up in ends]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _shared(one: Rect, other: Rect) -> Rect:
    """Cut two rectangles to what they share; an empty one stays at the first's edge."""
    left, bottom = max(one.x, other.x), max(one.y, other.y)
    right, top = min(one.right, other.right), min(one.top, other.top)
    return Rect(left, bottom, max(right - left, 0), max(top - bottom, 0))
