"""The report of odd programmes: many axes, long titles, no days, parts of days."""

from __future__ import annotations

import pytest

from aula_reports import build
from aula_reports.check.sheets import axis_days_add_up, days_are_told, total_days_add_up
from aula_reports.compose.inline import plain
from aula_reports.compose.sections.day_shares import day_shares
from aula_reports.compose.sections.sheets import sheet_pages
from aula_reports.compose.sections.time_chart import time_chart
from aula_reports.diagnostics import ContentOverflow
from aula_reports.geometry import Rect, covering
from aula_reports.model.pages import DocumentTitles
from aula_reports.model.partners import Agency
from aula_reports.model.programme import Axis, Programme
from aula_reports.model.report import DayShares, OtherPost
from aula_reports.model.sheets import ActionSheet
from aula_reports.pipeline import Publication
from aula_reports.typeset.pages import TextThing
from tests.booklet.placed import collisions, flat, strays

LONG = "Accompagner les communes et leurs groupements dans la durée " * 4
SENTENCE = "Une phrase de la fiche, assez longue pour tenir plusieurs lignes de la marge. "


def programme(*axes: Axis, shares: DayShares | None = None) -> Programme:
    titles = DocumentTitles(
        title_lines=("Rapport",), running_title=LONG, short_title="Rapport", edition=2027
    )
    agency = Agency(name="Agence", acronym="AA")
    return Programme(report=titles, agency=agency, axes=axes, day_shares=shares)


def axis(*sheets: ActionSheet, number: int = 1, title: str = "Axe", **more: object) -> Axis:
    fields = {"number": number, "title": title, "introduction": "Un mot.", "sheets": sheets}
    return Axis.model_validate({**fields, **more}, by_name=True)


def sheet(days: float | None = None, **more: object) -> ActionSheet:
    fields = {"title": "Une action", "review": "Un bilan.", "days": days}
    return ActionSheet.model_validate({**fields, **more}, by_name=True)


def made(*axes: Axis) -> Publication:
    return build(programme(*axes), use_cache=False)


def texts(book: Publication) -> list[tuple[int, TextThing]]:
    return [
        (page.number, thing)
        for page in book.book.pages
        for thing in page.things
        if isinstance(thing, TextThing) and thing.spans
    ]


def test_tabs_of_many_axes_stay_on_the_page() -> None:
    book = made(*(axis(number=number) for number in range(1, 13)))
    tabs = [thing for _, thing in texts(book) if thing.role == "tab"]
    assert len({thing.text.strip() for thing in tabs}) == 12
    assert all(0 < thing.y < book.book.sheet.height for thing in tabs)


def test_running_titles_are_shortened_to_the_type_area() -> None:
    book = made(axis(sheet(3), title=LONG[:120]))
    shortened = [thing for _, thing in texts(book) if "…" in thing.text]
    assert shortened
    assert not strays(book)


def test_parts_of_days_add_up() -> None:
    tenths = axis(*(sheet(0.1) for _ in range(19)), days=1.9)
    shares = DayShares(
        title="Jours",
        total_announced=2.1,
        posts=(OtherPost(name="A", days=0.1), OtherPost(name="B", days=0.1)),
    )
    whole = programme(tenths, shares=shares)
    assert not list(axis_days_add_up(whole))
    assert not list(total_days_add_up(whole))
    chart = time_chart(whole, tenths)
    assert chart
    assert not chart.remark
    assert not day_shares(shares, whole).note


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ((12,), "Le seul poste compte 12 jours ; le total annoncé est 40."),
        ((0.5,), "Le seul poste compte 0,5 jour ; le total annoncé est 40."),
        ((), "Les postes comptent 0 jour ; le total annoncé est 40."),
    ],
)
def test_few_posts_are_told_in_french(days: tuple[float, ...], words: str) -> None:
    posts = tuple(OtherPost(name="A", days=number) for number in days)
    shares = DayShares(title="Jours", total_announced=40, posts=posts)
    assert flat(plain(day_shares(shares, programme(shares=shares)).note)) == words


def test_nothing_is_a_share_of_no_days() -> None:
    (page,) = sheet_pages(programme(), axis(sheet(0))).sheets
    assert page.time
    assert not page.time.caption


def test_sheets_alike_are_told_apart() -> None:
    alike = axis(sheet(4), sheet(4), sheet(shared_with=2))
    told = [plain(one.time.shared) for one in sheet_pages(programme(), alike).sheets if one.time]
    assert flat(told[-1]) == "Temps commun avec la fiche 1.2."


def test_a_time_shared_with_none_is_missing() -> None:
    chain = axis(sheet(shared_with=2), sheet(shared_with=3), sheet(5))
    assert [fault.code for fault in days_are_told(programme(chain))] == ["W456"]


@pytest.mark.parametrize("sentences", [50, 51, 52, 70])
def test_a_raised_sentence_stands_beside_its_own_text(sentences: int) -> None:
    """Where a sheet just passes its page, the sentence would run into the sheet that follows."""
    full = ("Un livrable",) * 36
    long = sheet(3, review=SENTENCE * sentences, quote=SENTENCE * 3, deliverables=full)
    book = made(axis(long, sheet(4, review=SENTENCE * 33)))
    raised = [thing for _, thing in texts(book) if thing.text.startswith("«")]
    assert len(raised) == (sentences == 70)
    assert not collisions(book)


@pytest.mark.parametrize("sentences", [30, 70])
def test_a_raised_sentence_fills_the_margin_of_a_first_page(sentences: int) -> None:
    """A sheet of one page needs none."""
    long = sheet(3, review=SENTENCE * sentences, quote=SENTENCE * 3)
    book = made(axis(long))
    shown = {number for number, thing in texts(book) if thing.text.startswith("«")}
    first = book.book.anchors["fiche-1-1"].page
    assert shown == ({first} if sentences == 70 else set())
    assert not collisions(book)


def test_a_sheet_that_fits_nowhere_is_named() -> None:
    with pytest.raises(ContentOverflow, match=r"la fiche 1\.2 passe la page"):
        made(axis(sheet(3), sheet(4, deliverables=(LONG,) * 40)))


def test_a_picture_covers_its_box() -> None:
    box = covering(Rect(10, 20, 30, 40), 0.5, cut_below=1.0)
    assert box == Rect(-15, 20, 80, 40)
    assert covering(Rect(0, 0, 10, 10), 2.0, cut_below=0.0) == Rect(0, 0, 10, 20)
