"""Pages of text and of sheets are laid as they were chosen, at many lengths of text and head."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from aula_reports import build
from aula_reports.gauge.faults import Kind
from aula_reports.model.pages import DocumentTitles, TextPage
from aula_reports.model.partners import Agency
from aula_reports.model.programme import Axis, Programme
from aula_reports.model.sheets import ActionSheet
from aula_reports.pipeline import Publication
from aula_reports.typeset.blocks import sheets, text_page
from aula_reports.typeset.fitting import RunningText, Stretch, fitted
from aula_reports.typeset.maker import PageMaker
from aula_reports.typeset.pages import TextThing

LONG = "Accompagner les communes et leurs groupements dans la durée "
WORDS = (
    "commune",
    "de",
    "quartier",
    "habitat",
    "à",
    "réseau",
    "territoire",
    "la",
    "mobilité",
    "un",
)


BAD_PAGES = {Kind.WIDOW, Kind.ORPHAN, Kind.CUT_COLUMN, Kind.DRIFT}


class Chosen:
    """Does as `fitted`, and remembers what it chose: of each text, the lines of each page."""

    def __init__(self) -> None:
        self.pages: list[tuple[int, list[list[str]]]] = []

    def __call__(
        self, maker: PageMaker, text: RunningText, room: Callable[[int], float]
    ) -> tuple[list[Stretch], tuple[range, ...]]:
        better, pages = fitted(maker, text, room)
        lines = [line for stretch in better for line in self._lines(stretch)]
        told = [[one for one in lines[page.start : page.stop] if one] for page in pages]
        self.pages.append((text.first_page, told))
        return better, pages

    @staticmethod
    def _lines(stretch: Stretch) -> list[str]:
        own = [line.passage.galley.lines[line.number].text.strip() for line in stretch.lines]
        return [""] * stretch.before + own


def passages(seed: int, count: int) -> str:
    """Write paragraphs, each line of its own; one in five announces the next."""
    written = []
    for number in range(count):
        length = 6 + (seed * 13 + number * 17) % 35
        places = range(number * 50, number * 50 + length)
        words = [
            f"{WORDS[place * (seed + 3) % len(WORDS)]} {seed * 10_000 + place}" for place in places
        ]
        written.append(" ".join(words) + (" :" if (seed + number) % 5 == 0 else "."))
    return "\n\n".join(written)


def sheet(seed: int, count: int) -> ActionSheet:
    return ActionSheet(
        title=LONG * (1 + seed % 3),
        objective=f"Un objectif, le {seed}.",
        review=passages(seed, count),
        deliverables=(LONG,) * (seed % 9),
    )


def laid(book: Publication, number: int, words: set[str]) -> list[str]:
    """Give the lines of a page that are of a text, from its top."""
    things = [thing for thing in book.book.pages[number - 1].things if isinstance(thing, TextThing)]
    return [thing.text.strip() for thing in things if thing.text.strip() in words]


def assert_laid_as_chosen(book: Publication, chosen: Chosen) -> None:
    for first, pages in chosen.pages:
        words = {line for page in pages for line in page}
        assert [laid(book, first + n, words) for n in range(len(pages))] == pages


TITLES = DocumentTitles(
    title_lines=("Livre",), running_title="Livre", short_title="Livre", edition=2027
)
AGENCY = Agency(name="Agence", acronym="AA")


def test_long_sheets_are_laid_as_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = Chosen()
    monkeypatch.setattr(sheets, "fitted", chosen)
    short = ActionSheet(title=LONG, review="Une fiche courte.")
    pairs = [(sheet(count, count), short) for count in range(10, 40, 2)]
    every = tuple(one for pair in pairs for one in pair)
    axis = Axis(number=1, title="Axe", introduction="Un mot.", sheets=every)
    book = build(Programme(report=TITLES, agency=AGENCY, axes=(axis,)), use_cache=False)
    assert sum(len(pages) > 1 for _, pages in chosen.pages) > 7
    assert_laid_as_chosen(book, chosen)
    assert not BAD_PAGES & {fault.kind for fault in book.read_setting().faults}


def test_long_texts_are_laid_as_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = Chosen()
    monkeypatch.setattr(text_page, "fitted", chosen)
    pages = tuple(
        TextPage(
            id=f"texte_{count}",
            title="Un texte",
            standfirst=LONG * (count % 5),
            text=passages(count, count),
        )
        for count in range(4, 44, 2)
    )
    book = build(
        Programme(document=TITLES, agency=AGENCY, axes=(), free_pages=pages), use_cache=False
    )
    assert sum(len(pages) > 1 for _, pages in chosen.pages) > 10
    assert_laid_as_chosen(book, chosen)
    assert len(book.page_choices) >= sum(len(pages) > 1 for _, pages in chosen.pages)


def test_what_pages_gain_is_told(report: Publication) -> None:
    """Each text over several pages has its line, what was changed in it and what for."""
    assert report.page_choices[0] == "fiche 1.2 : pages pleines, rien à changer"
    assert report.page_choices[1].startswith("fiche 1.5 : alinéa 9 (« Trois sources")
    assert report.page_choices[1].endswith(
        "une ligne de plus — 1\u00a0ligne blanche de moins, page 20"
    )
