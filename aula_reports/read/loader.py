"""The border of the house: files in, typed models out, or all the faults at once.

    text ─yaml_tree→ tree ─convert→ values ─pydantic→ model
                                          └references→ faults between fields

Everything that can still be examined after a fault is examined, so that one run tells all.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Generic, TypeVar

from msgspec import Struct
from pydantic import BaseModel, ValidationError

from aula_reports.diagnostics import (
    Finding,
    InvalidProgramme,
    Location,
    Severity,
    SourceError,
    in_source_order,
)
from aula_reports.model.programme import Programme
from aula_reports.read.convert import Conversion
from aula_reports.read.faults import schema_faults
from aula_reports.read.files import read_text
from aula_reports.read.near import quoted
from aula_reports.read.nodes import MappingNode
from aula_reports.read.note_faults import note_findings
from aula_reports.read.places import Fault, Places, all_located
from aula_reports.read.references import reference_faults
from aula_reports.read.shapes import model_shape
from aula_reports.read.yaml_tree import parse_yaml

ModelT = TypeVar("ModelT", bound=BaseModel)


class LoadedProgramme(Struct, frozen=True):
    """A programme with the places of its fields, and what reading it remarked (no errors)."""

    programme: Programme
    places: Places
    folder: Path
    findings: tuple[Finding, ...] = ()


class Reading(Struct, Generic[ModelT], frozen=True):
    """The outcome of reading one model: no model when a finding is an error.

    `values` are the plain values by alias, valid or not, for rules that bear broken input.
    """

    model: ModelT | None
    places: Places
    values: Mapping[str, object]
    findings: tuple[Finding, ...]


def load_programme(path: str | Path) -> Programme:
    """Read a programme; raise `SourceError` or `InvalidProgramme` with all the findings."""
    return read_programme(path).programme


def read_programme(path: str | Path) -> LoadedProgramme:
    """Read a programme with its places; raise `SourceError` or `InvalidProgramme`."""
    file = Path(path)
    tree, findings = read_tree(file)
    if tree is None:
        raise SourceError(findings)
    reading = build(tree, Programme, file.parent)
    faults = all_located(reference_faults(reading.values), reading.places)
    notes = note_findings(reading.values, reading.places)
    told = in_source_order((*findings, *reading.findings, *faults, *notes))
    if reading.model is None or has_errors(told):
        raise InvalidProgramme(told)
    return LoadedProgramme(reading.model, reading.places, file.parent, told)


def read_model(path: str | Path, model: type[ModelT]) -> tuple[ModelT, Places]:
    """Read any model of ours from a YAML file; raise `SourceError` or `InvalidProgramme`."""
    file = Path(path)
    tree, findings = read_tree(file)
    if tree is None:
        raise SourceError(findings)
    reading = build(tree, model, file.parent)
    told = (*findings, *reading.findings)
    if reading.model is None or has_errors(told):
        raise InvalidProgramme(told)
    return reading.model, reading.places


def read_tree(file: Path) -> tuple[MappingNode | None, tuple[Finding, ...]]:
    """Read a file into a tree of fields, as far as it goes, with its findings."""
    source = read_text(file)
    if isinstance(source, Fault):
        return None, (_of_file(file, source.code, source.message, source.remedy),)
    tree, faults = parse_yaml(source.text, str(file))
    findings = (*source.findings, *faults)
    if isinstance(tree, MappingNode):
        return tree, findings
    if not has_errors(findings):
        cause = "fichier vide" if tree is None else "le fichier ne contient pas de champs"
        findings = (*findings, _of_file(file, "E117", cause, f"écrire {quoted('nom: valeur')}"))
    return None, findings


def build(tree: MappingNode, model: type[ModelT], folder: Path) -> Reading[ModelT]:
    """Turn a tree into a model; names of files in it are relative to `folder`."""
    shape, done = model_shape(model), Conversion(folder)
    values = done.value(tree, shape, ())
    assert isinstance(values, dict)
    built, faults = None, list(done.faults)
    try:
        built = model.model_validate(values, by_alias=True, by_name=False)
    except ValidationError as error:
        faults.extend(schema_faults(error, shape, done))
    findings = (*done.findings, *all_located(faults, done.places))
    return Reading(None if has_errors(findings) else built, done.places, values, findings)


def has_errors(findings: tuple[Finding, ...]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in findings)


def _of_file(file: Path, code: str, message: str, remedy: str) -> Finding:
    return Finding(Severity.ERROR, code, message, Location(str(file)), remedy=remedy)
