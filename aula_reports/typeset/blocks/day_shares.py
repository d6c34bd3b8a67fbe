"""The days of the year: a core sample and a list."""

from __future__ import annotations

from aula_reports.compose.blocks import DayShares
from aula_reports.typeset.blocks.head import lay_head, open_plain_page
from aula_reports.typeset.maker import PageMaker


def lay_day_shares(block: DayShares, maker: PageMaker) -> None:
    open_plain_page(maker)
    lay_head(block.head, maker)
