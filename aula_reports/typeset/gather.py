"""Rich text gathered into words and the spaces between them, a list for each forced line end."""

from __future__ import annotations

import re

from msgspec import Struct, field

from aula_reports.compose.inline import Mark, RichText, Words
from aula_reports.geometry import mm
from aula_reports.typeset.boxes import MarkBox, Member, Word
from aula_reports.typeset.looks import Look, Looks
from aula_reports.typeset.runs import Run
from aula_reports.typeset.shaping import SOFT_HYPHEN
from aula_reports.typeset.words import WordMaker, width_of

# Tied spaces and thin spaces stay inside words.
_WORDS = re.compile(r"[^ \t\r\n]+")
_RARE = re.compile(r"[\t\r\n\u00ad]")
_BLANKS = frozenset(" \t\r\n")

# A space between words is no wider than this, with the tracking before it (RULES.md, R54).
WIDEST_EM = 0.88
# What that is of the space of most fonts: it grows by so many shares.
_WIDEST_GROWTH = 2.8

# The star of 2 mm in text of 9.5 points, 1.1 mm after the word (look/ppa/NOTES.md, section 5).
_MARK_MM, _MARK_TEXT_SIZE, _MARK_GAP_MM = 2.0, 9.5, 1.1


class Space(Struct, frozen=True, eq=False):
    """A breakable space: its look and run, its width in points, its inline element."""

    look: Look
    run: Run
    width: float
    inline: int | None


class Paragraph(Struct):
    """Words, and the spaces between them: `spaces[k]` follows `words[k]`; none after the last.

    A plain paragraph is of one look and has neither marks, links nor calls of notes.
    """

    words: list[Word] = field(default_factory=list)
    spaces: list[Space] = field(default_factory=list)
    is_plain: bool = False

    @property
    def widest_growth(self) -> float:
        """Say by what share of itself a space of the text may grow at most."""
        if not self.spaces:
            return _WIDEST_GROWTH
        space = self.spaces[0]
        return max(0.0, WIDEST_EM * space.look.size / space.width - 1.0)

    @property
    def natural_width(self) -> float:
        """Width of one line that holds it all, tracking after its last glyph left out."""
        width = 0.0
        for word, space in zip(self.words, self.spaces, strict=False):
            width += word.width
            width += space.width
        last = self.words[-1]
        return width + last.width - last.last_tracking


class Gatherer:
    """Reads rich texts in the styles of a layout."""

    def __init__(self, looks: Looks, words: WordMaker) -> None:
        self._looks = looks
        self._words = words
        self._spaces: dict[tuple[Look, int | None], Space] = {}

    def paragraphs(self, rich: RichText, style: str, *, forced: bool = True) -> list[Paragraph]:
        """Gather a text; `forced` line ends start a new paragraph, or else count as spaces."""
        if len(rich) == 1 and isinstance(rich[0], Words) and not rich[0].leads:
            look = self._looks.of(rich[0], style)
            lines = rich[0].text.split("\n") if forced else (rich[0].text,)
            return [self._plain(line, look) for line in lines]
        collector = _Collector(self._words)
        for index, part in enumerate(rich):
            if isinstance(part, Mark):
                collector.mark(Member(self._mark_box(part, style), index))
            else:
                self._read(part, index, style, collector, forced=forced)
        collector.close()
        return collector.paragraphs

    def _plain(self, text: str, look: Look) -> Paragraph:
        """Gather a text of one look, as most are: its words are parted by the same space."""
        words = self._words.plain(look, _tokens(text))
        is_plain = not self._words.has_strangers or all(word.is_of(look) for word in words)
        spaces = [self._space(look, None)] * (len(words) - 1) if len(words) > 1 else []
        return Paragraph(words, spaces, is_plain=is_plain)

    def _read(
        self, words: Words, index: int, style: str, collector: _Collector, *, forced: bool
    ) -> None:
        look = self._looks.of(words, style)
        inline = index if words.leads else None
        lines = words.text.split("\n") if forced else (words.text,)
        for number, line in enumerate(lines):
            if number:
                collector.close()
            self._read_line(line, look, inline, collector)

    def _read_line(self, line: str, look: Look, inline: int | None, collector: _Collector) -> None:
        """Read a line of one look: its first and last words may go on in what stands beside it."""
        space = self._space(look, inline)
        if line.lstrip(SOFT_HYPHEN)[:1] in _BLANKS:
            collector.space(space)
        tokens = _tokens(line)
        if not tokens:
            return
        collector.text(self._words.member(look, tokens[0], inline))
        if len(tokens) > 1:
            collector.words(self._whole(look, tokens[1:-1], inline), space)
            collector.text(self._words.member(look, tokens[-1], inline))
        if line.rstrip(SOFT_HYPHEN)[-1:] in _BLANKS:
            collector.space(space)

    def _whole(self, look: Look, tokens: list[str], inline: int | None) -> list[Word]:
        if inline is None:
            return self._words.plain(look, tokens)
        members = [self._words.member(look, token, inline) for token in tokens]
        return [self._words.word((member,)) for member in members]

    def _space(self, look: Look, inline: int | None) -> Space:
        key = (look, inline)
        space = self._spaces.get(key)
        if space is None:
            run = self._words.run(look, " ")
            space = self._spaces[key] = Space(look, run, width_of(look, run), inline)
        return space

    def _mark_box(self, mark: Mark, style: str) -> MarkBox:
        """Size a mark by its own style if the layout has one, or by the text's."""
        own = f"mark-{mark.name}"
        kind = self._looks.style(own if self._looks.has(own) else style)
        size = mm(_MARK_MM) * kind.size / _MARK_TEXT_SIZE
        return MarkBox(mark.name, size, kind.ink, mm(_MARK_GAP_MM))


class _Collector:
    """Grows paragraphs from members and spaces as they are read."""

    def __init__(self, words: WordMaker) -> None:
        self._words = words
        self._members: list[Member] = []
        self._pending: Space | None = None
        self._current = Paragraph()
        self.paragraphs: list[Paragraph] = []

    def text(self, member: Member) -> None:
        if self._pending is not None:
            self._finish_word()
        self._members.append(member)

    def words(self, words: list[Word], space: Space) -> None:
        """End the word that has begun and add others; the same space follows each."""
        self._current.words.append(self._words.word(tuple(self._members)))
        self._current.words += words
        self._current.spaces += [space] * (len(words) + 1)
        self._members = []

    def mark(self, member: Member) -> None:
        """Add a mark, which takes no notice of a space before it."""
        self._pending = None
        self._members.append(member)

    def space(self, space: Space) -> None:
        if self._members and self._pending is None:
            self._pending = space

    def close(self) -> None:
        """End a paragraph; a space at its end is dropped."""
        self._pending = None
        if self._members:
            self._current.words.append(self._words.word(tuple(self._members)))
        self._members = []
        self.paragraphs.append(self._current)
        self._current = Paragraph()

    def _finish_word(self) -> None:
        assert self._pending is not None
        self._current.words.append(self._words.word(tuple(self._members)))
        self._current.spaces.append(self._pending)
        self._members = []
        self._pending = None


def _tokens(text: str) -> list[str]:
    """Split a text at its blanks; soft hyphens alone are no word."""
    if _RARE.search(text) is None:
        return [token for token in text.split(" ") if token]
    return [token for token in _WORDS.findall(text) if token.strip(SOFT_HYPHEN)]
