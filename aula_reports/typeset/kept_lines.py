"""Set lines in the shape in which they are kept from one build to the next.

Glyphs and runs are kept once, and lines name them by number: a book sets a word many times.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from aula_reports.typeset.paragraph import Lines
from aula_reports.typeset.runs import Glyph, LineMark, LineSpan, Run, SetLine

# Its number in the font, its advance, its text and its offsets, in Glyph's order.
_KeptGlyph = tuple[int, float, str, float, float]


class _KeptRun(Struct, frozen=True, array_like=True):
    face: str
    glyphs: tuple[int, ...]
    width: float
    text: str


class _KeptSpan(Struct, frozen=True, array_like=True, tag="span"):
    """A LineSpan whose runs are numbers; what is added after each stands in a row of its own."""

    x: float
    face: str
    size: float
    ink: str
    runs: Sequence[int]
    added: Sequence[float]
    width: float
    tracking: float
    scale: float
    rise: float
    inline: int | None


class _KeptMark(Struct, frozen=True, array_like=True, tag="mark"):
    x: float
    name: str
    size: float
    ink: str
    inline: int


class _KeptLine(Struct, frozen=True, array_like=True):
    spans: Sequence[_KeptSpan | _KeptMark]
    width: float
    hyphenated: bool
    divides: bool


class LineTable(Struct, frozen=True, array_like=True):
    """Lines by the digest of their source, and the runs and glyphs that they name by number."""

    glyphs: Sequence[_KeptGlyph]
    runs: Sequence[_KeptRun]
    lines: Mapping[bytes, Sequence[_KeptLine] | None]


def lines_of(table: LineTable) -> dict[bytes, Lines]:
    """Read kept lines."""
    glyphs = [Glyph(*glyph) for glyph in table.glyphs]
    runs = [
        Run(run.face, tuple([glyphs[number] for number in run.glyphs]), run.width, run.text)
        for run in table.runs
    ]
    return {
        key: None if lines is None else tuple([_line_of(line, runs) for line in lines])
        for key, lines in table.lines.items()
    }


def _line_of(line: _KeptLine, runs: Sequence[Run]) -> SetLine:
    spans = tuple([_span_of(span, runs) for span in line.spans])
    return SetLine(spans, line.width, line.hyphenated, line.divides)


def _span_of(span: _KeptSpan | _KeptMark, runs: Sequence[Run]) -> LineSpan | LineMark:
    if isinstance(span, _KeptMark):
        return LineMark(span.x, span.name, span.size, span.ink, span.inline)
    return LineSpan(
        span.x,
        span.face,
        span.size,
        span.ink,
        tuple(zip([runs[number] for number in span.runs], span.added, strict=True)),
        span.width,
        span.tracking,
        span.scale,
        span.rise,
        span.inline,
    )


def table_of(lines: Mapping[bytes, Lines]) -> LineTable:
    """Write lines as they are kept."""
    writer = _Writer()
    kept = {
        key: None if made is None else [writer.line(line) for line in made]
        for key, made in lines.items()
    }
    return LineTable(list(writer.glyphs), list(writer.runs), kept)


class _Writer:
    """Numbers runs and glyphs in the order in which lines name them.

    They are told apart by what they are: lines that were kept and lines that are new bring runs
    of their own for the same word.
    """

    def __init__(self) -> None:
        self.glyphs: dict[_KeptGlyph, int] = {}
        self.runs: dict[_KeptRun, int] = {}
        self._seen_glyphs: dict[Glyph, int] = {}
        self._seen_runs: dict[Run, int] = {}

    def line(self, line: SetLine) -> _KeptLine:
        spans = [self._span(span) for span in line.spans]
        return _KeptLine(spans, line.width, line.hyphenated, line.divides)

    def _span(self, span: LineSpan | LineMark) -> _KeptSpan | _KeptMark:
        if isinstance(span, LineMark):
            return _KeptMark(span.x, span.name, span.size, span.ink, span.inline)
        known = self._seen_runs
        return _KeptSpan(
            span.x,
            span.face,
            span.size,
            span.ink,
            [known[run] if run in known else self._number(run) for run, _ in span.runs],
            [added for _, added in span.runs],
            span.width,
            span.tracking,
            span.scale,
            span.rise,
            span.inline,
        )

    def _number(self, run: Run) -> int:
        known = self._seen_glyphs
        glyphs = tuple(
            [known[glyph] if glyph in known else self._number_glyph(glyph) for glyph in run.glyphs]
        )
        kept = _KeptRun(run.face, glyphs, run.width, run.text)
        number = self._seen_runs[run] = self.runs.setdefault(kept, len(self.runs))
        return number

    def _number_glyph(self, glyph: Glyph) -> int:
        kept = (glyph.gid, glyph.advance, glyph.text, glyph.x_offset, glyph.y_offset)
        number = self._seen_glyphs[glyph] = self.glyphs.setdefault(kept, len(self.glyphs))
        return number
