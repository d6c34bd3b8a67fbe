"""The lines of a book as they stand on its pages, put together again from the things placed.

A line with links or marks is laid as several things that start at one point. What belongs to one
element of the structure follows in reading order, so that its lines come from first to last,
over columns and pages.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from aula_reports.typeset.pages import Book, Page, TextThing
from aula_reports.typeset.runs import LineSpan
from aula_reports.typeset.shaping import NO_BREAK_SPACE, SOFT_HYPHEN
from aula_reports.typeset.structure import Node

# What a line holds beside its paragraph's own text.
_INLINE = frozenset(("Span", "Link"))

# What no driven line leaves a space or a letter at, in points or in shares.
_STILL = 1e-6

_WORDS = re.compile(r"[\w’'\-\u2011]+")


class Gap(Struct, frozen=True):
    """The white between two words: from where to where in points of the page, its natural width.

    It holds what tracking adds after the letter before. A `tied` one is U+00A0; `size` is the
    type's.
    """

    left: float
    right: float
    natural: float
    size: float
    tied: bool

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def em(self) -> float:
        return self.width / self.size


class PlacedLine(Struct, frozen=True, eq=False, dict=True):
    """A line that starts its measure at (x, y) of a page, numbered from 1."""

    page: int
    x: float
    y: float
    spans: tuple[LineSpan, ...]

    @cached_property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)

    @cached_property
    def words(self) -> list[str]:
        """List the words in small letters, those that are cut as they stand."""
        return _WORDS.findall(self.text.lower())

    @cached_property
    def size(self) -> float:
        return max(span.size for span in self.spans)

    @cached_property
    def right(self) -> float:
        """Where the ink ends, a hanging space left out."""
        return self.x + max(span.x + span.width for span in self.spans)

    @cached_property
    def is_driven(self) -> bool:
        """Say whether spaces or letters were stretched or pressed, as justified lines are."""
        return any(
            abs(span.scale - 1.0) > _STILL or any(abs(added) > _STILL for _, added in span.runs)
            for span in self.spans
        )

    @property
    def is_hyphenated(self) -> bool:
        """Say whether the line ends inside a word: whole words end with a hanging space."""
        return self.text.endswith((SOFT_HYPHEN, "-"))

    @cached_property
    def gaps(self) -> list[Gap]:
        """List the spaces inside the line, breakable and tied, from left to right."""
        found = [gap for span in self.spans for gap in _gaps(span, self.x + span.x)]
        return [gap for gap in found if gap.left < self.right - _STILL]

    @cached_property
    def word_gaps(self) -> list[Gap]:
        return [gap for gap in self.gaps if not gap.tied]


def _gaps(span: LineSpan, x: float) -> Iterator[Gap]:
    """Walk along a span from `x` on."""
    unit = span.size / 1000
    for run, added in span.runs:
        end = x + span.width_of(run) + added
        if run.text in (" ", NO_BREAK_SPACE):
            tied = run.text == NO_BREAK_SPACE
            yield Gap(x - span.tracking, end, run.width * unit, span.size, tied)
        x = end


def lines_by_element(book: Book) -> Mapping[int, Sequence[PlacedLine]]:
    """Gather the level lines of each element that holds text, artifacts left out."""
    found: dict[int, list[PlacedLine]] = {}
    for page in book.pages:
        for element, line in lines_of(page, book.nodes):
            found.setdefault(element, []).append(line)
    return found


def lines_of(page: Page, nodes: Sequence[Node]) -> Iterator[tuple[int, PlacedLine]]:
    """Give the level lines of a page and their elements: texts that start at one point."""
    texts = [thing for thing in page.things if isinstance(thing, TextThing) and not thing.angle]
    holders = frozenset(thing.node for thing in texts)
    joined: dict[tuple[int, float, float], list[LineSpan]] = {}
    for thing in texts:
        if thing.node is not None and thing.spans:
            key = (_element(thing.node, nodes, holders), thing.x, thing.y)
            joined.setdefault(key, []).extend(thing.spans)
    for (element, x, y), spans in joined.items():
        yield element, PlacedLine(page.number, x, y, tuple(spans))


def _element(node: int, nodes: Sequence[Node], holders: Collection[int | None]) -> int:
    """Find the element that holds a text: links and marks stand inside it, and calls of notes.

    A reference that is all of its element's text is no call but an entry of a list.
    """
    while True:
        parent = nodes[node].parent
        is_call = nodes[node].role == "Reference" and parent in holders
        if parent is None or not (is_call or nodes[node].role in _INLINE):
            return node
        node = parent


def ends_column(line: PlacedLine, following: PlacedLine) -> bool:
    """Say whether what follows a line stands at the head of another column or page."""
    return following.page != line.page or following.y > line.y


def excerpt(line: PlacedLine, most: int = 60) -> str:
    """Quote a line, shortened to its end: what is wrong is mostly there."""
    words = " ".join(line.text.replace(SOFT_HYPHEN, "-").split())
    return words if len(words) <= most else "…" + words[-most:].lstrip()
