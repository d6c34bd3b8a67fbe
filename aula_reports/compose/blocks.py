"""Blocks: what is said, in reading order, without a word of where it stands. A closed union.

A new block costs three edits: its dataclass here, its `lay_…` in `typeset/blocks/`, and, where
it brings a new kind of ink, how that is drawn in `draw/`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from aula_reports.compose.inline import RichText
from aula_reports.model.outlines import Commune
from aula_reports.model.programme import Involvement, MissionType, Picture


class Start(StrEnum):
    """On which side a part must begin."""

    ANY = "any"
    VERSO = "verso"


# --------------------------------------------------------------------------- running text


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: RichText


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list; `ordered` items are numbered from 1, the others carry a dash.

    `terms`, where there are any, hang before the items in place of dashes: a glossary.
    """

    items: tuple[RichText, ...]
    ordered: bool = False
    terms: tuple[RichText, ...] = ()


Prose = tuple[Paragraph | ItemList, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a page: overline, title over a rule; the title is a heading and an anchor."""

    overline: RichText
    title: RichText
    anchor: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Milestone:
    label: RichText
    detail: RichText


@dataclass(frozen=True, slots=True)
class Timeline:
    """Dated steps in the margin, the last one reached."""

    title: RichText
    steps: tuple[Milestone, ...]


@dataclass(frozen=True, slots=True)
class AxisSummary:
    numeral: str
    title: RichText
    detail: RichText


@dataclass(frozen=True, slots=True)
class TextPage:
    """Running text under a head, with a margin and a strip at its foot; runs on over pages."""

    head: Head
    standfirst: RichText
    prose: Prose
    timeline: Timeline | None = None
    axes: tuple[AxisSummary, ...] = ()


@dataclass(frozen=True, slots=True)
class Colophon:
    """Who made the book and with what: a short text that sits at the foot of its page."""

    head: Head
    prose: Prose
    picture: Picture | None = None
    caption: RichText = ()


# --------------------------------------------------------------------------- covers and plates


@dataclass(frozen=True, slots=True)
class Wordmark:
    acronym: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cover:
    wordmark: Wordmark
    year: str
    title_lines: tuple[RichText, ...]
    note_lines: tuple[RichText, ...]
    picture: Picture | None


@dataclass(frozen=True, slots=True)
class Plate:
    """A picture over a whole page, with a numeral in its landscape where it has one."""

    picture: Picture
    caption: RichText
    numeral: str = ""


@dataclass(frozen=True, slots=True)
class BackCover:
    wordmark: Wordmark
    address_lines: tuple[RichText, ...]
    contact_lines: tuple[RichText, ...]
    picture: Picture | None


# --------------------------------------------------------------------------- contents


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of the contents; its page is known by `anchor` once the book is paginated."""

    title: RichText
    anchor: str
    numeral: str = ""
    children: tuple[ContentsEntry, ...] = ()
    is_child: bool = False


@dataclass(frozen=True, slots=True)
class Contents:
    head: Head
    entries: tuple[ContentsEntry, ...]


# --------------------------------------------------------------------------- territory


@dataclass(frozen=True, slots=True)
class MapArea:
    """One EPCI on the map: `shade` tells members of a group apart, from 0."""

    siren: str
    kind: RichText
    name: RichText
    figures: RichText
    group: int
    shade: int


@dataclass(frozen=True, slots=True)
class MapGroup:
    name: RichText
    figures: RichText


@dataclass(frozen=True, slots=True)
class MapTown:
    commune: str
    name: RichText
    side: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A number large enough to be looked at, and what it counts."""

    number: str
    label: RichText
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class TerritoryMap:
    head: Head
    caption: RichText
    groups: tuple[MapGroup, ...]
    areas: tuple[MapArea, ...]
    towns: tuple[MapTown, ...]
    communes: tuple[Commune, ...]
    figures: tuple[Figure, ...]
    source: RichText
    alt: str


# --------------------------------------------------------------------------- governing bodies


@dataclass(frozen=True, slots=True)
class BureauCard:
    role: RichText
    name: RichText
    initials: str
    mandates: tuple[RichText, ...]
    is_vacant: bool = False


@dataclass(frozen=True, slots=True)
class Bureau:
    head: Head
    chair: BureauCard | None
    members: tuple[BureauCard, ...]


@dataclass(frozen=True, slots=True)
class AssemblyMember:
    name: RichText
    on_board: bool
    note: RichText = ()


@dataclass(frozen=True, slots=True)
class AssemblyBody:
    name: RichText
    members: tuple[AssemblyMember, ...]


@dataclass(frozen=True, slots=True)
class AssemblyCollege:
    label: RichText
    bodies: tuple[AssemblyBody, ...]


@dataclass(frozen=True, slots=True)
class Assembly:
    head: Head
    colleges: tuple[AssemblyCollege, ...]
    board_note: RichText


# --------------------------------------------------------------------------- the year


@dataclass(frozen=True, slots=True)
class ActionTick:
    number: int
    is_new: bool


@dataclass(frozen=True, slots=True)
class AxisTicks:
    """The actions of one axis as a row of strokes."""

    label: RichText
    detail: RichText
    ticks: tuple[ActionTick, ...]


@dataclass(frozen=True, slots=True)
class HighlightLine:
    text: RichText
    numbers: RichText


@dataclass(frozen=True, slots=True)
class HighlightColumn:
    numeral: str
    title: RichText
    lines: tuple[HighlightLine, ...]


@dataclass(frozen=True, slots=True)
class YearInFigures:
    head: Head
    figures: tuple[Figure, ...]
    strips: tuple[AxisTicks, ...]
    strip_alt: str
    note: RichText
    highlights_title: RichText
    highlights: tuple[HighlightColumn, ...]


@dataclass(frozen=True, slots=True)
class FamilyNote:
    numeral: str
    title: RichText
    subtitle: RichText
    text: RichText


@dataclass(frozen=True, slots=True)
class Share:
    """One share of the ring."""

    type: MissionType
    percent: int
    name: RichText
    definition: RichText


@dataclass(frozen=True, slots=True)
class Subtotal:
    """A bracket round neighbouring shares, from the first to the last included."""

    label: RichText
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Ring:
    shares: tuple[Share, ...]
    subtotals: tuple[Subtotal, ...]
    centre: tuple[RichText, ...]
    alt: str


@dataclass(frozen=True, slots=True)
class MissionsPage:
    head: Head
    families: tuple[FamilyNote, ...]
    chart_title: RichText
    chart_unit: RichText
    ring: Ring


# --------------------------------------------------------------------------- axes


@dataclass(frozen=True, slots=True)
class SectionLink:
    number: str
    title: RichText
    anchor: str


@dataclass(frozen=True, slots=True)
class ActionLine:
    number: int
    title: RichText


@dataclass(frozen=True, slots=True)
class GroupLines:
    title: RichText
    actions: tuple[ActionLine, ...]


@dataclass(frozen=True, slots=True)
class ActionSection:
    number: str
    title: RichText
    count: RichText
    anchor: str
    entries: tuple[ActionLine | GroupLines, ...]


@dataclass(frozen=True, slots=True)
class AxisChapter:
    """An axis after its plate: head, introduction, list of sections, then the sections.

    `banner` runs over the head of the first spread of lists.
    """

    head: Head
    prose: Prose
    sections: tuple[ActionSection, ...]
    star_note: RichText
    banner: Picture | None = None
    banner_caption: RichText = ()

    @property
    def index(self) -> tuple[SectionLink, ...]:
        return tuple(SectionLink(s.number, s.title, s.anchor) for s in self.sections)


# --------------------------------------------------------------------------- matrices


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


Block = (
    Cover
    | Plate
    | Contents
    | TextPage
    | Colophon
    | TerritoryMap
    | Bureau
    | Assembly
    | YearInFigures
    | MissionsPage
    | AxisChapter
    | MatrixGuide
    | PartnerMatrix
    | BackCover
)


@dataclass(frozen=True, slots=True)
class Part:
    """Blocks under one running title. `tab` is the axis shown at the fore-edge, 0 for none."""

    key: str
    blocks: tuple[Block, ...]
    running: RichText = ()
    start: Start = Start.ANY
    tab: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """A whole book as said, before it is set."""

    title: str
    author: str
    subject: str
    running_title: RichText
    parts: tuple[Part, ...]
