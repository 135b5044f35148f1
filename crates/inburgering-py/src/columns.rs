//! The functions from columns to columns, which `inburgering.columns` offers.

use std::sync::Arc;

use inburgering as domain;
use inburgering_arrow::arrow_array::{Array, ArrayRef, NullArray};
use inburgering_arrow::columns::{self, ColumnsError, DayColumn, PerRow};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyDate, PyTuple};
use pyo3_arrow::input::AnyArray;

use crate::calendar::Calendar;
use crate::caseload::some_threads;
use crate::caseload::tables::library_of;
use crate::convert::Day;
use crate::errors::{Raise, exception};
use crate::quantity::Quantity;
use crate::table::Column;
use crate::work::bulk;

/// A column as it is given: an object with the Arrow PyCapsule interface.
pub(crate) struct Given(ArrayRef);

impl<'py> FromPyObject<'_, 'py> for Given {
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const INPUT_TYPE: pyo3::inspect::PyStaticExpr = pyo3::type_hint_identifier!("builtins", "object");

    fn extract(given: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if !given.hasattr("__arrow_c_array__")? && !given.hasattr("__arrow_c_stream__")? {
            return Err(no_column(&given, "was given where a column is meant")?);
        }
        if is_null_of_polars(&given)? {
            return Ok(Self(Arc::new(NullArray::new(given.len()?))));
        }
        let chunked = given.extract::<AnyArray>().and_then(|column| Ok(column.into_chunked_array()?));
        // The words of Arrow are not passed on: they may repeat what stands in the column.
        let Ok(chunked) = chunked else { return Err(no_column(&given, "has no column that can be read")?) };
        let (chunks, field) = chunked.into_inner();
        let whole = columns::joined(&chunks, field.data_type());
        let Some(whole) = whole else { return Err(no_column(&given, "has parts that do not make one column")?) };
        Ok(Self(whole))
    }
}

/// What is said of an object that is no column.
fn no_column(given: &Bound<'_, PyAny>, what: &str) -> PyResult<PyErr> {
    let kind = given.get_type().name()?;
    Ok(PyTypeError::new_err(format!(
        "a {kind} {what}; give a polars, pandas or pyarrow column, or any other with the Arrow PyCapsule interface"
    )))
}

/// Whether it is a polars series of the type Null, as one of `None` alone is.
///
/// NOTE: polars gives such a series with a buffer that Arrow does not know, so that it cannot be read (pola-rs/polars,
/// issue 22934).
fn is_null_of_polars(given: &Bound<'_, PyAny>) -> PyResult<bool> {
    let Some(polars) = library_of(given, "polars", "Series")? else { return Ok(false) };
    given.getattr("dtype")?.eq(polars.getattr("Null")?)
}

/// A number of working days for all rows, or a column of them.
pub(crate) enum Terms {
    One(domain::WorkingDays),
    Each(Given),
}

impl<'py> FromPyObject<'_, 'py> for Terms {
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const INPUT_TYPE: pyo3::inspect::PyStaticExpr = pyo3::type_hint_identifier!("builtins", "object");

    fn extract(given: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if given.hasattr("__index__")? {
            let number: Quantity = given.extract()?;
            return Ok(Self::One(domain::WorkingDays(number.clamped())));
        }
        given.extract().map(Self::Each)
    }
}

/// A day for all rows, or a column of them.
pub(crate) enum Days {
    One(Day),
    Each(Given),
}

impl<'py> FromPyObject<'_, 'py> for Days {
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const INPUT_TYPE: pyo3::inspect::PyStaticExpr = pyo3::type_hint_identifier!("builtins", "object");

    fn extract(given: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if given.is_instance_of::<PyDate>() { given.extract().map(Self::One) } else { given.extract().map(Self::Each) }
    }
}

impl Days {
    fn as_column(&self) -> DayColumn<'_> {
        match self {
            Self::One(Day(day)) => DayColumn::One(*day),
            Self::Each(Given(column)) => DayColumn::Column(column),
        }
    }
}

/// The working days of this calendar; of the legal one, if none is given.
fn calendar_or_legal(calendar: Option<&Calendar>) -> domain::Calendar {
    calendar.map_or_else(domain::Calendar::legal, |calendar| calendar.0.clone())
}

/// The column that the work gives, without the GIL.
fn column<A: Array + 'static>(
    py: Python<'_>,
    name: &str,
    work: impl FnOnce() -> Result<A, ColumnsError> + Send + 'static,
) -> PyResult<Column> {
    match bulk(py, move |_| work())? {
        Ok(array) => Ok(Column::new(name, Arc::new(array))),
        Err(error) => Err(error.raise(py)),
    }
}

/// Whether each register number is valid: `valid`, or the code of what is wrong with it; null where there is none.
///
/// The codes are those of `InszError`. With `as_of`, a number of somebody who was not born by that day is `born_after`.
/// With `born`, a column of birth dates known from elsewhere, a number that tells another is `birth_date`: it finds the
/// one wrong digit that the check digits do not. Where no birth date is known, nothing is compared.
///
/// The column holds text (with or without separators) or 64-bit integers. Nothing is raised for a bad number; a column
/// of another type, and a birth date that is no day, is a `ColumnsError`. `threads` is how many may work on it at once, as in
/// `Caseload`.
///
/// >>> import datetime as dt, inburgering as ib, polars as pl
/// >>> numbers = pl.Series(["85.07.30-901.33", "85073090133", "85.07.30-901.34", "85.07.30", None])
/// >>> ib.columns.check_insz(numbers).to_polars().to_list()
/// ['valid', 'valid', 'check_digits', 'length', None]
/// >>> # With a 7 typed for the 1 the second is a valid number too: of 1907.
/// >>> numbers = pl.Series(["01.03.20-902.24", "07.03.20-902.24"])
/// >>> born = pl.Series([dt.date(2001, 3, 20), dt.date(2001, 3, 20)])
/// >>> ib.columns.check_insz(numbers, born=born).to_polars().to_list()
/// ['valid', 'birth_date']
#[pyfunction]
#[pyo3(signature = (numbers, /, *, as_of = None, born = None, threads: "int | None" = None))]
pub(crate) fn check_insz(
    py: Python<'_>,
    numbers: Given,
    as_of: Option<Day>,
    born: Option<Given>,
    threads: Option<i64>,
) -> PyResult<Column> {
    let threads = threads.map_or(Ok(domain::Threads::Available), some_threads)?;
    column(py, "check_insz", move || {
        let born = born.as_ref().map(|Given(column)| column as &dyn Array);
        columns::check_insz(&numbers.0, as_of.map(|Day(day)| day), born, threads)
    })
}

/// Each register number in its dotted form, as the tables of this library have it; null where it is not valid.
///
/// It makes the numbers of your own tables comparable with those of `Placed.answers`. The column holds text or 64-bit
/// integers; one of another type is a `ColumnsError`.
///
/// >>> import inburgering as ib, polars as pl
/// >>> ib.columns.dotted_insz(pl.Series([85073090133, 1123190446])).to_polars().to_list()
/// ['85.07.30-901.33', '01.12.31-904.46']
#[pyfunction]
#[pyo3(signature = (numbers, /))]
pub(crate) fn dotted_insz(py: Python<'_>, numbers: Given) -> PyResult<Column> {
    column(py, "dotted_insz", move || columns::dotted_insz(&numbers.0))
}

/// The n-th working day strictly after each day: as `Calendar.add`, for a column.
///
/// `working_days` is one number for all rows, or a column of integers; negative ones go back. The calendar is the legal
/// one, if none is given. Null where the day or the number is; a day outside the calendar, or a column that holds no
/// days, is a `ColumnsError` that lists the rows.
///
/// >>> import datetime as dt, inburgering as ib, polars as pl
/// >>> received = pl.Series([dt.date(2025, 7, 7), None, dt.date(2026, 10, 26)])
/// >>> ib.columns.add_working_days(received, 10).to_polars().to_list()
/// [datetime.date(2025, 7, 22), None, datetime.date(2026, 11, 9)]
/// >>> ib.columns.add_working_days(received, pl.Series([10, 10, 20]), calendar=ib.Calendar.legal()).to_polars().to_list()
/// [datetime.date(2025, 7, 22), None, datetime.date(2026, 11, 24)]
#[pyfunction]
#[pyo3(signature = (days, /, working_days, *, calendar = None))]
pub(crate) fn add_working_days(
    py: Python<'_>,
    days: Given,
    working_days: Terms,
    calendar: Option<&Calendar>,
) -> PyResult<Column> {
    let calendar = calendar_or_legal(calendar);
    match working_days {
        Terms::One(term) => {
            column(py, "add_working_days", move || columns::add_working_days(&days.0, PerRow::One(term), &calendar))
        }
        Terms::Each(Given(each)) => {
            column(py, "add_working_days", move || columns::add_working_days(&days.0, PerRow::Column(&each), &calendar))
        }
    }
}

/// How many working days there are after `a`, up to and including `b`: as `Calendar.count`, for columns.
///
/// Each of the two is a column of days or one day for all rows. The calendar is the legal one, if none is given. Null
/// where a day is; a day outside the calendar, or a column that holds no days, is a `ColumnsError`.
///
/// >>> import datetime as dt, inburgering as ib, polars as pl
/// >>> due = pl.Series([dt.date(2026, 5, 4), dt.date(2026, 5, 31), None])
/// >>> ib.columns.count_working_days(dt.date(2026, 4, 30), due).to_polars().to_list()
/// [1, 18, None]
#[pyfunction]
#[pyo3(signature = (a, b, /, *, calendar = None))]
pub(crate) fn count_working_days(py: Python<'_>, a: Days, b: Days, calendar: Option<&Calendar>) -> PyResult<Column> {
    let calendar = calendar_or_legal(calendar);
    column(py, "count_working_days", move || columns::count_working_days(a.as_column(), b.as_column(), &calendar))
}

/// The code of the municipality that each code has become by the day: as `Municipality.current`, for a column.
///
/// The column holds NIS codes as text or integers. Null stays null; a code that is unknown or begins only after the day
/// is a `ColumnsError` that lists the rows.
///
/// >>> import datetime as dt, inburgering as ib, polars as pl
/// >>> recorded = pl.Series(["46014", "44045", None, "44021"])
/// >>> ib.columns.current_municipality(recorded, on=dt.date(2025, 1, 1)).to_polars().to_list()
/// ['46029', '46029', None, '44021']
#[pyfunction]
#[pyo3(signature = (codes, /, *, on))]
pub(crate) fn current_municipality(py: Python<'_>, codes: Given, on: Day) -> PyResult<Column> {
    column(py, "current_municipality", move || columns::current_municipality(&codes.0, on.0))
}

impl Raise for ColumnsError {
    fn raise(self, py: Python<'_>) -> PyErr {
        let code = self.code();
        match self {
            Self::Calendar(error) => error.raise(py),
            Self::Municipality(error) => error.raise(py),
            error => exception(py, "ColumnsError", &error, code, |fields| match &error {
                Self::Mistyped { argument, .. } | Self::Invalid { argument } => fields.set_item("argument", argument),
                Self::Rows { problems, total } => {
                    let rows = problems.iter().map(|problem| (problem.row, problem.fault.to_string()));
                    fields.set_item("problems", PyTuple::new(py, rows.collect::<Vec<_>>())?)?;
                    fields.set_item("total", total)
                }
                _ => Ok(()),
            }),
        }
    }
}
