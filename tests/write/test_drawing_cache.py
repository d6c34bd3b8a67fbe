from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec import msgpack

from aula_reports.typeset.chart_plans import (
    Bar,
    BarChart,
    ChartDrawing,
    ChartLabel,
    ChartPath,
    ChartText,
    Measure,
    TextSize,
)
from aula_reports.typeset.pages import Pen
from aula_reports.write.code_cache import caching_coder
from aula_reports.write.drawing_cache import caching_charter, users_workshop
from aula_reports.write.kept_entries import EntryCache

ROOT = Path(__file__).parents[2]

CHART = BarChart(
    width=100.0,
    height=20.0,
    upper=8.0,
    bars=(Bar(10.0, 7.0, 8.0, "axe-1", ChartLabel("8", "chart-value", "nuit")),),
    axis=Pen("axe-1", 0.5),
    gap=4.0,
)
DRAWING = ChartDrawing(
    (ChartPath("ML", (0.0, 0.1, 0.0, 20.0), pen=Pen("axe-1", 0.5)),),
    (ChartText(0, 104.0, 7.0, "8", "chart-value", "nuit"),),
)


def _measure(words: str, style: str) -> TextSize:
    return TextSize(5.0, 6.0)


class Pencil:
    """A charter that counts its drawings."""

    def __init__(self) -> None:
        self.drawn = 0

    def __call__(self, chart: BarChart, measure: Measure) -> ChartDrawing:
        self.drawn += 1
        return DRAWING


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "charts"


def _entry(folder: Path) -> Path:
    (entry,) = folder.iterdir()
    return entry


def test_a_drawing_is_drawn_once_and_read_as_it_was(folder: Path) -> None:
    pencil = Pencil()
    charter = caching_charter(EntryCache(folder), pencil)
    assert [charter(CHART, _measure), charter(CHART, _measure)] == [DRAWING, DRAWING]
    assert pencil.drawn == 1


def test_another_chart_or_other_measures_are_another_drawing(folder: Path) -> None:
    pencil = Pencil()
    charter = caching_charter(EntryCache(folder), pencil)
    charter(CHART, _measure)
    charter(CHART, lambda words, style: TextSize(5.5, 6.0))
    charter(BarChart(100.0, 20.0, 9.0, CHART.bars, CHART.axis, 4.0), _measure)
    assert pencil.drawn == len(list(folder.iterdir())) == 3


def _signed(content: bytes) -> bytes:
    return hashlib.sha256(content).hexdigest().encode() + b"\n" + content


@pytest.mark.parametrize(
    "damage",
    [
        lambda stored: b"",
        lambda stored: stored[:-9],
        lambda stored: stored.replace(msgpack.encode(104.0), msgpack.encode(105.0)),
        lambda stored: _signed(msgpack.encode([])),
        lambda stored: _signed(
            msgpack.encode({"paths": [{"verbs": "ML", "numbers": [1.0]}], "texts": []})
        ),
    ],
    ids=["empty", "cut", "changed", "other shape", "no path"],
)
def test_a_damaged_entry_is_drawn_anew(folder: Path, damage: object) -> None:
    pencil = Pencil()
    charter = caching_charter(EntryCache(folder), pencil)
    charter(CHART, _measure)
    entry = _entry(folder)
    sound = entry.read_bytes()
    assert callable(damage)
    entry.write_bytes(damage(sound))
    assert charter(CHART, _measure) == DRAWING
    assert pencil.drawn == 2
    assert entry.read_bytes() == sound


def test_an_unwritable_cache_is_no_error(tmp_path: Path) -> None:
    place = tmp_path / "file"
    place.write_text("a file where the folder should be")
    assert caching_charter(EntryCache(place), Pencil())(CHART, _measure) == DRAWING


def test_no_cache_is_touched_where_none_is_wanted(cache_home: Path) -> None:
    workshop = users_workshop(use_cache=False)
    workshop.charter(CHART, _measure)
    assert not (cache_home / "aula-reports").exists()  # matplotlib keeps one of its own


SCRIPT = """\
import sys
from tests.write.test_drawing_cache import CHART, _measure
from aula_reports.write.drawing_cache import users_workshop
workshop = users_workshop(use_cache=True)
workshop.charter(CHART, _measure)
sys.stdout.write(" ".join(sorted({"matplotlib", "numpy"} & sys.modules.keys())))
"""


def test_matplotlib_is_imported_only_to_draw(cache_home: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(cache_home)}
    first, second = (
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env=environment,
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for _ in range(2)
    )
    assert first == "matplotlib numpy"
    assert second == ""


def test_a_code_is_made_once(folder: Path) -> None:
    asked = []

    def coder(address: str) -> tuple[str, ...]:
        asked.append(address)
        return ("10", "01")

    cached = caching_coder(EntryCache(folder), coder)
    assert [cached("a"), cached("a"), cached("b")] == [("10", "01")] * 3
    assert asked == ["a", "b"]
