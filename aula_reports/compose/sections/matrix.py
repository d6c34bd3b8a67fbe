"""Allocation tables by partner: which organisation pays for an action, which benefits from it."""

from __future__ import annotations

from collections.abc import Iterator

from aula_reports.compose.blocks import (
    Head,
    LegendEntry,
    MatrixColumn,
    MatrixFamily,
    MatrixGroup,
    MatrixGuide,
    MatrixRow,
    MatrixSection,
    PartnerMatrix,
    SignLine,
)
from aula_reports.compose.inline import RichText
from aula_reports.compose.markdown import prose
from aula_reports.compose.sections.year import mission_ring
from aula_reports.compose.wording import SUITE, action_title, label, percent, rich, starred, title
from aula_reports.french.numbers import grouped
from aula_reports.model.programme import Action, ActionGroup, Axis, Programme, Section

FUNDER_LABEL = "Membre financeur de l’action"
BENEFICIARY_LABEL = "Membre bénéficiant de l’action"
UNTYPED_LABEL = "Type non précisé"


def matrix_overline() -> RichText:
    return rich("Répartition des actions par partenaire")


def matrix_guide(programme: Programme) -> MatrixGuide:
    """Compose the page that tells how to read the tables."""
    settings = programme.partner_matrix
    missions = programme.missions
    return MatrixGuide(
        head=Head(
            rich(settings.overline or "Tableau de répartition"),
            title(settings.title or "Les actions, partenaire par partenaire"),
            "tableau",
        ),
        standfirst=rich(settings.standfirst),
        prose=prose(settings.text),
        ring=mission_ring(missions) if missions.kinds else None,
        key_title=rich("Lire les signes"),
        count_label=rich("actions"),
        share_label=rich("temps technique"),
        signs=tuple(_signs(programme)),
    )


def _signs(programme: Programme) -> Iterator[SignLine]:
    for kind in programme.missions.kinds:
        entry = LegendEntry(label(kind.key_label or kind.label), kind.type)
        announced = grouped(kind.action_count) if kind.action_count is not None else ""
        words = rich(kind.explanation or kind.definition)
        yield SignLine(entry, words, announced, percent(kind.share_percent))
    untyped = sum(action.mission_type is None for action in programme.actions)
    if untyped and programme.missions.kinds:
        words = rich("Le programme ne dit pas de quel type de mission elle relève.")
        yield SignLine(LegendEntry(rich(UNTYPED_LABEL), None), words, grouped(untyped), "")
    entry = LegendEntry(rich("Membre bénéficiaire"), funder=False)
    words = rich("Le partenaire tire parti de l’action sans la financer directement.")
    yield SignLine(entry, words, "", "")


def partner_matrix(programme: Programme, axis: Axis) -> PartnerMatrix:
    settings = programme.partner_matrix
    return PartnerMatrix(
        overline=matrix_overline(),
        numeral=str(axis.number),
        title=_axis_title(axis),
        titles=tuple(_axis_title(each) for each in programme.axes if any(each.actions)),
        anchor=f"tableau-{axis.number}",
        families=tuple(_families(programme)),
        sections=tuple(_section(programme, section) for section in axis.sections),
        funder_label=rich(FUNDER_LABEL),
        legend=tuple(_legend(programme)),
        note=rich(settings.note),
        heading=f"Axe {axis.number} : qui finance, qui bénéficie",
    )


def _axis_title(axis: Axis) -> RichText:
    return label(axis.matrix_title or axis.title)


def _families(programme: Programme) -> Iterator[MatrixFamily]:
    """Give the families; one without columns has no head to stand over."""
    for family in programme.partner_matrix.families:
        columns = tuple(_column(programme, identifier) for identifier in family.organisations)
        if columns:
            yield MatrixFamily(rich(family.label), columns)


def _column(programme: Programme, identifier: str) -> MatrixColumn:
    organisation = programme.organisation(identifier)
    return MatrixColumn(identifier, label(organisation.label), organisation.name)


def _section(programme: Programme, section: Section) -> MatrixSection:
    entries = tuple(_entry(programme, entry) for entry in section.entries)
    return MatrixSection(section.number, label(section.title), entries)


def _entry(programme: Programme, entry: Action | ActionGroup) -> MatrixRow | MatrixGroup:
    if isinstance(entry, Action):
        return _row(programme, entry)
    words = label(entry.matrix_title or entry.title)
    short = label(f"{entry.short_title or entry.matrix_title or entry.title}{SUITE}")
    rows = tuple(_row(programme, action) for action in entry.actions)
    return MatrixGroup(starred(words, entry.is_new), short, rows)


def _row(programme: Programme, action: Action) -> MatrixRow:
    columns = programme.partner_matrix.columns
    return MatrixRow(
        number=action.number,
        title=starred(action_title(action.matrix_title or action.title), action.is_new),
        type=action.mission_type,
        cells=tuple(action.involvement(column) for column in columns),
    )


def _legend(programme: Programme) -> Iterator[LegendEntry]:
    """Give the signs of all tables: each keeps its place in the legend from page to page."""
    used = {action.mission_type for action in programme.actions if action.funders}
    for kind in programme.missions.kinds:
        if kind.type in used:
            yield LegendEntry(label(kind.short_label or kind.label), kind.type)
    if None in used:
        yield LegendEntry(rich(UNTYPED_LABEL), None)
    yield LegendEntry(rich(BENEFICIARY_LABEL), funder=False)
