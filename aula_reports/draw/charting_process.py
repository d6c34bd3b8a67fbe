"""A second process that draws charts, so that matplotlib comes in while the book is being laid.

matplotlib's import takes as long as laying half a book, and only charts that are not kept need it:
who knows that some will be drawn starts the process first and asks it later. It is this very
process forked, so it exists only where that is sound: on Linux, with a processor to spare and no
thread running. It draws with the same code and gives the same drawing; should the system refuse
it, or should it die or be asked for what it was not told of, the chart is drawn here.

Questions and answers are MessagePack after their length in eight bytes.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import BinaryIO, NoReturn

import msgspec
from msgspec import Struct

from aula_reports.typeset.chart_plans import (
    BarChart,
    ChartDrawing,
    Charter,
    Measure,
    TextSize,
)

_LENGTH_BYTES = 8

# What matplotlib measures beside the labels: the height of a line, by these letters or by none.
_LINE_SAMPLES = ("", "lp")


class _MeasuredText(Struct, frozen=True):
    words: str
    style: str
    size: TextSize


class _Question(Struct, frozen=True):
    """A chart, and the sizes of its texts, which only the asker can measure."""

    chart: BarChart
    texts: Sequence[_MeasuredText]


@contextmanager
def drawing_beside(charter: Charter) -> Iterator[Charter]:
    """Start a process that draws, and give the charter that asks it; or else `charter` itself.

    `charter` draws here; it is what the other process does, and what is done without an answer.
    """
    pipes = _forked() if _may_fork() else None
    if pipes is None:
        yield charter
        return
    asks, answers = pipes
    with asks, answers:

        def asked(chart: BarChart, measure: Measure) -> ChartDrawing:
            answer = _answer(_question(chart, measure), asks, answers)
            return answer or charter(chart, measure)

        yield asked


def _may_fork() -> bool:
    alone = threading.active_count() == 1
    return sys.platform == "linux" and alone and len(os.sched_getaffinity(0)) > 1


def _question(chart: BarChart, measure: Measure) -> _Question:
    labels = [(bar.label.words, bar.label.style) for bar in chart.bars]
    styles = {style for _, style in labels}
    samples = [(words, style) for style in sorted(styles) for words in _LINE_SAMPLES]
    texts = [_MeasuredText(*text, measure(*text)) for text in (*labels, *samples)]
    return _Question(chart, texts)


def _forked() -> tuple[BinaryIO, BinaryIO] | None:
    """Start the process; give the pipe to ask it by and the one that it answers by.

    None is given where the system lets no more processes run.
    """
    questions, asks = os.pipe()
    answers, replies = os.pipe()
    try:
        # Forked twice: the first child ends at once, so that nobody has to wait for the second.
        child = os.fork()
    except OSError:
        _close(questions, asks, answers, replies)
        return None
    if not child:
        _go_on((questions, replies), (asks, answers))
    with suppress(ChildProcessError):  # It is gone already where SIGCHLD is ignored.
        os.waitpid(child, 0)
    _close(questions, replies)
    return os.fdopen(asks, "wb", buffering=0), os.fdopen(answers, "rb")


def _go_on(own: tuple[int, int], others: tuple[int, int]) -> NoReturn:
    """Serve as another process; whatever fails, the rest of the build is not run a second time."""
    try:
        if not os.fork():
            _close(*others)
            questions, replies = own
            _let_go_of_output()
            _serve(os.fdopen(questions, "rb"), os.fdopen(replies, "wb", buffering=0))
    finally:
        os._exit(0)


def _let_go_of_output() -> None:
    """Hold nothing open that somebody reads until all writers are gone."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for output in (1, 2):
        os.dup2(nowhere, output)


def _close(*ends: int) -> None:
    for end in ends:
        os.close(end)


def _answer(question: _Question, asks: BinaryIO, answers: BinaryIO) -> ChartDrawing | None:
    """Have a chart drawn; None when the process is no more."""
    try:
        _send(asks, msgspec.msgpack.encode(question))
    except BrokenPipeError:
        return None
    answer = _receive(answers)
    return msgspec.msgpack.decode(answer, type=ChartDrawing) if answer else None


def _serve(questions: BinaryIO, answers: BinaryIO) -> NoReturn:
    """Answer until nobody asks; whatever goes wrong, the other side finds the pipe closed."""
    try:
        from aula_reports.draw.matplotlib_charts import draw_bar_chart

        while question := _receive(questions):
            asked = msgspec.msgpack.decode(question, type=_Question)
            drawing = draw_bar_chart(asked.chart, _measure_of(asked.texts))
            _send(answers, msgspec.msgpack.encode(drawing))
    finally:
        os._exit(0)


def _measure_of(texts: Sequence[_MeasuredText]) -> Measure:
    sizes = {(text.words, text.style): text.size for text in texts}
    return lambda words, style: sizes[words, style]


def _send(pipe: BinaryIO, message: bytes) -> None:
    rest = len(message).to_bytes(_LENGTH_BYTES, "big") + message
    while rest:
        rest = rest[pipe.write(rest) :]


def _receive(pipe: BinaryIO) -> bytes:
    """Read a message; nothing when the other side closes the pipe before its end."""
    length = int.from_bytes(pipe.read(_LENGTH_BYTES), "big")
    message = pipe.read(length)
    return message if len(message) == length else b""
