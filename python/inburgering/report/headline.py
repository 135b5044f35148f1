"""The numbers of the first page: those of the last whole year, and the stock on the day of the snapshot."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from .dutch import day, number
from .values import Values

__all__ = ["Headline", "headlines"]


@dataclass(frozen=True, slots=True)
class Headline:
    """One number of each area, and when it was so."""

    label: str
    period: str
    unit: str
    values: tuple[tuple[str, int | None], ...]
    """Of each area by its name, the municipality first."""
    change: str | None
    """The difference with the year before in the municipality, where both are shown."""

    @property
    def hides(self) -> bool:
        """Whether one of the values is not shown."""
        return any(value is None for _, value in self.values)

    def said(self, value: int | None) -> str:
        """A value with its unit."""
        return number(value) if value is None else _amount(value, self.unit)


def headlines(values: Values) -> tuple[Headline, ...]:
    """The headlines, in the order of the page."""
    found = (
        _of_a_year(values, "registrations", "Aanmeldingen"),
        _of_a_year(values, "contracts", "Inburgeringscontracten"),
        _of_a_year(values, "attests", "Attesten van inburgering"),
        _of_a_day(values, "active", "Personen met een actief dossier"),
        _of_a_year(values, "contracts.median", "Van aanmelding tot contract"),
        _of_a_year(values, "attests.median", "Van aanmelding tot attest"),
    )
    return tuple(headline for headline in found if headline is not None)


def _of_a_year(values: Values, measure: str, label: str) -> Headline | None:
    """Of the last year that had ended, or of the open one if there is no other."""
    years = values.years([measure])
    if not years:
        return None
    year = years[-2] if years[-1] == values.open_year and len(years) > 1 else years[-1]
    when, unit = ("mediaan in", "dagen") if measure.endswith(".median") else ("in", "")
    until = f", tot en met {day(values.snapshot)}" if year == values.open_year else ""
    now, before = values.get(measure, year, 0), values.get(measure, year - 1, 0)
    return Headline(
        label=label,
        period=f"{when} {year}{until}",
        unit=unit,
        values=values.by_name(measure, year),
        change=_change(now, before, unit, year - 1),
    )


def _of_a_day(values: Values, measure: str, label: str) -> Headline | None:
    """Of the day of the snapshot, or of the end of the last year that has a stock."""
    years = values.years([measure])
    if not years:
        return None
    on = values.snapshot if years[-1] == values.snapshot.year else dt.date(years[-1], 12, 31)
    of_day = values.by_name(measure, years[-1])
    return Headline(label=label, period=f"op {day(on)}", unit="", values=of_day, change=None)


def _change(now: int | None, before: int | None, unit: str, year: int) -> str | None:
    if now is None or before is None:
        return None
    if now == before:
        return f"evenveel als in {year}"
    return f"{_amount(abs(now - before), unit)} {'meer' if now > before else 'minder'} dan in {year}"


def _amount(value: int, unit: str) -> str:
    """A number of the unit, in the singular where it is one: `1 dag`."""
    word = "dag" if value == 1 and unit == "dagen" else unit
    return f"{number(value)} {word}" if word else number(value)
