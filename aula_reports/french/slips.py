"""Slips of writing that composition leaves as typed, or mends without a word, and that the author
may want to know: R13, R22, R30, R62, R63, R64, R65.

Each is known by a closed list or by a shape that nothing else has: to tell too little is better
than to tell what is right.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from msgspec import Struct

from aula_reports.french.edits import CAPITAL, SPACE


class Slip(Struct, frozen=True):
    """Characters `start` to `end` (excluded) of a text: what is wrong, what to do, in French."""

    start: int
    end: int
    fault: str
    advice: str


# Rules of which slips are only told; R60 lets titles be tied, too. Each may sleep as others do.
TOLD_RULES = ("R30", "R60", "R61", "R62", "R63", "R64", "R65")

Finder = Callable[[str], Iterable[Slip]]

_ACCENTED = """
    Éclairage École Écoles Écologie Écologique Écologiques Écoquartier Écoquartiers Économie
    Économies Économique Économiques Édition Éditions Éditorial Éducation Égalité Église Églises
    Élaboration Élaborer Élargir Élargissement Élection Élections Élément Éléments Élu Élue Élues
    Élus Émission Émissions Énergétique Énergie Énergies Épicerie Équilibre Équipe Équipement
    Équipements Équipes Établissement Établissements Étape Étapes État États Étude Études Étudier
    Évaluation Évaluations Évaluer Événement Événements Éviter Évolution Évolutions Évoluer Être
    Île Îles Îlot Îlots
"""
_WITHOUT_ACCENT = str.maketrans("ÉÈÊÎÔ", "EEEIO")
_LONGEST_SIGLE = 4


@lru_cache(maxsize=1)
def _bare_words() -> dict[str, str]:
    """Map what lacks its accent to what has it; in capitals, only words too long for a sigle."""
    words = _ACCENTED.split()
    bare = {word[0].translate(_WITHOUT_ACCENT) + word[1:]: word for word in words}
    bare |= {"Ilôt": "Îlot", "Ilôts": "Îlots"}
    long = [word.upper() for word in words if len(word) > _LONGEST_SIGLE]
    return bare | {word.translate(_WITHOUT_ACCENT): word for word in long}


# The look behind comes after, in Python: a pattern that begins with a letter is sought much faster.
_CAPITALISED = r"[EI]\w+(?!\w|-[A-Z])"
# « A » at the start of a sentence, before what a preposition may have: in « A été élu », a verb.
_AFTER_A = """
    la le les ce cet cette ces cela chaque compter cause condition côté court défaut destination
    droite gauche hauteur horizon long mi moyen mesure partir peine propos proximité raison savoir
    suivre terme titre travers
"""
_PREPOSITION = (
    rf"A(?:(?<=\AA)|(?<=\nA)|(?<=[.!?…]{SPACE}A)|(?<=[«–-]{SPACE}A))"
    rf"(?={SPACE}(?:(?:{'|'.join(_AFTER_A.split())}|[\w-]{{2,}}(?:er|ir))(?!\w)|l['’]))"
)
_ENDED = (
    rf"(?<!\w)[Ee]tc(?:{SPACE}*…|\.{{2,}}|\.{SPACE}*…)"
    rf"|(?:…|\.{{3}}){SPACE}*,?{SPACE}*[Ee]tc\.?(?!\w)"
)
_TITLES = {
    "Mr": "M.",
    "Mr.": "M.",
    "Mrs": "MM.",
    "Mme.": "Mme",
    "Mmes.": "Mmes",
    "Mlle.": "Mlle",
    "Melle": "Mlle",
    "Melle.": "Mlle",
}
_TITLE = rf"(?<!\w)(?:Mr\.?|Mrs|Mmes?\.|Mlle\.|Melle\.?)(?={SPACE}+{CAPITAL})"
_THOUSANDS = r"(?<!\w)K€|(?<=\d)K€"
_INCLUSIVE = r"(?<!\w)(?:[^\W\d_]{2,}(?:[·‧•][^\W\d_]+)+|[^\W\d_]{2,}\.e(?:\.s)?(?![\w.]))"
_POINTED = (
    rf"(?<![\w.])(?:(?:[A-Z]\.){{2,}}[A-Z](?:\.|(?![\w.]))|(?:[A-Z]\.{SPACE}){{2,}}[A-Z]\.)"
    rf"(?!{SPACE}*{CAPITAL}[a-zà-öø-ÿ.])"
)
_NOTE_CALL = r"(?<=\w)[.,;](?:[¹²³⁰⁴-⁹]+|\[\^[^\[\]\s]+\](?!:))"
# What ends with a full stop of its own: « etc. », « J.-C. », « S.A. », « p. »
_OWN_STOP = re.compile(r"(?:\betc|(?<!\w)[A-Za-z]|(?<!\w)(?:art|av|apr|bd|no|St|Ste))\.\Z")
_MISPRINTS = {
    "acceuil": "accueil",
    "acceuille": "accueille",
    "acceuillir": "accueillir",
    "aggrandir": "agrandir",
    "aggrandissement": "agrandissement",
    "aménagment": "aménagement",
    "aménagments": "aménagements",
    "developpement": "développement",
    "dévelopement": "développement",
    "dévelloppement": "développement",
    "dilemne": "dilemme",
    "environement": "environnement",
    "envirronnement": "environnement",
    "hébergment": "hébergement",
    "interressant": "intéressant",
    "malgrés": "malgré",
    "notemment": "notamment",
    "parmis": "parmi",
    "plusieures": "plusieurs",
    "quatres": "quatre",
    "recueuil": "recueil",
    "trés": "très",
}


def find_bare_capitals(text: str) -> Iterator[Slip]:
    """R30, R62: capitals keep their accents, `À partir`, `État`, `ÉTUDES`."""
    bare = _bare_words()
    for match in re.finditer(_CAPITALISED, text):
        before = text[match.start() - 1 : match.start()]
        if match[0] in bare and not (before.isalnum() or before in ("_", ".", "-")):
            yield _slip(match, "capitale sans accent", bare[match[0]])
    for match in re.finditer(_PREPOSITION, text):
        yield _slip(match, "capitale sans accent", "À")


def find_double_ends(text: str) -> Iterator[Slip]:
    """R06, R65: a list is left open by `etc.` or by `…`, never by both."""
    for match in re.finditer(_ENDED, text):
        yield _slip(match, "« etc. » et points de suspension font double emploi", "etc.")


def find_titles(text: str) -> Iterator[Slip]:
    """R22: `Mr` is English; what ends with the last letter of the word takes no full stop."""
    for match in re.finditer(_TITLE, text):
        yield _slip(match, "abréviation de civilité", _TITLES[match[0]])


def find_thousands_of_euros(text: str) -> Iterator[Slip]:
    """R13: K stands for kelvin."""
    for match in re.finditer(_THOUSANDS, text):
        yield _slip(match, "mille se note k", "k€")


def find_inclusive_points(text: str) -> Iterator[Slip]:
    """R30: the point inside a word is read aloud badly."""
    for match in re.finditer(_INCLUSIVE, text):
        fault = "point dans le mot, mal lu à voix haute"
        yield Slip(match.start(), match.end(), fault, "écrire les deux formes, ou un nom commun")


def find_pointed_sigles(text: str) -> Iterator[Slip]:
    """R63: sigles have no points, and no spaces."""
    for match in re.finditer(_POINTED, text):
        yield _slip(match, "sigle à points", re.sub(rf"\.{SPACE}?", "", match[0]))


def find_late_note_calls(text: str) -> Iterator[Slip]:
    """R64: the call of a note comes before the sign that closes."""
    for match in re.finditer(_NOTE_CALL, text):
        if has_own_stop(text[: match.start() + 1]):
            continue
        yield _slip(match, "appel de note après la ponctuation", match[0][1:] + match[0][0])


def has_own_stop(text: str) -> bool:
    """Say whether the full stop at the end of a text belongs to its last word, an abbreviation."""
    return _OWN_STOP.search(text) is not None


def find_misprints(text: str) -> Iterator[Slip]:
    """R30: words that are wrong in any sentence."""
    lower = text.lower()
    if not any(map(lower.__contains__, _MISPRINTS)):
        return
    pattern = rf"(?<![\w-])(?:{'|'.join(_MISPRINTS)})(?![\w-])"
    for match in re.finditer(pattern, text, re.IGNORECASE):
        right = _MISPRINTS[match[0].lower()]
        yield _slip(match, "coquille", right.capitalize() if match[0][0].isupper() else right)


def _slip(match: re.Match[str], fault: str, right: str) -> Slip:
    return Slip(match.start(), match.end(), fault, f"écrire « {right} »")
