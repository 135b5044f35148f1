//! Why a calendar gives no answer: the exception `CalendarError`.

use chrono::Datelike as _;
use inburgering::CalendarError;
use inburgering::horizon::{FIRST_DAY, LAST_DAY};
use pyo3::prelude::*;

use crate::errors::{Raise, exception};
use crate::quantity::Quantity;
use crate::vocabulary::Word;

impl Raise for CalendarError {
    fn raise(self, py: Python<'_>) -> PyErr {
        exception(py, "CalendarError", &self, self.code(), |fields| match &self {
            Self::Outside { day } => fields.set_item("day", day),
            Self::AnswerOutside { start, working_days } => {
                fields.set_item("start", start)?;
                fields.set_item("working_days", working_days.0)
            }
            Self::YearOutside { year } => fields.set_item("year", year),
            Self::UnknownName { text } => fields.set_item("text", text),
            Self::NotAName { length } => fields.set_item("length", length),
            Self::NoSuchHoliday { day, kind } => {
                fields.set_item("day", day)?;
                fields.set_item("kind", Word(*kind))
            }
            _ => Ok(()),
        })
    }
}

/// The exception where a number was given: one that was not kept is told by its length.
pub(super) fn raise_of(py: Python<'_>, error: CalendarError, given: Quantity) -> PyErr {
    let Quantity::Long { digits, .. } = given else { return error.raise(py) };
    let message = match &error {
        CalendarError::AnswerOutside { start, .. } => format!(
            "the calendar covers {FIRST_DAY} to {LAST_DAY}; counting working days by a number of {digits} digits from \
             {start} leads outside it"
        ),
        CalendarError::YearOutside { .. } => format!(
            "the calendar covers the years {} to {}; a year of {digits} digits lies outside them",
            FIRST_DAY.year(),
            LAST_DAY.year()
        ),
        _ => return error.raise(py),
    };
    exception(py, "CalendarError", &message, error.code(), |fields| match &error {
        CalendarError::AnswerOutside { start, .. } => fields.set_item("start", start),
        _ => Ok(()),
    })
}
