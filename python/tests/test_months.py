"""The number of months of a term: `Months`, `MonthsError`."""

from __future__ import annotations

import copy
import datetime as dt
import pickle

import inburgering as ib
import pytest


def test_months_after_a_day() -> None:
    assert ib.Months(12).after(dt.date(2024, 2, 29)) == dt.date(2025, 2, 28)
    assert ib.Months(1).after(dt.date(2026, 1, 31)) == dt.date(2026, 2, 28)
    assert ib.Months.FIVE_YEARS.after(dt.date(2024, 6, 16)) == dt.date(2029, 6, 16)
    with pytest.raises(OverflowError):
        ib.Months.YEAR.after(dt.date(9999, 1, 1))
    with pytest.raises(TypeError):
        ib.Months.YEAR.after(dt.datetime(2024, 1, 1))


def test_months_read_as_what_they_are() -> None:
    assert ib.Months(12) == ib.Months.YEAR
    assert (str(ib.Months(1)), ib.Months(1).dutch, ib.Months(60).dutch) == ("1 month", "1 maand", "60 maanden")
    assert repr(ib.Months(12)) == "Months(12)"
    assert int(ib.Months(12)) == 12
    assert ib.Months(ib.Months(12)) == ib.Months(12)
    assert ib.Months(2) < ib.Months(10)
    assert pickle.loads(pickle.dumps(ib.Months(12))) == copy.deepcopy(ib.Months(12)) == ib.Months(12)
    assert hash(ib.Months(12)) == hash(ib.Months.YEAR)


@pytest.mark.parametrize("number", [0, 1201, -3, 999_999])
def test_a_number_that_is_no_term(number: int) -> None:
    with pytest.raises(ib.MonthsError) as caught:
        ib.Months(number)
    assert (caught.value.code, caught.value.months) == ("out_of_range", number)
    assert str(caught.value) == f"a term of {number} months was given; 1 to 1200 months are allowed"
    assert isinstance(caught.value, ValueError)


@pytest.mark.parametrize("number", [10**6, 85073090133, 10**30])
def test_a_number_of_many_digits_is_not_shown(number: int) -> None:
    with pytest.raises(ib.MonthsError) as caught:
        ib.Months(number)
    assert caught.value.months is None
    assert str(number) not in f"{caught.value!s}{caught.value!r}"
    assert f"a term of months with {len(str(number))} digits was given" in str(caught.value)


def test_the_first_and_the_last_term() -> None:
    assert ib.Months.MAX == 1200
    assert int(ib.Months(1)) == 1
    assert int(ib.Months(1200)) == 1200
    with pytest.raises(TypeError):
        ib.Months(1.5)  # type: ignore[arg-type]
