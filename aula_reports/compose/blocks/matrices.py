"""Allocation matrices, their legend, how to read them."""

from __future__ import annotations

from dataclasses import dataclass, field

from aula_reports.compose.blocks.text import Head, Prose
from aula_reports.compose.blocks.year import Ring
from aula_reports.compose.inline import RichText
from aula_reports.model.programme import Involvement, MissionType


@dataclass(frozen=True, slots=True)
class MatrixColumn:
    organisation: str
    label: RichText
    name: str


@dataclass(frozen=True, slots=True)
class MatrixFamily:
    label: RichText
    columns: tuple[MatrixColumn, ...]


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One action: `cells` run along the columns, `type` gives the funders' mark."""

    number: int
    title: RichText
    type: MissionType | None
    cells: tuple[Involvement | None, ...]


@dataclass(frozen=True, slots=True)
class MatrixGroup:
    title: RichText
    short_title: RichText
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True)
class MatrixSection:
    number: str
    title: RichText
    entries: tuple[MatrixRow | MatrixGroup, ...]


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A sign and its meaning; `type` None and `funder` False is the beneficiary's ring."""

    label: RichText
    type: MissionType | None = None
    funder: bool = True


@dataclass(frozen=True, slots=True)
class PartnerMatrix:
    """Actions × organisations of one axis, over as many pages as it takes."""

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

    @property
    def columns(self) -> tuple[MatrixColumn, ...]:
        return tuple(column for family in self.families for column in family.columns)


@dataclass(frozen=True, slots=True)
class SignLine:
    """A line of the key: sign, name, sentence, announced count and share."""

    entry: LegendEntry
    sentence: RichText
    count: str
    share: str


@dataclass(frozen=True, slots=True)
class MatrixGuide:
    """How to read the matrices: text beside a small ring, then the signs one by one."""

    head: Head
    standfirst: RichText
    prose: Prose
    ring: Ring | None
    key_title: RichText
    count_label: RichText
    share_label: RichText
    signs: tuple[SignLine, ...]
