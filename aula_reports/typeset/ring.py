"""Where the parts of a ring diagram stand: shares, brackets, leaders. Straight geometry, no chart.

The ring is turned so that the first family of shares is exactly centred at its top: its bracket
and the others' then stand above and below, and the shares' labels fall at the four corners.
"""

from __future__ import annotations

import math

from msgspec import Struct

from aula_reports.compose.blocks import Ring, Subtotal
from aula_reports.geometry import Path, arc, bearing_point, mm, polyline
from aula_reports.model.missions import MissionType
from aula_reports.typeset.pages import RingShare

GAP = mm(0.7)
_BRACKET_TICK = mm(1.8)
_BRACKET_END = 1.2

INKS = {kind: f"mission-{kind.value}" for kind in MissionType}
HATCHES = {MissionType.POOLED: "mission-mutualise-hachure"}


class Sector(Struct, frozen=True):
    """The bearings of one share, in degrees clockwise from twelve o'clock."""

    start: float
    end: float

    @property
    def middle(self) -> float:
        return (self.start + self.end) / 2

    def holds(self, bearing: float, margin: float = 2.0) -> bool:
        turn = (bearing - self.start) % 360
        return margin <= turn <= self.end - self.start - margin


def sectors(ring: Ring) -> list[Sector]:
    """Turn percentages into bearings; shares that do not sum to 100 fill the whole ring."""
    total = sum(share.percent for share in ring.shares) or 1
    first = ring.subtotals[0] if ring.subtotals else Subtotal((), 0, 0)
    top = sum(share.percent for share in ring.shares[first.first : first.last + 1])
    bearing = -180 * top / total
    found: list[Sector] = []
    for share in ring.shares:
        end = bearing + 360 * share.percent / total
        found.append(Sector(bearing, end))
        bearing = end
    return found


def ring_shares(ring: Ring) -> tuple[RingShare, ...]:
    return tuple(
        RingShare(sector.start, sector.end, INKS[share.type], HATCHES.get(share.type, ""))
        for share, sector in zip(ring.shares, sectors(ring), strict=True)
    )


def bracket(x: float, y: float, radius: float, sector: Sector) -> Path:
    """An arc outside the ring with a small tick inwards at each end."""
    start, end = sector.start + _BRACKET_END, sector.end - _BRACKET_END
    inner = radius - _BRACKET_TICK
    curve = arc(x, y, radius, start, end)
    return (
        ("M", *bearing_point(x, y, inner, start)),
        ("L", *bearing_point(x, y, radius, start)),
        *curve[1:],
        ("L", *bearing_point(x, y, inner, end)),
    )


def family_sector(found: list[Sector], subtotal: Subtotal) -> Sector:
    return Sector(found[subtotal.first].start, found[subtotal.last].end)


def leader(
    centre: tuple[float, float], radius: float, sector: Sector, edge: float, y: float
) -> Path:
    """A straight leader from a label's edge into its share, with one elbow where it must.

    `radius` is where it ends inside the ring; `edge` is the x of the label's outer end.
    """
    x0, y0 = centre
    side = 1 if edge > x0 else -1
    rise = (y - y0) / radius
    if abs(rise) < 1:
        reach = radius * math.sqrt(1 - rise * rise)
        if sector.holds(math.degrees(math.atan2(side * reach, y - y0)) % 360):
            return polyline(((edge, y), (x0 + side * reach, y)))
    return _bent_leader(centre, radius, sector, edge, y)


def _bent_leader(
    centre: tuple[float, float], radius: float, sector: Sector, edge: float, y: float
) -> Path:
    x0, y0 = centre
    side = 1 if edge > x0 else -1
    target_x, target_y = bearing_point(x0, y0, radius, sector.middle)
    knee = x0 + side * (radius + mm(11))
    return polyline(((edge, y), (knee, y), (knee, target_y), (target_x, target_y)))
