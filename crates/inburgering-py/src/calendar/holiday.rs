//! The public holiday: the class `Holiday`, and what the word `HolidayKind` says of itself.

use chrono::NaiveDate;
use inburgering as domain;
use inburgering::HolidayKind;
use pyo3::prelude::*;

use crate::citation::Citation;
use crate::convert::Day;
use crate::errors::Raise as _;
use crate::habits::pickled_as_json;
use crate::period::day_repr;
use crate::vocabulary::Word;

/// A public holiday of a year: its day, with its kind. A holiday in a weekend is not moved.
///
/// Raises `CalendarError`: `outside` if the day lies outside 1995-01-01 to 2099-12-31, `no_such_holiday` if the holiday of
/// this kind does not fall on it. Ordered by day.
///
/// Act of 4 January 1974 on public holidays, with the Royal Decree of 18 April 1974.
///
/// >>> import datetime as dt, inburgering as ib
/// >>> # On which day is Easter Monday in 2026?
/// >>> ib.Calendar.legal().holidays(2026)[1]
/// Holiday(datetime.date(2026, 4, 6), kind='easter_monday')
/// >>> print(ib.Holiday(dt.date(2025, 11, 11), kind=ib.HolidayKind.ARMISTICE))
/// 2025-11-11: Wapenstilstand (Armistice Day)
#[pyclass(frozen, eq, ord, hash, module = "inburgering")]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Holiday(pub(crate) domain::Holiday);

#[pymethods]
impl Holiday {
    #[new]
    #[pyo3(signature = (day, /, *, kind))]
    fn new(py: Python<'_>, day: Day, kind: Word<HolidayKind>) -> PyResult<Self> {
        domain::Holiday::new(day.0, kind.0).map(Self).map_err(|error| error.raise(py))
    }

    /// The day on which it falls, moved by nothing.
    #[getter]
    fn day(&self) -> NaiveDate {
        self.0.day()
    }

    /// Which holiday it is.
    #[getter]
    fn kind(&self) -> Word<HolidayKind> {
        Word(self.0.kind())
    }

    /// Its English name.
    #[getter]
    fn english(&self) -> &'static str {
        self.0.english()
    }

    /// Its Dutch name.
    #[getter]
    fn dutch(&self) -> &'static str {
        self.0.dutch()
    }

    /// The text that makes it a holiday.
    #[getter]
    fn citation(&self) -> Citation {
        Citation(self.0.citation())
    }

    fn __str__(&self) -> String {
        format!("{}: {} ({})", self.0.day(), self.0.dutch(), self.0.english())
    }

    fn __repr__(&self) -> String {
        format!("Holiday({}, kind='{}')", day_repr(self.0.day()), self.0.kind().code())
    }
}

pickled_as_json!(Holiday);

#[pyfunction]
pub(crate) fn _holiday_kind_english(kind: Word<HolidayKind>) -> &'static str {
    kind.0.english()
}

#[pyfunction]
pub(crate) fn _holiday_kind_dutch(kind: Word<HolidayKind>) -> &'static str {
    kind.0.dutch()
}

#[pyfunction]
pub(crate) fn _holiday_kind_citation(kind: Word<HolidayKind>) -> Citation {
    Citation(kind.0.citation())
}
