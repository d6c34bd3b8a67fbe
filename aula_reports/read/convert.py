"""A located tree to the plain values that a model validates, guided by the model's shape.

Along the way it notes where every field stands, which member of a union was meant, and what was
already refused, so that the validation's own faults can be told once and in their place.
"""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct, field

from aula_reports.diagnostics import Finding, Location
from aula_reports.read.files import MAX_MARKDOWN_BYTES, file_within, read_text
from aula_reports.read.near import plural
from aula_reports.read.nodes import MappingNode, Node, ScalarNode, SequenceNode
from aula_reports.read.places import Fault, FieldPath
from aula_reports.read.scalars import Refused, converted
from aula_reports.read.shapes import (
    TEXT,
    MappingShape,
    ModelShape,
    ScalarShape,
    SequenceShape,
    Shape,
    UnionShape,
    chosen,
)


class Conversion(Struct):
    """One conversion in progress, then its outcome."""

    folder: Path
    places: dict[FieldPath, Location] = field(default_factory=dict)
    # The name of the model chosen where several were possible; "" when it was no model.
    branches: dict[FieldPath, str] = field(default_factory=dict)
    # Paths whose fault is already told.
    silenced: set[FieldPath] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def value(self, node: Node, shape: Shape, path: FieldPath) -> object:
        """Note where a node stands and convert it to what `shape` expects, or to `Refused`."""
        self.places[path] = node.place
        return self._value(node, shape, path)

    def _value(self, node: Node, shape: Shape, path: FieldPath) -> object:
        if isinstance(shape, UnionShape):
            return self._union(node, shape, path)
        match node:
            case ScalarNode():
                return self._scalar(node, shape, path)
            case SequenceNode():
                return self._sequence(node, shape, path)
            case MappingNode():
                return self._mapping(node, shape, path)

    def _union(self, node: Node, union: UnionShape, path: FieldPath) -> object:
        if isinstance(node, MappingNode):
            model = chosen(union, list(node.entries))
            self.branches[path] = model.name if model else ""
            return self._mapping(node, model or _member(union, MappingShape), path)
        self.branches[path] = ""
        if isinstance(node, SequenceNode):
            return self._sequence(node, _member(union, SequenceShape), path)
        return self._scalar_of_union(node, union, path)

    def _scalar_of_union(self, node: ScalarNode, union: UnionShape, path: FieldPath) -> object:
        scalars = [member for member in union.members if isinstance(member, ScalarShape)]
        for shape in sorted(scalars, key=lambda shape: shape.kind is str):
            value = self._scalar(node, shape, path)
            if not isinstance(value, Refused):
                return value
        return Refused(node.text)

    def _scalar(self, node: ScalarNode, shape: Shape, path: FieldPath) -> object:
        if node.is_faulty:
            self.silenced.add(path)
        if not isinstance(shape, ScalarShape):
            return Refused("" if node.is_absent else node.text)
        if shape.is_markdown and _names_markdown(node.text):
            return self._included(node, path)
        return converted(node.text, shape)

    def _sequence(self, node: SequenceNode, shape: Shape, path: FieldPath) -> object:
        inner = shape if isinstance(shape, SequenceShape) else SequenceShape(TEXT)
        values = [
            self._item(item, inner.item(position), (*path, position))
            for position, item in enumerate(node.items)
        ]
        return values if inner is shape else Refused(_a_list(values), is_written=False)

    def _item(self, node: Node, shape: Shape, path: FieldPath) -> object:
        self.places[path] = node.place
        return Refused("") if _is_absent(node) else self._value(node, shape, path)

    def _mapping(self, node: MappingNode, shape: Shape, path: FieldPath) -> object:
        fields = shape.fields if isinstance(shape, ModelShape) else {}
        free = shape.value if isinstance(shape, MappingShape) else TEXT
        values: dict[str, object] = {}
        for key, child in node.entries.items():
            inner = (*path, key)
            is_unknown = isinstance(shape, ModelShape) and key not in fields
            self.places[inner] = _place(child, node.keys[key], is_unknown=is_unknown)
            if not _is_absent(child):
                values[key] = self._value(child, fields.get(key, free), inner)
            elif key not in fields:
                values[key] = Refused("")
        return (
            values
            if isinstance(shape, (ModelShape, MappingShape))
            else Refused("des champs", is_written=False)
        )

    def _included(self, node: ScalarNode, path: FieldPath) -> object:
        """Read the Markdown file that the value names; its text takes the value's place."""
        file = file_within(self.folder, node.text.strip())
        source = file if isinstance(file, Fault) else read_text(file, MAX_MARKDOWN_BYTES)
        if isinstance(source, Fault):
            self.faults.append(Fault(source.code, source.message, path, source.remedy))
            self.silenced.add(path)
            return ""
        self.places[path] = Location(str(file), 1, 1)
        self.findings.extend(source.findings)
        return source.text


def _is_absent(node: Node) -> bool:
    return isinstance(node, ScalarNode) and node.is_absent and not node.is_faulty


def _place(child: Node, key: ScalarNode, *, is_unknown: bool) -> Location:
    """Choose what shows a field best: its value when it has one, its name when that is unknown."""
    is_value = isinstance(child, ScalarNode) and child.text != "" and not is_unknown
    return child.place if is_value else key.place


def _names_markdown(text: str) -> bool:
    return text.rstrip().lower().endswith(".md") and "\n" not in text.strip()


def _member(union: UnionShape, kind: type[MappingShape] | type[SequenceShape]) -> Shape:
    return next((member for member in union.members if isinstance(member, kind)), TEXT)


def _a_list(values: list[object]) -> str:
    return f"une liste de {plural(len(values), 'valeur', 'valeurs')}"
