"""The closing chart of an axis: one row an action, the largest called out."""

from __future__ import annotations

from collections.abc import Iterator

from aula_reports.compose.blocks import Head, TimeBar, TimeCallout, TimeChart
from aula_reports.compose.figures import share
from aula_reports.compose.inline import RichText
from aula_reports.compose.sections.axes import axis_origin
from aula_reports.compose.sections.sheets import share_caption, sheet_number
from aula_reports.compose.titles import report_titles
from aula_reports.compose.wording import caption, counted_days, day_noun, days, heading, rich, title
from aula_reports.model.days import axis_days, days_of, days_spent, total
from aula_reports.model.origin import field_at
from aula_reports.model.programme import Axis, Programme
from aula_reports.model.sheets import ActionSheet, ChartRow

_TITLE = "Le temps consacré aux actions"
# A work is called out when it takes this share of its axis; two at most are.
_LARGE_SHARE = 0.15
_CALLOUTS = 2


def time_chart(programme: Programme, axis: Axis) -> TimeChart | None:
    """Compose the chart of an axis; None where fewer than two of its rows have a time."""
    rows = tuple(_rows(axis))
    timed = [spent for _, spent in rows if spent is not None]
    if len(timed) < 2:
        return None
    called = set(_large_ranks(axis) or _by_length(axis)[:1])
    picture = programme.picture(axis.closing_picture)
    return TimeChart(
        head=Head((), title(_TITLE), f"temps-{axis.number}"),
        note=rich(_note(programme, axis)),
        bars=tuple(_bar(row, spent, called) for row, spent in rows),
        axis=axis.number,
        callouts=tuple(_callouts(axis)),
        callouts_title=rich("Les plus grands chantiers de l’axe"),
        remark=_remark(axis),
        picture=picture,
        picture_caption=caption(picture) if picture else (),
        picture_origin=field_at(axis_origin(axis), "image_cloture"),
    )


def _note(programme: Programme, axis: Axis) -> str:
    """Say what the bars tell, and that they run from the last to the first where they do."""
    told = f"Jours consacrés à chaque action en {report_titles(programme).edition}."
    ranks = [row.sheets[0] for row in axis.chart_rows if row.sheets]
    runs_back = len(ranks) > 1 and ranks == sorted(set(ranks), reverse=True)
    return f"{told}\nDans l’ordre inverse de la liste." if runs_back else told


def _rows(axis: Axis) -> Iterator[tuple[ChartRow, float | None]]:
    """Give the printed rows, or those of the sheets in order; a shared time makes one row."""
    for row in axis.chart_rows or tuple(_usual_rows(axis)):
        sheets = _sheets_of(row, axis)
        told = [sheet.days for sheet in sheets if sheet.days is not None]
        shared = days_spent(sheets[0], axis) if sheets else None
        yield row, total(told) if told else shared


def _usual_rows(axis: Axis) -> Iterator[ChartRow]:
    done: set[int] = set()
    for rank in range(1, len(axis.sheets) + 1):
        if rank in done:
            continue
        ranks = [rank, *_sharing(axis, rank)]
        done.update(ranks)
        lines = [line for other in ranks for line in axis.sheets[other - 1].title_lines]
        yield ChartRow(lines=tuple(lines), sheets=tuple(ranks))


def _sharing(axis: Axis, rank: int) -> list[int]:
    """The later sheets that share the time of a sheet, or whose time it shares."""
    own = axis.sheets[rank - 1].shared_with
    return [
        other
        for other, sheet in enumerate(axis.sheets, 1)
        if other > rank and (sheet.shared_with == rank or own == other)
    ]


def _bar(row: ChartRow, spent: float | None, called: set[int]) -> TimeBar:
    """Draw a row; one of a work that is called out stands out."""
    stands_out = not called.isdisjoint(row.sheets)
    return TimeBar(tuple(map(heading, row.lines)), spent, stands_out=stands_out)


def _sheets_of(row: ChartRow, axis: Axis) -> list[ActionSheet]:
    return [axis.sheets[rank - 1] for rank in row.sheets]


def _callouts(axis: Axis) -> Iterator[TimeCallout]:
    whole = axis_days(axis)
    for sheet in (axis.sheets[rank - 1] for rank in _large_ranks(axis)):
        spent = _days(sheet)
        portion = share(spent, whole)
        yield TimeCallout(
            days=spent,
            unit=rich(day_noun(spent)),
            title=heading(sheet.title),
            share=share_caption(portion, axis),
            portion=portion,
        )


def _large_ranks(axis: Axis) -> list[int]:
    """Rank the works that are called out, the longest first."""
    whole = axis_days(axis)
    longest = _by_length(axis)[:_CALLOUTS]
    return [rank for rank in longest if share(_days(axis.sheets[rank - 1]), whole) >= _LARGE_SHARE]


def _by_length(axis: Axis) -> list[int]:
    """Rank all sheets, the longest first; those of the same time in their order."""
    return sorted(range(1, len(axis.sheets) + 1), key=lambda rank: -_days(axis.sheets[rank - 1]))


def _days(sheet: ActionSheet) -> float:
    return sheet.days or 0.0


def _remark(axis: Axis) -> RichText:
    """Close the axis in words, and say where the sheets do not make its announced days."""
    counted, announced = days_of(axis.sheets), axis.days
    words = [" ".join(axis.closing.split())] if axis.closing else []
    if announced is not None and counted != announced:
        words.append(
            f"Les temps publiés totalisent {counted_days(counted)}, "
            f"pour {days(announced)} annoncés."
        )
    return rich(" ".join((*words, *_left_out(axis))))


def _left_out(axis: Axis) -> Iterator[str]:
    """Say which sheets the printed rows of the chart forget."""
    for rank in axis.sheets_left_out(axis.chart_rows):
        spent = axis.sheets[rank - 1].days
        if spent:
            told = counted_days(spent)
            yield f"La fiche {sheet_number(axis, rank)} ({told}) n’est pas au graphique."
