//! The civil day in the words of the `time` crate: to and from its [`Date`](time::Date), for services that use it.
//!
//! ```
//! use inburgering::civil;
//!
//! let day = civil::from_time(time::Date::from_calendar_date(2026, time::Month::May, 14).unwrap())?;
//! assert_eq!(day.to_string(), "2026-05-14");
//! assert_eq!(civil::to_time(day)?.to_string(), "2026-05-14");
//! # Ok::<(), civil::CivilDayError>(())
//! ```

use chrono::{Datelike, NaiveDate};

/// Why a civil day cannot be carried from one crate to the other.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CivilDayError {
    /// `time::Date` cannot hold the day (it holds the years -9999 to 9999, more with its feature `large-dates`).
    #[error("`time::Date` cannot hold {day}; give a day that it can")]
    TimeCannotHold {
        /// The day that was given.
        day: NaiveDate,
    },
    /// `chrono::NaiveDate` cannot hold the day (it holds the years -262143 to 262142).
    #[error("`chrono::NaiveDate` cannot hold {day}; give a day that it can")]
    ChronoCannotHold {
        /// The day that was given.
        day: time::Date,
    },
}

/// The day of a `time::Date`.
///
/// # Errors
/// [`CivilDayError::ChronoCannotHold`] if its year is beyond those of `chrono`, which needs `time`'s `large-dates`.
pub fn from_time(day: time::Date) -> Result<NaiveDate, CivilDayError> {
    NaiveDate::from_yo_opt(day.year(), u32::from(day.ordinal())).ok_or(CivilDayError::ChronoCannotHold { day })
}

/// The day as a `time::Date`.
///
/// # Errors
/// [`CivilDayError::TimeCannotHold`] if its year is beyond those of `time`: never, for a day on which the library
/// answers.
pub fn to_time(day: NaiveDate) -> Result<time::Date, CivilDayError> {
    let ordinal = u16::try_from(day.ordinal()).ok();
    ordinal
        .and_then(|ordinal| time::Date::from_ordinal_date(day.year(), ordinal).ok())
        .ok_or(CivilDayError::TimeCannotHold { day })
}
