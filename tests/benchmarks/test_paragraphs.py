from __future__ import annotations

from itertools import pairwise

from aula_reports.model.layout import Alignment, TextStyle
from aula_reports.typeset.fonts import FaceTable
from aula_reports.typeset.paragraph import Setter
from tests.benchmarks.paragraphs import FACE, GAP, STYLE, lay_book, set_lines

SIZE, LEADING, MEASURE = 10.5, 15.0, 220.0
TEXT = (
    "Le comité syndical a adopté le projet à l’unanimité de ses 48 délégués, puis levé la séance."
)


def _setter() -> Setter:
    style = TextStyle(face=FACE, size=SIZE, align=Alignment.JUSTIFIED, hyphenate=True)
    faces = FaceTable({FACE: "SourceSerif4/SourceSerif4-Regular.ttf"})
    return Setter(faces, {STYLE: style})


def test_half_a_leading_parts_paragraphs() -> None:
    lines = list(set_lines(f"{TEXT}\n\n{TEXT}\n", _setter(), MEASURE))
    (page,) = lay_book("Essai", lines, MEASURE, LEADING).pages
    heights = [thing.y for thing in page.things]  # type: ignore[union-attr]
    count = len(heights) // 2
    steps = [upper - lower for upper, lower in pairwise(heights)]
    assert steps.pop(count - 1) == LEADING * (1 + GAP)
    assert set(steps) == {LEADING}


def test_no_line_stands_alone_at_a_page_end() -> None:
    lines = list(set_lines(f"{TEXT}\n" * 40, _setter(), MEASURE))
    pages = lay_book("Essai", lines, MEASURE, LEADING).pages
    assert len(pages) > 1
    for page in pages:
        nodes = [thing.node for thing in page.things]
        assert nodes.count(nodes[0]) > 1
        assert nodes.count(nodes[-1]) > 1
