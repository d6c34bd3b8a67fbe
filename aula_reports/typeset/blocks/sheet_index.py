"""The opener of an axis of the report."""

from __future__ import annotations

from aula_reports.compose.blocks import SheetIndex
from aula_reports.typeset.blocks.head import lay_head, open_plain_page
from aula_reports.typeset.maker import PageMaker


def lay_sheet_index(block: SheetIndex, maker: PageMaker) -> None:
    open_plain_page(maker)
    lay_head(block.head, maker)
