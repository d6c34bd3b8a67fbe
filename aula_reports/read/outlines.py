"""Outlines of communes from a GeoJSON file: properties `nom` and `epci`, polygons in degrees.

A file in order is decoded in one go by its schema. Any other is read again piece by piece, which
bears what a schema does not (a height at each point) and finds all that is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import msgspec

from aula_reports.diagnostics import (
    Finding,
    InvalidProgramme,
    Location,
    Severity,
    in_source_order,
)
from aula_reports.model.outlines import Commune
from aula_reports.read.files import MAX_ALIKE, file_within, read_text
from aula_reports.read.loader import LoadedProgramme
from aula_reports.read.near import quoted
from aula_reports.read.places import Fault, located

MAX_OUTLINES_BYTES = 20_000_000
_FIELD = ("territoire", "contours")

# Degrees, within the globe.
Longitude = Annotated[float, msgspec.Meta(ge=-180, le=180)]
Latitude = Annotated[float, msgspec.Meta(ge=-90, le=90)]
Ring = tuple[tuple[Longitude, Latitude], ...]
_Closed = Annotated[Ring, msgspec.Meta(min_length=4)]
_Polygon = Annotated[tuple[_Closed, ...], msgspec.Meta(min_length=1)]


class _Single(msgspec.Struct, tag="Polygon", tag_field="type"):
    coordinates: _Polygon

    @property
    def rings(self) -> tuple[Ring, ...]:
        return self.coordinates


class _Several(msgspec.Struct, tag="MultiPolygon", tag_field="type"):
    coordinates: tuple[_Polygon, ...]

    @property
    def rings(self) -> tuple[Ring, ...]:
        return tuple(ring for polygon in self.coordinates for ring in polygon)


class _Properties(msgspec.Struct):
    nom: Annotated[str, msgspec.Meta(pattern=r"\S")]
    epci: str | int


class _Feature(msgspec.Struct):
    properties: _Properties
    geometry: _Single | _Several

    @property
    def commune(self) -> Commune:
        properties = self.properties
        return Commune(properties.nom.strip(), str(properties.epci), self.geometry.rings)


class _Collection(msgspec.Struct):
    features: tuple[_Feature, ...]


class _UnreadableError(Exception):
    """A part of the file is not what GeoJSON says; the message tells what, in French."""


def read_outlines(loaded: LoadedProgramme) -> tuple[Commune, ...]:
    """Read the outlines that a programme names; raise `InvalidProgramme` with all the faults."""
    communes, findings = survey_outlines(loaded)
    if findings:
        raise InvalidProgramme(findings)
    return communes


def survey_outlines(loaded: LoadedProgramme) -> tuple[tuple[Commune, ...], tuple[Finding, ...]]:
    """Read the outlines that a programme names (none if it names none), with their faults."""
    territory = loaded.programme.territory
    if territory is None or not territory.outlines:
        return (), ()
    file = file_within(loaded.folder, territory.outlines)
    source = file if isinstance(file, Fault) else read_text(file, MAX_OUTLINES_BYTES)
    if isinstance(source, Fault):
        fault = Fault(source.code, source.message, _FIELD, source.remedy)
        return (), (located(fault, loaded.places),)
    return parse_outlines(source.text, str(file))


def parse_outlines(text: str, file: str) -> tuple[tuple[Commune, ...], tuple[Finding, ...]]:
    """Turn GeoJSON text into communes, sorted as written, with all that is wrong."""
    try:
        collection = msgspec.json.decode(text, type=_Collection)
    except (msgspec.MsgspecError, RecursionError):
        return _surveyed(text, file)
    return tuple([feature.commune for feature in collection.features]), ()


def _surveyed(text: str, file: str) -> tuple[tuple[Commune, ...], tuple[Finding, ...]]:
    """Read GeoJSON text piece by piece, with all that is wrong."""
    try:
        features = _features(text)
    except _UnreadableError as error:
        place = Location(file, *error.args[1:])
        remedy = "exporter de nouveau le fichier"
        return (), (Finding(Severity.ERROR, "E141", error.args[0], place, remedy=remedy),)
    communes, findings = [], []
    for rank, feature in enumerate(features):
        try:
            communes.append(_commune(feature))
        except _UnreadableError as error:
            findings.append(_of_feature(str(error), file, rank))
    return tuple(communes), in_source_order(findings[:MAX_ALIKE])


def _of_feature(message: str, file: str, rank: int) -> Finding:
    field = f"features › {rank + 1}"
    remedy = "propriétés nom et epci, polygones en degrés (WGS 84)"
    return Finding(Severity.ERROR, "E142", message, Location(file), field, remedy)


def _features(text: str) -> list[object]:
    features = _member(_parsed(text), "features")
    if not isinstance(features, list):
        raise _UnreadableError("ce n’est pas une FeatureCollection de GeoJSON")
    return features


def _parsed(text: str) -> object:
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError):
        return _parsed_slowly(text)


def _parsed_slowly(text: str) -> object:
    """Bear what other programs write though JSON has no such thing (NaN), or tell the place."""
    import json  # Only for what is out of order.

    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise _UnreadableError("ce n’est pas du JSON", error.lineno, error.colno) from None
    except (ValueError, RecursionError):
        raise _UnreadableError("JSON démesuré") from None


def _commune(feature: object) -> Commune:
    properties = _member(feature, "properties")
    name, siren = _member(properties, "nom"), _member(properties, "epci")
    if not isinstance(name, str) or not name.strip():
        raise _UnreadableError("commune sans nom")
    if isinstance(siren, bool) or not isinstance(siren, str | int):
        raise _UnreadableError(f"{quoted(name)} n’a pas de propriété epci")
    rings = tuple(_rings(_member(feature, "geometry"), name))
    return Commune(name.strip(), str(siren), rings)


def _rings(geometry: object, name: str) -> Iterator[Ring]:
    kind, coordinates = _member(geometry, "type"), _member(geometry, "coordinates")
    if kind not in ("Polygon", "MultiPolygon") or not isinstance(coordinates, list):
        raise _UnreadableError(f"{quoted(name)} n’est ni Polygon ni MultiPolygon")
    polygons = [coordinates] if kind == "Polygon" else coordinates
    for polygon in polygons:
        if not isinstance(polygon, list) or not polygon:
            raise _UnreadableError(f"{quoted(name)} a un polygone sans contour")
        yield from (_ring(ring, name) for ring in polygon)


def _ring(points: object, name: str) -> Ring:
    if not isinstance(points, list) or len(points) < 4:
        raise _UnreadableError(f"{quoted(name)} a un contour de moins de quatre points")
    try:
        return msgspec.convert(points, Ring)
    except msgspec.ValidationError:
        # Some point has a height too, or a fault to be told.
        return tuple(_point(point, name) for point in points)


def _point(point: object, name: str) -> tuple[float, float]:
    match point:
        case [int() | float() as longitude, int() | float() as latitude, *_]:
            if abs(longitude) <= 180 and abs(latitude) <= 90:
                return float(longitude), float(latitude)
            raise _UnreadableError(f"{quoted(name)} a un point hors du globe")
    raise _UnreadableError(f"{quoted(name)} a un point sans coordonnées")


def _member(holder: object, key: str) -> object:
    return holder.get(key) if isinstance(holder, dict) else None
