//! The holidays of one year: the class `CalendarYear`.

use chrono::Datelike as _;
use inburgering as domain;
use pyo3::exceptions::PyIndexError;
use pyo3::prelude::*;
use pyo3::types::{PyIterator, PyTuple};

use super::{Calendar, Holiday};
use crate::markup;

/// The holidays of a year in a calendar, in order of day: what `Calendar.holidays` gives, a sequence of `Holiday`.
///
/// A notebook shows it as a table.
///
/// >>> import inburgering as ib
/// >>> year = ib.Calendar.legal().holidays(2026)
/// >>> year
/// <inburgering.CalendarYear 2026 of legal: 10 holidays>
/// >>> [str(holiday.day) for holiday in year if holiday.day.weekday() >= 5]
/// ['2026-08-15', '2026-11-01']
#[pyclass(frozen, eq, hash, sequence, module = "inburgering")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct CalendarYear {
    calendar: domain::Calendar,
    year: i32,
    holidays: Vec<Holiday>,
}

impl CalendarYear {
    pub(super) fn of(calendar: &Calendar, year: i32) -> Result<Self, domain::CalendarError> {
        let holidays = calendar.0.holidays(year)?.into_iter().map(Holiday).collect();
        Ok(Self { calendar: calendar.0.clone(), year, holidays })
    }
}

#[pymethods]
impl CalendarYear {
    /// The year.
    #[getter]
    fn year(&self) -> i32 {
        self.year
    }

    /// The calendar.
    #[getter]
    fn calendar(&self) -> Calendar {
        Calendar(self.calendar.clone())
    }

    fn __len__(&self) -> usize {
        self.holidays.len()
    }

    fn __getitem__(&self, index: isize) -> PyResult<Holiday> {
        // A negative index counts from the end.
        let holiday = match usize::try_from(index) {
            Ok(index) => self.holidays.get(index),
            Err(_) => self.holidays.len().checked_sub(index.unsigned_abs()).and_then(|index| self.holidays.get(index)),
        };
        holiday.copied().ok_or_else(|| {
            PyIndexError::new_err(format!("there are {} holidays in {}", self.holidays.len(), self.year))
        })
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Holidays<'py>> {
        PyTuple::new(py, self.holidays.iter().copied())?.try_iter().map(Holidays)
    }

    fn __contains__(&self, value: &Bound<'_, PyAny>) -> bool {
        value.cast::<Holiday>().is_ok_and(|holiday| self.holidays.contains(holiday.get()))
    }

    #[pyo3(signature = () -> "tuple[object, tuple[object, ...]]")]
    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (i32,))> {
        Ok((Bound::new(py, self.calendar())?.getattr("holidays")?, (self.year,)))
    }

    fn __repr__(&self) -> String {
        let (calendar, number) = (self.calendar.name(), self.holidays.len());
        format!("<inburgering.CalendarYear {} of {calendar}: {number} holidays>", self.year)
    }

    fn _repr_html_(&self) -> String {
        let rows = self.holidays.iter().map(|Holiday(holiday)| {
            let weekday = holiday.day().weekday();
            let weekend = if weekday.number_from_monday() > 5 { " (weekend)" } else { "" };
            let day = holiday.day().format("%A");
            let (dutch, english) = (holiday.dutch().to_owned(), holiday.english().to_owned());
            [holiday.day().to_string(), format!("{day}{weekend}"), dutch, english]
        });
        let caption = format!("Holidays of {}, calendar {}", self.year, self.calendar.name());
        markup::table(&caption, ["Day", "Weekday", "Dutch", "English"], rows)
    }
}

/// An iterator over holidays.
struct Holidays<'py>(Bound<'py, PyIterator>);

impl<'py> IntoPyObject<'py> for Holidays<'py> {
    type Target = PyIterator;
    type Output = Bound<'py, PyIterator>;
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const OUTPUT_TYPE: pyo3::inspect::PyStaticExpr = pyo3::type_hint_subscript!(
        pyo3::type_hint_identifier!("collections.abc", "Iterator"),
        <Holiday as pyo3::PyTypeInfo>::TYPE_HINT
    );

    fn into_pyobject(self, _: Python<'py>) -> PyResult<Self::Output> {
        Ok(self.0)
    }
}
