//! What a register number tells of the birth of its holder: the class `Birth`.

use chrono::{Datelike as _, NaiveDate};
use inburgering as domain;
use pyo3::prelude::*;

use crate::habits::found_not_told;

/// The birth of the holder, as far as a register number tells it: `Insz.birth`.
///
/// `code` says how far: `day`, `year_month`, `year` or `unknown`. It is a part of the number, so `repr` and `str` show
/// only that.
///
/// >>> import inburgering as ib
/// >>> # Month 00: only the year is known.
/// >>> birth = ib.Insz("25.00.00-902.40").birth
/// >>> birth
/// <inburgering.Birth year>
/// >>> birth.year, birth.month, birth.date
/// (2025, None, None)
#[pyclass(frozen, eq, hash, module = "inburgering")]
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Birth(pub(crate) domain::Birth);

#[pymethods]
impl Birth {
    /// How far it is known: `day`, `year_month`, `year` or `unknown`.
    #[getter]
    fn code(&self) -> &'static str {
        match self.0 {
            domain::Birth::Day(_) => "day",
            domain::Birth::YearMonth { .. } => "year_month",
            domain::Birth::Year(_) => "year",
            domain::Birth::Unknown => "unknown",
        }
    }

    /// The date; `None` if it is not known in full.
    #[getter]
    fn date(&self) -> Option<NaiveDate> {
        match self.0 {
            domain::Birth::Day(date) => Some(date),
            _ => None,
        }
    }

    /// The year, 1900 to 2099; `None` if it is not known.
    #[getter]
    fn year(&self) -> Option<i32> {
        self.0.year()
    }

    /// The month, 1 to 12; `None` if it is not known.
    #[getter]
    fn month(&self) -> Option<u32> {
        match self.0 {
            domain::Birth::Day(date) => Some(date.month()),
            domain::Birth::YearMonth { month, .. } => Some(month),
            domain::Birth::Year(_) | domain::Birth::Unknown => None,
        }
    }

    fn __repr__(&self) -> String {
        format!("<inburgering.Birth {}>", self.code())
    }
}

found_not_told!(Birth, "a Birth cannot be pickled; pickle the Insz that tells it");
