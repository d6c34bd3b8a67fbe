"""What the models expect, as plain data that a reader of trees can walk.

Compiled once per model from pydantic's fields: which keys, which kind of value under each.
"""

from __future__ import annotations

import datetime
import functools
import types
from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from msgspec import Struct
from pydantic import BaseModel

from aula_reports.model.base import MarkdownText


class ScalarShape(Struct, frozen=True):
    """One value; `kind` is str, int, float, bool or a date; `choices` are the words allowed."""

    kind: type = str
    choices: tuple[str, ...] = ()
    is_markdown: bool = False


class SequenceShape(Struct, frozen=True):
    """A list: `items` by position, the last one (`rest`) for all that follow."""

    rest: Shape
    items: tuple[Shape, ...] = ()

    def item(self, position: int) -> Shape:
        return self.items[position] if position < len(self.items) else self.rest


class MappingShape(Struct, frozen=True):
    """Free keys, one kind of value."""

    value: Shape


class ModelShape(Struct, frozen=True, eq=False):
    """The keys of one model, by French alias; `english` tells the alias of a Python name."""

    name: str
    fields: Mapping[str, Shape]
    required: frozenset[str]
    english: Mapping[str, str]


class UnionShape(Struct, frozen=True):
    """One of several."""

    members: tuple[Shape, ...]


Shape = ScalarShape | SequenceShape | MappingShape | ModelShape | UnionShape

TEXT = ScalarShape()
_SEQUENCES = (tuple, list, set, frozenset, Sequence)
_SCALARS = (bool, int, float, datetime.date)


@functools.cache
def model_shape(model: type[BaseModel]) -> ModelShape:
    """Compile the shape of a model (once: models do not change)."""
    fields: dict[str, Shape] = {}
    required, english = set(), {}
    for name, field in model.model_fields.items():
        alias = field.alias or name
        fields[alias] = _shape(Annotated[field.annotation, *(field.metadata or [None])])
        english[name] = alias
        if field.is_required():
            required.add(alias)
    return ModelShape(model.__name__, fields, frozenset(required), english)


def _shape(annotation: Any) -> Shape:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _annotated(arguments)
    if origin in (Union, types.UnionType):
        return _union(arguments)
    if origin is Literal:
        return ScalarShape(type(arguments[0]), tuple(map(str, arguments)))
    if origin in _SEQUENCES:
        return _sequence(arguments)
    if origin in (dict, Mapping):
        return MappingShape(_shape(arguments[1]))
    return _class(annotation)


def _annotated(arguments: tuple[Any, ...]) -> Shape:
    inner, *metadata = arguments
    if any(isinstance(mark, MarkdownText) for mark in metadata):
        return ScalarShape(is_markdown=True)
    return _shape(inner)


def _union(arguments: tuple[Any, ...]) -> Shape:
    members = tuple(_shape(member) for member in arguments if member is not type(None))
    return members[0] if len(members) == 1 else UnionShape(members)


def _sequence(arguments: tuple[Any, ...]) -> Shape:
    shapes = tuple(_shape(argument) for argument in arguments if argument is not Ellipsis)
    if not shapes:
        return SequenceShape(TEXT)
    return SequenceShape(shapes[-1], shapes if len(shapes) > 1 else ())


def _class(annotation: Any) -> Shape:
    if not isinstance(annotation, type):
        return TEXT
    if issubclass(annotation, BaseModel):
        return model_shape(annotation)
    if issubclass(annotation, Enum):
        return ScalarShape(choices=tuple(str(member.value) for member in annotation))
    return ScalarShape(next((kind for kind in _SCALARS if issubclass(annotation, kind)), str))


def chosen(union: UnionShape, keys: Sequence[str]) -> ModelShape | None:
    """Choose the model that a mapping with these keys means, by the keys it shares with no other.

    An action group is told by `groupe`. At a tie, the key written first decides, then the
    order of the union.
    """
    models = [member for member in union.members if isinstance(member, ModelShape)]
    if len(models) < 2:
        return models[0] if models else None
    return max(models, key=lambda model: _claim(model, models, keys))


def _claim(model: ModelShape, models: Sequence[ModelShape], keys: Sequence[str]) -> tuple[int, int]:
    others = {key for other in models if other is not model for key in other.required}
    own = model.required - others
    ranks = [rank for rank, key in enumerate(keys) if key in own]
    return len(ranks), -min(ranks, default=len(keys))
