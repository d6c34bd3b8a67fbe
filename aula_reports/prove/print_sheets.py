"""Print rules on inks and on the sheets: what a page asks of the press and of the binder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from aula_reports.model.printer import Binding
from aula_reports.prove.boxes import Box, to_mm, to_points
from aula_reports.prove.colours import Colour
from aula_reports.prove.facts import PageReading
from aula_reports.prove.image_ink import says_inks
from aula_reports.prove.print_marks import PREPRESS, cut_pages
from aula_reports.prove.rules import ERROR, NOTE, WARNING, Case, Rule, Spot, decimal
from aula_reports.prove.x4_content import device_uses, loose_fonts

# Rounding of the file's numbers; a JPEG's own noise, above what its maker had clamped.
_ROUNDING = 0.5
_NOISE = 4.0
_GUESSED = ("CalRGB", "Lab", "CalGray")
# Two sizes that a guillotine makes alike.
_SAME_POINTS = 0.5


def heavy_solids(case: Case) -> Iterator[Spot]:
    limit = case.printer.total_ink
    for page in case.file.pages:
        for colour, box in _colours(page):
            total = _total(colour)
            if total > limit + _ROUNDING and box.meets(page.bleed):
                told = f"encrage de {decimal(total, 0)} %, au plus {decimal(limit, 0)} %"
                yield Spot(told, page, box)


def _colours(page: PageReading) -> Iterator[tuple[Colour, Box]]:
    for path in page.paths:
        for ink in (path.fill, path.stroke):
            if ink is not None:
                yield ink.colour, path.box.within(path.clip).grown(0.01)
    for text in page.texts:
        yield text.ink.colour, text.box


def _total(colour: Colour) -> float:
    """Sum the inks; the registration colour is a matter of its own."""
    inks: Mapping[str, float] = colour.inks() or {}
    return sum(share for name, share in inks.items() if name != "All")


def heavy_images(case: Case) -> Iterator[Spot]:
    limit = case.printer.total_ink
    for page in case.file.pages:
        for placed in page.images:
            total = case.file.ink_of(placed)
            if total is not None and total > limit + _NOISE:
                told = f"image encrée jusqu’à {decimal(total, 0)} %, au plus {decimal(limit, 0)} %"
                yield Spot(told, page, placed.box.within(placed.clip), placed.number)


def unmeasured_images(case: Case) -> Iterator[Spot]:
    """Find images that say their inks and could not be measured: too large, or coded otherwise."""
    for page in case.file.pages:
        for placed in page.images:
            if says_inks(placed) and case.file.ink_of(placed) is None:
                told = "l’encrage de l’image n’a pas pu être mesuré"
                yield Spot(told, page, placed.box.within(placed.clip), placed.number)


def odd_count(case: Case) -> Iterator[Spot]:
    count = len(case.file.pages)
    if case.printer.binding is Binding.SADDLE and count % 4:
        yield Spot(f"{count} pages : une piqûre à cheval veut un multiple de 4")


def small_bleed(case: Case) -> Iterator[Spot]:
    wanted = to_points(case.printer.bleed) - 0.1
    for page in case.file.pages:
        trim = page.boxes.get("/TrimBox")
        if trim is None:
            continue
        bleed = page.boxes.get("/BleedBox", page.media)
        ends = (
            trim.left - bleed.left,
            trim.bottom - bleed.bottom,
            bleed.right - trim.right,
            bleed.top - trim.top,
        )
        if min(ends) < wanted:
            told = f"fond perdu de {decimal(to_mm(min(ends)))} mm"
            yield Spot(f"{told}, {decimal(case.printer.bleed)} attendus", page, None, page.number)


def unknown_trim(case: Case) -> Iterator[Spot]:
    """Find pages without a finished format, where X4-09 does not tell them."""
    for page in case.file.pages:
        if not (case.file.claimed_x or page.has_trim):
            yield Spot("la page n’a pas de format fini (TrimBox)", page, None, page.number)


def unordered_spots(case: Case) -> Iterator[Spot]:
    """Find spot inks that the printer's profile does not announce; each once."""
    seen = set(case.printer.spots)
    for page in case.file.pages:
        for use, box in page.uses.items():
            for name in use.space.spots:
                if name not in seen:
                    seen.add(name)
                    yield Spot(f"ton direct « {name} » non annoncé", page, box, use.space.number)


def registration_inside(case: Case) -> Iterator[Spot]:
    for page in case.file.pages:
        for colour, box in _colours(page):
            if "All" in colour.space.names and page.trim.meets(box):
                yield Spot("couleur de repérage (All) dans la page", page, box)


def guessed_colours(case: Case) -> Iterator[Spot]:
    """Find colours that the printer would convert: allowed, but not as the author saw them."""
    for page in case.file.pages:
        for use, box in page.uses.items():
            root = use.space.root
            profiled = root.family == "ICCBased" and root.components == 3
            if profiled or root.family in _GUESSED:
                kind = "RVB à profil ICC" if profiled else root.family
                yield Spot(f"{kind} dans : {use.where}", page, box, use.number or root.number)


def unclaimed_rgb(case: Case) -> Iterator[Spot]:
    """Find RGB in files that do not claim PDF/X (in the others X4-11 tells)."""
    if not case.file.claimed_x:
        yield from device_uses(case, "DeviceRGB")


def unclaimed_fonts(case: Case) -> Iterator[Spot]:
    if not case.file.claimed_x:
        yield from loose_fonts(case)


def odd_formats(case: Case) -> Iterator[Spot]:
    pages = list(cut_pages(case))
    for page in pages[1:]:
        trim, first = page.trim, pages[0].trim
        apart = max(abs(trim.width - first.width), abs(trim.height - first.height))
        if apart > _SAME_POINTS:
            told = f"format fini {_size(trim)}, la première page a {_size(first)}"
            yield Spot(told, page, None, page.number)


def _size(box: Box) -> str:
    return f"{decimal(to_mm(box.width))} × {decimal(to_mm(box.height))} mm"


_LESS_INK = "réduire l’encrage (retrait des couleurs, profil de sortie)"
_CMYK = "convertir en CMJN dans le profil de sortie"
SHEET_RULES = (
    Rule("P-03", ERROR, PREPRESS, _LESS_INK, heavy_solids),
    Rule("P-04", ERROR, PREPRESS, _LESS_INK, heavy_images),
    Rule("P-10", WARNING, PREPRESS, "ajouter ou ôter des pages", odd_count),
    Rule("P-12", WARNING, PREPRESS, "exporter avec le fond perdu demandé", small_bleed),
    Rule("P-13", WARNING, PREPRESS, "définir le format fini (TrimBox)", unknown_trim),
    Rule("P-14", ERROR, PREPRESS, "le convertir, ou l’annoncer (tons_directs)", unordered_spots),
    Rule("P-15", ERROR, PREPRESS, "prendre le noir seul", registration_inside),
    Rule("P-16", WARNING, PREPRESS, _CMYK, guessed_colours),
    Rule("P-17", ERROR, PREPRESS, _CMYK, unclaimed_rgb),
    Rule("P-18", WARNING, PREPRESS, "donner le même format à toutes les pages", odd_formats),
    Rule("P-21", ERROR, PREPRESS, "incorporer la police", unclaimed_fonts),
    Rule("P-22", NOTE, PREPRESS, "la mesurer dans un logiciel d’images", unmeasured_images),
)
