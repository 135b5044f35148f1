"""A million dossiers and two and a half million spells, from polars to the answers and back."""

from __future__ import annotations

import datetime as dt
import tracemalloc

import inburgering as ib
import numpy as np
import polars as pl
import pytest

PERSONS = 1_000_000
ON = dt.date(2026, 1, 15)


def register_numbers(count: int) -> pl.Series:
    """Give so many valid numbers of synthetic persons, born 1940 to 1999, with the sequences 901 to 998."""
    at = np.arange(count)
    born = np.datetime64("1940-01-01") + at // 98
    year, month = born.astype("datetime64[Y]").astype(int) + 1970, born.astype("datetime64[M]").astype(int) % 12 + 1
    day = (born - born.astype("datetime64[M]")).astype(int) + 1
    nine = ((year % 100 * 100 + month) * 100 + day) * 1000 + 901 + at % 98
    return pl.Series("insz", nine * 100 + 97 - nine % 97)


@pytest.fixture(scope="module")
def tables() -> tuple[pl.DataFrame, pl.DataFrame]:
    numbers = register_numbers(PERSONS).to_frame().with_row_index("at")
    text = pl.col("insz").cast(pl.String)
    closed = pl.col("at") % 4 == 0
    dossiers = numbers.select(
        ("D-" + pl.col("at").cast(pl.String)).alias("dossier"),
        text.alias("insz"),
        pl.lit(dt.date(2024, 3, 4)).alias("registered_on"),
        pl.lit(dt.date(2024, 4, 8)).alias("contract_signed_on"),
        pl.lit("11002").alias("contract_municipality"),
        pl.when(closed).then(dt.date(2025, 2, 3)).alias("attest_obtained_on"),
        pl.lit(None, pl.Date).alias("closed_on"),
    )
    places = pl.Series(["44021", "46014", "44045", "21004", "62063"])
    moved = dt.date(2025, 1, 1)
    before, now = (
        numbers.select(
            text.alias("insz"),
            pl.lit(places).gather((pl.col("at") + shift) % len(places)).alias("municipality"),
            pl.lit(valid_from, pl.Date).alias("valid_from"),
            pl.lit(valid_until, pl.Date).alias("valid_until"),
        )
        for shift, valid_from, valid_until in ((0, dt.date(2024, 1, 1), moved), (0, moved, None))
    )
    still_before = before.gather_every(2).with_columns(valid_from=dt.date(2023, 1, 1), valid_until=dt.date(2024, 1, 1))
    return dossiers, pl.concat([before, now, still_before])


def test_a_million_dossiers_cross_without_an_object_for_each_row(tables: tuple[pl.DataFrame, pl.DataFrame]) -> None:
    dossiers, residences = tables
    assert (len(dossiers), len(residences)) == (1_000_000, 2_500_000)

    tracemalloc.start()
    placed = ib.Caseload(dossiers, residences).place(on=ON)
    answers = placed.answers()
    back = answers.to_polars()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    # One small object a row, kept, would be 28 MB. (One that is made and dropped at once would not be seen here; there
    # is no Python code between the columns and the answers.)
    assert peak < 2_000_000
    assert len(back) == PERSONS

    # Every fourth is closed and stays in Antwerpen; the others follow their residence, of five places in turn: Gent,
    # Lokeren and Moerbeke (one municipality since 2025), Brussels, and Liège, where nobody can be listed.
    at = np.arange(PERSONS)
    active = at % 4 != 0
    place = at % 5
    expected = {
        "11002": int((~active).sum()),
        "44021": int((active & (place == 0)).sum()),
        "46029": int((active & ((place == 1) | (place == 2))).sum()),
    }
    counted = back.filter(answer="eligible").group_by("municipality").len().sort("municipality")
    assert dict(counted.iter_rows()) == expected
    reasons = back.filter(answer="not_eligible").explode("reasons").group_by("reasons").len()
    assert dict(reasons.iter_rows()) == {
        "brussels_not_stated": int((active & (place == 3)).sum()),
        "outside_flanders": int((active & (place == 4)).sum()),
    }


def test_numbers_as_integers_give_the_same_answers(tables: tuple[pl.DataFrame, pl.DataFrame]) -> None:
    some = [table.head(20_000) for table in tables]
    as_integers = [table.with_columns(pl.col("insz").cast(pl.Int64)) for table in some]
    one, other = (ib.Caseload(*given).place(on=ON).answers().to_polars() for given in (some, as_integers))
    assert one.equals(other)
