"""Text operators: where glyphs stand and in what ink (ISO 32000-1, 9.3 and 9.4)."""

from __future__ import annotations

import copy
import itertools
from collections.abc import Callable, Mapping
from typing import Any

from aula_reports.prove.boxes import IDENTITY, Box, placed_box, product, scale_of
from aula_reports.prove.facts import Shown
from aula_reports.prove.fonts import Font
from aula_reports.prove.state import Walk
from aula_reports.prove.values import entries, number_of

# Of the size of the type: how far its letters reach below and above the baseline.
_DEPTH, _HEIGHT = 0.21, 0.72
_MOST_GLYPHS = 256
_FILLED, _STROKED = (0, 2, 4, 6), (1, 2, 5, 6)
_NUMBER_SETTERS: Mapping[str, tuple[str, float]] = {
    "Tc": ("spacing", 1.0),
    "Tw": ("word_spacing", 1.0),
    "Tz": ("stretch", 0.01),
    "TL": ("leading", 1.0),
    "Ts": ("rise", 1.0),
}


def _begin(walk: Walk, _operands: list[Any]) -> None:
    walk.text = walk.line = IDENTITY


def _set_font(walk: Walk, operands: list[Any]) -> None:
    walk.state.font = walk.font(operands[0])
    walk.state.size = float(operands[1])


def _set_render(walk: Walk, operands: list[Any]) -> None:
    walk.state.render = int(operands[0])


def _move(walk: Walk, operands: list[Any]) -> None:
    walk.line = product((1, 0, 0, 1, operands[0], operands[1]), walk.line)
    walk.text = walk.line


def _move_and_lead(walk: Walk, operands: list[Any]) -> None:
    walk.state.leading = -operands[1]
    _move(walk, operands)


def _set_matrix(walk: Walk, operands: list[Any]) -> None:
    a, b, c, d, e, f = map(float, operands[:6])
    walk.text = walk.line = (a, b, c, d, e, f)


def _next_line(walk: Walk, _operands: list[Any]) -> None:
    _move(walk, [0.0, -walk.state.leading])


def _show(walk: Walk, operands: list[Any]) -> None:
    _show_items(walk, [operands[0]])


def _show_array(walk: Walk, operands: list[Any]) -> None:
    _show_items(walk, operands[0])


def _show_next(walk: Walk, operands: list[Any]) -> None:
    _next_line(walk, [])
    _show_items(walk, [operands[-1]])


def _show_spaced(walk: Walk, operands: list[Any]) -> None:
    walk.state.word_spacing, walk.state.spacing = float(operands[0]), float(operands[1])
    _show_next(walk, operands)


def _show_items(walk: Walk, items: list[Any]) -> None:
    """Show strings and shift between them; the box holds the letters, not the blanks about them."""
    state, font = walk.state, walk.state.font
    x = 0.0
    left: float | None = None
    right = 0.0
    codes: set[int] = set()
    for item in items:
        if isinstance(item, float):
            x -= item * 0.001 * state.size * state.stretch
        elif isinstance(item, bytes) and font is not None:
            for code in font.split(item):
                advance = font.width(code) * font.scale * state.size
                if not font.texts.get(code, "x").isspace() and (font.texts or code != 32):
                    left = x if left is None else left
                    right = x + advance * state.stretch
                blank = state.word_spacing if code == 32 and font.code_bytes == 1 else 0.0
                x += (advance + state.spacing + blank) * state.stretch
                codes.add(code)
    if font is not None and font.procedures is not None:
        _read_glyphs(walk, font)
    if codes and font is not None:
        font.codes.update(codes)
        _record(walk, (left or 0.0, right if left is not None else 0.0))
    walk.text = product((1, 0, 0, 1, x, 0), walk.text)


def _read_glyphs(walk: Walk, font: Font) -> None:
    """Read the colour spaces of glyphs that are drawn by procedures, each once a page."""
    if walk.run_form is None or walk.depth:
        return
    apart = copy.copy(walk)
    apart.enter(font.resources or walk.resources)
    for _, value in itertools.islice(entries(font.procedures), _MOST_GLYPHS):
        walk.run_form(apart, value, number_of(value), "glyphe")


def _record(walk: Walk, extent: tuple[float, float]) -> None:
    state = walk.state
    matrix = product(walk.text, state.matrix)
    foot = state.rise - _DEPTH * state.size
    head = state.rise + _HEIGHT * state.size
    box = placed_box(Box(extent[0], min(foot, head), extent[1], max(foot, head)), matrix)
    ink = state.fill_ink if state.render in _FILLED else state.stroke_ink
    walk.note(box)
    if state.render in _FILLED or state.render in _STROKED:
        walk.use(ink.colour.space, box)
    if walk.spend_fact():
        size = abs(state.size) * scale_of(matrix)
        shown = Shown(box, size, state.font, ink, state.render, state.clip)
        walk.page.texts.append(shown)


def _number_setter(name: str, factor: float) -> Callable[[Walk, list[Any]], None]:
    def set_number(walk: Walk, operands: list[Any]) -> None:
        setattr(walk.state, name, float(operands[0]) * factor)

    return set_number


TEXT_OPERATORS: Mapping[str, Callable[[Walk, list[Any]], None]] = {
    "BT": _begin,
    "Tf": _set_font,
    "Tr": _set_render,
    "Td": _move,
    "TD": _move_and_lead,
    "Tm": _set_matrix,
    "T*": _next_line,
    "Tj": _show,
    "TJ": _show_array,
    "'": _show_next,
    '"': _show_spaced,
    **{key: _number_setter(*setter) for key, setter in _NUMBER_SETTERS.items()},
}
