"""Charts and map plans kept between builds: making them anew takes most of a second.

A drawing is kept for all that it is made from: a chart with its texts' measures, the whole brief
of a map; and for a version of what makes it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aula_reports.typeset.workshop import Workshop, plan_afresh
from aula_reports.write.kept_entries import EntryCache, users_entries

if TYPE_CHECKING:
    from aula_reports.typeset.chart_plans import BarChart, ChartDrawing, Charter, Measure
    from aula_reports.typeset.map_plans import Cartographer, MapBrief, MapPlan

# To be raised whenever the same chart is drawn otherwise.
VERSION = 2


def users_workshop(charter: Charter | None = None, *, use_cache: bool) -> Workshop:
    """Give the workshop of a build: with the user's cache, or without any.

    `charter` draws the charts that are not kept, by default `draw`.
    """
    charter = charter or draw
    return _keeping(charter) if use_cache else Workshop(charter)


def _keeping(charter: Charter) -> Workshop:
    """Have a workshop that asks the user's cache first, which is not opened for a book without."""
    return Workshop(
        lambda chart, measure: caching_charter(users_entries("charts"), charter)(chart, measure),
        lambda brief: caching_cartographer(users_entries("maps"))(brief),
    )


# ------------------------------------------------------------------------------ charts


def draw(chart: BarChart, measure: Measure) -> ChartDrawing:
    """Draw a chart; the first one brings matplotlib in."""
    from aula_reports.draw.matplotlib_charts import draw_bar_chart

    return draw_bar_chart(chart, measure)


def caching_charter(cache: EntryCache, charter: Charter = draw) -> Charter:
    """Make a charter that draws only what the cache does not hold."""
    from aula_reports.typeset.chart_plans import ChartDrawing

    def cached(chart: BarChart, measure: Measure) -> ChartDrawing:
        sizes = [measure(bar.label.words, bar.label.style) for bar in chart.bars]
        source = (VERSION, "chart", chart, sizes)
        return cache.fetch(source, ChartDrawing, lambda: charter(chart, measure))

    return cached


# ------------------------------------------------------------------------------ maps


def caching_cartographer(
    cache: EntryCache, cartographer: Cartographer = plan_afresh
) -> Cartographer:
    """Make a cartographer that plans only the maps whose plan the cache does not hold."""
    from aula_reports.typeset import map_plans

    def cached(brief: MapBrief) -> MapPlan:
        source = ("map", map_plans.VERSION, brief)
        return cache.fetch(source, map_plans.MapPlan, lambda: cartographer(brief))

    return cached
