"""The year's programme in figures, and how its missions are shared."""

from __future__ import annotations

from collections.abc import Iterator

from aula_reports.compose.blocks import (
    ActionTick,
    AxisTicks,
    FamilyNote,
    Figure,
    Head,
    HighlightColumn,
    HighlightLine,
    MissionsPage,
    Ring,
    Share,
    Subtotal,
    YearInFigures,
)
from aula_reports.compose.figures import action_count
from aula_reports.compose.inline import Words
from aula_reports.compose.titles import booklet_titles
from aula_reports.compose.wording import (
    NO_BREAK,
    count,
    kept_whole,
    label,
    percent,
    rich,
    title,
)
from aula_reports.french.numbers import decimal_fr, grouped, numbers_phrase
from aula_reports.model.missions import MissionFamily, Missions
from aula_reports.model.programme import AnnualFigures, Axis, AxisHighlights, Programme


def year_in_figures(programme: Programme) -> YearInFigures:
    figures = programme.figures
    year = booklet_titles(programme).edition
    return YearInFigures(
        head=Head(
            rich(figures.overline or "L’année en chiffres"),
            title(figures.title or f"Le programme de travail {year}"),
            "annee",
        ),
        figures=tuple(_headline_figures(programme, figures)),
        strips=tuple(_ticks(axis) for axis in programme.axes if any(axis.actions)),
        strip_alt=_strip_alt(programme),
        note=rich(figures.note),
        highlights_title=label(figures.highlights_title or "Les principales nouvelles actions"),
        highlights=tuple(_highlights(programme, entry) for entry in figures.highlights),
    )


def _headline_figures(programme: Programme, figures: AnnualFigures) -> Iterator[Figure]:
    total = figures.actions if figures.actions is not None else action_count(programme)
    yield Figure(
        grouped(total), rich("actions au programme" if total > 1 else "action au programme")
    )
    if figures.continued is not None:
        one = figures.continued < 2
        words = figures.continued_label or ("action poursuivie" if one else "actions poursuivies")
        yield Figure(grouped(figures.continued), rich(words))
    if figures.new is not None:
        yield Figure(
            grouped(figures.new), rich(figures.new_label or "nouvelles actions"), is_new=True
        )
    if figures.technical_days is not None:
        yield Figure(grouped(figures.technical_days), rich(_days(programme, figures)))


def _days(programme: Programme, figures: AnnualFigures) -> str:
    change = figures.technical_days_change_percent
    if change is None:
        return "jours de travail technique"
    sign = "+" if change >= 0 else "\N{MINUS SIGN}"
    before = booklet_titles(programme).edition - 1
    amount = percent(abs(change))
    return f"jours de travail technique, {sign}{NO_BREAK}{amount} par rapport à {before}"


def _ticks(axis: Axis) -> AxisTicks:
    ticks = tuple(ActionTick(action.number, action.is_new) for action in axis.actions)
    detail = f"· {count(len(ticks), 'action', 'actions')}"
    return AxisTicks(rich(f"Axe{NO_BREAK}{axis.number}"), rich(detail), ticks)


def _strip_alt(programme: Programme) -> str:
    parts = []
    for axis in programme.axes:
        new = [str(action.number) for action in axis.actions if action.is_new]
        total = count(sum(1 for _ in axis.actions), "action", "actions")
        news = f", nouvelles : {', '.join(new)}" if new else ", aucune nouvelle"
        parts.append(f"axe {axis.number}, {total}{news}")
    return f"Frise des actions par axe : {' ; '.join(parts)}."


def _highlights(programme: Programme, entry: AxisHighlights) -> HighlightColumn:
    axis = next(axis for axis in programme.axes if axis.number == entry.axis)
    return HighlightColumn(
        numeral=str(entry.axis),
        title=label(entry.title or axis.title),
        lines=tuple(
            HighlightLine(rich(item.text), kept_whole(numbers_phrase(item.actions)))
            for item in entry.items
        ),
    )


# --------------------------------------------------------------------------- missions


def missions_page(programme: Programme) -> MissionsPage:
    missions = programme.missions
    return MissionsPage(
        head=Head(
            rich(missions.overline or "Les missions"),
            title(missions.title or "La répartition des missions"),
            "missions",
        ),
        families=tuple(
            FamilyNote(str(number), label(family.label), rich(family.subtitle), rich(family.text))
            for number, family in enumerate(missions.families, 1)
        ),
        chart_title=label(missions.chart_title or "Répartition des missions"),
        chart_unit=rich(missions.chart_unit),
        ring=mission_ring(missions),
    )


def mission_ring(missions: Missions) -> Ring:
    """The shares in the order of the mission types, with a bracket for each family."""
    shares = tuple(
        Share(kind.type, kind.share_percent, label(kind.label), rich(kind.definition))
        for kind in missions.kinds
    )
    return Ring(
        shares=shares,
        subtotals=tuple(_subtotals(missions)),
        centre=tuple(map(rich, missions.chart_centre)),
        alt=_ring_alt(missions),
    )


def _subtotals(missions: Missions) -> Iterator[Subtotal]:
    order = [kind.type for kind in missions.kinds]
    for family in missions.families:
        places = sorted(order.index(kind) for kind in family.types if kind in order)
        if places:
            text = rich(f"{_chart_name(family)}  ".strip())
            share = Words(f"{NO_BREAK}{NO_BREAK}{percent(family.share_percent)}")
            yield Subtotal((*text, share), places[0], places[-1])


def _chart_name(family: MissionFamily) -> str:
    return family.chart_label or family.label


def _ring_alt(missions: Missions) -> str:
    shares = ", ".join(
        f"{kind.key_label or kind.label} {decimal_fr(kind.share_percent)} %"
        for kind in missions.kinds
    )
    sums = ", ".join(
        f"{_chart_name(family)} {decimal_fr(family.share_percent)} %"
        for family in missions.families
    )
    name = missions.chart_title or "Répartition des missions"
    totals = f" Sous-totaux : {sums}." if sums else ""
    return f"Diagramme en anneau. {name} : {shares}.{totals}"
