"""Where pages of running text with notes break, and where a note parts that its page cannot hold.

As `flow.break_pages`: the fewest pages, then the most even white, over all pages together. A page
whose last note does not fit may hold the start of it, its rest is the first note of the next: a
line is not sent on with its note, to leave white behind, and no note is too long.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from math import floor

from msgspec import Struct
from msgspec.structs import replace

from aula_reports.typeset.flow import TOLERATED, Entry, Footnote, TooHigh, refuse_too_high

# So many lines of a parted note stand on either page at least; what it costs to part one, in
# squared shares of a page's white: some five lines of it on a page of 55.
_LEAST = 2
_PARTED = 0.01


class FootPart(Struct, frozen=True):
    """Lines of the note of a key."""

    key: int
    lines: range


class NotedPage(Struct, frozen=True):
    """The entries of a page, and what stands at its foot."""

    entries: range
    notes: tuple[FootPart, ...]


class _Rest(Struct, frozen=True):
    """A note of which the lines from `first` on are still to be laid."""

    note: Footnote
    first: int = 0

    @property
    def lines(self) -> int:
        return self.note.lines - self.first

    @property
    def height(self) -> float:
        return self.lines * self.note.leading

    def part(self, lines: int) -> FootPart:
        return FootPart(self.note.key, range(self.first, self.first + lines))


# Where a page may start: at an entry, with the rest of a note or none.
_Place = tuple[int, _Rest | None]


class _Trail(Struct, frozen=True):
    """The cheapest pages up to a place."""

    cost: float
    page: NotedPage | None = None
    before: _Trail | None = None


def break_noted(entries: Sequence[Entry], room: Callable[[int], float]) -> list[NotedPage]:
    """Share lines out over pages; `room(k)` is what page k (from 0) offers.

    White under the last page costs nothing.
    Raises TooHigh where lines that stay together are higher than any page.
    """
    bare = [replace(entry, notes=()) for entry in entries]
    lines = sum(note.lines for entry in entries for note in entry.notes)
    count = len(entries) + lines + 1
    refuse_too_high(bare, max(map(room, range(count))))
    places: Mapping[_Place, _Trail] = {(0, None): _Trail(0.0)}
    for number in range(count):
        places = _page(entries, room(number), places)
        found = places.get((len(entries), None))
        if found:
            return _traced(found)
        if not places:
            break
    raise TooHigh("des notes ne tiennent pas au pied de leur page — les raccourcir")


def _page(
    entries: Sequence[Entry], room: float, places: Mapping[_Place, _Trail]
) -> dict[_Place, _Trail]:
    """Fill one page in all ways, from all places where it may start."""
    found: dict[_Place, _Trail] = {}
    for place, trail in places.items():
        for page, rest, used in _fills(entries, room, place):
            end = page.entries.stop
            is_last = end == len(entries) and rest is None
            share = 0.0 if is_last else (room - used) / room
            weight = entries[end - 1].white if page.entries else 1.0
            cost = trail.cost + share * share * weight + (_PARTED if rest else 0.0)
            known = found.get((end, rest))
            if known is None or cost < known.cost:
                found[end, rest] = _Trail(cost, page, trail)
    return found


_Fill = tuple[NotedPage, _Rest | None, float]


def _fills(entries: Sequence[Entry], room: float, place: _Place) -> Iterator[_Fill]:
    """List what a page may hold that starts at a place, what is left, and how high it is."""
    start, rest = place
    notes = [] if rest is None else [rest]
    height, head = 0.0, max((entry.foot_head for entry in entries), default=0.0)
    if rest:
        yield from _filled(range(start, start), notes, 0.0, (room, head))
    for end in range(start + 1, len(entries) + 1):
        entry = entries[end - 1]
        height += entry.height + (entry.gap if end > start + 1 else 0.0)
        if height > room + TOLERATED:
            return
        known = {one.note.key for one in notes}
        notes += [_Rest(note) for note in dict.fromkeys(entry.notes) if note.key not in known]
        if not entry.keeps_next or end == len(entries):
            yield from _filled(range(start, end), notes, height, (room, head))


def _filled(
    lines: range, notes: Sequence[_Rest], height: float, within: tuple[float, float]
) -> Iterator[_Fill]:
    """End a page with so many notes, the last of them parted if it must be, or give nothing."""
    room, head = within
    if not notes:
        yield NotedPage(lines, ()), None, height
        return
    *whole, last = notes
    parts = [one.part(one.lines) for one in whole]
    height += head + sum(one.height for one in whole)
    fit = last.lines
    if height + last.height > room + TOLERATED:
        fit = floor((room + TOLERATED - height) / last.note.leading)
        fit = min(fit, last.lines - _LEAST)
        if fit < _LEAST:
            return
    rest = _Rest(last.note, last.first + fit) if fit < last.lines else None
    page = NotedPage(lines, (*parts, last.part(fit)))
    yield page, rest, height + fit * last.note.leading


def _traced(trail: _Trail) -> list[NotedPage]:
    pages: list[NotedPage] = []
    at: _Trail | None = trail
    while at and at.page:
        pages.append(at.page)
        at = at.before
    return pages[::-1]
