"""A drawn chart comes on a page: its paths as one Figure, its texts as parts of a table.

See `chart_plans` for what a chart is and why its texts are none of its Figure's.
"""

from __future__ import annotations

from aula_reports.compose.inline import Words
from aula_reports.typeset.chart_plans import ChartDrawing, Measure, TextSize
from aula_reports.typeset.galley import Point
from aula_reports.typeset.maker import PageMaker
from aula_reports.typeset.pages import ShapeThing


def measured(maker: PageMaker) -> Measure:
    """Measure with the setter of a page maker, and so with the book's own fonts."""
    setter = maker.setter
    return lambda words, style: TextSize(setter.width(words, style), setter.cap_height(style))


def lay_paths(drawing: ChartDrawing, maker: PageMaker, figure: int, corner: Point) -> None:
    """Lay the paths of a drawing, from its corner on the page, under one Figure."""
    for path in drawing.paths:
        maker.put(ShapeThing(figure, path.placed(corner), fill=path.fill, pen=path.pen))


def lay_part_texts(
    drawing: ChartDrawing, maker: PageMaker, node: int, corner: Point, part: int
) -> None:
    """Lay the texts that tell of one part, under its own element."""
    for text in drawing.texts:
        if text.part != part:
            continue
        at = (corner[0] + text.x, corner[1] + text.y)
        maker.line(node, at, (Words(text.words),), text.style, ink=text.ink)
