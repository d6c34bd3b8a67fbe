"""Blocks: what is said, in reading order, without a word of where it stands. A closed union.

A new block costs few edits, and mypy names those that lack: its struct in the fitting module here
and its name in `Block`, what `booklet` makes of it, its case in `paginate`,
its `lay_…` in `typeset/blocks/`, and, where it brings a new kind of ink, how that is drawn in
`draw/`.
"""

from aula_reports.compose.blocks.axes import (
    ActionLine,
    ActionSection,
    AxisChapter,
    GroupLines,
    SectionLink,
)
from aula_reports.compose.blocks.contents import Contents, ContentsEntry
from aula_reports.compose.blocks.covers import BackCover, Cover, Plate, Wordmark
from aula_reports.compose.blocks.document import Block, Document, Part, Start
from aula_reports.compose.blocks.governance import (
    Assembly,
    AssemblyBody,
    AssemblyCollege,
    AssemblyMember,
    Bureau,
    BureauCard,
)
from aula_reports.compose.blocks.matrices import (
    LegendEntry,
    MatrixColumn,
    MatrixFamily,
    MatrixGroup,
    MatrixGuide,
    MatrixRow,
    MatrixSection,
    PartnerMatrix,
    SignLine,
)
from aula_reports.compose.blocks.territory import Figure, MapArea, MapGroup, MapTown, TerritoryMap
from aula_reports.compose.blocks.text import (
    AxisSummary,
    Colophon,
    Head,
    ItemList,
    Milestone,
    Paragraph,
    Prose,
    TextPage,
    Timeline,
)
from aula_reports.compose.blocks.year import (
    ActionTick,
    AxisTicks,
    FamilyNote,
    HighlightColumn,
    HighlightLine,
    MissionsPage,
    Ring,
    Share,
    Subtotal,
    YearInFigures,
)

__all__ = [
    "ActionLine",
    "ActionSection",
    "ActionTick",
    "Assembly",
    "AssemblyBody",
    "AssemblyCollege",
    "AssemblyMember",
    "AxisChapter",
    "AxisSummary",
    "AxisTicks",
    "BackCover",
    "Block",
    "Bureau",
    "BureauCard",
    "Colophon",
    "Contents",
    "ContentsEntry",
    "Cover",
    "Document",
    "FamilyNote",
    "Figure",
    "GroupLines",
    "Head",
    "HighlightColumn",
    "HighlightLine",
    "ItemList",
    "LegendEntry",
    "MapArea",
    "MapGroup",
    "MapTown",
    "MatrixColumn",
    "MatrixFamily",
    "MatrixGroup",
    "MatrixGuide",
    "MatrixRow",
    "MatrixSection",
    "Milestone",
    "MissionsPage",
    "Paragraph",
    "Part",
    "PartnerMatrix",
    "Plate",
    "Prose",
    "Ring",
    "SectionLink",
    "Share",
    "SignLine",
    "Start",
    "Subtotal",
    "TerritoryMap",
    "TextPage",
    "Timeline",
    "Wordmark",
    "YearInFigures",
]
