"""Ring diagrams, drawn straight: sectors, and white-ish hatching on the shares that carry it."""

from __future__ import annotations

import math

from aula_reports.draw.surface import Surface
from aula_reports.geometry import Path, line, mm, ring_sector
from aula_reports.typeset.pages import Pen, RingShare, RingThing

HATCH_PITCH = mm(2.1)
HATCH_WIDTH = mm(0.35)


def draw_ring(ring: RingThing, surface: Surface) -> None:
    """Draw every share in order."""
    for share in ring.shares:
        sector = _sector(ring, share)
        surface.fill(sector, share.ink)
        if share.hatch:
            _hatch(ring, share, sector, surface)


def _sector(ring: RingThing, share: RingShare) -> Path:
    middle = math.radians((share.start + share.end) / 2)
    x = ring.x + share.pulled * math.sin(middle)
    y = ring.y + share.pulled * math.cos(middle)
    return ring_sector((x, y), (ring.inner, ring.outer), (share.start, share.end), ring.gap)


def _hatch(ring: RingThing, share: RingShare, sector: Path, surface: Surface) -> None:
    pen = Pen(share.hatch, HATCH_WIDTH)
    reach = ring.outer * 2
    surface.clip(sector)
    steps = int(2 * reach / HATCH_PITCH)
    for step in range(steps):
        x = ring.x - 2 * ring.outer + step * HATCH_PITCH
        surface.stroke(
            line(x - ring.outer, ring.y - ring.outer, x + ring.outer, ring.y + ring.outer), pen
        )
    surface.unclip()
