"""Pydantic's errors told in French, each in its place, each once.

The table `_TELLERS` goes from pydantic's error types to a message and a remedy; the shapes give
the choices and the neighbouring keys. A misspelt key hides the « missing » that it causes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from aula_reports.model.base import ONE_WORD
from aula_reports.read.convert import Conversion
from aula_reports.read.near import folded, listed, nearest, question, quoted
from aula_reports.read.places import Fault, FieldPath
from aula_reports.read.scalars import Refused
from aula_reports.read.shapes import (
    TEXT,
    MappingShape,
    ModelShape,
    ScalarShape,
    SequenceShape,
    Shape,
    UnionShape,
)

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

_ALTERNATIVES = r"^\^\(([\w|]+)\)\$$"
_EUROPEAN_DATE = r"^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$"
_NUMBER_WORDS = (
    *("zero", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"),
    *("onze", "douze", "treize", "quatorze", "quinze", "seize"),
)
_SHOWN_KEYS = 12
# Each guess has its cost, and nobody reads further.
MAX_TOLD = 500


class _Error(Struct, frozen=True):
    """One of pydantic's errors with what is known of its field."""

    path: FieldPath
    kind: str
    shape: Shape
    parent: Shape
    written: object
    limits: Mapping[str, Any]
    is_written: bool

    @property
    def text(self) -> str:
        return self.written.text if isinstance(self.written, Refused) else str(self.written)

    def told(self, code: str, message: str, remedy: str) -> Fault:
        return Fault(code, message, self.path, remedy)


def schema_faults(error: ValidationError, shape: ModelShape, done: Conversion) -> Iterator[Fault]:
    """Tell all that a validation found, but for what is told already."""
    errors = _distinct(
        known
        for details in error.errors(include_url=False)
        if (known := _understood(details, shape, done)) and not _is_silenced(known.path, done)
    )
    told = errors[:MAX_TOLD]
    hidden = _hidden_by_misspelling(told)
    for known in told:
        if not (known.kind == "missing" and known.path in hidden):
            yield _TELLERS.get(known.kind, _other)(known)
    if len(errors) > MAX_TOLD:
        message = f"et {len(errors) - MAX_TOLD} autres fautes de champs"
        yield Fault("E220", message, (), "corriger d’abord celles-ci")


def _understood(details: ErrorDetails, root: ModelShape, done: Conversion) -> _Error | None:
    """Walk an error's `loc` down the shapes; nothing if it speaks of a branch not chosen."""
    path: FieldPath = ()
    parent: Shape = TEXT
    shape: Shape = root
    for step in details["loc"]:
        if isinstance(shape, UnionShape):
            branch = done.branches.get(path, "")
            if branch and step != branch and step in _names(shape):
                return None
            shape = _named(shape, branch)
        elif step != "[key]":
            path, parent, shape = (*path, step), shape, _under(shape, step)
    written, limits = details["input"], details.get("ctx", {})
    is_written = path in done.places
    return _Error(path, details["type"], shape, parent, written, limits, is_written)


def _names(union: UnionShape) -> list[str]:
    return [member.name for member in union.members if isinstance(member, ModelShape)]


def _named(union: UnionShape, name: str) -> Shape:
    models = (member for member in union.members if isinstance(member, ModelShape))
    return next((model for model in models if model.name == name), union.members[0])


def _under(shape: Shape, step: str | int) -> Shape:
    match shape:
        case ModelShape():
            return shape.fields.get(str(step), TEXT)
        case SequenceShape():
            return shape.item(step) if isinstance(step, int) else TEXT
        case MappingShape():
            return shape.value
        case _:
            return TEXT


def _distinct(errors: Iterable[_Error]) -> list[_Error]:
    by_path: dict[FieldPath, _Error] = {}
    for error in errors:
        by_path.setdefault(error.path, error)
    return list(by_path.values())


def _is_silenced(path: FieldPath, done: Conversion) -> bool:
    return any(path[:length] in done.silenced for length in range(1, len(path) + 1))


def _hidden_by_misspelling(errors: Iterable[_Error]) -> set[FieldPath]:
    unknown = (error for error in errors if error.kind == "extra_forbidden")
    return {(*error.path[:-1], _meant_key(error) or "") for error in unknown}


def _meant_key(error: _Error) -> str | None:
    if not isinstance(error.parent, ModelShape):
        return None
    key = str(error.path[-1])
    return error.parent.english.get(key) or nearest(key, error.parent.fields)


def _missing(error: _Error) -> Fault:
    key = error.path[-1] if error.path else ""
    if error.is_written:
        return error.told("E201", "champ obligatoire vide", "le remplir")
    return error.told("E201", "champ obligatoire absent", f"ajouter {quoted(f'{key}: …')}")


def _unknown(error: _Error) -> Fault:
    key, guess = str(error.path[-1]), _meant_key(error)
    if key.isdecimal():
        remedy = "entre accolades la virgule sépare deux champs : écrire le nombre avec un point"
    elif guess:
        remedy = f"voulez-vous dire {quoted(guess)} ?"
    elif isinstance(error.parent, ModelShape):
        shown = list(error.parent.fields)[:_SHOWN_KEYS]
        remedy = f"champs possibles : {', '.join(shown)}"
        remedy += "…" if len(error.parent.fields) > _SHOWN_KEYS else ""
    else:
        remedy = "le supprimer"
    return error.told("E202", f"champ inconnu {quoted(key)}", remedy)


def _number(error: _Error) -> Fault:
    kind = "nombre entier" if "int" in error.kind else "nombre"
    word = folded(error.text)
    is_word = word in _NUMBER_WORDS
    remedy = f"écrire {_NUMBER_WORDS.index(word)}" if is_word else "l’écrire en chiffres"
    return error.told("E203", _is_not(error, f"un {kind}"), remedy)


def _choice(error: _Error) -> Fault:
    choices = error.shape.choices if isinstance(error.shape, ScalarShape) else ()
    return _one_of(error, choices)


def _one_of(error: _Error, choices: tuple[str, ...]) -> Fault:
    asked = question(error.text, choices)
    allowed = f"choisir {listed(choices)}" if choices else "corriger la valeur"
    remedy = f"{asked} Sinon {allowed}" if asked else allowed
    return error.told("E204", _is_not(error, "un choix possible"), remedy)


def _pattern(error: _Error) -> Fault:
    pattern = str(error.limits.get("pattern", ""))
    alternatives = re.match(_ALTERNATIVES, pattern)
    if alternatives:
        return _one_of(error, tuple(alternatives[1].split("|")))
    if pattern == ONE_WORD:
        return error.told("E209", _is_not(error, "un sigle"), "l’écrire d’un seul mot")
    if "a-z0-9_" not in pattern:
        return error.told("E209", f"{quoted(error.text)} n’a pas la forme attendue", "la corriger")
    proposal = re.sub(r"[^a-z0-9_]", "_", folded(error.text)).strip("_0123456789")
    rule = f"minuscules sans accent, chiffres et {quoted('_')}, une lettre d’abord"
    remedy = f"écrire {quoted(proposal)}" if proposal else rule
    return error.told("E209", _is_not(error, "un identifiant"), remedy)


def _date(error: _Error) -> Fault:
    turned = re.match(_EUROPEAN_DATE, error.text.strip())
    example = "AAAA-MM-JJ"
    if turned:
        day, month, year = turned.groups()
        example = f"{year}-{month:0>2}-{day:0>2}"
    return error.told("E206", _is_not(error, "une date"), f"écrire {example}")


def _truth(error: _Error) -> Fault:
    return error.told("E207", _is_not(error, "oui ou non"), "écrire oui ou non")


def _list(error: _Error) -> Fault:
    text = error.text.strip()
    remedy = f"écrire {quoted(f'[{text}]')}" if text else "commencer chaque ligne par un tiret"
    return error.told("E205", f"une liste est attendue, au lieu {_shown(error)}", remedy)


def _fields(error: _Error) -> Fault:
    message = f"des champs sont attendus, au lieu {_shown(error)}"
    return error.told("E205", message, f"écrire {quoted('nom: valeur')}, en retrait")


def _words(error: _Error) -> Fault:
    message = f"un texte est attendu, au lieu {_shown(error)}"
    return error.told("E205", message, "mettre la valeur entre guillemets")


def _empty(error: _Error) -> Fault:
    if not error.text.strip():
        return error.told("E208", "texte vide", "le remplir")
    least = error.limits.get("min_length")
    return error.told("E208", f"texte de moins de {least} caractères", "le compléter")


def _too_long(error: _Error) -> Fault:
    most = error.limits.get("max_length")
    return error.told("E211", f"texte de plus de {most} caractères", "l’abréger")


def _length(error: _Error) -> Fault:
    actual = error.limits.get("actual_length")
    least, most = error.limits.get("min_length"), error.limits.get("max_length")
    rule = f"au moins {least}" if least is not None else f"au plus {most}"
    return error.told("E212", f"liste de {actual} valeurs : il en faut {rule}", "la corriger")


_BOUNDS = {
    "ge": "au moins",
    "gt": "plus de",
    "le": "au plus",
    "lt": "moins de",
}


def _bounds(error: _Error) -> Fault:
    sign, bound = next((sign, error.limits[sign]) for sign in _BOUNDS if sign in error.limits)
    rule = f"{_BOUNDS[sign]} {bound:g}" if isinstance(bound, float | int) else str(bound)
    return error.told("E210", f"{error.text} est hors des bornes", f"il faut {rule}")


def _other(error: _Error) -> Fault:
    cause = error.limits.get("error")
    message = str(cause) if cause else f"valeur refusée : {quoted(error.text)}"
    return error.told("E219", message, "la corriger")


def _is_not(error: _Error, what: str) -> str:
    if not error.text.strip():
        return "valeur vide"
    return f"{quoted(error.text)} n’est pas {what}"


def _shown(error: _Error) -> str:
    """Name what was found in a field's place, after « au lieu »."""
    written = error.written
    if isinstance(written, Refused) and not written.is_written:
        return f"d’{written.text}" if written.text.startswith("une") else f"de {written.text[4:]}"
    return f"de {quoted(error.text)}" if error.text.strip() else "de rien"


_TELLERS: dict[str, Callable[[_Error], Fault]] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "enum": _choice,
    "literal_error": _choice,
    "string_pattern_mismatch": _pattern,
    "string_type": _words,
    "string_too_short": _empty,
    "string_too_long": _too_long,
    "too_short": _length,
    "too_long": _length,
    "tuple_type": _list,
    "list_type": _list,
    "model_type": _fields,
    "model_attributes_type": _fields,
    "dict_type": _fields,
    "mapping_type": _fields,
    **dict.fromkeys(("int_type", "int_parsing", "int_from_float", "int_parsing_size"), _number),
    **dict.fromkeys(("float_type", "float_parsing", "finite_number"), _number),
    **dict.fromkeys(("bool_type", "bool_parsing"), _truth),
    **dict.fromkeys(("date_type", "date_parsing", "date_from_datetime_parsing"), _date),
    **dict.fromkeys(
        ("greater_than", "greater_than_equal", "less_than", "less_than_equal"), _bounds
    ),
}
