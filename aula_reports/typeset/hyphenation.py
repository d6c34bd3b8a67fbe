"""Where French words may be divided: TeX's patterns, our exceptions, the printers' nevers.

Rules R50–R52 of typography/RULES.md. The patterns are read when the first word is divided.
"""

from __future__ import annotations

import re
from functools import cache

from aula_reports.typeset.liang import french_patterns, parting_places

# Letters that stay before the hyphen, and letters that pass to the next line (R50).
_LEFT, _RIGHT = 2, 3

# A word with its punctuation: quotes and elided articles before, signs after.
_CORE = re.compile(r"[^\w]*(?:\w+[’'])*(?P<core>[^\W\d_]+)[^\w]*")

# Where TeX's patterns part words against their make-up (typography/hyphenation_fr.tsv).
EXCEPTIONS = (
    "dés-ar-ti-fi-cia-li-sa-tion",
    "bio-éco-no-mie",
    "mi-cro-éco-no-mie",
    "so-cio-éco-no-mique",
    "agro-ali-men-taire",
    "agro-éco-lo-gie",
    "ex-tra-sco-laire",
    "ex-tra-com-mu-nau-taire",
    "pé-ri-sco-laire",
    "trans-eu-ro-péen",
    "éco-in-no-va-tion",
    "au-to-en-tre-pre-neur",
    "mul-ti-ac-cueil",
)


def division_points(word: str) -> tuple[int, ...]:
    """Find where a word may be divided by a hyphen of ours, as counts of characters before it.

    `word` may carry quotes, an elided article and punctuation. Compounds, acronyms, words with
    digits and words with an apostrophe inside their core have no such place. Whether a
    capitalised word starts a sentence is the caller's to know: see `is_capitalised`.
    """
    # Most words are short: there is no need to find their core.
    match = _CORE.fullmatch(word) if len(word) >= _LEFT + _RIGHT else None
    if match is None:
        return ()
    core = match["core"]
    if len(core) < _LEFT + _RIGHT or core[1:] != core[1:].lower():
        return ()
    before = match.start("core")
    return tuple(before + place for place in _points(core.lower()))


def is_capitalised(word: str) -> bool:
    """Say whether the core of a word starts with a capital."""
    match = _CORE.fullmatch(word)
    return match is not None and match["core"][0].isupper()


@cache
def _points(core: str) -> tuple[int, ...]:
    places = _exceptions().get(core)
    if places is None:
        places = tuple(parting_places(core, french_patterns()))
    return tuple(place for place in places if _LEFT <= place <= len(core) - _RIGHT)


@cache
def _exceptions() -> dict[str, tuple[int, ...]]:
    """Read the exceptions, singular and plural, as places in the word."""
    places = {}
    for divided in EXCEPTIONS:
        parts = divided.split("-")
        ends = tuple(sum(map(len, parts[:count])) for count in range(1, len(parts)))
        word = "".join(parts)
        places[word] = places[f"{word}s"] = ends
    return places
