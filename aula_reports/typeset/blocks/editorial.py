"""The editorial: a dark page, and the text that faces it."""

from __future__ import annotations

from aula_reports.compose.blocks import Editorial
from aula_reports.typeset.blocks.head import lay_head, open_plain_page
from aula_reports.typeset.maker import PageMaker


def lay_editorial(block: Editorial, maker: PageMaker) -> None:
    open_plain_page(maker)
    lay_head(block.head, maker)
