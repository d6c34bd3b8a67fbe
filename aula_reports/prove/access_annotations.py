"""PDF/UA-1, annotations: links, fields and others, each in the tree and each described."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from aula_reports.prove.access_document import at
from aula_reports.prove.boxes import Box, box_of
from aula_reports.prove.facts import PageReading
from aula_reports.prove.rules import ERROR, Case, Rule, Spot
from aula_reports.prove.structure import Element, number_tree
from aula_reports.prove.values import entry, name_of, number_of, raw, real, reals, text_of

_HIDDEN = 2
# These have rules of their own, or speak for another annotation.
_APART = ("Widget", "Link", "PrinterMark", "TrapNet", "Popup")
_MOST_PARENTS = 32

_Annotation = tuple[PageReading, int, Any, str, Box | None]


def _annotations(case: Case, *, hidden: bool = False) -> Iterator[_Annotation]:
    """Give annotations with their kind and box; hidden ones, and those off the page, apart."""
    for page, number, annotation in case.file.annotations:
        box = box_of(reals(raw(annotation, "/Rect")))
        flags = int(real(raw(annotation, "/F")))
        area = page.boxes.get("/CropBox", page.media)
        unseen = bool(flags & _HIDDEN) or (box is not None and not area.grown(0.1).meets(box, -0.1))
        if hidden or not unseen:
            yield page, number, annotation, name_of(raw(annotation, "/Subtype")), box


def _holders(case: Case) -> dict[int, Element]:
    """Give the element that holds each annotation, by the annotation's object."""
    elements = case.file.tree.elements
    return {number: element for element in elements for number in element.annotations}


def _is_under(element: Element | None, role: str) -> bool:
    return element is not None and role in (
        element.role,
        *(above.role for above in element.ancestors()),
    )


def _outside(case: Case, kind: str, role: str, told: str) -> Iterator[Spot]:
    holders = _holders(case)
    for page, number, _, subtype, box in _annotations(case):
        if subtype == kind and not _is_under(holders.get(number), role):
            yield Spot(told, page, box, number)


def loose_links(case: Case) -> Iterator[Spot]:
    return _outside(case, "Link", "Link", "un lien n’est pas dans un élément Link")


def loose_fields(case: Case) -> Iterator[Spot]:
    return _outside(case, "Widget", "Form", "un champ n’est pas dans un élément Form")


def loose_annotations(case: Case) -> Iterator[Spot]:
    holders = _holders(case)
    for page, number, _, kind, box in _annotations(case):
        holder = holders.get(number)
        if kind not in _APART and (holder is None or holder.role != "Annot"):
            yield Spot(
                f"l’annotation « {kind} » n’est pas dans un élément Annot", page, box, number
            )


def undescribed_links(case: Case) -> Iterator[Spot]:
    for page, number, annotation, kind, box in _annotations(case):
        if kind == "Link" and not text_of(raw(annotation, "/Contents")).strip():
            yield Spot("un lien ne dit pas où il mène (Contents)", page, box, number)


def undescribed_annotations(case: Case) -> Iterator[Spot]:
    holders = _holders(case)
    for page, number, annotation, kind, box in _annotations(case):
        holder = holders.get(number)
        told = text_of(raw(annotation, "/Contents")) or (holder.text("/Alt") if holder else "")
        if kind not in _APART and not told.strip():
            yield Spot(f"l’annotation « {kind} » n’est pas décrite", page, box, number)


def undescribed_fields(case: Case) -> Iterator[Spot]:
    for page, number, annotation, kind, box in _annotations(case):
        if kind == "Widget" and not _field_label(annotation):
            yield Spot("un champ de formulaire n’est pas nommé (TU)", page, box, number)


def _field_label(field: Any) -> str:
    """Give a field's label, or that of the field it belongs to."""
    for _ in range(_MOST_PARENTS):
        label = text_of(raw(field, "/TU")).strip()
        if label or field is None:
            return label
        field = entry(field, "/Parent")
    return ""


def unordered_pages(case: Case) -> Iterator[Spot]:
    for page in _pages_with_annotations(case):
        if entry(page.entry, "/Tabs") is None:
            yield Spot("l’ordre de tabulation n’est pas dit (Tabs)", page, None, page.number)


def misordered_pages(case: Case) -> Iterator[Spot]:
    for page in _pages_with_annotations(case):
        told = entry(page.entry, "/Tabs")
        if told is not None and name_of(told) != "S":
            message = f"l’ordre de tabulation est « {name_of(told)} », et non celui de la structure"
            yield Spot(message, page, None, page.number)


def _pages_with_annotations(case: Case) -> list[PageReading]:
    return list(dict.fromkeys(page for page, *_ in _annotations(case, hidden=True)))


def tagged_printer_marks(case: Case) -> Iterator[Spot]:
    holders = _holders(case)
    for page, number, _, kind, box in _annotations(case):
        if kind == "PrinterMark" and number in holders:
            yield Spot("un repère d’imprimeur est dans l’arbre de structure", page, box, number)


def lost_annotations(case: Case) -> Iterator[Spot]:
    """Find annotations whose StructParent does not lead to the element that holds them."""
    holders = _holders(case)
    table = number_tree(entry(case.file.tree.root, "/ParentTree"))
    for page, number, annotation, _, box in _annotations(case):
        holder = holders.get(number)
        key = raw(annotation, "/StructParent")
        if holder is None:
            continue
        if key is None or number_of(table.get(int(real(key, -1)))) != holder.number:
            told = "StructParent ne mène pas à l’élément de l’annotation"
            yield Spot(told, page, box, number)


_PLACE = "placer l’annotation dans la structure"
_TABS = "suivre l’ordre de la structure (Tabs S)"
ANNOTATION_RULES = (
    Rule("UA-28-002", ERROR, at("28-002"), _PLACE, loose_annotations),
    Rule("UA-28-004", ERROR, at("28-004"), "la décrire (Contents)", undescribed_annotations),
    Rule("UA-28-005", ERROR, at("28-005"), "donner un nom au champ (TU)", undescribed_fields),
    Rule("UA-28-008", ERROR, at("28-008"), _TABS, unordered_pages),
    Rule("UA-28-009", ERROR, at("28-009"), _TABS, misordered_pages),
    Rule("UA-28-010", ERROR, at("28-010"), _PLACE, loose_fields),
    Rule("UA-28-011", ERROR, at("28-011"), _PLACE, loose_links),
    Rule("UA-28-012", ERROR, at("28-012"), "dire où mène le lien", undescribed_links),
    Rule("UA-28-017", ERROR, at("28-017"), "l’ôter de la structure", tagged_printer_marks),
    Rule("UA-28-x01", ERROR, at("28"), "refaire l’export balisé", lost_annotations),
)
