"""Charts and QR codes kept between builds: drawing them anew takes most of a second, reading none.

An entry's name is the digest of what it is drawn from (a chart with its texts' measures, a code's
address) and of the recording's version, so nothing is ever stale. An entry is a line with the
digest of what follows, then the drawing in JSON, whose shape is checked: a damaged one is not
there, and is drawn anew. A cache that cannot be read or written is no cache, and no error.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TypeVar

import msgspec

from aula_reports.draw.qr import Coder, Modules, qr_modules
from aula_reports.typeset.chart_plans import BarChart, ChartDrawing, Charter, Measure
from aula_reports.write.kept_files import keep_file

_Drawing = TypeVar("_Drawing")

# To be raised whenever the same thing is drawn otherwise.
VERSION = 1


class DrawingCache:
    """A folder of drawings."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, key: str, kind: type[_Drawing]) -> _Drawing | None:
        """Fetch an entry of a kind; None if it is missing or damaged."""
        try:
            digest, _, content = (self._folder / key).read_bytes().partition(b"\n")
            if digest != _digest(content):
                return None
            return msgspec.json.decode(content, type=kind)
        except (OSError, ValueError, msgspec.MsgspecError):
            return None

    def keep(self, key: str, drawing: object) -> None:
        """Store an entry."""
        content = msgspec.json.encode(drawing)
        keep_file(self._folder, key, _digest(content) + b"\n" + content)


def users_drawings() -> DrawingCache:
    """Open the cache in the user's own folder."""
    import platformdirs  # Not before a drawing is wanted.

    return DrawingCache(platformdirs.user_cache_path("aula-reports") / "drawings")


def draw(chart: BarChart, measure: Measure) -> ChartDrawing:
    """Draw a chart; the first one brings matplotlib in."""
    from aula_reports.draw.matplotlib_charts import draw_bar_chart

    return draw_bar_chart(chart, measure)


def caching(cache: DrawingCache, charter: Charter = draw) -> Charter:
    """Make a charter that draws only what the cache does not hold."""

    def cached(chart: BarChart, measure: Measure) -> ChartDrawing:
        key = _key(chart, measure)
        drawing = cache.read(key, ChartDrawing)
        if drawing is None:
            drawing = charter(chart, measure)
            cache.keep(key, drawing)
        return drawing

    return cached


def users_charter(*, use_cache: bool) -> Charter:
    """Give the charter of a build: with the user's cache, or without any."""
    if not use_cache:
        return draw

    def charter(chart: BarChart, measure: Measure) -> ChartDrawing:
        return caching(users_drawings())(chart, measure)

    return charter


def caching_coder(cache: DrawingCache, coder: Coder = qr_modules) -> Coder:
    """Make a coder that encodes only the addresses that the cache does not hold."""

    def cached(address: str) -> Modules:
        key = hashlib.sha256(msgspec.json.encode((VERSION, "qr", address))).hexdigest()
        modules = cache.read(key, Modules)
        if modules is None:
            modules = coder(address)
            cache.keep(key, modules)
        return modules

    return cached


def users_coder(*, use_cache: bool) -> Coder:
    """Give the coder of a file: with the user's cache, or without any."""
    if not use_cache:
        return qr_modules
    return lambda address: caching_coder(users_drawings())(address)


def _key(chart: BarChart, measure: Measure) -> str:
    sizes = [measure(bar.label.words, bar.label.style) for bar in chart.bars]
    return hashlib.sha256(msgspec.json.encode((VERSION, chart, sizes))).hexdigest()


def _digest(content: bytes) -> bytes:
    return hashlib.sha256(content).hexdigest().encode()
