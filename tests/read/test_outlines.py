from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from aula_reports.diagnostics import InvalidProgramme
from aula_reports.read.loader import read_programme
from aula_reports.read.outlines import parse_outlines, read_outlines
from tests.read.conftest import WritesProgramme

RING = [[2, 50], [3, 50], [3, 51], [2, 50]]


def _feature(**changes: object) -> dict[str, object]:
    geometry = {"type": "Polygon", "coordinates": [RING]} | changes
    name, epci = geometry.pop("nom", "Lens"), geometry.pop("epci", "246200364")
    return {"properties": {"nom": name, "epci": epci}, "geometry": geometry}


def _text(*features: object) -> str:
    return json.dumps({"type": "FeatureCollection", "features": features})


def test_polygons_and_multipolygons() -> None:
    many = _feature(type="MultiPolygon", coordinates=[[RING, RING], [RING]])
    communes, findings = parse_outlines(_text(_feature(), many), "c.geojson")
    assert not findings
    assert [len(commune.rings) for commune in communes] == [1, 3]
    assert (communes[0].name, communes[0].epci_siren) == ("Lens", "246200364")
    assert communes[0].rings[0][1] == (3.0, 50.0)


@pytest.mark.parametrize(
    ("feature", "message"),
    [
        (None, "commune sans nom"),
        (_feature(nom=""), "commune sans nom"),
        (_feature(epci=None), "propriété epci"),
        (_feature(type="Point"), "ni Polygon"),
        (_feature(coordinates=3), "ni Polygon"),
        (_feature(coordinates=[[]]), "moins de quatre"),
        (_feature(type="MultiPolygon", coordinates=[[]]), "sans contour"),
        (_feature(coordinates=[[[2]] * 4]), "sans coordonnées"),
        (_feature(coordinates=[[[700000, 6600000]] * 4]), "hors du globe"),
        (_feature(coordinates=[[[float("nan"), 50]] * 4]), "hors du globe"),
    ],
)
def test_faults_of_a_feature(feature: object, message: str) -> None:
    communes, (finding,) = parse_outlines(_text(_feature(), feature), "c.geojson")
    assert len(communes) == 1
    assert finding.code == "E142"
    assert message in finding.message
    assert finding.field == "features › 2"


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"features": 3}', "[" * 100_000, "1" * 5000, '{"a": }']
)
def test_what_is_no_geojson(text: str) -> None:
    communes, (finding,) = parse_outlines(text, "c.geojson")
    assert (communes, finding.code) == ((), "E141")


def test_outlines_of_a_programme(written: WritesProgramme, tmp_path: Path) -> None:
    assert read_outlines(read_programme(written())) == ()
    loaded = read_programme(written("legende: Carte", "legende: Carte\n  contours: c.geojson"))
    with pytest.raises(InvalidProgramme, match="E101"):
        read_outlines(loaded)
    (tmp_path / "c.geojson").write_text(_text(_feature()), encoding="utf-8")
    assert len(read_outlines(loaded)) == 1


def test_a_height_at_each_point_changes_nothing() -> None:
    """What has none is decoded by its schema; what has one is read piece by piece."""
    flat = (Path(__file__).parents[2] / "examples/ppa-2021/territoire.geojson").read_text("utf-8")
    high = re.sub(r"\[(-?[\d.]+), ?(-?[\d.]+)\]", r"[\1, \2, 12.5]", flat)
    assert high.count("12.5]") > 7000
    assert parse_outlines(high, "g") == parse_outlines(flat, "g")
