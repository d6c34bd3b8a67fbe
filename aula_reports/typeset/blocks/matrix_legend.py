"""The signs of a matrix and what they mean: the name of each sign, and the line at the foot."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from aula_reports.compose.blocks import LegendEntry, PartnerMatrix
from aula_reports.geometry import mm
from aula_reports.model.missions import MissionType
from aula_reports.model.programme import Involvement
from aula_reports.typeset.maker import PageMaker

LEGEND_LINE = 54
_NOTE_LINE = 56
_MARK = mm(3.6)
_INSET = _MARK + mm(1.4)
_GAP = mm(6)
# The beneficiary's sign stands apart from the funders'.
_APART = 1.6


def mark_kind(involvement: Involvement, mission_type: MissionType | None) -> str:
    """Name the sign of a cell: the funder's depends on the type of the mission."""
    if involvement is Involvement.BENEFICIARY:
        return "beneficiary"
    return mission_type.value if mission_type else "funder"


def legend_kind(entry: LegendEntry) -> str:
    return mark_kind(Involvement.FUNDER if entry.funder else Involvement.BENEFICIARY, entry.type)


def lay_legend(
    block: PartnerMatrix, maker: PageMaker, signs: Collection[str], *, tagged: bool
) -> None:
    """Lay the legend of a table's own signs, and the note, at the stations of every page.

    A sign that the table has no use for leaves its place empty: the others stand where they stand
    in every table.
    """
    y = maker.y(LEGEND_LINE)
    node = maker.node("P") if tagged else None
    used = maker.line(node, (maker.left, y), block.funder_label, "label-small")
    gap = _gap(block.legend, maker, used)
    x = maker.left + used
    for entry in block.legend:
        x += gap * _share(entry)
        if legend_kind(entry) in signs:
            _lay_entry(entry, maker, (x, y), tagged=tagged)
        x += _width(entry, maker)
    if block.note:
        galley = maker.set(block.note, "caption", maker.grid.measure)
        note = maker.node("Note") if tagged else None
        maker.text(note, (maker.left, maker.y(_NOTE_LINE)), galley)


def _gap(entries: Sequence[LegendEntry], maker: PageMaker, used: float) -> float:
    """Spread the entries, closer where there are many."""
    width = sum(_width(entry, maker) for entry in entries)
    shares = sum(map(_share, entries))
    return min(_GAP, (maker.grid.measure - used - width) / max(shares, 1.0))


def _share(entry: LegendEntry) -> float:
    return 1.0 if entry.funder else _APART


def _width(entry: LegendEntry, maker: PageMaker) -> float:
    return _INSET + maker.setter.width(entry.label, "caption-black")


def _lay_entry(
    entry: LegendEntry, maker: PageMaker, at: tuple[float, float], *, tagged: bool
) -> None:
    """Lay a small sign and its meaning."""
    x, y = at
    maker.mark(None, legend_kind(entry), x, y - mm(0.75), _MARK)
    node = maker.node("P") if tagged else None
    maker.line(node, (x + _INSET, y), entry.label, "caption-black")
