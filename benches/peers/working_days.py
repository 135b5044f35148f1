"""Working days on columns: with numpy's business days, with a table of numpy, and in polars and pandas.

All take the holidays of the legal calendar from the library. The due day is the n-th working day strictly after the
day, and a count is of the days after the first up to and including the second: numpy and polars count from the first
to the day before the second, so both are moved by a day. (Backwards numpy counts other days than forwards, so no first
day here is after the second.)
"""

from __future__ import annotations

import datetime as dt

import inburgering as ib
import numpy as np
import numpy.typing as npt
import pandas as pd
import polars as pl

Days = npt.NDArray[np.datetime64]
Ints = npt.NDArray[np.int64]

FIRST, LAST = np.datetime64("1999-01-01"), np.datetime64("2064-01-01")
"""The days of the table, around those that are asked."""
ONE_DAY = np.timedelta64(1, "D")


def some_days(count: int, seed: int = 1) -> Days:
    """Random days from 2000 to 2060."""
    since = np.datetime64("2000-01-01")
    span = int((np.datetime64("2061-01-01") - since).astype(int))
    return since + np.random.default_rng(seed).integers(0, span, count)


def some_later(days: Days, seed: int = 2) -> Days:
    """For each day one on or after it, up to two years later."""
    return days + np.random.default_rng(seed).integers(0, 730, len(days))


def holidays() -> list[dt.date]:
    """The holidays of the legal calendar, in and around those years."""
    calendar = ib.Calendar.legal()
    return [holiday.day for year in range(1999, 2064) for holiday in calendar.holidays(year)]


class Numpy:
    """`busday_offset` and `busday_count`, with the holidays in a calendar that is made once."""

    def __init__(self) -> None:
        self.calendar = np.busdaycalendar(holidays=np.array(holidays(), "datetime64[D]"))

    def add(self, days: Days, working_days: int | Ints) -> Days:
        """The n-th working day after each day; one in a weekend counts as the working day before."""
        return np.busday_offset(days, working_days, roll="backward", busdaycal=self.calendar)

    def count(self, after: Days, until: Days) -> Ints:
        """The working days after each day, up to and including the other."""
        return np.busday_count(after + ONE_DAY, until + ONE_DAY, busdaycal=self.calendar)


class NumpyTable:
    """Two tables made by hand: how many working days there are up to each day, and which is the n-th."""

    def __init__(self) -> None:
        every = np.arange(FIRST, LAST)
        working = np.is_busday(every, holidays=np.array(holidays(), "datetime64[D]"))
        self.rank = np.cumsum(working).astype(np.int32)
        self.nth = np.append(np.datetime64("NaT", "D"), every[working])

    def add(self, days: Days, working_days: int | Ints) -> Days:
        """The n-th working day after each day."""
        found: Days = self.nth[self.rank[(days - FIRST).astype(np.int64)] + working_days]
        return found

    def count(self, after: Days, until: Days) -> Ints:
        """The working days after each day, up to and including the other."""
        at = (until - FIRST).astype(np.int64), (after - FIRST).astype(np.int64)
        found: Ints = self.rank[at[0]] - self.rank[at[1]]
        return found


class Polars:
    """The expressions for business days."""

    def __init__(self) -> None:
        self.holidays = holidays()

    def add(self, days: pl.Series, working_days: int | pl.Series) -> pl.Series:
        """The n-th working day after each day; one in a weekend counts as the working day before."""
        n = working_days if isinstance(working_days, int) else pl.lit(working_days)
        due = pl.lit(days).dt.add_business_days(n, holidays=self.holidays, roll="backward")
        return pl.select(due).to_series()

    def count(self, after: pl.Series, until: pl.Series) -> pl.Series:
        """The working days after each day, up to and including the other."""
        start, end = (pl.lit(of).dt.offset_by("1d") for of in (after, until))
        return pl.select(pl.business_day_count(start, end, holidays=self.holidays)).to_series()


class Pandas:
    """The offset for custom business days, which pandas applies to one day after the other."""

    def __init__(self) -> None:
        self.holidays = holidays()

    def add(self, days: pd.DatetimeIndex, working_days: int) -> list[pd.Timestamp]:
        """The n-th working day after each day; one in a weekend counts as the working day before."""
        offset = pd.offsets.CustomBusinessDay(working_days, holidays=self.holidays)
        back = pd.offsets.CustomBusinessDay(0, holidays=self.holidays)
        return [back.rollback(day) + offset for day in days]
