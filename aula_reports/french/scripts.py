"""Letters raised, lowered or in small capitals, and where they are in a text.

Whoever sets text needs these; only who composes it needs what finds them (`spans`).
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Script(StrEnum):
    """How letters stand: on the line, raised, lowered, or as small capitals."""

    NORMAL = "normal"
    SUPERIOR = "superior"
    INFERIOR = "inferior"
    SMALL_CAPS = "small-caps"


class Span(Struct, frozen=True):
    """Characters `start` to `end` (excluded) set in a script of their own."""

    start: int
    end: int
    script: Script
