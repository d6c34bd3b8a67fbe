"""How the blocks of the report alone are laid."""

from __future__ import annotations

from typing import assert_never

from aula_reports.compose.blocks import (
    Block,
    ContentsBands,
    DayShares,
    Editorial,
    Means,
    Members,
    ReportBlock,
    SheetIndex,
    SheetPages,
    TimeChart,
)
from aula_reports.typeset.blocks.contents_bands import lay_contents_bands
from aula_reports.typeset.blocks.day_shares import lay_day_shares
from aula_reports.typeset.blocks.editorial import lay_editorial
from aula_reports.typeset.blocks.means import lay_means
from aula_reports.typeset.blocks.members import lay_members
from aula_reports.typeset.blocks.sheet_index import lay_sheet_index
from aula_reports.typeset.blocks.sheets import lay_sheets
from aula_reports.typeset.blocks.time_chart import lay_time_chart, wants_a_spread
from aula_reports.typeset.maker import PageMaker


def lay_report_block(block: ReportBlock, maker: PageMaker, following: Block | None = None) -> None:
    """Lay a block; sheets look ahead, for a chart after them may need to start on a verso."""
    match block:
        case ContentsBands():
            lay_contents_bands(block, maker)
        case Editorial():
            lay_editorial(block, maker)
        case Means():
            lay_means(block, maker)
        case DayShares():
            lay_day_shares(block, maker)
        case SheetIndex():
            lay_sheet_index(block, maker)
        case SheetPages():
            spread = isinstance(following, TimeChart) and wants_a_spread(following, maker)
            lay_sheets(block, maker, ends_on_recto=spread)
        case TimeChart():
            lay_time_chart(block, maker)
        case Members():
            lay_members(block, maker)
        case _:
            assert_never(block)
