"""Which setting of each paragraph makes the best pages, and where these break.

A paragraph set by total fit often allows one line more or less at little cost. Over a whole
chapter settings and breaks are chosen together, so that no page ends early to spare a widow, an
orphan or a hyphen, and none is opened for a few lines. Plass (1981) shows why line by line cannot
do it. What pages cost is what they cost `break_pages`, and the breaks are chosen with the
settings: pages are laid as they were priced.

The search (dynamic programming) takes page after page. Its states are all places where a page may
start; on a page, paragraphs that end at the same height are one state, however they came there.
The pages of the first settings, by `break_pages`, bound what may still be worth a look.

This module knows neither words nor fonts: a way to set a paragraph is the entries that it makes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import accumulate

from msgspec import Struct

from aula_reports.typeset.flow import EMPTY_PAGE, INFINITE, TOLERATED, Entry, break_pages, height_of

# A last page lower than so many lines costs as much as some eight lines of white on a page of 55.
FEW_LINES = 5
_FEW = 0.02
# What is gained by less is lost in sums of fractions.
_LEAST_GAIN = 1e-9


class Way(Struct, frozen=True):
    """One way to set a paragraph; `cost` is how much worse it looks than the best, in squared
    shares of a page's white.
    """

    entries: tuple[Entry, ...]
    cost: float = 0.0


class Choice(Struct, frozen=True):
    """The way of each paragraph, by number, and the pages that the entries of these ways make.

    `heights` are those of the pages, in the unit of the entries.
    """

    ways: tuple[int, ...]
    pages: tuple[range, ...]
    heights: tuple[float, ...]
    cost: float


def choose(
    paragraphs: Sequence[Sequence[Way]],
    room: Callable[[int], float],
    *,
    least: float = 0.0,
    known: Choice | None = None,
) -> Choice:
    """Choose a way of each paragraph and the breaks: the fewest pages, then the least cost.

    `room(k)` is what page k, from 0, offers, in lines; the first page is at least as high as
    `least`. Where ways are equally good, the first is taken: it should be the best to read.
    `known` are the best pages of the first ways, if they have been chosen before. Entries have no
    notes: a text with notes is broken as it is set (`flow.break_pages`).
    Raises ContentOverflow where the first ways have an entry that is higher than any page.
    """
    assert not any(entry.notes for ways in paragraphs for way in ways for entry in way.entries)
    known = known or _broken(paragraphs, room, least)
    lowest = [min(_height(way.entries) for way in ways) for ways in paragraphs]
    rests = [*accumulate(reversed(lowest), initial=0.0)][::-1]
    for count in range(1, len(known.pages) + 1):
        rooms = [room(page) for page in range(count)]
        if sum(rooms) + TOLERATED * count < rests[0]:
            continue
        limit = known.cost - _LEAST_GAIN if count == len(known.pages) else INFINITE
        found = _Search(paragraphs, rests, limit).over(rooms, least)
        if found:
            return _priced(paragraphs, *_traced(found, paragraphs), room)
    return known


def _broken(
    paragraphs: Sequence[Sequence[Way]], room: Callable[[int], float], least: float
) -> Choice:
    """Break pages of the first ways."""
    entries = [entry for ways in paragraphs for entry in ways[0].entries]
    pages = break_pages(entries, room, last_white=0.0, least=least)
    return _priced(paragraphs, [0] * len(paragraphs), pages, room)


def _priced(
    paragraphs: Sequence[Sequence[Way]],
    chosen: Sequence[int],
    pages: Sequence[range],
    room: Callable[[int], float],
) -> Choice:
    """Price the pages of chosen ways."""
    ways = [paragraph[number] for paragraph, number in zip(paragraphs, chosen, strict=True)]
    entries = [entry for way in ways for entry in way.entries]
    rooms = [room(number) for number in range(len(pages))]
    heights = [height_of(entries, page) for page in pages]
    cost = sum(way.cost for way in ways) + sum(
        EMPTY_PAGE if not page else entries[page.stop - 1].white * (1 - height / own) ** 2
        for page, height, own in zip(pages[:-1], heights[:-1], rooms[:-1], strict=True)
    )
    cost += sum(entries[page.start].cut_cost for page in pages if page and page.start)
    if pages:
        cost += _last_page(len(pages), heights[-1])
    return Choice(tuple(chosen), tuple(pages), tuple(heights), cost)


def _last_page(count: int, height: float) -> float:
    return _FEW if count > 1 and height < FEW_LINES else 0.0


def _height(entries: Iterable[Entry]) -> float:
    """Height that entries have at least, wherever pages break."""
    return sum(entry.height for entry in entries)


class _Trail(Struct, frozen=True):
    """How a state was reached: by a way, or by the end of a page before an entry of a paragraph."""

    before: _Trail | None
    way: int = 0
    page_end: tuple[int, int] | None = None


# Where a page may start: a paragraph, its way and an entry of it; the way is open (-1) before the
# first entry.
_Place = tuple[int, int, int]
_OPEN = -1


class _State(Struct, frozen=True):
    cost: float
    trail: _Trail | None


# The best states of a page, by its height so far.
_States = dict[float, _State]


class _Search(Struct, frozen=True):
    """A search for pages that cost less than a limit; `rests` are the least heights of what
    follows each paragraph's start.
    """

    paragraphs: Sequence[Sequence[Way]]
    rests: Sequence[float]
    limit: float

    def over(self, rooms: Sequence[float], least: float) -> _Trail | None:
        """Search as many pages as there are rooms."""
        starts: Mapping[_Place, _State] = {(0, _OPEN, 0): _State(0.0, None)}
        last: _States = {}
        for number, room in enumerate(rooms):
            later = sum(rooms[number + 1 :]) + TOLERATED * len(rooms)
            page = _Page(self, room, later, 0.0 if number else least)
            page.fill(starts)
            starts, last = page.ends, page.opened[-1]
        costs = {used: last[used].cost + _last_page(len(rooms), used) for used in last}
        best = min(costs, key=costs.__getitem__, default=None)
        return None if best is None or costs[best] >= self.limit else last[best].trail


class _Page:
    """All ways to fill one page that leave no more than `later` for those after it.

    `ends` are the best states of a page that ends before each place, `opened` those of one on
    which each paragraph may follow.
    """

    def __init__(self, search: _Search, room: float, later: float, least: float) -> None:
        self.search = search
        self.room = room
        self.later = later
        self.least = least - TOLERATED
        self.ends: dict[_Place, _State] = {}
        self.opened: list[_States] = [{} for _ in range(len(search.paragraphs) + 1)]

    def fill(self, starts: Mapping[_Place, _State]) -> None:
        """Go on from every place where the page may start."""
        for place, state in starts.items():
            self._end(place, state, state.cost + EMPTY_PAGE)
        at = sorted(starts)
        for paragraph in range(len(self.search.paragraphs)):
            while at and at[0][0] == paragraph:
                place = at.pop(0)
                self._start(place, starts[place])
            if self.opened[paragraph]:
                for way in range(len(self.search.paragraphs[paragraph])):
                    self._set((paragraph, way, 0), self.opened[paragraph])

    def _start(self, place: _Place, state: _State) -> None:
        paragraph, chosen, line = place
        ways = self.search.paragraphs[paragraph]
        for way in range(len(ways)) if chosen == _OPEN else (chosen,):
            entry = ways[way].entries[line]
            is_first = paragraph == line == 0
            opening, cut = (0.0, 0.0) if is_first else (entry.opening, entry.cut_cost)
            # The gap before an entry is left out at the head of a page.
            states = {opening - entry.gap: _State(state.cost + cut, state.trail)}
            if chosen == _OPEN:
                self._set((paragraph, way, 0), states)
            else:
                self._go_on(place, states)

    def _set(self, place: _Place, states: _States) -> None:
        """Set a paragraph in a way, after what is on the page."""
        paragraph, way, _ = place
        more = self.search.paragraphs[paragraph][way].cost
        begun = {
            used: _State(state.cost + more, _Trail(state.trail, way))
            for used, state in states.items()
            if state.cost + more < self.search.limit
        }
        self._go_on(place, begun)

    def _go_on(self, place: _Place, states: _States) -> None:
        """Lay a paragraph from an entry on, as far as the page goes."""
        paragraph, way, start = place
        entries = self.search.paragraphs[paragraph][way].entries
        left = _height(entries[start:]) + self.search.rests[paragraph + 1]
        for line, entry in enumerate(entries[start:], start + 1):
            states = self._taken(entry, states)
            if not states:
                return
            left -= entry.height
            if not entry.keeps_next and left <= self.later:
                end = (paragraph, way, line) if line < len(entries) else (paragraph + 1, _OPEN, 0)
                for used, state in states.items():
                    if used >= self.least:
                        share = (self.room - used) / self.room
                        self._end(end, state, state.cost + entry.white * share * share)
        opened = self.opened[paragraph + 1]
        for used, state in states.items():
            if used not in opened or state.cost < opened[used].cost:
                opened[used] = state

    def _taken(self, entry: Entry, states: _States) -> _States:
        """Add an entry to the page: the one place that knows how high this makes it."""
        more, most = entry.gap + entry.height, self.room + TOLERATED
        return {used + more: state for used, state in states.items() if used + more <= most}

    def _end(self, place: _Place, state: _State, cost: float) -> None:
        if cost < self.search.limit and (place not in self.ends or cost < self.ends[place].cost):
            paragraph, _, line = place
            trail = _Trail(state.trail, page_end=(paragraph, line))
            self.ends[place] = _State(cost, trail)


def _traced(trail: _Trail, paragraphs: Sequence[Sequence[Way]]) -> tuple[list[int], list[range]]:
    """Trace ways and pages back from the last."""
    ways: list[int] = []
    ends: list[tuple[int, int]] = [(len(paragraphs), 0)]
    at: _Trail | None = trail
    while at:
        if at.page_end:
            ends.append(at.page_end)
        else:
            ways.append(at.way)
        at = at.before
    ways.reverse()
    counts = [len(some[way].entries) for some, way in zip(paragraphs, ways, strict=True)]
    before = [*accumulate(counts, initial=0)]
    stops = [before[paragraph] + line for paragraph, line in reversed(ends)]
    return ways, [range(start, stop) for start, stop in zip([0, *stops], stops, strict=False)]
