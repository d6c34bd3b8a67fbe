"""What libyaml complains of, told in French, and how to read on after it.

libyaml stops at the first fault. `mended` puts the faulty line's value in quotation marks, so
that a second reading meets the faults that follow; a mended file is never taken for a good one.
"""

from __future__ import annotations

import re
from typing import Any

from aula_reports.diagnostics import Finding, Location, Severity
from aula_reports.read.near import bound, quoted

_QUOTE = "mettre la valeur entre guillemets"
_ALIGN = "aligner la ligne sur ses voisines, avec des espaces"

# Part of libyaml's problem (with its context) → cause, remedy. The first match holds.
_MESSAGES: tuple[tuple[str, str, str], ...] = (
    ("a quoted scalar: found unexpected end of stream", "guillemet jamais fermé", "le fermer"),
    ("unknown escape character", "barre oblique inverse non comprise", "la doubler : \\\\"),
    ("hexdecimal number", "code de caractère incomplet", "écrire le caractère lui-même"),
    ("invalid Unicode character", "code de caractère impossible", "écrire le caractère lui-même"),
    ("tab character", "tabulation en retrait", "la remplacer par des espaces"),
    (
        "could not find expected ':'",
        "deux-points manquants après le nom",
        "écrire « nom : valeur »",
    ),
    ("expected ',' or ']'", "crochet jamais fermé, ou virgule manquante", "fermer par ]"),
    ("expected ',' or '}'", "accolade jamais fermée, ou virgule manquante", "fermer par }"),
    ("expected '-' indicator", "ligne mal alignée dans une liste", "commencer par un tiret"),
    ("block sequence entries", "tiret de liste mal placé", "mettre le tiret à la ligne suivante"),
    ("unexpected ':'", "deux-points en trop", _QUOTE),
    ("expected comment or line break", "texte après « | » ou « > »", "le mettre à la ligne"),
    ("scanning an alias", "valeur qui commence par « * »", _QUOTE),
    ("scanning an anchor", "valeur qui commence par « & »", _QUOTE),
    ("incompatible YAML document", "version de YAML inconnue", "supprimer la ligne %YAML"),
    ("directive", "ligne de directive « % » non comprise", "la supprimer"),
    ("expected <document start>", "texte après la fin du document", "supprimer la ligne « ... »"),
    ("maximum nesting depth", "trop de niveaux emboîtés", "simplifier"),
    ("scanning a tag", "valeur qui commence par « ! »", _QUOTE),
)
_FALLBACK = ("ligne que YAML ne comprend pas", "vérifier retraits, guillemets et deux-points")

# « key: value », under list dashes or not.
_LINE = re.compile(r"^(?P<head>\s*(?:- +)*(?:[\w-]+ ?: +)?)(?P<value>\S.*)$")


def syntax_finding(error: Any, text: str, file: str) -> Finding:
    """Tell a `yaml.MarkedYAMLError` in French, where its cause stands."""
    mark = _mark_of_cause(error)
    cause, remedy = _translated(error, text)
    return Finding(
        Severity.ERROR,
        "E110",
        cause,
        Location(file, mark.line + 1, mark.column + 1),
        remedy=remedy,
    )


def mended(text: str, finding: Finding) -> str | None:
    """Return the text with the faulty line made readable, or nothing if no way is known."""
    lines = text.split("\n")
    row = finding.location.line - 1 if finding.location else len(lines)
    match = _LINE.match(lines[row]) if row < len(lines) else None
    if match is None:
        return None
    if "manquants" in finding.message:
        lines[row] = "#" + lines[row][1:]
    else:
        value = match["value"].replace("'", "''")
        lines[row] = f"{match['head']}'{value}'"
    return "\n".join(lines)


def _mark_of_cause(error: Any) -> Any:
    """Choose between where libyaml noticed and where the faulty thing began."""
    began = ("quoted scalar", "simple key", "flow sequence", "flow mapping", "a directive")
    if error.context_mark and any(words in (error.context or "") for words in began):
        escape = "character" in error.problem or "hexdecimal" in error.problem
        return error.problem_mark if escape else error.context_mark
    return error.problem_mark


def _translated(error: Any, text: str) -> tuple[str, str]:
    problem = f"{error.context or ''}: {error.problem}"
    if "mapping values are not allowed" in problem:
        return _colon_or_indent(_line(text, error.problem_mark.line), error.problem_mark.column)
    if "did not find expected key" in problem:
        return _after_quote_or_indent(
            _line(text, error.problem_mark.line)[: error.problem_mark.column]
        )
    if "cannot start any token" in problem:
        sign = _line(text, error.problem_mark.line)[error.problem_mark.column :][:1]
        return f"une valeur ne peut pas commencer par {quoted(sign)}", _QUOTE
    for part, cause, remedy in _MESSAGES:
        if part in problem:
            return bound(cause), bound(remedy)
    return _FALLBACK


def _colon_or_indent(line: str, column: int) -> tuple[str, str]:
    if ": " in line[:column]:
        return "deux-points en trop dans un texte sans guillemets", _QUOTE
    return "ligne trop en retrait, ou deux-points dans un texte sans guillemets", _ALIGN


def _after_quote_or_indent(before: str) -> tuple[str, str]:
    if before.strip():
        return "texte après un guillemet fermé", f"{_QUOTE}, et doubler l’apostrophe dans '…'"
    return "ligne mal alignée", _ALIGN


def _line(text: str, number: int) -> str:
    lines = text.split("\n")
    return lines[number] if number < len(lines) else ""
