"""The half-open period: `Period`."""

from __future__ import annotations

import copy
import datetime as dt
import pickle

import inburgering as ib
import pytest

FIRST, LAST = dt.date(2025, 1, 1), dt.date(2026, 1, 1)
DAY = dt.timedelta(days=1)


def test_its_start_belongs_to_it_and_its_end_does_not() -> None:
    year = ib.Period(FIRST, LAST)
    for day, inside in [(FIRST - DAY, False), (FIRST, True), (FIRST + DAY, True), (LAST - DAY, True), (LAST, False)]:
        assert (day in year) is year.contains(day) is inside
    assert (year.start, year.until) == (FIRST, LAST)


def test_a_bound_may_be_open() -> None:
    assert dt.date.min in ib.Period(None, FIRST)
    assert dt.date.max in ib.Period(FIRST)
    assert dt.date.max in ib.Period()
    assert ib.Period(until=FIRST) == ib.Period(None, FIRST)
    assert ib.Period(start=FIRST).until is None


def test_a_period_may_be_empty() -> None:
    assert ib.Period(LAST, FIRST).is_empty
    assert ib.Period(FIRST, FIRST).is_empty
    assert not ib.Period(FIRST, FIRST + DAY).is_empty
    assert not ib.Period().is_empty


def test_the_days_of_both() -> None:
    year = ib.Period(FIRST, LAST)
    assert year.overlap(ib.Period(FIRST + DAY)) == ib.Period(FIRST + DAY, LAST)
    assert year.overlap(ib.Period(LAST)) is None
    assert year.overlap(ib.Period()) == year


def test_it_reads_as_what_it_is() -> None:
    assert repr(ib.Period(FIRST)) == "Period(datetime.date(2025, 1, 1), None)"
    assert str(ib.Period(FIRST, LAST)) == "from 2025-01-01, before 2026-01-01"
    assert str(ib.Period(FIRST)) == "from 2025-01-01"
    assert str(ib.Period(None, LAST)) == "before 2026-01-01"
    assert str(ib.Period()) == "always"


def test_a_period_is_a_value() -> None:
    for period in (ib.Period(), ib.Period(FIRST), ib.Period(FIRST, LAST)):
        assert pickle.loads(pickle.dumps(period)) == copy.deepcopy(period) == period
        assert hash(copy.copy(period)) == hash(period)
        assert ib.Period.from_json(period.to_json()) == period
    assert ib.Period(FIRST) != ib.Period(LAST)


def test_a_datetime_is_no_day() -> None:
    when = dt.datetime(2025, 1, 1)
    with pytest.raises(TypeError):
        ib.Period(when)
    with pytest.raises(TypeError):
        _ = when in ib.Period()
