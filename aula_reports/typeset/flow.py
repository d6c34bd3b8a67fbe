"""Where pages break: entries of known height are shared out over pages of known room.

The breaks of a whole chapter are chosen together (dynamic programming over the entries): the
fewest pages first, then the most even white, never a head parted from what follows it.
Source of the idea: Knuth and Plass's total fit, applied to pages; see also Plass (1981).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

from msgspec import Struct

from aula_reports.compose.inline import RichText, plain
from aula_reports.diagnostics import ContentOverflow

INFINITE = float("inf")

# Costs are in squared shares of a page's white: 1 is a whole empty page.
SECTION_CUT = 0.12
GROUP_CUT = 0.08
EMPTY_PAGE = 1.0

# What sums of heights may exceed a page's room by.
TOLERATED = 0.01

# From so many entries on, those that cannot come in the fewest pages are left out of the search.
_MANY = 200

# So many letters name an entry in a message.
_NAMED = 40


class TooHigh(ContentOverflow):
    """What may not be parted and no page holds, named; where in the book is still to be told."""


class Footnote(Struct, frozen=True):
    """A note at the foot of a page; `key` tells it from others, its lines have one leading."""

    key: int
    lines: int
    leading: float

    @property
    def height(self) -> float:
        return self.lines * self.leading


class Entry(Struct, frozen=True):
    """A piece that may not be cut.

    `height` and `opening` (what a page that starts with this entry repeats before it, such as a
    section's title) are in points. `keeps_next` binds it to the entry after it; `cut_cost` is
    what it costs to start a page here; `gap` is white before it unless it opens a page. `white`
    weighs the white under a page that ends with it. `notes` are those that it puts at the foot of
    its page, `foot_head` the white over the first of these. `says` are words to name it by.
    """

    height: float
    opening: float = 0.0
    keeps_next: bool = False
    cut_cost: float = 0.0
    gap: float = 0.0
    white: float = 1.0
    notes: tuple[Footnote, ...] = ()
    foot_head: float = 0.0
    says: RichText = ()


class _Foot:
    """The notes at the foot of a page: each stands there once, however often it is called."""

    def __init__(self) -> None:
        self._keys: set[int] = set()

    def grow(self, entry: Entry) -> float:
        """Add the notes of an entry; say by how much the foot grew."""
        grown = 0.0
        for note in entry.notes:
            if note.key not in self._keys:
                grown += note.height if self._keys else note.height + entry.foot_head
                self._keys.add(note.key)
        return grown


def break_pages(
    entries: Sequence[Entry],
    room: Callable[[int], float],
    *,
    last_white: float = 1.0,
    step: int = 1,
    least: float = 0.0,
) -> list[range]:
    """Share entries out over pages; `room(k)` is what page k (from 0) offers, in points.

    `last_white` weighs the white of the last page: 1 shares rows out evenly, 0 fills pages one
    after the other and leaves the rest to the last, as running text wants. The number of pages
    is 1 more than a multiple of `step`: 2 for a chapter that must end its spread. The first page
    is at least as high as `least`, which stands beside its entries.
    A page may stay empty only where its room is too small for what must come next.
    Raises TooHigh where entries that stay together are higher than any page.
    """
    if not entries:
        return []
    refuse_too_high(entries, max(map(room, range(len(entries) + step))))
    breaker = _Breaker(entries, last_white, least)
    later = _rooms_later(breaker, room, step) if len(entries) > _MANY else []
    for page in range(len(entries) + 1 + step):
        breaker.add_page(room(page), later[page] if later else INFINITE)
        if page % step == 0 and breaker.is_complete:
            return breaker.breaks()
    raise _too_high(max(_runs(entries), key=lambda run: run[1])[0])


def _rooms_later(breaker: _Breaker, room: Callable[[int], float], step: int) -> list[float]:
    """Say what each page and those after it offer, if pages are filled one after the other: more
    of them are not needed. Nothing is said where filling them so comes to no end.
    """
    scout = _Breaker(breaker.entries, 0.0, breaker.least + TOLERATED)
    rooms: list[float] = []
    for page in range(len(breaker.entries) + 1 + step):
        height = room(page)
        rooms.append(height + TOLERATED)
        scout.add_page(height, INFINITE)
        if page % step == 0 and scout.is_complete:
            return [*accumulate(reversed(rooms))][::-1]
        scout.keep_farthest()
    return []


def refuse_too_high(entries: Sequence[Entry], most: float) -> None:
    """Raise TooHigh, before any search, where entries that stay together exceed every room."""
    for run, height in _runs(entries):
        if height - run[0].opening > most + TOLERATED:
            raise _too_high(run)


def _too_high(run: Sequence[Entry]) -> TooHigh:
    """Name the highest of entries that stay together."""
    highest = max(run, key=lambda entry: entry.height)
    words = " ".join(plain(highest.says).split())
    if not words:
        return TooHigh("un élément est plus haut que la page — raccourcir ses textes")
    more = "…" if len(words) > _NAMED else ""
    named = words[:_NAMED].rstrip()
    return TooHigh(f"« {named}{more} » est plus haut que la page — le raccourcir")


def alike(room: float) -> Callable[[int], float]:
    """Say that all pages, or columns, offer the same room."""
    return lambda _: room


def run_on(first: float, further: float) -> Callable[[int], float]:
    """Say that the first page, under its head, offers another room than those after it."""
    return lambda page: further if page else first


def height_of(entries: Sequence[Entry], page: range) -> float:
    """Height of the entries of a page, in their unit; 0 for an empty page."""
    if not page:
        return 0.0
    first, *others = (entries[index] for index in page)
    opening = first.opening if page.start else 0.0
    foot = _Foot()
    notes = sum(foot.grow(entries[index]) for index in page)
    return opening + first.height + sum(entry.gap + entry.height for entry in others) + notes


def tallest(entries: Sequence[Entry]) -> float:
    """Height of the highest run of entries that may not be parted: no page can be lower."""
    return max((height for _, height in _runs(entries)), default=0.0)


def _runs(entries: Sequence[Entry]) -> Iterator[tuple[Sequence[Entry], float]]:
    """Give each run of entries that may not be parted, and its height."""
    start, height, foot = 0, 0.0, _Foot()
    for stop, entry in enumerate(entries, 1):
        height += entry.height + (entry.gap if height else entry.opening) + foot.grow(entry)
        if not entry.keeps_next or stop == len(entries):
            yield entries[start:stop], height
            start, height, foot = stop, 0.0, _Foot()


def stays_with_next(number: int, count: int) -> bool:
    """Say whether one of so many in a row, from 0, stays with the next: none is left alone at
    either end.
    """
    return count > 1 and number in (0, count - 2)


def even_columns(entries: Sequence[Entry], abreast: int, room: float) -> list[range]:
    """Fill the fewest rows of columns, then make columns as short as that number allows."""
    fewest = len(break_pages(entries, alike(room)))
    wanted = -(-fewest // abreast) * abreast
    total = sum(entry.height + entry.gap for entry in entries)
    height = max(total / wanted // 1, tallest(entries))
    while height < room:
        columns = break_pages(entries, alike(height))
        if len(columns) <= wanted:
            return columns
        height += 0.5
    return break_pages(entries, alike(room))


class _Breaker:
    """The best share-outs over the pages so far, by how many entries they take: grown by a page
    at a time, `costs` are those of the last one; `starts` says where each page of them starts.
    """

    def __init__(self, entries: Sequence[Entry], last_white: float, least: float) -> None:
        self.entries = entries
        # What the innermost loop asks of each entry: whether a page may end with it, how much
        # the white under it weighs, and the entry itself where it has a foot, which few have.
        self.steps = [
            (one.height, one.gap, not one.keeps_next, one.white, one if one.notes else None)
            for one in entries
        ]
        *_, noted = self.steps[-1]
        self.steps[-1] = (entries[-1].height, entries[-1].gap, True, last_white, noted)
        self.costs = [0.0] + [INFINITE] * len(entries)
        # The height of the entries from each on.
        self.rests = [*accumulate((one.height for one in reversed(entries)), initial=0.0)][::-1]
        self.starts: list[list[int]] = []
        self.least = least - TOLERATED

    @property
    def is_complete(self) -> bool:
        """Say whether the pages so far hold all entries."""
        return self.costs[-1] < INFINITE

    def keep_farthest(self) -> None:
        """Forget all share-outs but the one that has come farthest."""
        farthest = max(end for end, cost in enumerate(self.costs) if cost < INFINITE)
        self.costs = [INFINITE] * len(self.costs)
        self.costs[farthest] = 0.0

    def add_page(self, room: float, later: float) -> None:
        """Fill one more page; what is left before it must fit in it and the `later` ones."""
        before, ends = self.costs, len(self.entries) + 1
        self.costs = [INFINITE] * ends
        self.starts.append([0] * ends)
        for start, cost in enumerate(before):
            if cost < INFINITE and self.rests[start] <= later:
                self._extend(start, cost, room)
        self.least = 0.0

    def _extend(self, start: int, cost: float, room: float) -> None:
        """Try every end of a page that starts with an entry, an empty page included."""
        costs, starts = self.costs, self.starts[-1]
        height = opening = 0.0
        if 0 < start < len(self.entries):
            cost += self.entries[start].cut_cost
            opening = self.entries[start].opening
        if cost + EMPTY_PAGE < costs[start]:
            costs[start], starts[start] = cost + EMPTY_PAGE, start
        first, most = start + 1, room + TOLERATED
        foot: _Foot | None = None
        for end, (own, gap, may_end, weight, noted) in enumerate(self.steps[start:], first):
            height += own
            height += gap if end > first else opening
            if noted:
                foot = foot or _Foot()
                height += foot.grow(noted)
            if height > most:
                return
            if may_end and height >= self.least:
                share = (room - height) / room
                total = cost + share * share * weight
                if total < costs[end]:
                    costs[end], starts[end] = total, start

    def breaks(self) -> list[range]:
        """Trace the cheapest breaks back from the last page."""
        found: list[range] = []
        end = len(self.entries)
        for starts in reversed(self.starts):
            found.append(range(starts[end], end))
            end = starts[end]
        return found[::-1]
