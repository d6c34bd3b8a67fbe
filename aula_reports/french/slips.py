"""What is told and never mended: slips of the pen that a rule would have to guess about (R30).

Each kind has a code of its own; a text is told of a kind once, however often it slips.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from aula_reports.french.edits import CAPITAL, SPACE
from aula_reports.french.profiles import IN
from aula_reports.french.zones import hide_zones


class Slip(Struct, frozen=True):
    """A slip: its code, what was read, and what to write instead."""

    code: str
    read: str
    message: str
    remedy: str


_WORDS = """
    Etat Etats Etude Etudes Ecole Ecoles Ecologie Ecologique Economie Economique Equipe Equipes
    Equipement Equipements Evaluation Evaluations Elaboration Energie Energies Evolution Evolutions
    Elu Elus Elue Elues Egalité Etablissement Etablissements Etape Etapes Eau-de-vie Ecoquartier
    Edition Editions Editorial Eclairage Election Elections
"""
_ACCENTLESS = {word: f"É{word[1:]}" for word in _WORDS.split() if not word.startswith("Eau")}
_CAPITAL = rf"(?<![\w’'.-])(?:{'|'.join(_ACCENTLESS)})(?![\w’'])"
# « A » before a small letter is the preposition, at the start of a sentence or of the text.
_TO = rf"(?:^|(?<=[.!?…»:]{SPACE}))A(?={SPACE}+[a-zà-öø-ÿ])"
_ETC = rf"(?<!\w)etc{SPACE}*(?:…|\.{{2,}})"
_MISTER = rf"(?<!\w)Mr\.?(?={SPACE}+{CAPITAL})"
_KILO = rf"(?<=\d){SPACE}*K€"


def find_slips(text: str) -> Iterator[Slip]:
    """Find the slips of a text as it was typed: at most one of each kind."""
    visible, _ = hide_zones(text, IN)
    if match := re.search(_MISTER, visible):
        yield Slip("W470", match[0], "est l’abréviation anglaise", "écrire « M. »")
    if match := re.search(_ETC, visible):
        yield Slip("W471", match[0], "dit deux fois la même chose", "écrire « etc. »")
    if match := re.search(_CAPITAL, visible):
        right = _ACCENTLESS[match[0]]
        yield Slip("W472", match[0], "a une capitale sans accent", f"écrire « {right} »")
    if match := re.search(_TO, visible):
        yield Slip("W472", match[0], "est une préposition sans accent", "écrire « À »")
    if match := re.search(_KILO, visible):
        yield Slip("W473", match[0].strip(), "met une capitale au kilo", "écrire « k€ »")
