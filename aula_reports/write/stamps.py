"""Signs as form XObjects: each is written once for its kind, size and ink (ISO 32000-1, 8.10).

A matrix shows the same four signs a thousand times. Printed from a stamp, a sign costs a page one
short line, and a reader draws it once. A stamp holds no marks of its own: what it shows belongs
to the content that it is placed in (14.7.4.3).
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from aula_reports.draw.surface import Drawing
from aula_reports.geometry import Rect
from aula_reports.typeset.pages import MarkThing
from aula_reports.write.colour import Paint
from aula_reports.write.document import CompactDocument
from aula_reports.write.graphics_state import INHERITED
from aula_reports.write.painting import Painting
from aula_reports.write.syntax import corners


class Stamp(Struct, frozen=True):
    """A written sign: its name in resources and its reference."""

    name: str
    ref: str


class StampCase:
    """The stamps of one document, each cut at its first use."""

    def __init__(
        self, paints: Mapping[str, Paint], document: CompactDocument, spaces: str = ""
    ) -> None:
        """`spaces` are the colour spaces of spot inks, as resources say them."""
        self._paints = paints
        self._spaces = spaces
        self._document = document
        self._stamps: dict[tuple[str, float, str], Stamp] = {}

    def stamp(self, mark: MarkThing, drawing: Drawing) -> Stamp:
        """Find the stamp of a sign, or cut it."""
        key = (mark.kind, mark.size, mark.ink)
        stamp = self._stamps.get(key)
        if stamp is None:
            name = f"S{len(self._stamps) + 1}"
            stamp = self._stamps[key] = Stamp(name, self._cut(mark, drawing))
        return stamp

    def _cut(self, mark: MarkThing, drawing: Drawing) -> str:
        painting = Painting(self._paints, state=INHERITED.copy())
        drawing(replace(mark, x=0.0, y=0.0), painting)
        # Wider than the sign: a cut along its edges would thin them on screens.
        box = Rect(0, 0, mark.size, mark.size).grown(1)
        entries = f"/Type/XObject/Subtype/Form/BBox{corners(box)}/Resources<<{self._spaces}>>"
        return self._document.stream("\n".join(painting.code).encode("latin-1"), entries).ref
