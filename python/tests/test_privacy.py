"""No register number comes out where none was asked for: not in errors of others, and not out of a wrong place."""

from __future__ import annotations

import pickle
import subprocess
import sys

import duckdb
import inburgering as ib
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from public import WORDS
from samples import DATA, table

NUMBER = "85.07.30-901.33"


def says(error: BaseException) -> str:
    """Everything that an exception says and holds."""
    return f"{error}{error!r}{error.args}{vars(error)}{error.__cause__}{error.__context__}"


@pytest.mark.parametrize("name", WORDS)
def test_an_enum_does_not_repeat_what_is_no_word(name: str) -> None:
    with pytest.raises(ib.VocabularyError) as raised:
        WORDS[name](NUMBER)
    assert raised.value.code == "unknown_word"
    assert "85" not in says(raised.value)


def test_a_text_that_is_no_unicode_is_not_repeated() -> None:
    with pytest.raises(ib.InszError) as raised:
        ib.Insz(f"{NUMBER[:-1]}\ud800")
    assert "85" not in says(raised.value)


def test_text_that_is_not_utf8_is_a_problem_of_its_column() -> None:
    bad = pa.array([b"Herv\xe9", b"31005"]).view(pa.string())
    with pytest.raises(ib.ColumnsError) as columns:
        ib.columns.check_insz(bad)
    assert (columns.value.code, columns.value.argument) == ("invalid", "numbers")
    deaths = pa.table({"insz": bad, "died_on": pa.nulls(2)})
    with pytest.raises(ib.CaseloadError) as caseload:
        ib.Caseload(table(DATA / "dossiers.csv"), table(DATA / "residences.csv"), deaths)
    (problem,) = caseload.value.problems
    assert isinstance(problem, ib.ColumnProblem)
    assert (str(problem.table), problem.column, problem.code) == ("deaths", "insz", "invalid")


def test_what_another_library_says_is_not_passed_on() -> None:
    persons = pa.table({"insz": [NUMBER]})  # noqa: F841 - DuckDB finds it by its name
    relation = duckdb.connect().sql("select insz, cast(insz as date) as died_on from persons")
    with pytest.raises((ib.CaseloadError, TypeError)) as raised:
        ib.Caseload(table(DATA / "dossiers.csv"), table(DATA / "residences.csv"), relation)
    assert "85" not in says(raised.value)


def test_relations_of_one_connection_are_read_one_after_the_other() -> None:
    connection = duckdb.connect()
    for name in ("dossiers", "residences", "deaths", "replacements"):
        connection.register(name, table(DATA / f"{name}.csv"))
    relations = [connection.table(name) for name in ("dossiers", "residences", "deaths", "replacements")]
    caseload = ib.Caseload(*relations)
    assert caseload.rows[ib.InputTable.DOSSIERS] == len(table(DATA / "dossiers.csv"))


def test_extra_columns_of_pandas_may_hold_anything() -> None:
    deaths = table(DATA / "deaths.csv").to_pandas().assign(phone=["0479/12", 479], of=[object(), object()])
    caseload = ib.Caseload(table(DATA / "dossiers.csv"), table(DATA / "residences.csv"), deaths)
    assert caseload.rows[ib.InputTable.DEATHS] == 2


def test_a_pandas_column_of_several_types_is_named() -> None:
    deaths = pd.DataFrame({"insz": [85073090133, NUMBER], "died_on": [pd.NaT, pd.NaT]})
    with pytest.raises(TypeError, match="deaths: a DataFrame has values of no one type in insz;") as raised:
        ib.Caseload(table(DATA / "dossiers.csv"), table(DATA / "residences.csv"), deaths)
    assert "85" not in says(raised.value)


def test_a_class_derived_from_a_polars_frame_is_one() -> None:
    class Frame(pl.DataFrame):
        pass

    frame = Frame({"insz": [None], "died_on": [None]})
    caseload = ib.Caseload(table(DATA / "dossiers.csv"), table(DATA / "residences.csv"), frame, problems="set_aside")
    assert len(caseload.problems) == 2


def test_the_error_of_a_caseload_can_be_handed_to_another_process() -> None:
    with pytest.raises(ib.CaseloadError) as raised:
        ib.Caseload(pl.DataFrame({"insz": ["x"]}), table(DATA / "residences.csv"))
    error = pickle.loads(pickle.dumps(raised.value))
    assert (str(error), error.code, error.total) == (str(raised.value), "columns", 6)
    assert error.problems == tuple(str(problem) for problem in raised.value.problems)
    assert pickle.loads(pickle.dumps(error)).problems == error.problems


@pytest.mark.parametrize("first_row", [-1, 85073090133])
def test_a_number_in_place_of_the_first_row_is_not_repeated(first_row: int) -> None:
    with pytest.raises(
        ib.CaseloadError, match="rows cannot be numbered from there; give a first_row of 0 to"
    ) as raised:
        ib.Caseload(table(DATA / "dossiers.csv"), table(DATA / "residences.csv"), first_row=first_row)
    assert "850730" not in says(raised.value)


def run(program: str) -> str:
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True, timeout=120)
    return done.stdout


def test_the_module_loads_no_library_of_tables() -> None:
    program = "import inburgering, sys; print({'polars', 'pandas', 'pyarrow', 'numpy'} & set(sys.modules))"
    assert run(program) == "set()\n"


def test_a_library_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    column = ib.columns.check_insz(pl.Series([NUMBER]))
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(ModuleNotFoundError, match="polars is not installed; install it, or take another to_ method"):
        column.to_polars()


INTERRUPTED = """
import threading, signal, time, datetime as dt
import pyarrow as pa, inburgering as ib
signal.signal(signal.SIGINT, signal.default_int_handler)
schema = pa.schema([("insz", pa.string()), ("died_on", pa.date32())])
def batches():
    for _ in range(200):
        time.sleep(0.01)
        yield pa.record_batch([pa.array(["85.07.30-901.33"]), pa.array([dt.date(2025, 1, 1)])], schema=schema)
endless = pa.RecordBatchReader.from_batches(schema, batches())
threading.Timer(0.3, lambda: signal.raise_signal(signal.SIGINT)).start()
try:
    ib.Caseload(endless, endless)
except KeyboardInterrupt:
    print("interrupted")
"""


def test_a_table_that_python_makes_can_be_interrupted_and_the_program_ends_well() -> None:
    assert run(INTERRUPTED) == "interrupted\n"
