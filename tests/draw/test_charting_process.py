"""Charts drawn in a process beside are the charts drawn here, whatever becomes of that process."""

import os
import sys
import threading
from collections.abc import Callable
from typing import BinaryIO

import pytest

from aula_reports.draw import charting_process
from aula_reports.draw.charting_process import drawing_beside
from aula_reports.draw.matplotlib_charts import draw_bar_chart
from aula_reports.typeset.chart_plans import (
    Bar,
    BarChart,
    ChartDrawing,
    ChartLabel,
    Measure,
    TextSize,
)
from aula_reports.typeset.pages import Pen

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="no process is forked elsewhere")


def _chart(*values: float) -> BarChart:
    bars = tuple(
        Bar(8.0 + 12 * row, 7.0, value, "axe-1", ChartLabel(f"{value:g}", "chart-value", "nuit"))
        for row, value in enumerate(values)
    )
    return BarChart(100.0, 12.0 * len(values), max(values), bars, Pen("axe-1", 0.5), 4.0)


def _measure(words: str, style: str) -> TextSize:
    return TextSize(5.0 * len(words), 6.0)


def _refused(chart: BarChart, measure: Measure) -> ChartDrawing:
    raise AssertionError("the process beside should have drawn this")


@pytest.fixture(autouse=True)
def _may_fork(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fork in spite of the threads of the test runner, which the child never meets."""
    monkeypatch.setattr(charting_process, "_may_fork", lambda: True)


def test_what_is_drawn_beside_is_what_is_drawn_here() -> None:
    with drawing_beside(_refused) as charter:
        for chart in (_chart(8), _chart(3.5, 12, 7), _chart(*range(1, 400))):
            assert charter(chart, _measure) == draw_bar_chart(chart, _measure)


def _killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(charting_process, "_serve", lambda *pipes: os._exit(1))


def _told_too_little(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(charting_process, "_LINE_SAMPLES", ())


def _cut_short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have it die in the middle of an answer."""

    def sent(pipe: BinaryIO, message: bytes) -> None:
        if os.getpid() == parent:
            send(pipe, message)
        else:
            pipe.write(len(message).to_bytes(8, "big") + message[:9])
            os._exit(1)

    send, parent = charting_process._send, os.getpid()
    monkeypatch.setattr(charting_process, "_send", sent)


def _refused_by_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    def fork() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", fork)


def _refused_the_second_time(monkeypatch: pytest.MonkeyPatch) -> None:
    def fork_once() -> int:
        if os.getpid() != parent:
            raise BlockingIOError
        return fork()

    fork, parent = os.fork, os.getpid()
    monkeypatch.setattr(os, "fork", fork_once)


@pytest.mark.parametrize(
    "harm",
    [
        _killed,
        _cut_short,
        _told_too_little,
        _refused_by_the_system,
        _refused_the_second_time,
    ],
)
def test_without_an_answer_a_chart_is_drawn_here(
    harm: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    harm(monkeypatch)
    drawn_here = []

    def here(chart: BarChart, measure: Measure) -> ChartDrawing:
        drawn_here.append(chart)
        return draw_bar_chart(chart, measure)

    with drawing_beside(here) as charter:
        for value in (5, 6):
            assert charter(_chart(value), _measure) == draw_bar_chart(_chart(value), _measure)
    assert drawn_here == [_chart(5), _chart(6)]


def test_nothing_is_forked_where_threads_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        with drawing_beside(draw_bar_chart) as charter:
            assert charter is draw_bar_chart
    finally:
        stop.set()
        thread.join()
