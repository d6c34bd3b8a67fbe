"""Inks by name, and the operators that put them down: process colours in print, sRGB on screens.

The same ink is written twice in the layout, so nothing is ever converted here: the press gets
the percentages that the designer chose, the screen gets the sRGB beside them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from aula_reports.model.layout import InkSpec
from aula_reports.write.syntax import numbers

Profile = Literal["print", "web", "archive"]

# Above this size a black letter is an area: overprinting would let the ground show through it.
LARGEST_OVERPRINT = 24.0


class Ink(Struct, frozen=True):
    """One colour: process shares and sRGB components, all from 0 to 1."""

    name: str
    cmyk: tuple[float, float, float, float]
    srgb: tuple[float, float, float]

    @property
    def is_plain_black(self) -> bool:
        return self.cmyk == (0, 0, 0, 1)


class Paint(Struct, frozen=True):
    """An ink ready to be put down: its operators, and whether small text in it overprints."""

    fill: str
    stroke: str
    overprints: bool


BLACK = Ink("noir", (0, 0, 0, 1), (0, 0, 0))


def ink_from(name: str, spec: InkSpec) -> Ink:
    """Read an ink from its layout's words."""
    c, m, y, k = (share / 100 for share in spec.cmyk)
    red, green, blue = (int(spec.srgb[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return Ink(name, (c, m, y, k), (red, green, blue))


def palette(specs: Mapping[str, InkSpec], profile: Profile) -> dict[str, Paint]:
    """Prepare every ink of a layout for a profile; `noir` is there even if the layout forgot it."""
    inks = {BLACK.name: BLACK} | {name: ink_from(name, spec) for name, spec in specs.items()}
    return {name: paint(ink, profile) for name, ink in inks.items()}


def paint(ink: Ink, profile: Profile) -> Paint:
    if profile == "print":
        shares = numbers(ink.cmyk)
        return Paint(f"{shares} k", f"{shares} K", ink.is_plain_black)
    components = numbers(ink.srgb)
    return Paint(f"{components} rg", f"{components} RG", overprints=False)
