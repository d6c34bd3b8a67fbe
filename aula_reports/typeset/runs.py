"""Set text: shaped runs, and lines made of them. Plain data, widths as said at each field."""

from __future__ import annotations

from msgspec import Struct


class Glyph(Struct, frozen=True, eq=False):
    """One glyph and the characters that it stands for ("" for the later glyphs of a cluster).

    `advance` (kerning included) and `x_offset`, `y_offset` are in 1/1000 em.
    Glyphs are shared by the runs of a face: identity is equality.
    """

    gid: int
    advance: float
    text: str
    x_offset: float = 0.0
    y_offset: float = 0.0


class Run(Struct, frozen=True, eq=False):
    """Text shaped in one face with one set of features: usually a word, or one space.

    `width` is in 1/1000 em. Runs are cached and shared: identity is equality.
    """

    face: str
    glyphs: tuple[Glyph, ...]
    width: float
    text: str


class LineSpan(Struct, frozen=True):
    """Neighbouring runs of one line in one face, size, ink and inline element.

    `x` is from the line's start; `runs` pairs each run with the points added after it
    (justification); `tracking` is added after each glyph, in points; `scale` stretches glyphs
    horizontally; `inline` is the index of the rich text's element that needs a tag of its own
    (a link, the call of a note), or None.
    """

    x: float
    face: str
    size: float
    ink: str
    runs: tuple[tuple[Run, float], ...]
    width: float
    tracking: float = 0.0
    scale: float = 1.0
    rise: float = 0.0
    inline: int | None = None

    @property
    def text(self) -> str:
        return "".join(run.text for run, _ in self.runs)

    def width_of(self, run: Run) -> float:
        """Measure a run as this span sets it, in points, the tracking after its glyphs included."""
        return run.width * self.size / 1000 * self.scale + len(run.glyphs) * self.tracking


class LineMark(Struct, frozen=True):
    """A drawn mark in a line: `x` of its left edge, `size` of its square, in points."""

    x: float
    name: str
    size: float
    ink: str
    inline: int


class SetLine(Struct, frozen=True):
    """One line of set text. `width` is its ink measure without the hanging space or punctuation.

    `divides` lines end within a word, `hyphenated` ones at a hyphen, typed or ours: an address
    divides without one.
    """

    spans: tuple[LineSpan | LineMark, ...]
    width: float
    hyphenated: bool = False
    divides: bool = False

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans if isinstance(span, LineSpan))
