"""PDF/UA-1, the structure tree: roles, headings, figures, lists, contents, notes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from aula_reports.prove.access_document import at, spot_of
from aula_reports.prove.rules import ERROR, WARNING, Case, Rule, Spot
from aula_reports.prove.structure import STANDARD, Element

_NUMBERED = re.compile(r"H([1-6])")
_PARTS = ("THead", "TBody", "TFoot")
# What may stand directly in an element, and in what it must stand (ISO 32000-1, tables 333 to 337).
_TABLE_CHILDREN = {
    "Table": {"TR", *_PARTS, "Caption"},
    **{part: {"TR"} for part in _PARTS},
    "TR": {"TH", "TD"},
}
_TABLE_PARENTS = {
    "TR": {"Table", *_PARTS},
    **{part: {"Table"} for part in _PARTS},
    "TH": {"TR"},
    "TD": {"TR"},
}
_LIST_CHILDREN = {"L": {"L", "LI", "Caption"}, "LI": {"Lbl", "LBody"}}
_LIST_PARENTS = {"LI": {"L"}, "LBody": {"LI"}}
_CONTENTS_CHILDREN = {"TOC": {"TOC", "TOCI", "Caption"}}
_ENTRY_CHILDREN = {"TOCI": {"Lbl", "Reference", "NonStruct", "P", "TOC"}}
_CONTENTS_PARENTS = {"TOCI": {"TOC"}}
# Elements that only hold others say nothing of what stands in what.
_TRANSPARENT = ("NonStruct", "Private", "")


def unknown_roles(case: Case) -> Iterator[Spot]:
    for element in case.file.tree.elements:
        if not element.role:
            yield spot_of(case, f"la balise « {element.tag} » n’a pas de rôle standard", element)


def remapped_roles(case: Case) -> Iterator[Spot]:
    for tag, role in case.file.tree.role_map.items():
        if tag in STANDARD and role != tag:
            yield Spot(f"la balise standard « {tag} » est détournée vers « {role} »")


def _misplaced(
    case: Case, children: dict[str, set[str]], parents: dict[str, set[str]]
) -> Iterator[Spot]:
    for element in case.file.tree.elements:
        parent = element.parent.role if element.parent else "racine"
        if element.role in parents and parent not in {*parents[element.role], *_TRANSPARENT}:
            yield spot_of(case, f"{element.role} est placé dans {parent}", element)
        elif parent in children and element.role not in {*children[parent], *_TRANSPARENT}:
            yield spot_of(case, f"{parent} contient {element.role}", element)


def misplaced_in_tables(case: Case) -> Iterator[Spot]:
    return _misplaced(case, _TABLE_CHILDREN, _TABLE_PARENTS)


def misplaced_in_lists(case: Case) -> Iterator[Spot]:
    return _misplaced(case, _LIST_CHILDREN, _LIST_PARENTS)


def misplaced_in_contents(case: Case) -> Iterator[Spot]:
    return _misplaced(case, _CONTENTS_CHILDREN, _CONTENTS_PARENTS)


def odd_entries(case: Case) -> Iterator[Spot]:
    """Find entries that hold more than table 333 allows: readers bear it, so it is a warning."""
    return _misplaced(case, _ENTRY_CHILDREN, {})


def untold_figures(case: Case) -> Iterator[Spot]:
    for figure in case.file.tree.of("Figure"):
        if not (figure.text("/Alt").strip() or figure.text("/ActualText").strip()):
            yield spot_of(case, "une figure n’a pas de texte de remplacement (Alt)", figure)


def untold_formulas(case: Case) -> Iterator[Spot]:
    for formula in case.file.tree.of("Formula"):
        if not formula.text("/Alt").strip():
            yield spot_of(case, "une formule n’a pas de texte de remplacement (Alt)", formula)


def _levels(case: Case) -> Iterator[tuple[int, Element]]:
    for element in case.file.tree.elements:
        found = _NUMBERED.fullmatch(element.role)
        if found:
            yield int(found[1]), element


def late_first_heading(case: Case) -> Iterator[Spot]:
    first = next(_levels(case), None)
    if first is not None and first[0] != 1:
        yield spot_of(case, f"le premier titre est de niveau {first[0]}", first[1])


def skipped_levels(case: Case) -> Iterator[Spot]:
    known = 0
    for level, element in _levels(case):
        if known and level > known + 1:
            yield spot_of(case, f"un titre H{level} suit un titre H{known}", element)
        known = level


def crowded_headings(case: Case) -> Iterator[Spot]:
    for element in case.file.tree.elements:
        if sum(child.role == "H" for child in element.children) > 1:
            yield spot_of(case, f"plusieurs titres H dans un même {element.tag}", element)


def mixed_headings(case: Case) -> Iterator[Spot]:
    plain = next(case.file.tree.of("H"), None)
    if plain is not None and next(_levels(case), None) is not None:
        yield spot_of(case, "le document mêle des titres H et des titres numérotés", plain)


def unnamed_notes(case: Case) -> Iterator[Spot]:
    for note in case.file.tree.of("Note"):
        if not note.text("/ID"):
            yield spot_of(case, "une note n’a pas d’identifiant (ID)", note)


def notes_named_alike(case: Case) -> Iterator[Spot]:
    names = Counter(element.text("/ID") for element in case.file.tree.elements)
    for note in case.file.tree.of("Note"):
        name = note.text("/ID")
        if name and names[name] > 1:
            yield spot_of(case, f"l’identifiant de note « {name} » sert {names[name]} fois", note)


_LEVELS = "faire suivre les niveaux de titre sans en sauter"
_ALT = "décrire en une phrase ce que montre l’élément"
TREE_RULES = (
    Rule("UA-02-001", ERROR, at("02-001"), "donner un rôle standard (RoleMap)", unknown_roles),
    Rule("UA-02-004", ERROR, at("02-004"), "laisser les balises standard", remapped_roles),
    Rule("UA-09-004", ERROR, at("09-004"), "refaire le tableau balisé", misplaced_in_tables),
    Rule("UA-09-005", ERROR, at("09-005"), "baliser L, LI, Lbl et LBody", misplaced_in_lists),
    Rule("UA-09-006", ERROR, at("09-006"), "baliser TOC et TOCI", misplaced_in_contents),
    Rule("UA-09-x06", WARNING, at("09-006"), "mettre le lien dans Reference", odd_entries),
    Rule("UA-13-004", ERROR, at("13-004"), _ALT, untold_figures),
    Rule("UA-14-002", ERROR, at("14-002"), "commencer par un titre H1", late_first_heading),
    Rule("UA-14-003", ERROR, at("14-003"), _LEVELS, skipped_levels),
    Rule("UA-14-006", ERROR, at("14-006"), "un seul H par section", crowded_headings),
    Rule("UA-14-007", ERROR, at("14-007"), "choisir H, ou H1 à H6", mixed_headings),
    Rule("UA-17-002", ERROR, at("17-002"), _ALT, untold_formulas),
    Rule("UA-19-003", ERROR, at("19-003"), "donner un ID à chaque note", unnamed_notes),
    Rule("UA-19-004", ERROR, at("19-004"), "donner un ID propre à chaque note", notes_named_alike),
)
