"""Running text: paragraphs and lists broken into lines, lines shared out over columns and pages.

Every line of prose stands on the grid, so that columns and facing pages register. Orphans and
widows are two lines at least; a paragraph that ends with a colon stays with what it announces; no
page ends with a hyphen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from math import ceil

from msgspec import Struct, field

from aula_reports.compose.blocks import ItemList, Paragraph, Prose
from aula_reports.compose.inline import Note, RichText, Words, plain
from aula_reports.geometry import mm
from aula_reports.typeset.flow import Entry, alike, break_pages, tallest
from aula_reports.typeset.foot_breaks import break_noted
from aula_reports.typeset.galley import Galley, Point, call_anchor
from aula_reports.typeset.list_signs import numbering_of, sign_of
from aula_reports.typeset.maker import PageMaker
from aula_reports.typeset.notes import (
    NOTE_HEAD,
    Called,
    NotePart,
    SetNote,
    foot_of,
    lay_notes,
    set_notes,
)
from aula_reports.typeset.pages import Place

_DASH_INDENT = mm(4.5)
_NUMBER_INDENT = mm(6)
_NUMBER_GAP = mm(1)
_TERM_COLUMNS = 2


class LaidList(Struct):
    """A list being laid: its element is opened with its first item, in the item `within`."""

    numbering: str
    within: LaidItem | None = None
    node: int | None = None


class LaidItem(Struct):
    """An item of a list being laid: its label stands `inset` from the left of the prose.

    `node` is its body, once that is open; whichever way its text is set, the item is the same.
    """

    items: LaidList
    label: RichText
    inset: float
    node: int | None = None


class Passage(Struct):
    """One paragraph or list item being laid: its tags are made when its first line is.

    `style`, `measure` and `first_indent` are what it was set with; `notes` are those that it calls,
    by the place of the call in its text. A paragraph may stand `within` an item.
    """

    galley: Galley
    style: str
    measure: float
    first_indent: float = 0.0
    indent: float = 0.0
    item: LaidItem | None = None
    within: LaidItem | None = None
    node: int | None = None
    tags: dict[int, int] = field(default_factory=dict)
    notes: Mapping[int, SetNote] = field(default_factory=dict)


class ProseLine(Struct, frozen=True):
    passage: Passage
    number: int

    @property
    def is_first(self) -> bool:
        return self.number == 0

    @property
    def calls(self) -> list[int]:
        """Places of the calls of notes in the line, in the passage's text."""
        notes = self.passage.notes
        if not notes:
            return []
        spans = self.passage.galley.lines[self.number].spans
        return [span.inline for span in spans if span.inline is not None and span.inline in notes]

    @property
    def notes(self) -> list[SetNote]:
        """The notes that the line calls."""
        return [self.passage.notes[place] for place in self.calls]


def set_prose(
    maker: PageMaker, prose: Prose, measure: float, style: str = "body"
) -> list[ProseLine]:
    """Break prose into lines of a measure in points; the first paragraph is not indented."""
    lines: list[ProseLine] = []
    known: dict[Note, SetNote] = {}
    for passage in _passages(maker, prose, measure, style):
        passage.notes = set_notes(maker, passage.galley.rich, measure, known)
        lines.extend(ProseLine(passage, number) for number in range(len(passage.galley.lines)))
    return lines


def _passages(maker: PageMaker, prose: Prose, measure: float, style: str) -> Iterator[Passage]:
    indent = mm(maker.setter.style(style).indent_mm)
    for number, part in enumerate(prose):
        if isinstance(part, Paragraph):
            first = 0.0 if number == 0 else indent
            galley = maker.set(part.text, style, measure, first_indent=first)
            yield Passage(galley, style, measure, first)
        else:
            yield from _items(maker, part, measure, _Level())


class _Level(Struct, frozen=True):
    """Where a list stands among others: how far from the left, how many of a kind around it."""

    inset: float = 0.0
    dashes: int = 0
    numbers: int = 0
    item: LaidItem | None = None

    def of(self, items: ItemList) -> int:
        return self.numbers if items.ordered else self.dashes

    def below(self, items: ItemList, item: LaidItem, inset: float) -> _Level:
        """Give the level of lists in an item, whose text stands at an inset."""
        dashes = self.dashes + (not items.ordered)
        return _Level(inset, dashes, self.numbers + items.ordered, item)


def _items(maker: PageMaker, items: ItemList, measure: float, level: _Level) -> Iterator[Passage]:
    signs = _signs(items, level)
    inset = level.inset + _indent(maker, items, signs)
    style = "term" if items.terms else "list-item"
    numbering = numbering_of(level.of(items), ordered=items.ordered)
    laid = LaidList(numbering, level.item)
    for number, text in enumerate(items.items):
        item = LaidItem(laid, signs[number], level.inset)
        galley = maker.set(text, style, measure - inset)
        yield Passage(galley, style, measure - inset, indent=inset, item=item)
        below = level.below(items, item, inset)
        yield from _inner(maker, items.within(number), measure, below)


def _inner(maker: PageMaker, prose: Prose, measure: float, level: _Level) -> Iterator[Passage]:
    """Set what an item holds after its text; paragraphs stand under that, without an indent."""
    for part in prose:
        if isinstance(part, Paragraph):
            room = measure - level.inset
            galley = maker.set(part.text, "list-item", room)
            yield Passage(galley, "list-item", room, indent=level.inset, within=level.item)
        else:
            yield from _items(maker, part, measure, level)


def _signs(items: ItemList, level: _Level) -> list[RichText]:
    if items.terms:
        return [
            tuple(Words(plain((part,)), style="label") for part in term) for term in items.terms
        ]
    signs = (
        sign_of(number, level.of(items), ordered=items.ordered)
        for number in range(len(items.items))
    )
    return [(Words(sign),) for sign in signs]


def _indent(maker: PageMaker, items: ItemList, signs: Sequence[RichText]) -> float:
    """Say how far the text of a list stands from its signs: figures of many digits need more."""
    if items.terms:
        return maker.grid.column(_TERM_COLUMNS + 1)
    if not items.ordered:
        return _DASH_INDENT
    widest = max(maker.setter.width(sign, "list-item") for sign in signs)
    return max(_NUMBER_INDENT, widest + _NUMBER_GAP)


def prose_entries(lines: Sequence[ProseLine], pitch: float) -> list[Entry]:
    """Say what of prose may be parted: one entry a line, its notes with it."""
    return [_entry(lines, index, pitch) for index in range(len(lines))]


def _entry(lines: Sequence[ProseLine], index: int, pitch: float) -> Entry:
    keeps_next = _keeps_next(lines, index)
    notes = lines[index].notes
    says = lines[index].passage.galley.rich
    if not notes:
        return Entry(pitch, keeps_next=keeps_next, says=says)
    feet = tuple(note.foot(pitch) for note in notes)
    return Entry(pitch, keeps_next=keeps_next, notes=feet, foot_head=NOTE_HEAD * pitch, says=says)


def has_notes(lines: Iterable[ProseLine]) -> bool:
    """Say whether any line calls a note."""
    return any(line.passage.notes for line in lines)


def height_of(lines: Sequence[ProseLine]) -> float:
    """Count lines, with those that the notes take at their foot."""
    return len(lines) + foot_of(note for line in lines for note in line.notes)


def _keeps_next(lines: Sequence[ProseLine], index: int) -> bool:
    line = lines[index]
    last = len(line.passage.galley.lines) - 1
    if line.number < last:
        hyphenated = line.passage.galley.lines[line.number].hyphenated
        return line.number == 0 or line.number == last - 1 or hyphenated
    return plain(line.passage.galley.rich).rstrip().endswith(":")


def with_parted_notes(
    lines: Sequence[ProseLine], room: Callable[[int], float]
) -> Iterator[tuple[Sequence[ProseLine], list[NotePart]]]:
    """Share lines out over pages or columns, `room` in lines, with what stands at their feet."""
    known = {id(note): note for line in lines for note in line.notes}
    for page in break_noted(prose_entries(lines, 1.0), room):
        parts = [NotePart(known[part.key], part.lines) for part in page.notes]
        yield lines[page.entries.start : page.entries.stop], parts


def columns_of(lines: Sequence[ProseLine], count: int) -> list[range]:
    """Share lines out over columns of the least equal height."""
    entries = prose_entries(lines, 1.0)
    lowest = max(-(-len(lines) // count), ceil(tallest(entries)))
    highest = sum(
        entry.height + entry.foot_head + sum(note.height for note in entry.notes)
        for entry in entries
    )
    for height in range(lowest, ceil(highest) + 1):
        columns = break_pages(entries, alike(height), last_white=0.0)
        if len(columns) <= count:
            return columns
    return [range(len(lines))]


class Column(Struct, frozen=True):
    """Lines to lay downwards from a line of the grid, over notes that end on the line `foot`:
    all that the lines call, or these parts.
    """

    lines: Sequence[ProseLine]
    x: float
    line: float
    foot: float
    notes: Sequence[NotePart] = ()


def lay_columns(maker: PageMaker, columns: Sequence[Column]) -> None:
    """Lay the columns of a page, then their notes: what is read last does not part the text."""
    for column in columns:
        lay_lines(maker, column.lines, column.x, maker.y(column.line))
    for column in columns:
        lay_notes(maker, calls_of(column.lines), column.x, column.foot, column.notes)


def calls_of(lines: Iterable[ProseLine]) -> list[Called]:
    """List the calls of lines that have been laid."""
    return [
        Called(line.passage.notes[place], line.passage.tags[place])
        for line in lines
        if line.passage.notes
        for place in line.calls
    ]


def lay_lines(
    maker: PageMaker, lines: Sequence[ProseLine], x: float, y: float, role: str = ""
) -> float:
    """Lay lines downwards from a first baseline; return the baseline that would follow."""
    for _, group in groupby(lines, key=lambda line: id(line.passage)):
        y = _lay_passage(maker, list(group), x, y, role)
    return y


def _lay_passage(maker: PageMaker, lines: list[ProseLine], x: float, y: float, role: str) -> float:
    passage = lines[0].passage
    if passage.node is None:
        passage.node = _open(maker, passage, x, y, role)
    part = passage.galley.lines[lines[0].number : lines[-1].number + 1]
    galley = Galley(passage.galley.rich, part, passage.galley.leading)
    after = maker.text(passage.node, (x + passage.indent, y), galley, role=role, tags=passage.tags)
    for number, line in enumerate(lines):
        for place in line.calls:
            call, top = passage.tags[place], y - (number - 1) * galley.leading
            maker.anchors[call_anchor(call)] = Place(maker.page_number, top, call)
    return after


def _open(maker: PageMaker, passage: Passage, x: float, y: float, role: str) -> int:
    if passage.item:
        return _body(maker, passage.item, (x, y), role)
    above = _body(maker, passage.within, (x, y), role) if passage.within else None
    return maker.node("P", above)


def _body(maker: PageMaker, item: LaidItem, at: Point, role: str) -> int:
    """Give the body of an item; its elements are opened and its label laid with the first line."""
    if item.node is None:
        entry = maker.node("LI", _list_node(maker, item.items, at, role))
        label, (x, y) = maker.node("Lbl", entry), at
        maker.line(label, (x + item.inset, y), item.label, "list-item", role=role)
        item.node = maker.node("LBody", entry)
    return item.node


def _list_node(maker: PageMaker, items: LaidList, at: Point, role: str) -> int:
    if items.node is None:
        above = _body(maker, items.within, at, role) if items.within else None
        items.node = maker.node("L", above, list_numbering=items.numbering)
    return items.node
