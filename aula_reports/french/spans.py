"""Spans (R40–R43): letters raised, lowered or in small capitals, said as positions and never as
look-alike letters.

The text is composed text; what a superior letter looks like is the business of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aula_reports.french.edits import CAPITAL, SPACE
from aula_reports.french.profiles import IN, NBSP, Profile
from aula_reports.french.scripts import Script, Span
from aula_reports.french.zones import hide_zones

SPAN_RULES = ("R40", "R41", "R42", "R43")


# Two letters of every ordinal and of every title: most texts have none, and are passed at once.
_OF_ORDINALS = re.compile(r"[\dIVX][ern]")
_OF_TITLES = re.compile("M[elmg]|[DP]r")
# Romans up to 39, enough for centuries and republics; « Ce », « Le », « Me » are words.
_ORDINAL = re.compile(
    r"(?<![\w.,])(?:(?:1|I)(?P<first>ers?|res?)"
    r"|2(?P<second>nde?s?)"
    r"|(?!1e)\d+(?P<figure>es?)"
    r"|(?!Ie)(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})(?P<roman>es?))(?!\w)"
)
_TITLE = re.compile(
    rf"(?<!\w)(?:M(?P<long>mes?|lles?|gr)|(?:D(?P<doctor>r)|P(?P<professor>r)|M(?P<maitre>e))"
    rf"(?={SPACE}+{CAPITAL}))(?!\w)"
)
# « nos 36 communes » are ours: with a plain space, only what cannot be counting is a reference:
# numbers that no noun follows, or that an article announces.
_NUMBERS = rf"\d+(?:(?:,{SPACE}|{SPACE}(?:à|et|ou){SPACE}|[-–])\d+)*(?![-–\w])(?!,{SPACE}?\d)"
_NO_NOUN = "au|aux|dans|de|des|du|en|est|ont|par|pour|sont|sur"
_COUNTED = rf"{SPACE}*(?!(?:{_NO_NOUN})(?!\w))[\w%‰€°]"
_ARTICLE = rf"(?<=(?<!\w)[lLdD]es{SPACE})|(?<=(?<!\w)[aA]ux{SPACE})"
_NUMBER = re.compile(
    rf"(?<!\w)(?:[nN](?P<singular>o)(?={SPACE}\d)"
    rf"|[nN](?P<plural>os)(?={NBSP}\d|{SPACE}{_NUMBERS}(?!{_COUNTED}))"
    rf"|(?:{_ARTICLE})n(?P<announced>os)(?={SPACE}{_NUMBERS}))"
)


# The century that a roman figure numbers may be told after others: « aux XIXe et XXe siècles ».
_CENTURY = re.compile(
    rf"(?<!\w)[IVX]+(?=(?:e|er)(?:{SPACE}*(?:,|et|ou|à|au|-|–){SPACE}*[IVX]+e)*{SPACE}+siècles?(?!\w))"
)
# A closed list: `B2` is a room, and so are `H2` and `O3` where a word before or a year says it.
_NAMED = "".join(
    rf"(?<!(?<!\w){word}{SPACE})"
    for word in ("axe", "salle", "zone", "lot", "îlot", "site", "phase", "plan", "bâtiment")
)
_INDEX = re.compile(
    r"(?<!\w)(?:[CNS]O(?P<two>2)(?!\w)|(?:CH|NH)(?P<gas>[34])(?!\w)|[HN](?P<inner>2)(?=O(?!\w))"
    rf"|{_NAMED}(?:H(?P<hydrogen>2)|O(?P<ozone>3))(?!\w)(?!{SPACE}20\d\d)"
    r"|PM(?P<dust>10|2[.,]5)(?![\w]))"
)


def find_spans(text: str, profile: Profile = IN) -> tuple[Span, ...]:
    """Find the letters of `1er`, `XIXe` (R40), `XXe siècle` (R41), `CO2` (R42), `Mme` and
    `nos 8 à 10` (R43) that have a script of their own; in their order.
    """
    visible, _ = hide_zones(text, profile)
    patterns = [_ORDINAL] if profile.has("R40") and _OF_ORDINALS.search(visible) else []
    if profile.has("R43") and profile.superior_titles:
        patterns += [_TITLE, _NUMBER] if _OF_TITLES.search(visible) else [_NUMBER]
    raised = (span for pattern in patterns for span in _raised(pattern, visible))
    spans = [Span(start, end, Script.SUPERIOR) for start, end in raised]
    if profile.has("R41") and "siècle" in visible:
        found = _CENTURY.finditer(visible)
        spans += [Span(*match.span(), Script.SMALL_CAPS) for match in found]
    if profile.has("R42"):
        spans += [Span(start, end, Script.INFERIOR) for start, end in _raised(_INDEX, visible)]
    return tuple(sorted(spans, key=lambda span: span.start))


_MARKS = {Script.SUPERIOR: "^", Script.INFERIOR: "_", Script.SMALL_CAPS: "sc"}


def with_marks(text: str, profile: Profile = IN) -> str:
    """Show the spans of composed text as `1^{er}`, `CO_{2}`, `sc{xx}`."""
    parts, done = [], 0
    for span in find_spans(text, profile):
        letters = text[span.start : span.end]
        shown = letters.lower() if span.script is Script.SMALL_CAPS else letters
        parts += [text[done : span.start], f"{_MARKS[span.script]}{{{shown}}}"]
        done = span.end
    return "".join([*parts, text[done:]])


def _raised(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """Yield the named part of each match."""
    for match in pattern.finditer(text):
        if match.lastgroup is not None:
            yield match.span(match.lastgroup)
