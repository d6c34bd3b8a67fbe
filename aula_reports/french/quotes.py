"""Quotation marks and the apostrophe: R03 (« »), R04 (“ ” inside « »), R05 (’).

Straight marks are paired over the whole paragraph; one mark that fits nowhere, an inch or a
forgotten one, and all of them stay as they were typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from aula_reports.french.edits import SPACE, Edit, Rule, is_space, skip_spaces_back
from aula_reports.french.profiles import Profile


class Pair(NamedTuple):
    """Two straight marks that belong together, and how many quotations surround them."""

    opening: int
    closing: int
    depth: int


_MARK = '["«»“”]'
_CLOSES = {"»": "«", "”": "“"}
_DEPTH = {'"': 1, "«": 1, "“": 2}  # nothing is generated inside “ ”
_ENDING = ",.;:!?…)]»”"  # what follows a closing mark, never an opening one
_OPENING_GUILLEMET = rf"«{SPACE}*(?=[^\s»])"
_ELIDED = rf"(?i:(?<!\w)(?:[cdjlmnst]|(?:jus|lors|puis)?qu)['’](?P<gap>{SPACE}+)(?=«))"
_INSIDE_INNER = rf"(?<=“){SPACE}+(?=\S)|(?<=[^\s“]){SPACE}+(?=”)"
_APOSTROPHE = r"(?<=[^\W\d_])['´](?=[^\W_]|[«“])"


def find_outer_quotes(text: str, profile: Profile) -> Iterator[Edit]:
    """R03: `"…"` become `«~…~»`."""
    inside = profile.inside_guillemets
    return _replace_pairs(text, 0, f"«{inside}", f"{inside}»")


def find_inner_quotes(text: str, profile: Profile) -> Iterator[Edit]:
    """R04: `"…"` inside other quotation marks become `“…”`."""
    return _replace_pairs(text, 1, "“", "”")


def find_guillemet_spaces(text: str, profile: Profile) -> Iterator[Edit]:
    """R03: the space inside « », whatever stood there; none between an elided word and «."""
    edits = [(match.start("gap"), match.end("gap"), "") for match in re.finditer(_ELIDED, text)]
    for match in re.finditer(_OPENING_GUILLEMET, text):
        edits.append((match.start(), match.end(), f"«{profile.inside_guillemets}"))
    for match in re.finditer("»", text):
        start = skip_spaces_back(text, match.start())
        if text[start - 1 : start] not in ("", "\n", "«"):
            edits.append((start, match.end(), f"{profile.inside_guillemets}»"))
    return iter(sorted(edits))


def find_spaces_in_inner_quotes(text: str, profile: Profile) -> Iterator[Edit]:
    """R04: no space just inside “ ”; where „ stands, “ closes and the text is German."""
    if "„" not in text:
        for match in re.finditer(_INSIDE_INNER, text):
            yield match.start(), match.end(), ""


def find_apostrophes(text: str, profile: Profile) -> Iterator[Edit]:
    """R05: the curved apostrophe between letters; `3'20` is a time."""
    for match in re.finditer(_APOSTROPHE, text):
        yield match.start(), match.end(), "’"


def pair_straight_quotes(text: str) -> tuple[Pair, ...]:
    """Pair the straight marks of a paragraph; all of them make sense, or none is paired."""
    open_marks: list[tuple[str, int]] = []
    pairs: list[Pair] = []
    for match in re.finditer(_MARK, text):
        mark, position = match[0], match.start()
        innermost = open_marks[-1][0] if open_marks else ""
        opens = mark == '"' and _opens(text, position, inside=innermost == '"')
        if opens or mark in "«“":
            open_marks.append((mark, position))
        elif mark == innermost:
            opening = open_marks.pop()[1]
            pairs.append(Pair(opening, position, sum(_DEPTH[mark] for mark, _ in open_marks)))
        elif mark == '"' or innermost == '"':
            return ()
        elif innermost == _CLOSES[mark]:
            open_marks.pop()
    unfinished = any(mark == '"' for mark, _ in open_marks)
    return () if unfinished or not all(_is_sound(text, pair) for pair in pairs) else tuple(pairs)


def _opens(text: str, position: int, *, inside: bool) -> bool:
    """Say whether a straight mark opens; inside a quotation it must also touch the next word."""
    before = text[position - 1 : position] if position else ""
    after = text[position + 1 : position + 2]
    may_open = not before or before.isspace() or before in "([:'’«“"
    return may_open and not (inside and (not after or after.isspace() or after in _ENDING))


def _is_sound(text: str, pair: Pair) -> bool:
    """Refuse empty quotations and a third level."""
    return pair.depth <= 1 and bool(text[pair.opening + 1 : pair.closing].strip())


def _replace_pairs(text: str, depth: int, opening: str, closing: str) -> Iterator[Edit]:
    edits: list[Edit] = []
    for pair in pair_straight_quotes(text):
        if pair.depth == depth:
            end = pair.opening + 1
            while is_space(text[end]):
                end += 1
            start = skip_spaces_back(text, pair.closing)
            # At the end and at the start of a line the sign stands alone.
            edits.append((pair.opening, end, opening[: 1 if text[end] == "\n" else None]))
            edits.append((start, pair.closing + 1, closing[-1 if text[start - 1] == "\n" else 0 :]))
    return iter(sorted(edits))


# The inner pairs first: they are known by the straight marks around them.
RULES_OF_QUOTES = (
    Rule("R04", ('"',), find_inner_quotes),
    Rule("R03", ('"',), find_outer_quotes),
    Rule("R03", ("«", "»"), find_guillemet_spaces),
    Rule("R04", ("“", "”"), find_spaces_in_inner_quotes),
    Rule("R05", ("'", "´"), find_apostrophes),
)
