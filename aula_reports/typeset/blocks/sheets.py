"""Action sheets on their pages."""

from __future__ import annotations

from aula_reports.compose.blocks import SheetPages
from aula_reports.typeset.blocks.head import open_plain_page
from aula_reports.typeset.maker import PageMaker


def lay_sheets(block: SheetPages, maker: PageMaker) -> None:
    open_plain_page(maker)
