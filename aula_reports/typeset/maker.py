"""The page maker, the one object with a life in this room: it opens pages and takes things.

Blocks are laid in reading order, so that the tree, the things of each page and the anchors grow
in reading order too. Page numbers that are not known yet are left as `Late` things and filled
once, when the last page is closed; nothing is ever laid twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType

from msgspec import Struct

from aula_reports.compose.blocks import Part
from aula_reports.compose.inline import RichText, plain
from aula_reports.diagnostics import ContentOverflow
from aula_reports.geometry import line, mm, rectangle
from aula_reports.model.layout import Alignment, Layout, Master
from aula_reports.typeset.expansions import Expansions
from aula_reports.typeset.furniture import Hue, hue_of, lay_furniture
from aula_reports.typeset.galley import Galley, Owner, Point, things_of
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
from aula_reports.typeset.runs import SetLine
from aula_reports.typeset.structure import Node, StructureBuilder
from aula_reports.typeset.workshop import Workshop

Anchors = Mapping[str, Place]
_HAIR = 0.1
_ALONE = Workshop()
_NO_ACRONYMS: Mapping[str, str] = MappingProxyType({})


def _right(thing: TextThing) -> float:
    """Where a level text ends, its hanging space left out."""
    last = thing.spans[-1]
    return thing.x + last.x + last.width


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
        workshop: Workshop = _ALONE,
        acronyms: Mapping[str, str] = _NO_ACRONYMS,
    ) -> None:
        """`proportions` gives height over width of each picture file that a block may lay;
        `workshop` draws the charts and plans the maps; `acronyms` gives those that are told in
        full.
        """
        self._expansions = Expansions(acronyms)
        self._proportions = proportions or {}
        self.workshop = workshop
        self.layout = layout
        self.grid = Grid.of(layout)
        self.setter = setter
        self.tree = StructureBuilder()
        self.anchors: dict[str, Place] = {}
        self.outline: list[OutlineEntry] = []
        self.fill: dict[int, float] = {}
        # How page breaks were chosen, in words for readers.
        self.choices: list[str] = []
        self.section = 0
        self._origin = ""
        self._running_title = running_title
        self._part: Part | None = None
        self.part_pages: dict[str, tuple[int, int]] = {}
        self._is_open = False
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

    @property
    def folio(self) -> str:
        """What the open page prints as its number."""
        return self._pages[-1][1]

    @property
    def things(self) -> Iterable[Thing | Late]:
        """What has been laid on the open page."""
        return self._pages[-1][2]

    def hue(self, axis: int) -> Hue:
        """Give the inks of an axis, from 1."""
        return hue_of(self.layout, axis)

    def end_part(self) -> None:
        """Close the open page; the part ends on it."""
        self._close_page()
        if self._part:
            first, _ = self.part_pages[self._part.key]
            self.part_pages[self._part.key] = (first, self.page_number)
        self._part = None

    def begin_part(self, part: Part) -> None:
        """Start a Sect of the structure tree, with its running title and tab."""
        self._part = part
        self.part_pages[part.key] = (self.page_number + 1, self.page_number + 1)
        self.section = self.tree.add("Sect", 0, origin=part.origin)

    def open_page(self, master: str) -> None:
        """Open a page of a master: its ground is laid at once, foot and tab when it is full."""
        self._close_page()
        chosen = self.layout.masters[master]
        folio = str(self.page_number + 1) if chosen.running_foot else ""
        self._pages.append((master, folio, []))
        self._is_open = True
        if chosen.ground:
            self.put(ShapeThing(None, rectangle(self.grid.sheet), fill=chosen.ground))

    def _close_page(self) -> None:
        """Lay what stands over everything else on the page."""
        if not self._is_open:
            return
        self._is_open = False
        self._refuse_overflow()
        lay_furniture(self, self._part, self._running_title)

    def _refuse_overflow(self) -> None:
        """Raise ContentOverflow where a text stands lower than the folio, or leaves the trim."""
        lowest = self.grid.y(self.layout.stations.folio) - _HAIR
        for thing in self._pages[-1][2]:
            if not isinstance(thing, TextThing) or thing.role == "display":
                continue
            if thing.y < lowest or (not thing.angle and _right(thing) > self.grid.width):
                edge = "le pied" if thing.y < lowest else "le bord"
                words = thing.text.strip()[:40]
                page = self.page_number
                raise ContentOverflow(f"page {page} : « {words} » passe {edge} — raccourcir")

    def put(self, *things: Thing | Late) -> None:
        self._pages[-1][2].extend(things)

    def finish(self) -> tuple[Page, ...]:
        """Close the last page, fill the late page numbers and freeze the pages."""
        self.end_part()
        return tuple(
            Page(number, folio, master, tuple(self._filled(things)))
            for number, (master, folio, things) in enumerate(self._pages, 1)
        )

    def _filled(self, things: Iterable[Thing | Late]) -> Iterable[Thing]:
        for thing in things:
            if isinstance(thing, Late):
                yield from thing.make(self.anchors)
            elif not isinstance(thing, LinkThing) or self._leads_somewhere(thing.target):
                yield thing

    def _leads_somewhere(self, target: str) -> bool:
        return not target.startswith("#") or target[1:] in self.anchors

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
        above = self.section if parent is None else parent
        if above == self.section and self._origin:
            attributes.setdefault("origin", self._origin)
        return self.tree.append(Node(role, above, **attributes))  # type: ignore[arg-type]

    @contextmanager
    def telling(self, origin: str) -> Iterator[None]:
        """Have what is laid meanwhile name a field of the programme, in place of its part's."""
        before, self._origin = self._origin, origin
        try:
            yield
        finally:
            self._origin = before

    def contents_link(self, entry: int) -> int:
        """Open the link of an entry (TOCI), in the reference that PDF 2.0 asks for around it."""
        return self.node("Link", self.node("Reference", entry))

    def heading(self, level: int, title: RichText, anchor: str, y: float) -> int:
        """Open a heading: an element, a destination and a line of the bookmarks."""
        node = self.node(f"H{level}")
        self.anchors[anchor] = Place(self.page_number, y, node)
        self.outline.append(OutlineEntry(level, " ".join(plain(title).split()), anchor))
        return node

    # ----------------------------------------------------------------- text

    def set(
        self, rich: RichText, style: str, measure: float, *, first_indent: float = 0.0
    ) -> Galley:
        """Break a text into lines of a measure in points."""
        key = (rich, style, measure, first_indent)
        galley = self._galleys.get(key)
        if galley is None:
            lines = self.setter.set(rich, style, measure, first_indent=first_indent)
            leading = mm(self.setter.style(style).leading_mm)
            galley = self._galleys[key] = Galley(rich, lines, leading)
        return galley

    def reset(
        self, galley: Galley, style: str, measure: float, first_indent: float, lines: int
    ) -> Galley | None:
        """Set a galley anew in so many lines, if that looks well."""
        made = self.setter.reset(
            galley.rich, style, measure, first_indent=first_indent, lines=lines
        )
        return Galley(galley.rich, made, galley.leading) if made else None

    def text(
        self,
        node: int | None,
        at: Point,
        galley: Galley,
        *,
        role: str = "",
        tags: dict[int, int] | None = None,
        ink: str = "",
    ) -> float:
        """Lay a galley with its first baseline at a point; return the baseline that would follow.

        `tags` keeps the links of a paragraph that is laid in several goes; `ink` replaces the
        style's own.
        """
        x, y = at
        owner = Owner(node, galley.rich, role, {} if tags is None else tags, ink)
        for number, set_line in enumerate(galley.lines):
            self._put_running(owner, (x, y - number * galley.leading), set_line)
        return y - galley.height

    def line(  # noqa: PLR0913 -- a place, a side, a role and an ink make one line
        self,
        node: int | None,
        at: Point,
        rich: RichText,
        style: str,
        *,
        align: Alignment = Alignment.RAGGED,
        role: str = "",
        ink: str = "",
    ) -> float:
        """Lay one unbroken line from, to or about a point; return its width."""
        set_line = self.setter.line(rich, style)
        x, y = at
        if align is Alignment.RIGHT:
            x -= set_line.width
        elif align is Alignment.CENTRED:
            x -= set_line.width / 2
        self.put_line(Owner(node, rich, role, {}, ink), (x, y), set_line)
        return set_line.width

    def put_line(self, owner: Owner, at: Point, set_line: SetLine) -> None:
        """Lay a set line from a point."""
        self.put(*self._things(owner, at, set_line))

    def _put_running(self, owner: Owner, at: Point, set_line: SetLine) -> None:
        """Lay a line of running text, where acronyms are told in full."""
        things, text = self._things(owner, at, set_line), (self.section, self._origin)
        self.put(*self._expansions.expanded(things, owner.rich, text, self.tree))

    def _things(self, owner: Owner, at: Point, set_line: SetLine) -> list[Thing]:
        if owner.node is not None:
            set_line = self.setter.parted(set_line)
        return things_of(owner, at, set_line, self.tree)

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
