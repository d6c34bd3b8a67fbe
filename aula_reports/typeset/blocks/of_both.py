"""How the blocks that both books have are laid."""

from __future__ import annotations

from typing import assert_never

from aula_reports.compose.blocks import (
    Assembly,
    BackCover,
    Bureau,
    Colophon,
    Cover,
    Plate,
    SharedBlock,
    TerritoryMap,
    TextPage,
)
from aula_reports.typeset.blocks.covers import lay_back_cover, lay_cover, lay_plate
from aula_reports.typeset.blocks.governance import lay_assembly, lay_bureau
from aula_reports.typeset.blocks.territory import lay_territory
from aula_reports.typeset.blocks.text_page import lay_colophon, lay_text_page
from aula_reports.typeset.maker import PageMaker


def lay_shared_block(block: SharedBlock, maker: PageMaker) -> None:
    match block:
        case Cover():
            lay_cover(block, maker)
        case Plate():
            lay_plate(block, maker)
        case TextPage():
            lay_text_page(block, maker)
        case Colophon():
            lay_colophon(block, maker)
        case TerritoryMap():
            lay_territory(block, maker)
        case Bureau():
            lay_bureau(block, maker)
        case Assembly():
            lay_assembly(block, maker)
        case BackCover():
            lay_back_cover(block, maker)
        case _:
            assert_never(block)
