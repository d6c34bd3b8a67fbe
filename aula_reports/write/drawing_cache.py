"""Charts, map plans and QR codes kept between builds: making them anew takes most of a second.

An entry's name is the digest of what it is made from (a chart with its texts' measures, the whole
brief of a map, a code's address) and of a version, so nothing is ever stale. An entry is a line
with the digest of what follows, then the drawing in MessagePack, whose shape is checked: a damaged
one is not there, and is made anew. A cache that cannot be read or written is no cache, and no
error.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec

from aula_reports.typeset.workshop import Workshop, plan_afresh
from aula_reports.write.kept_files import keep_file

if TYPE_CHECKING:
    from aula_reports.typeset.chart_plans import BarChart, ChartDrawing, Charter, Measure
    from aula_reports.typeset.map_plans import Cartographer, MapBrief, MapPlan

_Drawing = TypeVar("_Drawing")

# To be raised whenever an entry is written otherwise, or the same chart drawn otherwise.
VERSION = 2


class DrawingCache:
    """A folder of drawings."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def has_some(self) -> bool:
        """Say whether any drawing was ever kept."""
        try:
            return any(self._folder.iterdir())
        except OSError:
            return False

    def fetch(self, source: object, kind: type[_Drawing], make: Callable[[], _Drawing]) -> _Drawing:
        """Give the drawing of a source: the one that was kept, or one made now and kept.

        `source` is all that `make` depends on, as values that can be encoded.
        """
        key = hashlib.sha256(msgspec.msgpack.encode((VERSION, source))).hexdigest()
        drawing = self.read(key, kind)
        if drawing is None:
            drawing = make()
            self.keep(key, drawing)
        return drawing

    def read(self, key: str, kind: type[_Drawing]) -> _Drawing | None:
        """Read an entry of a kind; None if it is missing or damaged."""
        try:
            digest, _, content = (self._folder / key).read_bytes().partition(b"\n")
            if digest != _digest(content):
                return None
            return msgspec.msgpack.decode(content, type=kind)
        except (OSError, ValueError, msgspec.MsgspecError):
            return None

    def keep(self, key: str, drawing: object) -> None:
        """Store an entry."""
        content = msgspec.msgpack.encode(drawing)
        keep_file(self._folder, key, _digest(content) + b"\n" + content)

    def forget_oldest(self, most: int) -> None:
        """Remove what was kept longest ago, where there are more entries than `most`."""
        with suppress(OSError):
            found = sorted(self._folder.iterdir(), key=lambda path: path.stat().st_mtime_ns)
            for path in found[: max(0, len(found) - most)]:
                path.unlink()


def _digest(content: bytes) -> bytes:
    return hashlib.sha256(content).hexdigest().encode()


def users_drawings(kind: str) -> DrawingCache:
    """Open the user's cache of a kind of drawings: "charts", "maps" or "codes"."""
    import platformdirs  # Not before a drawing is wanted.

    return DrawingCache(platformdirs.user_cache_path("aula-reports") / kind)


def users_workshop(charter: Charter | None = None, *, use_cache: bool) -> Workshop:
    """Give the workshop of a build: with the user's cache, or without any.

    `charter` draws the charts that are not kept, by default `draw`.
    """
    charter = charter or draw
    return _keeping(charter) if use_cache else Workshop(charter)


def _keeping(charter: Charter) -> Workshop:
    """Have a workshop that asks the user's cache first, which is not opened for a book without."""
    return Workshop(
        lambda chart, measure: caching_charter(users_drawings("charts"), charter)(chart, measure),
        lambda brief: caching_cartographer(users_drawings("maps"))(brief),
    )


# ------------------------------------------------------------------------------ charts


def draw(chart: BarChart, measure: Measure) -> ChartDrawing:
    """Draw a chart; the first one brings matplotlib in."""
    from aula_reports.draw.matplotlib_charts import draw_bar_chart

    return draw_bar_chart(chart, measure)


def caching_charter(cache: DrawingCache, charter: Charter = draw) -> Charter:
    """Make a charter that draws only what the cache does not hold."""
    from aula_reports.typeset.chart_plans import ChartDrawing

    def cached(chart: BarChart, measure: Measure) -> ChartDrawing:
        sizes = [measure(bar.label.words, bar.label.style) for bar in chart.bars]
        source = ("chart", chart, sizes)
        return cache.fetch(source, ChartDrawing, lambda: charter(chart, measure))

    return cached


# ------------------------------------------------------------------------------ maps


def caching_cartographer(
    cache: DrawingCache, cartographer: Cartographer = plan_afresh
) -> Cartographer:
    """Make a cartographer that plans only the maps whose plan the cache does not hold."""
    from aula_reports.typeset import map_plans

    def cached(brief: MapBrief) -> MapPlan:
        source = ("map", map_plans.VERSION, brief)
        return cache.fetch(source, map_plans.MapPlan, lambda: cartographer(brief))

    return cached
