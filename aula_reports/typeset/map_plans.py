"""Maps with labels, as plain data: what a plan depends on, and what came of it.

This room says all that a map spread needs (`MapBrief`) and lays what was planned (`MapPlan`);
`cartography` makes the one of the other, and nothing else goes in. So a plan can be kept from one
build to the next under the digest of its brief.

All is in points of the spread: x from the verso's left trim, y from the trim's foot; only the
paths of a leaf are in points of its own page. Grid lines count downwards.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, StrEnum, auto
from typing import cast

from msgspec import Struct

from aula_reports.geometry import Path, Rect, mm
from aula_reports.model.outlines import Commune
from aula_reports.typeset.galley import Point

# To be raised whenever the same brief is planned otherwise.
VERSION = 2

# A label in lines: kind, name and figures are this far apart, and the leader below them.
NAME_STEP = 1.25
# Letters about their baselines.
ASCENT, _DESCENT = mm(2.0), mm(0.75)
# The map and its labels stand above this line.
FOOT_LINE = 48.4
# The scale's source stands so many lines below it.
SOURCE_STEP = 1.25
DOT_RADIUS = mm(0.55)


# ------------------------------------------------------------------------------ the spread


class Half(Struct, frozen=True):
    """The type area of one page of the spread, with the left edges of its columns."""

    area: Rect
    columns: tuple[float, ...]

    def holds(self, x: float) -> bool:
        return self.area.x <= x <= self.area.right


class Board(Struct, frozen=True):
    """The spread that labels stand on: its halves, its lines, and what is taken already."""

    verso: Half
    recto: Half
    head: float
    pitch: float
    taken: tuple[Rect, ...]

    def y(self, line: float) -> float:
        """Height of a grid line; `head` is that of line 0."""
        return self.head - line * self.pitch

    @property
    def half_column(self) -> float:
        return (self.verso.columns[1] - self.verso.columns[0]) / 2

    def line(self, y: float) -> float:
        return (self.head - y) / self.pitch


def text_box(x: float, width: float, top_base: float, low_base: float) -> Rect:
    """Bound text from its first baseline to its last."""
    return Rect(x, low_base - _DESCENT, width, top_base - low_base + ASCENT + _DESCENT)


# ------------------------------------------------------------------------------ the brief


class Compass(StrEnum):
    """Sides of a dot, as the programme says them."""

    RIGHT = "droite"
    LEFT = "gauche"
    ABOVE = "dessus"
    BELOW = "dessous"


class Form(Struct, frozen=True):
    """A way to set a label: how many lines its name takes, and its widest line."""

    name_lines: int
    width: float

    @property
    def figures(self) -> float:
        """Lines from the kind's baseline to the figures'."""
        return NAME_STEP * (self.name_lines + 1)


class AreaForm(Struct, frozen=True):
    """An area that bears a label: its EPCI, its group, and the ways to set the label."""

    siren: str
    group: int
    forms: tuple[Form, ...]


class GroupForm(Struct, frozen=True):
    """A group's label: its extent, the depth of its figures in lines, and its areas."""

    width: float
    figures: float
    areas: frozenset[int]


class TownForm(Struct, frozen=True):
    """A town to name: its commune, the width of its name, and the side that is asked for."""

    commune: str
    width: float
    side: Compass


class MapBrief(Struct, frozen=True):
    """All that a plan depends on.

    `areas` come in the order of the outlines, and their number is that of the labels; every town
    is one of the communes. `sheet` is the verso's, with the bleed; `fold` the width of a page.
    """

    communes: tuple[Commune, ...]
    areas: tuple[AreaForm, ...]
    groups: tuple[GroupForm, ...]
    towns: tuple[TownForm, ...]
    source_width: float
    board: Board
    sheet: Rect
    fold: float


# ------------------------------------------------------------------------------ the plan


class Side(Enum):
    """Where a leader comes from."""

    LEFT = auto()
    RIGHT = auto()
    ABOVE = auto()
    BELOW = auto()

    @property
    def is_level(self) -> bool:
        return self in (Side.LEFT, Side.RIGHT)

    @property
    def runs_forward(self) -> bool:
        """Say whether its leaders run towards higher coordinates."""
        return self in (Side.LEFT, Side.BELOW)


class Place(Struct, frozen=True):
    """One place of a label: its text's left edge, its first line, its leader, what it costs.

    `leader` goes from its outer end to the map's shore, then to its dot; `lane` bounds it.
    `box` bounds the text, `room` the text down to its leader with the white around them.
    `edge` is the column to which the label aligns.
    """

    area: int
    form: Form
    side: Side
    x: float
    line: float
    edge: float
    on_verso: bool
    box: Rect
    room: Rect
    lane: Rect
    leader: tuple[Point, Point, Point]
    cost: float


class GroupPlace(Struct, frozen=True):
    """Where a group's label stands: left edge, first line."""

    group: int
    x: float
    line: float
    box: Rect
    cost: float


class Choice(Struct, frozen=True):
    """A set of places in nobody's way, and its cost."""

    places: tuple[Place, ...] = ()
    groups: tuple[GroupPlace, ...] = ()
    cost: float = 0.0


class TownName(Struct, frozen=True):
    """A placed name: start of its baseline, box of its letters, and whether the map is under it."""

    dot: Point
    x: float
    y: float
    box: Rect
    on_map: bool


class Scale(Struct, frozen=True):
    """A scale bar: its right end, its line, its length in points and in kilometres."""

    right: float
    line: float
    length: float
    km: float
    box: Rect


class MapPath(Struct, frozen=True):
    """A path of thousands of points, fit for a file, that is there again without a loop."""

    segments: tuple[tuple[str | float, ...], ...]

    @property
    def path(self) -> Path:
        # A file's schema cannot say that the verb comes first.
        return cast("Path", self.segments)


class MapLeaf(Struct, frozen=True):
    """What a page shows of the map: the tint of each area, then lines from the finest."""

    tints: tuple[MapPath, ...]
    communes: MapPath
    borders: MapPath
    groups: MapPath


class MapPlan(Struct, frozen=True):
    """All that is known before ink goes down.

    Tints come in the order of the brief's areas, those without a label after them; names of
    towns in the order of its towns.
    """

    verso: MapLeaf
    recto: MapLeaf
    towns: tuple[TownName, ...]
    scale: Scale
    choice: Choice


Cartographer = Callable[[MapBrief], MapPlan]
