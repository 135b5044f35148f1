"""Checking a column of register numbers with birth dates: in numpy, polars and DuckDB, and with python-stdnum.

A number is valid if it has the dotted form, check digits of one century, a sequence that is issued, and tells of the
birth, as far as it tells it, what the birth date beside it says; so its date is one that exists.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

import duckdb
import numpy as np
import numpy.typing as npt
import polars as pl
from stdnum.be import bis, nn

from .data import register_numbers

Flags = npt.NDArray[np.bool_]


class Numbers(NamedTuple):
    """Numbers in the dotted form with birth dates; one in fifty has another digit, one in fifty another date."""

    text: pl.Series
    born: pl.Series


def some_numbers(count: int, seed: int = 1) -> Numbers:
    """So many numbers with birth dates."""
    text, born = register_numbers(count, seed)
    rng = np.random.default_rng(seed)
    born = born + np.where(rng.random(count) < 0.02, rng.integers(-400, 400, count), 0)
    rows = np.frombuffer("".join(text).encode(), np.uint8).reshape(count, 15).copy()
    wrong = np.flatnonzero(rng.random(count) < 0.02)
    rows[wrong, rng.choice([0, 1, 3, 4, 6, 7, 9, 10, 11, 13, 14, 2, 8], len(wrong))] = rng.choice(
        list(b"0123456789.-"), len(wrong)
    )
    bare = rows.tobytes().decode()
    return Numbers(pl.Series([bare[at : at + 15] for at in range(0, len(bare), 15)]), pl.Series(born))


FIRST_DAY = np.datetime64("1890-01-01")
EVERY_DAY = np.arange(FIRST_DAY, np.datetime64("2110-01-01"))
CIVIL = np.array([int(f"{day:%Y%m%d}") for day in EVERY_DAY.tolist()], np.int32)
"""Year, month and day of every day as one integer: finding it here is faster than working it out."""
BLOCK = 1 << 15
"""So many rows stay in the cache from one step to the next."""


def by_numpy(text: npt.NDArray[np.bytes_], born: npt.NDArray[np.datetime64]) -> Flags:
    """The rows of bytes as digits, and arithmetic on columns of a block of rows."""
    rows = text.view(np.uint8).reshape(len(text), 15)
    found = np.empty(len(text), np.bool_)
    for at in range(0, len(text), BLOCK):
        found[at : at + BLOCK] = _block(rows[at : at + BLOCK], born[at : at + BLOCK])
    return found


def _block(rows: npt.NDArray[np.uint8], born: npt.NDArray[np.datetime64]) -> Flags:
    columns = np.ascontiguousarray(rows.T)
    digits = columns - np.uint8(ord("0"))
    form = (columns[2] == ord(".")) & (columns[5] == ord(".")) & (columns[8] == ord("-")) & (columns[12] == ord("."))
    form &= np.maximum.reduce(digits[[0, 1, 3, 4, 6, 7, 9, 10, 11, 13, 14]]) <= 9
    year, month, day, check = (digits[i] * np.uint8(10) + digits[i + 1] for i in (0, 3, 6, 13))
    sequence = digits[9] * np.uint32(100) + digits[10] * np.uint8(10) + digits[11]
    date = (year * np.uint32(100) + month) * np.uint32(100) + day
    rest = (date * np.uint32(1000) + sequence) % np.uint32(97)
    # The two thousand millions that go before the digits of the other century leave 68.
    of_1900, of_2000 = 97 - rest == check, 97 - (rest + 68) % np.uint32(97) == check
    month = month - np.where(month >= 40, np.uint8(40), np.where(month >= 20, np.uint8(20), np.uint8(0)))
    civil = CIVIL[(born - FIRST_DAY).view(np.int64)]
    birth_month, of_birth = np.divmod(civil, 100)
    birth_year, birth_month = np.divmod(birth_month, 100)
    unknown = (year == 0) & (month == 0) & (day > 0)
    same = (month == 0) | ((month == birth_month) & ((day == 0) | (day == of_birth)))
    same &= np.where(of_1900, np.int32(1900), np.int32(2000)) + year == birth_year
    issued = (sequence > 0) & (sequence < 999) & (month <= 12)
    found: Flags = form & (of_1900 | of_2000) & issued & (unknown | same)
    return found


def _word(bits: int) -> pl.Expr:
    return pl.lit(bits, pl.UInt64)


def by_polars(text: pl.Series, born: pl.Series) -> pl.Series:
    """Expressions on the bytes of the text, eight at a time."""
    rows = pl.LazyFrame({"text": text, "born": born})
    binary = pl.col("text").cast(pl.Binary)
    words = {
        name: binary.bin.slice(at, 8).bin.reinterpret(dtype=pl.UInt64, endianness="big")
        for name, at in (("date", 0), ("rest", 7))
    }
    date, rest = pl.col("date") & 0x0F0F_000F_0F00_0F0F, pl.col("rest") & 0x0000_0F0F_0F00_0F0F
    pairs, others = date // 256 * 10 + date, rest // 256 * 10 + rest
    # A byte is a digit where its upper half is that of the digits, and adding six does not leave it.
    marks = (pl.col("date") & _word(0xF0F0_FFF0_F0FF_F0F0) == 0x3030_2E30_302E_3030) & (
        pl.col("rest") & _word(0xF0FF_F0F0_F0FF_F0F0) == 0x302D_3030_302E_3030
    )
    decimal = (date + 0x0606_0006_0600_0606) & 0x1010_0010_1000_1010 == 0
    decimal &= (rest + 0x0000_0606_0600_0606) & 0x0000_1010_1000_1010 == 0
    parts = {
        "year": pairs // 2**48 & 0xFF,
        "month": pairs // 2**24 & 0xFF,
        "day": pairs & 0xFF,
        "sequence": rest // 2**40 * 100 + (others // 2**24 & 0xFF),
        "check": (others & 0xFF).cast(pl.Int32),
    }
    year, month, day, sequence = (pl.col(name).cast(pl.Int32) for name in ("year", "month", "day", "sequence"))
    nine = ((year * 100 + month) * 100 + day) * 1000 + sequence
    # The two thousand millions that go before the digits of the other century leave 68.
    of_1900 = 97 - pl.col("left") == pl.col("check")
    of_2000 = 97 - (pl.col("left") + 68) % 97 == pl.col("check")
    plain = month - pl.when(month >= 40).then(40).when(month >= 20).then(20).otherwise(0)
    same_day = (day == 0) | (day == pl.col("born").dt.day())
    same = (year + pl.when(of_1900).then(1900).otherwise(2000) == pl.col("born").dt.year()) & (
        (plain == 0) | ((plain == pl.col("born").dt.month()) & same_day)
    )
    unknown = (year == 0) & (plain == 0) & (day > 0)
    issued = (sequence > 0) & (sequence < 999) & (plain <= 12)
    form = (pl.col("text").str.len_bytes() == 15) & marks & decimal
    checked = rows.with_columns(**words).with_columns(form=form, **parts).with_columns(left=nine % 97)
    return checked.select(valid=pl.col("form") & (of_1900 | of_2000) & issued & (unknown | same)).collect().to_series()


DUCKDB = """
    with part as (
        select
            born,
            regexp_full_match(text, '[0-9]{2}[.][0-9]{2}[.][0-9]{2}-[0-9]{3}[.][0-9]{2}') as form,
            if(form, text[1:2], '0')::int as year, if(form, text[4:5], '0')::int as month,
            if(form, text[7:8], '0')::int as day, if(form, text[10:12], '0')::int as sequence,
            if(form, text[14:15], '0')::int as digits,
            month - case when month >= 40 then 40 when month >= 20 then 20 else 0 end as plain,
            ((year::bigint * 100 + month) * 100 + day) * 1000 + sequence as nine,
            97 - nine % 97 = digits as of_1900,
            97 - (nine + 2000000000) % 97 = digits as of_2000
        from number
    )
    select form and (of_1900 or of_2000) and sequence > 0 and sequence < 999 and plain <= 12 and (
        (year = 0 and plain = 0 and day > 0)
        or (
            year + if(of_1900, 1900, 2000) = year(born)
            and (plain = 0 or (plain = month(born) and (day = 0 or day = day(born))))
        )
    ) as valid
    from part
"""


def loaded(numbers: Numbers) -> duckdb.DuckDBPyConnection:
    """The numbers in a database in memory."""
    connection = duckdb.connect(config={"threads": pl.thread_pool_size()})
    connection.register("given", pl.DataFrame({"text": numbers.text, "born": numbers.born}).to_arrow())
    connection.execute("create table number as from given")
    return connection


def by_duckdb(connection: duckdb.DuckDBPyConnection) -> pl.Series:
    """One query on the table of numbers."""
    return pl.Series(connection.sql(DUCKDB).to_arrow_table()["valid"])


def by_stdnum(text: list[str], born: list[dt.date]) -> list[bool]:
    """One number after the other; it tells a date only where the number tells the day."""
    return [
        module is not None and (date is None or date == day)
        for number, day in zip(text, born, strict=True)
        for module in [nn if nn.is_valid(number) else bis if bis.is_valid(number) else None]
        for date in [module.get_birth_date(number) if module else None]
    ]
