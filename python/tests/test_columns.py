"""The functions for whole columns: what they take, what they give, and that they say what the scalars say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import inburgering as ib
import nanoarrow as na
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

NUMBERS = ["85.07.30-901.33", "85073090133", "85.07.30-901.34", "85.07.30", "", " 85.07.30-901.33 ", None]
CHECKED = ["valid", "valid", "check_digits", "length", None, "valid", None]
DAYS = [dt.date(2025, 7, 7), None, dt.date(2026, 10, 26)]

OF_LIBRARIES: list[Callable[[list[Any]], object]] = [
    pl.Series,
    pa.array,
    lambda values: pa.chunked_array([values[:2], [], values[2:]]),
    lambda values: pd.Series(values, dtype=pd.ArrowDtype(pa.array(values).type)),
    lambda values: na.c_array(pa.array(values)),
    lambda values: pa.array([None, *values])[1:],
]


@pytest.mark.parametrize("column", OF_LIBRARIES)
def test_columns_of_every_library_are_checked(column: Callable[[list[Any]], object]) -> None:
    assert ib.columns.check_insz(column(NUMBERS)).to_pyarrow().to_pylist() == CHECKED


@pytest.mark.parametrize("column", OF_LIBRARIES)
def test_working_days_are_added_to_columns_of_every_library(column: Callable[[list[Any]], object]) -> None:
    due = ib.columns.add_working_days(column(DAYS), 10)
    assert due.to_pyarrow().to_pylist() == [dt.date(2025, 7, 22), None, dt.date(2026, 11, 9)]
    assert due.schema == "date32"


@pytest.mark.parametrize(
    "of", [pa.string(), pa.large_string(), pa.string_view(), pa.dictionary(pa.int8(), pa.string())]
)
def test_every_text_type_is_taken(of: pa.DataType) -> None:
    column = pa.array(NUMBERS, pa.string()).cast(of)
    assert ib.columns.check_insz(column).to_pyarrow().to_pylist() == CHECKED


@pytest.mark.parametrize("of", [pa.int64(), pa.uint64()])
def test_numbers_may_be_integers(of: pa.DataType) -> None:
    column = pa.array([85073090133, 85073090134, 1123190446, None], of)
    assert ib.columns.check_insz(column).to_pyarrow().to_pylist() == ["valid", "check_digits", "valid", None]
    dotted = ["85.07.30-901.33", None, "01.12.31-904.46", None]
    assert ib.columns.dotted_insz(column).to_pyarrow().to_pylist() == dotted


def test_births_after_a_day_are_told() -> None:
    column = pl.Series(["25.03.20-902.43"])
    eve = dt.date(2025, 3, 19)
    assert ib.columns.check_insz(column, as_of=eve).to_polars().to_list() == ["born_after"]
    assert ib.columns.check_insz(column, as_of=dt.date(2025, 3, 20)).to_polars().to_list() == ["valid"]
    with pytest.raises(TypeError, match="datetime"):
        ib.columns.check_insz(column, as_of=dt.datetime(2025, 3, 19))


def test_numbers_are_compared_with_birth_dates() -> None:
    # Typed right, and with a 7 for the 1: of 1907. Then a birth date that is not known, and a number that is none.
    numbers = ["01.03.20-902.24", "07.03.20-902.24", "07.03.20-902.24", "07.03.20-902.25", None]
    born = [dt.date(2001, 3, 20), dt.date(2001, 3, 20), None, dt.date(2001, 3, 20), dt.date(2001, 3, 20)]
    expected = ["valid", "birth_date", "valid", "check_digits", None]
    for column in OF_LIBRARIES:
        checked = ib.columns.check_insz(column(numbers), born=column(born))
        assert checked.to_pyarrow().to_pylist() == expected
    for of in (pa.timestamp("us"), pa.date64()):
        checked = ib.columns.check_insz(pl.Series(numbers), born=pa.array(born).cast(of))
        assert checked.to_pyarrow().to_pylist() == expected
    as_of = ib.columns.check_insz(pl.Series(["25.03.20-902.43"]), as_of=dt.date(2025, 3, 19), born=pl.Series(born[:1]))
    assert as_of.to_polars().to_list() == ["born_after"]


@pytest.mark.parametrize("threads", [1, 2, None])
def test_the_words_do_not_depend_on_the_threads(threads: int | None) -> None:
    numbers = pl.Series(["85.07.30-901.33", "85.07.30-901.34", None] * 50_000)
    checked = ib.columns.check_insz(numbers, threads=threads).to_polars()
    assert checked.equals(pl.Series("check_insz", ["valid", "check_digits", None] * 50_000))


@pytest.mark.parametrize("threads", [0, -1, -85073090133])
def test_fewer_threads_than_one_are_refused(threads: int) -> None:
    with pytest.raises(ValueError, match="1 or more") as caught:
        ib.columns.check_insz(pl.Series(["85.07.30-901.33"]), threads=threads)
    assert str(threads).lstrip("-") not in str(caught.value).replace("1 or more", "")


def test_birth_dates_are_a_column_of_days() -> None:
    with pytest.raises(ib.ColumnsError, match="born: the type is") as raised:
        ib.columns.check_insz(pl.Series(["85.07.30-901.33"]), born=pl.Series(["1985-07-30"]))
    assert (raised.value.code, raised.value.argument) == ("mistyped", "born")
    with pytest.raises(ib.ColumnsError, match="1 and 2 rows"):
        ib.columns.check_insz(pl.Series(["85.07.30-901.33"]), born=pl.Series(DAYS[:2]))
    with pytest.raises(ib.ColumnsError, match="row 0: a time of day"):
        ib.columns.check_insz(pl.Series(["85.07.30-901.33"]), born=pl.Series([dt.datetime(1985, 7, 30, 12)]))
    with pytest.raises(TypeError, match="was given where a column is meant"):
        ib.columns.check_insz(pl.Series(["85.07.30-901.33"]), born=dt.date(1985, 7, 30))


def not_utf8(texts: list[bytes], of: pa.DataType) -> pa.Array:
    """Bytes that another program gives as text."""
    view = of == pa.string_view()
    buffers = pa.array(texts, pa.binary_view() if view else pa.binary()).buffers()
    return pa.Array.from_buffers(of, len(texts), buffers)


@pytest.mark.parametrize("of", [pa.string(), pa.string_view()])
def test_text_that_is_none_is_refused(of: pa.DataType) -> None:
    for bad in (b"\xff", b"85.07.30-901.\xff\xff", b"\xff" * 11, b"\xff" * 40):
        column = not_utf8([b"85.07.30-901.33", bad], of)
        for call in (
            ib.columns.check_insz,
            ib.columns.dotted_insz,
            lambda column: ib.columns.current_municipality(column, on=dt.date(2026, 1, 1)),
        ):
            with pytest.raises(ib.ColumnsError) as raised:
                call(column)
            assert raised.value.code == "invalid"
        # So it is where the rows are many.
        many = not_utf8([b"44021"] * 5_000 + [bad], of)
        with pytest.raises(ib.ColumnsError) as raised:
            ib.columns.current_municipality(many, on=dt.date(2026, 1, 1))
        assert raised.value.code == "invalid"


@given(st.lists(st.one_of(st.none(), st.text(alphabet="0123456789.- ", max_size=16), st.sampled_from(NUMBERS))))
def test_a_column_is_checked_as_its_numbers_are(texts: list[str | None]) -> None:
    def checked(text: str | None) -> str | None:
        if text is None or not text.strip():
            return None
        try:
            ib.Insz(text)
        except ib.InszError as error:
            return error.code
        return "valid"

    column = ib.columns.check_insz(pl.Series(texts, dtype=pl.String))
    assert column.to_polars().to_list() == [checked(text) for text in texts]


IN_CALENDAR = st.dates(dt.date(1996, 1, 1), dt.date(2098, 12, 31))
CALENDARS = [
    ib.Calendar.legal(),
    ib.Calendar.flemish_government(),
    ib.Calendar.flemish_government_year_end().with_closing_days([dt.date(2025, 12, 24)]),
]


@given(st.lists(st.tuples(st.none() | IN_CALENDAR, st.none() | st.integers(-200, 200))), st.sampled_from(CALENDARS))
def test_working_days_are_added_as_one_by_one(
    rows: list[tuple[dt.date | None, int | None]], calendar: ib.Calendar
) -> None:
    days, terms = [day for day, _ in rows], [term for _, term in rows]
    column = ib.columns.add_working_days(
        pl.Series(days, dtype=pl.Date), pl.Series(terms, dtype=pl.Int16), calendar=calendar
    )
    assert column.to_polars().to_list() == [
        None if day is None or term is None else calendar.add(day, working_days=term) for day, term in rows
    ]


@given(st.lists(st.tuples(st.none() | IN_CALENDAR, st.none() | IN_CALENDAR)), IN_CALENDAR, st.sampled_from(CALENDARS))
def test_working_days_are_counted_as_one_by_one(
    rows: list[tuple[dt.date | None, dt.date | None]], one: dt.date, calendar: ib.Calendar
) -> None:
    a, b = (pl.Series([row[at] for row in rows], dtype=pl.Date) for at in (0, 1))

    def count(a: dt.date | None, b: dt.date | None) -> int | None:
        return None if a is None or b is None else calendar.count(a, b)

    counted = ib.columns.count_working_days(a, b, calendar=calendar).to_polars().to_list()
    assert counted == [count(*row) for row in rows]
    counted = ib.columns.count_working_days(one, b, calendar=calendar).to_polars().to_list()
    assert counted == [count(one, row[1]) for row in rows]
    counted = ib.columns.count_working_days(a, one, calendar=calendar).to_polars().to_list()
    assert counted == [count(row[0], one) for row in rows]


@pytest.mark.parametrize("on", [dt.date(2024, 12, 31), dt.date(2025, 1, 1), dt.date(2026, 1, 1)])
def test_codes_are_carried_as_one_by_one(on: dt.date) -> None:
    codes = sorted({municipality.code for municipality in ib.municipalities(on=dt.date(2018, 12, 31))})
    expected = [ib.municipality(code).current(on=on).code for code in codes]
    assert ib.columns.current_municipality(pl.Series(codes), on=on).to_polars().to_list() == expected
    as_integers = pa.array([int(code) for code in codes], pa.int32())
    assert ib.columns.current_municipality(as_integers, on=on).to_pyarrow().to_pylist() == expected


@pytest.mark.parametrize("null", [pl.Series([None, None]), pa.nulls(2), pl.Series([None, None], dtype=pl.String)])
def test_what_is_null_throughout_stays_null(null: object) -> None:
    for column in (
        ib.columns.check_insz(null),
        ib.columns.dotted_insz(null),
        ib.columns.current_municipality(null, on=dt.date(2026, 1, 1)),
    ):
        assert column.to_pyarrow().to_pylist() == [None, None]
        assert column.schema == "utf8"


@pytest.mark.parametrize("days", [pl.Series([None, None]), pa.nulls(2), pl.Series([None, None], dtype=pl.Date)])
def test_days_that_are_null_throughout_stay_null(days: object) -> None:
    assert ib.columns.add_working_days(days, 10).to_pyarrow().to_pylist() == [None, None]
    assert ib.columns.add_working_days(pl.Series(DAYS[:2]), pl.Series([None, None])).to_polars().to_list() == [None] * 2
    assert ib.columns.count_working_days(days, dt.date(2026, 1, 1)).to_pyarrow().to_pylist() == [None, None]


def test_a_column_may_have_no_row() -> None:
    assert len(ib.columns.check_insz(pl.Series([], dtype=pl.String))) == 0
    assert len(ib.columns.check_insz(pa.chunked_array([], pa.string()))) == 0


@pytest.mark.parametrize(
    ("call", "code", "message"),
    [
        (
            lambda: ib.columns.check_insz(pl.Series(DAYS)),
            "mistyped",
            "numbers: the type is Date32; a register number is text (Utf8, LargeUtf8, Utf8View, or a dictionary of "
            "these), Int64 or UInt64; convert it first",
        ),
        (
            lambda: ib.columns.add_working_days(pl.Series(DAYS), pl.Series([1])),
            "lengths_differ",
            "the columns have 3 and 1 rows; give columns of one length, or one value for all rows",
        ),
        (
            lambda: ib.columns.current_municipality(pl.Series(["44021", "99999"]), on=dt.date(2026, 1, 1)),
            "rows",
            "1 rows cannot be answered, the first: row 1: no municipality has had the code 99999 since 1995-01-01; use "
            "one of the 620 NIS codes in Statbel's REFNIS; mend the rows, or make their cells null",
        ),
        (
            lambda: ib.columns.add_working_days(pl.Series([dt.datetime(2025, 7, 7, 12)]), 10),
            "rows",
            "1 rows cannot be answered, the first: row 0: a time of day where a day is meant; give the day alone; mend "
            "the rows, or make their cells null",
        ),
    ],
)
def test_what_cannot_be_answered_is_told(call: Callable[[], ib.Column], code: str, message: str) -> None:
    with pytest.raises(ib.ColumnsError) as raised:
        call()
    assert (raised.value.code, str(raised.value)) == (code, message)


def test_the_rows_are_listed_up_to_a_hundred_with_the_total() -> None:
    with pytest.raises(ib.ColumnsError) as raised:
        ib.columns.current_municipality(pl.Series(["85.07.30-901.33"] * 250), on=dt.date(2026, 1, 1))
    assert (len(raised.value.problems), raised.value.total) == (100, 250)
    assert [row for row, _ in raised.value.problems] == list(range(100))
    assert "85" not in str(raised.value)


@pytest.mark.parametrize(
    "what", [["85.07.30-901.33"], "85.07.30-901.33", None, np.array([1]), dt.date(2025, 1, 1), object()]
)
def test_what_is_no_column_is_refused_without_being_repeated(what: object) -> None:
    with pytest.raises(
        TypeError, match="was given where a column is meant; give a polars, pandas or pyarrow"
    ) as raised:
        ib.columns.check_insz(what)
    assert "85" not in str(raised.value)


def test_a_datetime_is_no_day() -> None:
    with pytest.raises(TypeError, match="datetime"):
        ib.columns.count_working_days(dt.datetime(2025, 1, 1), pl.Series(DAYS))
    with pytest.raises(TypeError, match="datetime"):
        ib.columns.current_municipality(pl.Series(["44021"]), on=dt.datetime(2025, 1, 1))


def test_a_day_outside_the_calendar_or_the_table_is_told() -> None:
    with pytest.raises(ib.CalendarError):
        ib.columns.count_working_days(dt.date(1994, 12, 31), pl.Series(DAYS))
    with pytest.raises(ib.MunicipalityError):
        ib.columns.current_municipality(pl.Series(["44021"]), on=dt.date(2100, 1, 1))


def test_a_column_shows_itself_without_its_values() -> None:
    column = ib.columns.dotted_insz(pl.Series(["85.07.30-901.33"]))
    assert repr(column) == "<inburgering.Column dotted_insz of 1 rows: utf8>"
    assert (column.name, len(column)) == ("dotted_insz", 1)
    assert column.to_pandas().name == "dotted_insz"
    assert isinstance(column.to_pandas().dtype, pd.ArrowDtype)
    assert na.c_array(column).length == 1
    assert pa.chunked_array(column).to_pylist() == ["85.07.30-901.33"]
    # Another type may be requested.
    assert pa.array(column, type=pa.large_string()).type == pa.large_string()
