"""The legal calendar against `holidays` and `workalendar`, and counting against business days of `numpy`: 1995-2035."""

from __future__ import annotations

import datetime as dt
from typing import Any

import holidays
import inburgering as ib
import numpy as np
import numpy.typing as npt
import pytest
from workalendar.europe import Belgium

YEARS = range(1995, 2036)
FIRST, LAST = dt.date(1995, 1, 1), dt.date(2035, 12, 31)

STAND_IN = dt.date(2008, 5, 2)
"""Known difference with both peers: 2 May 2008 stood in for Ascension, which fell on Labour Day (Royal Decree of 3 June
2007). Neither has it as a public holiday."""

SUNDAYS = {"Easter Sunday", "Pentecost"}
"""Known difference with `holidays`: it lists Easter Sunday and Whit Sunday as public holidays. They are none of the ten
of the Royal Decree of 18 April 1974, and change no count, being Sundays."""

BANK_DAYS = {"Good Friday", "Friday after Ascension Day", "Bank Holiday"}
"""Known difference with `holidays`, in a category apart: closing days of banks. No calendar of ours has them."""

Days = npt.NDArray[np.datetime64]


def legal_days(year: int) -> set[dt.date]:
    return {holiday.day for holiday in ib.Calendar.legal().holidays(year)}


@pytest.mark.parametrize("year", YEARS)
def test_holidays(year: int) -> None:
    peer: dict[dt.date, str] = dict(holidays.country_holidays("BE", years=year, language="en_US"))
    sundays = {day for day, name in peer.items() if name in SUNDAYS}
    assert len(sundays) == 2
    assert all(day.weekday() == 6 for day in sundays)
    assert legal_days(year) - set(peer) == ({STAND_IN} if year == 2008 else set())
    assert set(peer) - legal_days(year) == sundays


def test_holidays_calls_two_holidays_of_one_day_by_both_names() -> None:
    peer = holidays.country_holidays("BE", years=2008, language="en_US")
    day = dt.date(2008, 5, 1)
    assert peer[day] == "Ascension Day; Labor Day"
    kinds = [holiday.kind for holiday in ib.Calendar.legal().holidays(2008) if holiday.day == day]
    assert kinds == [ib.HolidayKind.LABOUR_DAY, ib.HolidayKind.ASCENSION]


def test_holidays_has_the_stand_in_of_2008_only_by_chance_among_the_days_of_banks() -> None:
    banks = holidays.country_holidays("BE", years=YEARS, categories=("bank",), language="en_US")
    assert set(banks.values()) == BANK_DAYS
    assert banks[STAND_IN] == "Friday after Ascension Day"
    assert not ib.Calendar.legal().is_working_day(STAND_IN)
    assert ib.Calendar.legal().is_working_day(dt.date(2026, 5, 15))
    assert banks[dt.date(2026, 5, 15)] == "Friday after Ascension Day"


@pytest.mark.parametrize("subdivision", ["Flemish", "French", "German"])
def test_holidays_has_no_day_of_a_community(subdivision: str) -> None:
    # Known difference: its subdivisions are of schools only; 11 July is a closing day of the Flemish government.
    everywhere = holidays.country_holidays("BE", years=2026)
    assert dict(holidays.country_holidays("BE", subdiv=subdivision, years=2026)) == dict(everywhere)
    assert dt.date(2026, 7, 11) not in everywhere
    assert ib.Calendar.flemish_government().closed(dt.date(2026, 7, 11)) is not None


@pytest.mark.parametrize("year", YEARS)
def test_workalendar(year: int) -> None:
    peer = {day for day, _ in Belgium().holidays(year)}
    assert legal_days(year) - peer == ({STAND_IN} if year == 2008 else set())
    assert peer - legal_days(year) == set()


def test_workalendar_counts_working_days_alike_but_for_the_stand_in() -> None:
    peer, legal = Belgium(), ib.Calendar.legal()
    for year in (1995, 2007, 2008, 2025, 2026, 2035):
        for start in (dt.date(year, 3, 15), dt.date(year, 4, 24), dt.date(year, 7, 7), dt.date(year, 12, 1)):
            for n in (1, 10, 20):
                ours, theirs = legal.add(start, working_days=n), peer.add_working_days(start, n)
                later = year == 2008 and start < STAND_IN <= theirs
                assert ours == (legal.next(theirs) if later else theirs), (start, n)
    assert peer.add_working_days(dt.date(2008, 4, 24), 10) == dt.date(2008, 5, 9)
    assert legal.add(dt.date(2008, 4, 24), working_days=10) == dt.date(2008, 5, 13)


# ---------------------------------------------------------------- numpy

CALENDARS = [
    ib.Calendar.legal(),
    ib.Calendar.flemish_government(),
    ib.Calendar.flemish_government_year_end(),
    ib.Calendar.flemish_government().with_closing_days([dt.date(2026, 5, 15), dt.date(2026, 5, 16)]),
]


def closed(calendar: ib.Calendar) -> Days:
    """The holidays of the horizon, and the closing days, for numpy."""
    days = [holiday.day for year in range(1995, 2100) for holiday in calendar.holidays(year)]
    return np.array([*days, *calendar.closing_days], dtype="datetime64[D]")


STARTS: Days = np.arange(np.datetime64(FIRST), np.datetime64(LAST) + 1)


def as_days(values: list[dt.date]) -> Days:
    return np.array(values, dtype="datetime64[D]")


def start_days() -> list[dt.date]:
    found: Any = STARTS.astype(object)
    return [day for day in found if isinstance(day, dt.date)]


@pytest.mark.parametrize("calendar", CALENDARS, ids=str)
def test_numpy_says_the_same_of_every_day(calendar: ib.Calendar) -> None:
    ours = np.array([calendar.is_working_day(day) for day in start_days()])
    assert len(ours) == 14_975
    assert (ours == np.is_busday(STARTS, holidays=closed(calendar))).all()


@pytest.mark.parametrize("calendar", CALENDARS, ids=str)
@pytest.mark.parametrize("n", [1, 2, 10, 20, 261])
def test_numpy_adds_the_same_to_every_day(calendar: ib.Calendar, n: int) -> None:
    ours = as_days([calendar.add(day, working_days=n) for day in start_days()])
    peer = np.busday_offset(STARTS, n, roll="preceding", holidays=closed(calendar))
    assert (ours == peer).all()


@pytest.mark.parametrize("calendar", CALENDARS, ids=str)
@pytest.mark.parametrize("n", [-1, -10, -20])
def test_numpy_goes_back_the_same_from_every_day(calendar: ib.Calendar, n: int) -> None:
    # Two months and a half in, since there are no days before 1995-01-01 to go back to.
    starts = STARTS[75:]
    ours = as_days([calendar.add(day, working_days=n) for day in start_days()[75:]])
    peer = np.busday_offset(starts, n, roll="following", holidays=closed(calendar))
    assert (ours == peer).all()


@pytest.mark.parametrize("calendar", CALENDARS, ids=str)
@pytest.mark.parametrize("apart", [0, 1, 7, 30, 400])
def test_numpy_counts_the_same_between_all_days(calendar: ib.Calendar, apart: int) -> None:
    later = dt.timedelta(days=apart)
    ours = np.array([calendar.count(day, day + later) for day in start_days()])
    peer = np.busday_count(STARTS + 1, STARTS + apart + 1, holidays=closed(calendar))
    assert (ours == peer).all()
    back = np.array([calendar.count(day + later, day) for day in start_days()])
    assert (back == -ours).all()


def test_difference_numpy_rolls_zero_working_days_and_we_do_not() -> None:
    saturday = dt.date(2026, 10, 24)
    assert ib.Calendar.legal().add(saturday, working_days=0) == saturday
    assert np.busday_offset(np.datetime64(saturday), 0, roll="preceding") == np.datetime64("2026-10-23")
    with pytest.raises(ValueError, match="Non-business day"):
        np.busday_offset(np.datetime64(saturday), 0)


def test_difference_numpy_counts_the_first_day_and_not_the_last() -> None:
    monday, tuesday = dt.date(2026, 10, 26), dt.date(2026, 10, 27)
    saturday, sunday = dt.date(2026, 10, 24), dt.date(2026, 10, 25)
    assert ib.Calendar.legal().count(sunday, monday) == 1
    assert np.busday_count(np.datetime64(sunday), np.datetime64(monday)) == 0
    # With the days the other way round it counts other days than forwards.
    assert np.busday_count(np.datetime64(saturday), np.datetime64(tuesday)) == 1
    assert np.busday_count(np.datetime64(tuesday), np.datetime64(saturday)) == -2
    assert ib.Calendar.legal().count(tuesday, saturday) == -ib.Calendar.legal().count(saturday, tuesday) == -2
