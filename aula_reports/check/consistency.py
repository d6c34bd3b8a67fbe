"""All the rules at once: figures against figures, words against figures.

Rules are pure and know nothing of files; a new one is a function and a line in its module's
`RULES`. Whatever they find in a source is a warning or a note: the booklet can be made.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aula_reports.check import actions, bodies, sheets, territory
from aula_reports.check.doubts import Rule
from aula_reports.diagnostics import Finding, in_source_order
from aula_reports.model.outlines import Commune
from aula_reports.model.programme import Programme
from aula_reports.read.places import Fault, Places, all_located

RULES: tuple[Rule, ...] = (
    *actions.RULES,
    *territory.RULES,
    *bodies.RULES,
    *sheets.RULES,
)


def check_programme(
    programme: Programme,
    places: Places | None = None,
    communes: Sequence[Commune] | None = None,
) -> tuple[Finding, ...]:
    """Tell all that the programme contradicts in itself, in the order of its source.

    `places` locate the findings; `communes` are the outlines of the map, compared when given.
    """
    return in_source_order(all_located(_faults(programme, communes), places))


def _faults(programme: Programme, communes: Sequence[Commune] | None) -> Iterator[Fault]:
    for rule in RULES:
        yield from rule(programme)
    if communes is not None:
        for map_rule in territory.MAP_RULES:
            yield from map_rule(programme, communes)
