"""The peers on columns say what the library says of each value."""

from __future__ import annotations

import datetime as dt

import inburgering as ib
import numpy as np
import pandas as pd
import polars as pl
from peers import numbers, ours, working_days

DAYS = working_days.some_days(3_000)
DUE = ib.columns.add_working_days(pl.Series(DAYS), 20).to_polars()


def test_working_days_are_added_as_the_library_does() -> None:
    for peer in (working_days.Numpy(), working_days.NumpyTable()):
        assert pl.Series(peer.add(DAYS, 20)).equals(DUE)
    assert working_days.Polars().add(pl.Series(DAYS), 20).equals(DUE)
    few = working_days.Pandas().add(pd.DatetimeIndex(DAYS[:300]), 20)
    assert [day.date() for day in few] == DUE[:300].to_list()


def test_other_numbers_of_working_days_are_added_as_the_library_does() -> None:
    each = np.random.default_rng(5).integers(1, 60, len(DAYS))
    due = ib.columns.add_working_days(pl.Series(DAYS), pl.Series(each)).to_polars()
    for peer in (working_days.Numpy(), working_days.NumpyTable()):
        assert pl.Series(peer.add(DAYS, each)).equals(due)
    assert working_days.Polars().add(pl.Series(DAYS), pl.Series(each)).equals(due)


def test_working_days_are_counted_as_the_library_does() -> None:
    until = working_days.some_later(DAYS)
    counted = ib.columns.count_working_days(pl.Series(DAYS), pl.Series(until)).to_polars().to_list()
    for peer in (working_days.Numpy(), working_days.NumpyTable()):
        assert peer.count(DAYS, until).tolist() == counted
    assert working_days.Polars().count(pl.Series(DAYS), pl.Series(until)).to_list() == counted


def odd_numbers() -> numbers.Numbers:
    """Every month and day, both centuries, and texts of other forms, each with a birth date that agrees or nearly."""
    texts, born = [], []
    for year, month, day, sequence, prefix in [
        (year, month, day, sequence, prefix)
        for year in (0, 1, 84)
        for month in (*range(14), 20, 22, 32, 33, 40, 42, 45, 52, 53, 60, 99)
        for day in (0, 1, 28, 29, 30, 31, 32, 99)
        for sequence in (0, 901, 999)
        for prefix in ("", "2")
    ]:
        nine = f"{year:02}{month:02}{day:02}{sequence:03}"
        check = 97 - int(prefix + nine) % 97
        text = f"{nine[:2]}.{nine[2:4]}.{nine[4:6]}-{nine[6:]}.{check:02}"
        plain = month - (40 if month >= 40 else 20 if month >= 20 else 0)
        first = dt.date((2000 if prefix else 1900) + year, min(max(plain, 1), 12), min(max(day, 1), 28))
        for off in (0, 1, 2, 40, 400):
            texts.append(text)
            born.append(first + dt.timedelta(days=off))
    for text in ("85.07.30-901.3", "85.07.30-901.333", "85-07.30-901.33", "85.07.30.901.33", "", "8:.07.30-901.33"):
        texts.append(text)
        born.append(dt.date(1985, 7, 30))
    return numbers.Numbers(pl.Series(texts), pl.Series(born))


def test_numbers_are_checked_as_the_library_does() -> None:
    for given in (numbers.some_numbers(5_000), odd_numbers()):
        expected = (pl.Series(ours.checked(given.text.to_arrow(), given.born.to_arrow())) == "valid").fill_null(False)
        assert 0.01 < expected.sum() / len(expected) < 0.99
        assert numbers.by_polars(*given).fill_null(False).equals(expected)
        assert numbers.by_duckdb(numbers.loaded(given)).equals(expected)
        form = given.text.str.len_bytes() == 15
        text = np.array(given.text.filter(form).to_list(), "S15")
        assert numbers.by_numpy(text, given.born.filter(form).to_numpy()).tolist() == expected.filter(form).to_list()


def test_stdnum_says_the_same_of_numbers_that_tell_the_day() -> None:
    given = numbers.some_numbers(3_000)
    telling = given.text.str.slice(6, 2) != "00"
    text, born = given.text.filter(telling), given.born.filter(telling)
    expected = pl.Series(ours.checked(text.to_arrow(), born.to_arrow())) == "valid"
    peer = pl.Series(numbers.by_stdnum(text.to_list(), born.to_list()))
    # It takes any sequence and form, and a day that the month has not as unknown; it is never stricter.
    unlike = text.filter(peer != expected)
    assert not (expected & ~peer).any()
    assert len(unlike) < 10
