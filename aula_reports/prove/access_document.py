"""PDF/UA-1, what the file says of itself: title, language, metadata, layers, protection.

The numbers are those of the Matterhorn Protocol 1.1; an « x » marks what its checkpoint asks
without a numbered condition of its own. There is no rule 06-001 (no XMP metadata), without
which nothing claims to be PDF/UA, nor 26-001 (a lock without permissions), which nothing opens.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import Any

from aula_reports.prove.boxes import Box
from aula_reports.prove.metadata import DC, PDFUA_ID
from aula_reports.prove.rules import ERROR, NOTE, Case, Rule, Spot
from aula_reports.prove.structure import Element
from aula_reports.prove.values import (
    as_list,
    entry,
    is_true,
    name_of,
    number_of,
    raw,
    real,
    solved,
    text_of,
)

MATTERHORN = "Matterhorn Protocol 1.1"
# RFC 5646, 2.1: language, script, region, variants, extensions, private use.
_LANGUAGE = re.compile(
    r"(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4}|[a-z]{5,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?"
    r"(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wyz\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?"
    r"|x(?:-[a-z\d]{1,8})+",
    re.IGNORECASE,
)
# The tenth bit of the permissions lets assistive technology extract text.
_ACCESS_BIT = 1 << 9
_MOST_FILES = 10_000


def at(checkpoint: str) -> str:
    """Name a checkpoint of the protocol as a source."""
    return f"{MATTERHORN}, {checkpoint}"


def spot_of(case: Case, message: str, element: Element) -> Spot:
    """Say something of a structure element: its object, and where its first contents stand."""
    number = element.where
    if not 0 < number <= len(case.file.pages):
        return Spot(message, number=element.number)
    page = case.file.pages[number - 1]
    held = (c for one in element.near() for c in one.contents if c.page == number)
    boxes = [box for c in held if (box := page.marked.get((c.stream, c.mcid))) is not None]
    box = functools.reduce(Box.joined, boxes) if boxes else None
    return Spot(message, page, box, element.number)


def untagged(case: Case) -> Iterator[Spot]:
    if not isinstance(case.file.tree.root, dict):
        yield Spot("le fichier n’a pas d’arbre de structure : il n’est pas balisé")


def unmarked(case: Case) -> Iterator[Spot]:
    if entry(case.file.catalog, "/MarkInfo", "/Marked") is None or not _flag(case, "/Marked"):
        yield Spot("le catalogue ne dit pas que le fichier est balisé (MarkInfo, Marked)")


def suspect(case: Case) -> Iterator[Spot]:
    if _flag(case, "/Suspects"):
        yield Spot("le fichier dit lui-même que son balisage est douteux (Suspects)")


def _flag(case: Case, key: str) -> bool:
    return is_true(entry(case.file.catalog, "/MarkInfo", key))


def wrong_part(case: Case) -> Iterator[Spot]:
    part = _part(case)
    if part not in ("1", "2"):
        yield Spot(f"pdfuaid:part est « {part} »")


def later_part(case: Case) -> Iterator[Spot]:
    if _part(case) == "2":
        yield Spot("le fichier se dit PDF/UA-2 : contrôlé par les règles de PDF/UA-1")


def _part(case: Case) -> str:
    return case.file.properties.get(f"{{{PDFUA_ID}}}part", "")


def untitled(case: Case) -> Iterator[Spot]:
    if not case.file.properties.get(f"{{{DC}}}title"):
        yield Spot("les métadonnées XMP ne donnent pas de titre (dc:title)")


def hidden_title(case: Case) -> Iterator[Spot]:
    preferences = entry(case.file.catalog, "/ViewerPreferences")
    if entry(preferences, "/DisplayDocTitle") is None:
        yield Spot("rien ne demande d’afficher le titre (DisplayDocTitle)")


def refused_title(case: Case) -> Iterator[Spot]:
    shown = entry(case.file.catalog, "/ViewerPreferences", "/DisplayDocTitle")
    if shown is not None and not is_true(shown):
        yield Spot("le titre ne s’affiche pas (DisplayDocTitle est faux)")


def no_language(case: Case) -> Iterator[Spot]:
    """Find text whose language nothing tells: neither the catalogue nor what holds it."""
    if text_of(raw(case.file.catalog, "/Lang")):
        return
    for element in case.file.tree.elements:
        held = (element, *element.ancestors())
        if element.contents and not any(one.text("/Lang") for one in held):
            yield spot_of(case, "la langue du texte n’est dite nulle part (Lang)", element)
            return


def unknown_language(case: Case) -> Iterator[Spot]:
    told = entry(case.file.catalog, "/Lang")
    if told is not None and not _LANGUAGE.fullmatch(text_of(told)):
        yield Spot(f"« {text_of(told)} » n’est pas un code de langue")
    for element in case.file.tree.elements:
        told = entry(element.entry, "/Lang")
        if told is not None and not _LANGUAGE.fullmatch(text_of(told)):
            message = f"« {text_of(told)} » n’est pas un code de langue ({element.tag})"
            yield spot_of(case, message, element)


def unnamed_other_layers(case: Case) -> Iterator[Spot]:
    layers = entry(case.file.catalog, "/OCProperties")
    return _unnamed(as_list(raw(layers, "/Configs")), "un état des calques n’a pas de nom")


def unnamed_first_layers(case: Case) -> Iterator[Spot]:
    layers = entry(case.file.catalog, "/OCProperties")
    return _unnamed([raw(layers, "/D")], "l’état premier des calques n’a pas de nom")


def _unnamed(configurations: list[Any], told: str) -> Iterator[Spot]:
    for configuration in configurations:
        if isinstance(solved(configuration), dict) and not text_of(entry(configuration, "/Name")):
            yield Spot(told, number=number_of(configuration))


def automatic_layers(case: Case) -> Iterator[Spot]:
    layers = entry(case.file.catalog, "/OCProperties")
    for configuration in (raw(layers, "/D"), *as_list(raw(layers, "/Configs"))):
        if entry(configuration, "/AS") is not None:
            yield Spot("des calques changent d’état d’eux-mêmes (AS)")


def unnamed_files(case: Case) -> Iterator[Spot]:
    for value in _file_specifications(case):
        held = solved(value)
        if entry(held, "/EF") is None:
            continue
        if not (text_of(raw(held, "/F")) and text_of(raw(held, "/UF"))):
            yield Spot("un fichier joint n’a pas ses deux noms (F, UF)", number=number_of(value))


def _file_specifications(case: Case) -> Iterator[Any]:
    stack = [raw(entry(case.file.catalog, "/Names"), "/EmbeddedFiles")]
    seen: set[int] = set()
    while stack and len(seen) < _MOST_FILES:
        node = solved(stack.pop())
        if not isinstance(node, dict) or id(node) in seen:
            continue
        seen.add(id(node))
        yield from as_list(raw(node, "/Names"))[1::2]
        stack.extend(as_list(raw(node, "/Kids")))
    for _, _, annotation in case.file.annotations:
        if name_of(raw(annotation, "/Subtype")) == "FileAttachment":
            yield raw(annotation, "/FS")


def dynamic_form(case: Case) -> Iterator[Spot]:
    if entry(case.file.catalog, "/AcroForm", "/XFA") is not None:
        yield Spot("le fichier est un formulaire XFA")


def barred(case: Case) -> Iterator[Spot]:
    locked = entry(case.file.trailer, "/Encrypt")
    permissions = entry(locked, "/P")
    if permissions is not None and not int(real(permissions)) & _ACCESS_BIT:
        yield Spot("la protection interdit la lecture aux aides techniques")


def circular_roles(case: Case) -> Iterator[Spot]:
    roles = case.file.tree.role_map
    for tag in roles:
        met, here = {tag}, roles[tag]
        while here in roles and here not in met:
            met.add(here)
            here = roles[here]
        if here in met:
            yield Spot(f"la balise « {tag} » est définie par elle-même (RoleMap)")


_TITLE = "donner un titre au document et demander son affichage"
_TAG = "baliser le document à l’export"
_UNLOCK = "ôter la protection, ou permettre l’accessibilité"
_LAYERS = "nommer chaque état des calques"
DOCUMENT_RULES = (
    Rule("UA-00-x01", ERROR, at("01"), _TAG, untagged),
    Rule("UA-00-x02", ERROR, at("01"), _TAG, unmarked),
    Rule("UA-01-007", ERROR, at("01-007"), "vérifier le balisage, puis ôter Suspects", suspect),
    Rule("UA-02-003", ERROR, at("02-003"), "corriger la table des rôles", circular_roles),
    Rule("UA-06-002", ERROR, at("06-002"), "écrire pdfuaid:part = 1", wrong_part),
    Rule("UA-06-x01", NOTE, at("06"), "le soumettre aussi à un contrôle PDF/UA-2", later_part),
    Rule("UA-06-003", ERROR, at("06-003"), _TITLE, untitled),
    Rule("UA-07-001", ERROR, at("07-001"), _TITLE, hidden_title),
    Rule("UA-07-002", ERROR, at("07-002"), _TITLE, refused_title),
    Rule("UA-11-001", ERROR, at("11-001"), "dire la langue du document (fr-FR)", no_language),
    Rule("UA-11-x01", ERROR, at("11"), "écrire un code comme fr-FR", unknown_language),
    Rule("UA-20-001", ERROR, at("20-001"), _LAYERS, unnamed_other_layers),
    Rule("UA-20-002", ERROR, at("20-002"), _LAYERS, unnamed_first_layers),
    Rule("UA-20-003", ERROR, at("20-003"), "fixer l’état des calques", automatic_layers),
    Rule("UA-21-001", ERROR, at("21-001"), "écrire F et UF", unnamed_files),
    Rule("UA-25-001", ERROR, at("25-001"), "refaire le formulaire en PDF ordinaire", dynamic_form),
    Rule("UA-26-002", ERROR, at("26-002"), _UNLOCK, barred),
)
