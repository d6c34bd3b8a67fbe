"""What a fault's place on paper is in the programme, where the file tells it.

Our files name structure elements by the field of the programme that they are from: their ids
(`/ID`, ISO 32000-1, 14.7.2) are `lieu:axes/1/fiches/2/image`, ranks from 1, with `;2` and so on
after those of the same field. An element without such an id is of the field of the one around it.
What is marked as an artifact, a rule or a ground, is of no element: it is told by the field whose
contents on the page bound it most closely.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeVar

from aula_reports.prove.boxes import Box
from aula_reports.prove.structure import Element, Tree
from aula_reports.prove.values import raw, text_of

if TYPE_CHECKING:
    from aula_reports.prove.facts import PageReading
    from aula_reports.prove.source import FileReading

_Key = TypeVar("_Key")
_NAME = re.compile(r"lieu:([a-z0-9_/]{1,200})(?:;[0-9]+)?")
# What a hostile page may cost for each fault told.
_MOST_BOXES = 20_000


class Origins:
    """The fields that a file's elements are from: by object, and by page and content."""

    def __init__(self, tree: Tree) -> None:
        self.of_objects: dict[int, str] = {}
        self.of_contents: dict[int, dict[tuple[int, int], str]] = {}
        fields: list[str] = []
        for element in tree.elements:
            above = fields[element.parent.index] if element.parent else ""
            fields.append(_own(element) or above)
            if fields[-1]:
                self._note(element, fields[-1])

    def _note(self, element: Element, field: str) -> None:
        for number in (element.number, *element.annotations):
            self.of_objects.setdefault(number, field)
        for content in element.contents:
            key = content.stream, content.mcid
            self.of_contents.setdefault(content.page, {}).setdefault(key, field)


def field_of(file: FileReading, page: PageReading | None, box: Box | None, number: int) -> str:
    """Name the field of an element, or of what stands in a box; an empty text where none tells."""
    if not file.names_elements:
        return ""
    field = file.origins.of_objects.get(number, "") if number else ""
    if not field and page is not None and box is not None:
        field = _of_box(file.origins, page, box)
    return " › ".join(field.split("/"))


def _own(element: Element) -> str:
    found = _NAME.fullmatch(text_of(raw(element.entry, "/ID")))
    return found[1] if found else ""


def _of_box(origins: Origins, page: PageReading, box: Box) -> str:
    """Take the closest content around a box; else the closest field."""
    fields = origins.of_contents.get(page.page, {})
    if len(page.marked) > _MOST_BOXES:
        return ""
    content = _closest(page.marked, box)
    if content is not None:
        return fields.get(content, "")
    extents: dict[str, Box] = {}
    for key, marked in page.marked.items():
        field = fields.get(key, "")
        extents[field] = extents[field].joined(marked) if field in extents else marked
    extents.pop("", None)
    return _closest(extents, box) or ""


def _closest(boxes: Mapping[_Key, Box], box: Box) -> _Key | None:
    """Find the smallest of the boxes that hold one."""
    around = [key for key, one in boxes.items() if one.holds(box)]
    return min(around, key=lambda key: boxes[key].width * boxes[key].height, default=None)
