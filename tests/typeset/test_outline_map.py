from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aula_reports.geometry import Rect, mm
from aula_reports.model.outlines import Commune
from aula_reports.read.outlines import parse_outlines
from aula_reports.typeset.map_plans import Compass
from aula_reports.typeset.outline_map import dissolve, fit, joint_border, walk
from aula_reports.typeset.scanlines import border_bands, columns_of, ink_bands, rows_of
from aula_reports.typeset.town_names import Ground, Town, place_names

ARTOIS = Path(__file__).parents[2] / "examples/ppa-2021/territoire.geojson"


def square(x: int, siren: str) -> Commune:
    corners = ((0, 0), (1, 0), (1, 1), (0, 1), (0, 0))
    ring = tuple((2 + 0.1 * (x + dx), 50 + 0.06 * dy) for dx, dy in corners)
    return Commune(f"commune {x}", siren, (ring,))


# ------------------------------------------------------------------------------ outlines


def test_what_neighbours_share_dissolves() -> None:
    (merged,) = dissolve([square(0, "1"), square(1, "1")])
    assert len(merged.border) == 6
    assert len(merged.inner) == 1


def test_groups_dissolve_what_their_areas_share() -> None:
    pair = dissolve([square(0, "1"), square(1, "2")])
    assert len(joint_border(pair)) == 6
    assert len(joint_border(pair[:1])) == 4


def test_walk_uses_each_edge_once_and_closes_borders() -> None:
    (merged,) = dissolve([square(x, "1") for x in range(3)])
    (chain,) = walk(merged.border)
    assert chain[0] == chain[-1]
    assert len(chain) == len(merged.border) + 1
    assert {tuple(sorted(step)) for step in pairwise(chain)} == set(merged.border)


def test_slivers_are_dropped() -> None:
    areas = dissolve([square(0, "1")])
    edge = areas[0].border[0]
    (east, north), far = edge
    near = (east + 2, north + 3)
    sliver = [edge, ((east, north), near), (near, far)]
    projection = fit(areas, Rect(0, 0, mm(100), mm(100)))
    assert len(projection.chains(areas[0].border)) == 1
    assert projection.chains(sliver) == ()


def test_projection_keeps_shapes() -> None:
    degree = 0.1
    ring = ((2.0, 50.0), (2 + degree, 50.0), (2 + degree, 50 + degree), (2.0, 50 + degree))
    projection = fit(dissolve([Commune("c", "1", (ring,))]), Rect(0, 0, 1000, 1000))
    assert projection.x_scale / projection.y_scale == pytest.approx(0.6420 * 111.32 / 111.2, 1e-3)


def test_outlines_of_the_example_dissolve_into_closed_borders() -> None:
    outlines, _ = parse_outlines(ARTOIS.read_text(encoding="utf-8"), "territoire.geojson")
    areas = dissolve(outlines)
    assert len(areas) == 5
    assert all(chain[0] == chain[-1] for area in areas for chain in walk(area.border))


# ------------------------------------------------------------------------------ scanlines


DIAMOND = ((0.0, 10.0), (10.0, 0.0), (20.0, 10.0), (10.0, 20.0), (0.0, 10.0))


def test_rows_and_columns_cut_a_diamond() -> None:
    assert rows_of([DIAMOND], [5.0, 10.0, 25.0]) == [[(5.0, 15.0)], [(0.0, 20.0)], []]
    assert columns_of([DIAMOND], [5.0]) == [[(5.0, 15.0)]]


@settings(max_examples=40)
@given(x=st.floats(-5, 25), y=st.floats(-5, 25))
def test_bands_know_every_point_of_ink(x: float, y: float) -> None:
    room = Rect(-10, -10, 40, 40)
    ink = ink_bands([DIAMOND], room, 1.5)
    away = abs(x - 10) + abs(y - 10)
    if away <= 10:
        assert ink.meets(Rect(x, y, 0, 0))
    if away > 14:
        assert not ink.meets(Rect(x, y, 0, 0))


def test_borders_leave_the_inside_free() -> None:
    bands = border_bands([DIAMOND], Rect(-10, -10, 40, 40), 1.0)
    assert not bands.meets(Rect(8, 8, 4, 4))
    assert bands.meets(Rect(8, 17, 4, 4))


# ------------------------------------------------------------------------------ towns


LAND = ((0.0, 0.0), (800.0, 0.0), (800.0, 400.0), (0.0, 400.0), (0.0, 0.0))
GROUND = Ground(
    ink_bands([LAND], Rect(0, 0, 800, 400), 4.0),
    border_bands([LAND], Rect(0, 0, 800, 400), 2.0),
    fold=400.0,
)
FOLD = Rect(400 - mm(4), 0, mm(8), 400)


@pytest.mark.parametrize("side", list(Compass))
def test_names_stand_at_the_side_asked_for(side: Compass) -> None:
    (name,) = place_names([Town((200, 200), 40, side)], GROUND)
    x, y = name.box.x + name.box.width / 2 - 200, name.box.y + name.box.height / 2 - 200
    found = {
        Compass.RIGHT: x > 20,
        Compass.LEFT: x < -20,
        Compass.ABOVE: y > 5 and abs(x) < 1,
        Compass.BELOW: y < -5 and abs(x) < 1,
    }
    assert found[side]


@settings(max_examples=40)
@given(x=st.floats(20, 780), y=st.floats(20, 380), side=st.sampled_from(list(Compass)))
def test_no_name_comes_near_the_fold(x: float, y: float, side: Compass) -> None:
    (name,) = place_names([Town((x, y), 60, side)], GROUND)
    assert not name.box.meets(FOLD, tolerance=0.01)


def test_names_turn_away_from_the_sea_and_from_each_other() -> None:
    (coast,) = place_names([Town((790, 200), 40, Compass.RIGHT)], GROUND)
    assert coast.box.right < 790
    first, second = place_names(
        [Town((100, 200), 40, Compass.RIGHT), Town((120, 200), 40, Compass.LEFT)], GROUND
    )
    assert not first.box.meets(second.box)
