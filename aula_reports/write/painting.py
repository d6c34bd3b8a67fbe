"""Paths become operators of a content stream: a page's, or a sign's (ISO 32000-1, 8.5)."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from aula_reports.geometry import Path
from aula_reports.typeset.pages import Pen
from aula_reports.write.colour import Paint
from aula_reports.write.graphics_state import GraphicsState
from aula_reports.write.syntax import path_operators


class Painting(Struct):
    """One content stream while it grows, and the graphics state at its end."""

    paints: Mapping[str, Paint]
    code: list[str] = field(default_factory=list)
    state: GraphicsState = field(default_factory=GraphicsState)
    _kept: list[GraphicsState] = field(default_factory=list)
    # What is filled is often stroked next.
    _spelt: tuple[Path, str] = ((), "")

    def fill(self, path: Path, ink: str, *, even_odd: bool = False) -> None:
        self.state.fill_changes(self.code, self.paints[ink])
        self.code.append(f"{self._spelling(path)} {'f*' if even_odd else 'f'}")

    def stroke(self, path: Path, pen: Pen) -> None:
        self.state.stroke_changes(self.code, self.paints[pen.ink], pen)
        self.code.append(f"{self._spelling(path)} S")

    def clip(self, path: Path) -> None:
        self._kept.append(self.state.copy())
        self.code.append(f"q {path_operators(path)} W n")

    def unclip(self) -> None:
        self.code.append("Q")
        self.state = self._kept.pop()

    def _spelling(self, path: Path) -> str:
        if self._spelt[0] is not path:
            self._spelt = path, path_operators(path)
        return self._spelt[1]
