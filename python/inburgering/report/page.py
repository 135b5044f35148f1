"""The page of the report: what a template makes of the subjects and their charts."""

from __future__ import annotations

from dataclasses import dataclass

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from . import chart
from .dutch import day, number
from .headline import headlines
from .panel import Panel
from .subject import SUBJECTS, Drawing, Subject, subject
from .values import Values
from .words import DEFINITIONS, hidden, sources

__all__ = ["page"]


@dataclass(frozen=True, slots=True)
class Drawn:
    """One area of a subject with its chart."""

    panel: Panel
    chart: Markup


@dataclass(frozen=True, slots=True)
class Section:
    """A subject with its charts."""

    subject: Subject
    drawn: tuple[Drawn, ...]
    legend: list[tuple[Markup, str]]
    """Swatches and what they stand for."""


def page(values: Values) -> str:
    """The page as one text."""
    environment = Environment(
        loader=PackageLoader("inburgering.report", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    told = headlines(values)
    return environment.get_template("page.html.jinja").render(
        areas=values.names,
        snapshot=day(values.snapshot),
        open_year=values.open_year,
        headlines=told,
        headlines_hide=any(headline.hides for headline in told),
        sections=[section(of) for of in (subject(kind, values) for kind in SUBJECTS) if of.years],
        definitions=DEFINITIONS,
        hidden=hidden(values.threshold),
        sources=sources(),
        number=number,
    )


def section(of: Subject) -> Section:
    """The subject with a chart for each area."""
    draw, legend = {
        Drawing.BARS: (chart.bars, chart.bars_legend),
        Drawing.QUARTILES: (chart.quartiles, chart.quartiles_legend),
    }[of.kind.drawing]
    drawn = tuple(
        Drawn(panel, draw(panel, f"{of.kind.name}-{at}", f"Grafiek: {of.kind.title}, {panel.area}"))
        for at, panel in enumerate(of.panels)
    )
    swatches = legend(of.kind.legend, f"{of.kind.name}-legende")
    if of.hides:
        swatches += chart.strip_legend(f"{of.kind.name}-niet-getoond")
    return Section(of, drawn, swatches)
