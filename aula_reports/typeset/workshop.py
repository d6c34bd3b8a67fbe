"""Who does the costly work of a book: draws its charts, plans its maps.

Both are handed in from above, so that this room need not know the library that draws, nor where
results are kept from one build to the next. What comes back depends on nothing but what is handed
over: a plan that was kept is the plan that would be made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from aula_reports.typeset.chart_plans import BarChart, ChartDrawing, Charter, Measure
    from aula_reports.typeset.map_plans import Cartographer, MapBrief, MapPlan


def refuse_charts(chart: BarChart, measure: Measure) -> ChartDrawing:
    """Stand for the charter where none was given: books without charts need none."""
    raise LookupError("a book with charts needs a charter")


def plan_afresh(brief: MapBrief) -> MapPlan:
    """Plan a map; raises ContentOverflow if its labels find no room."""
    from aula_reports.typeset.cartography import plan_map  # Not where a kept plan serves.

    return plan_map(brief)


class Workshop(Struct, frozen=True):
    """A charter and a cartographer, by default one that keeps nothing."""

    charter: Charter = refuse_charts
    cartographer: Cartographer = plan_afresh
