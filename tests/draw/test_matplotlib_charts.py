from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import matplotlib
import msgspec
import pytest
from matplotlib.backend_bases import GraphicsContextBase
from matplotlib.figure import Figure

from aula_reports.draw.matplotlib_charts import ChartRenderer, InkColours, draw_bar_chart
from aula_reports.geometry import path_bounds
from aula_reports.typeset.chart_plans import (
    Bar,
    BarChart,
    ChartDrawing,
    ChartLabel,
    ChartPath,
    TextSize,
)
from aula_reports.typeset.pages import Pen

ROOT = Path(__file__).parents[2]
GAP = 4.0
HEIGHT = 6.0


def _measure(words: str, style: str) -> TextSize:
    return TextSize(5.0 * len(words), HEIGHT)


def _bar(centre: float, value: float, ink: str = "moyen") -> Bar:
    return Bar(centre, 7.0, value, ink, ChartLabel(f"{value:g} $x$", "a-style-12", "nuit"))


CHART = BarChart(
    width=300.0,
    height=100.0,
    upper=600.0,
    bars=(_bar(90, 600, "plein"), _bar(60, 150), _bar(30, 0), _bar(10, 1)),
    axis=Pen("plein", 0.5),
    gap=GAP,
)


@pytest.fixture(scope="module")
def drawing() -> ChartDrawing:
    return draw_bar_chart(CHART, _measure)


def test_bars_are_as_long_as_their_values(drawing: ChartDrawing) -> None:
    boxes = [path_bounds(path.placed((0, 0))) for path in drawing.paths if path.fill]
    assert [round(box.width, 3) for box in boxes] == [300.0, 75.0, 0.5]
    assert [round(box.y + box.height / 2, 3) for box in boxes] == [90.0, 60.0, 10.0]
    assert {round(box.height, 3) for box in boxes} == {7.0}
    assert {box.x for box in boxes} == {0.0}


def test_inks_come_out_by_their_names(drawing: ChartDrawing) -> None:
    assert [path.fill for path in drawing.paths] == ["plein", "moyen", "moyen", ""]
    assert {text.ink for text in drawing.texts} == {"nuit"}


def test_the_axis_is_the_only_stroke_and_stands_over_the_bars(drawing: ChartDrawing) -> None:
    axis = drawing.paths[-1]
    assert axis == ChartPath("ML", (0.0, 0.0, 0.0, 100.0), pen=Pen("plein", 0.5))
    assert [path.pen for path in drawing.paths[:-1]] == [None] * 3


def test_texts_stay_text_at_the_ends_of_their_bars(drawing: ChartDrawing) -> None:
    assert [text.part for text in drawing.texts] == [0, 1, 2, 3]
    assert [text.words for text in drawing.texts] == [bar.label.words for bar in CHART.bars]
    assert {text.style for text in drawing.texts} == {"a-style-12"}
    assert [text.x for text in drawing.texts] == [304.0, 79.0, 4.0, 4.5]
    middles = [text.y + HEIGHT / 2 for text in drawing.texts]
    assert middles == [bar.centre for bar in CHART.bars]


def test_the_same_chart_gives_the_same_drawing(drawing: ChartDrawing) -> None:
    assert draw_bar_chart(CHART, _measure) == drawing


def test_a_chart_without_bars_is_an_axis() -> None:
    empty = msgspec.structs.replace(CHART, bars=())
    assert [path.verbs for path in draw_bar_chart(empty, _measure).paths] == ["ML"]


# --------------------------------------------------------------------------- refusals


def _figure() -> Figure:
    return Figure(figsize=(1, 1), dpi=72, frameon=False)


def _drawn(figure: Figure) -> None:
    figure.draw(ChartRenderer(72, 72, _measure, InkColours(["nuit"])))


def test_an_unknown_ink_is_refused() -> None:
    figure = _figure()
    figure.add_artist(matplotlib.lines.Line2D([0, 1], [0, 1], color="black"))
    with pytest.raises(ValueError, match="#000000"):
        _drawn(figure)


def test_an_ink_that_lets_through_is_refused() -> None:
    figure = _figure()
    nuit = InkColours(["nuit"]).colour("nuit")
    figure.add_artist(matplotlib.lines.Line2D([0, 1], [0, 1], color=nuit, alpha=0.5))
    with pytest.raises(ValueError, match="alpha"):
        _drawn(figure)


@pytest.mark.parametrize(
    ("effect", "word"),
    [
        (lambda gc: gc.set_hatch("/"), "hatching"),
        (lambda gc: gc.set_sketch_params(1, 1, 1), "sketches"),
        (lambda gc: gc.set_clip_rectangle(_figure().bbox), "clipping"),
    ],
)
def test_effects_are_refused(effect: object, word: str) -> None:
    gc = GraphicsContextBase()
    assert callable(effect)
    effect(gc)
    renderer = ChartRenderer(72, 72, _measure, InkColours(["nuit"]))
    path = matplotlib.path.Path([(0, 0), (1, 1)])
    with pytest.raises(ValueError, match=word):
        renderer.draw_path(gc, path, matplotlib.transforms.IdentityTransform())


def test_pictures_turned_texts_and_curves_of_other_kinds_are_refused() -> None:
    figure, nuit = _figure(), InkColours(["nuit"]).colour("nuit")
    figure.text(0, 0, "turned", rotation=30, color=nuit, fontfamily="a")
    with pytest.raises(ValueError, match="turned"):
        _drawn(figure)
    with pytest.raises(ValueError, match="pictures"):
        ChartRenderer(72, 72, _measure, InkColours([])).draw_image()
    figure = _figure()
    curve = matplotlib.path.Path([(0, 0), (1, 1), (2, 0)], [1, 3, 3])
    figure.add_artist(matplotlib.patches.PathPatch(curve, facecolor=nuit, linewidth=0))
    with pytest.raises(ValueError, match="quadratic"):
        _drawn(figure)


def test_a_path_with_a_number_too_many_is_refused() -> None:
    with pytest.raises(ValueError, match="numbers"):
        ChartPath("ML", (0.0, 0.0, 1.0))
    with pytest.raises(ValueError, match="numbers"):
        ChartPath("Q", ())


# --------------------------------------------------------------------------- what others set

WILD = """\
axes.linewidth: 9
axes.xmargin: 0.4
axes.axisbelow: False
axes.spines.left: False
axes.facecolor: 00ff00
figure.facecolor: ff00ff
figure.autolayout: True
figure.constrained_layout.use: True
font.size: 40
lines.antialiased: False
patch.edgecolor: 0000ff
patch.force_edgecolor: True
patch.linewidth: 4
path.sketch: 3, 100, 2
text.usetex: True
savefig.dpi: 10
"""

SCRIPT = """\
import sys
import msgspec
from tests.draw.test_matplotlib_charts import CHART, _measure
from aula_reports.draw.matplotlib_charts import draw_bar_chart
sys.stdout.write(msgspec.json.encode(draw_bar_chart(CHART, _measure)).decode())
assert "matplotlib.pyplot" not in sys.modules
"""


def test_settings_of_the_user_change_nothing(drawing: ChartDrawing, tmp_path: Path) -> None:
    settings = tmp_path / "matplotlibrc"
    settings.write_text(WILD)
    told = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "MATPLOTLIBRC": str(settings)},
        capture_output=True,
        check=True,
        text=True,
    )
    assert msgspec.json.decode(told.stdout, type=ChartDrawing) == drawing


def test_settings_of_the_program_around_are_put_aside_and_given_back(
    drawing: ChartDrawing,
) -> None:
    with matplotlib.rc_context({"axes.linewidth": 9.0, "text.usetex": True, "font.size": 40}):
        assert draw_bar_chart(CHART, _measure) == drawing
        assert matplotlib.rcParams["axes.linewidth"] == 9.0


def test_no_font_of_matplotlib_is_opened(
    drawing: ChartDrawing, monkeypatch: pytest.MonkeyPatch
) -> None:
    def opened(*_: object, **__: object) -> None:
        raise AssertionError("a font of matplotlib's was opened")

    for place in ("font_manager.get_font", "text.get_font"):
        monkeypatch.setattr(f"matplotlib.{place}", opened, raising=False)
    other = msgspec.structs.replace(CHART, gap=GAP + 1)
    assert len(draw_bar_chart(other, _measure).texts) == len(drawing.texts)
