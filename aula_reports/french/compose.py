"""The rules of French composition (R01–R34) applied to a paragraph.

Zones that are no French are hidden first and shown again last. Between, each rule says its edits,
which are applied before the next rule looks: the order below is part of the law. Every rule leaves
alone what another has settled, so that composing twice changes nothing more (R34).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, pairwise

from aula_reports.french import (
    abbreviations,
    blanks,
    dashes,
    dates,
    figures,
    identifiers,
    letters,
    names,
    punctuation,
    quotes,
    references,
    units,
)
from aula_reports.french.edits import Rule, apply_edits, move_boundary
from aula_reports.french.profiles import IN, Profile, profile_of
from aula_reports.french.spans import SPAN_RULES
from aula_reports.french.zones import ZONES, hide_zones, show_zones

# Blanks first, since what they remove shapes the signs; ellipses and quotation marks before the
# signs, which look at what stands on either side of them; references before figures, since `p.9`
# must be cut before its number can be seen; exponents before numbers, since the figure of `m2`
# counts nothing; units before sigles, since `8km` must be cut as well.
RULES: tuple[Rule, ...] = (
    *blanks.RULES_OF_BLANKS,
    *punctuation.RULES_OF_ELLIPSES,
    *quotes.RULES_OF_QUOTES,
    *dashes.RULES_OF_DASHES,
    *punctuation.RULES_OF_SIGNS,
    *references.RULES_OF_REFERENCES,
    *units.RULES_OF_EXPONENTS,
    *figures.RULES_OF_FIGURES,
    *identifiers.RULES_OF_IDENTIFIERS,
    *units.RULES_OF_UNITS,
    *identifiers.RULES_OF_SIGLES,
    *abbreviations.RULES_OF_ORDINALS,
    *dates.RULES_OF_DATES,
    *names.RULES_OF_NAMES,
    *abbreviations.RULES_OF_ABBREVIATIONS,
    *letters.RULES_OF_LETTERS,
)

_FIGURE = re.compile("[0-9]")

# What a usage may leave out; R40–R43 are those of the spans.
_NUMBERS = {rule.number for rule in RULES} | {zone.rule for zone in ZONES} | set(SPAN_RULES)
RULE_NUMBERS = tuple(sorted(_NUMBERS))


def compose_text(text: str, profile: Profile | str = IN) -> str:
    """Compose one paragraph of plain text in a usage, or one that is named: "IN", "fine", "oqlf",
    "ue", "aucun". Raises ValueError for another name.
    """
    usage = profile_of(profile) if isinstance(profile, str) else profile
    return _compose(text, (), usage)[0]


def compose_runs(runs: tuple[str, ...], profile: Profile = IN) -> tuple[str, ...]:
    """Compose a paragraph that inline markup cuts into runs; as many runs come back (RULES §0.4).

    The rules see the whole paragraph, so `l'` + `eau` + `?` is treated as the sentence it is.
    """
    ends = tuple(accumulate(map(len, runs)))
    text, moved = _compose("".join(runs), ends[:-1], profile)
    cuts = (0, *moved, len(text)) if runs else ()
    return tuple(text[start:end] for start, end in pairwise(cuts))


def _compose(text: str, boundaries: Sequence[int], profile: Profile) -> tuple[str, Sequence[int]]:
    """Compose a text and say where its boundaries have gone."""
    composed, hidden = hide_zones(text, profile)
    for rule in _rules_of(profile, _FIGURE.search(composed) is not None):
        if rule.concerns(composed) and (edits := tuple(rule.find(composed, profile))):
            composed = apply_edits(composed, edits)
            boundaries = [move_boundary(boundary, edits) for boundary in boundaries]
    return show_zones(composed, hidden), boundaries


@lru_cache(maxsize=64)
def _rules_of(profile: Profile, has_figures: bool) -> tuple[Rule, ...]:
    rules = (rule for rule in RULES if profile.has(rule.number))
    return tuple(rule for rule in rules if has_figures or not rule.counts)
