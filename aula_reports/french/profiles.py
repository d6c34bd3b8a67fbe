"""The usages of French typography as values: which space stands where, and which rules sleep.

A usage is never a fork of the code: every rule reads its variant from the profile.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

NBSP = "\u00a0"  # espace insécable, as wide as the space between words
NARROW = "\u202f"  # espace fine insécable

EVERY_RULE = frozenset(f"R{number:02}" for number in range(1, 67))


class Profile(Struct, frozen=True):
    """A usage: each field is the string that stands at the place it names (may be empty)."""

    before_high_punctuation: str = NARROW  # R01: ; ! ?
    before_colon: str = NBSP  # R02
    inside_guillemets: str = NBSP  # R03
    thousands: str = NARROW  # R09
    before_units: str = NBSP  # R11, R13, R14: % € °C
    binds_nouns: bool = False  # R11: « 12 communes »
    superior_titles: bool = True  # R43: Mme, Dr, no with raised letters
    rules_off: frozenset[str] = frozenset()

    def has(self, rule: str) -> bool:
        return rule not in self.rules_off


IN = Profile()  # Imprimerie nationale
FINE = Profile(
    before_colon=NARROW, inside_guillemets=NARROW, before_units=NARROW
)  # French Swiss, Typst
OQLF = Profile(before_high_punctuation="")  # Canada, where no fine is at hand
UE = Profile(before_high_punctuation="", before_colon="", inside_guillemets="")
NONE = Profile(rules_off=EVERY_RULE)  # « aucun »: the text as typed

# The usages by the names that users know.
PROFILES: Mapping[str, Profile] = {"IN": IN, "fine": FINE, "oqlf": OQLF, "ue": UE, "aucun": NONE}


def profile_of(name: str) -> Profile:
    """Find a usage by its name; raises ValueError, in French, if there is none."""
    found = PROFILES.get(name)
    if found is None:
        raise ValueError(f"usage inconnu : « {name} » — choisir parmi {', '.join(PROFILES)}")
    return found
