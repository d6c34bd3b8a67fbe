"""Charts with a scale, as plain data: what to draw, and what came of it.

This room says what a chart shows (`BarChart`) and lays what was drawn (`ChartDrawing`); who draws
it is a `Charter`, handed in from above, so that nothing here knows the library that draws. All
lengths are points from the chart's lower left corner, where its axis starts; values are in their
own unit and only a charter turns them into lengths.

The paths of a drawing are one Figure. Its texts are none of the Figure's: each belongs to a part
of the chart (`ChartText.part`), and the caller says which element that is, so that the figures
printed at the bars are the cells of a real table.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice

from msgspec import Struct

from aula_reports.geometry import Path
from aula_reports.typeset.galley import Point
from aula_reports.typeset.pages import Pen

# Numbers that follow each verb of a path.
_ARITIES = {"M": 2, "L": 2, "C": 6, "Z": 0}


class ChartLabel(Struct, frozen=True):
    """A text of a chart, in a style and an ink of the layout."""

    words: str
    style: str
    ink: str


class Bar(Struct, frozen=True):
    """One bar about a height; its label stands at its end. A value of 0 has no bar, but a label."""

    centre: float
    thickness: float
    value: float
    ink: str
    label: ChartLabel


class BarChart(Struct, frozen=True):
    """Horizontal bars from one axis: `upper` is the value that would fill the width.

    `gap` parts a bar's end from its label; labels may stand beyond the width.
    """

    width: float
    height: float
    upper: float
    bars: tuple[Bar, ...]
    axis: Pen
    gap: float


class ChartPath(Struct, frozen=True):
    """A path as verbs (`MLLZ`) and all their numbers in a row: `geometry.Path`, fit for a file."""

    verbs: str
    numbers: tuple[float, ...]
    fill: str = ""
    pen: Pen | None = None

    def __post_init__(self) -> None:
        if sum(_ARITIES.get(verb, -1) for verb in self.verbs) != len(self.numbers):
            raise ValueError("a path's numbers do not match its verbs")

    def placed(self, corner: Point) -> Path:
        """Give the segments with the chart's corner at a point."""
        rest = iter(number + corner[place % 2] for place, number in enumerate(self.numbers))
        return tuple((verb, *islice(rest, _ARITIES[verb])) for verb in self.verbs)


class ChartText(Struct, frozen=True):
    """A text by the left end of its baseline; `part` is the index of the bar that it tells of."""

    part: int
    x: float
    y: float
    words: str
    style: str
    ink: str


class ChartDrawing(Struct, frozen=True):
    """What came of a chart: its paths from the lowest, and its texts."""

    paths: tuple[ChartPath, ...]
    texts: tuple[ChartText, ...]


class TextSize(Struct, frozen=True):
    """The width of a text on one line, and the height of its style's capitals and figures."""

    width: float
    height: float


# Measures words in a style, in points.
Measure = Callable[[str, str], TextSize]
Charter = Callable[[BarChart, Measure], ChartDrawing]
