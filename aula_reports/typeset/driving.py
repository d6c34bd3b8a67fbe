"""How a line is driven to its measure: what its letters and its spaces take of the slack."""

from __future__ import annotations

from math import inf

from msgspec import Struct

from aula_reports.model.layout import Justification
from aula_reports.typeset.looks import Look
from aula_reports.typeset.places import KNEE, ratio_of
from aula_reports.typeset.runs import Run
from aula_reports.typeset.words import width_of


class Sums(Struct, frozen=True):
    """What a line is made of: widths of its letters, spaces and tied spaces.

    `tracked` are the glyphs of its letters that another follows, `ems` their sizes summed up.
    """

    letters: float
    tracked: int
    ems: float
    free: float
    tied: float


class Drive(Struct, frozen=True):
    """How a line is driven: letters scaled and tracked (points), spaces grown by shares."""

    scale: float = 1.0
    tracking: float = 0.0
    free: float = 0.0
    tied: float = 0.0

    def run(self, look: Look, run: Run) -> float:
        """Measure a driven run, the tracking after its last glyph included."""
        tracking = look.tracking + self.tracking
        width = run.width * look.size / 1000 * self.scale
        return width + len(run.glyphs) * tracking if tracking else width

    def extra(self, look: Look, piece: Run, share: float) -> float:
        """Say what must be added after a driven space that grows by a share.

        The tracking after the letter before it is part of what the eye sees of it.
        """
        return width_of(look, piece) * (1.0 + share) - self.run(look, piece) - self.tracking


STILL = Drive()


def drive_line(
    sums: Sums, slack: float, within: Justification, most: float = inf
) -> tuple[Drive, float]:
    """Share the slack of a line among its letters and spaces; tell what they took of it.

    Scaling and tracking are rounded to what a file says of them; the spaces take what is left.
    A line that is too wide for its measure is as tight as lines may be. One whose spaces would
    grow by more than the share `most` stays short, its spaces as wide as the layout asks.
    """
    if slack == 0.0:
        return STILL, 0.0
    letters = within.scaling * sums.letters + within.tracking_em * sums.ems
    tied_share = within.tied_most - 1.0 if slack > 0.0 else 1.0 - within.space_least
    stretch, shrink = within.space_most - 1.0, 1.0 - within.space_least
    loose = letters + tied_share * sums.tied + KNEE * stretch * sums.free
    tight = letters + tied_share * sums.tied + KNEE * shrink * sums.free
    ratio = ratio_of(slack, loose, tight, stretch * sums.free, shrink * sums.free)
    within_bounds = max(-1.0, min(1.0, ratio / KNEE))
    scale = round(1.0 + within.scaling * within_bounds, 4)
    tracking = 0.0
    if sums.tracked:
        tracking = round(within.tracking_em * within_bounds * sums.ems / sums.tracked, 3)
    taken = sums.letters * (scale - 1.0) + sums.tracked * tracking
    tied = tied_share * within_bounds
    taken += tied * sums.tied
    free = 0.0
    if sums.free:
        free = (slack - taken) / sums.free
        if free > most:
            return drive_line(sums, loose + (1.0 - KNEE) * stretch * sums.free, within)
        if ratio < -1.0:
            free = -shrink
        taken += free * sums.free
    return Drive(scale, tracking, free, tied), taken
