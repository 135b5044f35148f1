"""Numbers and days as they are written in Dutch."""

from __future__ import annotations

import datetime as dt

from babel.dates import format_date
from babel.numbers import format_decimal

__all__ = ["day", "number"]

LOCALE = "nl_BE"


def number(value: float | None) -> str:
    """A number, or that it is not shown."""
    return "niet getoond" if value is None else format_decimal(value, locale=LOCALE)


def day(on: dt.date) -> str:
    """A day with the name of its month."""
    return format_date(on, format="long", locale=LOCALE)
