"""Numbers that name: R17 (telephones, SIRET, addresses), R25 (articles of law), R27 (sigles)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aula_reports.french.edits import CAPITAL, SPACE, Edit, Rule
from aula_reports.french.profiles import NBSP, Profile
from aula_reports.french.references import is_reference

_GROUPS = re.compile(
    rf"(?<![\w.,])(?<!\d{SPACE})(?:0\d(?:{SPACE}\d\d){{4}}|\+33{SPACE}\d(?:{SPACE}\d\d){{4}}"
    rf"|\d{{3}}{SPACE}\d{{3}}{SPACE}\d{{3}}{SPACE}\d{{5}})(?![\w])(?!{SPACE}\d)"
)
_GAP = re.compile(SPACE)
_BOXES = ("BP", "CS", "TSA", "Cedex", "CEDEX")
_ADDRESS = re.compile(
    rf"(?<!\w)(?:{'|'.join(_BOXES)})(?P<box>{SPACE}+)(?=\d)"
    rf"|(?<![\w.,-])(?<!\d{SPACE})\d{{5}}(?P<town>{SPACE}+)(?={CAPITAL}[\w-]*[a-zà-öø-ÿ])"
    rf"|(?:^|(?<=[,–—]{SPACE})|(?<=\n))\d{{5}}(?P<capitals>{SPACE}+)"
    rf"(?={CAPITAL}[A-ZÀ-ÖØ-Þ'’-]{{2,}}(?!\w))"
    rf"|(?<=\d)(?P<bis>{SPACE}+)(?=(?:bis|ter|quater)(?!\w))"
)
_LAW = re.compile(
    rf"(?<!\w)[LRDA]\.(?P<gap>{SPACE}*)(?=\d+-\d)"
    rf"|(?<!\w)(?:[aA]rticles?|[aA]rt\.)(?P<before>{SPACE}+)(?=[LRDA]\.{SPACE}*\d+-\d)"
)
_SIGLE = re.compile(
    rf"(?<![\w.-])(?P<sigle>[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ÖØ-öø-ÿ]*[A-ZÀ-ÖØ-Þ])(?P<gap>{SPACE}+)"
    rf"(?=\d{{1,3}}(?![\w/])(?![.,-]\d)(?!{SPACE}\d{{3}}))"
)


def find_identifiers(text: str, profile: Profile) -> Iterator[Edit]:
    """R17: the fine in telephones and SIRET; boxes, postcodes and `bis` keep company."""
    edits = [
        (gap.start(), gap.end(), profile.thousands)
        for match in _GROUPS.finditer(text)
        for gap in _GAP.finditer(text, match.start(), match.end())
    ]
    edits += [(*match.span(match.lastgroup or 0), NBSP) for match in _ADDRESS.finditer(text)]
    return iter(sorted(edits))


def find_articles_of_law(text: str, profile: Profile) -> Iterator[Edit]:
    """R25: `l’article~L.~300-1`."""
    for match in _LAW.finditer(text):
        yield *match.span(match.lastgroup or 0), NBSP


def find_numbered_sigles(text: str, profile: Profile) -> Iterator[Edit]:
    """R27: `COP~15`, `SCoT~2`; what R17 and R24 bind is theirs."""
    for match in _SIGLE.finditer(text):
        if match["sigle"] not in _BOXES and not is_reference(match["sigle"]):
            yield *match.span("gap"), NBSP


RULES_OF_IDENTIFIERS = (
    Rule("R17", (), find_identifiers, counts=True),
    Rule("R25", ("L.", "R.", "D.", "A."), find_articles_of_law, counts=True),
)
RULES_OF_SIGLES = (Rule("R27", (), find_numbered_sigles, counts=True),)
