//! Replaced register numbers: the class `Replacement`.

use chrono::NaiveDate;
use inburgering as domain;
use pyo3::prelude::*;

use crate::convert::{Day, Number};
use crate::habits::pickled_as_json;
use crate::insz::Insz;

/// One register number was replaced by another on a day: a BIS number by a national register number, or a correction.
///
/// That both numbers belong to one person holds on every day; which of them is the person's number depends on the day.
/// `repr` shows no digit.
///
/// >>> import datetime as dt, inburgering as ib
/// >>> replacement = ib.Replacement(old="85.47.30-906.17", new="85.07.30-901.33", replaced_on=dt.date(2025, 3, 1))
/// >>> replacement
/// Replacement(old=Insz(***), new=Insz(***), replaced_on=2025-03-01)
/// >>> person = ib.Person(
/// ...     "85.47.30-906.17", dossiers=[ib.Dossier("D-1", registered_on=dt.date(2025, 2, 3))],
/// ...     spells=[ib.Spell("44021")], replacements=[replacement],
/// ... )
/// >>> str(person.answer(on=dt.date(2025, 2, 28)).outcome)  # a BIS number: not in the National Register
/// 'not_eligible'
/// >>> str(person.answer(on=dt.date(2025, 3, 1)).outcome)
/// 'eligible'
#[pyclass(frozen, eq, ord, hash, module = "inburgering")]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Replacement(pub(crate) domain::Replacement);

#[pymethods]
impl Replacement {
    #[new]
    #[pyo3(signature = (*, old, new, replaced_on))]
    fn new(old: Number, new: Number, replaced_on: Day) -> Self {
        Self(domain::Replacement { old: old.0, new: new.0, replaced_on: replaced_on.0 })
    }

    /// The number that was replaced.
    #[getter]
    fn old(&self) -> Insz {
        Insz(self.0.old)
    }

    /// The number that took its place.
    #[getter(new)]
    fn new_number(&self) -> Insz {
        Insz(self.0.new)
    }

    /// The first day on which the new number holds.
    #[getter]
    fn replaced_on(&self) -> NaiveDate {
        self.0.replaced_on
    }

    fn __repr__(&self) -> String {
        format!("Replacement(old=Insz(***), new=Insz(***), replaced_on={})", self.0.replaced_on)
    }
}

pickled_as_json!(Replacement);
