"""The charts of the report, drawn by matplotlib.

The colours are of Okabe and Ito's palette, which the colour-blind tell apart, dark, middling and light in
grey too; each has a hatch of its own. What is not shown is a hatched strip over the whole height, never a bar.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.ticker import FixedLocator, FuncFormatter, MaxNLocator

from .dutch import number
from .panel import Panel, Series
from .svg import HIDDEN, INK, SHOWN, inline, settings

__all__ = ["bars", "bars_legend", "quartiles", "quartiles_legend", "strip_legend"]

COLOURS = ("#0072b2", "#e69f00", "#f0e442")
"""Of the first series, the second and the third."""
HATCHES = ("", "////", "---")
STRIP: dict[str, Any] = {"facecolor": "#f4f4f4", "edgecolor": "#767676", "hatch": "xxx", "linewidth": 0}
GRID = "#d0d0d0"

WIDTH, HEIGHT = 340, 220
"""Of a chart, in points: as wide as a phone, so that the letters keep their size."""
GROUP = 0.84
"""How much of a year its bars take."""
MOST_LABELS = 6
"""How many years are named below a chart."""


def bars(panel: Panel, name: str, title: str) -> Markup:
    """For each year a bar for each series."""
    with settings(name):
        figure, axes = _axes(panel)
        width = GROUP / len(panel.series)
        for at, series in enumerate(panel.series):
            left = [year - GROUP / 2 + at * width for year in range(len(panel.years))]
            for x, value in zip(left, series.values, strict=True):
                if value is not None:
                    axes.bar(x, value, width, align="edge", gid=SHOWN, **_fill(at))
            _strips(axes, series, left, width)
        return inline(figure, name, title)


def quartiles(panel: Panel, name: str, title: str) -> Markup:
    """For each year a box from the first to the third quartile, with a line at the median."""
    first, median, third = panel.series
    with settings(name):
        figure, axes = _axes(panel)
        width = GROUP / 2
        left = [year - width / 2 for year in range(len(panel.years))]
        for x, low, middle, high in zip(left, first.values, median.values, third.values, strict=True):
            if low is not None and middle is not None and high is not None:
                axes.bar(x, high - low, width, bottom=low, align="edge", gid=SHOWN, **_fill(1))
                axes.hlines(middle, x - 0.06, x + width + 0.06, color=INK, linewidth=2.5)
        _strips(axes, median, left, width)
        return inline(figure, name, title)


def bars_legend(labels: Sequence[str], name: str) -> list[tuple[Markup, str]]:
    """A swatch for each series, with its name."""
    return _legend([(Patch(**_fill(at)), label) for at, label in enumerate(labels)], name)


def quartiles_legend(labels: Sequence[str], name: str) -> list[tuple[Markup, str]]:
    """A swatch for the box and one for the line, with what they are."""
    box, line = labels
    return _legend([(Patch(**_fill(1)), box), (Line2D([], [], color=INK, linewidth=2.5), line)], name)


def strip_legend(name: str) -> list[tuple[Markup, str]]:
    """A swatch for what is not shown."""
    return _legend([(Patch(**STRIP), "Niet getoond")], name)


def _axes(panel: Panel) -> tuple[Figure, Axes]:
    """Axes with the years below and numbers at the left."""
    figure = Figure(figsize=(WIDTH / 72, HEIGHT / 72), layout="constrained")
    axes = figure.add_subplot()
    largest = max((value for series in panel.series for value in series.values if value is not None), default=0)
    axes.set_ylim(0, max(largest * 1.08, 1))
    axes.set_ylabel(panel.unit)
    axes.yaxis.set_major_locator(MaxNLocator(nbins=5, integer=True) if largest else FixedLocator([0]))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: number(round(value))))
    axes.tick_params(axis="y", length=0)
    axes.grid(axis="y", color=GRID, linewidth=0.6)
    axes.set_axisbelow(True)
    count = len(panel.years)
    every = -(-count // MOST_LABELS)
    named = range((count - 1) % every, count, every)
    axes.set_xlim(-0.5, count - 0.5)
    axes.set_xticks(named, [panel.marked(panel.years[at]) for at in named])
    axes.spines[["top", "right", "left"]].set_visible(False)
    return figure, axes


def _fill(at: int) -> dict[str, Any]:
    return {"facecolor": COLOURS[at], "hatch": HATCHES[at], "edgecolor": INK, "linewidth": 0.6}


def _strips(axes: Axes, series: Series, left: Sequence[float], width: float) -> None:
    """A strip over the whole height for each value that is not shown."""
    for x, value in zip(left, series.values, strict=True):
        if value is None:
            axes.axvspan(x, x + width, zorder=0.5, gid=HIDDEN, **STRIP)


def _legend(entries: Sequence[tuple[Patch | Line2D, str]], name: str) -> list[tuple[Markup, str]]:
    swatches: list[tuple[Markup, str]] = []
    box = {"borderpad": 0, "borderaxespad": 0, "handletextpad": 0, "handlelength": 3, "handleheight": 1.4}
    for at, (handle, label) in enumerate(entries):
        with settings(f"{name}-{at}"):
            figure = Figure(figsize=(36 / 72, 18 / 72))
            figure.legend([handle], [""], loc="center", frameon=False, **box)
            swatches.append((inline(figure, f"{name}-{at}", title=None), label))
    return swatches
