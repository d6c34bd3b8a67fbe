"""Documents: parts in the order of their pages, and the closed union of their blocks.

The union is parted by book, so that nobody loads how the other book's blocks are laid.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct, field

from aula_reports.compose.blocks.axes import AxisChapter
from aula_reports.compose.blocks.contents import Contents, ContentsBands
from aula_reports.compose.blocks.covers import BackCover, Cover, Plate
from aula_reports.compose.blocks.day_shares import DayShares
from aula_reports.compose.blocks.editorial import Editorial
from aula_reports.compose.blocks.governance import Assembly, Bureau
from aula_reports.compose.blocks.matrices import MatrixGuide, PartnerMatrix
from aula_reports.compose.blocks.means import Means
from aula_reports.compose.blocks.members import Members
from aula_reports.compose.blocks.sheets import SheetIndex, SheetPages
from aula_reports.compose.blocks.territory import TerritoryMap
from aula_reports.compose.blocks.text import Colophon, TextPage
from aula_reports.compose.blocks.time_chart import TimeChart
from aula_reports.compose.blocks.year import MissionsPage, YearInFigures
from aula_reports.compose.inline import RichText


class Start(StrEnum):
    """On which side a part must begin."""

    ANY = "any"
    VERSO = "verso"


SharedBlock = Cover | Plate | TextPage | Colophon | TerritoryMap | Bureau | Assembly | BackCover
BookletBlock = Contents | YearInFigures | MissionsPage | AxisChapter | MatrixGuide | PartnerMatrix
ReportBlock = (
    ContentsBands | Editorial | Means | DayShares | SheetIndex | SheetPages | TimeChart | Members
)
Block = SharedBlock | BookletBlock | ReportBlock


class Part(Struct, frozen=True):
    """Blocks under one running title. `tab` is the axis shown at the fore-edge, 0 for none.

    `number` stands before the running title in a running head, where the layout has one.
    `origin` is the field of the programme that it tells.
    """

    key: str
    blocks: tuple[Block, ...]
    running: RichText = ()
    start: Start = Start.ANY
    tab: int = 0
    number: str = ""
    origin: str = ""


class Document(Struct, frozen=True):
    """A whole book as said, before it is set; `acronyms` has the words in full of each."""

    title: str
    author: str
    subject: str
    running_title: RichText
    parts: tuple[Part, ...]
    acronyms: Mapping[str, str] = field(default_factory=dict)
