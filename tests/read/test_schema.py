from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from aula_reports.read.schema import programme_schema


def _objects(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
        for part in schema.values():
            yield from _objects(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from _objects(part)


def test_the_same_each_time() -> None:
    one, two = (json.dumps(programme_schema(), ensure_ascii=False) for _ in range(2))
    assert one == two


def test_every_model_is_closed_and_every_field_described() -> None:
    schema = programme_schema()
    for model in (schema, *schema["$defs"].values()):
        if "properties" in model:
            assert model["additionalProperties"] is False
            assert "description" not in model
            assert all(field.get("description") for field in model["properties"].values())


def test_french_names_and_no_class_titles() -> None:
    schema = programme_schema()
    assert {"document", "agence", "organismes", "axes"} <= schema["properties"].keys()
    titles = [part["title"] for part in _objects(schema) if isinstance(part.get("title"), str)]
    assert titles == ["Programme partenarial d’activités"]


def test_it_admits_what_the_loader_admits() -> None:
    definitions = programme_schema()["$defs"]
    section, action = definitions["Section"]["properties"], definitions["Action"]["properties"]
    assert section["numero"]["type"] == ["string", "number", "boolean"]
    assert action["numero"]["type"] == ["integer", "string"]
    assert "oui" in action["nouvelle"]["enum"]
    assert definitions["Approval"]["properties"]["date"]["type"] == "string"
    assert definitions["MissionType"]["enum"] == [
        "partage",
        "mutualise",
        "particuliere",
        "externe",
    ]
