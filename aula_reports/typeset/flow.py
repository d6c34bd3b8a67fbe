"""Where pages break: entries of known height are shared out over pages of known room.

The breaks of a whole chapter are chosen together (dynamic programming over the entries): the
fewest pages first, then the most even white, never a head parted from what follows it.
Source of the idea: Knuth and Plass's total fit, applied to pages; see also Plass (1981).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from aula_reports.diagnostics import ContentOverflow

INFINITE = float("inf")

# Costs are in squared shares of a page's white: 1 is a whole empty page.
SECTION_CUT = 0.12
GROUP_CUT = 0.08
EMPTY_PAGE = 1.0


class Entry(Struct, frozen=True):
    """A piece that may not be cut.

    `height` and `opening` (what a page that starts with this entry repeats before it, such as a
    section's title) are in points. `keeps_next` binds it to the entry after it; `cut_cost` is
    what it costs to start a page here; `gap` is white before it unless it opens a page.
    """

    height: float
    opening: float = 0.0
    keeps_next: bool = False
    cut_cost: float = 0.0
    gap: float = 0.0


def break_pages(
    entries: Sequence[Entry],
    room: Callable[[int], float],
    *,
    last_white: float = 1.0,
    step: int = 1,
) -> list[range]:
    """Share entries out over pages; `room(k)` is what page k (from 0) offers, in points.

    `last_white` weighs the white of the last page: 1 shares rows out evenly, 0 fills pages one
    after the other and leaves the rest to the last, as running text wants. The number of pages
    is 1 more than a multiple of `step`: 2 for a chapter that must end its spread.
    A page may stay empty only where its room is too small for what must come next.
    Raises ContentOverflow where an entry is higher than any page.
    """
    if not entries:
        return []
    for pages in range(1, len(entries) + 2 + step, step):
        breaks = _Breaker(entries, room, pages, last_white).breaks()
        if breaks:
            return breaks
    raise ContentOverflow("Un élément est plus haut que la page.")


def tallest(entries: Sequence[Entry]) -> float:
    """Height of the highest run of entries that may not be parted: no page can be lower."""
    highest = height = 0.0
    for entry in entries:
        height += entry.height + (entry.gap if height else entry.opening)
        highest = max(highest, height)
        if not entry.keeps_next:
            height = 0.0
    return highest


class _Breaker:
    """The best share-out over exactly so many pages, grown page by page."""

    def __init__(
        self,
        entries: Sequence[Entry],
        room: Callable[[int], float],
        pages: int,
        last_white: float,
    ) -> None:
        self.entries, self.room, self.pages, self.last_white = entries, room, pages, last_white
        ends = len(entries) + 1
        self.costs = [[INFINITE] * ends for _ in range(pages + 1)]
        self.starts = [[0] * ends for _ in range(pages + 1)]
        self.costs[0][0] = 0.0

    def breaks(self) -> list[range]:
        """Find the cheapest breaks; an empty list where the entries do not fit."""
        for page in range(self.pages):
            room = self.room(page)
            for start, cost in enumerate(self.costs[page]):
                if cost < INFINITE:
                    self._extend(page, start, cost, room)
        if self.costs[-1][-1] == INFINITE:
            return []
        return self._trace()

    def _extend(self, page: int, start: int, cost: float, room: float) -> None:
        """Try every end of a page that starts with an entry, an empty page included."""
        entries = self.entries
        if 0 < start < len(entries):
            cost += entries[start].cut_cost
        self._offer(page, start, start, cost + EMPTY_PAGE)
        height = 0.0
        for end in range(start, len(entries)):
            entry = entries[end]
            height += entry.height
            height += entry.gap if end > start else entry.opening if start else 0.0
            if height > room + 0.01:
                return
            if not entry.keeps_next or end + 1 == len(entries):
                self._offer(page, start, end + 1, cost + self._white(end + 1, height, room))

    def _white(self, end: int, height: float, room: float) -> float:
        share = (room - height) / room
        return share * share * (self.last_white if end == len(self.entries) else 1.0)

    def _offer(self, page: int, start: int, end: int, cost: float) -> None:
        if cost < self.costs[page + 1][end]:
            self.costs[page + 1][end] = cost
            self.starts[page + 1][end] = start

    def _trace(self) -> list[range]:
        found: list[range] = []
        end = len(self.entries)
        for page in range(self.pages, 0, -1):
            start = self.starts[page][end]
            found.append(range(start, end))
            end = start
        return found[::-1]
