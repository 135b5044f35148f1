//! The year in which a municipality may ask once: what `YearRule` does.

use chrono::NaiveDate;
use inburgering as domain;
use pyo3::prelude::*;

use crate::convert::Day;
use crate::vocabulary::Word;

/// Whether receipts on these two days fall in one year.
#[pyfunction]
#[pyo3(signature = (rule, one, other, /))]
pub(crate) fn _year_rule_blocks(rule: Word<domain::YearRule>, one: Day, other: Day) -> bool {
    rule.0.blocks(one.0, other.0)
}

/// The first day, from a day on, that shares its year with none of the receipts.
#[pyfunction]
#[pyo3(signature = (rule, start, receipts: "collections.abc.Iterable[date]", /))]
pub(crate) fn _year_rule_first_free(
    rule: Word<domain::YearRule>,
    start: Day,
    receipts: &Bound<'_, PyAny>,
) -> PyResult<NaiveDate> {
    let mut days = Vec::new();
    for receipt in receipts.try_iter()? {
        days.push(receipt?.extract::<Day>()?.0);
    }
    Ok(rule.0.first_free(start.0, &days))
}
