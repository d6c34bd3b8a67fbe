"""Path, colour and state operators: what is filled and stroked, and in what ink."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from aula_reports.prove.boxes import Box, Matrix, bounds, placed, product, scale_of
from aula_reports.prove.colours import CMYK, GRAY, RGB, Colour, Space, first_colour, read_space
from aula_reports.prove.facts import Painted
from aula_reports.prove.state import State, Walk
from aula_reports.prove.values import (
    as_list,
    entry,
    entry_number,
    is_true,
    name_of,
    number_of,
    raw,
    real,
    reals,
    solved,
)

Operator = Callable[[Walk, list[Any]], None]


def _save(walk: Walk, _operands: list[Any]) -> None:
    walk.save()


def _restore(walk: Walk, _operands: list[Any]) -> None:
    walk.restore()


def _transform(walk: Walk, operands: list[Any]) -> None:
    walk.state.matrix = product(tuple(map(float, operands[:6])), walk.state.matrix)


def _set_line_width(walk: Walk, operands: list[Any]) -> None:
    walk.state.line_width = float(operands[0])


def _set_state(walk: Walk, operands: list[Any]) -> None:
    value = walk.resource("ExtGState", operands[0])
    held = solved(value)
    if not isinstance(held, dict):
        return
    walk.page.states.setdefault(number_of(value) or -id(held), held)
    state = walk.state
    _set_overprint(state, held)
    state.line_width = real(raw(held, "/LW"), state.line_width)
    state.fill_alpha = real(raw(held, "/ca"), state.fill_alpha)
    state.stroke_alpha = real(raw(held, "/CA"), state.stroke_alpha)
    font = as_list(raw(held, "/Font"))
    if len(font) == 2:
        state.font, state.size = walk.font_of(font[0]), real(font[1])
    if "/SMask" in held:
        _set_soft_mask(walk, held)


def _set_overprint(state: State, held: Any) -> None:
    """`OP` speaks for both where `op` is absent (11.7.4.2)."""
    strokes = solved(raw(held, "/OP"))
    fills = solved(raw(held, "/op"))
    if strokes is not None:
        state.stroke_overprints = is_true(strokes)
    if fills is not None or strokes is not None:
        state.fill_overprints = is_true(strokes if fills is None else fills)
    state.overprint_mode = int(real(raw(held, "/OPM"), state.overprint_mode))


def _set_soft_mask(walk: Walk, held: Any) -> None:
    mask = entry(held, "/SMask")
    walk.state.is_masked = isinstance(mask, dict)
    if isinstance(mask, dict) and walk.run_form is not None:
        walk.run_form(walk, raw(mask, "/G"), entry_number(mask, "/G"), "masque")


def _move(walk: Walk, operands: list[Any]) -> None:
    x, y = operands[-2:]
    walk.points.append(placed(x, y, walk.state.matrix))


def _curve(walk: Walk, operands: list[Any]) -> None:
    matrix = walk.state.matrix
    walk.points.extend(
        placed(x, y, matrix) for x, y in zip(operands[::2], operands[1::2], strict=False)
    )


def _rectangle(walk: Walk, operands: list[Any]) -> None:
    x, y, width, height = operands[:4]
    corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
    walk.points.extend(placed(*corner, walk.state.matrix) for corner in corners)


def _close(_walk: Walk, _operands: list[Any]) -> None:
    """A closed path has the bounds of the open one."""


def _clip(walk: Walk, _operands: list[Any]) -> None:
    walk.clips = True


def _painter(*, fills: bool, strokes: bool) -> Operator:
    def paint(walk: Walk, _operands: list[Any]) -> None:
        if walk.points:
            box = bounds(walk.points)
            if fills or strokes:
                _record(walk, box, fills=fills, strokes=strokes)
            if walk.clips:
                walk.state.clip = walk.state.clip.within(box)
        walk.points, walk.clips = [], False

    return paint


def _record(walk: Walk, box: Box, *, fills: bool, strokes: bool) -> None:
    state = walk.state
    width = state.line_width * scale_of(state.matrix)
    walk.note(box)
    fill = state.fill_ink if fills else None
    stroke = state.stroke_ink if strokes else None
    for ink in (fill, stroke):
        if ink is not None:
            walk.use(ink.colour.space, box)
            _use_pattern(walk, ink.colour)
    if walk.spend_fact():
        inked = box.grown(width / 2) if strokes else box
        walk.page.paths.append(Painted(inked, fill, stroke, width, state.clip))


def _use_pattern(walk: Walk, colour: Colour) -> None:
    """Read what a pattern is made of: a shading, or a small content of its own."""
    if not colour.pattern:
        return
    value = walk.resource("Pattern", colour.pattern)
    pattern = solved(value)
    if entry(pattern, "/PatternType") == 2:
        use_shading(walk, raw(pattern, "/Shading"))
    elif isinstance(pattern, dict) and walk.run_form is not None:
        walk.run_form(walk, value, number_of(value), "motif")


def use_shading(walk: Walk, value: Any) -> None:
    space = read_space(raw(solved(value), "/ColorSpace"), walk.spaces)
    walk.use(space, walk.state.clip, "dégradé", number_of(value))


def _shade(walk: Walk, operands: list[Any]) -> None:
    walk.note(walk.state.clip)
    use_shading(walk, walk.resource("Shading", operands[0]))


def _device(name: str, space: Space) -> Operator:
    """Set a device's colour, or that of the default space that stands for it."""

    def set_colour(walk: Walk, operands: list[Any]) -> None:
        default = walk.spaces.get(f"Default{space.family.removeprefix('Device')}")
        chosen = space if default is None else walk.space(space.family)
        values = tuple(map(float, operands[: space.components]))
        setattr(walk.state, name, Colour(chosen, values))

    return set_colour


def _space_setter(name: str) -> Operator:
    def set_space(walk: Walk, operands: list[Any]) -> None:
        setattr(walk.state, name, first_colour(walk.space(operands[0])))

    return set_space


def _colour_setter(name: str) -> Operator:
    def set_colour(walk: Walk, operands: list[Any]) -> None:
        space = getattr(walk.state, name).space
        values = tuple(value for value in operands if isinstance(value, float))
        pattern = str(operands[-1]) if operands and isinstance(operands[-1], str) else ""
        setattr(walk.state, name, Colour(space, values, pattern))

    return set_colour


def form_matrix(form: Any) -> Matrix:
    numbers = reals(raw(form, "/Matrix"))
    if len(numbers) != 6:
        return (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    a, b, c, d, e, f = numbers
    return (a, b, c, d, e, f)


def group_space(walk: Walk, holder: Any, where: str) -> None:
    """Remember the blending space of a transparency group."""
    group = entry(holder, "/Group")
    if name_of(raw(group, "/S")) == "Transparency" and raw(group, "/CS") is not None:
        walk.use(read_space(raw(group, "/CS"), walk.spaces), None, where, number_of(holder))


PAINT_OPERATORS: Mapping[str, Operator] = {
    "q": _save,
    "Q": _restore,
    "cm": _transform,
    "w": _set_line_width,
    "gs": _set_state,
    "m": _move,
    "l": _move,
    "c": _curve,
    "v": _curve,
    "y": _curve,
    "re": _rectangle,
    "h": _close,
    "W": _clip,
    "W*": _clip,
    "n": _painter(fills=False, strokes=False),
    "f": _painter(fills=True, strokes=False),
    "F": _painter(fills=True, strokes=False),
    "f*": _painter(fills=True, strokes=False),
    "S": _painter(fills=False, strokes=True),
    "s": _painter(fills=False, strokes=True),
    "B": _painter(fills=True, strokes=True),
    "B*": _painter(fills=True, strokes=True),
    "b": _painter(fills=True, strokes=True),
    "b*": _painter(fills=True, strokes=True),
    "sh": _shade,
    "g": _device("fill", GRAY),
    "G": _device("stroke", GRAY),
    "rg": _device("fill", RGB),
    "RG": _device("stroke", RGB),
    "k": _device("fill", CMYK),
    "K": _device("stroke", CMYK),
    "cs": _space_setter("fill"),
    "CS": _space_setter("stroke"),
    "sc": _colour_setter("fill"),
    "scn": _colour_setter("fill"),
    "SC": _colour_setter("stroke"),
    "SCN": _colour_setter("stroke"),
}
