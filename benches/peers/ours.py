"""The library's side of each job, up to an Arrow table or column."""

from __future__ import annotations

import datetime as dt
from typing import Any

import inburgering as ib
import polars as pl
import pyarrow as pa

from .data import Tables


def arrow(tables: Tables) -> dict[str, pa.Table]:
    """The input tables as Arrow tables, by name."""
    return {name: table.to_arrow() for name, table in tables._asdict().items()}


def one_list(placed: ib.Placed, code: str) -> Any:
    """The list of one municipality."""
    return placed.listed(code)


def all_lists(caseload: ib.Caseload, on: dt.date) -> Any:
    """Everybody on a list on a day."""
    return caseload.place(on=on).listed()


def one_shot(tables: dict[str, pa.Table], on: dt.date) -> Any:
    """Everybody on a list on a day, from the input tables."""
    return ib.lists(**tables, on=on)


def built(tables: dict[str, pa.Table], on: dt.date) -> Any:
    """The caseload, up to its first answer."""
    caseload = ib.Caseload(**tables)
    return caseload.place(on=on).counts()


def answers(caseload: ib.Caseload, on: dt.date) -> Any:
    """Everybody's answer with its reasons."""
    return caseload.place(on=on).answers()


def periods(caseload: ib.Caseload) -> pl.DataFrame:
    """The periods in which somebody is on a list."""
    return pl.DataFrame(caseload.periods())


def checked(numbers: pa.Array, born: pa.Array) -> Any:
    """Which numbers are valid and agree with the birth date beside them."""
    return ib.columns.check_insz(numbers, born=born)
