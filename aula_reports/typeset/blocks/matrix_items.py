"""What stands in the rows of a matrix, set and measured: bands, lines of groups, actions."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from aula_reports.compose.blocks import MatrixGroup, MatrixRow, MatrixSection, PartnerMatrix
from aula_reports.compose.inline import RichText, Words
from aula_reports.compose.wording import SUITE
from aula_reports.geometry import mm
from aula_reports.typeset.blocks.matrix_columns import NUMBER_WIDTH
from aula_reports.typeset.flow import GROUP_CUT, SECTION_CUT, Entry
from aula_reports.typeset.galley import Galley
from aula_reports.typeset.maker import PageMaker

BAND = mm(6.75)
BAND_INSET = mm(1.5)
_TITLE_GAP = mm(3.6)
_SUITE = Words(SUITE, style="matrix-suite")


class Item(Struct, frozen=True):
    """A band, a group's line or a row."""

    section: MatrixSection
    entry: Entry
    group: MatrixGroup | None = None
    row: MatrixRow | None = None
    title: Galley | None = None

    @property
    def is_band(self) -> bool:
        return self.row is None and self.group is None


class Measurer:
    """Sets the texts of one matrix; its titles stand left of `start`, in points."""

    def __init__(self, maker: PageMaker, start: float) -> None:
        self.maker, self.start = maker, start
        self.leading = mm(maker.setter.style("matrix-action").leading_mm)

    def items(self, section: MatrixSection) -> Iterator[Item]:
        band = height_of_line(self.band(section, suite=True))
        yield Item(section, Entry(band, keeps_next=True, says=section.title))
        count = len(section.entries)
        for number, part in enumerate(section.entries):
            edge = count > 1 and number in (0, count - 2)
            if isinstance(part, MatrixGroup):
                yield from self._group_items(section, part, band)
            else:
                yield self._row_item(section, part, Entry(0, band, edge, SECTION_CUT))

    def _group_items(
        self, section: MatrixSection, group: MatrixGroup, band: float
    ) -> Iterator[Item]:
        height = height_of_line(self.group(group.title))
        entry = Entry(height, opening=band, keeps_next=True, cut_cost=SECTION_CUT, says=group.title)
        yield Item(section, entry, group)
        opening = band + height_of_line(self.group(group.short_title))
        count = len(group.rows)
        for number, row in enumerate(group.rows):
            edge = count > 1 and number in (0, count - 2)
            entry = Entry(0, opening, edge, SECTION_CUT + GROUP_CUT)
            yield self._row_item(section, row, entry, group)

    def _row_item(
        self,
        section: MatrixSection,
        row: MatrixRow,
        entry: Entry,
        group: MatrixGroup | None = None,
    ) -> Item:
        measure = self.start - NUMBER_WIDTH - _TITLE_GAP
        title = self.maker.set(row.title, "matrix-action", measure)
        height = (len(title.lines) + 1) * self.leading
        return Item(
            section,
            replace(entry, height=height, says=row.title),
            group,
            row,
            title,
        )

    def title_lines(self, block: PartnerMatrix) -> int:
        """Count the lines of the longest title: numerals stand alike over all tables."""
        titles = block.titles or (block.title,)
        return max(len(self.title(words).lines) for words in titles)

    def title(self, words: RichText) -> Galley:
        return self.maker.set(words, "matrix-title", self.start - _TITLE_GAP)

    def band(self, section: MatrixSection, *, suite: bool) -> Galley:
        number = Words(f"{section.number}\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}")
        words = (number, *section.title, *((_SUITE,) if suite else ()))
        return self.maker.set(words, "matrix-section", self.maker.grid.measure - 2 * BAND_INSET)

    def group(self, title: RichText) -> Galley:
        return self.maker.set(title, "matrix-group", self.maker.grid.measure - 2 * NUMBER_WIDTH)


def height_of_line(galley: Galley) -> float:
    """Height of a band or a group's line."""
    return BAND + galley.drop
