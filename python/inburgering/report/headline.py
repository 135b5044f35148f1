"""The numbers of the first page: those of the last whole year, and the stock on the day of the snapshot."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from .dutch import day, number
from .values import Values

__all__ = ["Headline", "headlines"]

COUNTS = (
    ("registrations", "Aanmeldingen"),
    ("contracts", "Inburgeringscontracten"),
    ("attests", "Attesten van inburgering"),
)
DAYS = (
    ("contracts.median", "Van aanmelding tot contract"),
    ("attests.median", "Van aanmelding tot attest"),
)


@dataclass(frozen=True, slots=True)
class Headline:
    """One number of the first area, beside that of the others."""

    label: str
    period: str
    value: str
    is_shown: bool
    change: str | None
    """The difference with the year before, where both are shown."""
    others: tuple[tuple[str, str], ...]


def headlines(values: Values) -> tuple[Headline, ...]:
    """The headlines of the first area."""
    found = [_of_a_year(values, measure, label, "in", "") for measure, label in COUNTS]
    found.append(_of_a_day(values))
    found += [_of_a_year(values, measure, label, "mediaan in", " dagen") for measure, label in DAYS]
    return tuple(headline for headline in found if headline is not None)


def _of_a_year(values: Values, measure: str, label: str, when: str, unit: str) -> Headline | None:
    """Of the last year that had ended, or of the open one if there is no other."""
    years = values.years([measure])
    if not years:
        return None
    if years[-1] == values.open_year and len(years) > 1:
        years = years[:-1]
    year = years[-1]
    period = f"{when} {year}" + (f", tot en met {day(values.snapshot)}" if year == values.open_year else "")
    change = _change(values.get(measure, year, 0), values.get(measure, year - 1, 0), year - 1, unit)
    return _headline(values, measure, year, label, period, change, unit)


def _of_a_day(values: Values) -> Headline | None:
    """Of the day of the snapshot, or of the end of the last year that has a stock."""
    years = values.years(["active"])
    if not years:
        return None
    on = values.snapshot if years[-1] == values.snapshot.year else dt.date(years[-1], 12, 31)
    return _headline(values, "active", years[-1], "Personen met een actief dossier", f"op {day(on)}", None, "")


def _headline(
    values: Values, measure: str, year: int, label: str, period: str, change: str | None, unit: str
) -> Headline:
    found = [values.get(measure, year, at) for at in range(len(values.areas))]
    first, *others = (number(value) + (unit if value is not None else "") for value in found)
    return Headline(
        label, period, first, found[0] is not None, change, tuple(zip(values.names[1:], others, strict=True))
    )


def _change(now: int | None, before: int | None, year: int, unit: str) -> str | None:
    if now is None or before is None:
        return None
    if now == before:
        return f"evenveel als in {year}"
    return f"{number(abs(now - before))}{unit} {'meer' if now > before else 'minder'} dan in {year}"
