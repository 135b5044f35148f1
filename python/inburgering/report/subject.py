"""The subjects of the report: which measures stand in one chart, for which areas, and in which words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from .panel import Panel, Series
from .values import Values

__all__ = ["SUBJECTS", "Drawing", "Kind", "Subject", "subject"]


class Drawing(StrEnum):
    """How a subject is drawn."""

    BARS = "bars"
    QUARTILES = "quartiles"


@dataclass(frozen=True, slots=True)
class Kind:
    """A subject before there are figures."""

    name: str
    title: str
    caption: str
    drawing: Drawing
    unit: str
    measures: tuple[tuple[str, str], ...]
    """Each with the label of its column."""
    legend: tuple[str, ...]
    until: str = "tot en met"
    """What is said of the day of the snapshot, in a year that has not ended."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject with its figures."""

    kind: Kind
    years: tuple[int, ...]
    panels: tuple[Panel, ...]

    @property
    def hides(self) -> bool:
        """Whether a value is not shown."""
        return any(None in series.values for panel in self.panels for series in panel.series)


def _bars(name: str, title: str, caption: str, unit: str, *measures: tuple[str, str]) -> Kind:
    return Kind(name, title, caption, Drawing.BARS, unit, measures, tuple(label for _, label in measures))


def _quartiles(name: str, title: str, caption: str, measure: str) -> Kind:
    labels = (("first", "Kwart binnen"), ("median", "Helft binnen"), ("third", "Driekwart binnen"))
    measures = tuple((f"{measure}.{quartile}", label) for quartile, label in labels)
    legend = ("De middelste helft van de personen", "Mediaan: bij de helft duurde het niet langer")
    return Kind(name, title, caption, Drawing.QUARTILES, "dagen", measures, legend)


SUBJECTS = (
    _bars(
        "instroom",
        "Instroomcijfers",
        "Hoeveel personen zich elk jaar aanmeldden, een inburgeringscontract ondertekenden en een attest behaalden.",
        "personen",
        ("registrations", "Aanmeldingen"),
        ("contracts", "Contracten"),
        ("attests", "Attesten"),
    ),
    replace(
        _bars(
            "dossiers",
            "Actieve en afgesloten dossiers",
            "Hoeveel personen op het einde van elk jaar nog een traject volgden, en hoeveel alleen afgesloten dossiers "
            "hadden.",
            "personen",
            ("active", "Actief"),
            ("closed", "Afgesloten"),
        ),
        until="op",
    ),
    _quartiles(
        "tot-contract",
        "Van aanmelding tot contract",
        "Hoeveel dagen het duurde van de aanmelding tot het inburgeringscontract, naar het jaar van het contract.",
        "contracts",
    ),
    _quartiles(
        "tot-attest",
        "Van aanmelding tot attest",
        "Hoeveel dagen het duurde van de aanmelding tot het attest van inburgering, naar het jaar van het attest.",
        "attests",
    ),
    _bars(
        "verhuizingen",
        "Verhuizingen van wie een traject volgt",
        "Hoeveel personen met een actief dossier elk jaar uit een andere gemeente kwamen, en hoeveel er vertrokken.",
        "personen",
        ("moves_in", "Aangekomen"),
        ("moves_out", "Vertrokken"),
    ),
)
"""In the order of the report."""


def subject(kind: Kind, values: Values) -> Subject:
    """The subject with a panel for each area."""
    years = values.years([measure for measure, _ in kind.measures])

    def panel(at: int, area: str) -> Panel:
        series = (
            Series(label, tuple(values.get(measure, year, at) for year in years)) for measure, label in kind.measures
        )
        return Panel(area, kind.unit, years, tuple(series), values.open_year)

    return Subject(kind, years, tuple(panel(at, area) for at, area in enumerate(values.names)))
