"""Labels chosen together: one place for each area, so that none is in another's way.

A beam search: areas with the fewest places choose first, and the best few beginnings are kept.
An area that is left without a place goes to the head of the queue, and all begins anew.
A place costs what it says; two places cost for standing close on one side, and for left edges
that do not align. Labels of groups come last, above the labels of their areas.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence

from aula_reports.typeset.landings import Sea, overlap
from aula_reports.typeset.leaders import AIR, is_free
from aula_reports.typeset.map_plans import (
    Board,
    Choice,
    GroupForm,
    GroupPlace,
    Half,
    Place,
    Side,
    text_box,
)

_BEAM = 8
_ROUNDS = 2
# Places of one area that are tried, and how many of them on neighbouring lines.
_TRIED = 36
_ALIKE = 2
_NEIGHBOURHOOD = 2.0


# Costs, in the millimetres of `leaders`.
_COMFORT = 14.0
_PER_LINE_CLOSER = 1.6
_LINES_FOR_A_GROUP = 9.0
_NO_ROOM_FOR_A_GROUP = 25.0
_UNALIGNED = 8.0

# From a group's figures to the first label under it, in lines, the best first.
_GROUP_GAPS = (5, 5.5, 4.5, 4, 6, 3.5, 3, 6.5, 2.5, 7, 8, 9, 10)
_GROUP_LINES = range(1, 46)
_GROUP_COLUMNS = 3
_PER_WISH = 1.5


def choose(
    places: Sequence[Sequence[Place]], groups: Sequence[GroupForm], sea: Sea, board: Board
) -> Choice | None:
    """Choose a place for each area and group; None if they do not all find one."""
    if not all(places):
        return None
    family = {area: number for number, group in enumerate(groups) for area in group.areas}
    queue = sorted(map(_thinned, places), key=len)
    for _ in range(_ROUNDS * len(queue) + 1):
        beam, placed = _run(queue, family)
        if placed == len(queue):
            complete = [_with_groups(choice, groups, sea, board) for choice in beam]
            return min(filter(None, complete), key=lambda choice: choice.cost, default=None)
        queue.insert(0, queue.pop(placed))
    return None


def _run(queue: Sequence[Sequence[Place]], family: Mapping[int, int]) -> tuple[list[Choice], int]:
    """Place areas in turn; say how many were placed before one found no place."""
    beam = [Choice()]
    for placed, candidates in enumerate(queue):
        longer = _best(_extended(beam, candidates, family))
        if not longer:
            return beam, placed
        beam = longer
    return beam, len(queue)


def _thinned(places: Sequence[Place]) -> list[Place]:
    """Keep the cheapest places of every neighbourhood; places come cheapest first."""
    kept: list[Place] = []
    crowd: dict[tuple[Side, float, float], int] = {}
    for place in places:
        key = (place.side, place.line // _NEIGHBOURHOOD, place.edge)
        crowd[key] = crowd.get(key, 0) + 1
        if crowd[key] <= _ALIKE:
            kept.append(place)
    return kept[:_TRIED]


def _best(choices: Iterable[Choice]) -> list[Choice]:
    return heapq.nsmallest(_BEAM, choices, key=lambda choice: choice.cost)


def _extended(
    beam: Sequence[Choice], candidates: Sequence[Place], family: Mapping[int, int]
) -> Iterator[Choice]:
    for choice in beam:
        for place in candidates:
            if not any(_collide(place, other) for other in choice.places):
                cost = sum(_together(place, other, family) for other in choice.places)
                yield Choice((*choice.places, place), cost=choice.cost + place.cost + cost)


def _collide(place: Place, other: Place) -> bool:
    return (
        overlap(place.room, other.box)
        or overlap(other.room, place.box)
        or overlap(place.lane, other.lane)
        or overlap(place.lane, other.box)
        or overlap(other.lane, place.box)
    )


def _together(place: Place, other: Place, family: Mapping[int, int]) -> float:
    """What two places cost by standing on the same side of the map."""
    if place.on_verso != other.on_verso:
        return 0.0
    cost = 0.0 if place.edge == other.edge else _UNALIGNED
    if place.side is other.side and place.side.is_level:
        apart = abs(place.line - other.line)
        cost += max(_COMFORT - apart, 0) * _PER_LINE_CLOSER
        if apart < _LINES_FOR_A_GROUP and family.get(place.area) != family.get(other.area):
            cost += _NO_ROOM_FOR_A_GROUP
    return cost


# ------------------------------------------------------------------------------ groups


def _with_groups(
    choice: Choice, groups: Sequence[GroupForm], sea: Sea, board: Board
) -> Choice | None:
    """Add the labels of groups, from the first; None if one finds no place."""
    for number, form in enumerate(groups):
        place = _group_place(number, form, choice, sea, board)
        if place is None:
            return None
        choice = Choice(choice.places, (*choice.groups, place), choice.cost + place.cost)
    return choice


def _group_place(
    number: int, form: GroupForm, choice: Choice, sea: Sea, board: Board
) -> GroupPlace | None:
    """Take the first free place of those that a group would like."""
    taken = [room for place in choice.places for room in (place.room, place.lane)]
    taken += [group.box.grown(AIR) for group in choice.groups]
    for rank, (half, x, line) in enumerate(_wishes(form, choice, board)):
        box = text_box(x, form.width, board.y(line), board.y(line + form.figures))
        fits = line >= _GROUP_LINES[0] and half.area.x <= box.x and box.right <= half.area.right
        if fits and not any(overlap(box, other) for other in taken) and is_free(box, sea, board):
            return GroupPlace(number, x, line, box, rank * _PER_WISH)
    return None


def _wishes(form: GroupForm, choice: Choice, board: Board) -> Iterator[tuple[Half, float, float]]:
    """Name places above the group's first label, then anywhere on that page, then on the other."""
    labels = [place for place in choice.places if place.area in form.areas]
    halves = sorted(
        (board.verso, board.recto), key=lambda half: -sum(half.holds(place.x) for place in labels)
    )
    here = [place for place in labels if halves[0].holds(place.x)]
    level = [place for place in here if place.side.is_level] or here
    if level:
        first = min(level, key=lambda place: place.line)
        for gap in _GROUP_GAPS:
            yield halves[0], first.x, first.line - gap - form.figures
    for half in halves:
        for x in half.columns[::_GROUP_COLUMNS]:
            yield from ((half, x, line) for line in _GROUP_LINES)
