"""Editorial, contents in bands, members: from small typed blocks, full, bare and crowded."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from msgspec.structs import replace

from aula_reports import build, resources
from aula_reports.compose.blocks import (
    Block,
    Colophon,
    ContentsBand,
    ContentsBands,
    ContentsEntry,
    Document,
    Editorial,
    Head,
    MarkGroup,
    Members,
    Paragraph,
    Part,
    Start,
    TextMark,
)
from aula_reports.compose.wording import label, rich, title
from aula_reports.geometry import mm, path_bounds
from aula_reports.model.outlines import Commune
from aula_reports.model.pages import DocumentTitles, Picture
from aula_reports.model.partners import Agency
from aula_reports.model.programme import Axis, Programme
from aula_reports.model.report import Editorial as EditorialModel
from aula_reports.pipeline import Publication, Timings
from aula_reports.read.layouts import read_layout
from aula_reports.typeset.blocks.hung import HEAVY
from aula_reports.typeset.fonts import FaceTable
from aula_reports.typeset.pages import ImageThing, LinkThing, Page, ShapeThing, TextThing
from aula_reports.typeset.paginate import paginate
from aula_reports.typeset.paragraph import Setter
from tests.booklet.placed import collisions, covered_pictures, flat, inks, late_lines, strays
from tests.write.structure_walk import walk

HOME = resources.layout_folder("rapport")
# Without endpapers: the pages are those of the blocks.
LAYOUT = read_layout(HOME, resources.layout_folder).model_copy(update={"multiple_of": 1})
SENTENCE = "Une phrase dite plus haut que les autres, parce qu’elle porte tout le livre."
TEXT = (
    "L’agence a conduit cette année de nombreux travaux, dont les fiches rendent compte une à une. "
    "Elles disent le temps passé, ce qui est achevé et ce qui reste à faire."
)


def _publication(*parts: Part) -> Publication:
    document = Document("Rapport", "Agence", "Rapport", rich("Rapport 2027"), parts)
    faces = FaceTable(LAYOUT.fonts, HOME)
    book = paginate(document, LAYOUT, Setter(faces, LAYOUT.styles), {"plate.jpg": 1.4})
    return Publication(book, LAYOUT, faces, Path(), (), Timings())


def _opening() -> Part:
    """A first page, so that what is looked at starts on a verso."""
    return Part("debut", (_text_page("Début", "debut"),))


def _text_page(name: str, anchor: str) -> Block:
    return Colophon(Head((), rich(name), anchor), (Paragraph(rich(TEXT)),))


def _assert_sound(publication: Publication) -> None:
    assert not collisions(publication)
    assert not strays(publication)
    assert not covered_pictures(publication)
    assert not late_lines(publication)


def _texts(page: Page) -> list[str]:
    return [flat(thing.text).strip() for thing in page.things if isinstance(thing, TextThing)]


def _rules(page: Page) -> list[float]:
    """Give the upper edges of a page's heavy rules, from the highest."""
    tops = [
        round(path_bounds(thing.path).top + HEAVY / 2, 1)
        for thing in page.things
        if isinstance(thing, ShapeThing) and thing.pen and thing.pen.width == HEAVY
    ]
    return sorted(tops, reverse=True)


def _steps(pages: list[Page]) -> set[float]:
    """Give the distances of neighbouring rules, on all pages."""
    return {round(a - b, 1) for page in pages for a, b in pairwise(_rules(page))}


# ------------------------------------------------------------------------------ editorial


def _square(west: float, south: float, siren: str) -> Commune:
    corners = ((0.0, 0.0), (0.1, 0.0), (0.1, 0.1), (0.0, 0.1), (0.0, 0.0))
    ring = tuple((west + x, south + y) for x, y in corners)
    return Commune(f"{west} {south}", siren, (ring,))


FULL = Editorial(
    head=Head((), title("Voir clair"), "editorial"),
    sentence=title(SENTENCE),
    share="66 %",
    share_caption=rich("du temps revient aux deux premiers axes"),
    initials="CL",
    portrait_alt="À la place du portrait, les initiales CL",
    portrait_caption=rich("Présidente de l’Agence."),
    standfirst=rich("Une année de travaux."),
    prose=tuple(Paragraph(rich(TEXT)) for _ in range(6)),
    signature=(rich("Camille Laurent"), rich("présidente de l’Agence")),
    communes=(_square(2.0, 50.0, "1"), _square(2.1, 50.0, "2"), _square(2.0, 50.1, "1")),
)
BARE = replace(
    FULL,
    sentence=(),
    share="",
    share_caption=(),
    initials="",
    portrait_caption=(),
    standfirst=(),
    signature=(),
    communes=(),
)


def _editorial(block: Editorial) -> Publication:
    return _publication(_opening(), Part("editorial", (block,), rich("Éditorial"), Start.VERSO))


def test_the_editorial_is_a_spread() -> None:
    publication = _editorial(FULL)
    assert [page.master for page in publication.book.pages] == ["recto", "dark", "recto"]
    _assert_sound(publication)


def test_columns_end_on_the_line_of_the_portrait() -> None:
    """Both columns of a short text end as low as the portrait does, the signature with them."""
    _, night, text = _editorial(FULL).book.pages
    feet = [
        path_bounds(thing.path).y
        for thing in night.things
        if isinstance(thing, ShapeThing) and thing.fill == "nuit-80"
    ]
    lines = [thing for thing in text.things if isinstance(thing, TextThing) and thing.node]
    left = min(thing.y for thing in lines if thing.x < 290)
    right = min(thing.y for thing in lines if thing.x > 290)
    assert feet == [pytest.approx(left)]
    assert right == pytest.approx(left)


@pytest.mark.parametrize(
    "empty",
    ["sentence", "share", "share_caption", "initials", "portrait_caption", "standfirst"],
)
def test_an_empty_field_leaves_the_spread(empty: str) -> None:
    block = replace(FULL, **{empty: "" if empty in ("share", "initials") else ()})
    publication = _editorial(block)
    assert [page.master for page in publication.book.pages] == ["recto", "dark", "recto"]
    _assert_sound(publication)


@pytest.mark.parametrize("empty", ["prose", "signature", "communes"])
def test_an_empty_list_leaves_the_spread(empty: str) -> None:
    publication = _editorial(replace(FULL, **{empty: ()}))
    assert publication.page_count == 3
    assert _texts(publication.book.pages[2])
    _assert_sound(publication)


def test_without_sentence_and_share_there_is_no_dark_page() -> None:
    for block in (
        BARE,
        replace(BARE, initials="CL", communes=FULL.communes),
        replace(BARE, prose=()),
    ):
        publication = _editorial(block)
        assert [page.master for page in publication.book.pages] == ["recto", "verso"]
        _assert_sound(publication)


@pytest.mark.parametrize("paragraphs", [1, 12, 18, 24, 60])
def test_long_texts_run_on(paragraphs: int) -> None:
    """No line is lost, wherever the text ends; the signature stands on the last page."""
    prose = tuple(Paragraph(rich(f"{number}. {TEXT}")) for number in range(paragraphs))
    publication = _editorial(replace(FULL, prose=prose))
    words = flat(" ".join(text for page in publication.book.pages[2:] for text in _texts(page)))
    assert all(f"{number}. L’agence" in words for number in range(paragraphs))
    assert "Camille Laurent" in _texts(publication.book.pages[-1])
    assert all(len(_texts(page)) > 4 for page in publication.book.pages)
    _assert_sound(publication)


def test_a_long_sentence_is_set_smaller() -> None:
    long = replace(FULL, sentence=title(" ".join([SENTENCE] * 6)))
    publication = _editorial(long)
    sizes = {
        span.size
        for thing in publication.book.pages[1].things
        if isinstance(thing, TextThing)
        for span in thing.spans
    }
    assert LAYOUT.styles["raised"].size not in sizes
    _assert_sound(publication)


def test_long_captions_lift_what_is_above_them() -> None:
    long = replace(FULL, share_caption=rich(TEXT * 2), portrait_caption=rich(TEXT))
    short, lifted = (_editorial(block).book.pages[1] for block in (FULL, long))

    def baseline(page: Page) -> float:
        texts = [thing for thing in page.things if isinstance(thing, TextThing)]
        return next(thing.y for thing in texts if thing.text.startswith("66"))

    assert baseline(lifted) > baseline(short)
    _assert_sound(_editorial(long))


# ------------------------------------------------------------------------------ contents

PLATE = Picture(id="plate", file="plate.jpg", alt="Une plaine")


def _contents(count: int, *, axes: int = 0, children: int = 0) -> Publication:
    """A book of so many parts, the last ones axes, whose first part has children."""
    parts = [
        Part(f"part-{number}", (_text_page(f"Partie {number}", f"part-{number}"),))
        for number in range(count)
    ]
    bands = tuple(_band(number, count - axes, children) for number in range(count))
    head = Head((), rich("Sommaire"), "sommaire")
    contents = Part("sommaire", (ContentsBands(head, bands),), rich("Sommaire"))
    return _publication(_opening(), contents, *parts)


def _band(number: int, first_axis: int, children: int) -> ContentsBand:
    key = f"part-{number}"
    entries = tuple(ContentsEntry(rich(f"Entrée {n}"), key) for n in range(children))
    band = ContentsBand(
        f"{number + 1:02}",
        title("Une partie dont le titre passe une ligne de la bande et même deux"),
        key,
        key,
        detail=rich("Ce que la partie contient, dit en une phrase qui tient sur deux lignes."),
        children=() if number else entries,
    )
    if number < first_axis:
        return band
    axis = number - first_axis + 1
    return replace(
        band, label=rich(f"Axe {axis}"), figures=rich("3 fiches"), axis=axis, picture=PLATE
    )


def _contents_pages(publication: Publication) -> list[Page]:
    last = publication.book.anchors["part-0"].page
    return [page for page in publication.book.pages[1 : last - 1] if page.master != "blank"]


@pytest.mark.parametrize(
    ("count", "pages"), [(1, 1), (4, 1), (5, 2), (9, 2), (10, 2), (14, 4), (23, 4)]
)
def test_bands_are_equal(count: int, pages: int) -> None:
    publication = _contents(count, axes=min(count, 5))
    found = _contents_pages(publication)
    assert len(found) == pages
    rules = [_rules(page) for page in found]
    assert sum(map(len, rules)) == count
    assert len(_steps(found)) <= 1
    if pages > 1:  # the title takes the place of the first band, so rules register across the fold
        assert all(left == right for left, right in zip(rules[0], rules[1][1:], strict=False))
    _assert_sound(publication)


def test_many_plain_parts_take_lower_bands_of_a_spread() -> None:
    publication = _contents(14)
    assert len(_contents_pages(publication)) == 2
    _assert_sound(publication)


def test_a_band_of_many_entries_makes_all_higher() -> None:
    publication = _contents(9, children=9)
    assert len(_steps(_contents_pages(publication))) == 1
    assert max(_steps(_contents_pages(publication))) > mm(11 * 4.5)
    _assert_sound(publication)


def test_pages_of_parts_are_right() -> None:
    head = Head((), rich("Sommaire"), "sommaire")
    bands = tuple(_band(number, 9, 2) for number in range(2))
    two = Part("part-0", (_text_page("Un", "part-0"), _text_page("Deux", "autre")))
    one = Part("part-1", (_text_page("Trois", "part-1"),))
    publication = _publication(
        _opening(), Part("sommaire", (ContentsBands(head, bands),)), two, one
    )
    texts = _texts(publication.book.pages[1])
    assert "3–4" in texts
    assert texts.count("5") == 1
    assert texts.count("3") == 2


def test_every_entry_is_a_live_link_in_a_list_of_contents() -> None:
    publication = _contents(6, axes=2, children=3)
    nodes = publication.book.nodes
    links = [
        thing
        for page in _contents_pages(publication)
        for thing in page.things
        if isinstance(thing, LinkThing)
    ]
    assert len(links) == 6 + 3
    for link in links:
        reference = nodes[nodes[link.node].parent or 0]
        assert reference.role == "Reference"
        entry = nodes[reference.parent or 0]
        assert entry.role == "TOCI"
        assert nodes[entry.parent or 0].role == "TOC"


def test_a_plate_is_cut_to_three_columns_and_six_lines() -> None:
    publication = _contents(9, axes=5)
    pictures = [
        thing
        for page in _contents_pages(publication)
        for thing in page.things
        if isinstance(thing, ImageThing)
    ]
    assert len(pictures) == 5
    for picture in pictures:
        assert picture.node is None
        assert picture.box.holds(picture.clip, 0.01)
        assert picture.clip.width == pytest.approx(mm(40.5))
        assert picture.clip.height == pytest.approx(mm(29.24), abs=0.3)


def test_a_book_without_parts_has_no_contents() -> None:
    head = Head((), rich("Sommaire"), "sommaire")
    publication = _publication(_opening(), Part("sommaire", (ContentsBands(head, ()),)))
    assert publication.page_count == 1


# ------------------------------------------------------------------------------ members

NAMES = ("CCV", "Val-de-Marne", "Ville de Valmont", "Courcelles-lès-Lens", "Université du Val")


def _members_block(*counts: int) -> Members:
    groups = tuple(
        MarkGroup(
            rich(f"Groupe {number}"),
            tuple(
                TextMark(label(NAMES[mark % len(NAMES)]), rich("Communauté" if mark % 3 else ""))
                for mark in range(count)
            ),
        )
        for number, count in enumerate(counts)
    )
    return Members(Head((), rich("Membres"), "membres"), groups)


def _members(*counts: int) -> Publication:
    return _publication(_opening(), Part("membres", (_members_block(*counts),)))


def _marks(page: Page) -> list[TextThing]:
    voices = {LAYOUT.styles[name].size for name in LAYOUT.styles if name.startswith("mark-")}
    voices -= {LAYOUT.styles["mark-detail"].size, LAYOUT.styles["mark-star"].size}
    return [
        thing
        for thing in page.things
        if isinstance(thing, TextThing) and thing.node and thing.spans[0].size in voices
    ]


def test_groups_stand_in_equal_cells() -> None:
    publication = _members(12, 6)
    (page,) = publication.book.pages[1:]
    assert [node.role for node in publication.book.nodes].count("H2") == 2
    centres = sorted(
        {
            round(ink.x + ink.width / 2)
            for thing, ink in inks(publication, page)
            if thing in _marks(page)
        }
    )
    # Four columns and three have two centres of their own each, or share none.
    assert len(centres) >= 7
    _assert_sound(publication)


def test_sixty_members_run_on() -> None:
    publication = _members(48, 12)
    roles = [node.role for node in publication.book.nodes]
    assert publication.page_count > 2
    assert roles.count("LI") == 60
    assert roles.count("H2") == 2
    assert any("GROUPE 0 (SUITE)" in text for text in _texts(publication.book.pages[2]))
    _assert_sound(publication)


def test_no_name_is_set_smaller() -> None:
    """A name too long for its cell takes two lines, in one of the voices and at its size."""
    long = TextMark(label("Syndicat intercommunal d’aménagement de Valmont-sur-l’Eau"))
    group = MarkGroup(rich("Groupe"), (long, *(TextMark(rich("CCV")) for _ in range(7))))
    block = Members(Head((), rich("Membres"), "membres"), (group,))
    publication = _publication(_opening(), Part("membres", (block,)))
    marks = _marks(publication.book.pages[1])
    assert flat(" ".join(mark.text.strip() for mark in marks)).startswith("Syndicat")
    assert len({mark.y for mark in marks}) > 2
    _assert_sound(publication)


def test_front_pages_can_be_written_and_read() -> None:
    head = Head((), rich("Sommaire"), "sommaire")
    bands = (_band(0, 1, 2),)
    publication = _publication(
        _opening(),
        Part("editorial", (FULL,), rich("Éditorial"), Start.VERSO),
        Part("sommaire", (ContentsBands(head, bands),), rich("Sommaire")),
        Part("part-0", (_text_page("Un", "part-0"), _members_block(5, 8)), rich("Membres")),
    )
    structure = walk(publication.to_bytes(profile="web", use_cache=False))
    assert not structure.errors
    assert structure.roles["TOC"] == 2
    assert structure.roles["H2"] == 2
    assert any("initiales CL" in words for words in structure.alternatives)


# ------------------------------------------------------------------------------ a programme


def test_a_bare_editorial_makes_one_page_and_no_blank_one() -> None:
    """From Python, without any file: a cover, the text, the contents on one page, the axis."""
    programme = Programme(
        report=DocumentTitles(
            title_lines=("Rapport",),
            running_title="Rapport 2027",
            short_title="Rapport 2027",
            edition=2027,
        ),
        agency=Agency(name="Agence d’urbanisme du Val", acronym="AUV"),
        editorial=EditorialModel(title="Voir clair", text=TEXT),
        axes=(Axis(number=1, title="Habiter", introduction=TEXT),),
    )
    publication = build(programme)
    masters = [page.master for page in publication.book.pages]
    assert masters[:3] == ["cover", "verso", "recto"]
    assert "blank" not in masters
    assert "dark" not in masters
    _assert_sound(publication)
