"""The same tables from every library, and in every type that is read, give the same answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import duckdb
import inburgering as ib
import nanoarrow as na
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from tables import ANSWERS, COLUMNS, DOSSIERS, ON, ROWS, arrow, is_day

Maker = Callable[[pa.Table], Any]


def numpy_backed(table: pa.Table) -> pd.DataFrame:
    frame = pd.DataFrame({name: table[name].to_pylist() for name in table.column_names})
    for name in frame.columns:
        if is_day(name):
            frame[name] = pd.to_datetime(frame[name])
    return frame


def duckdb_relation(table: pa.Table) -> Any:
    return duckdb.connect().from_arrow(table)


def duckdb_of_pandas(table: pa.Table) -> Any:
    # DuckDB then asks Python for the text while it runs.
    return duckdb.connect().from_df(numpy_backed(table))


MAKERS: dict[str, Maker] = {
    "pyarrow table": lambda table: table,
    "pyarrow batch": lambda table: table.combine_chunks().to_batches()[0],
    "pyarrow reader": lambda table: table.to_reader(),
    "pyarrow in parts": lambda table: pa.concat_tables([table.slice(0, 1), table.slice(1)]),
    "polars": lambda table: pl.DataFrame(table),
    "polars in parts": lambda table: pl.concat([pl.DataFrame(table)[:1], pl.DataFrame(table)[1:]], rechunk=False),
    "polars of Python objects": lambda table: pl.DataFrame(table.to_pydict()),
    "pandas, Arrow-backed": lambda table: table.to_pandas(types_mapper=pd.ArrowDtype),
    "pandas, NumPy-backed": numpy_backed,
    "pandas of Python objects": lambda table: pd.DataFrame(table.to_pydict()),
    "DuckDB": duckdb_relation,
    "DuckDB of pandas": duckdb_of_pandas,
    "nanoarrow array": lambda table: na.Array(table.combine_chunks().to_batches()[0]),
    "nanoarrow stream": lambda table: na.ArrayStream(table),
}


@pytest.mark.parametrize("library", MAKERS)
def test_every_library_gives_the_same_answers(library: str) -> None:
    made = {name: MAKERS[library](arrow(name, rows)) for name, rows in ROWS.items()}
    placed = ib.Caseload(**made).place(on=ON)
    assert placed.answers().to_pyarrow().to_pylist() == ANSWERS


@pytest.mark.parametrize("library", MAKERS)
def test_every_library_gets_the_answers(library: str) -> None:
    made = {name: MAKERS[library](arrow(name, rows)) for name, rows in ROWS.items()}
    answers = ib.Caseload(**made).place(on=ON).answers()
    codes = [row["municipality"] for row in ANSWERS]
    assert answers.to_polars()["municipality"].to_list() == codes
    assert [None if pd.isna(code) else code for code in answers.to_pandas()["municipality"]] == codes
    table = answers.to_pyarrow()
    assert duckdb.connect().from_arrow(table).filter("answer = 'eligible'").aggregate("count(*)").fetchall() == [(3,)]
    assert na.ArrayStream(answers).read_all().to_pylist() == ANSWERS


TEXTS: dict[str, pa.DataType] = {
    "utf8": pa.string(),
    "large_utf8": pa.large_string(),
    "string_view": pa.string_view(),
    "dictionary of 8": pa.dictionary(pa.int8(), pa.string()),
    "dictionary of 32": pa.dictionary(pa.int32(), pa.large_string()),
}
DAYS: dict[str, pa.DataType] = {
    "date32": pa.date32(),
    "date64": pa.date64(),
    **{f"timestamp {unit}": pa.timestamp(unit) for unit in ("s", "ms", "us", "ns")},
}


def with_types(*, text: pa.DataType | None = None, day: pa.DataType | None = None) -> dict[str, pa.Table]:
    made = {}
    for name, rows in ROWS.items():
        types = {column: day if is_day(column) else text for column in COLUMNS[name]}
        made[name] = arrow(name, rows, {column: of for column, of in types.items() if of is not None})
    return made


@pytest.mark.parametrize("of", TEXTS)
def test_every_type_of_text_is_read(of: str) -> None:
    answers = ib.Caseload(**with_types(text=TEXTS[of])).place(on=ON).answers()
    assert answers.to_pyarrow().to_pylist() == ANSWERS


@pytest.mark.parametrize("of", DAYS)
def test_every_type_of_day_is_read(of: str) -> None:
    answers = ib.Caseload(**with_types(day=DAYS[of])).place(on=ON).answers()
    assert answers.to_pyarrow().to_pylist() == ANSWERS


INTEGERS = [pa.int64(), pa.uint64()]
CODES = [*INTEGERS, pa.int32(), pa.uint32(), pa.uint16()]


@pytest.mark.parametrize("of", INTEGERS, ids=str)
def test_numbers_may_be_integers(of: pa.DataType) -> None:
    made = {name: arrow(name, rows) for name, rows in ROWS.items()}
    for name, table in made.items():
        for column in table.column_names:
            if column.startswith("insz"):
                digits = [int(text.replace(".", "").replace("-", "")) for text in table[column].to_pylist()]
                table = table.set_column(table.column_names.index(column), column, pa.array(digits, of))
        made[name] = table
    assert ib.Caseload(**made).place(on=ON).answers().to_pyarrow().to_pylist() == ANSWERS


@pytest.mark.parametrize("of", CODES, ids=str)
def test_codes_may_be_integers(of: pa.DataType) -> None:
    made = {name: arrow(name, rows) for name, rows in ROWS.items()}
    for name, column in (("dossiers", "contract_municipality"), ("residences", "municipality")):
        codes = [None if code is None else int(code) for code in made[name][column].to_pylist()]
        at = made[name].column_names.index(column)
        made[name] = made[name].set_column(at, column, pa.array(codes, of))
    assert ib.Caseload(**made).place(on=ON).answers().to_pyarrow().to_pylist() == ANSWERS


def test_extra_columns_are_not_read() -> None:
    made = {name: arrow(name, rows) for name, rows in ROWS.items()}
    odd = pl.DataFrame(made["dossiers"]).with_columns(
        notes=pl.Series([[None]] * len(DOSSIERS)), remarks=None, thing=pl.Series([object()] * len(DOSSIERS))
    )
    made["residences"] = made["residences"].append_column("year", pa.array([2025] * 5))
    answers = ib.Caseload(**(made | {"dossiers": odd})).place(on=ON).answers()
    assert answers.to_pyarrow().to_pylist() == ANSWERS


def refused(**given: Any) -> str:
    made: dict[str, Any] = {name: arrow(name, rows) for name, rows in ROWS.items()}
    with pytest.raises(ib.CaseloadError) as caught:
        ib.Caseload(**(made | given))
    assert caught.value.code in {"columns", "unreadable"}
    return str(caught.value)


def test_types_that_are_not_read() -> None:
    dossiers = arrow("dossiers", DOSSIERS)

    def as_type(column: str, of: pa.DataType) -> str:
        at = dossiers.column_names.index(column)
        return refused(dossiers=dossiers.set_column(at, column, pa.nulls(len(dossiers), of)))

    assert as_type("registered_on", pa.string()) == (
        "1 column cannot be read; mend the tables:\n"
        "  dossiers, column registered_on: the type is Utf8; a day is Date32, Date64 or a Timestamp without a time "
        "zone; convert the text to dates first"
    )
    assert "the day of an instant depends on the zone" in as_type("closed_on", pa.timestamp("us", "Europe/Brussels"))
    assert "the type is Float64; a register number is text" in as_type("insz", pa.float64())
    assert "eleven digits do not fit" in as_type("insz", pa.int32())
    assert "the type is Float64; a municipality code is text" in as_type("contract_municipality", pa.float64())
    assert "the type is Int64; allowed is text" in as_type("dossier", pa.int64())


def test_a_time_of_day_is_no_day() -> None:
    deaths = pl.DataFrame({"insz": ["95.05.05-905.05"], "died_on": ["2025-11-03T12:00:00"]})
    deaths = deaths.with_columns(pl.col("died_on").str.to_datetime())
    assert refused(deaths=deaths) == (
        '1 cell cannot be read; mend the rows, or set them aside with problems="set_aside":\n'
        "  deaths, row 0, column died_on: a time of day where a day is meant; give the day alone"
    )


def test_columns_that_are_missing_or_repeated() -> None:
    dossiers = arrow("dossiers", DOSSIERS)
    twice = pa.table([dossiers["insz"], *dossiers.columns], ["insz", *dossiers.column_names])
    assert "the table has 2 columns of this name; keep one" in refused(dossiers=twice)
    without = dossiers.drop_columns(["closed_on"])
    with pytest.raises(ib.CaseloadError) as caught:
        ib.Caseload(without, pl.DataFrame())
    assert caught.value.code == "columns"
    assert caught.value.total == 5
    missing = [(str(problem.table), problem.column) for problem in caught.value.problems]
    assert missing == [("dossiers", "closed_on"), *(("residences", column) for column in COLUMNS["residences"])]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"insz": []}, "dossiers: a dict was given where a table is meant"),
        ([], "dossiers: a list was given where a table is meant"),
        ("dossiers.csv", "dossiers: a str was given where a table is meant"),
        (pl.LazyFrame(), "dossiers: a LazyFrame was given where a table is meant"),
        (pl.Series(["a"]), "dossiers: a Series has no columns that can be read"),
        (pa.array(["a"]), "dossiers: a StringArray has no columns that can be read"),
    ],
    ids=lambda given: type(given).__name__,
)
def test_what_is_no_table(given: Any, said: str) -> None:
    with pytest.raises(TypeError, match="give a polars, pandas, pyarrow or DuckDB table") as caught:
        ib.Caseload(given, arrow("residences", ()))
    assert str(caught.value).startswith(said)
    assert str(caught.value).endswith("collect() it first") is isinstance(given, pl.LazyFrame)


def test_a_library_that_stops_half_way_is_told_without_its_words() -> None:
    def batches() -> Any:
        yield from arrow("dossiers", DOSSIERS).to_batches()
        raise ValueError("85.07.30-901.33 is too much for me")

    dossiers = pa.RecordBatchReader.from_batches(arrow("dossiers", ()).schema, batches())
    with pytest.raises(ib.CaseloadError, match="dossiers: the library of the table stopped") as caught:
        ib.Caseload(dossiers, arrow("residences", ()))
    assert caught.value.code == "stopped"
    assert "901" not in str(caught.value)
