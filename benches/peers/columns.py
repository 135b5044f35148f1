"""The jobs on columns: working days, and register numbers with birth dates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import inburgering as ib
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa

from . import numbers, ours, working_days
from .timing import Job


def working_day_jobs(count: int, sample: int) -> Iterator[Job]:
    """Adding working days to a column, and counting them between two."""
    days = working_days.some_days(count)
    until = working_days.some_later(days)
    each = np.random.default_rng(1).integers(1, 60, count)
    arrow, arrow_until, arrow_each = pa.array(days), pa.array(until), pa.array(each)
    frame, frame_until, frame_each = pl.Series(days), pl.Series(until), pl.Series(each)
    index = pd.DatetimeIndex(days[:sample])
    numpy, table = working_days.Numpy(), working_days.NumpyTable()
    polars, pandas = working_days.Polars(), working_days.Pandas()
    yield Job(
        "add 20 working days to a column of days",
        {
            "inburgering": lambda _: ib.columns.add_working_days(arrow, 20),
            "numpy": lambda _: numpy.add(days, 20),
            "numpy table look-up": lambda _: table.add(days, 20),
            "polars": lambda _: polars.add(frame, 20),
            "pandas": lambda _: pandas.add(index, 20),
        },
        _same_days,
        rows=count,
        scale={"pandas": count / sample},
    )
    yield Job(
        "add to each day its own number of working days",
        {
            "inburgering": lambda _: ib.columns.add_working_days(arrow, arrow_each),
            "numpy": lambda _: numpy.add(days, each),
            "numpy table look-up": lambda _: table.add(days, each),
            "polars": lambda _: polars.add(frame, frame_each),
        },
        _same_days,
        rows=count,
    )
    yield Job(
        "count the working days between two columns",
        {
            "inburgering": lambda _: ib.columns.count_working_days(arrow, arrow_until),
            "numpy": lambda _: numpy.count(days, until),
            "numpy table look-up": lambda _: table.count(days, until),
            "polars": lambda _: polars.count(frame, frame_until),
        },
        _same_counts,
        rows=count,
    )


def _same_days(answer: Any, other: Any) -> bool:
    one, two = (pl.Series(of).cast(pl.Date).rename("") for of in (answer, other))
    return one[: len(two)].equals(two)


def _same_counts(answer: Any, other: Any) -> bool:
    one, two = (pl.Series(of).cast(pl.Int64).rename("") for of in (answer, other))
    return one.equals(two)


def number_job(count: int, sample: int) -> Job:
    """Checking a column of numbers with birth dates."""
    given = numbers.some_numbers(count)
    text, born = given.text.to_arrow(), given.born.to_arrow()
    array, days = np.array(given.text.to_list(), "S15"), given.born.to_numpy()
    database = numbers.loaded(given)
    few, born_few = given.text[:sample].to_list(), given.born[:sample].to_list()

    def same(answer: Any, other: Any) -> bool:
        valid = (pl.Series(answer) == "valid").fill_null(False)
        if isinstance(other, list):
            # Where it is known to say otherwise it takes more: any sequence and form, and a day that there is not.
            peer = pl.Series(other)
            return not (valid[:sample] & ~peer).any() and bool((valid[:sample] != peer).sum() < 0.005 * sample)
        return valid.equals(pl.Series(other).fill_null(False))

    return Job(
        "check a column of register numbers with birth dates",
        {
            "inburgering": lambda _: ours.checked(text, born),
            "numpy": lambda _: numbers.by_numpy(array, days),
            "polars": lambda _: numbers.by_polars(*given),
            "duckdb": lambda _: numbers.by_duckdb(database),
            "python-stdnum": lambda _: numbers.by_stdnum(few, born_few),
        },
        same,
        rows=count,
        scale={"python-stdnum": count / sample},
    )
