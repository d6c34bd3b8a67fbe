"""Where pages break: entries of known height are shared out over pages of known room.

The breaks of a whole chapter are chosen together (dynamic programming over the entries): the
fewest pages first, then the most even white, never a head parted from what follows it.
Source of the idea: Knuth and Plass's total fit, applied to pages; see also Plass (1981).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from aula_reports.diagnostics import ContentOverflow

INFINITE = float("inf")

# Costs are in squared shares of a page's white: 1 is a whole empty page.
SECTION_CUT = 0.04
GROUP_CUT = 0.05


@dataclass(frozen=True, slots=True)
class Entry:
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


def break_pages(entries: Sequence[Entry], room: Callable[[int], float]) -> list[range]:
    """Share entries out over pages; `room(k)` is what page k (from 0) offers, in points.

    A page may stay empty only where its room is too small for what must come next.
    Raises ContentOverflow where an entry is higher than any page.
    """
    if not entries:
        return []
    for pages in range(1, len(entries) + 3):
        breaks = _best_breaks(entries, room, pages)
        if breaks:
            return breaks
    raise ContentOverflow("Un élément est plus haut que la page.")


def _best_breaks(
    entries: Sequence[Entry], room: Callable[[int], float], pages: int
) -> list[range]:
    """The best share-out over exactly `pages` pages, or an empty list."""
    count = len(entries)
    costs = [[INFINITE] * (count + 1) for _ in range(pages + 1)]
    froms = [[0] * (count + 1) for _ in range(pages + 1)]
    costs[0][0] = 0.0
    for page in range(pages):
        for start in range(count + 1):
            if costs[page][start] < INFINITE:
                last = page == pages - 1
                _extend(entries, room(page), page, start, costs, froms, last=last)
    if costs[pages][count] == INFINITE:
        return []
    return _trace(froms, pages, count)


def _extend(
    entries: Sequence[Entry],
    room: float,
    page: int,
    start: int,
    costs: list[list[float]],
    froms: list[list[int]],
    *,
    last: bool,
) -> None:
    base = costs[page][start]
    if start < len(entries) and page and start:
        base += entries[start].cut_cost
    _offer(costs, froms, page, start, start, base + 1.0)
    height = 0.0
    for end in range(start, len(entries)):
        entry = entries[end]
        height += entry.height + (entry.opening if end == start and start else 0.0)
        height += entry.gap if end > start else 0.0
        if height > room + 0.01:
            return
        if entry.keeps_next and end + 1 < len(entries):
            continue
        white = (room - height) / room
        done = end + 1 == len(entries)
        if last and not done:
            continue
        _offer(costs, froms, page, start, end + 1, base + white * white * (0.5 if done else 1.0))


def _offer(
    costs: list[list[float]],
    froms: list[list[int]],
    page: int,
    start: int,
    end: int,
    cost: float,
) -> None:
    if cost < costs[page + 1][end]:
        costs[page + 1][end] = cost
        froms[page + 1][end] = start


def _trace(froms: list[list[int]], pages: int, count: int) -> list[range]:
    breaks: list[range] = []
    end = count
    for page in range(pages, 0, -1):
        start = froms[page][end]
        breaks.append(range(start, end))
        end = start
    return breaks[::-1]
