"""The report's side: announced days against those of the sheets, printed lists against the sheets
(W450–W459).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aula_reports.check.doubts import Rule, doubt, figure, numbers_listed, remark
from aula_reports.model.days import days_of, days_spent, shared_sheet, year_days
from aula_reports.model.programme import Axis, Programme
from aula_reports.read.near import plural, quoted
from aula_reports.read.places import Fault, FieldPath


def axis_days_add_up(programme: Programme) -> Iterator[Fault]:
    """Compare what an axis announces with the sum of its sheets."""
    for path, axis in _axes(programme):
        counted = days_of(axis.sheets)
        if axis.days is not None and counted and axis.days != counted:
            message = (
                f"axe {axis.number} : {figure(axis.days)} jours annoncés, "
                f"{figure(counted)} par ses fiches"
            )
            yield doubt("W450", message, (*path, "jours"), "corriger le total ou les fiches")


def total_days_add_up(programme: Programme) -> Iterator[Fault]:
    """Compare the announced total with the axes and the other posts."""
    shares = programme.day_shares
    if shares is None or shares.total_announced is None:
        return
    counted = year_days(programme)
    if shares.total_announced != counted:
        message = (
            f"{figure(shares.total_announced)} jours annoncés, "
            f"{figure(counted)} par les axes et les postes"
        )
        path = ("repartition", "total_annonce")
        yield doubt("W451", message, path, "corriger le total ou les postes")


def listed_titles_have_sheets(programme: Programme) -> Iterator[Fault]:
    for path, axis in _axes(programme):
        for rank, title in enumerate(axis.listed_titles):
            if not title.sheets:
                message = f"le titre {quoted(title.text)} de la liste n’a pas de fiche"
                inner = (*path, "titres", rank)
                yield doubt("W452", message, inner, "ajouter la fiche, ou ôter le titre")


def sheets_are_listed(programme: Programme) -> Iterator[Fault]:
    for path, axis in _axes(programme):
        missing = axis.sheets_left_out(axis.listed_titles)
        yield from _left_out("W453", axis, missing, (*path, "titres"), "dans la liste d’ouverture")


def chart_rows_have_sheets(programme: Programme) -> Iterator[Fault]:
    for path, axis in _axes(programme):
        for rank, row in enumerate(axis.chart_rows):
            if not row.sheets:
                message = f"la ligne {quoted(row.lines[0])} du graphique n’a pas de fiche"
                inner = (*path, "graphique", rank)
                yield doubt("W454", message, inner, "ajouter la fiche, ou ôter la ligne")


def sheets_are_charted(programme: Programme) -> Iterator[Fault]:
    for path, axis in _axes(programme):
        missing = axis.sheets_left_out(axis.chart_rows)
        yield from _left_out("W455", axis, missing, (*path, "graphique"), "au graphique")


def _left_out(
    code: str, axis: Axis, missing: Sequence[int], path: FieldPath, where: str
) -> Iterator[Fault]:
    """Tell the sheets that a printed list forgets."""
    if missing:
        sheets = plural(len(missing), "fiche n’est pas", "fiches ne sont pas")
        message = f"axe {axis.number} : {sheets} {where} ({numbers_listed(missing)})"
        yield doubt(code, message, path, "compléter la liste")


def days_are_told(programme: Programme) -> Iterator[Fault]:
    """A sheet has its days, or shares another's, but not both, and not neither."""
    for path, axis in _axes(programme):
        for rank, sheet in enumerate(axis.sheets, 1):
            inner = (*path, "fiches", rank - 1, "jours")
            if days_spent(sheet, axis) is None:
                message = f"la fiche {axis.number}.{rank} n’a pas de temps"
                yield remark("W456", message, inner, "ajouter ses jours")
            other = shared_sheet(sheet, axis)
            if sheet.days is not None and other and other.days is not None:
                pair = f"{axis.number}.{rank} et {axis.number}.{sheet.shared_with}"
                message = (
                    f"les fiches {pair} partagent un temps que toutes deux donnent : "
                    "il compte deux fois"
                )
                yield doubt("W457", message, inner, "ne le donner qu’à l’une des deux")


def sheets_tell_something(programme: Programme) -> Iterator[Fault]:
    for path, axis in _axes(programme):
        for rank, sheet in enumerate(axis.sheets, 1):
            if not sheet.objective.strip() and not sheet.review.strip():
                message = f"la fiche {axis.number}.{rank} n’a ni objectif ni bilan"
                inner = (*path, "fiches", rank - 1)
                yield doubt("W458", message, inner, "écrire l’un des deux")


def quotes_are_in_their_text(programme: Programme) -> Iterator[Fault]:
    """A raised sentence repeats one of its sheet, word for word."""
    for path, axis in _axes(programme):
        for rank, sheet in enumerate(axis.sheets):
            text = " ".join(f"{sheet.objective} {sheet.review}".split())
            if sheet.quote and " ".join(sheet.quote.split()).rstrip(".") not in text:
                message = f"{quoted(sheet.quote)} n’est pas dans le texte de la fiche"
                inner = (*path, "fiches", rank, "phrase")
                yield doubt("W459", message, inner, "reprendre une phrase du texte, mot pour mot")


def _axes(programme: Programme) -> Iterator[tuple[FieldPath, Axis]]:
    for rank, axis in enumerate(programme.axes):
        yield ("axes", rank), axis


RULES: tuple[Rule, ...] = (
    axis_days_add_up,
    total_days_add_up,
    listed_titles_have_sheets,
    sheets_are_listed,
    chart_rows_have_sheets,
    sheets_are_charted,
    days_are_told,
    sheets_tell_something,
    quotes_are_in_their_text,
)
