"""What stands at the foot of a band of means: bars of amounts and changes, discs, ruled words.

Bars and discs are drawn straight, as artifacts: the table or list beside them says in words all
that they show. Each chart is asked twice: for its height in lines, and to be laid from a line.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Protocol

from msgspec import Struct

from aula_reports.compose.blocks import AmountBar, ChangeBar, MoneyBand, StaffBand, TrainingBand
from aula_reports.compose.inline import Words, restyled
from aula_reports.compose.wording import NO_BREAK
from aula_reports.geometry import Path, Rect, circle, line, mm, rectangle
from aula_reports.model.layout import Alignment
from aula_reports.typeset.blocks.hung import cap_top, hang_rule
from aula_reports.typeset.galley import Galley
from aula_reports.typeset.maker import PageMaker
from aula_reports.typeset.pages import Pen, ShapeThing

_COLUMN, _COLUMNS = 5, 8
# The second axis of the page: where names start on the right of the changes' axis, and legends.
_SECOND_COLUMN = 9

_AMOUNT_COLUMN, _AMOUNT_BAR = 6, mm(2.1)
_AMOUNT_GAP = mm(3)
_CHANGE_BAR, _NAME_GAP, _VALUE_GAP = mm(2.6), mm(2), mm(1.6)
_AXIS = 0.6
# The white between a funder and the reason: two spaces, of which one may end a line.
_BREAK = (Words(f"{NO_BREAK} "),)
_TITLE_ABOVE, _TITLE_BELOW = 2.5, 1.5

# The widest pitch of discs, in millimetres, that makes rows no deeper than this.
_DISC_PITCHES_MM = (9, 6.75, 4.5, 2.25)
_DISCS_DEPTH = mm(18)
_DISC_SHARE = 0.755
_DISC_LOOKS = (("nuit", "nuit"), ("blanc", "nuit"), ("nuit-30", "nuit"), ("nuit-55", "nuit-55"))
_DISC_PEN = 0.7
_SIGN_RADIUS, _SIGN_INDENT = mm(1.1), mm(4)

_FIELD_INKS = ("nuit", "nuit-80", "nuit-55")
_FIELD_WORD, _FIELD_STEP = 1.0, 1.5


class Chart(Protocol):
    """A chart at the foot of a band."""

    def height(self, maker: PageMaker) -> float:
        """Count the lines from its first baseline to its last; 0 where there is nothing."""

    def lay(self, maker: PageMaker, line: float) -> None:
        """Lay it with its first baseline on a line."""


def _middle(maker: PageMaker, y: float, style: str = "small") -> float:
    """Height of the middle of capitals that stand on a baseline."""
    return y + maker.setter.cap_height(style) / 2


# --------------------------------------------------------------------------- money


class MoneyChart(Struct, frozen=True):
    """Amounts as bars from zero, then changes on either side of an axis, the lowest first."""

    band: MoneyBand
    step: float

    def height(self, maker: PageMaker) -> float:
        depths = self._depths(maker)
        return self._changes_line + depths[-1] if depths else self._amounts_height

    def lay(self, maker: PageMaker, line: float) -> None:
        if self.band.amounts:
            _lay_amounts(self.band.amounts, maker, line, self.step)
        if not self.band.changes:
            return
        line += self._changes_line
        if self.band.changes_title:
            at = (maker.column(_COLUMN), maker.y(line - _TITLE_BELOW))
            maker.line(maker.node("H3"), at, self.band.changes_title, "caption-bold")
        changes = self._sorted
        names = [_set_name(change, maker) for change in changes]
        _lay_changes(changes, names, maker, [line + depth for depth in self._depths(maker)])

    @property
    def _sorted(self) -> list[ChangeBar]:
        return sorted(self.band.changes, key=lambda change: change.thousands)

    @property
    def _amounts_height(self) -> float:
        return max(len(self.band.amounts) - 1, 0) * self.step

    @property
    def _changes_line(self) -> float:
        """The first change's line, after the amounts and the title."""
        line = self._amounts_height
        if self.band.amounts:
            line += _TITLE_ABOVE
        return line + (_TITLE_BELOW if self.band.changes_title else 0.0)

    def _depths(self, maker: PageMaker) -> list[float]:
        """Lines from the first change to each: names of two lines take more than the step."""
        galleys = [_set_name(change, maker) for change in self._sorted]
        rows = [self.step + galley.drop / maker.grid.pitch for galley in galleys]
        return list(accumulate(rows[:-1], initial=0.0)) if rows else []


def _lay_amounts(amounts: Sequence[AmountBar], maker: PageMaker, line: float, step: float) -> None:
    """Lay a table of years and amounts, a bar from zero between both."""
    table = maker.node("Table")
    right = maker.left + maker.grid.measure
    start = maker.column(_AMOUNT_COLUMN)
    widest = max(maker.setter.width(amount.spoken, "small-bold") for amount in amounts)
    whole = right - widest - _AMOUNT_GAP - start
    most = max(amount.euros for amount in amounts) or 1
    for number, amount in enumerate(amounts):
        y = maker.y(line + number * step)
        row = maker.node("TR", table)
        style, ink = ("small", "nuit-30") if number else ("small-bold", "nuit")
        head = maker.node("TH", row, scope="Row")
        maker.line(head, (maker.column(_COLUMN), y), (Words(amount.label),), style, ink="nuit")
        low = _middle(maker, y) - _AMOUNT_BAR / 2
        box = Rect(start, low, whole * amount.euros / most, _AMOUNT_BAR)
        if amount.euros:
            maker.put(ShapeThing(None, rectangle(box), fill=ink))
        cell = maker.node("TD", row, headers=(head,))
        maker.line(cell, (right, y), amount.spoken, style, align=Alignment.RIGHT, ink="nuit")


def _zero(maker: PageMaker) -> float:
    """Where the axis of changes stands: a gap left of the column of the names on its right."""
    return maker.column(_SECOND_COLUMN) - _NAME_GAP


def _set_name(change: ChangeBar, maker: PageMaker) -> Galley:
    """Set a funder and the reason on the side that its bar leaves empty."""
    funder = restyled(change.funder, "small-bold")
    reason = restyled(change.reason, "small-soft")
    if change.thousands < 0:
        measure = maker.left + maker.grid.measure - maker.column(_SECOND_COLUMN)
        return maker.set((*funder, *_BREAK, *reason), "small-soft", measure)
    measure = _zero(maker) - _NAME_GAP - maker.column(_COLUMN)
    before = (*reason, *_BREAK) if reason else ()
    return maker.set((*before, *funder), "small-right", measure)


def _scale(changes: Sequence[ChangeBar], maker: PageMaker) -> float:
    """Points a thousand euros: as many as leave every value its room beyond its bar."""
    zero = _zero(maker)
    sides = {True: zero - maker.column(_COLUMN), False: maker.left + maker.grid.measure - zero}
    scales = [
        (sides[change.thousands < 0] - _VALUE_GAP - maker.setter.width(change.spoken, "small-bold"))
        / abs(change.thousands)
        for change in changes
        if change.thousands
    ]
    return min(scales, default=0.0)


def _lay_changes(
    changes: Sequence[ChangeBar],
    names: Sequence[Galley],
    maker: PageMaker,
    lines: Sequence[float],
) -> None:
    """Lay a table of funders and changes about its axis."""
    zero, scale = _zero(maker), _scale(changes, maker)
    table = maker.node("Table")
    for change, name, row_line in zip(changes, names, lines, strict=True):
        y = maker.y(row_line)
        _lay_change_bar(change, maker, (zero, y), scale)
        row = maker.node("TR", table)
        head = maker.node("TH", row, scope="Row")
        left = maker.column(_SECOND_COLUMN if change.thousands < 0 else _COLUMN)
        maker.text(head, (left, y), name)
        end = zero + change.thousands * scale
        cell = maker.node("TD", row, headers=(head,))
        negative = change.thousands < 0
        at = (end - _VALUE_GAP if negative else end + _VALUE_GAP, y)
        align = Alignment.RIGHT if negative else Alignment.RAGGED
        maker.line(cell, at, change.spoken, "small-bold", align=align)
    top = maker.y(lines[0] - 0.75)
    foot = maker.y(lines[-1] + names[-1].drop / maker.grid.pitch + 0.35)
    maker.put(ShapeThing(None, line(zero, foot, zero, top), pen=Pen("nuit", _AXIS)))


def _lay_change_bar(
    change: ChangeBar, maker: PageMaker, at: tuple[float, float], scale: float
) -> None:
    zero, y = at
    reach = change.thousands * scale
    if not reach:
        return
    low = _middle(maker, y) - _CHANGE_BAR / 2
    box = Rect(zero + min(reach, 0.0), low, abs(reach), _CHANGE_BAR)
    ink = "nuit-55" if reach < 0 else "nuit"
    maker.put(ShapeThing(None, rectangle(box), fill=ink))


# --------------------------------------------------------------------------- staff


class StaffChart(Struct, frozen=True):
    """As many discs as people who left, with a legend of their kinds."""

    band: StaffBand

    def height(self, maker: PageMaker) -> float:
        if not self.band.discs:
            return 0.0
        rows = self._rows(maker) * self._pitch(maker) / maker.grid.pitch
        legends = sum(len(galley.lines) for galley in self._legends(maker))
        return max(rows, float(legends)) - 0.5

    def lay(self, maker: PageMaker, line: float) -> None:
        if not self.band.discs:
            return
        self._lay_discs(maker, cap_top(maker, line))
        items = maker.node("L")
        x = maker.column(_SECOND_COLUMN)
        for number, galley in enumerate(self._legends(maker)):
            y = maker.y(line)
            sign = circle(x + _SIGN_RADIUS, _middle(maker, y), _SIGN_RADIUS)
            _put_disc(maker, sign, number, 0.6)
            body = maker.node("LBody", maker.node("LI", items))
            for part in galley.lines:
                one = Galley(galley.rich, (part,), galley.leading)
                maker.text(body, (x + _SIGN_INDENT, maker.y(line)), one)
                line += 1

    def _legends(self, maker: PageMaker) -> list[Galley]:
        measure = maker.left + maker.grid.measure - maker.column(_SECOND_COLUMN) - _SIGN_INDENT
        return [maker.set(group.label, "small-nuit", measure) for group in self.band.discs]

    @property
    def _count(self) -> int:
        return sum(group.count for group in self.band.discs)

    def _abreast(self, maker: PageMaker, pitch: float) -> int:
        return int((maker.grid.columns(_COLUMNS // 2) + mm(2.2)) // pitch)

    def _pitch(self, maker: PageMaker) -> float:
        """Choose the distance of discs; 0 where they are too many to be drawn."""
        for pitch in map(mm, _DISC_PITCHES_MM):
            rows = -(-self._count // self._abreast(maker, pitch))
            if rows * pitch <= _DISCS_DEPTH + 0.01:
                return pitch
        return 0.0

    def _rows(self, maker: PageMaker) -> int:
        pitch = self._pitch(maker)
        return -(-self._count // self._abreast(maker, pitch)) if pitch else 0

    def _lay_discs(self, maker: PageMaker, top: float) -> None:
        pitch = self._pitch(maker)
        if not pitch:
            return
        abreast, radius = self._abreast(maker, pitch), pitch * _DISC_SHARE / 2
        kinds = [kind for kind, group in enumerate(self.band.discs) for _ in range(group.count)]
        for number, kind in enumerate(kinds):
            x = maker.column(_COLUMN) + radius + (number % abreast) * pitch
            y = top - radius - (number // abreast) * pitch
            _put_disc(maker, circle(x, y, radius - _DISC_PEN / 2), kind, _DISC_PEN)


def _put_disc(maker: PageMaker, path: Path, kind: int, weight: float) -> None:
    """Lay a disc of the look of its kind: full, empty, then in tints."""
    fill, ink = _DISC_LOOKS[kind % len(_DISC_LOOKS)]
    maker.put(ShapeThing(None, path, fill=fill, pen=Pen(ink, weight)))


# --------------------------------------------------------------------------- training


class TrainingChart(Struct, frozen=True):
    """The fields of training as words under short rules, three or four abreast."""

    band: TrainingBand

    def height(self, maker: PageMaker) -> float:
        rows = self._rows(maker)
        if not rows:
            return 0.0
        return sum(map(self._row_height, rows)) - _FIELD_STEP

    def lay(self, maker: PageMaker, line: float) -> None:
        if not self.band.fields:
            return
        items = maker.node("L")
        width, step = self._width(maker), self._step(maker)
        number = 0
        for row in self._rows(maker):
            for place, galley in enumerate(row):
                x = maker.column(_COLUMN) + place * step
                ink = _FIELD_INKS[number % len(_FIELD_INKS)]
                hang_rule(maker, x, cap_top(maker, line), width, ink)
                body = maker.node("LBody", maker.node("LI", items))
                maker.text(body, (x, maker.y(line + _FIELD_WORD)), galley)
                number += 1
            line += self._row_height(row)

    @property
    def _abreast(self) -> int:
        """Two to four: the most even rows."""
        count = len(self.band.fields)
        if count <= 4:
            return max(count, 2)
        return 3 if count in (5, 6, 9) else 4

    def _step(self, maker: PageMaker) -> float:
        return self._width(maker) + mm(maker.layout.grid.gutter_mm)

    def _width(self, maker: PageMaker) -> float:
        gutters = (self._abreast - 1) * mm(maker.layout.grid.gutter_mm)
        return (maker.grid.columns(_COLUMNS) - gutters) / self._abreast

    def _rows(self, maker: PageMaker) -> list[list[Galley]]:
        width = self._width(maker)
        set_fields = [maker.set(field, "small-bold", width) for field in self.band.fields]
        abreast = self._abreast
        return [set_fields[first : first + abreast] for first in range(0, len(set_fields), abreast)]

    def _row_height(self, row: Sequence[Galley]) -> float:
        return max(len(galley.lines) for galley in row) + _FIELD_STEP
