"""The columns of a matrix: on which page they stand and where, the grounds that part families.

Columns that are too many for one page at a readable width are shared out over two that face each
other, where their families meet if that can be.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from msgspec import Struct

from aula_reports.compose.blocks import MatrixColumn, MatrixFamily
from aula_reports.diagnostics import ContentOverflow
from aula_reports.geometry import Rect, mm, rectangle
from aula_reports.typeset.maker import PageMaker
from aula_reports.typeset.pages import ShapeThing

# Left of the titles, and of the columns where a row's number alone stands before them.
NUMBER_WIDTH = mm(9)
_TITLE_COLUMNS = 5
_WIDEST = mm(12)
_NARROWEST = mm(3.4)


class Stretch(Struct, frozen=True):
    """The columns of a family that stand on one page; `rank` is the family's among all."""

    family: MatrixFamily
    rank: int
    columns: tuple[MatrixColumn, ...]
    goes_on: bool = False


class Columns(Struct, frozen=True):
    """The columns of one page, `first` the number of the first; lengths are in points.

    `start` is their distance from the type area's left edge.
    """

    stretches: tuple[Stretch, ...]
    first: int
    count: int
    width: float
    start: float

    @property
    def numbers(self) -> range:
        return range(self.first, self.first + self.count)

    @property
    def has_titles(self) -> bool:
        """Say whether the titles of the rows stand before these columns."""
        return self.first == 0

    def x(self, number: int, maker: PageMaker) -> float:
        """Left edge of a column on the open page."""
        return maker.left + self.start + (number - self.first) * self.width

    def placed(self) -> Iterator[tuple[int, Stretch]]:
        """Give each stretch with the number of its first column."""
        number = self.first
        for stretch in self.stretches:
            yield number, stretch
            number += len(stretch.columns)

    def lay_grounds(self, maker: PageMaker, top: float, foot: float) -> None:
        """Tint the ground of every other family."""
        for number, stretch in self.placed():
            if stretch.rank % 2:
                width = len(stretch.columns) * self.width
                box = Rect(self.x(number, maker), foot, width, top - foot)
                maker.put(ShapeThing(None, rectangle(box), fill="nuit-6"))


def share_columns(families: Sequence[MatrixFamily], maker: PageMaker) -> tuple[Columns, ...]:
    """Set all columns on one page or, where they would be too narrow, on a verso and a recto.

    Raises ContentOverflow where there are too many to be read even so.
    """
    measure = maker.grid.measure
    beside_titles = measure - maker.grid.column(_TITLE_COLUMNS + 1)
    count = sum(len(family.columns) for family in families)
    width = min(beside_titles / count, _WIDEST)
    if width >= _NARROWEST:
        return (_columns(families, range(count), width, measure - width * count),)
    spaces = (beside_titles, measure - NUMBER_WIDTH)
    cut = _cut(families, spaces)
    verso, recto = _widths(cut, count, spaces)
    return (
        _columns(families, range(cut), verso, measure - verso * cut),
        _columns(families, range(cut, count), recto, NUMBER_WIDTH),
    )


def _cut(families: Sequence[MatrixFamily], spaces: tuple[float, float]) -> int:
    """Say how many columns the verso takes: whole families, or as many as makes columns widest."""
    *ends, count = accumulate(len(family.columns) for family in families)
    for cuts in (ends, range(1, count)):
        cut = max(cuts, key=lambda cut: min(_widths(cut, count, spaces)), default=0)
        if cut and min(_widths(cut, count, spaces)) >= _NARROWEST:
            return cut
    most = sum(int(space / _NARROWEST) for space in spaces)
    raise ContentOverflow(
        f"tableau : {count} colonnes ne tiennent pas sur deux pages en regard, {most} au plus"
        " — regrouper des organismes en une colonne (tableau › familles)"
    )


def _widths(cut: int, count: int, spaces: tuple[float, float]) -> tuple[float, float]:
    """Give the widths of columns on verso and recto, where the verso takes so many of them."""
    verso, recto = spaces
    return min(verso / cut, _WIDEST), min(recto / (count - cut), _WIDEST)


def _columns(
    families: Sequence[MatrixFamily], numbers: range, width: float, start: float
) -> Columns:
    stretches = tuple(_stretches(families, numbers))
    return Columns(stretches, numbers.start, len(numbers), width, start)


def _stretches(families: Sequence[MatrixFamily], numbers: range) -> Iterator[Stretch]:
    """Cut out of the families what stands in a range of columns."""
    first = 0
    for rank, family in enumerate(families):
        low = max(numbers.start - first, 0)
        columns = family.columns[low : max(numbers.stop - first, 0)]
        if columns:
            yield Stretch(family, rank, columns, goes_on=low > 0)
        first += len(family.columns)
