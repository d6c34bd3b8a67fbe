"""Axes of the activity report: the opener with its list of titles, and the action sheets."""

from __future__ import annotations

from collections.abc import Iterator

from aula_reports.compose.blocks import (
    Chapter,
    Head,
    ListedSheet,
    QrCode,
    Sheet,
    SheetIndex,
    SheetPages,
    TimeSpent,
)
from aula_reports.compose.figures import share
from aula_reports.compose.inline import RichText
from aula_reports.compose.markdown import prose
from aula_reports.compose.notes import last_number
from aula_reports.compose.sections.axes import axis_anchor, axis_origin
from aula_reports.compose.time_words import NO_TIME
from aula_reports.compose.wording import (
    NO_BREAK,
    caption,
    counted_days,
    day_noun,
    days,
    heading,
    percent,
    rich,
    title,
)
from aula_reports.model.days import axis_days, days_spent, shared_sheet
from aula_reports.model.origin import field_at
from aula_reports.model.programme import Axis, Programme
from aula_reports.model.sheets import ActionSheet, QrLink

# Shares under this are told with a decimal, as 0 % would say nothing.
_SMALL_SHARE = 0.1


def sheet_number(axis: Axis, rank: int) -> str:
    """The number of a sheet: its axis, and its place there from 1."""
    return f"{axis.number}.{rank}"


def sheet_anchor(axis: Axis, rank: int) -> str:
    return f"fiche-{axis.number}-{rank}"


def has_pages(axis: Axis) -> bool:
    """Say whether the report gives an axis pages of its own."""
    return bool(axis.introduction or axis.sheets)


def sheet_index(axis: Axis) -> SheetIndex:
    """Compose the opener of an axis; its list is the printed one, or that of its sheets."""
    return SheetIndex(
        head=Head(rich(f"Axe{NO_BREAK}{axis.number}"), title(axis.title), axis_anchor(axis)),
        axis=axis.number,
        prose=prose(axis.introduction),
        list_title=rich("Titres des actions"),
        page_title=rich("Page"),
        titles=tuple(_listed(axis)),
    )


def _listed(axis: Axis) -> Iterator[ListedSheet]:
    if not axis.listed_titles:
        for rank, sheet in enumerate(axis.sheets, 1):
            yield ListedSheet(
                str(rank), heading(" – ".join(sheet.title_lines)), sheet_anchor(axis, rank)
            )
    for rank, listed in enumerate(axis.listed_titles, 1):
        known = [sheet for sheet in listed.sheets if sheet <= len(axis.sheets)]
        anchor = sheet_anchor(axis, known[0]) if known else ""
        missing = () if known else rich("sans fiche")
        yield ListedSheet(str(rank), heading(listed.text), anchor, missing)


def sheet_pages(programme: Programme, axis: Axis) -> SheetPages:
    """Compose the sheets of an axis, in order."""
    sheets = tuple(_sheet(programme, axis, rank) for rank in range(1, len(axis.sheets) + 1))
    return SheetPages(axis.number, sheets)


def _sheet(programme: Programme, axis: Axis, rank: int) -> Sheet:
    sheet = axis.sheets[rank - 1]
    picture = programme.picture(sheet.picture)
    one = len(sheet.deliverables) < 2
    return Sheet(
        number=sheet_number(axis, rank),
        anchor=sheet_anchor(axis, rank),
        title=heading(sheet.title),
        subtitle=tuple(map(heading, sheet.subtitle_lines)),
        chapters=tuple(_chapters(sheet)),
        time_label=rich("Temps consacré"),
        time=_time(sheet, axis),
        no_time=rich(NO_TIME.capitalize()),
        deliverables_label=rich("Livrable" if one else "Livrables"),
        deliverables=tuple(map(heading, sheet.deliverables)),
        codes=tuple(map(_code, sheet.links)),
        quote=rich(f"« {sheet.quote} »") if sheet.quote else (),
        picture=picture,
        caption=caption(picture) if picture else (),
        origin=field_at(axis_origin(axis), "fiches", rank),
    )


def _chapters(sheet: ActionSheet) -> Iterator[Chapter]:
    last = 0
    for name, text in (("Objectif", sheet.objective), ("Bilan", sheet.review)):
        if text.strip():
            words = prose(text, last)
            last = max(last, last_number(words))
            yield Chapter(rich(name), words)


def _time(sheet: ActionSheet, axis: Axis) -> TimeSpent | None:
    spent = days_spent(sheet, axis)
    if spent is None:
        return None
    part = share(spent, axis_days(axis))
    return TimeSpent(
        figure=rich(days(spent)),
        unit=rich(day_noun(spent)),
        share=part,
        caption=share_caption(part, axis),
        shared=_shared(sheet, axis),
    )


def share_caption(part: float, axis: Axis) -> RichText:
    """Say a share of an axis: « 3,1 % des 1 952 jours de l’axe »; of no days there is none."""
    whole = axis_days(axis)
    if not whole:
        return ()
    of = "du" if whole < 2 else "des"
    return rich(f"{percent(rounded_share(part))} {of} {counted_days(whole)} de l’axe")


def rounded_share(part: float) -> float:
    """A share in percent: whole from 10 % up, with one decimal below."""
    hundredths = part * 100
    return round(hundredths, 1) if part < _SMALL_SHARE else round(hundredths)


def _shared(sheet: ActionSheet, axis: Axis) -> RichText:
    if sheet.shared_with is None or shared_sheet(sheet, axis) is None:
        return ()
    return rich(f"Temps commun avec la fiche {sheet_number(axis, sheet.shared_with)}.")


def _kept_together(words: str) -> str:
    return words.replace("QR code", f"QR{NO_BREAK}code")


def _code(link: QrLink) -> QrCode:
    words = heading(_kept_together(link.caption or "Flasher le QR code"))
    # The caption beside it says what the address shows.
    alt = f"QR code qui mène à {link.address}"
    return QrCode(link.address, words, alt)
