"""Means and days on small programmes: proportions, one number everywhere, nothing in the way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from aula_reports import build
from aula_reports.diagnostics import ContentOverflow
from aula_reports.draw.strata import GRAINS, strata
from aula_reports.geometry import Rect, mm, path_bounds
from aula_reports.model.pages import DocumentTitles
from aula_reports.model.partners import Agency
from aula_reports.model.programme import Axis, Programme
from aula_reports.model.report import (
    DayShares,
    Departure,
    Finances,
    FunderChange,
    Means,
    OtherPost,
    Staff,
    Training,
    YearlyAmount,
)
from aula_reports.model.sheets import ActionSheet
from aula_reports.pipeline import Publication
from aula_reports.typeset.legend_slots import spread, turns
from aula_reports.typeset.pages import Page, ShapeThing, StrataThing, TextThing
from tests.booklet.placed import collisions, flat, inks, late_lines, strays
from tests.write.structure_walk import walk

TITLE = "Missions évolutives confiées à l’agence sur la base d’une convention de partenariat"
FINANCES = Finances(
    title="Les finances",
    note="Une note en marge. " * 4,
    text="de subventions dans l’année.",
    subsidies=(YearlyAmount(year=2027, euros=1_500_000), YearlyAmount(year=2026, euros=2_000_000)),
    changes_title="Variations, en milliers d’euros",
    changes=(
        FunderChange(funder="Ville", thousand_euros=40, reason="études nouvelles"),
        FunderChange(funder="Région", thousand_euros=-60, reason="baisse du financement"),
        FunderChange(funder="Port", thousand_euros=-15),
    ),
)
STAFF = Staff(
    title="L’équipe",
    text="salariés par rapport à 2026.",
    departures=(Departure(kind="apprentis", count=3), Departure(kind="contractuels", count=4)),
)
TRAINING = Training(title="La formation", hours=120, fields=("technique", "juridique"))


def programme(
    days: tuple[float, ...] = (),
    posts: tuple[OtherPost, ...] = (),
    means: Means | None = None,
    **shares: object,
) -> Programme:
    """A report whose axes took so many days, a sheet each."""
    axes = tuple(
        Axis(
            number=number,
            title=TITLE if number % 3 == 0 else f"Axe de travail {number}",
            days=spent,
            sheets=(
                ActionSheet(title=f"Étude {number}", review="Faite.", days=spent),
                ActionSheet(title="Veille", review="Faite.", days=0.5),
            ),
        )
        for number, spent in enumerate(days, 1)
    )
    entry = DayShares(title="Les jours", posts=posts, **shares) if days or posts else None
    return Programme(
        report=DocumentTitles(
            title_lines=("Rapport",), running_title="R 2027", short_title="R", edition=2027
        ),
        agency=Agency(name="Agence du Val", acronym="AV"),
        axes=axes,
        means=means,
        day_shares=entry,
    )


def made(**parts: object) -> Publication:
    return build(programme(**parts), document="rapport")  # type: ignore[arg-type]


def words(page: Page) -> str:
    return flat(" ".join(thing.text for thing in page.things if isinstance(thing, TextThing)))


def page_of(book: Publication, anchor: str) -> Page:
    return book.book.pages[book.book.anchors[anchor].page - 1]


def layers(page: Page) -> list[StrataThing]:
    return [thing for thing in page.things if isinstance(thing, StrataThing)]


def boxes(page: Page, ink: str) -> list[Rect]:
    """Bars of an ink: filled boxes without a pen, from the page's top."""
    found = [
        path_bounds(thing.path)
        for thing in page.things
        if isinstance(thing, ShapeThing) and thing.fill == ink and not thing.pen
    ]
    return [box for box in found if box.height < mm(4)]


def rules(page: Page, weight_mm: float) -> list[ShapeThing]:
    return [
        thing
        for thing in page.things
        if isinstance(thing, ShapeThing)
        and thing.pen
        and not thing.fill
        and abs(thing.pen.width - mm(weight_mm)) < 0.01
        and thing.pen.ink == "nuit"
    ]


# --------------------------------------------------------------------------- days

POST = OtherPost(name="Gestion", legend="secrétariat", days=130, text="Le courant. " * 20)


@pytest.mark.parametrize("days", [(12.0,), (800.0, 150.5, 33.0), (1.0, 999.0, 1.0, 40.0)])
def test_layers_are_in_proportion(days: tuple[float, ...]) -> None:
    page = page_of(made(days=days, posts=(POST,)), "repartition")
    found = layers(page)
    whole = sum(layer.box.height for layer in found)
    assert whole == pytest.approx(mm(46 * 4.5), abs=mm(3))
    for layer, spent in zip(found, (*days, POST.days), strict=True):
        assert layer.box.height == pytest.approx(whole * spent / (sum(days) + 130), abs=0.1)
    for upper, lower in pairwise(found):
        assert lower.box.top == pytest.approx(upper.box.y, abs=0.01)


THIN = (5000.0, *(12.0,) * 11)
CASES: dict[str, dict[str, object]] = {
    "one axis": {"days": (12.0,)},
    "one post": {"posts": (POST,)},
    "five": {"days": (900.0, 300.0, 200.0, 90.0, 20.0), "posts": (POST,), "standfirst": TITLE},
    "twelve alike": {"days": (100.0,) * 12, "posts": (POST,) * 4, "standfirst": TITLE},
    "thin below": {"days": THIN, "posts": (POST,) * 4},
    "thin above": {"days": THIN[::-1], "posts": (POST,)},
    "thin between": {"days": (*THIN[1:6], 5000.0, *THIN[6:])},
    "large total": {"days": (123456.0, 7.5), "standfirst": TITLE * 2},
}


@pytest.fixture(scope="module", params=list(CASES.values()), ids=list(CASES))
def shared(request: pytest.FixtureRequest) -> Publication:
    return made(**request.param)


def test_nothing_overlaps(shared: Publication) -> None:
    assert not collisions(shared)
    assert not strays(shared)
    assert not late_lines(shared)


def test_no_rule_runs_through_a_text(shared: Publication) -> None:
    page = page_of(shared, "repartition")
    lines = [box for thing in _leaders(page) for box in _pieces(thing)]
    hit = [thing.text for thing, ink in inks(shared, page) for box in lines if ink.meets(box)]
    assert not hit


def test_rules_do_not_cross(shared: Publication) -> None:
    """Pieces of one rule may only meet pieces of another by running past them."""
    leaders = [list(_pieces(thing)) for thing in _leaders(page_of(shared, "repartition"))]
    for number, mine in enumerate(leaders):
        for theirs in leaders[number + 1 :]:
            assert not any(a.meets(b, -0.05) for a in mine for b in theirs)


def _leaders(page: Page) -> list[ShapeThing]:
    return [
        thing
        for thing in page.things
        if isinstance(thing, ShapeThing) and thing.pen and thing.pen.width == 0.5
    ]


def _pieces(thing: ShapeThing) -> Iterator[Rect]:
    points = [segment[1:] for segment in thing.path]
    for (x0, y0), (x1, y1) in pairwise(points):
        box = Rect(min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0))
        yield box.grown(0.1)


def test_one_number_changes_every_place_that_shows_it() -> None:
    before, after = (made(days=(900.0, spent, 200.0)) for spent in (317.0, 428.0))
    for book, mine, other in ((before, "317", "428"), (after, "428", "317")):
        first = book.book.anchors["repartition"].page
        for page in book.book.pages[first - 1 : first + 1]:
            assert mine in words(page)
            assert other not in words(page)
    assert "1 417" in words(before.book.pages[before.book.anchors["repartition"].page])
    assert "1 528" in words(after.book.pages[after.book.anchors["repartition"].page])
    heights = [layers(page_of(book, "repartition"))[1].box.height for book in (before, after)]
    assert heights[1] > heights[0]


def test_legends_say_where_the_sheets_are() -> None:
    """From an axis' opener to the page before the next one's; what fills the book is no axis'."""
    after = set()
    for count in range(1, 5):
        book = made(days=(900.0, 317.0, 200.0, 100.0)[:count])
        told = re.findall(r"2 fiches, pages (\d+) à (\d+)", words(page_of(book, "repartition")))
        ranges = [(int(first), int(last)) for first, last in told]
        opened = [book.book.anchors[f"fiche-{n}-1"].page - 1 for n in range(1, count + 1)]
        assert [first for first, _ in ranges] == opened
        assert [last + 1 for _, last in ranges[:-1]] == opened[1:]
        assert book.book.pages[ranges[-1][1] - 1].master != "endpaper"
        after.add(book.book.pages[ranges[-1][1]].master)
    assert after == {"endpaper", "back"}


def test_a_page_too_full_is_refused() -> None:
    posts = (POST.model_copy(update={"text": "Le courant. " * 60}),) * 4
    with pytest.raises(ContentOverflow, match="répartition"):
        made(days=(100.0,) * 12, posts=posts)


def test_spread_legends_keep_order_and_room() -> None:
    starts = spread((0, 2, 4, 90), (10, 10, 10, 30), 100)
    assert starts == [0, 10, 20, 70]
    assert turns((0, 2, 4, 90), starts) == pytest.approx([0, 2 / 3, 1 / 3, 1 / 2])


@pytest.mark.parametrize("grain", GRAINS)
def test_grain_is_light_and_fills_its_layer(grain: object) -> None:
    box = Rect(0, 0, mm(55), mm(209))
    paths = [path for _, path in strata(box, grain)]  # type: ignore[arg-type]
    assert 40 < sum(map(len, paths)) < 900
    assert paths == [path for _, path in strata(box, grain)]  # type: ignore[arg-type]
    bounds = [path_bounds(path) for path in paths]
    assert min(b.y for b in bounds) < mm(4)
    assert max(b.top for b in bounds) > mm(205)


# --------------------------------------------------------------------------- means


def means_page(means: Means) -> Page:
    return page_of(made(days=(12.0,), means=means), "moyens")


FULL = Means(title="Les moyens", finances=FINANCES, staff=STAFF, training=TRAINING)


def test_amounts_are_bars_from_one_zero() -> None:
    page = means_page(FULL)
    latest, before = boxes(page, "nuit")[0], boxes(page, "nuit-30")[0]
    assert latest.x == before.x
    assert latest.width / before.width == pytest.approx(1_500_000 / 2_000_000, abs=0.001)


def test_changes_are_bars_about_one_axis_in_order() -> None:
    page = means_page(FULL)
    negative, positive = boxes(page, "nuit-55"), boxes(page, "nuit")[1:2]
    assert [round(box.width / negative[0].width * 60, 2) for box in negative] == [60, 15]
    assert positive[0].width / negative[0].width == pytest.approx(40 / 60, abs=0.001)
    assert {round(box.right, 3) for box in negative} == {round(positive[0].x, 3)}
    heights = [box.y for box in (*negative, *positive)]
    assert heights == sorted(heights, reverse=True)


def test_one_disc_for_each_who_left() -> None:
    discs = [
        thing
        for thing in means_page(FULL).things
        if isinstance(thing, ShapeThing) and thing.pen and thing.fill
    ]
    # Seven people, and a sign for each of two kinds.
    assert len(discs) == 7 + 2
    assert sum(thing.fill == "blanc" for thing in discs) == 4 + 1


def test_a_changed_amount_changes_its_page() -> None:
    changed = FINANCES.model_copy(
        update={"subsidies": (YearlyAmount(year=2027, euros=1_612_345), FINANCES.subsidies[1])}
    )
    told = words(means_page(FULL.model_copy(update={"finances": changed})))
    assert told.count("1 612 345 €") == 2
    assert "388 k€ de moins" in told
    assert "1 500 000" not in told


BANDS: list[dict[str, object]] = [
    {"finances": FINANCES},
    {"staff": STAFF},
    {"training": TRAINING},
    {"finances": FINANCES, "training": TRAINING},
    {"finances": FINANCES.model_copy(update={"changes": ()})},
    {"staff": STAFF.model_copy(update={"departures": ()})},
    {"training": TRAINING.model_copy(update={"fields": ()})},
]


@pytest.mark.parametrize("bands", BANDS)
def test_absent_bands_leave_no_rule(bands: dict[str, object]) -> None:
    means = Means.model_validate({"titre": "Les moyens"}).model_copy(update=bands)
    page = means_page(means)
    fields = len(TRAINING.fields) if means.training and means.training.fields else 0
    # The rules over the fields of training are as heavy; only the first is night blue.
    assert len(rules(page, 0.8)) == len(bands) + (1 if fields else 0)
    changes = means.finances.changes if means.finances else ()
    assert len(rules(page, 0.6 / mm(1))) == (1 if changes else 0)


def test_means_without_bands_make_no_page() -> None:
    book = made(days=(12.0,), means=Means(title="Les moyens"))
    assert "moyens" not in book.book.anchors


def crowded() -> Means:
    changes = tuple(
        FunderChange(
            funder=f"Communauté de communes numéro {number}",
            thousand_euros=(-1) ** number * number * 37.5,
            reason="accompagnements divers, dont certains s’achèvent dans l’année",
        )
        for number in range(12)
    )
    amounts = tuple(YearlyAmount(year=2027 - n, euros=10_000_000 + n) for n in range(4))
    return Means(
        title="Les moyens",
        finances=FINANCES.model_copy(
            update={"changes": changes, "subsidies": amounts, "text": TITLE * 3}
        ),
        staff=STAFF.model_copy(
            update={
                "departures": tuple(Departure(kind="contrats", count=n * 9) for n in range(5)),
                "text": TITLE * 3,
            }
        ),
        training=TRAINING.model_copy(update={"fields": ("aménagement du territoire",) * 7}),
    )


def test_crowded_means_run_on_without_collision() -> None:
    book = made(days=(12.0,), means=crowded())
    first = book.book.anchors["moyens"].page
    assert "LA FORMATION" in words(book.book.pages[first])
    assert not collisions(book)
    assert not strays(book)
    assert not late_lines(book)


def test_structure_of_both(tmp_path: Path) -> None:
    book = made(days=(900.0, 20.0, 15.0), posts=(POST,), means=FULL, standfirst=TITLE)
    for profile in ("web", "print"):
        book.save(tmp_path / "r.pdf", profile=profile)
        assert walk((tmp_path / "r.pdf").read_bytes()).errors == []
