"""Links in running text that lead nowhere: an address must be whole to be followed from a file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aula_reports.french.slips import Slip

# A link of Markdown, its words and its address; one to a heading of the book (`#…`) is the
# page maker's to judge.
_LINK = re.compile(r"(?<!\\)(?P<words>\[[^\]\n]*\])\(\s*<?(?P<address>[^)\s>]*)")
_WHOLE = re.compile(r"(?:https?://|mailto:|tel:)\S|#", re.IGNORECASE)


def leads_somewhere(address: str) -> bool:
    """Say whether a reader of a file can follow an address."""
    return _WHOLE.match(address) is not None


def find_dead_links(text: str) -> Iterator[Slip]:
    """Find links whose address is empty, relative or of a kind that no reader follows (W511)."""
    for link in _LINK.finditer(text):
        if not leads_somewhere(link["address"]):
            fault = "lien sans adresse entière, qui ne mène nulle part"
            advice = "écrire toute l’adresse : https://…, mailto:… ou tel:…"
            yield Slip(*link.span("words"), fault, advice)
