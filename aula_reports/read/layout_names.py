"""Names inside a layout: every ink, font, style, master and rule that is cited must be there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from aula_reports.model.layout import (
    HUE_SHADES,
    INKS,
    MASTERS,
    MISSION_INKS,
    NIGHT_INKS,
    FlatPlanKind,
    Layout,
    Typography,
)
from aula_reports.read.near import question, quoted
from aula_reports.read.places import Fault, FieldPath


def layout_faults(layout: Layout) -> Iterator[Fault]:
    """Tell every name that a layout cites or owes and does not define."""
    yield from _owed("d’encre", _inks_owed(layout), layout.inks, ("palette",))
    yield from _owed("de gabarit", MASTERS, layout.masters, ("gabarits",))
    yield from _cited("d’encre", layout.tab.ink, layout.inks, ("onglet", "encre"))
    yield from _unknown_rules(layout.typography)
    for name, style in layout.styles.items():
        path = ("styles", name)
        yield from _cited("d’encre", style.ink, layout.inks, (*path, "encre"))
        for key, face in (("fonte", style.face), ("italique", style.italic), ("gras", style.bold)):
            yield from _cited("de fonte", face, layout.fonts, (*path, key))
    for name, master in layout.masters.items():
        path = ("gabarits", name)
        yield from _cited("d’encre", master.ground, layout.inks, (*path, "fond"))
        yield from _cited("de style", master.folio_style, layout.styles, (*path, "style_folio"))
        yield from _cited("de style", master.foot_style, layout.styles, (*path, "style_pied"))


def _unknown_rules(typography: Typography) -> Iterator[Fault]:
    """Tell the numbers that are no rule's of French; most layouts switch none off."""
    if not typography.rules_off:
        return
    from aula_reports.french.compose import RULE_NUMBERS
    from aula_reports.french.slips import TOLD_RULES

    numbers = (*RULE_NUMBERS, *TOLD_RULES)

    for rank, number in enumerate(typography.rules_off):
        if number not in numbers:
            known = f"choisir parmi {', '.join(sorted(numbers))}"
            path = ("typographie", "sans_regles", rank)
            yield Fault("E615", f"règle inconnue : {quoted(number)}", path, known)


def _inks_owed(layout: Layout) -> Iterator[str]:
    yield from INKS
    parts = set(layout.flat_plan)
    if parts & {FlatPlanKind.YEAR, FlatPlanKind.PARTNER_MATRIX}:
        yield from MISSION_INKS
    if FlatPlanKind.EDITORIAL in parts or (
        FlatPlanKind.TERRITORY in parts and layout.multiple_of > 1
    ):
        yield from NIGHT_INKS
    if parts & {FlatPlanKind.SHEETS, FlatPlanKind.DAY_SHARES}:
        yield from (f"{ink}{shade}" for ink in layout.axis_inks for shade in HUE_SHADES)


def _owed(
    kind: str, names: Iterable[str], known: Mapping[str, object], path: FieldPath
) -> Iterator[Fault]:
    for name in names:
        if name not in known:
            yield Fault("E611", f"nom {kind} absent : {quoted(name)}", path, "le définir")


def _cited(kind: str, name: str, known: Mapping[str, object], path: FieldPath) -> Iterator[Fault]:
    if name and name not in known:
        remedy = question(name, sorted(known)) or "le définir, ou en citer un autre"
        yield Fault("E612", f"nom {kind} inconnu : {quoted(name)}", path, remedy)
