from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from aula_reports.compose.blocks import TimeBar, TimeChart
from aula_reports.compose.inline import plain
from aula_reports.compose.time_words import NO_TIME, chart_alt, days_or_none
from aula_reports.compose.wording import rich
from aula_reports.diagnostics import ContentOverflow
from aula_reports.geometry import Rect, mm, path_bounds
from aula_reports.pipeline import Publication
from aula_reports.typeset.ink import ink_bounds
from aula_reports.typeset.pages import ImageThing, Page, ShapeThing, TextThing
from aula_reports.write.drawing_cache import caching_charter
from aula_reports.write.kept_entries import EntryCache
from tests.booklet.placed import collisions, covered_pictures, late_lines, strays
from tests.typeset.chart_book import ENDLESS, LONG, PICTURE, SHORT, bar, chart_book
from tests.write.structure_walk import walk

BARS = {"axe-1", "axe-1-moyen", "axe-2", "axe-2-moyen"}


@pytest.fixture(scope="module")
def long() -> Publication:
    return chart_book(LONG)


@pytest.fixture(scope="module")
def short() -> Publication:
    return chart_book(SHORT)


@pytest.fixture(scope="module")
def endless() -> Publication:
    return chart_book(ENDLESS)


@pytest.fixture(scope="module")
def illustrated() -> Publication:
    return chart_book(replace(LONG, picture=PICTURE, picture_caption=rich("Sur le canal.")))


BOOKS = ("long", "short", "endless", "illustrated")


def _in_figures(book: Publication, page: Page) -> Iterator[ShapeThing]:
    for thing in page.things:
        if isinstance(thing, ShapeThing) and thing.node is not None:
            assert book.book.nodes[thing.node].role == "Figure"
            yield thing


def _bars(book: Publication, page: Page) -> list[Rect]:
    shapes = _in_figures(book, page)
    return [path_bounds(shape.path) for shape in shapes if shape.fill in BARS]


def _texts(page: Page) -> list[TextThing]:
    return [thing for thing in page.things if isinstance(thing, TextThing)]


def _under(book: Publication, node: int | None, role: str) -> int | None:
    """Find the element of a role that a node is or stands in."""
    nodes = book.book.nodes
    while node is not None and nodes[node].role != role:
        node = nodes[node].parent
    return node


def _table(book: Publication) -> list[tuple[str, str]]:
    """Read the table back from the pages: row by row, label and value."""
    cells: dict[int, dict[str, str]] = {}
    for page in book.book.pages:
        for thing in _texts(page):
            row = _under(book, thing.node, "TR")
            if row is not None:
                role = "TH" if _under(book, thing.node, "TH") else "TD"
                kept = cells.setdefault(row, {"TH": "", "TD": ""})
                kept[role] += thing.text
    return [(_flat(row["TH"]), _flat(row["TD"])) for row in cells.values()]


def _flat(text: str) -> str:
    return " ".join(text.replace("\N{SOFT HYPHEN}", "").split())


def _said(block: TimeChart) -> list[tuple[str, str]]:
    return [
        (_flat(" ".join(plain(line) for line in entry.lines)), _flat(days_or_none(entry.days)))
        for entry in block.bars
    ]


# --------------------------------------------------------------------------- bars


@pytest.mark.parametrize(("name", "block"), [("long", LONG), ("short", SHORT)])
def test_bars_are_as_long_as_their_values(
    name: str, block: TimeChart, request: pytest.FixtureRequest
) -> None:
    book: Publication = request.getfixturevalue(name)
    boxes = _bars(book, book.book.pages[0])
    values = [entry.days for entry in block.bars if entry.days]
    scale = max(box.width for box in boxes) / max(values)
    assert len(boxes) == len(values)
    for box, value in zip(boxes, values, strict=True):
        assert abs(box.width - scale * value) < 0.1
        assert abs(box.height - mm(2.5)) < 0.01


def test_all_pages_of_a_chart_have_one_scale(endless: Publication) -> None:
    values = [entry.days for entry in ENDLESS.bars if entry.days]
    boxes = [box for page in endless.book.pages for box in _bars(endless, page)]
    scales = [box.width / value for box, value in zip(boxes, values, strict=True)]
    assert max(box.width for box in boxes) / max(values) == pytest.approx(max(scales), rel=1e-3)
    assert max(scales) == pytest.approx(min(scales), rel=1e-3)


def test_a_bar_stands_at_the_first_line_of_its_label(long: Publication) -> None:
    page = long.book.pages[0]
    first: dict[int, float] = {}
    for thing in _texts(page):
        row = _under(long, thing.node, "TH")
        if row is not None:
            first.setdefault(row, thing.y)
    cap = chart_cap(long)
    timed = [y for y, entry in zip(first.values(), LONG.bars, strict=True) if entry.days]
    for y, box in zip(timed, _bars(long, page), strict=True):
        assert abs(box.y + box.height / 2 - y - cap / 2) < 0.01


def chart_cap(book: Publication) -> float:
    style = book.layout.styles["chart-label"]
    return book.faces[style.face].cap_height * style.size / 1000


def test_the_longest_bar_leaves_its_figure_room_in_the_type_area(long: Publication) -> None:
    page = long.book.pages[0]
    right = long.book.sheet.width - mm(long.layout.margins.outside_mm)
    (span,) = [t for t in _texts(page) if t.text.strip() == "686" and t.spans[0].size == 16]
    ink = ink_bounds(span, long.faces)
    assert ink
    assert right - mm(0.5) < ink.right <= right


# --------------------------------------------------------------------------- words


@pytest.mark.parametrize(
    ("name", "block"), [("long", LONG), ("short", SHORT), ("endless", ENDLESS)]
)
def test_the_table_says_every_label_and_value_once(
    name: str, block: TimeChart, request: pytest.FixtureRequest
) -> None:
    assert _table(request.getfixturevalue(name)) == _said(block)


def test_what_stands_out_is_bold_and_in_the_hue(long: Publication) -> None:
    spans = {
        thing.text.strip(): thing.spans[0]
        for thing in _texts(long.book.pages[0])
        if _under(long, thing.node, "TR") is not None
    }
    assert (spans["686"].ink, spans["686"].size) == ("axe-1", 16)
    assert (spans["Observatoire des friches"].ink, spans["Observatoire des friches"].face) == (
        "axe-1",
        "sans-gras",
    )
    assert (spans["195"].ink, spans["195"].size) == ("nuit", 8.5)
    assert spans["Observatoire agricole"].ink == "noir"


def test_a_missing_time_is_said_in_italics(long: Publication) -> None:
    missing = [thing for thing in _texts(long.book.pages[0]) if NO_TIME in thing.text]
    assert [thing.spans[0].face for thing in missing] == ["sans-italique"] * 2


def test_parts_of_a_joint_title_are_set_apart(short: Publication) -> None:
    lines = {thing.text.split()[0]: thing.y for thing in _texts(short.book.pages[0])}
    assert lines["Conseil"] - lines["FNAU"] == pytest.approx(mm(2 * 3.6 + 0.6))


@pytest.mark.parametrize("name", BOOKS)
def test_labels_of_all_charts_take_as_many_columns(
    name: str, request: pytest.FixtureRequest
) -> None:
    book: Publication = request.getfixturevalue(name)
    step = (mm(174) + mm(4)) / 12
    axis = min(box.x for box in _bars(book, book.book.pages[0]))
    assert axis == pytest.approx(mm(20) + 5 * step)


# --------------------------------------------------------------------------- pages


@pytest.mark.parametrize("name", BOOKS)
def test_nothing_collides_or_leaves_its_place(name: str, request: pytest.FixtureRequest) -> None:
    book: Publication = request.getfixturevalue(name)
    assert not collisions(book)
    assert not strays(book)
    assert not late_lines(book)
    assert not covered_pictures(book)


@pytest.mark.parametrize(
    ("name", "pages"), [("long", 2), ("short", 1), ("endless", 4), ("illustrated", 2)]
)
def test_charts_take_the_pages_they_need(
    name: str, pages: int, request: pytest.FixtureRequest
) -> None:
    assert request.getfixturevalue(name).page_count == pages


def _sizes(book: Publication) -> list[list[float]]:
    return [
        [thing.spans[0].size for thing in _texts(page) if thing.role == "display"]
        for page in book.book.pages
    ]


def test_callouts_are_as_large_as_their_room(
    long: Publication, short: Publication, illustrated: Publication
) -> None:
    assert _sizes(long) == [[], [200, 110]]
    assert _sizes(illustrated) == [[], [200, 110]]
    assert _sizes(short) == [[110]]
    two = replace(SHORT, bars=SHORT.bars[1:], callouts=(*SHORT.callouts, *SHORT.callouts))
    assert _sizes(chart_book(two)) == [[54, 54]]
    wordy = replace(LONG.callouts[0], text=LONG.callouts[0].text * 5)
    lesser = replace(wordy, days=wordy.days / 2)
    assert _sizes(chart_book(replace(LONG, callouts=(wordy, lesser)))) == [[], [200, 110]]


def test_figures_that_are_nearly_equal_have_one_size() -> None:
    first = LONG.callouts[0]
    for share, sizes in ((1.0, [200, 200]), (0.8, [200, 200]), (0.7, [200, 110])):
        callouts = (first, replace(first, days=round(first.days * share)))
        assert _sizes(chart_book(replace(LONG, callouts=callouts))) == [[], sizes]


def test_a_unit_follows_its_figure_on_its_baseline(long: Publication) -> None:
    texts = list(_texts(long.book.pages[-1]))
    figures = [t for t in texts if t.spans[0].size >= 54]
    units = [t for t in texts if t.text.strip() == "jours"]
    assert len(figures) == len(units) > 0
    for figure, unit in zip(figures, units, strict=True):
        ink = ink_bounds(figure, long.faces)
        assert ink
        assert unit.y == pytest.approx(figure.y)
        assert 0 < unit.x - ink.right < mm(5)


def test_a_unit_too_long_to_follow_its_figure_stands_over_the_words(short: Publication) -> None:
    texts = list(_texts(short.book.pages[-1]))
    (unit,) = [t for t in texts if t.text.startswith("jours pour")]
    (words,) = [t for t in texts if t.text.startswith("Plus du tiers")]
    assert unit.x == pytest.approx(words.x, abs=1)
    assert words.y < unit.y < words.y + 2 * 12.76


def test_a_chart_faces_its_callouts() -> None:
    """A book's third page is a recto: the chart waits for the verso after it."""
    for picture, images in ((None, 0), (PICTURE, 1)):
        block = replace(LONG, axis=2, picture=picture, remark=rich("Une remarque annoncée."))
        pages = chart_book(LONG, block).book.pages[2:]
        shown = [sum(isinstance(t, ImageThing) for t in page.things) for page in pages]
        told = [any("remarque" in t.text for t in _texts(page)) for page in pages]
        assert shown == [images, 0, 0]
        assert told == [False, False, True]
        assert _sizes(chart_book(LONG, block))[3:] == [[], [200, 110]]


def test_captions_under_a_picture_end_on_the_last_line() -> None:
    remark = rich("Une remarque qui prend plusieurs lignes sous la photographie. " * 6)
    block = replace(LONG, picture=PICTURE, picture_caption=rich("Sur le canal."), remark=remark)
    book = chart_book(block)
    page = book.book.pages[1]
    foot = mm(297 - 272)
    told = [t.y for t in _texts(page) if t.spans[0].size == 7.5 and t.y < mm(60)]
    running = [y for y in told if y < mm(20)]
    assert min(y for y in told if y not in running) >= foot - 0.01
    assert not collisions(book)


def test_a_figure_of_many_digits_keeps_clear_of_its_words() -> None:
    book = chart_book(replace(LONG, callouts=(replace(LONG.callouts[0], days=12345.5),)))
    assert _sizes(book) == [[], [110]]
    assert not collisions(book)


def test_callouts_that_no_page_holds_are_refused() -> None:
    endless = replace(LONG.callouts[0], text=LONG.callouts[0].text * 60)
    with pytest.raises(ContentOverflow, match="mis en avant"):
        chart_book(replace(LONG, callouts=(endless,)))


def test_a_picture_fills_its_page_and_keeps_its_proportion(illustrated: Publication) -> None:
    (image,) = [t for t in illustrated.book.pages[1].things if isinstance(t, ImageThing)]
    assert image.box.holds(image.clip, 0.01)
    assert image.box.height / image.box.width == pytest.approx(0.53)


def test_the_head_comes_again_without_being_told_again(endless: Publication) -> None:
    heads = [
        [thing for thing in _texts(page) if thing.text.strip().endswith("(suite)")]
        for page in endless.book.pages
    ]
    assert [len(found) for found in heads] == [0, 1, 1, 0]
    assert {thing.node for found in heads for thing in found} == {None}
    assert [node.role for node in endless.book.nodes].count("H1") == 1


def test_a_title_of_two_lines_leaves_its_room_on_every_page() -> None:
    head = replace(LONG.head, title=rich("Le temps consacré aux actions de l’axe " * 2))
    book = chart_book(replace(ENDLESS, head=head))
    assert _table(book) == _said(ENDLESS)
    assert not collisions(book)
    assert not late_lines(book)


def test_a_remark_without_callouts_stands_under_the_chart() -> None:
    for block in (LONG, SHORT, ENDLESS):
        book = chart_book(replace(block, callouts=(), remark=rich("Une remarque annoncée.")))
        shown = [page.number for page in book.book.pages for t in _texts(page) if "nnonc" in t.text]
        assert shown == [book.page_count]
        assert not collisions(book)


@pytest.mark.parametrize("bars", [(), (bar(None, "Une"),), (bar(0, "Une"),), (bar(3, "Une"),)])
def test_charts_of_next_to_nothing_are_laid(bars: tuple[TimeBar, ...]) -> None:
    block = replace(SHORT, bars=bars)
    assert _table(chart_book(block)) == _said(block)


_TITLES = st.text("aei émnrst", min_size=1, max_size=256).filter(str.strip)
_BARS = st.builds(
    lambda titles, number, out: bar(number, *titles, stands_out=out),
    st.lists(_TITLES, min_size=1, max_size=4),
    st.none() | st.integers(0, 900) | st.floats(0.5, 2000).map(lambda x: round(x, 1)),
    st.booleans(),
)


@settings(max_examples=12)
@given(st.lists(_BARS, min_size=1, max_size=45))
def test_whatever_is_charted_nothing_is_lost(bars: list[TimeBar]) -> None:
    block = replace(LONG, bars=tuple(bars))
    book = chart_book(block)
    assert _table(book) == _said(block)
    assert not strays(book)
    assert not late_lines(book)


# --------------------------------------------------------------------------- structure and file


def test_a_figure_tells_what_its_page_shows(endless: Publication) -> None:
    alts = [node.alt for node in endless.book.nodes if node.role == "Figure"]
    assert len(alts) == 3
    assert [node.role for node in endless.book.nodes].count("Table") == 3
    assert alts[1].startswith("Graphique en barres, partie 2 sur 3 : jours par action, ")


def test_the_alternative_text_is_made_of_the_same_figures() -> None:
    assert chart_alt(LONG.bars) == (
        "Graphique en barres : jours par action, 20\u00a0entrées ; 1\u202f930\u00a0jours en tout ; "
        "le plus long temps : Construction de la Plateforme Numérique Collaborative, "
        "686\u00a0jours ; le plus court : Projet Alimentaire Territorial (CABBALR), 7\u00a0jours ; "
        f"{NO_TIME} pour 2\u00a0entrées."
    )


@pytest.mark.parametrize("name", ["long", "short", "endless"])
def test_the_file_is_well_structured(name: str, request: pytest.FixtureRequest) -> None:
    book: Publication = request.getfixturevalue(name)
    report = walk(book.to_bytes(use_cache=False))
    assert not report.errors


def test_a_cached_chart_gives_the_same_file(short: Publication, tmp_path: Path) -> None:
    charter = caching_charter(EntryCache(tmp_path))
    files = [chart_book(SHORT, charter=charter).to_bytes(use_cache=False) for _ in range(2)]
    assert files == [short.to_bytes(use_cache=False)] * 2
    assert len(list(tmp_path.iterdir())) == 1
