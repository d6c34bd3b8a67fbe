"""Which setting of each paragraph makes the best pages: as it is, or a line longer or shorter.

A paragraph set by total fit often allows one line more or less at little cost. Over a whole
chapter the settings are chosen together (dynamic programming over the paragraphs; the states are
where on which page each one ends), so that no page ends early to spare a widow, an orphan or a
hyphen, and none is opened for a few lines. Plass (1981) shows why line by line cannot do it.

This module knows neither words nor fonts: a setting is the lines that it makes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

# Costs: a line of white under a page is one, and grows with its square. A page more is the most;
# then a last page of few lines; a setting costs by how much worse it looks.
_PAGE = 400.0
_FEW_LINES = 5
_FEW = 60.0
_TORN = 1_000.0


class Setting(Struct, frozen=True):
    """One way to set a paragraph, its label included: whether a page may end after each line.

    `cost` says how much worse it looks than the best way, in lines of white squared.
    """

    ends: tuple[bool, ...]
    cost: float = 0.0


class _Way(Struct, frozen=True):
    """The best way to end a paragraph at a place; `may_end` says whether a page may end there."""

    cost: float
    chosen: int
    before: _Way | None
    may_end: bool


# Number of the page, from 0, and lines used on it.
_Place = tuple[int, float]


_START: Mapping[_Place, _Way] = {(0, 0.0): _Way(0.0, -1, None, may_end=True)}


def choose(paragraphs: Sequence[Sequence[Setting]], room: Callable[[int], float]) -> list[int]:
    """Choose a setting of each paragraph, by number, so that the pages come out best.

    `room(k)` is what page k, from 0, offers, in lines. Where settings are equally good, the
    earlier one is taken: the first should be the best to read.
    """
    ways = _START
    for settings in paragraphs:
        ways = _after(ways, settings, room)
    best = min(ways, key=lambda place: ways[place].cost + _last_page(place))
    return _traced(ways[best])


def price(paragraphs: Sequence[Setting], room: Callable[[int], float]) -> tuple[float, int]:
    """Price the pages that settings make, and count them.

    Beside what its pages and settings cost, a text whose pages are all full costs nothing.
    """
    ways = _START
    for setting in paragraphs:
        ways = _after(ways, [setting], room)
    ((place, way),) = ways.items()
    return way.cost + _last_page(place), place[0] + 1


def has_flaws(paragraphs: Sequence[Setting], room: Callable[[int], float]) -> bool:
    """Say whether a page ends early, or the last one has few lines."""
    cost, pages = price(paragraphs, room)
    return cost > _PAGE * (pages - 1)


def _last_page(place: _Place) -> float:
    page, used = place
    return _FEW if page and used < _FEW_LINES else 0.0


def _after(
    ways: Mapping[_Place, _Way], settings: Sequence[Setting], room: Callable[[int], float]
) -> dict[_Place, _Way]:
    found: dict[_Place, _Way] = {}
    for start, way in ways.items():
        for number, setting in enumerate(settings):
            place, cost = _laid(setting, start, room, may_start=way.may_end)
            total = way.cost + cost + setting.cost
            if place not in found or total < found[place].cost:
                found[place] = _Way(total, number, way, setting.ends[-1])
    return found


def _laid(
    setting: Setting, start: _Place, room: Callable[[int], float], *, may_start: bool
) -> tuple[_Place, float]:
    """Lay lines from a place on: each page as full as it may be. Tell where they end, and the cost
    of the pages they leave.
    """
    (page, used), cost, first = start, 0.0, 0
    ends, count = setting.ends, len(setting.ends)
    while used + (count - first) > room(page):
        fitting = max(int(room(page) - used), 0)
        stop = first + fitting
        while stop > first and not ends[stop - 1]:
            stop -= 1
        if stop == first and (first or not may_start or not used):
            # Nothing may end here: lines are torn that belong together.
            stop, cost = first + max(fitting, 1), cost + _TORN
        cost += (room(page) - used - (stop - first)) ** 2 + _PAGE
        page, used, first = page + 1, 0.0, stop
    return (page, used + count - first), cost


def _traced(way: _Way) -> list[int]:
    chosen = []
    at: _Way | None = way
    while at is not None and at.before is not None:
        chosen.append(at.chosen)
        at = at.before
    return chosen[::-1]
