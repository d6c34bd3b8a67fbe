import pytest

from aula_reports.compose.inline import Words
from aula_reports.typeset.fonts import FaceTable
from aula_reports.typeset.ink import ink_bounds
from aula_reports.typeset.pages import TextThing
from aula_reports.typeset.paragraph import Setter
from aula_reports.typeset.runs import LineSpan


def thing(setter: Setter, text: str, angle: float = 0.0) -> TextThing:
    line = setter.line((Words(text),), "list")
    spans = tuple(span for span in line.spans if isinstance(span, LineSpan))
    return TextThing(None, 100.0, 200.0, spans, angle)


def test_ink_lies_inside_the_advance(setter: Setter, faces: FaceTable) -> None:
    box = ink_bounds(thing(setter, "HLH"), faces)
    assert box is not None
    assert box.y == 200.0
    assert box.height == pytest.approx(0.670 * 9.5)
    assert box.x > 100.0
    assert box.right < 100.0 + setter.width("HLH", "list")


def test_descenders_go_under_the_line(setter: Setter, faces: FaceTable) -> None:
    box = ink_bounds(thing(setter, "page"), faces)
    assert box is not None
    assert 197.0 < box.y < 199.0


def test_turned_ink(setter: Setter, faces: FaceTable) -> None:
    flat, upright = (ink_bounds(thing(setter, "Hp", angle), faces) for angle in (0.0, 90.0))
    assert flat is not None
    assert upright is not None
    assert upright.width == pytest.approx(flat.height)
    assert upright.height == pytest.approx(flat.width)
    assert upright.top - 200.0 == pytest.approx(flat.right - 100.0)
    assert upright.x - 100.0 == pytest.approx(200.0 - flat.top)


def test_spaces_have_no_ink(setter: Setter, faces: FaceTable) -> None:
    assert ink_bounds(TextThing(None, 0, 0, ()), faces) is None
    with_space, without = (ink_bounds(thing(setter, text), faces) for text in ("a\u00a0", "a"))
    assert with_space == without
