"""The text of an action sheet: labelled chapters as lines of the grid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from math import ceil

from msgspec import Struct

from aula_reports.compose.blocks import Chapter, Sheet
from aula_reports.compose.inline import RichText
from aula_reports.typeset.blocks.sheet_head import TEXT_COLUMN, TEXT_COLUMNS
from aula_reports.typeset.fitting import Stretch
from aula_reports.typeset.furniture import Hue
from aula_reports.typeset.maker import PageMaker
from aula_reports.typeset.notes import foot_of, lay_notes
from aula_reports.typeset.prose import (
    ProseLine,
    calls_of,
    lay_lines,
    prose_entries,
    set_prose,
)


class SheetLine(Struct, frozen=True):
    """One line of the grid: of text, a label, or blank; some stay with the line after them."""

    prose: ProseLine | None = None
    label: RichText = ()
    keeps_next: bool = False
    has_notes: bool = False


def set_sheet_text(sheet: Sheet, maker: PageMaker) -> list[SheetLine]:
    """Set the chapters of a sheet, one after another with a blank line between."""
    lines: list[SheetLine] = []
    for chapter in sheet.chapters:
        if lines:
            lines.append(SheetLine(keeps_next=True))
        lines += _chapter_lines(chapter, maker)
    return lines


def _chapter_lines(chapter: Chapter, maker: PageMaker) -> Iterator[SheetLine]:
    yield SheetLine(label=chapter.label, keeps_next=True)
    yield from _prose_lines(set_prose(maker, chapter.prose, maker.grid.columns(TEXT_COLUMNS)))


def _prose_lines(lines: Sequence[ProseLine]) -> Iterator[SheetLine]:
    for line, entry in zip(lines, prose_entries(lines, 1.0), strict=True):
        yield SheetLine(line, keeps_next=entry.keeps_next, has_notes=bool(entry.notes))


class SheetText(Struct, frozen=True):
    """A text parted into stretches: each with the label and the blank line that stay with it."""

    heads: tuple[tuple[SheetLine, ...], ...]
    stretches: tuple[Stretch, ...]

    @classmethod
    def of(cls, lines: Sequence[SheetLine]) -> SheetText:
        heads: list[tuple[SheetLine, ...]] = []
        stretches: list[Stretch] = []
        waiting: tuple[SheetLine, ...] = ()
        for passage, group in groupby(lines, lambda line: line.prose and id(line.prose.passage)):
            if passage is None:
                waiting = tuple(group)
                continue
            prose = tuple(line.prose for line in group if line.prose)
            heads.append(waiting)
            stretches.append(Stretch(prose, len(waiting)))
            waiting = ()
        return cls(tuple(heads), tuple(stretches))

    def lines(self, stretches: Sequence[Stretch]) -> list[SheetLine]:
        """Give the lines of the text where its stretches are set otherwise."""
        return [
            line
            for head, stretch in zip(self.heads, stretches, strict=True)
            for line in (*head, *_prose_lines(stretch.lines))
        ]


def foot_height(lines: Sequence[SheetLine]) -> int:
    """Count the lines that the notes of a text take under it."""
    if not any(line.has_notes for line in lines):
        return 0
    return ceil(foot_of(note for line in lines if line.prose for note in line.prose.notes))


def lay_sheet_text(
    lines: Sequence[SheetLine], maker: PageMaker, hue: Hue, line: float, foot: float
) -> None:
    """Lay lines downwards, the first one line under `line`, with notes that end on `foot`."""
    x = maker.column(TEXT_COLUMN)
    prose = [entry.prose for entry in lines if entry.prose]
    for is_prose, group in groupby(lines, key=lambda entry: entry.prose is not None):
        entries = list(group)
        if is_prose:
            part = [entry.prose for entry in entries if entry.prose]
            lay_lines(maker, part, x, maker.y(line + 1))
            line += len(entries)
            continue
        for entry in entries:
            line += 1
            if entry.label:
                node = maker.node("H3")
                maker.line(node, (x, maker.y(line)), entry.label, "caps-label", ink=hue.full)
    lay_notes(maker, calls_of(prose), x, foot)
