"""How the blocks of the booklet alone are laid."""

from __future__ import annotations

from typing import assert_never

from aula_reports.compose.blocks import (
    AxisChapter,
    Block,
    BookletBlock,
    Contents,
    MatrixGuide,
    MissionsPage,
    PartnerMatrix,
    YearInFigures,
)
from aula_reports.typeset.blocks.axis import lay_axis
from aula_reports.typeset.blocks.contents import lay_contents
from aula_reports.typeset.blocks.matrix import lay_matrix, wants_a_spread
from aula_reports.typeset.blocks.matrix_guide import lay_matrix_guide
from aula_reports.typeset.blocks.missions import lay_missions
from aula_reports.typeset.blocks.year import lay_year
from aula_reports.typeset.maker import PageMaker


def lay_booklet_block(block: BookletBlock, maker: PageMaker) -> None:
    match block:
        case Contents():
            lay_contents(block, maker)
        case YearInFigures():
            lay_year(block, maker)
        case MissionsPage():
            lay_missions(block, maker)
        case AxisChapter():
            lay_axis(block, maker)
        case MatrixGuide():
            lay_matrix_guide(block, maker)
        case PartnerMatrix():
            lay_matrix(block, maker)
        case _:
            assert_never(block)


def lacks_a_page(
    block: MatrixGuide | PartnerMatrix, following: Block | None, maker: PageMaker
) -> bool:
    """Say whether a table over facing pages asks for one more page before a block.

    The table begins on a verso. What tells how to read it stands on the recto before that, so
    that the page to add is never between the two.
    """
    if isinstance(block, PartnerMatrix):
        return maker.next_is_recto and wants_a_spread(block, maker)
    leads = isinstance(following, PartnerMatrix) and wants_a_spread(following, maker)
    return leads and not maker.next_is_recto
