"""Where the ink of set text is: the true boxes of its glyphs, for tests of overlap and overflow."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from aula_reports.geometry import Rect
from aula_reports.typeset.fonts import Face, FaceTable
from aula_reports.typeset.pages import TextThing
from aula_reports.typeset.runs import LineSpan


def ink_bounds(thing: TextThing, faces: FaceTable) -> Rect | None:
    """Bound the ink of a text on its page, in points; None if it is all spaces.

    Turned text is bounded by its turned box, which is exact for right angles.
    """
    boxes = [box for span in thing.spans for box in _glyph_boxes(span, faces[span.face])]
    if not boxes:
        return None
    return _turned(_union(boxes), thing.angle).moved(thing.x, thing.y)


def glyph_boxes(thing: TextThing, faces: FaceTable) -> Iterator[Rect]:
    """Give the ink box of each glyph of a text on its page, in points."""
    for span in thing.spans:
        for box in _glyph_boxes(span, faces[span.face]):
            yield _turned(box, thing.angle).moved(thing.x, thing.y)


def _glyph_boxes(span: LineSpan, face: Face) -> Iterator[Rect]:
    k = span.size / 1000
    across = k * span.scale
    x = span.x
    for run, extra in span.runs:
        for glyph in run.glyphs:
            box = face.extents(glyph.gid)
            # Spaces have no ink, whatever glyph draws them.
            if box is not None and not glyph.text.isspace():
                left = x + (glyph.x_offset + box.x) * across
                foot = span.rise + (glyph.y_offset + box.y) * k
                yield Rect(left, foot, box.width * across, box.height * k)
            x += glyph.advance * across + span.tracking
        x += extra


def _union(boxes: Iterable[Rect]) -> Rect:
    corners = [(box.x, box.y, box.right, box.top) for box in boxes]
    left, foot, right, top = zip(*corners, strict=True)
    x, y = min(left), min(foot)
    return Rect(x, y, max(right) - x, max(top) - y)


def _turned(box: Rect, degrees: float) -> Rect:
    """Bound a box turned anticlockwise about the origin."""
    if not degrees:
        return box
    sine, cosine = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
    corners = [(x, y) for x in (box.x, box.right) for y in (box.y, box.top)]
    turned = [(x * cosine - y * sine, x * sine + y * cosine) for x, y in corners]
    return _union(Rect(x, y, 0.0, 0.0) for x, y in turned)
