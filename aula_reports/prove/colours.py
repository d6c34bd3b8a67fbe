"""Colour spaces and colours as a file names them (ISO 32000-1, 8.6), and the ink that they ask."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from aula_reports.prove.values import (
    as_list,
    entry,
    filters_of,
    name_of,
    number_of,
    raw,
    real,
    solved,
)

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
_DEVICE = {
    "DeviceGray": 1,
    "G": 1,
    "DeviceRGB": 3,
    "RGB": 3,
    "DeviceCMYK": 4,
    "CMYK": 4,
    "CalGray": 1,
    "CalRGB": 3,
    "Lab": 3,
}
_SHORT = {"G": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK", "I": "Indexed"}
_DEEPEST = 8


class Space(Struct, frozen=True):
    """A colour space: its family, its components, the inks it names, the space beneath it."""

    family: str
    components: int
    names: tuple[str, ...] = ()
    base: Space | None = None
    number: int = 0
    filters: tuple[str, ...] = ()

    @property
    def root(self) -> Space:
        """The space in which an indexed one has its colours."""
        return self.base.root if self.family == "Indexed" and self.base else self

    @property
    def families(self) -> tuple[str, ...]:
        """Its family and those of the spaces beneath it: stand-ins for spot inks included."""
        return (self.family, *(self.base.families if self.base else ()))

    @property
    def spots(self) -> tuple[str, ...]:
        return tuple(name for name in self.root.names if name not in (*PROCESS, "All", "None", ""))


GRAY = Space("DeviceGray", 1)
RGB = Space("DeviceRGB", 3)
CMYK = Space("DeviceCMYK", 4)
PATTERN = Space("Pattern", 0)
UNKNOWN = Space("", 0)


def read_space(value: Any, named: Mapping[str, Any] | None = None, depth: int = 0) -> Space:
    """Read a colour space; a name is looked up among those of the resources first."""
    held = solved(value)
    name = name_of(held) or (str(held) if isinstance(held, str) else "")
    if name:
        return _named_space(name, named or {}, depth)
    parts = as_list(held)
    if not parts or depth > _DEEPEST:
        return UNKNOWN
    number = number_of(value) or number_of(parts[-1])
    return _array_space(name_of(parts[0]), parts[1:], named, depth + 1, number)


def _named_space(name: str, named: Mapping[str, Any], depth: int) -> Space:
    name = _SHORT.get(name, name)
    if name in _DEVICE:
        # A default space stands for the device's (8.6.5.6).
        default = named.get(f"Default{name.removeprefix('Device')}")
        if default is not None and depth == 0 and name.startswith("Device"):
            return read_space(default, None, 1)
        return Space(name, _DEVICE[name])
    if name == "Pattern":
        return PATTERN
    if name in named and depth <= _DEEPEST:
        return read_space(named[name], {key: named[key] for key in named if key != name}, depth + 1)
    return UNKNOWN


def _array_space(
    family: str, parts: list[Any], named: Mapping[str, Any] | None, depth: int, number: int
) -> Space:
    family = _SHORT.get(family, family)
    first = parts[0] if parts else None
    match family:
        case "ICCBased":
            filters = tuple(filters_of(first))
            return Space(family, int(real(entry(first, "/N"))), (), None, number, filters)
        case "Indexed":
            return Space(family, 1, (), read_space(first, named, depth), number)
        case "Separation" | "DeviceN":
            names = tuple(name_of(one) for one in as_list(first))
            base = read_space(parts[1], named, depth) if len(parts) > 1 else None
            return Space(family, len(names), names, base, number)
        case "Pattern":
            return Space(family, 0, (), read_space(first, named, depth) if parts else None, number)
    return Space(family, _DEVICE.get(family, 0), (), None, number)


class Colour(Struct, frozen=True):
    """A colour: a space and its values; a pattern has the name of one."""

    space: Space
    values: tuple[float, ...] = ()
    pattern: str = ""

    def inks(self) -> dict[str, float] | None:
        """Give the percentage of each ink; nothing where only a conversion would tell."""
        values = self.values
        match self.space.family:
            case "DeviceGray" | "CalGray" if len(values) == 1:
                return {"Black": 100 * (1 - values[0])}
            case "DeviceCMYK" if len(values) == 4:
                return dict(zip(PROCESS, (100 * value for value in values), strict=True))
            case "ICCBased" if self.space.components == len(values) == 4:
                return dict(zip(PROCESS, (100 * value for value in values), strict=True))
            case "Separation" | "DeviceN" if len(values) == len(self.space.names):
                return {n: 100 * v for n, v in zip(self.space.names, values, strict=True)}
        return None

    @property
    def is_paper(self) -> bool:
        """Say whether it leaves the paper bare: no ink at all."""
        inks = self.inks()
        return inks is not None and bool(inks) and max(inks.values()) <= 0.0


BLACK = Colour(GRAY, (0.0,))


def first_colour(space: Space) -> Colour:
    """Give the colour that choosing a space sets (8.6.8)."""
    match space.family:
        case "DeviceCMYK":
            return Colour(space, (0.0, 0.0, 0.0, 1.0))
        case "Separation" | "DeviceN":
            return Colour(space, (1.0,) * space.components)
        case "Pattern":
            return Colour(space)
    return Colour(space, (0.0,) * max(1, space.components))


def spaces_of(resources: Any) -> dict[str, Any]:
    """Give the named colour spaces of resources, unsolved."""
    held = entry(resources, "/ColorSpace")
    return {str(key)[1:]: raw(held, key) for key in held} if isinstance(held, dict) else {}
