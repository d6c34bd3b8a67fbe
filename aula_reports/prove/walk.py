"""Interprets a page's content once: everything painted, with the state in which it was.

Forms are entered where they are shown; patterns, soft masks, glyphs drawn by procedures and the
looks of annotations are entered only for the colour spaces that they use. The depth is bounded,
a form never enters itself, and the whole file has a budget.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any

from aula_reports.prove.boxes import IDENTITY, Box, box_of, placed_box, product, sides
from aula_reports.prove.colours import GRAY, UNKNOWN, Space, read_space
from aula_reports.prove.facts import Marked, PageReading, Placed
from aula_reports.prove.fonts import Font
from aula_reports.prove.state import Budget, Mark, State, Walk
from aula_reports.prove.tokens import operations
from aula_reports.prove.values import (
    as_list,
    entries,
    entry,
    entry_number,
    is_true,
    name_of,
    number_of,
    raw,
    real,
    reals,
    solved,
    stream_bytes,
    text_of,
)
from aula_reports.prove.walk_paint import PAINT_OPERATORS, Operator, form_matrix, group_space
from aula_reports.prove.walk_text import TEXT_OPERATORS

_DEEPEST = 12
_MOST_GLYPHS = 256
# To enter a form takes the time of so many operations.
_FORM_COST = 100


def read_content(page: PageReading, fonts: dict[int, Font], budget: Budget) -> None:
    """Interpret a page into its reading; what cannot be read leaves it partial, never raises."""
    walk = Walk(page, fonts, budget, State(IDENTITY, page.media), page.resources)
    walk.run_form = _read_apart
    walk.enter(page.resources)
    group_space(walk, page.entry, "groupe de transparence de la page")
    parts = [stream_bytes(part) for part in as_list(raw(page.entry, "/Contents"))]
    if None in parts:
        page.is_partial = True
    _run(walk, b"\n".join(part for part in parts if part))
    for annotation in as_list(raw(page.entry, "/Annots")):
        _read_appearance(walk, annotation)


def _run(walk: Walk, content: bytes) -> None:
    walk.budget.content -= len(content)
    if walk.budget.content < 0:
        walk.page.is_partial = True
        return
    for operator, operands in operations(content):
        walk.budget.operations -= 1
        if walk.budget.operations < 0:
            walk.page.is_partial = True
            return
        act = _OPERATORS.get(operator)
        if act is None:
            continue
        try:
            act(walk, operands)
        except (TypeError, ValueError, IndexError, OverflowError):
            walk.page.is_partial = True  # operands that are not what the operator takes


def _show_object(walk: Walk, operands: list[Any]) -> None:
    value = walk.resource("XObject", operands[0])
    held = solved(value)
    kind = name_of(raw(held, "/Subtype"))
    number = number_of(value)
    if kind == "Image":
        _place_image(walk, held, number)
    elif isinstance(held, dict):
        walk.page.forms.setdefault(number or -id(held), held)
        walk.page.form_uses[number] = walk.page.form_uses.get(number, 0) + 1
        if kind == "Form":
            _enter_form(walk, held, number)


def _enter_form(walk: Walk, form: Any, number: int) -> None:
    if walk.depth >= _DEEPEST or (number and number in walk.open_forms):
        walk.page.is_partial = True
        return
    content = stream_bytes(form)
    if content is None:
        walk.page.is_partial = True
        return
    walk.budget.operations -= _FORM_COST
    inner = copy.copy(walk)
    inner.state, inner.saved, inner.points = copy.copy(walk.state), [], []
    inner.marks = list(walk.marks)
    inner.depth, inner.stream = walk.depth + 1, number
    inner.open_forms = (*walk.open_forms, number)
    inner.state.matrix = product(form_matrix(form), walk.state.matrix)
    box = box_of(reals(raw(form, "/BBox")))
    if box is not None:
        inner.state.clip = walk.state.clip.within(placed_box(box, inner.state.matrix))
    inner.enter(entry(form, "/Resources") or walk.resources)
    group_space(inner, form, "groupe de transparence")
    _run(inner, content)


def _read_apart(walk: Walk, value: Any, number: int, where: str) -> None:
    """Read a pattern or a mask for its colour spaces alone; its marks and boxes are not the page's.

    Each is read once a page.
    """
    form = solved(value)
    key = number or -id(form)
    if key in walk.page.forms or not isinstance(form, dict):
        return
    walk.page.forms[key] = form
    aside = PageReading(walk.page.index, 0, None, walk.page.media, {}, None)
    aside.uses, aside.forms, aside.states = walk.page.uses, walk.page.forms, walk.page.states
    inner = copy.copy(walk)
    inner.page, inner.where, inner.marks = aside, where, []
    inner.state = State(IDENTITY, walk.page.media)
    _enter_form(inner, form, number)
    walk.page.is_partial |= aside.is_partial


def _read_appearance(walk: Walk, annotation: Any) -> None:
    normal = entry(annotation, "/AP", "/N")
    if hasattr(normal, "get_data"):
        number = entry_number(entry(annotation, "/AP"), "/N")
        _read_apart(walk, normal, number, "aspect d’annotation")
        return
    for _, value in list(entries(normal))[:_MOST_GLYPHS]:
        _read_apart(walk, value, number_of(value), "aspect d’annotation")


def _place_image(walk: Walk, image: Any, number: int, keys: tuple[str, ...] = ()) -> None:
    matrix = walk.state.matrix
    box = placed_box(Box(0, 0, 1, 1), matrix)
    is_stencil = is_true(_of(image, "ImageMask", "IM"))
    pixels = int(real(_of(image, "Width", "W"))), int(real(_of(image, "Height", "H")))
    space = _image_space(walk, image, is_stencil=is_stencil)
    walk.note(box)
    if space.family or is_stencil:
        walk.use(space, box, "image", number)
    mask = entry(image, "/SMask") if hasattr(image, "raw_get") else None
    if mask is not None:
        mask_space = read_space(raw(mask, "/ColorSpace"), walk.spaces)
        walk.use(mask_space, box, "masque d’image", number_of(raw(image, "/SMask")))
    if walk.spend_fact():
        ink, clip = walk.state.fill_ink, walk.state.clip
        stretched = sides(matrix)
        walk.page.images.append(
            Placed(box, image, number, pixels, stretched, is_stencil, space, ink, clip)
        )


def _image_space(walk: Walk, image: Any, *, is_stencil: bool) -> Space:
    """Give an image's space; a stencil has the ink of the state, JPEG 2000 may hold its own."""
    if is_stencil:
        return walk.state.fill.space
    value = _of(image, "ColorSpace", "CS")
    if value is None:
        return UNKNOWN
    if isinstance(value, list) and value and isinstance(value[0], str) and value[0] == "I":
        return Space("Indexed", 1, (), walk.space(value[1]) if len(value) > 1 else GRAY)
    return read_space(
        f"/{value}" if isinstance(image, dict) and _is_inline(image) else value, walk.spaces
    )


def _of(image: Any, name: str, short: str) -> Any:
    """Give an entry of an image, or of an inline one by its short name."""
    if not _is_inline(image):
        return raw(image, f"/{name}")
    return image.get(name, image.get(short))


def _is_inline(image: Any) -> bool:
    return not hasattr(image, "raw_get")


def _place_inline(walk: Walk, operands: list[Any]) -> None:
    _place_image(walk, operands[0], 0)


def _begin_mark(walk: Walk, operands: list[Any]) -> None:
    tag = str(operands[0]) if operands else ""
    properties = _properties(walk, operands[1] if len(operands) > 1 else None)
    written = properties.get("MCID")
    mcid = int(written) if isinstance(written, (int, float)) else None
    if (mcid is not None or tag == "Artifact") and walk.spend_fact():
        language = properties.get("Lang")
        told = language.decode("latin-1") if isinstance(language, bytes) else text_of(language)
        walk.page.marks.append(Marked(walk.stream, mcid, tag, walk.marking, told))
    walk.marks.append(Mark(tag, mcid, walk.stream))


def _properties(walk: Walk, written: Any) -> Mapping[str, Any]:
    if isinstance(written, dict):
        return written
    named = walk.resource("Properties", written) if written is not None else None
    return {key[1:]: solved(value) for key, value in entries(named)}


def _end_mark(walk: Walk, _operands: list[Any]) -> None:
    if walk.marks:
        walk.marks.pop()


_OPERATORS: Mapping[str, Operator] = {
    **PAINT_OPERATORS,
    **TEXT_OPERATORS,
    "Do": _show_object,
    "BI": _place_inline,
    "BMC": _begin_mark,
    "BDC": _begin_mark,
    "EMC": _end_mark,
}
