from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from aula_reports.compose.blocks import (
    Figure,
    Head,
    MapArea,
    MapGroup,
    MapTown,
    TerritoryMap,
)
from aula_reports.compose.inline import RichText, Words
from aula_reports.diagnostics import ContentOverflow
from aula_reports.geometry import Rect, mm
from aula_reports.model.outlines import Commune
from aula_reports.read.layouts import read_layout
from aula_reports.read.outlines import parse_outlines
from aula_reports.resources import layout_folder
from aula_reports.typeset.blocks.territory import lay_territory
from aula_reports.typeset.cartography import PlacedMap, place_map
from aula_reports.typeset.fonts import FaceTable
from aula_reports.typeset.ink import ink_bounds
from aula_reports.typeset.leaders import AIR
from aula_reports.typeset.maker import PageMaker
from aula_reports.typeset.map_plans import Compass, MapBrief, Side
from aula_reports.typeset.map_texts import map_brief, set_texts
from aula_reports.typeset.outline_map import chain_box, dissolve, walk
from aula_reports.typeset.pages import Page, ShapeThing, TextThing
from aula_reports.typeset.paragraph import Setter
from aula_reports.typeset.scanlines import rows_of

ROOT = Path(__file__).parents[2]
ARTOIS = ROOT / "examples/ppa-2021/territoire.geojson"
LAYOUT = read_layout(layout_folder("ppa"), layout_folder)
FACES = FaceTable(LAYOUT.fonts)
SETTER = Setter(FACES, LAYOUT.styles)

Cells = Mapping[tuple[int, int], int]


def words(text: str) -> RichText:
    return (Words(text),)


def square(x: int, y: int) -> Commune:
    corners = ((0, 0), (1, 0), (1, 1), (0, 1), (0, 0))
    ring = tuple((2 + 0.1 * (x + dx), 50 + 0.06 * (y + dy)) for dx, dy in corners)
    return Commune(f"commune {x}-{y}", "", (ring,))


def communes(cells: Cells) -> tuple[Commune, ...]:
    shapes = (square(x, y) for x, y in cells)
    return tuple(
        Commune(shape.name, str(siren), shape.rings)
        for shape, siren in zip(shapes, cells.values(), strict=True)
    )


def area(number: int, name: str, group: int, shade: int) -> MapArea:
    figures = words("12 communes · 30 000 hab.")
    return MapArea(str(number), words("Communauté de communes"), words(name), figures, group, shade)


def territory(cells: Cells, groups: int = 0, towns: tuple[MapTown, ...] = ()) -> TerritoryMap:
    """Invent a territory of square communes; an EPCI below 0 is a stranger to it."""
    numbers = sorted({number for number in cells.values() if number >= 0})
    families = max(groups, 1)
    return TerritoryMap(
        head=Head(words("Le territoire"), words("Des carrés, un même territoire"), "territoire"),
        caption=words("Le territoire au premier jour"),
        groups=tuple(
            MapGroup(words(f"Pôle {number}"), words("24 communes")) for number in range(groups)
        ),
        areas=tuple(
            area(number, f"Vallée {number}", rank % families, rank // families)
            for rank, number in enumerate(numbers)
        ),
        towns=towns,
        communes=communes(cells),
        figures=(Figure("5", words("intercommunalités")), Figure("7", words("habitants"))),
        source=words("Fond de carte : invention"),
        alt="Carte de carrés.",
    )


def block_of(columns: int, rows: int, across: int, along: int) -> Cells:
    """Cut a rectangle of communes into EPCI of so many by so many."""
    return {
        (x, y): x // across + (columns // across) * (y // along)
        for x in range(columns)
        for y in range(rows)
    }


def maker() -> PageMaker:
    fresh = PageMaker(LAYOUT, SETTER, words("Programme"))
    fresh.open_page("plate")
    return fresh


def brief_of(block: TerritoryMap, *head: Rect) -> MapBrief:
    pages = maker()
    return map_brief(block, set_texts(block, pages), head, pages)


def laid(block: TerritoryMap) -> tuple[PageMaker, Page, Page]:
    pages = maker()
    lay_territory(block, pages)
    _, verso, recto = pages.finish()
    return pages, verso, recto


def texts(page: Page) -> list[str]:
    return [thing.text.strip() for thing in page.things if isinstance(thing, TextThing)]


def fills(page: Page) -> set[str]:
    return {thing.fill for thing in page.things if isinstance(thing, ShapeThing) and thing.fill}


# ------------------------------------------------------------------------------ the Artois


AGENCIES = (
    ("200044030", "7 Vallées", 0, 0),
    ("200069672", "Ternois", 0, 1),
    ("200072460", "Béthune-Bruay, Artois Lys Romane", 1, 0),
    ("246200364", "Lens-Liévin", 1, 1),
    ("246200299", "Hénin-Carvin", 1, 2),
)


@pytest.fixture(scope="module")
def artois() -> TerritoryMap:
    outlines, findings = parse_outlines(ARTOIS.read_text(encoding="utf-8"), "territoire.geojson")
    assert not findings
    towns = (("Béthune", "droite"), ("Lens", "droite"), ("Hénin-Beaumont", "dessus"))
    return TerritoryMap(
        head=Head(words("Le territoire"), words("Cinq intercommunalités, un Artois"), "territoire"),
        caption=words("Le territoire au 1er janvier 2021"),
        groups=(
            MapGroup(words("Pôle rural (PETR) Ternois et 7 Vallées"), words("172 communes")),
            MapGroup(words("Pôle métropolitain de l’Artois (PMA)"), words("150 communes")),
        ),
        areas=tuple(
            MapArea(siren, words("Communauté"), words(name), words("30 000 hab."), group, shade)
            for siren, name, group, shade in AGENCIES
        ),
        towns=tuple(MapTown(name, words(name), side) for name, side in towns),
        communes=outlines,
        figures=tuple(Figure(str(number), words(f"total {number}")) for number in range(4)),
        source=words("Fond de carte : IGN"),
        alt="Carte de l’Artois.",
    )


Spread = tuple[PageMaker, Page, Page]


@pytest.fixture(scope="module")
def artois_spread(artois: TerritoryMap) -> Spread:
    return laid(artois)


@pytest.fixture(scope="module")
def artois_map(artois: TerritoryMap) -> PlacedMap:
    return place_map(brief_of(artois))


def test_artois_stands_as_in_the_art_direction(artois_map: PlacedMap) -> None:
    sides = {artois_map.areas[p.area].siren: p.side for p in artois_map.choice.places}
    assert sides == {
        "200044030": Side.LEFT,
        "200069672": Side.LEFT,
        "200072460": Side.RIGHT,
        "246200299": Side.RIGHT,
        "246200364": Side.BELOW,
    }


def test_artois_is_as_large_as_its_box(artois_map: PlacedMap) -> None:
    boxes = [chain_box(chain) for outline in artois_map.outlines for chain in outline]
    left, right = min(box.x for box in boxes), max(box.right for box in boxes)
    foot, top = min(box.y for box in boxes), max(box.top for box in boxes)
    width = (right - left) / mm(322)
    height = (top - foot) / mm(171.7)
    assert max(width, height) == pytest.approx(1, abs=0.01)


def test_scale_is_round_and_of_use(artois_map: PlacedMap) -> None:
    assert artois_map.scale.km == 10
    assert mm(20) <= artois_map.scale.length <= mm(45)


def test_spread_is_read_on_the_page_where_it_is_seen(artois_spread: Spread) -> None:
    pages, verso, recto = artois_spread
    assert not verso.is_recto
    assert "LE TERRITOIRE" in texts(verso)
    for name in ("7 Vallées", "Ternois", "total 0", "total 1"):
        assert name in texts(verso)
    for name in ("Lens-Liévin", "Hénin-Carvin", "10\u00a0km", "total 2", "total 3"):
        assert name in texts(recto)
    assert pages.anchors["territoire"].page == 2


def test_map_is_one_figure(artois_spread: Spread) -> None:
    pages, verso, recto = artois_spread
    nodes = pages.tree.frozen()
    figures = [number for number, node in enumerate(nodes) if node.role == "Figure"]
    assert [nodes[number].alt for number in figures] == ["Carte de l’Artois."]
    assert any(thing.node == figures[0] for thing in verso.things)
    assert all(thing.node is None for thing in recto.things if isinstance(thing, ShapeThing))


def test_pages_draw_only_what_touches_their_sheet(artois_spread: Spread) -> None:
    _, verso, recto = artois_spread
    assert "carte-froid-3" not in fills(verso)
    assert "carte-chaud-1" not in fills(recto)
    for page in (verso, recto):
        drawn = [t for t in page.things if isinstance(t, ShapeThing) and t.even_odd]
        assert drawn
        assert all(thing.clip for thing in drawn)


def test_same_territory_same_pages(artois: TerritoryMap, artois_spread: Spread) -> None:
    _, verso, recto = laid(artois)
    assert (verso, recto) == artois_spread[1:]


# ------------------------------------------------------------------------------ odd territories


def test_one_area_without_group_or_town() -> None:
    _, verso, recto = laid(territory(block_of(4, 3, 4, 3)))
    said = texts(verso) + texts(recto)
    assert said.count("Vallée 0") == 1
    assert "carte-chaud-1" in fills(verso) | fills(recto)


def test_twelve_areas_in_a_block_all_have_their_label() -> None:
    _, verso, recto = laid(territory(block_of(8, 6, 2, 2), groups=2))
    said = texts(verso) + texts(recto)
    assert sorted(text for text in said if text.startswith("Vallée")) == sorted(
        f"Vallée {number}" for number in range(12)
    )
    assert {"Pôle 0", "Pôle 1"} <= set(said)


def test_strangers_are_drawn_without_a_label() -> None:
    block = territory({(0, 0): 0, (1, 0): 0, (2, 0): -1})
    _, verso, recto = laid(block)
    assert "nuit-55" in fills(verso) | fills(recto)
    assert sum(text.startswith("Vallée") for text in texts(verso) + texts(recto)) == 1


def test_area_without_outline_has_no_label() -> None:
    block = territory({(0, 0): 0, (1, 0): 1})
    lost = replace(block, communes=block.communes[:1])
    _, verso, recto = laid(lost)
    assert sum(text.startswith("Vallée") for text in texts(verso) + texts(recto)) == 1


def test_too_many_names_are_said_not_dropped() -> None:
    everything = Rect(0, 0, mm(420), mm(297))
    with pytest.raises(ContentOverflow):
        place_map(brief_of(territory({(0, 0): 0}), everything))


@st.composite
def territories(draw: st.DrawFn) -> TerritoryMap:
    columns, rows = draw(st.integers(1, 7)), draw(st.integers(1, 5))
    count = draw(st.integers(1, 5))
    seeds = [
        (draw(st.integers(0, columns - 1)), draw(st.integers(0, rows - 1))) for _ in range(count)
    ]

    def nearest(x: int, y: int) -> int:
        return min(range(count), key=lambda n: abs(seeds[n][0] - x) + abs(seeds[n][1] - y))

    cells = {(x, y): nearest(x, y) for x in range(columns) for y in range(rows)}
    sides = st.sampled_from([side.value for side in Compass])
    towns = draw(st.lists(st.tuples(st.sampled_from(sorted(cells)), sides), max_size=4))
    named = tuple(MapTown(f"commune {x}-{y}", words(f"Bourg {x}"), s) for (x, y), s in towns)
    return territory(cells, draw(st.integers(0, 2)), named)


def ink_of(page: Page) -> Iterator[Rect]:
    for thing in page.things:
        box = ink_bounds(thing, FACES) if isinstance(thing, TextThing) else None
        if box is not None:
            yield box


@settings(max_examples=8)
@given(block=territories())
def test_text_keeps_to_the_type_area_and_off_the_fold(block: TerritoryMap) -> None:
    pages, verso, recto = laid(block)
    width, zone = pages.grid.width, mm(4)
    for box in ink_of(verso):
        assert box.x >= mm(16) - 1
        assert box.right <= width - zone
    for box in ink_of(recto):
        assert box.x >= zone
        assert box.right <= width - mm(16) + 1


@settings(max_examples=8)
@given(block=territories())
def test_labels_keep_clear_of_the_map_and_of_each_other(block: TerritoryMap) -> None:
    plan = place_map(brief_of(block))
    labels = [place.box for place in plan.choice.places]
    labels += [group.box for group in plan.choice.groups]
    squares = [
        chain_box(plan.projection.chain(nodes))
        for commune in block.communes
        for nodes in walk(dissolve([commune])[0].border)
    ]
    halves = [Rect(left, 0, mm(174), mm(297)) for left in (mm(16), mm(230))]
    for number, label in enumerate(labels):
        assert not any(label.grown(AIR - 0.01).meets(shape) for shape in squares)
        assert not any(label.meets(other) for other in labels[:number])
        assert any(half.holds(label, 0.01) for half in halves)


@settings(max_examples=8)
@given(block=territories())
def test_leaders_end_in_their_own_area(block: TerritoryMap) -> None:
    plan = place_map(brief_of(block))
    for place in plan.choice.places:
        x, y = place.leader[2]
        inside = [
            number
            for number, outline in enumerate(plan.outlines)
            if any(low < x < high for low, high in rows_of(outline, [y])[0])
        ]
        assert inside == [place.area]


@pytest.mark.parametrize("groups", [0, 1])
def test_areas_of_one_group_or_none_have_each_a_tint(groups: int) -> None:
    _, verso, recto = laid(territory(block_of(10, 4, 2, 4), groups))
    fills = {
        thing.fill
        for page in (verso, recto)
        for thing in page.things
        if isinstance(thing, ShapeThing) and thing.fill.startswith("carte-")
    }
    assert len(fills) == 5
