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
    if hasattr(placed, "listed"):
        return placed.listed(code)
    return _columns(placed.answers(code).to_polars()).drop("municipality")


def all_lists(caseload: ib.Caseload, on: dt.date) -> Any:
    """Everybody on a list on a day."""
    placed = caseload.place(on=on)
    return placed.listed() if hasattr(placed, "listed") else _listed(placed)


def one_shot(tables: dict[str, pa.Table], on: dt.date) -> Any:
    """Everybody on a list on a day, from the input tables."""
    if hasattr(ib, "lists"):
        return ib.lists(**tables, on=on)
    return _listed(ib.Caseload(**tables).place(on=on))


def built(tables: dict[str, pa.Table], on: dt.date) -> Any:
    """The caseload, up to its first answer."""
    caseload = ib.Caseload(**tables)
    return caseload.place(on=on).counts()


def answers(caseload: ib.Caseload, on: dt.date) -> pl.DataFrame:
    """Everybody's answer with its reasons."""
    return caseload.place(on=on).answers().to_polars()


def periods(caseload: ib.Caseload, on: dt.date) -> pl.DataFrame:
    """The periods in which somebody is on a list."""
    if hasattr(caseload, "periods"):
        return pl.DataFrame(caseload.periods())
    always = {"valid_from": pl.lit(on), "valid_until": pl.lit(None, pl.Date)}
    return _listed(caseload.place(on=on)).with_columns(**always)


def _listed(placed: ib.Placed) -> pl.DataFrame:
    return _columns(placed.answers().to_polars().filter(answer="eligible"))


def _columns(eligible: pl.DataFrame) -> pl.DataFrame:
    return eligible.select("municipality", "insz", "contract_signed", "attest_obtained").sort("municipality", "insz")


def checked(numbers: pa.Array, born: pa.Array) -> Any:
    """Which numbers are valid and agree with the birth date beside them."""
    try:
        return ib.columns.check_insz(numbers, born=born)  # type: ignore[call-arg]
    except TypeError:
        return pl.Series([_one(number, day) for number, day in zip(numbers.to_pylist(), born.to_pylist(), strict=True)])


def _one(number: str, born: dt.date) -> str:
    try:
        ib.Insz(number).check_birth_date(born)
        return "valid"
    except ib.InszError as error:
        return error.code
