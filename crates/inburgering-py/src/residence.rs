//! Residences: the class `Spell`.

use chrono::NaiveDate;
use inburgering as domain;
use pyo3::prelude::*;

use crate::convert::Day;
use crate::dossier::Code;
use crate::habits::pickled_as_json;
use crate::period::Period;

/// A spell of residence in a municipality, as the National Register gave it: half-open, each bound may be unknown.
///
/// `valid_from` is the first day; without it the spell has always run. `valid_until` is the first day *after* the spell;
/// without it the spell runs on. A spell that ends on or before its start covers no day, and is a finding, no error. The
/// code is kept as recorded, known or not; a text that is no NIS code at all is a `MunicipalityError`.
///
/// >>> import datetime as dt, inburgering as ib
/// >>> spell = ib.Spell("44021", valid_from=dt.date(2024, 11, 5), valid_until=dt.date(2025, 9, 1))
/// >>> spell
/// Spell('44021', valid_from=2024-11-05, valid_until=2025-09-01)
#[pyclass(frozen, eq, ord, hash, module = "inburgering")]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Spell(pub(crate) domain::Spell);

#[pymethods]
impl Spell {
    #[new]
    #[pyo3(signature = (municipality, /, *, valid_from = None, valid_until = None))]
    fn new(municipality: Code, valid_from: Option<Day>, valid_until: Option<Day>) -> Self {
        Self(domain::Spell::new(municipality.0, valid_from.map(|day| day.0), valid_until.map(|day| day.0)))
    }

    /// The NIS code of the municipality, as recorded.
    #[getter]
    fn municipality(&self) -> String {
        self.0.municipality.to_string()
    }

    /// The first day; `None` where the spell has always run.
    #[getter]
    fn valid_from(&self) -> Option<NaiveDate> {
        self.0.valid_from
    }

    /// The first day after the spell; `None` where it runs on.
    #[getter]
    fn valid_until(&self) -> Option<NaiveDate> {
        self.0.valid_until
    }

    /// The days of the spell.
    #[getter]
    fn period(&self) -> Period {
        Period(self.0.period())
    }

    fn __repr__(&self) -> String {
        let from = self.0.valid_from.map(|day| format!(", valid_from={day}")).unwrap_or_default();
        let until = self.0.valid_until.map(|day| format!(", valid_until={day}")).unwrap_or_default();
        format!("Spell('{}'{from}{until})", self.0.municipality)
    }
}

pickled_as_json!(Spell);
