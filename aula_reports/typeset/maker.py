"""The page maker, the one object with a life in this room: it opens pages and takes things.

Blocks are laid in reading order, so that the tree, the things of each page and the anchors grow
in reading order too. Page numbers that are not known yet are left as `Late` things and filled
once, when the last page is closed; nothing is ever laid twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct

from aula_reports.compose.blocks import Part
from aula_reports.compose.inline import RichText, Words, plain
from aula_reports.geometry import Rect, line, mm, rectangle
from aula_reports.model.layout import Alignment, Layout, Master
from aula_reports.typeset.grid import Grid
from aula_reports.typeset.pages import (
    LinkThing,
    MarkThing,
    OutlineEntry,
    Page,
    Pen,
    Place,
    ShapeThing,
    TextThing,
    Thing,
)
from aula_reports.typeset.paragraph import Setter
from aula_reports.typeset.runs import LineMark, LineSpan, SetLine
from aula_reports.typeset.structure import StructureBuilder

Anchors = Mapping[str, Place]

# A star stands on the baseline, its foot a hair under it.
_MARK_DROP = 0.07
_LINK_REACH = mm(0.8)


class Galley(Struct, frozen=True):
    """Set text not yet laid: its lines, what it was set from, and its leading in points."""

    rich: RichText
    lines: tuple[SetLine, ...]
    leading: float

    @property
    def height(self) -> float:
        return len(self.lines) * self.leading

    @property
    def width(self) -> float:
        return max((line.width for line in self.lines), default=0.0)


class Late(Struct, frozen=True):
    """Things that wait for the page numbers."""

    make: Callable[[Anchors], Iterable[Thing]]


class PageMaker:
    """Lays things on pages. All coordinates it takes are points of the open page's trim."""

    def __init__(
        self,
        layout: Layout,
        setter: Setter,
        running_title: RichText,
        proportions: Mapping[str, float] | None = None,
    ) -> None:
        """`proportions` gives height over width of each picture file that a block may lay."""
        self._proportions = proportions or {}
        self.layout = layout
        self.grid = Grid(layout)
        self.setter = setter
        self.tree = StructureBuilder()
        self.anchors: dict[str, Place] = {}
        self.outline: list[OutlineEntry] = []
        self.section = 0
        self._running_title = running_title
        self._part: Part | None = None
        self._lists: dict[tuple[int, int], int] = {}
        # What is measured before it is laid is set but once.
        self._galleys: dict[tuple[RichText, str, float, float], Galley] = {}
        self._pages: list[tuple[str, str, list[Thing | Late]]] = []

    # ----------------------------------------------------------------- pages

    @property
    def page_number(self) -> int:
        """Number of the open page, from 1; 0 before the first."""
        return len(self._pages)

    @property
    def is_recto(self) -> bool:
        return self.page_number % 2 == 1

    @property
    def next_is_recto(self) -> bool:
        return self.page_number % 2 == 0

    @property
    def master(self) -> Master:
        return self.layout.masters[self._pages[-1][0]]

    def begin_part(self, part: Part) -> None:
        """Start a Sect of the structure tree, with its running title and tab."""
        self._part = part
        self.section = self.tree.add("Sect", 0)

    def open_page(self, master: str) -> None:
        """Open a page of a master: its ground is laid at once, its foot when it is read."""
        chosen = self.layout.masters[master]
        folio = str(self.page_number + 1) if chosen.running_foot else ""
        self._pages.append((master, folio, []))
        if chosen.ground:
            self.put(ShapeThing(None, rectangle(self.grid.sheet), fill=chosen.ground))
        if chosen.tab and self._part and self._part.tab:
            self._lay_tab(self._part.tab)
        if chosen.running_foot:
            self._lay_foot(chosen, folio)

    def put(self, *things: Thing | Late) -> None:
        self._pages[-1][2].extend(things)

    def finish(self) -> tuple[Page, ...]:
        """Fill the late page numbers and freeze the pages."""
        return tuple(
            Page(number, folio, master, tuple(self._filled(things)))
            for number, (master, folio, things) in enumerate(self._pages, 1)
        )

    def _filled(self, things: Iterable[Thing | Late]) -> Iterable[Thing]:
        for thing in things:
            if isinstance(thing, Late):
                yield from thing.make(self.anchors)
            else:
                yield thing

    def _lay_foot(self, master: Master, folio: str) -> None:
        recto = self.is_recto
        place = self.layout.recto_foot if recto else self.layout.verso_foot
        title = self._part.running if recto and self._part else self._running_title
        y = self.grid.y(self.layout.stations.folio)
        for column, text, style in (
            (place.folio_column, (Words(folio),), master.folio_style),
            (place.title_column, title, master.foot_style),
        ):
            right = place.align is Alignment.RIGHT
            x = self.column(column) + (self.grid.columns(1) if right else 0)
            self.line(None, x, y, text, style, align=place.align)

    def _lay_tab(self, number: int) -> None:
        spec, grid = self.layout.tab, self.grid
        width, height = mm(spec.width_mm), mm(spec.height_mm)
        top = grid.y(spec.first_line) + mm(2.1) - (number - 1) * mm(spec.pitch_mm)
        x = grid.width - width if self.is_recto else 0.0
        bled = x if self.is_recto else -grid.bleed
        box = Rect(bled, top - height, width + grid.bleed, height)
        self.put(ShapeThing(None, rectangle(box), fill=spec.ink))
        y = top - height / 2 - self.setter.cap_height("tab") / 2
        self.line(None, x + width / 2, y, (Words(str(number)),), "tab", align=Alignment.CENTRED)

    # ----------------------------------------------------------------- coordinates

    @property
    def left(self) -> float:
        """Left edge of the type area on the open page."""
        return self.grid.left(recto=self.is_recto)

    def column(self, number: int) -> float:
        return self.left + self.grid.column(number)

    def y(self, line: float) -> float:
        return self.grid.y(line)

    # ----------------------------------------------------------------- structure

    def node(self, role: str, parent: int | None = None, **attributes: object) -> int:
        return self.tree.add(role, self.section if parent is None else parent, **attributes)

    def list_of(self, key: int, numbering: str) -> int:
        """Give the L element of a list in this part, opened when its first item comes."""
        place = (self.section, key)
        if place not in self._lists:
            self._lists[place] = self.node("L", list_numbering=numbering)
        return self._lists[place]

    def anchor(self, name: str, y: float) -> None:
        self.anchors[name] = Place(self.page_number, y)

    def heading(self, level: int, title: RichText, anchor: str, y: float) -> int:
        """Open a heading: an element, a destination and a line of the bookmarks."""
        self.anchor(anchor, y)
        self.outline.append(OutlineEntry(level, plain(title), anchor))
        return self.node(f"H{level}")

    # ----------------------------------------------------------------- text

    def set(
        self, rich: RichText, style: str, measure: float, *, first_indent: float = 0.0
    ) -> Galley:
        """Break a text into lines of a measure in points."""
        key = (rich, style, measure, first_indent)
        if key not in self._galleys:
            lines = self.setter.set(rich, style, measure, first_indent=first_indent)
            self._galleys[key] = Galley(rich, lines, mm(self.setter.style(style).leading_mm))
        return self._galleys[key]

    def text(
        self,
        node: int | None,
        x: float,
        y: float,
        galley: Galley,
        *,
        role: str = "",
        tags: dict[int, int] | None = None,
    ) -> float:
        """Lay a galley with its first baseline at y; return the baseline that would follow.

        `tags` keeps the links of a paragraph that is laid in several goes.
        """
        tags = {} if tags is None else tags
        for number, set_line in enumerate(galley.lines):
            self._put_line(node, x, y - number * galley.leading, set_line, galley.rich, tags, role)
        return y - galley.height

    def line(
        self,
        node: int | None,
        x: float,
        y: float,
        rich: RichText,
        style: str,
        *,
        align: Alignment = Alignment.RAGGED,
        angle: float = 0.0,
        role: str = "",
    ) -> float:
        """Lay one unbroken line from, to or about x; return its width."""
        set_line = self.setter.line(rich, style)
        shift = {Alignment.RIGHT: set_line.width, Alignment.CENTRED: set_line.width / 2}
        start = x - shift.get(align, 0.0)
        if angle:
            parted = self.setter.parted(set_line)
            spans = tuple(span for span in parted.spans if isinstance(span, LineSpan))
            self.put(TextThing(node, x, y, spans, angle, role))
        else:
            self._put_line(node, start, y, set_line, rich, {}, role)
        return set_line.width

    def page_reference(
        self, node: int, anchor: str, right: float, y: float, style: str, before: str = ""
    ) -> None:
        """Leave the page number of an anchor late, flush right on a baseline."""

        def make(anchors: Anchors) -> Iterable[Thing]:
            if anchor in anchors:
                words = (Words(f"{before}{anchors[anchor].page}"),)
                set_line = self.setter.line(words, style)
                spans = self.setter.parted(set_line).spans
                runs = tuple(span for span in spans if isinstance(span, LineSpan))
                yield TextThing(node, right - set_line.width, y, runs)

        self.put(Late(make))

    def display(
        self,
        node: int | None,
        x: float,
        y: float,
        rich: RichText,
        style: str,
        *,
        align: Alignment = Alignment.RAGGED,
        role: str = "",
    ) -> float:
        """Lay a line of large figures so that its ink, not its box, stands on x."""
        set_line = self.setter.line(rich, style)
        low, high = self._bearings(set_line)
        shift = {
            Alignment.RIGHT: set_line.width - high,
            Alignment.CENTRED: (low + set_line.width - high) / 2,
        }.get(align, low)
        self._put_line(node, x - shift, y, set_line, rich, {}, role)
        return set_line.width - low - high

    def _bearings(self, set_line: SetLine) -> tuple[float, float]:
        """Measure the white that the first and last glyphs carry at their outer sides."""
        spans = [span for span in set_line.spans if isinstance(span, LineSpan)]
        first, last = spans[0], spans[-1]
        left = self.setter.faces[first.face].left_bearing(first.runs[0][0].glyphs[0].gid)
        right = self.setter.faces[last.face].right_bearing(last.runs[-1][0].glyphs[-1].gid)
        return left * first.size / 1000, right * last.size / 1000

    def _put_line(
        self,
        node: int | None,
        x: float,
        y: float,
        set_line: SetLine,
        rich: RichText,
        tags: dict[int, int],
        role: str,
    ) -> None:
        together: list[LineSpan] = []
        if node is not None:
            set_line = self.setter.parted(set_line)
        for span in set_line.spans:
            if isinstance(span, LineSpan) and span.inline is None:
                together.append(span)
                continue
            self._put_spans(node, x, y, together, role)
            together = []
            if isinstance(span, LineMark):
                self._put_mark(node, x, y, span, rich)
            else:
                self._put_link(node, x, y, span, rich, tags, role)
        self._put_spans(node, x, y, together, role)

    def _put_spans(
        self, node: int | None, x: float, y: float, spans: list[LineSpan], role: str
    ) -> None:
        if spans:
            self.put(TextThing(node, x, y, tuple(spans), 0.0, role))

    def _put_mark(
        self, node: int | None, x: float, y: float, mark: LineMark, rich: RichText
    ) -> None:
        tag = None
        if node is not None:
            tag = self.tree.add("Span", node, actual_text=plain((rich[mark.inline],)))
        low = y - _MARK_DROP * mark.size
        self.put(MarkThing(tag, mark.name, x + mark.x, low, mark.size, mark.ink))

    def _put_link(
        self,
        node: int | None,
        x: float,
        y: float,
        span: LineSpan,
        rich: RichText,
        tags: dict[int, int],
        role: str,
    ) -> None:
        words = rich[span.inline or 0]
        if node is None or span.inline is None or not isinstance(words, Words):
            self._put_spans(node, x, y, [span], role)
            return
        tag = tags.setdefault(span.inline, -1)
        if tag < 0:
            tag = tags[span.inline] = self.tree.add("Link", node)
        self.put(TextThing(tag, x, y, (span,), 0.0, role))
        rect = Rect(x + span.x, y - _LINK_REACH, span.width, span.size + _LINK_REACH)
        self.put(LinkThing(tag, rect, words.href, words.text))

    # ----------------------------------------------------------------- pictures and strokes

    def proportion(self, file: str) -> float:
        """Height of a picture file over its width."""
        return self._proportions[file]

    def rule(
        self, x: float, y: float, width: float, *, weight: float = 0.5, ink: str = "nuit"
    ) -> None:
        """Lay a horizontal rule, an artifact."""
        self.put(ShapeThing(None, line(x, y, x + width, y), pen=Pen(ink, weight)))

    def mark(
        self, node: int | None, kind: str, x: float, y: float, size: float, ink: str = "brique"
    ) -> None:
        """Lay a sign in the square whose lower left corner is (x, y)."""
        self.put(MarkThing(node, kind, x, y, size, ink))
