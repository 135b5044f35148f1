//! The number of months of a term: the class `Months`, and the exception `MonthsError`.

use chrono::NaiveDate;
use inburgering as domain;
use inburgering::MonthsError;
use pyo3::prelude::*;

use crate::convert::Day;
use crate::errors::{Raise, exception};
use crate::habits::pickled_by_arguments;
use crate::quantity::Quantity;

/// A number of months, from 1 to `MAX` (a century).
///
/// Raises `MonthsError`. Wherever a number of months is asked for, a plain `int` is good, and a plain `int` comes out:
/// this class computes with it and writes it for people. `int()` gives the number.
///
/// >>> import datetime as dt, inburgering as ib
/// >>> # The same day of the later month, or its last day where it has no such day.
/// >>> ib.Months(12).after(dt.date(2024, 2, 29))
/// datetime.date(2025, 2, 28)
/// >>> str(ib.Months(12)), ib.Months(1).dutch
/// ('12 months', '1 maand')
#[pyclass(frozen, eq, ord, hash, module = "inburgering")]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Months(pub(crate) domain::Months);

#[pymethods]
impl Months {
    /// The longest term, a century.
    #[classattr]
    const MAX: u32 = domain::Months::MAX;
    /// Twelve months.
    #[classattr]
    const YEAR: Months = Months(domain::Months::YEAR);
    /// Five years.
    #[classattr]
    const FIVE_YEARS: Months = Months(domain::Months::FIVE_YEARS);

    #[new]
    #[pyo3(signature = (number, /))]
    fn new(number: MonthsGiven) -> Self {
        Self(number.0)
    }

    /// The same day so many months later, or the last day of that month where it has no such day.
    ///
    /// Raises an `OverflowError` past the year 9999, where Python's dates end.
    #[pyo3(signature = (day, /))]
    fn after(&self, day: Day) -> PyResult<NaiveDate> {
        let after = self.0.after(day.0);
        match chrono::Datelike::year(&after) {
            ..=9999 => Ok(after),
            _ => Err(pyo3::exceptions::PyOverflowError::new_err("the day lies past 9999-12-31, Python's last one")),
        }
    }

    /// The number with its noun in Dutch: `12 maanden`.
    #[getter]
    fn dutch(&self) -> String {
        self.0.dutch()
    }

    fn __index__(&self) -> u32 {
        self.0.get()
    }

    fn __int__(&self) -> u32 {
        self.0.get()
    }

    fn __str__(&self) -> String {
        self.0.to_string()
    }

    fn __repr__(&self) -> String {
        format!("Months({})", self.0.get())
    }
}

pickled_by_arguments!(Months, |months| (months.0.get(),));

/// A number of months as it is given: an `int` or a `Months`.
pub(crate) struct MonthsGiven(pub(crate) domain::Months);

impl<'py> FromPyObject<'_, 'py> for MonthsGiven {
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const INPUT_TYPE: pyo3::inspect::PyStaticExpr = Quantity::INPUT_TYPE;

    fn extract(given: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let py = given.py();
        let quantity: Quantity = given.extract()?;
        let months = quantity.kept().and_then(|number| u32::try_from(number).ok());
        match months.map(domain::Months::new) {
            Some(months) => months.map(Self).map_err(|error| error.raise(py)),
            None => Err(out_of_range(py, quantity)),
        }
    }
}

/// The exception for a number that the core's own type does not hold: one below zero, or one of many digits.
fn out_of_range(py: Python<'_>, given: Quantity) -> PyErr {
    let told = match given {
        Quantity::Small(number) => format!("a term of {number} months"),
        Quantity::Long { digits, .. } => format!("a term of months with {digits} digits"),
    };
    let message = format!("{told} was given; 1 to {} months are allowed", domain::Months::MAX);
    exception(py, "MonthsError", &message, "out_of_range", |fields| fields.set_item("months", given.kept()))
}

impl Raise for MonthsError {
    fn raise(self, py: Python<'_>) -> PyErr {
        exception(py, "MonthsError", &self, "out_of_range", |fields| match self {
            Self::OutOfRange { months } => fields.set_item("months", months),
            _ => Ok(()),
        })
    }
}
