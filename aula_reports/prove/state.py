"""The graphics state of a content stream, and the walk that carries it (ISO 32000-1, 8.4)."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

from msgspec import Struct, field

from aula_reports.prove.boxes import IDENTITY, Box, Matrix
from aula_reports.prove.colours import BLACK, Colour, Space, read_space, spaces_of
from aula_reports.prove.facts import Ink, PageReading, SpaceUse
from aula_reports.prove.fonts import Font, read_font
from aula_reports.prove.values import entry, number_of, raw

_MOST_SAVED = 512


class State(Struct):
    """What `q` saves and `Q` brings back."""

    matrix: Matrix
    clip: Box
    fill: Colour = BLACK
    stroke: Colour = BLACK
    line_width: float = 1.0
    font: Font | None = None
    size: float = 0.0
    spacing: float = 0.0
    word_spacing: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    render: int = 0
    fill_overprints: bool = False
    stroke_overprints: bool = False
    overprint_mode: int = 0
    fill_alpha: float = 1.0
    stroke_alpha: float = 1.0
    is_masked: bool = False

    @property
    def fill_ink(self) -> Ink:
        return Ink(
            self.fill, self.fill_overprints, self.overprint_mode, self.fill_alpha, self.is_masked
        )

    @property
    def stroke_ink(self) -> Ink:
        return Ink(
            self.stroke,
            self.stroke_overprints,
            self.overprint_mode,
            self.stroke_alpha,
            self.is_masked,
        )


class Mark(Struct, frozen=True):
    """An open piece of marked content."""

    tag: str
    mcid: int | None
    stream: int = 0

    @property
    def is_artifact(self) -> bool:
        return self.tag == "Artifact"


class Budget(Struct):
    """What reading a whole file may cost; shared by all its pages."""

    operations: int = 4_000_000
    content: int = 192 << 20
    facts: int = 1_000_000


class Walk(Struct):
    """Where an interpretation stands: its page, its state, its text, its path, its marks."""

    page: PageReading
    fonts: dict[int, Font]
    budget: Budget
    state: State
    resources: Any
    where: str = "contenu"
    stream: int = 0
    depth: int = 0
    saved: list[State] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    text: Matrix = IDENTITY
    line: Matrix = IDENTITY
    points: list[tuple[float, float]] = field(default_factory=list)
    rectangles: int = 0
    clips: bool = False
    open_forms: tuple[int, ...] = ()
    spaces: dict[str, Any] = field(default_factory=dict)
    run_form: Callable[[Walk, Any, int, str], None] | None = None

    def save(self) -> None:
        if len(self.saved) < _MOST_SAVED:
            self.saved.append(copy.copy(self.state))

    def restore(self) -> None:
        if self.saved:
            self.state = self.saved.pop()

    def enter(self, resources: Any) -> None:
        """Take other resources: those of a form, a pattern, a glyph."""
        self.resources, self.spaces = resources, spaces_of(resources)

    def spend_fact(self) -> bool:
        """Say whether one more fact may be kept."""
        self.budget.facts -= 1
        if self.budget.facts < 0:
            self.page.is_partial = True
        return self.budget.facts >= 0

    @property
    def marking(self) -> str:
        """Say how what is painted now is marked; the innermost of the two words counts."""
        mark = self._mark()
        if mark is None:
            return "bare"
        return "artifact" if mark.mcid is None else "tagged"

    def _mark(self) -> Mark | None:
        """Give the innermost mark that says tagged or artifact."""
        told = (mark for mark in reversed(self.marks) if mark.mcid is not None or mark.is_artifact)
        return next(told, None)

    def note(self, box: Box) -> None:
        """Remember where something is painted under its mark, or under none."""
        mark = self._mark()
        if mark is None:
            self.page.bare.append(box)
        elif mark.mcid is not None:
            key = mark.stream, mark.mcid
            known = self.page.marked.get(key)
            self.page.marked[key] = box if known is None else known.joined(box)

    def space(self, name: Any) -> Space:
        return read_space(f"/{name}", self.spaces)

    def resource(self, kind: str, name: Any) -> Any:
        """Give a named resource as it is written, reference or not."""
        return raw(entry(self.resources, f"/{kind}"), f"/{name}")

    def font(self, name: Any) -> Font | None:
        value = self.resource("Font", name)
        if value is None:
            return None
        return self.font_of(value)

    def font_of(self, value: Any) -> Font:
        number = number_of(value) or -id(value)
        if number not in self.fonts:
            self.fonts[number] = read_font(value, max(number, 0))
        return self.fonts[number]

    def use(self, space: Space, box: Box | None = None, where: str = "", number: int = 0) -> None:
        """Remember that a colour space is used, once for each kind of place."""
        key = SpaceUse(space, where or self.where, number)
        if key not in self.page.uses and self.spend_fact():
            self.page.uses[key] = box
        if space.base is not None and space.family in ("Indexed", "Pattern"):
            self.use(space.base, box, where, number)
