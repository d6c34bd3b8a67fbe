"""Set text on its way to a page: galleys, and how their lines become placed things.

A line is cut where a link, the call of a note or a mark stands in it, since those have elements of
their own; a link that runs over two lines keeps one element.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from aula_reports.compose.inline import RichText, Words, plain
from aula_reports.geometry import Rect, mm
from aula_reports.typeset.pages import LinkThing, MarkThing, TextThing, Thing
from aula_reports.typeset.runs import LineMark, LineSpan, SetLine
from aula_reports.typeset.structure import StructureBuilder

Point = tuple[float, float]

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
    def drop(self) -> float:
        """From the first baseline to the last."""
        return max(len(self.lines) - 1, 0) * self.leading

    @property
    def width(self) -> float:
        return max((line.width for line in self.lines), default=0.0)


class Owner(Struct, frozen=True):
    """What lines belong to: an element (None for artifacts), their source, their role on the page.

    `tags` holds the elements of links and calls that have begun, by their place in the source;
    `ink` replaces that of the style.
    """

    node: int | None
    rich: RichText
    role: str
    tags: dict[int, int]
    ink: str = ""


def things_of(owner: Owner, at: Point, set_line: SetLine, tree: StructureBuilder) -> list[Thing]:
    """Turn a line that starts at a point into things, opening elements in the tree as they come."""
    things: list[Thing] = []
    together: list[LineSpan] = []
    for span in set_line.spans:
        if isinstance(span, LineSpan) and not _is_link(owner, span):
            together.append(span)
            continue
        if together:
            things.append(_text(owner, at, together))
            together = []
        if isinstance(span, LineMark):
            things.append(_mark(owner, at, span, tree))
        else:
            things += _link(owner, at, span, tree)
    if together:
        things.append(_text(owner, at, together))
    return things


def _is_link(owner: Owner, span: LineSpan) -> bool:
    return owner.node is not None and span.inline is not None


def _text(owner: Owner, at: Point, spans: list[LineSpan]) -> Thing:
    x, y = at
    inked = [replace(span, ink=owner.ink) for span in spans] if owner.ink else spans
    return TextThing(owner.node, x, y, tuple(inked), 0.0, owner.role)


def _mark(owner: Owner, at: Point, mark: LineMark, tree: StructureBuilder) -> Thing:
    node = None
    if owner.node is not None:
        reads = plain((owner.rich[mark.inline],))
        node = tree.add("Span", owner.node, actual_text=reads)
    low = at[1] - _MARK_DROP * mark.size
    return MarkThing(node, mark.name, at[0] + mark.x, low, mark.size, mark.ink)


def _link(owner: Owner, at: Point, span: LineSpan, tree: StructureBuilder) -> tuple[Thing, ...]:
    assert owner.node is not None
    assert span.inline is not None
    words = owner.rich[span.inline]
    assert isinstance(words, Words)
    if span.inline not in owner.tags:
        parent = tree.add("Reference", owner.node) if words.note else owner.node
        owner.tags[span.inline] = tree.add("Link", parent)
    tag, (x, y) = owner.tags[span.inline], at
    text = TextThing(tag, x, y, (span,), 0.0, owner.role)
    target, says = words.href, words.text
    if words.note:
        target, says = f"#{note_anchor(tag)}", f"Note {words.note.sign}"
    return text, LinkThing(tag, zone_of(span, at), target, says)


def zone_of(span: LineSpan, at: Point) -> Rect:
    """Give the live zone of a span of a line that starts at a point."""
    x, y = at
    return Rect(x + span.x, y - _LINK_REACH, span.width, span.size + _LINK_REACH)


def note_anchor(call: int) -> str:
    """Name the place of a note by the element of its call."""
    return f"note-{call}"


def call_anchor(call: int) -> str:
    """Name the place of a call by its element."""
    return f"appel-{call}"
