"""The acronyms that a programme gives in full: its own list, the agency's, its organisations'."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from aula_reports.model.partners import Organisation
from aula_reports.model.programme import Programme

# One word with two capitals or more: SCoT, EPF.
_ACRONYM = re.compile(r"\w*[A-Z]\w*[A-Z]\w*")


def known_acronyms(programme: Programme) -> dict[str, str]:
    """Give each acronym its words in full; what the programme lists itself has the last word."""
    agency = programme.agency
    pairs = [pair for body in programme.organisations for pair in _of_organisation(body)]
    known = dict(pairs) | {agency.acronym: agency.name} | programme.acronyms
    return {acronym: known[acronym] for acronym in sorted(known)}


def _of_organisation(body: Organisation) -> Iterator[tuple[str, str]]:
    """Pair a body's acronym with its words; what is said beside it (« Lens-Liévin ») is none."""
    for acronym in (body.name, body.short_name):
        for words in (body.name, body.expansion):
            if _ACRONYM.fullmatch(acronym) and words != acronym and _is_short_for(acronym, words):
                yield acronym, words


def _is_short_for(acronym: str, words: str) -> bool:
    """Say whether words begin with an acronym's first letter and have the others in their order."""
    letters = iter(_bare(words))
    wanted = _bare(acronym)
    return _bare(words)[:1] == wanted[:1] and all(letter in letters for letter in wanted)


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFD", text.lower())))
