"""Charts with a scale, drawn by matplotlib through a renderer of ours into plain data.

matplotlib is asked for what it does well, axes and their series; nothing that it knows of looks
reaches the page. Each ink of a chart goes in as a colour of its own and comes out by its name; a
colour that is no ink (any default of matplotlib) is an error. A font family is the name of a style
of the layout; texts stand on their baselines, are measured by the setter, and come out as words.
No font of matplotlib's is opened, and the user's own settings (matplotlibrc) are put aside. What
a page could not hold faithfully is refused: transparency, clipping, hatching, pictures.

Importing this module imports matplotlib, which takes most of a second: import it only to draw.
The scan of the machine's fonts that matplotlib makes on its very first import cannot be had
without it; matplotlib keeps its result.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NoReturn

import matplotlib
from matplotlib.axes import Axes
from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import Transform

from aula_reports.typeset.chart_plans import (
    Bar,
    BarChart,
    ChartDrawing,
    ChartPath,
    ChartText,
    Measure,
)
from aula_reports.typeset.pages import Pen

_POINTS_PER_INCH = 72
# Matplotlib's path codes: MOVETO, LINETO, CURVE4, CLOSEPOLY. Quadratic curves are refused.
_VERBS = {1: "M", 2: "L", 4: "C", 79: "Z"}
# Coordinates are kept to a ten-thousandth of a point: floating-point noise goes no further.
_DIGITS = 4

_Colour = Sequence[float]


def draw_bar_chart(chart: BarChart, measure: Measure) -> ChartDrawing:
    """Draw horizontal bars from their axis, with a label at the end of each."""
    inks = InkColours([chart.axis.ink, *(ink for bar in chart.bars for ink in _inks(bar))])
    with matplotlib.rc_context(_defaults()):
        figure = _figure(chart.width, chart.height)
        axes = _bare_axes(figure, chart)
        _draw_axis(axes, chart.axis, inks)
        _draw_bars(axes, chart.bars, inks)
        for part, bar in enumerate(chart.bars):
            _draw_label(axes, part, bar, chart.gap, measure, inks)
        axes.set(xlim=(0, chart.upper), ylim=(0, chart.height))
        renderer = ChartRenderer(chart.width, chart.height, measure, inks)
        figure.draw(renderer)
    return renderer.drawing()


def _defaults() -> dict[Any, Any]:
    """Give matplotlib's own settings, but for the backend: to ask for it is to import pyplot."""
    return {key: value for key, value in matplotlib.rcParamsDefault.items() if key != "backend"}


def _inks(bar: Bar) -> tuple[str, str]:
    return bar.ink, bar.label.ink


def _figure(width: float, height: float) -> Figure:
    """Make a figure whose pixels are points."""
    size = (width / _POINTS_PER_INCH, height / _POINTS_PER_INCH)
    return Figure(figsize=size, dpi=_POINTS_PER_INCH, frameon=False)


def _bare_axes(figure: Figure, chart: BarChart) -> Axes:
    """Fill a figure with axes that have neither ground, ticks nor frame."""
    axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
    axes.patch.set_visible(False)
    axes.xaxis.set_visible(False)
    axes.yaxis.set_visible(False)
    axes.spines[:].set_visible(False)
    return axes


def _draw_axis(axes: Axes, pen: Pen, inks: InkColours) -> None:
    axes.spines.left.set(
        visible=True, color=inks.colour(pen.ink), linewidth=pen.width, capstyle="butt"
    )


def _draw_bars(axes: Axes, bars: Sequence[Bar], inks: InkColours) -> None:
    shown = [bar for bar in bars if bar.value]
    axes.barh(
        [bar.centre for bar in shown],
        [bar.value for bar in shown],
        height=[bar.thickness for bar in shown],
        color=[inks.colour(bar.ink) for bar in shown],
        linewidth=0,
        clip_on=False,
    )


def _draw_label(
    axes: Axes, part: int, bar: Bar, gap: float, measure: Measure, inks: InkColours
) -> None:
    label = bar.label
    drop = measure(label.words, label.style).height / 2
    axes.annotate(
        label.words,
        (bar.value, bar.centre),
        (gap, -drop),
        textcoords="offset points",
        annotation_clip=False,
        verticalalignment="baseline",
        fontfamily=label.style,
        color=inks.colour(label.ink),
        parse_math=False,
        gid=str(part),
    )


class InkColours:
    """Gives each ink a colour of its own, and finds the ink of a colour."""

    def __init__(self, inks: Iterable[str]) -> None:
        # From 1: matplotlib's own black, 0, must not pass for an ink.
        self._colours = {ink: f"#{number:06x}" for number, ink in enumerate(_unique(inks), 1)}
        self._inks = {colour: ink for ink, colour in self._colours.items()}

    def colour(self, ink: str) -> str:
        return self._colours[ink]

    def ink(self, colour: _Colour) -> str:
        """Name the ink of an RGBA colour; raises ValueError if it is none, or lets through."""
        *parts, alpha = colour
        name = "#" + "".join(f"{round(255 * part):02x}" for part in parts)
        if name not in self._inks or alpha != 1:
            raise ValueError(f"a chart is drawn in {name} (alpha {alpha}), which is no ink")
        return self._inks[name]


def _unique(inks: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(inks))


class ChartRenderer(RendererBase):
    """Takes matplotlib's verbs on a canvas in points, and keeps them as a drawing."""

    def __init__(self, width: float, height: float, measure: Measure, inks: InkColours) -> None:
        super().__init__()
        self._size = (width, height)
        self._measure = measure
        self._inks = inks
        self._paths: list[ChartPath] = []
        self._texts: list[ChartText] = []

    def drawing(self) -> ChartDrawing:
        return ChartDrawing(tuple(self._paths), tuple(self._texts))

    # ----------------------------------------------------------------- matplotlib's questions

    def get_canvas_width_height(self) -> tuple[float, float]:
        return self._size

    def flipy(self) -> bool:
        return False

    def get_text_width_height_descent(
        self, s: str, prop: FontProperties, ismath: Any
    ) -> tuple[float, float, float]:
        size = self._measure(s, _style(prop))
        return size.width, size.height, 0.0

    def _get_font_height_metrics(self, prop: FontProperties) -> tuple[float, float, float]:
        """Answer before matplotlib opens a font of its own to know (3.11, until it has an API)."""
        return self._measure("", _style(prop)).height, 0.0, 0.0

    # ----------------------------------------------------------------- matplotlib's verbs

    def draw_path(
        self,
        gc: GraphicsContextBase,
        path: Path,
        transform: Transform,
        rgbFace: Any = None,  # noqa: N803 - matplotlib's name
    ) -> None:
        _refuse_effects(gc)
        fill = self._inks.ink(rgbFace) if rgbFace is not None else ""
        pen = self._pen(gc)
        verbs, numbers = _recorded(path, transform)
        self._paths.append(ChartPath(verbs, numbers, fill, pen))

    def draw_text(  # noqa: PLR0913 - matplotlib's signature
        self,
        gc: GraphicsContextBase,
        x: float,
        y: float,
        s: str,
        prop: FontProperties,
        angle: float,
        ismath: Any = False,
        mtext: Text | None = None,
    ) -> None:
        _refuse_effects(gc)
        if angle or ismath or mtext is None:
            _refuse("turned text, formulas or texts of several lines")
        part = int(mtext.get_gid() or 0)
        place = (round(float(x), _DIGITS), round(float(y), _DIGITS))
        ink = self._inks.ink(gc.get_rgb())
        self._texts.append(ChartText(part, *place, s, _style(prop), ink))

    def draw_image(self, *_: Any, **__: Any) -> NoReturn:
        _refuse("pictures")

    def _pen(self, gc: GraphicsContextBase) -> Pen | None:
        width = gc.get_linewidth()
        if not width:
            return None
        if gc.get_dashes()[1] is not None:
            _refuse("dashes")
        return Pen(self._inks.ink(gc.get_rgb()), float(width))


def _style(prop: FontProperties) -> str:
    (style,) = prop.get_family()
    return style


def _refuse_effects(gc: GraphicsContextBase) -> None:
    if gc.get_clip_rectangle() is not None or gc.get_clip_path()[0] is not None:
        _refuse("clipping")
    if gc.get_hatch() or gc.get_sketch_params():
        _refuse("hatching and sketches")


def _refuse(what: str) -> NoReturn:
    raise ValueError(f"a chart may not have {what}")


def _recorded(path: Path, transform: Transform) -> tuple[str, tuple[float, ...]]:
    """Spell a path in points: its verbs, and their numbers in a row."""
    verbs, numbers = "", []
    for points, code in path.iter_segments(transform, simplify=False):
        verb = _VERBS.get(int(code)) or _refuse("quadratic curves")
        verbs += verb
        if verb != "Z":
            numbers += [round(float(number), _DIGITS) for number in points]
    return verbs, tuple(numbers)
