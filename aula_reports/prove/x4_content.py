"""What PDF/X-4 asks of pages and of what is on them: boxes, colours, fonts, annotations, streams.

An RGB of the device is refused unless the output is RGB or a default space stands for it: the
printer's machine would have to guess its colours. An RGB with its ICC profile is allowed by
PDF/X-4; it is a warning of the print rules.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from aula_reports.prove.boxes import box_of
from aula_reports.prove.facts import PageReading, SpaceUse
from aula_reports.prove.rules import ERROR, Case, Rule, Spot
from aula_reports.prove.values import (
    as_list,
    entries,
    entry,
    filters_of,
    name_of,
    raw,
    real,
    reals,
    solved,
)
from aula_reports.prove.x4_document import GWG, NOTES, PDFLIB

_BOX_NAMES = {
    "/MediaBox": "page",
    "/CropBox": "zone affichée",
    "/BleedBox": "fond perdu",
    "/TrimBox": "format fini",
    "/ArtBox": "zone utile",
}
_OUTSIDE_PAGE = ("TrapNet", "PrinterMark")


def no_trim(case: Case) -> Iterator[Spot]:
    for page in case.file.pages:
        held = [name for name in ("/TrimBox", "/ArtBox") if name in page.boxes]
        if len(held) != 1:
            told = "a TrimBox et ArtBox à la fois" if held else "n’a ni TrimBox ni ArtBox"
            yield Spot(f"la page {told}", page, None, page.number)


def nested_wrongly(case: Case) -> Iterator[Spot]:
    for page in case.file.pages:
        for inner, outer in _pairs(page):
            if not page.boxes[outer].holds(page.boxes[inner]):
                told = f"{_BOX_NAMES[inner]} ({inner[1:]}) dépasse {_BOX_NAMES[outer]}"
                yield Spot(f"{told} ({outer[1:]})", page, page.boxes[inner], page.number)


def _pairs(page: PageReading) -> Iterator[tuple[str, str]]:
    for inner, outers in (
        ("/TrimBox", ("/BleedBox", "/MediaBox")),
        ("/ArtBox", ("/BleedBox", "/MediaBox")),
        ("/BleedBox", ("/MediaBox",)),
    ):
        for outer in outers:
            if inner in page.boxes and outer in page.boxes:
                yield inner, outer


def _intent_components(case: Case) -> int:
    return int(real(entry(case.file.print_intent, "/DestOutputProfile", "/N"), 4))


def device_uses(case: Case, family: str) -> Iterator[Spot]:
    """Find each place where a device's colour space is used, roots of others included."""
    for page in case.file.pages:
        for use, box in page.uses.items():
            if family in use.space.families:
                yield Spot(f"{family} dans : {use.where}", page, box, _number(use))


def _number(use: SpaceUse) -> int:
    return use.number or use.space.number


def device_rgb(case: Case) -> Iterator[Spot]:
    if _intent_components(case) != 3:
        yield from device_uses(case, "DeviceRGB")


def device_cmyk(case: Case) -> Iterator[Spot]:
    if _intent_components(case) != 4:
        yield from device_uses(case, "DeviceCMYK")


def loose_fonts(case: Case) -> Iterator[Spot]:
    """Find fonts that show text and are not in the file."""
    for page in case.file.pages:
        for font in {text.font for text in page.texts if text.font and text.render != 3}:
            if not font.is_embedded:
                yield Spot(f"la police {font.name} n’est pas incorporée", page, None, font.number)


def annotated(case: Case) -> Iterator[Spot]:
    """Find annotations that reach into the bleed: they would be printed, or not."""
    for page, number, annotation in case.file.annotations:
        kind = name_of(raw(annotation, "/Subtype"))
        box = box_of(reals(raw(annotation, "/Rect")))
        area = page.boxes.get("/BleedBox") or page.trim
        if kind not in _OUTSIDE_PAGE and (box is None or area.meets(box)):
            yield Spot(f"annotation « {kind} » dans la page", page, box, number)


def transferred(case: Case) -> Iterator[Spot]:
    for page, number, state in _states(case):
        for key in ("/TR", "/TR2", "/HTP"):
            value = entry(state, key)
            if value is not None and not (key == "/TR2" and name_of(value) == "Default"):
                yield Spot(f"fonction de transfert ({key[1:]})", page, None, number)


def screened(case: Case) -> Iterator[Spot]:
    for page, number, state in _states(case):
        screen = entry(state, "/HT")
        if not isinstance(screen, dict):
            continue
        kind = int(real(raw(screen, "/HalftoneType")))
        if kind not in (1, 5) or "/HalftoneName" in screen:
            yield Spot(f"trame imposée (type {kind})", page, None, number)


def _states(case: Case) -> Iterator[tuple[PageReading, int, Any]]:
    for page in case.file.pages:
        for number, state in page.states.items():
            yield page, max(number, 0), state


def alternated(case: Case) -> Iterator[Spot]:
    for number, stream in case.file.streams:
        if "/Alternates" in stream:
            yield Spot("image à variantes (Alternates)", number=number)


def exchanged(case: Case) -> Iterator[Spot]:
    for number, stream in case.file.streams:
        if "/OPI" in stream:
            yield Spot("image à remplacer par une autre (OPI)", number=number)


def programmed(case: Case) -> Iterator[Spot]:
    for number, stream in case.file.streams:
        kinds = name_of(raw(stream, "/Subtype")), name_of(raw(stream, "/Subtype2"))
        if name_of(raw(stream, "/Type")) in ("XObject", "") and "PS" in kinds:
            yield Spot("objet PostScript", number=number)


def referring(case: Case) -> Iterator[Spot]:
    for number, stream in case.file.streams:
        if name_of(raw(stream, "/Subtype")) == "Form" and isinstance(entry(stream, "/Ref"), dict):
            yield Spot("forme qui renvoie à un autre fichier (Ref)", number=number)


def packed_by_lzw(case: Case) -> Iterator[Spot]:
    for number, stream in case.file.streams:
        if {"LZWDecode", "LZW"} & set(filters_of(stream)):
            yield Spot("flux comprimé en LZW", number=number)


def inks_told_twice(case: Case) -> Iterator[Spot]:
    """Find spot inks whose stand-in colours differ from place to place."""
    known: dict[str, str] = {}
    for page in case.file.pages:
        for use in page.uses:
            space = use.space.root
            if space.family != "Separation" or not space.spots:
                continue
            told = space.base.family if space.base else ""
            if known.setdefault(space.names[0], told) != told:
                yield Spot(f"ton direct « {space.names[0]} » décrit de deux façons", page)


def automatic_layers(case: Case) -> Iterator[Spot]:
    """Find layers that show or hide by themselves, so that screen and paper would differ."""
    layers = entry(case.file.catalog, "/OCProperties")
    for one in (raw(layers, "/D"), *as_list(raw(layers, "/Configs"))):
        if dict(entries(one)).get("/AS") is not None and solved(one) is not None:
            yield Spot("des calques changent d’état d’eux-mêmes (AS)")


_CMYK = "convertir en CMJN, dans le profil de sortie, ce qui est en RVB"
CONTENT_RULES = (
    Rule("X4-09", ERROR, NOTES, "définir le format fini de chaque page (TrimBox seule)", no_trim),
    Rule("X4-10", ERROR, NOTES, "emboîter format fini, fond perdu et page", nested_wrongly),
    Rule("X4-11", ERROR, PDFLIB, _CMYK, device_rgb),
    Rule("X4-12", ERROR, PDFLIB, "convertir vers les couleurs de la sortie", device_cmyk),
    Rule("X4-13", ERROR, NOTES, "incorporer la police, ou vectoriser le texte", loose_fonts),
    Rule("X4-16", ERROR, NOTES, "ôter l’annotation, ou la sortir du fond perdu", annotated),
    Rule("X4-17", ERROR, NOTES, "appliquer la courbe aux images et l’ôter", transferred),
    Rule("X4-18", ERROR, NOTES, "laisser la trame à l’imprimeur", screened),
    Rule("X4-19", ERROR, NOTES, "ne garder que l’image à imprimer", alternated),
    Rule("X4-20", ERROR, NOTES, "incorporer l’image définitive", exchanged),
    Rule("X4-21", ERROR, NOTES, "l’ôter, ou le dessiner en PDF", programmed),
    Rule("X4-24", ERROR, PDFLIB, "incorporer ce à quoi elle renvoie", referring),
    Rule("X4-26", ERROR, NOTES, "comprimer en Flate", packed_by_lzw),
    Rule("X4-27", ERROR, GWG, "donner la même description partout", inks_told_twice),
    Rule("X4-28", ERROR, PDFLIB, "fixer l’état des calques", automatic_layers),
)
