"""Labels in the sea around a map, each on a straight leader: every place that they may take.

A leader comes level from an outer margin, or upright on a column; as it ends in the first area
that it meets, it never crosses another: only an area that others surround is reached across them.
A label stands on its level leader, or beside its upright one, on lines and columns of the grid,
clear of all ink. `label_search` then chooses among these places.

All is in points of the spread; grid lines count downwards, by halves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aula_reports.geometry import Rect, mm
from aula_reports.typeset.landings import (
    Landing,
    Sea,
    landings,
    level_survey,
    overlap,
    upright_survey,
)
from aula_reports.typeset.map_plans import ASCENT, NAME_STEP, Board, Form, Place, Side, text_box

# White that a label keeps from ink, and a leader from what is taken.
AIR = mm(3)
_CLEAR = mm(1)
# An upright leader's label stands this far from it.
_UPRIGHT_GAP = mm(3)
# White between labels: lines, and across more than between columns.
_LINES_APART = 2.0
_APART = mm(6)

# Lines between which labels stand.
_FIRST, _LAST = 1, 47

# Costs, in millimetres of leader.
_PER_MM = 0.5
_PER_COLUMN = 6.0
_PER_OVERHANG_MM = 1.0
_WRAPPED = 15.0
_UPRIGHT = 55.0
# Of the way from a level leader to the middle of its area's height.
_OFF_MIDDLE_PER_MM = 0.06
_BEFORE = 15.0
_COLUMNS_TRIED = 4
_LINES_TRIED = 6
# How much of an upright leader one would like to see.
_RUN = mm(22)


def places_of(
    forms: Sequence[Sequence[Form]], sea: Sea, board: Board, *, thorough: bool = False
) -> tuple[tuple[Place, ...], ...]:
    """Find all places for the labels of areas, cheapest first; `forms` are those of each area.

    Areas after the last form take no label, but bar the way all the same. A `thorough` search
    tries half columns too, and reaches any area across others.
    """
    levels = tuple(board.y(half / 2 + 0.25) for half in range(_LAST * 2, _FIRST * 2, -1))
    surveys = (level_survey(sea, levels), upright_survey(sea, _columns(board, halves=thorough)))
    found = [landing for survey in surveys for landing in landings(survey, sea)]
    everywhere = set(range(len(forms)))
    surrounded = everywhere if thorough else everywhere - {landing.area for landing in found}
    if surrounded:
        found = [spot for survey in surveys for spot in landings(survey, sea, surrounded)]
    places: list[list[Place]] = [[] for _ in forms]
    for landing in found:
        if landing.area < len(forms):
            for form in forms[landing.area]:
                places[landing.area].extend(_places(landing, form, sea, board))
    return tuple(tuple(sorted(some, key=lambda place: place.cost)) for some in places)


def _columns(board: Board, *, halves: bool) -> list[float]:
    shifts = (0.0, board.half_column) if halves else (0.0,)
    columns = (*board.verso.columns, *board.recto.columns)
    return [x + shift for x in columns for shift in shifts]


def is_free(box: Rect, sea: Sea, board: Board) -> bool:
    """Say whether a text may stand in a box: no ink within its air, nothing taken."""
    aired = box.grown(AIR)
    return not _is_taken(aired, board) and not sea.ink.meets(aired)


def _places(landing: Landing, form: Form, sea: Sea, board: Board) -> Iterator[Place]:
    if landing.track.side.is_level:
        return _level_places(landing, form, sea, board)
    return _upright_places(landing, form, sea, board)


def _level_places(landing: Landing, form: Form, sea: Sea, board: Board) -> Iterator[Place]:
    """Stand a label on a level leader: near its margin, from column to column."""
    left = landing.track.side is Side.LEFT
    half = board.verso if left else board.recto
    margin = half.area.x if left else half.area.right
    line = board.line(landing.track.level) - form.figures - NAME_STEP
    if line < _FIRST or _is_barred(landing, margin, board):
        return
    fitting = [x for x in half.columns if x + form.width <= half.area.right]
    top, foot = board.y(line), board.y(line + form.figures)
    for steps, x in enumerate((fitting if left else fitting[::-1])[:_COLUMNS_TRIED]):
        box = text_box(x, form.width, top, foot)
        if is_free(box, sea, board):
            over = max(box.right - landing.dot if left else landing.dot - x, 0)
            run = abs(landing.dot - margin)
            cost = (run * _PER_MM + over * _PER_OVERHANG_MM) / mm(1) + steps * _PER_COLUMN
            cost += abs(landing.track.level - landing.middle) / mm(1) * _OFF_MIDDLE_PER_MM
            yield _place(landing, form, board, box, margin, cost)


def _upright_places(landing: Landing, form: Form, sea: Sea, board: Board) -> Iterator[Place]:
    """Stand a label beside an upright leader, on the first lines where the sea is free."""
    level = landing.track.level
    for x in (level + _UPRIGHT_GAP, level - _UPRIGHT_GAP - form.width):
        if any(half.holds(x) and half.holds(x + form.width) for half in (board.verso, board.recto)):
            yield from _places_beside(landing, form, x, sea, board)


def _places_beside(
    landing: Landing, form: Form, x: float, sea: Sea, board: Board
) -> Iterator[Place]:
    base = _UPRIGHT + (_BEFORE if x < landing.track.level else 0.0)
    found = 0
    for line in _lines_away(landing, form, board):
        top, foot = board.y(line), board.y(line + form.figures)
        end = top + ASCENT if landing.track.side is Side.ABOVE else foot
        if found == _LINES_TRIED or _is_barred(landing, end, board):
            return
        box = text_box(x, form.width, top, foot)
        if is_free(box, sea, board):
            found += 1
            run = abs(end - landing.shore)
            cost = base + (run + abs(run - _RUN)) / mm(1) * _PER_MM
            yield _place(landing, form, board, box, end, cost)


def _lines_away(landing: Landing, form: Form, board: Board) -> Iterator[float]:
    """Name the half lines for an upright leader's label, from its shore outwards."""
    shore = 2 * board.line(landing.shore)
    if landing.track.side is Side.ABOVE:
        halves = range(int(shore - 2 * form.figures), 2 * _FIRST - 1, -1)
    else:
        halves = range(int(shore) + 1, int(2 * (_LAST - form.figures)) + 1)
    return (half / 2 for half in halves)


def _place(landing: Landing, form: Form, board: Board, box: Rect, end: float, cost: float) -> Place:
    """Put a label's text in a box, its leader ending outside at `end`."""
    track, dot = landing.track, landing.dot
    level = track.side.is_level
    foot = track.level if level else box.y
    left, right = (box.x, box.right) if level else _stretched(box, track.level)
    room = Rect(left, foot, right - left, box.top - foot)
    alongs = end, landing.shore, dot
    a, b, c = [(along, track.level) if level else (track.level, along) for along in alongs]
    return Place(
        area=landing.area,
        form=form,
        side=track.side,
        x=box.x,
        line=board.line(box.top - ASCENT),
        edge=box.x if level else track.level,
        on_verso=board.verso.holds(box.x),
        box=box,
        room=_with_white(room, board),
        lane=track.strip(end, dot, _CLEAR),
        leader=(a, b, c),
        cost=landing.cost + cost + _WRAPPED * (form.name_lines - 1),
    )


def _stretched(box: Rect, x: float) -> tuple[float, float]:
    return min(box.x, x), max(box.right, x)


def _with_white(room: Rect, board: Board) -> Rect:
    white = _LINES_APART * board.pitch
    return Rect(room.x - _APART, room.y - white, room.width + 2 * _APART, room.height + 2 * white)


def _is_barred(landing: Landing, end: float, board: Board) -> bool:
    return _is_taken(landing.track.strip(end, landing.dot, _CLEAR), board)


def _is_taken(box: Rect, board: Board) -> bool:
    """Say whether a box overlaps what is taken; a loop, since it is asked for every place."""
    for taken in board.taken:  # noqa: SIM110 -- a generator costs more than the question
        if overlap(box, taken):
            return True
    return False
