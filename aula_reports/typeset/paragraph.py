"""Rich text becomes set lines: words are gathered, broken by total fit, and laid in their measure.

`Setter` is all that other modules need. A line that ends with a word and is not the text's last
ends with a space that hangs past the measure, or words would be glued when the text is read out
of the file; one that ends within a word does not, or an address would come out in pieces. A
hyphen of ours is a run that reads as U+00AD.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from math import inf

from msgspec.structs import replace

from aula_reports.compose.inline import RichText, Words
from aula_reports.keeping import Keeper
from aula_reports.model.layout import Alignment, Justification, Layout, TextStyle
from aula_reports.typeset.fonts import FaceTable
from aula_reports.typeset.gather import Gatherer, Paragraph
from aula_reports.typeset.liang import dictionary_mark
from aula_reports.typeset.linebreak import justify
from aula_reports.typeset.lines import Frame, LineMaker
from aula_reports.typeset.looks import Looks
from aula_reports.typeset.places import LineEnd, Measure, Widths
from aula_reports.typeset.ragged import balance, fits_a_line, rag
from aula_reports.typeset.runs import LineSpan, SetLine
from aula_reports.typeset.shaping import Shaper
from aula_reports.typeset.word_ends import WordEnds
from aula_reports.typeset.words import WordMaker

# TeX's stages: word spaces to their bound without hyphens; with them, to 170 % of Source's narrow
# space (0.23 em), which the demerits make rare; to the widest that they may be (RULES.md, R54), at
# last with names for machines forced apart. What is wider still is no longer driven to its measure.
_TOLERANCE_WHOLE = 1.0
_TOLERANCE_HYPHENS = 2.0


# None stands for a setting that was sought and does not exist.
Lines = tuple[SetLine, ...] | None

# Where the first line starts.
_START = LineEnd(-1)


def setting_marks(layout: Layout, faces: FaceTable) -> object:
    """Mark what the lines of a layout depend on beside their text and this program: the styles,
    the bounds of justified lines, the fonts and the dictionary of hyphenation.
    """
    styles = [(name, vars(style)) for name, style in layout.styles.items()]
    bounds = vars(layout.justification)
    return styles, bounds, layout.fallbacks, faces.marks(), dictionary_mark()


class Setter:
    """Sets text in the styles of a layout. Pure: the same question gives the same lines."""

    def __init__(
        self,
        faces: FaceTable,
        styles: Mapping[str, TextStyle],
        justification: Justification | None = None,
        fallbacks: Sequence[str] = (),
        keeper: Keeper[Lines] | None = None,
    ) -> None:
        """`fallbacks` are the faces of signs that a style's own has not, in their order; `keeper`
        has lines that were set in these very styles and faces.
        """
        self._justification = justification = justification or Justification()
        self.faces = faces
        self._looks = Looks(faces, styles)
        self._shaper = Shaper(faces)
        self._words = WordMaker(self._shaper, justification, self._looks, fallbacks)
        self._gatherer = Gatherer(self._looks, self._words)
        self._lines = LineMaker(self._words, justification)
        self._single: dict[tuple[RichText | str, str], SetLine] = {}
        self._keeper = keeper

    def set(
        self, rich: RichText, style: str, measure: float, *, first_indent: float = 0.0
    ) -> tuple[SetLine, ...]:
        """Break and align a text to a measure in points; `\\n` forces a line to end.

        Lines come from top to bottom; spans of right and centred text are moved inside the
        measure. What cannot be broken may exceed it. A text without words has no line.
        Raises MissingGlyph, InvalidLayout.
        """
        source = (rich, style, measure, first_indent)
        lines = self._fetch(source, lambda: self._lines_of(*source))
        assert lines is not None, "only a wished number of lines may be out of reach"
        return lines

    def _lines_of(
        self, rich: RichText, style: str, measure: float, first_indent: float
    ) -> tuple[SetLine, ...]:
        paragraphs = self._gatherer.paragraphs(rich, style)
        kind = self.style(style)
        if len(paragraphs) == 1 and not paragraphs[0].words:
            return ()
        lines: list[SetLine] = []
        for number, paragraph in enumerate(paragraphs):
            indent = 0.0 if number else first_indent
            more = number < len(paragraphs) - 1
            lines += self._set(paragraph, kind, Measure(measure, indent), more=more)
        return tuple(lines)

    def reset(
        self, rich: RichText, style: str, measure: float, *, first_indent: float, lines: int
    ) -> tuple[SetLine, ...] | None:
        """Set a justified text in so many lines; None where that would leave one out of bounds.

        None, too, for a text with forced line ends, without words, or not justified.
        """
        source = (rich, style, measure, first_indent, lines)
        return self._fetch(source, lambda: self._so_many_of(*source))

    def _so_many_of(
        self, rich: RichText, style: str, measure: float, first_indent: float, lines: int
    ) -> Lines:
        kind = self.style(style)
        paragraphs = self._gatherer.paragraphs(rich, style)
        if len(paragraphs) > 1 or not paragraphs[0].words or kind.align is not Alignment.JUSTIFIED:
            return None
        (paragraph,) = paragraphs
        ends = WordEnds(paragraph, self._words, hyphenated=kind.hyphenate)
        widths = ends.widths(self._justification)
        hung = Measure(measure, first_indent, paragraph.words[0].lead)
        chosen = justify(widths, hung, _TOLERANCE_WHOLE, ends.insides(widths), lines=lines)
        if chosen is None:
            return None
        return tuple(self._cut(paragraph, ends, chosen, kind, Measure(measure, first_indent)))

    def line(self, text: RichText | str, style: str) -> SetLine:
        """Set a text as one line of natural width; `\\n` counts as a space."""
        known = self._single.get((text, style))
        if known is None:
            rich = (Words(text),) if isinstance(text, str) else text
            lines = self._fetch((rich, style), lambda: (self._line(rich, style),))
            assert lines is not None, "a line can always be set"
            known = self._single[text, style] = lines[0]
        return known

    def _fetch(self, source: object, made: Callable[[], Lines]) -> Lines:
        """Give lines that were kept, or else have them made."""
        return self._keeper.fetch(source, made) if self._keeper else made()

    def parted(self, line: SetLine) -> SetLine:
        """Give a line a space that hangs past its end, or what follows it would read as glued."""
        if not line.spans or line.divides:
            return line
        last = line.spans[-1]
        if not isinstance(last, LineSpan) or last.runs[-1][0].text[-1:] in ("", " "):
            return line
        space = self._shaper.run(last.face, " ")
        longer = replace(last, runs=(*last.runs, (space, 0.0)))
        return SetLine((*line.spans[:-1], longer), line.width)

    def width(self, text: RichText | str, style: str) -> float:
        """Measure a text on one line, in points."""
        return self.line(text, style).width

    def style(self, name: str) -> TextStyle:
        """Find a style of the layout; raises InvalidLayout."""
        return self._looks.style(name)

    def cap_height(self, style: str) -> float:
        """Give the height of a style's capitals, in points."""
        kind = self.style(style)
        return self.faces[kind.face].cap_height * kind.size / 1000

    def x_height(self, style: str) -> float:
        """Give the height of a style's x, in points."""
        kind = self.style(style)
        return self.faces[kind.face].x_height * kind.size / 1000

    def _line(self, rich: RichText, style: str) -> SetLine:
        (paragraph,) = self._gatherer.paragraphs(rich, style, forced=False)
        return self._lines.whole(paragraph) if paragraph.words else SetLine((), 0.0)

    def _set(
        self, paragraph: Paragraph, style: TextStyle, measure: Measure, *, more: bool
    ) -> list[SetLine]:
        """Set what stands between two forced line ends; `more` follows it, or not."""
        if not paragraph.words:
            return [SetLine((), 0.0)]
        if style.align is Alignment.JUSTIFIED:
            ends, chosen = self._justified(paragraph, style, measure)
        elif fits_a_line(paragraph.natural_width, measure):
            frame = Frame(measure.width, measure.indent, style.align, ends_text=not more)
            return [self._lines.whole(paragraph, frame)]
        else:
            ends, chosen = self._ragged(paragraph, style, measure)
        return list(self._cut(paragraph, ends, chosen, style, measure, more=more))

    def _cut(
        self,
        paragraph: Paragraph,
        ends: WordEnds,
        chosen: Sequence[LineEnd],
        style: TextStyle,
        measure: Measure,
        *,
        more: bool = False,
    ) -> Iterator[SetLine]:
        """Cut a paragraph into lines at the ends that were chosen."""
        start = _START
        for end in chosen:
            last = end is chosen[-1]
            frame = Frame(
                width=measure.width,
                indent=measure.indent if start is _START else 0.0,
                align=style.align,
                natural=last,
                ends_text=last and not more,
            )
            yield self._lines.line(paragraph, ends, frame, start, end)
            start = end

    def _justified(
        self, paragraph: Paragraph, style: TextStyle, measure: Measure
    ) -> tuple[WordEnds, list[LineEnd]]:
        """Go through the stages until one succeeds; the last one always does."""
        hung = Measure(measure.width, measure.indent, paragraph.words[0].lead)
        ends = WordEnds(paragraph, self._words, hyphenated=style.hyphenate)
        widths = ends.widths(self._justification)
        chosen = justify(widths, hung, _TOLERANCE_WHOLE)
        if chosen is not None:
            return ends, chosen
        insides = ends.insides(widths)
        most = paragraph.widest_growth / (self._justification.space_most - 1.0)
        for tolerance in (_TOLERANCE_HYPHENS, most):
            chosen = justify(widths, hung, tolerance, insides)
            if chosen is not None:
                return ends, chosen
        return self._forced(paragraph, style, widths, hung, most)

    def _forced(
        self, paragraph: Paragraph, style: TextStyle, widths: Widths, hung: Measure, most: float
    ) -> tuple[WordEnds, list[LineEnd]]:
        """Break a paragraph that is too loose as it is: names for machines divide by force, and
        where that does not do, some lines stay short of the measure.
        """
        ends = WordEnds(paragraph, self._words, hyphenated=style.hyphenate, forced=True)
        insides = ends.insides(widths)
        chosen = justify(widths, hung, most, insides)
        chosen = chosen or justify(widths, hung, inf, insides, loosest=most)
        assert chosen is not None, "without a tolerance, some chain of lines is always found"
        return ends, chosen

    def _ragged(
        self, paragraph: Paragraph, style: TextStyle, measure: Measure
    ) -> tuple[WordEnds, list[LineEnd]]:
        ends = WordEnds(paragraph, self._words, hyphenated=style.hyphenate)
        places, at = ends.ragged()
        if style.balance:
            width = balance(places, measure, style.balance_floor)
            measure = Measure(width, measure.indent)
        return ends, [at[place] for place in rag(places, measure)]
