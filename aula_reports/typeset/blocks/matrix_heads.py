"""The heads of a matrix: names of families and, turned by 90°, of columns over the table.

Where names are long the heads grow, and the table begins lower. They are tagged on the first page,
or pair of facing pages, and artifacts on the others.
"""

from __future__ import annotations

from collections.abc import Sequence

from aula_reports.compose.blocks import MatrixFamily
from aula_reports.compose.inline import RichText, Words, plain
from aula_reports.compose.wording import SUITE
from aula_reports.diagnostics import ContentOverflow
from aula_reports.geometry import mm
from aula_reports.typeset.blocks.matrix_columns import Columns, Stretch
from aula_reports.typeset.display import lay_turned
from aula_reports.typeset.maker import PageMaker
from aula_reports.typeset.pages import EmptyThing

_USUAL_HEIGHT = mm(31.5)
_HEAD_AIR = mm(2.6)
_FAMILY_GAP = mm(2)
_FAMILY = "label-small"
_MOST_LINES = 4


class Heads:
    """The heads of all columns, alike in height wherever they stand."""

    def __init__(self, families: Sequence[MatrixFamily], maker: PageMaker) -> None:
        self.families, self.maker = families, maker
        self.height = max(_USUAL_HEIGHT, self._longest_label() + _HEAD_AIR)
        # Elements: the corner over the titles, each family, each column.
        self.corner = 0
        self.of_families: list[int] = []
        self.of_columns: list[int] = []

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

    def tag(self, table: int) -> None:
        """Make the elements of all heads, be it that some stand on the page that follows."""
        maker = self.maker
        head = maker.node("THead", table)
        row = maker.node("TR", head)
        self.corner = maker.node("TH", row, scope="Column", row_span=2)
        for family in self.families:
            span = len(family.columns)
            self.of_families.append(maker.node("TH", row, scope="Column", column_span=span))
        row = maker.node("TR", head)
        for family, above in zip(self.families, self.of_families, strict=True):
            # A family without a name heads nothing.
            headers = (above,) if family.label else ()
            for _ in family.columns:
                self.of_columns.append(maker.node("TH", row, scope="Column", headers=headers))

    def lay(self, columns: Columns, top: float, *, tagged: bool) -> None:
        """Lay the families and columns of a page over the table's top."""
        if tagged and columns.has_titles:
            self.maker.put(EmptyThing(self.corner))
        for number, stretch in columns.placed():
            self._lay_family(columns, number, stretch, top, tagged=tagged)
        for number, stretch in columns.placed():
            style = _style(stretch.family)
            for column, entry in enumerate(stretch.columns, number):
                node = self.of_columns[column] if tagged else None
                middle = columns.x(column, self.maker) + columns.width / 2
                self._lay_label(node, entry.label, style, (middle, top))

    def _lay_family(
        self, columns: Columns, number: int, stretch: Stretch, top: float, *, tagged: bool
    ) -> None:
        maker = self.maker
        x, y = columns.x(number, maker) + mm(0.35), top + self.height
        maker.rule(x, y, len(stretch.columns) * columns.width - mm(0.7), weight=0.75)
        node = self.of_families[stretch.rank] if tagged and not stretch.goes_on else None
        if stretch.family.label:
            self._lay_name(node, stretch, (x, y + mm(1.7)), self._room(columns, number, x))
        elif node is not None:
            maker.put(EmptyThing(node))

    def _room(self, columns: Columns, number: int, x: float) -> float:
        """Say how far a family's name may run: to the next name, or to the type area's edge."""
        further = (
            columns.x(other, self.maker) + mm(0.35) - _FAMILY_GAP
            for other, stretch in columns.placed()
            if other > number and stretch.family.label
        )
        return next(further, self.maker.left + self.maker.grid.measure) - x

    def _lay_name(
        self, node: int | None, stretch: Stretch, at: tuple[float, float], room: float
    ) -> None:
        """Lay a family's name on its rule, in as many lines as the room beside it asks for.

        Raises ContentOverflow where it would meet the next name, or the overline above it.
        """
        maker, (x, y) = self.maker, at
        name: RichText = stretch.family.label
        if stretch.goes_on:
            name = (*name, Words(SUITE))
        if maker.setter.width(name, _FAMILY) <= room:
            maker.line(node, at, name, _FAMILY)
            return
        galley = maker.set(name, _FAMILY, room)
        widest = max(line.width for line in galley.lines)
        if len(galley.lines) > _MOST_LINES or widest > room + _FAMILY_GAP:
            words = plain(stretch.family.label)
            raise ContentOverflow(f"tableau : « {words} » passe ses colonnes — abréger ce nom")
        maker.text(node, (x, y + galley.drop), galley)

    def _lay_label(
        self, node: int | None, words: RichText, style: str, at: tuple[float, float]
    ) -> None:
        middle, top = at
        x = middle + self.maker.setter.x_height(style) / 2 + mm(0.1)
        lay_turned(self.maker, node, (x, top + mm(1.6)), words, style, angle=90.0)


def _style(family: MatrixFamily) -> str:
    return "matrix-head" if family.label else "matrix-head-alone"
