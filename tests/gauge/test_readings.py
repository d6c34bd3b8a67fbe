from __future__ import annotations

import json

import pytest

from aula_reports.gauge.faults import Kind
from aula_reports.gauge.limits import broken_limits, parse_limit
from aula_reports.gauge.measures import BY_NAME, MEASURES
from aula_reports.gauge.readings import BookReading, read_book
from aula_reports.gauge.tables import json_of, table_of
from tests.gauge.desk import GRID, book_of, column, text_at

CLEAN = ["une ligne assez longue", "et une autre aussi large", "puis la toute dernière"]


@pytest.fixture(scope="module")
def reading() -> BookReading:
    """Two pages: a loose line on the first, a hyphen at its foot and a widow on the second."""
    first = column([*CLEAN[:2], "puis la toute commu\u00ad"])
    first[1] = text_at(f"{CLEAN[1]} ", 1, share=0.8)
    return read_book(book_of(first, column(["nauté enfin"])), GRID)


def clean() -> BookReading:
    return read_book(book_of(column(CLEAN)), GRID)


def test_faults_are_counted_on_their_page_and_in_sum(reading: BookReading) -> None:
    first, second = reading.pages
    assert first.counts == {Kind.LOOSE: 1, Kind.HYPHENATED: 1, Kind.CUT_COLUMN: 1}
    assert second.counts == {Kind.WIDOW: 1}
    assert reading.whole.counts == {**first.counts, **second.counts}
    assert (reading.whole.lines, first.lines, second.lines) == (4, 3, 1)
    assert (reading.whole.justified_lines, second.justified_lines) == (3, 0)


def test_the_worst_come_first(reading: BookReading) -> None:
    kinds = [fault.kind for fault in reading.faults]
    assert kinds == [Kind.WIDOW, Kind.CUT_COLUMN, Kind.LOOSE, Kind.HYPHENATED]


def test_a_ladder_has_a_height(reading: BookReading) -> None:
    texts = [*["un mot\u00ad"] * 3, *["deux", "mots\u00ad", "mots\u00ad", "fin"]]
    whole = read_book(book_of(column(texts)), GRID).whole
    assert (whole.longest_ladder, whole.counts[Kind.LADDER], whole.tall_ladders) == (3, 2, 1)
    assert reading.whole.longest_ladder == 1
    assert clean().whole.longest_ladder == 0


def test_a_book_without_text_reads_as_nothing() -> None:
    reading = read_book(book_of([]), GRID)
    assert (reading.whole.lines, reading.whole.spacing, reading.pages) == (0, None, ())
    assert "espace-max" in table_of(reading)
    assert not list(broken_limits(reading, [parse_limit("espace-max=0"), parse_limit("veuves=0")]))


def test_every_kind_of_fault_is_a_measure() -> None:
    assert set(Kind) <= set(BY_NAME)
    assert len(BY_NAME) == len(MEASURES)


def test_clean_text_has_no_fault() -> None:
    assert not clean().faults
    assert "pires" not in table_of(clean())


def test_the_table_shows_what_is_there(reading: BookReading) -> None:
    rows = table_of(reading).splitlines()
    assert rows[0] == "4 lignes de texte, dont 3 justifiées"
    (heads,) = (row.split() for row in rows if row.startswith("page "))
    spaces = ["moy.", "p95", "max.", "r"]
    assert heads == ["page", "lignes", *spaces, "lâch.", "cés.", "éch.", "veuv.", "fin"]
    (second,) = (row.split() for row in rows if row.startswith("2 "))
    assert second == ["2", "1", *"·······", "1", "·"]
    assert "  page   2  veuve" in rows[-3]
    assert rows[-3].endswith("« nauté enfin »")


def test_pages_with_nothing_to_tell_have_no_row() -> None:
    ragged = column(["une ligne"], share=0.0, node=2)
    rows = table_of(read_book(book_of(column(CLEAN), ragged), GRID)).splitlines()
    assert [row.split()[0] for row in rows if row[:1].isdigit()] == ["4", "1"]


def test_json_says_the_same(reading: BookReading) -> None:
    told = json.loads(json_of(reading))
    assert told["livre"]["veuves"] == 1
    assert [page["veuves"] for page in told["pages"]] == [0, 1]
    assert told["pages"][1]["espace-max"] is None
    assert [place["mesure"] for place in told["endroits"]] == [
        "veuves",
        "cesures-finales",
        "laches",
    ]
    assert told["endroits"][0] == {
        "page": 2,
        "mesure": "veuves",
        "etendue": 1.0,
        "poids": 4.0,
        "mots": "nauté enfin",
    }


def test_limits_say_what_is_beyond_them_and_where(reading: BookReading) -> None:
    limits = [parse_limit(words) for words in ("veuves=0", "laches=1", "espace-max=0,4")]
    assert list(broken_limits(reading, limits)) == [
        "seuil « veuves » dépassé : 1, au plus 0 — page 2 « nauté enfin »",
        "seuil « espace-max » dépassé : 0,450, au plus 0,4 — page 1 : 0,450",
    ]


def test_many_places_are_summed_up() -> None:
    texts = [part for _ in range(4) for part in ("un mot\u00ad", "une suite")]
    reading = read_book(book_of(column(texts)), GRID)
    (told,) = broken_limits(reading, [parse_limit("cesures=0"), parse_limit("cesures=4")])
    assert told.count("page 1 « un mot- »") == 3
    assert told.endswith("\u202f; et 1 de plus")


def test_a_limit_counts_tall_ladders_only() -> None:
    texts = [*["un mot\u00ad"] * 2, "deux", *["long mot\u00ad"] * 3, "fin"]
    reading = read_book(book_of(column(texts)), GRID)
    (told,) = broken_limits(reading, [parse_limit("echelles-3=0")])
    assert told.endswith("au plus 0 — page 1 « long mot- »")


def test_a_single_hyphen_is_a_ladder_of_one(reading: BookReading) -> None:
    (told,) = broken_limits(reading, [parse_limit("echelle-max=0")])
    assert told == "seuil « echelle-max » dépassé : 1, au plus 0 — page 1 : 1"


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ("veuve=0", "« veuve » est inconnu, choisir parmi espace-moyenne, "),
        ("veuves", "« veuves » ne donne pas de nombre, écrire par exemple veuves=0"),
        ("veuves=peu", "ne donne pas de nombre"),
        ("veuves=-1", "ne donne pas de nombre"),
        ("veuves=nan", "ne donne pas de nombre"),
        ("", "« » est inconnu"),
    ],
)
def test_wrong_limits_are_explained(words: str, fault: str) -> None:
    with pytest.raises(ValueError, match="«") as raised:
        parse_limit(words)
    assert fault in " ".join(str(raised.value).split())
