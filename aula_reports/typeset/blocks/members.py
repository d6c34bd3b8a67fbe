"""The members as text marks."""

from __future__ import annotations

from aula_reports.compose.blocks import Members
from aula_reports.typeset.blocks.head import lay_head, open_plain_page
from aula_reports.typeset.maker import PageMaker


def lay_members(block: Members, maker: PageMaker) -> None:
    open_plain_page(maker)
    lay_head(block.head, maker)
