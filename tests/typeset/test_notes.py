"""Notes stand at the foot of the page or column that calls them, and never on its text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

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
from aula_reports.typeset.flow import Entry, break_pages, tallest
from aula_reports.typeset.fonts import FaceTable
from aula_reports.typeset.maker import PageMaker
from aula_reports.typeset.pages import LinkThing, Page, TextThing
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


def test_a_note_that_no_page_holds_is_refused() -> None:
    with pytest.raises(ContentOverflow):
        laid(text_of([(1, 60)]), 30)


# ------------------------------------------------------------------------------ page breaks

feet = st.lists(
    st.builds(
        Entry,
        height=st.just(1.0),
        keeps_next=st.booleans(),
        foot=st.sampled_from([0.0, 0.0, 0.8, 1.6, 4.0]),
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
        notes = sum(found[index].foot for index in page)
        assert len(page) + notes + (1.0 if notes else 0.0) <= room + 0.02


def test_one_rule_stands_over_all_notes_of_a_page() -> None:
    noted = Entry(1.0, foot=1.0, foot_head=2.0)
    assert tallest([Entry(1.0, keeps_next=True), noted]) == 5.0
    assert break_pages([noted] * 3, lambda _: 8.0, last_white=0.0) == [range(3)]
    assert break_pages([noted] * 3, lambda _: 7.5, last_white=0.0) == [range(2), range(2, 3)]


@pytest.mark.parametrize("text", ["Mot.\n\n^[Note seule.]", "- [^1]\n- b\n\n[^1]: Note seule."])
def test_a_note_whose_call_is_all_of_a_paragraph_is_laid(text: str) -> None:
    _, (page,) = laid(text, 40)
    assert page.calls == page.notes == ["1"]
    assert any("Note seule." in one.text for one in page.feet)
