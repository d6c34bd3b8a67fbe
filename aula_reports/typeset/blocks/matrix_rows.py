"""How the rows of a matrix are shared out over its pages, and how much air they take there.

`break_pages` weighs each page alone; two pages that face each other are seen together. Where one
ends far above the other the cut between them moves, even into a section; what white both then
have goes to their rows, alike on both, so that tables end near the foot of the page.
"""

from __future__ import annotations

from collections.abc import Sequence

from aula_reports.geometry import mm
from aula_reports.typeset.flow import SECTION_CUT, TOLERATED, Entry, alike, break_pages, height_of

# Feet of facing tables may differ by this much before a section is cut to even them.
_APART = mm(20)
_NEARER = mm(10)
# What each row may grow by, in lines of its text: more would part what belongs together.
_AIRS = (1.0, 0.5)


def share_out(entries: Sequence[Entry], room: float, *, first_is_recto: bool) -> list[range]:
    """Share rows out over pages of one room, facing pages as evenly as their cuts allow."""
    pages = break_pages(entries, alike(room))
    for left in range(int(first_is_recto), len(pages) - 1, 2):
        whole = range(pages[left].start, pages[left + 1].stop)
        cut = _even_cut(entries, whole, pages[left + 1].start, room)
        pages[left : left + 2] = range(whole.start, cut), range(cut, whole.stop)
    return pages


def _even_cut(entries: Sequence[Entry], whole: range, known: int, room: float) -> int:
    """Find where to cut two facing pages; as it was, unless feet come nearer by a row at least."""

    def apart(cut: int) -> float:
        heights = [height_of(entries, range(whole.start, cut))]
        heights.append(height_of(entries, range(cut, whole.stop)))
        return abs(heights[0] - heights[1]) if max(heights) <= room + TOLERATED else float("inf")

    most = max(SECTION_CUT, entries[known].cut_cost)
    cuts = [
        cut
        for cut in whole[1:]
        if not entries[cut - 1].keeps_next and entries[cut].cut_cost <= most
    ]
    best = min(cuts, key=apart, default=known)
    is_better = apart(known) > _APART and apart(best) <= apart(known) - _NEARER
    return best if is_better else known


def airs_of(
    whites: Sequence[float], rows: Sequence[int], leading: float, *, first_is_recto: bool
) -> list[float]:
    """Say by how much each page's rows grow: alike on the pages of a spread.

    `whites` is what each page leaves, `rows` how many rows it has; all lengths in points.
    """
    growths = airs_of_each(whites, rows, leading)
    for left in range(int(first_is_recto), len(growths) - 1, 2):
        growths[left] = growths[left + 1] = min(growths[left : left + 2])
    return growths


def airs_of_each(whites: Sequence[float], rows: Sequence[int], leading: float) -> list[float]:
    """Say by how much rows grow where no two pages, or pairs of pages, are seen together."""
    return [_air(white, count, leading) for white, count in zip(whites, rows, strict=True)]


def _air(white: float, rows: int, leading: float) -> float:
    fitting = (air * leading for air in _AIRS if air * leading * rows <= white + TOLERATED)
    return next(fitting, 0.0)
