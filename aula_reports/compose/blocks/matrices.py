"""Allocation matrices, their legend, how to read them."""

from __future__ import annotations

from msgspec import Struct, field

from aula_reports.compose.blocks.text import Head, Prose
from aula_reports.compose.blocks.year import Ring
from aula_reports.compose.inline import RichText
from aula_reports.model.missions import MissionType
from aula_reports.model.programme import Involvement


class MatrixColumn(Struct, frozen=True):
    organisation: str
    label: RichText
    name: str


class MatrixFamily(Struct, frozen=True):
    """Neighbouring columns, one at least, under one name or none."""

    label: RichText
    columns: tuple[MatrixColumn, ...]


class MatrixRow(Struct, frozen=True):
    """One action: `cells` run along the columns, `type` gives the funders' mark."""

    number: int
    title: RichText
    type: MissionType | None
    cells: tuple[Involvement | None, ...]


class MatrixGroup(Struct, frozen=True):
    title: RichText
    short_title: RichText
    rows: tuple[MatrixRow, ...]


class MatrixSection(Struct, frozen=True):
    number: str
    title: RichText
    entries: tuple[MatrixRow | MatrixGroup, ...]


class LegendEntry(Struct, frozen=True):
    """A sign and its meaning; `type` None and `funder` False is the beneficiary's ring."""

    label: RichText
    type: MissionType | None = None
    funder: bool = True


class PartnerMatrix(Struct, frozen=True):
    """Actions × organisations of one axis, over as many pages as it takes.

    `legend` and `titles` are those of all tables of the book, which keep their stations alike.
    """

    overline: RichText
    numeral: str
    title: RichText
    anchor: str
    families: tuple[MatrixFamily, ...]
    sections: tuple[MatrixSection, ...]
    funder_label: RichText
    legend: tuple[LegendEntry, ...]
    note: RichText
    heading: str = field(default="")
    titles: tuple[RichText, ...] = ()

    @property
    def columns(self) -> tuple[MatrixColumn, ...]:
        return tuple(column for family in self.families for column in family.columns)


class SignLine(Struct, frozen=True):
    """A line of the key: sign, name, sentence, announced count and share."""

    entry: LegendEntry
    sentence: RichText
    count: str
    share: str


class MatrixGuide(Struct, frozen=True):
    """How to read the matrices: text beside a small ring, then the signs one by one."""

    head: Head
    standfirst: RichText
    prose: Prose
    ring: Ring | None
    key_title: RichText
    count_label: RichText
    share_label: RichText
    signs: tuple[SignLine, ...]
