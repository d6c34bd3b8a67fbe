"""What a printer's file is made for: the colours of its press, its spot inks, its limit of ink."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct

from aula_reports.model.layout import InkSpec, PressSpec
from aula_reports.resources import ICC_PROFILES
from aula_reports.write.document import CompactDocument
from aula_reports.write.syntax import name, numbers

FOGRA39 = ICC_PROFILES / "FOGRA39L_coated.icc"

# JPEG lifts single pixels of dark edges by up to 16 %: pictures aim as much under the limit.
_JPEG_ROOM = 20

# The ink of crop marks and of what stands beside them: on every plate (8.6.6.4).
REGISTRATION = "repérage"
_ALL = "All"
_REGISTRATION_SPEC = InkSpec(cmyk=(100, 100, 100, 100), srgb="#000000", spot=_ALL)


class Press(Struct, frozen=True):
    """A press by the ICC profile of its colours, and its limit for the sum of all inks, in %."""

    icc: Path = FOGRA39
    identifier: str = "FOGRA39"
    condition: str = "Offset, papier couché, ISO 12647-2"
    ink_limit_percent: int = 300

    @property
    def picture_limit_percent(self) -> int:
        return self.ink_limit_percent - _JPEG_ROOM

    @property
    def fingerprint(self) -> str:
        """Tell one profile from another, whatever their names."""
        if self.icc == FOGRA39:
            return self.icc.name
        return hashlib.sha256(self.icc.read_bytes()).hexdigest()


COATED = Press()


def press_of(spec: PressSpec, home: Path) -> Press:
    """Read what a layout, whose folder is `home`, says of its press."""
    if not spec.icc:
        return Press(ink_limit_percent=spec.total_ink)
    return Press(home / spec.icc, spec.identifier, spec.condition, spec.total_ink)


def with_registration(inks: Mapping[str, InkSpec]) -> Mapping[str, InkSpec]:
    """Add the ink of crop marks to a palette."""
    return {**inks, REGISTRATION: _REGISTRATION_SPEC}


def spot_name(spot: str) -> str:
    """Name the colour space of a spot ink in resources."""
    return "T" + "".join(f"{byte:02x}" for byte in spot.encode())


def spot_spaces(document: CompactDocument, inks: Iterable[InkSpec]) -> str:
    """Write the colour spaces of spot inks (8.6.6.4), each once; nothing without any.

    What a press without that ink prints instead is what the palette says of it, at full strength.
    """
    spelt: dict[str, str] = {}
    for ink in sorted(inks, key=lambda ink: -ink.tint):
        if ink.spot and ink.spot not in spelt:
            full = [min(share / ink.tint, 1.0) for share in ink.cmyk]
            spelt[ink.spot] = (
                f"[/Separation{name(ink.spot)}/DeviceCMYK<</FunctionType 2/Domain[0 1]"
                f"/C0[0 0 0 0]/C1[{numbers(full)}]/N 1>>]"
            )
    named = [f"/{spot_name(spot)} {document.indirect(spelt[spot]).ref}" for spot in sorted(spelt)]
    return f"/ColorSpace<<{''.join(named)}>>" if named else ""
