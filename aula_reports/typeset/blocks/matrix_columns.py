"""The columns of a matrix: where they stand, the grounds that part their families, their heads.

Heads are turned by 90° over the table; where names are long the heads grow, and the table begins
lower. They are tagged on the first page and artifacts on the others.
"""

from __future__ import annotations

from collections.abc import Sequence

from aula_reports.compose.blocks import MatrixFamily
from aula_reports.compose.inline import RichText
from aula_reports.diagnostics import ContentOverflow
from aula_reports.geometry import Rect, mm, rectangle
from aula_reports.typeset.maker import PageMaker
from aula_reports.typeset.pages import EmptyThing, ShapeThing

_TITLE_COLUMNS = 5
_USUAL_HEIGHT = mm(31.5)
_HEAD_AIR = mm(2.6)
_WIDEST = mm(12)
_NARROWEST = mm(3.4)


class Columns:
    """Columns of one matrix; offsets are from the type area's left edge, in points.

    Raises ContentOverflow where there are too many to be read.
    """

    def __init__(self, families: Sequence[MatrixFamily], maker: PageMaker) -> None:
        self.families, self.maker = families, maker
        self.count = sum(len(family.columns) for family in families)
        space = maker.grid.measure - maker.grid.column(_TITLE_COLUMNS + 1)
        self.width = min(space / self.count, _WIDEST)
        if self.width < _NARROWEST:
            raise ContentOverflow(f"tableau : {self.count} colonnes ne tiennent pas — en regrouper")
        self.start = maker.grid.measure - self.width * self.count
        self.height = max(_USUAL_HEIGHT, self._longest_label() + _HEAD_AIR)
        self.headers: list[int] = []

    def _longest_label(self) -> float:
        width = self.maker.setter.width
        return max(
            width(column.label, _style(family))
            for family in self.families
            for column in family.columns
        )

    @property
    def lower(self) -> float:
        """Lines that the table begins lower because of high heads."""
        higher = (self.height - _USUAL_HEIGHT) / self.maker.grid.pitch
        return -(-higher // 1)

    def x(self, number: int) -> float:
        """Left edge of a column on the open page, counted from 0."""
        return self.maker.left + self.start + number * self.width

    def lay_grounds(self, top: float, foot: float) -> None:
        """Tint the ground of every other family."""
        column = 0
        for number, family in enumerate(self.families):
            width = len(family.columns) * self.width
            if number % 2:
                box = Rect(self.x(column), foot, width, top - foot)
                self.maker.put(ShapeThing(None, rectangle(box), fill="nuit-6"))
            column += len(family.columns)

    def lay_heads(self, top: float, table: int | None) -> None:
        """Lay families and columns over a table's top; `table` is its element the first time."""
        head = None if table is None else self.maker.node("THead", table)
        families = self._lay_families(top, self._row(head))
        row = self._row(head)
        column = 0
        for family, above in zip(self.families, families, strict=True):
            for entry in family.columns:
                node = self._tag(row, above)
                self._lay_label(node, entry.label, _style(family), column, top)
                column += 1

    def _row(self, head: int | None) -> int | None:
        return None if head is None else self.maker.node("TR", head)

    def _lay_families(self, top: float, row: int | None) -> list[int | None]:
        maker, column = self.maker, 0
        if row is not None:
            # The corner over the titles, through both rows of heads.
            maker.put(EmptyThing(maker.node("TH", row, scope="Column", row_span=2)))
        nodes: list[int | None] = []
        for family in self.families:
            x, y = self.x(column) + mm(0.35), top + self.height
            maker.rule(x, y, len(family.columns) * self.width - mm(0.7), weight=0.75)
            nodes.append(self._lay_family(family, row, (x, y + mm(1.7))))
            column += len(family.columns)
        return nodes

    def _lay_family(
        self, family: MatrixFamily, row: int | None, at: tuple[float, float]
    ) -> int | None:
        """Lay a family's name and return its element; one without a name heads nothing."""
        node = None
        if row is not None:
            span = len(family.columns)
            node = self.maker.node("TH", row, scope="Column", column_span=span)
        if family.label:
            self.maker.line(node, at, family.label, "label-small")
            return node
        if node is not None:
            self.maker.put(EmptyThing(node))
        return None

    def _tag(self, row: int | None, above: int | None) -> int | None:
        if row is None:
            return None
        headers = () if above is None else (above,)
        node = self.maker.node("TH", row, scope="Column", headers=headers)
        self.headers.append(node)
        return node

    def _lay_label(
        self, node: int | None, words: RichText, style: str, column: int, top: float
    ) -> None:
        middle = self.x(column) + self.width / 2
        x = middle + self.maker.setter.x_height(style) / 2 + mm(0.1)
        self.maker.turned_line(node, (x, top + mm(1.6)), words, style, angle=90.0)


def _style(family: MatrixFamily) -> str:
    return "matrix-head" if family.label else "matrix-head-alone"
