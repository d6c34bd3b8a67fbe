"""What each profile does to a picture, as plain facts: the key of the cache is made of them."""

from __future__ import annotations

import math
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from aula_reports.resources import ICC_PROFILES
from aula_reports.write.colour import Profile
from aula_reports.write.press import COATED, Press

# Changes whenever the same recipe would give other pixels: a cache of the old ones is not read.
_EDITION = 2


class Recipe(Struct, frozen=True):
    """How a picture is prepared for its place. Sizes are pixels.

    A picture above `most_…` is reduced to `width` × `height`, which `dpi` gives at its place.
    """

    mode: str
    dpi: int
    most_dpi: int
    quality: int
    press: Press = COATED
    screen_icc: Path = ICC_PROFILES / "sRGB.icc"
    width: int = 0
    height: int = 0
    most_width: int = 0
    most_height: int = 0

    def at(self, width: float, height: float) -> Recipe:
        """Make the recipe of a place of this size in points."""
        return replace(
            self,
            width=math.ceil(width * self.dpi / 72),
            height=math.ceil(height * self.dpi / 72),
            most_width=math.ceil(width * self.most_dpi / 72),
            most_height=math.ceil(height * self.most_dpi / 72),
        )

    @property
    def ink_limit_percent(self) -> int:
        return self.press.picture_limit_percent

    @property
    def separation(self) -> Recipe:
        """Forget the place: what is left says how colours are separated, whatever the picture."""
        return replace(self, width=0, height=0, most_width=0, most_height=0)

    @property
    def key(self) -> str:
        """Say all that the pixels depend on, apart from the picture itself."""
        icc = (self.press.fingerprint, self.screen_icc.name)
        sizes = (self.width, self.height, self.most_width, self.most_height)
        return repr((_EDITION, self.mode, self.quality, self.ink_limit_percent, icc, sizes))


# Printers ask for 300 dpi; what is finer than 450 only makes the file heavy.
# The website's file is for screens: 150 dpi at full size stands a zoom of 150 %.
_SCREEN = Recipe(mode="RGB", dpi=150, most_dpi=150, quality=82)
RECIPES: dict[Profile, Recipe] = {
    "print": Recipe(mode="CMYK", dpi=350, most_dpi=450, quality=88),
    "web": _SCREEN,
    "archive": _SCREEN,
}


def recipe_of(profile: Profile, press: Press) -> Recipe:
    """Give the recipe of a profile's pictures, for a press if they are to be printed."""
    return replace(RECIPES[profile], press=press)
