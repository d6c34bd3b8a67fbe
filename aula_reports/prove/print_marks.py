"""Print rules on single marks: images, rules, type, and where they stand to the cut."""

from __future__ import annotations

from collections.abc import Iterator

from aula_reports.prove.boxes import Box, to_mm, to_points
from aula_reports.prove.facts import Ink, PageReading, Painted, Placed, Shown
from aula_reports.prove.rules import ERROR, NOTE, WARNING, Case, Rule, Spot, decimal

PREPRESS = "usage de l’imprimerie (GWG 2015, fiches des imprimeurs)"
# An image so small is a logo's dot or a texture's tile; a box so thin is no image to look at.
_TINY_POINTS = 6.0
_ROUNDING = 0.01
# Type from this size on is drawn to be seen near the edge; its blacks may be rich.
_DISPLAY_POINTS = 24.0
_INVISIBLE = 3
# A thumb tab is no wider than a thumb.
_TAB_POINTS = 45.0
_MOST_TABS = 50
_BLACK_ENOUGH = 80.0
_TRACE = 0.5
_FAINT = 5.0


def resolution(placed: Placed) -> float:
    """Give the pixels an inch of an image as it is placed, the poorer of both directions."""
    across, along = placed.sides
    if across <= 0 or along <= 0:
        return float("inf")
    return min(placed.pixels[0] / across, placed.pixels[1] / along) * 72


def _poor_images(case: Case, least: float, most: float) -> Iterator[Spot]:
    for page in case.file.pages:
        for placed in page.images:
            dpi = resolution(placed)
            if max(placed.sides) > _TINY_POINTS and least <= round(dpi, 1) < most:
                told = f"image à {dpi:.0f} points par pouce, au moins {most:.0f} attendus"
                yield Spot(told, page, placed.box.within(placed.clip), placed.number)


def coarse_images(case: Case) -> Iterator[Spot]:
    return _poor_images(case, 0, case.printer.least_dpi)


def poor_images(case: Case) -> Iterator[Spot]:
    return _poor_images(case, case.printer.least_dpi, case.printer.wanted_dpi)


def thin_rules(case: Case) -> Iterator[Spot]:
    """Find strokes, and filled slivers that serve as rules, too thin to hold on paper."""
    least = case.printer.least_rule - _ROUNDING
    for page in case.file.pages:
        for path in page.paths:
            width = _thickness(path)
            if width < least and _is_seen(page, path.box.within(path.clip)):
                told = f"filet de {decimal(width, 3)} pt, au moins {_points(case)} attendus"
                yield Spot(told, page, path.box)


def _points(case: Case) -> str:
    return f"{decimal(case.printer.least_rule, 2)} pt"


def _thickness(path: Painted) -> float:
    if path.stroke is not None:
        return path.width if path.fill is None else max(path.width, _least_side(path.box))
    if path.fill is None or path.fill.colour.is_paper:
        return float("inf")
    longest = max(path.box.width, path.box.height)
    return _least_side(path.box) if longest > _TINY_POINTS else float("inf")


def _least_side(box: Box) -> float:
    return min(box.width, box.height)


def _is_seen(page: PageReading, box: Box) -> bool:
    """Say whether a mark is on what is left after the cut; marks beyond it are the printer's."""
    trim = page.trim
    return (
        box.right >= trim.left
        and box.left <= trim.right
        and box.top >= trim.bottom
        and box.bottom <= trim.top
    )


def margin_of(page: PageReading, box: Box) -> float:
    """Give how far a mark stays from the nearest edge of the trim; negative beyond it."""
    trim = page.trim
    return min(
        box.left - trim.left, box.bottom - trim.bottom, trim.right - box.right, trim.top - box.top
    )


def cut_pages(case: Case) -> Iterator[PageReading]:
    """Give the pages whose cut is known; without PDF/X, a page is cut where it ends."""
    return (page for page in case.file.pages if page.has_trim or not case.file.claimed_x)


def _near_texts(case: Case, least: float, most: float) -> Iterator[Spot]:
    for page in cut_pages(case):
        tabs = _tabs(page)
        for text in page.texts:
            if not _is_read(text) or not page.trim.meets(text.box.within(text.clip)):
                continue
            margin = margin_of(page, text.box)
            if margin < to_points(most) and any(tab.holds(text.box) for tab in tabs):
                continue
            if to_points(least) <= margin + _ROUNDING < to_points(most):
                told = f"texte à {decimal(to_mm(margin))} mm de la coupe ou du pli"
                yield Spot(f"{told}, au moins {decimal(most)} attendus", page, text.box)


def _tabs(page: PageReading) -> list[Box]:
    """Find the tabs of a page: narrow solids that run off the edge on purpose."""
    longest = max(page.trim.width, page.trim.height) / 2
    return [
        path.box
        for path in page.paths
        if path.fill is not None
        and not page.trim.holds(path.box)
        and _least_side(path.box.within(page.trim)) <= _TAB_POINTS
        and max(path.box.width, path.box.height) < longest
    ][:_MOST_TABS]


def _is_read(text: Shown) -> bool:
    return (
        text.render != _INVISIBLE
        and text.box.width > 0
        and text.size < _DISPLAY_POINTS
        and not text.ink.colour.is_paper
    )


def cut_texts(case: Case) -> Iterator[Spot]:
    return _near_texts(case, -1000, case.printer.least_margin)


def near_texts(case: Case) -> Iterator[Spot]:
    return _near_texts(case, case.printer.least_margin, case.printer.wanted_margin)


def _texts(case: Case) -> Iterator[tuple[PageReading, Shown]]:
    for page in case.file.pages:
        for text in page.texts:
            if text.render != _INVISIBLE and text.box.width > 0:
                yield page, text


def rich_texts(case: Case) -> Iterator[Spot]:
    """Find small black text that other inks would blur at the slightest shift."""
    for page, text in _texts(case):
        inks = text.ink.colour.inks() or {}
        others = sum(share for name, share in inks.items() if name not in ("Black", "All"))
        if (
            text.size < _DISPLAY_POINTS
            and inks.get("Black", 0) >= _BLACK_ENOUGH
            and others > _TRACE
        ):
            told = f"texte noir de {decimal(text.size)} pt en plusieurs encres"
            yield Spot(f"{told} ({decimal(others, 0)} % sous le noir)", page, text.box)


def standing_texts(case: Case) -> Iterator[Spot]:
    """Find small plain black that does not overprint: paper would show around it."""
    for page, text in _texts(case):
        inks = text.ink.colour.inks() or {}
        plain = inks.get("Black", 0) >= 99.5 and sum(inks.values()) <= inks["Black"] + _TRACE
        if plain and text.size < _DISPLAY_POINTS and not text.ink.overprints:
            yield Spot(f"texte noir de {decimal(text.size)} pt sans surimpression", page, text.box)


def _inks_down(page: PageReading) -> Iterator[tuple[Ink, Box]]:
    for path in page.paths:
        for ink in (path.fill, path.stroke):
            if ink is not None:
                yield ink, path.box.within(path.clip)
    for text in page.texts:
        if text.render != _INVISIBLE:
            yield text.ink, text.box


def white_overprint(case: Case) -> Iterator[Spot]:
    """Find white that overprints: it vanishes on press."""
    for page in case.file.pages:
        for ink, box in _inks_down(page):
            vanishes = ink.overprint_mode == 1 or ink.colour.space.family != "DeviceCMYK"
            if ink.overprints and ink.colour.is_paper and vanishes:
                yield Spot("du blanc en surimpression disparaîtra", page, box)


def faint_solids(case: Case) -> Iterator[Spot]:
    """Find solids of one ink so light that a press may lose them."""
    for page in case.file.pages:
        for path in page.paths:
            inks = (path.fill.colour.inks() if path.fill else None) or {}
            laid = [share for share in inks.values() if share > 0]
            if len(laid) == 1 and laid[0] < _FAINT:
                told = f"aplat d’une seule encre à {decimal(laid[0])} %"
                yield Spot(told, page, path.box.within(path.clip))


def unbled(case: Case) -> Iterator[Spot]:
    """Find what touches the cut and stops before the end of the bleed."""
    for page in cut_pages(case):
        for box, number in _areas(page):
            if _stops_short(page.trim, box, to_points(case.printer.bleed)):
                told = "ce qui touche la coupe ne va pas au bout du fond perdu"
                yield Spot(f"{told} ({decimal(case.printer.bleed)} mm)", page, box, number)


def _areas(page: PageReading) -> Iterator[tuple[Box, int]]:
    for path in page.paths:
        ink = path.fill or path.stroke
        if ink is not None and not ink.colour.is_paper:
            yield path.box.within(path.clip), 0
    for placed in page.images:
        yield placed.box.within(placed.clip), placed.number


def _stops_short(trim: Box, box: Box, bleed: float) -> bool:
    near = 0.5
    if not trim.meets(box, 0.0):
        return False
    ends = (
        trim.left - box.left,
        trim.bottom - box.bottom,
        box.right - trim.right,
        box.top - trim.top,
    )
    return any(-near < end < bleed - near for end in ends)


_MARGIN = "éloigner le texte de la coupe"
MARK_RULES = (
    Rule("P-01", ERROR, PREPRESS, "prendre une image plus grande, ou la réduire", coarse_images),
    Rule("P-02", WARNING, PREPRESS, "prendre une image plus grande si elle existe", poor_images),
    Rule("P-05", ERROR, PREPRESS, "épaissir le filet", thin_rules),
    Rule("P-06", ERROR, PREPRESS, _MARGIN, cut_texts),
    Rule("P-07", WARNING, PREPRESS, _MARGIN, near_texts),
    Rule("P-08", WARNING, PREPRESS, "mettre le texte en noir seul (K 100)", rich_texts),
    Rule("P-09", ERROR, PREPRESS, "ôter la surimpression du blanc", white_overprint),
    Rule("P-11", ERROR, PREPRESS, "prolonger l’aplat ou l’image", unbled),
    Rule("P-19", NOTE, PREPRESS, "foncer l’aplat à 5 % au moins, ou l’ôter", faint_solids),
    Rule("P-20", NOTE, PREPRESS, "mettre le texte noir en surimpression", standing_texts),
)
