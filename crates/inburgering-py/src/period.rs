//! The half-open period of days: the class `Period`.

use chrono::{Datelike as _, NaiveDate};
use inburgering as domain;
use pyo3::prelude::*;

use crate::convert::Day;
use crate::habits::pickled_as_json;

/// A half-open period of days: `start` belongs to it, `until` does not.
///
/// A bound that is `None` is open: without `start` the period has always run, without `until` it runs on. (`start` is
/// what the Rust library calls `from`, which is a word of Python's own.) A day outside 1995-01-01 to 2099-12-31 is good
/// too.
///
/// >>> import datetime as dt, inburgering as ib
/// >>> # Was article 46/8 the legal basis on the day that the mergers of 2025 took effect?
/// >>> dt.date(2025, 1, 1) in ib.LegalBasis.ARTICLE_46_8.period
/// True
/// >>> year = ib.Period(dt.date(2025, 1, 1), dt.date(2026, 1, 1))
/// >>> year
/// Period(datetime.date(2025, 1, 1), datetime.date(2026, 1, 1))
/// >>> dt.date(2026, 1, 1) in year
/// False
#[pyclass(frozen, eq, hash, module = "inburgering")]
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Period(pub(crate) domain::Period);

#[pymethods]
impl Period {
    #[new]
    #[pyo3(signature = (start = None, until = None))]
    fn new(start: Option<Day>, until: Option<Day>) -> Self {
        Self(domain::Period::new(start.map(|day| day.0), until.map(|day| day.0)))
    }

    /// The first day; `None` where the period has always run.
    #[getter]
    fn start(&self) -> Option<NaiveDate> {
        self.0.from
    }

    /// The first day after the period; `None` where it runs on.
    #[getter]
    fn until(&self) -> Option<NaiveDate> {
        self.0.until
    }

    /// Whether no day lies in the period: it ends on or before its start.
    #[getter]
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the day lies in the period; `day in period` asks the same.
    #[pyo3(signature = (day, /))]
    fn contains(&self, day: Day) -> bool {
        self.0.contains(day.0)
    }

    fn __contains__(&self, day: Day) -> bool {
        self.0.contains(day.0)
    }

    /// The days that lie in both periods; `None` where there are none.
    ///
    /// >>> import datetime as dt, inburgering as ib
    /// >>> lokeren = ib.municipality("46029").validity
    /// >>> lokeren.overlap(ib.Period(None, dt.date(2025, 1, 1))) is None
    /// True
    #[pyo3(signature = (other, /))]
    fn overlap(&self, other: &Self) -> Option<Self> {
        self.0.overlap(other.0).map(Self)
    }

    fn __str__(&self) -> String {
        match (self.0.from, self.0.until) {
            (Some(from), Some(until)) => format!("from {from}, before {until}"),
            (Some(from), None) => format!("from {from}"),
            (None, Some(until)) => format!("before {until}"),
            (None, None) => "always".to_owned(),
        }
    }

    fn __repr__(&self) -> String {
        let bound = |day: Option<NaiveDate>| day.map_or_else(|| "None".to_owned(), day_repr);
        format!("Period({}, {})", bound(self.0.from), bound(self.0.until))
    }
}

pickled_as_json!(Period);

/// The `repr` of a `datetime.date`.
pub(crate) fn day_repr(day: NaiveDate) -> String {
    format!("datetime.date({}, {}, {})", day.year(), day.month(), day.day())
}
