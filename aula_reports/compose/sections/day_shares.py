"""The year's days by axis and by other post; the total is the announced one."""

from __future__ import annotations

from aula_reports.compose.blocks import DayLayer, DayLine, DayPost, DayShares, Head
from aula_reports.compose.inline import RichText
from aula_reports.compose.sections.axes import axis_anchor
from aula_reports.compose.sections.sheets import has_pages
from aula_reports.compose.wording import (
    NO_BREAK,
    count,
    counted_days,
    day_noun,
    days,
    label,
    rich,
    title,
)
from aula_reports.french.numbers import number_words
from aula_reports.model.days import axis_days, year_days
from aula_reports.model.programme import Axis, Programme
from aula_reports.model.report import DayShares as DaySharesModel
from aula_reports.model.report import OtherPost

# The longest works that the largest layer names.
_NAMED_WORKS = 4
# Numbers up to this one are spelt out in a title.
_SPELT_OUT = 16


def day_shares(entry: DaySharesModel, programme: Programme) -> DayShares:
    """Compose the spread: layers in proportion, the list of axes, the other posts, the total."""
    axes = [axis for axis in programme.axes if axis_days(axis)]
    total = announced_total(entry, programme)
    layers = (*(_layer(axis, axes) for axis in axes), *map(_post_layer, entry.posts))
    return DayShares(
        head=Head((), title(entry.title), "repartition"),
        subtitle=rich(entry.subtitle),
        layers=layers,
        note=_note(entry, programme),
        standfirst=rich(entry.standfirst),
        lines_title=rich(_lines_title(len(axes))),
        lines=tuple(map(_line, axes)),
        posts_title=rich("Hors des axes" if axes else "Les postes"),
        posts=tuple(DayPost(rich(_post_title(post)), rich(post.text)) for post in entry.posts),
        total_title=rich("Le total"),
        total=rich(days(total)),
        total_caption=rich(entry.unit),
        alt=_alt(axes, entry),
    )


def announced_total(entry: DaySharesModel, programme: Programme) -> float:
    """The total as announced, or else the sum of axes and posts."""
    if entry.total_announced is not None:
        return entry.total_announced
    return year_days(programme)


def _note(entry: DaySharesModel, programme: Programme) -> RichText:
    """Say it where the layers do not make the announced total."""
    counted, total = year_days(programme), announced_total(entry, programme)
    if counted == total:
        return ()
    number = len([axis for axis in programme.axes if axis_days(axis)]) + len(entry.posts)
    made = f"Les {_in_words(number)} postes totalisent {counted_days(counted)}"
    if number < 2:
        made = "Le seul poste compte" if number else "Les postes comptent"
        made = f"{made} {counted_days(counted)}"
    return rich(f"{made} ; le total annoncé est {days(total)}.")


def _layer(axis: Axis, axes: list[Axis]) -> DayLayer:
    largest = max(axes, key=axis_days)
    works = sorted(axis.sheets, key=lambda sheet: -(sheet.days or 0))[:_NAMED_WORKS]
    names_works = axis is largest and len(axis.sheets) > 1
    return DayLayer(
        axis=axis.number,
        days=axis_days(axis),
        figure=rich(days(axis_days(axis))),
        label=rich(f"Axe{NO_BREAK}{axis.number}"),
        legend=label(axis.long_title or axis.title),
        sheets=rich(count(len(axis.sheets), "fiche", "fiches")) if axis.sheets else (),
        part=_pages_of(axis),
        largest_title=rich(f"Dont, parmi les fiches de l’axe{NO_BREAK}{axis.number} :"),
        largest=tuple(
            (rich(days(sheet.days)), label(sheet.title))
            for sheet in works
            if names_works and sheet.days
        ),
    )


def _pages_of(axis: Axis) -> str:
    """Name the part and the anchor of an axis that has pages of its own."""
    return axis_anchor(axis) if has_pages(axis) else ""


def _post_layer(post: OtherPost) -> DayLayer:
    says_more = post.legend.casefold() != post.name.casefold()
    return DayLayer(
        axis=0,
        days=post.days,
        figure=rich(days(post.days)),
        label=rich(post.name),
        legend=rich(post.legend) if says_more else (),
    )


def _lines_title(number: int) -> str:
    return f"Les {_in_words(number)} axes" if number > 1 else "Les axes"


def _in_words(number: int) -> str:
    return number_words(number) if number <= _SPELT_OUT else str(number)


def _line(axis: Axis) -> DayLine:
    spent = axis_days(axis)
    return DayLine(
        axis=axis.number,
        numeral=str(axis.number),
        title=label(axis.long_title or axis.title),
        figure=rich(days(spent)),
        unit=rich(day_noun(spent)),
        anchor=_pages_of(axis),
    )


def _post_title(post: OtherPost) -> str:
    return f"{post.name}, {counted_days(post.days)}."


def _alt(axes: list[Axis], entry: DaySharesModel) -> str:
    parts = [f"axe {axis.number}, {axis.title} : {counted_days(axis_days(axis))}" for axis in axes]
    parts += [f"{post.name} : {counted_days(post.days)}" for post in entry.posts]
    return f"Diagramme des jours de l’année. {' ; '.join(parts)}."
