"""The programme as JSON Schema, so that an editor helps to write it.

It admits what the loader admits: a number where a text is expected (editors read `1.1` as one),
`4 750` and `8,45` as numbers, `oui` and `non` as truth. Descriptions are those of the fields.
"""

from __future__ import annotations

from typing import Any

from aula_reports.model.programme import Programme

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_INTEGER = "^[+-]?[0-9]{1,3}([ \u00a0\u202f]?[0-9]{3})*$"
_NUMBER = "^[+-]?[0-9]{1,3}([ \u00a0\u202f]?[0-9]{3})*([.,][0-9]+)?$"
_TRUTH = [True, False, "oui", "non", "vrai", "faux"]


def programme_schema() -> dict[str, Any]:
    """Describe a programme's file; the same models always give the same schema."""
    schema = Programme.model_json_schema(by_alias=True)
    definitions = {
        name: _widened(_without_docstring(definition))
        for name, definition in sorted(schema.pop("$defs").items())
    }
    return {
        "$schema": DIALECT,
        "title": "Programme partenarial d’activités",
        **_widened(_without_docstring(schema)),
        "$defs": definitions,
    }


def _without_docstring(schema: dict[str, Any]) -> dict[str, Any]:
    """Drop the English docstring and the class name of a model."""
    return {key: value for key, value in schema.items() if key not in ("description", "title")}


def _widened(schema: Any) -> Any:
    """Admit, all the way down, the ways of writing that the loader understands."""
    if isinstance(schema, list):
        return [_widened(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {
        key: value if key in ("enum", "default", "const", "required") else _widened(value)
        for key, value in schema.items()
        if not (key == "title" and isinstance(value, str))
    }
    return {**inner, **_ways(inner)}


def _ways(schema: dict[str, Any]) -> dict[str, Any]:
    kind = schema.get("type")
    if kind == "boolean":
        schema.pop("type")
        return {"enum": _TRUTH}
    if kind == "integer":
        return {"type": ["integer", "string"], "pattern": _INTEGER}
    if kind == "number":
        return {"type": ["number", "string"], "pattern": _NUMBER}
    if kind == "string" and not ({"enum", "const", "format"} & schema.keys()):
        return {"type": ["string", "number", "boolean"]}
    return {}
