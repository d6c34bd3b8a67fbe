"""Protected zones (R31–R33): what is copied byte for byte and stands as one opaque word.

Zones are hidden behind a letter that no French text uses, one for each character, so that
positions hold; afterwards the hidden characters come back in their order. No rule deletes or adds
that letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from aula_reports.french.profiles import NBSP, Profile

STAND_IN = "\ua66e"  # a letter to every \w, neither capital nor small


class Zone(Struct, frozen=True):
    """A shape to protect, sought only where its trigger stands in the text."""

    rule: str
    trigger: str
    shape: str


# One look spares most paragraphs all others: no shape does without one of these. Each begins with
# a plain sign, so that `re` looks for nothing but these signs.
_HINT = re.compile(r"@|#|`|\\|/|&|\{|www\.|\.[a-z]|:\S|;['-]?[()DPp|]")

# The punctuation of the sentence that follows an address is no part of it.
_ADDRESS_BODY = r"(?:\([^\s()]*\)|(?![“”…])[^\s()<>\"«»`])+(?<![.,;:!?'\]])(?<!’)"
ZONES = (
    Zone("R31", "://", rf"\b[A-Za-z][\w+.-]{{0,15}}://{_ADDRESS_BODY}"),
    Zone("R31", "www.", rf"\bwww\.{_ADDRESS_BODY}"),
    Zone("R31", "@", r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    Zone("R31", "@", r"(?<![\w&])@\w[\w-]*"),
    Zone("R31", "#", r"(?<![\w&])#\w[\w-]*"),
    Zone("R32", "`", r"`[^`\n]+`"),
    Zone("R32", ":\\", r"\b[A-Za-z]:\\[^\s\"«»“”…]*(?<![.,;:!?])"),
    Zone("R32", "\\\\", r"\\\\[^\s\"«»“”…]*\w"),
    Zone("R32", "/", r"(?<![\w/])(?:~|\.{1,2})?(?:/[\w.~-]*\w){2,}/?"),
    Zone("R32", ".", r"(?<![\w-])(?<![\w-]\.)\w[\w-]*(?:\.[\w-]+)*\.[a-z][a-z0-9]{1,7}\b"),
    Zone("R32", "::", r"(?<!\w)\w+(?:::\w+)+"),
    Zone("R32", "&", r"&#?\w+;"),
    Zone("R32", "{", r"\{\{[^{}\n]*\}\}|\$\{[^}\n]*\}"),
    Zone("R33", ":", r"(?<![\w:])[^\W\d]\w*(?::\w+)+"),
    # After a fine, `;)` is a semicolon that R01 has set.
    Zone("R33", "", rf"(?<![^ \n{NBSP}])[:;]['-]?[()DPp|](?=[\s.,;:!?»\")\]]|…|”|$)"),
)
# The letter itself, wherever it came from: no usage may leave that out.
_SOUGHT = (*ZONES, Zone("R00", STAND_IN, f"{STAND_IN}+"))


def hide_zones(text: str, profile: Profile) -> tuple[str, str]:
    """Return the text with its zones hidden, and the hidden characters in their order."""
    is_hinted = _HINT.search(text) is not None or STAND_IN in text
    zones = _joined(_find_zones(text, profile)) if is_hinted else []
    if not zones:
        return text, ""
    pieces: list[str] = []
    done = 0
    for start, end in zones:
        pieces += (text[done:start], STAND_IN * (end - start))
        done = end
    pieces.append(text[done:])
    return "".join(pieces), "".join(text[start:end] for start, end in zones)


def show_zones(text: str, hidden: str) -> str:
    """Put the hidden characters back."""
    if not hidden:
        return text
    characters = iter(hidden)
    return re.sub(STAND_IN, lambda _: next(characters), text)


def _find_zones(text: str, profile: Profile) -> Iterable[tuple[int, int]]:
    for zone in _SOUGHT:
        if zone.trigger in text and profile.has(zone.rule):
            yield from (match.span() for match in re.finditer(zone.shape, text))


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sort the spans and merge those that meet: a zone found twice is hidden once."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
