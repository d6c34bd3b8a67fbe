"""Notes stand at the foot of the page or column that calls them, and never on its text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace

from aula_reports import resources
from aula_reports.compose.blocks import Head, TextPage
from aula_reports.compose.inline import Words
from aula_reports.compose.markdown import prose
from aula_reports.diagnostics import ContentOverflow
from aula_reports.geometry import mm
from aula_reports.model.layout import Layout
from aula_reports.read.layouts import read_layout
from aula_reports.typeset.blocks.text_page import lay_text_page
from aula_reports.typeset.columns import lay_in_columns
from aula_reports.typeset.flow import Entry, Footnote, break_pages, tallest
from aula_reports.typeset.fonts import FaceTable
from aula_reports.typeset.foot_breaks import break_noted
from aula_reports.typeset.maker import PageMaker
from aula_reports.typeset.pages import LinkThing, Page, ShapeThing, TextThing
from aula_reports.typeset.paragraph import Setter

SENTENCE = "Les communes du bassin tiennent ensemble la carte des terrains qui attendent un usage. "
NOTE_SIZE = 7.5
HEIGHTS = range(30, 57)


@cache
def _layout() -> tuple[Layout, Setter]:
    home = resources.layout_folder("rapport")
    layout = read_layout(home, resources.layout_folder)
    faces = FaceTable(layout.fonts, home)
    return layout, Setter(faces, layout.styles, layout.justification, layout.fallbacks)


def maker_of(lines: int) -> PageMaker:
    layout, setter = _layout()
    grid = layout.grid.model_copy(update={"lines": lines})
    return PageMaker(layout.model_copy(update={"grid": grid}), setter, ())


def text_of(called: Sequence[tuple[int, int]]) -> str:
    """Write a text of paragraphs: sentences before a call and sentences in its note (0: none)."""
    parts, notes = [], []
    for number, (sentences, long) in enumerate(called):
        call = f"[^{number}]" if long else ""
        parts.append(SENTENCE * sentences + f"Le dernier mot{call}.")
        if long:
            notes.append(f"[^{number}]: " + SENTENCE * long)
    return "\n\n".join([*parts, *notes])


texts = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 3)), min_size=1, max_size=14)


class Seen:
    """What a page shows: signs of calls and of notes, baselines of its text and of its notes."""

    def __init__(self, page: Page, maker: PageMaker) -> None:
        roles = [node.role for node in maker.tree.nodes]
        parents = [node.parent or 0 for node in maker.tree.nodes]
        things = [thing for thing in page.things if isinstance(thing, TextThing) and thing.spans]
        linked = [one for one in things if one.node and roles[one.node] == "Link"]
        self.calls = [
            one.text.strip() for one in linked if roles[parents[one.node or 0]] == "Reference"
        ]
        self.notes = [
            one.text.strip(" .") for one in linked if roles[parents[one.node or 0]] == "Lbl"
        ]
        small = [one for one in things if one.spans[0].size == NOTE_SIZE]
        self.feet = [one for one in small if one.node and "Note" in self._above(one, maker)]
        body = [one for one in things if one.node and "P" in self._above(one, maker)]
        self.body = [one for one in body if one.spans[0].size > NOTE_SIZE]

    @staticmethod
    def _above(thing: TextThing, maker: PageMaker) -> list[str]:
        found, node = [], thing.node
        while node is not None:
            found.append(maker.tree.nodes[node].role)
            node = maker.tree.nodes[node].parent
        return found


def laid(text: str, lines: int) -> tuple[PageMaker, list[Seen]]:
    maker = maker_of(lines)
    head = Head((), (Words("Titre"),), "titre")
    lay_text_page(TextPage(head, (), prose(text)), maker)
    return maker, [Seen(page, maker) for page in maker.finish()]


def in_columns(text: str, lines: int) -> tuple[PageMaker, list[Seen]]:
    maker = maker_of(lines)
    maker.open_page("opener")
    lay_in_columns(prose(text), maker, "opener")
    return maker, [Seen(page, maker) for page in maker.finish()]


@example([(6, 2)] * 9, 34)
@given(texts, st.sampled_from(HEIGHTS))
def test_a_note_stands_on_the_page_of_its_call_and_under_the_text(
    called: list[tuple[int, int]], lines: int
) -> None:
    maker, pages = laid(text_of(called), lines)
    wanted = [str(number) for number in range(1, 1 + sum(1 for _, long in called if long))]
    assert [sign for page in pages for sign in page.calls] == wanted
    for page in pages:
        assert page.notes == page.calls
        if page.feet:
            assert min(one.y for one in page.feet) == pytest.approx(maker.y(lines))
            above = min(one.y for one in page.body) - max(one.y for one in page.feet)
            assert above > maker.grid.pitch


@example([(9, 3)] * 8, 34)
@given(texts, st.sampled_from(HEIGHTS))
def test_a_note_stands_in_the_column_of_its_call(called: list[tuple[int, int]], lines: int) -> None:
    maker, pages = in_columns(text_of(called), lines)
    for page in pages:
        assert page.notes == page.calls
        middle = (min(one.x for one in page.body) + maker.grid.columns(6)) if page.body else 0.0
        for side in (False, True):
            column = [one for one in page.body if (one.x > middle) is side]
            feet = [one for one in page.feet if (one.x > middle) is side]
            called_here = [one.text.strip() for one in column if one.text.strip() in page.calls]
            signs = [one.text.strip(" .") for one in feet]
            assert [sign for sign in signs if sign in page.notes] == called_here
            if feet:
                gap = min(one.y for one in column) - max(one.y for one in feet)
                assert gap > maker.grid.pitch


def test_calls_and_notes_lead_to_each_other() -> None:
    maker, _ = laid("Un mot[^1].\n\n[^1]: Une note.", 40)
    there, back = [
        thing for page in maker.finish() for thing in page.things if isinstance(thing, LinkThing)
    ]
    assert maker.anchors[there.target[1:]].y < maker.anchors[back.target[1:]].y
    assert (there.contents, back.contents) == ("Note 1", "Retour à l’appel de la note 1")


def test_a_note_that_two_pages_call_stands_on_both_and_is_read_once() -> None:
    text = "Un mot[^1].\n\n" + (SENTENCE * 6 + "\n\n") * 16 + "Encore[^1].\n\n[^1]: La note."
    maker, pages = laid(text, 40)
    assert [page.calls for page in pages if page.calls] == [["1"], ["1"]]
    roles = [node.role for node in maker.tree.nodes]
    assert roles.count("Note") == 1
    shown = [
        thing
        for page in maker.finish()
        for thing in page.things
        if isinstance(thing, TextThing) and thing.text.strip() == "La note."
    ]
    assert [thing.node is None for thing in shown] == [False, True]


def test_no_line_parts_a_word_from_its_call() -> None:
    maker = maker_of(56)
    read = prose((SENTENCE + "Un mot[^1] puis 2021[^1]. ") * 9 + "\n\n[^1]: La note.")
    (paragraph,) = read
    for width in range(30, 160, 7):
        lines = maker.set(paragraph.text, "body", mm(width)).lines  # type: ignore[union-attr]
        assert not any(line.text.lstrip("\u202f").startswith("1") for line in lines)


def test_calls_are_the_fonts_own_superior_figures() -> None:
    maker = maker_of(56)
    (paragraph,) = prose("Un mot[^1].\n\n[^1]: La note.")
    (line,) = maker.set(paragraph.text, "body", mm(100)).lines  # type: ignore[union-attr]
    word, call, _ = line.spans
    face = maker.setter.faces["serif"]
    glyph = call.runs[0][0].glyphs[0]  # type: ignore[union-attr]
    assert (glyph.text, call.size, call.rise) == ("1", word.size, 0.0)  # type: ignore[union-attr]
    assert glyph.gid != face.glyph("1")


def test_a_note_that_no_column_holds_goes_on_over_columns() -> None:
    maker, pages = in_columns(text_of([(3, 0), (1, 60), (9, 0)]), 34)
    assert [page.notes for page in pages][:2] == [["1"], []]
    assert [node.role for node in maker.tree.nodes].count("Note") == 1
    shown = "".join(one.text for page in pages for one in page.feet).removeprefix("1.")
    assert shown.split() == (SENTENCE * 60).split()
    for page in pages:
        assert min(one.y for one in (*page.feet, *page.body)) >= maker.y(33) - 0.01


@pytest.mark.parametrize(("before", "long"), [(20, 12), (1, 60), (24, 40)])
def test_a_long_note_goes_on_over_pages_and_is_read_once(before: int, long: int) -> None:
    text = text_of([(before, long), (60, 0)])
    maker, pages = laid(text, 34)
    (called,) = (number for number, page in enumerate(pages) if page.calls)
    parted = [number for number, page in enumerate(pages) if page.feet]
    assert parted == list(range(called, called + len(parted)))
    assert len(parted) > 1
    assert [page.notes for page in pages if page.feet] == [["1"], *[[]] * (len(parted) - 1)]
    for number in parted:
        baselines = {round(one.y, 2) for one in pages[number].feet}
        assert len(baselines) >= 2
        assert min(baselines) == pytest.approx(maker.y(34), abs=0.01)
    assert [node.role for node in maker.tree.nodes].count("Note") == 1
    shown = "".join(one.text for page in pages for one in page.feet).removeprefix("1.")
    assert shown.split() == (SENTENCE * long).split()


def test_a_line_is_not_sent_on_with_its_note_to_leave_white() -> None:
    """Where the note is whole or parted, the page of its call is full."""
    for before in range(14, 30):
        maker, pages = laid(text_of([(before, 12), (60, 0)]), 34)
        first = pages[0]
        lowest = min(one.y for one in (first.feet or first.body))
        assert lowest < maker.y(34 - 5)


def _width(thing: ShapeThing) -> float:
    """Measure a rule; other shapes have more corners than two."""
    return thing.path[1][1] - thing.path[0][1] if len(thing.path) == 2 else 0.0  # type: ignore[misc]


def test_what_goes_on_stands_under_a_rule_as_wide_as_the_text() -> None:
    maker, _ = laid(text_of([(20, 12), (60, 0)]), 34)
    widths = [
        [_width(thing) for thing in page.things if isinstance(thing, ShapeThing) and thing.pen]
        for page in maker.finish()
    ]
    short, wide = maker.grid.columns(2), maker.grid.columns(8)
    assert any(width == pytest.approx(short, abs=1) for width in widths[0])
    assert any(width == pytest.approx(wide, abs=1) for width in widths[1])


noted = st.lists(
    st.builds(
        Entry,
        height=st.just(1.0),
        keeps_next=st.booleans(),
        notes=st.sampled_from([(), (), *((Footnote(key, 3 + 4 * key, 0.8),) for key in range(6))]),
        foot_head=st.just(1.0),
    ),
    min_size=1,
    max_size=30,
)


@given(noted, st.integers(12, 30))
def test_parted_notes_lose_nothing_and_fill_no_page_too_much(found: list[Entry], room: int) -> None:
    bare = [replace(entry, notes=(), foot_head=0.0) for entry in found]
    if tallest(bare) > room:
        return
    try:
        pages = break_noted(found, lambda _: float(room))
    except ContentOverflow:
        # A line that stays with the next, and both with the start of their notes, is too high.
        assert tallest(found) > room
        return
    assert [index for page in pages for index in page.entries] == list(range(len(found)))
    heights = {note: note.leading for entry in found for note in entry.notes}
    known = {note.key: note for note in heights}
    going: list[int] = []
    for page in pages:
        foot = sum(len(part.lines) * known[part.key].leading for part in page.notes)
        assert len(page.entries) + foot + (1.0 if page.notes else 0.0) <= room + 0.02
        called = {note.key for index in page.entries for note in found[index].notes}
        assert {part.key for part in page.notes} == called | set(going)
        for part in page.notes:
            assert len(part.lines) >= min(2, known[part.key].lines)
            assert (part.lines.start > 0) == (part.key in going)
        going = [part.key for part in page.notes if part.lines.stop < known[part.key].lines]
    assert not going


def test_a_short_note_is_not_parted() -> None:
    lines = [Entry(1.0) for _ in range(9)]
    lines += [Entry(1.0, notes=(Footnote(1, 3, 1.0),), foot_head=1.0), Entry(1.0)]
    pages = break_noted(lines, lambda _: 12.0)
    assert [len(page.entries) for page in pages] == [9, 2]
    long = [*lines[:9], Entry(1.0, notes=(Footnote(1, 9, 0.5),), foot_head=0.5), Entry(1.0)]
    pages = break_noted(long, lambda _: 12.0)
    assert [part.lines for page in pages for part in page.notes] == [range(3), range(3, 9)]


# ------------------------------------------------------------------------------ page breaks

feet = st.lists(
    st.builds(
        Entry,
        height=st.just(1.0),
        keeps_next=st.booleans(),
        notes=st.sampled_from([(), (), *((Footnote(key, 5, 0.8),) for key in range(6))]),
        foot_head=st.just(1.0),
    ),
    min_size=1,
    max_size=30,
)


@given(feet, st.integers(12, 30))
def test_the_room_of_a_page_shrinks_by_its_notes(found: list[Entry], room: int) -> None:
    if tallest(found) > room:
        return
    pages = break_pages(found, lambda _: float(room), last_white=0.0)
    assert [index for page in pages for index in page] == list(range(len(found)))
    for page in pages:
        notes = sum(note.height for note in {note for index in page for note in found[index].notes})
        assert len(page) + notes + (1.0 if notes else 0.0) <= room + 0.02


def test_one_rule_stands_over_all_notes_of_a_page() -> None:
    noted = [Entry(1.0, notes=(Footnote(key, 1, 1.0),), foot_head=2.0) for key in range(3)]
    assert tallest([Entry(1.0, keeps_next=True), noted[0]]) == 5.0
    assert break_pages(noted, lambda _: 8.0, last_white=0.0) == [range(3)]
    assert break_pages(noted, lambda _: 7.5, last_white=0.0) == [range(2), range(2, 3)]


def test_a_note_that_a_page_calls_twice_takes_its_room_once() -> None:
    noted = Entry(1.0, notes=(Footnote(1, 3, 1.0),), foot_head=1.0)
    assert break_pages([noted] * 3, lambda _: 7.0, last_white=0.0) == [range(3)]
    assert break_pages([noted] * 3, lambda _: 6.5, last_white=0.0) == [range(2), range(2, 3)]
    assert tallest([Entry(1.0, keeps_next=True, notes=noted.notes), noted]) == 5.0


@pytest.mark.parametrize("text", ["Mot.\n\n^[Note seule.]", "- [^1]\n- b\n\n[^1]: Note seule."])
def test_a_note_whose_call_is_all_of_a_paragraph_is_laid(text: str) -> None:
    _, (page,) = laid(text, 40)
    assert page.calls == page.notes == ["1"]
    assert any("Note seule." in one.text for one in page.feet)
