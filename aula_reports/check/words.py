"""The words of a programme: what a corrector would mark in the margin (W501–W511).

All of it is told as remarks, since a word may be meant as it stands. Building a book does not
wait for it: only `check` reads every word.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from msgspec import Struct

from aula_reports.check.links import find_dead_links
from aula_reports.diagnostics import Finding, Location, Severity, in_source_order
from aula_reports.french import slips
from aula_reports.french.profiles import IN
from aula_reports.french.slips import Finder, Slip
from aula_reports.french.structure import find_list_slips, find_title_stop
from aula_reports.french.zones import hide_zones
from aula_reports.model.programme import Programme
from aula_reports.read.near import quoted
from aula_reports.read.places import FieldPath, Places, human_path, place_of
from aula_reports.read.text_places import TextPlaces


class WordRule(Struct, frozen=True):
    """A code, and what finds its slips; it sleeps where the layout puts its `rule` of French off.

    A text without any of the `signs` has no such slip, and is not searched.
    """

    code: str
    rule: str
    find: Finder
    signs: tuple[str, ...]


RULES: tuple[WordRule, ...] = (
    WordRule("W501", "R62", slips.find_bare_capitals, ("A", "E", "I")),
    WordRule("W502", "R65", slips.find_double_ends, ("etc", "Etc")),
    WordRule("W503", "R22", slips.find_titles, ("Mr", "Mme", "Mlle", "Melle")),
    WordRule("W504", "R13", slips.find_thousands_of_euros, ("K€",)),
    WordRule("W505", "R30", slips.find_inclusive_points, (*"·‧•", ".e")),
    WordRule("W507", "R61", find_list_slips, ("\n- ", "\n* ", "\n+ ", "\n1. ", "\n1) ")),
    WordRule("W508", "R63", slips.find_pointed_sigles, (".",)),
    WordRule("W509", "R64", slips.find_late_note_calls, (*"⁰¹²³⁴⁵⁶⁷⁸⁹", "[^")),
    WordRule("W510", "R30", slips.find_misprints, ("",)),
)
TITLE_RULE = WordRule("W506", "R60", find_title_stop, (".",))

# Names of persons are facts, and some are written without accents.
_NAMES = "personne"
_TITLE_KEYS = ("titre", "surtitre", "groupe")
_SHOWN = 40


def check_words(
    programme: Programme, places: Places | None = None, rules_off: Collection[str] = ()
) -> tuple[Finding, ...]:
    """Tell what a corrector would mark, each in its place, in the order of the source; rules of
    `rules_off` sleep.
    """
    sources = TextPlaces()
    findings = (
        _finding(code, slip, path, text, sources.of_words(place, text, slip.start, slip.end))
        for path, text in _texts(programme.model_dump(by_alias=True), ())
        for code, slip in _slips(path, text, rules_off)
        for place in (place_of(path, places),)
    )
    return in_source_order(findings)


def _slips(path: FieldPath, text: str, rules_off: Collection[str]) -> Iterator[tuple[str, Slip]]:
    rules = (*RULES, TITLE_RULE) if _is_title(path) else RULES
    if "](" in text:
        for slip in find_dead_links(text):
            yield "W511", slip
    shown, _ = hide_zones(text, IN)
    for rule in rules:
        if rule.rule not in rules_off and any(map(shown.__contains__, rule.signs)):
            for slip in rule.find(shown):
                yield rule.code, slip


def _texts(value: object, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    """Walk the texts of a programme in the order of its fields."""
    if isinstance(value, str):
        yield path, str(value)
    elif isinstance(value, Mapping):
        for key, part in value.items():
            if key != _NAMES:
                yield from _texts(part, (*path, key))
    elif isinstance(value, (list, tuple)):
        for rank, part in enumerate(value):
            yield from _texts(part, (*path, rank))


def _is_title(path: FieldPath) -> bool:
    """Say whether a field is a title by its name; the lines of one are judged each for itself."""
    names = [step for step in path if isinstance(step, str)]
    return bool(names) and names[-1].startswith(_TITLE_KEYS)


def _finding(code: str, slip: Slip, path: FieldPath, text: str, place: Location | None) -> Finding:
    shown = " ".join(text[slip.start : slip.end].split())[:_SHOWN]
    message = f"{quoted(shown)} : {slip.fault}"
    return Finding(Severity.NOTE, code, message, place, human_path(path), slip.advice)
