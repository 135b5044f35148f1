//! What a register number tells of the birth of its holder.

use core::fmt;

use chrono::{Datelike, NaiveDate};

use super::{Century, Fields, InszError, InszKind};

/// The birth of the holder (*geboorte*), as far as a register number tells it.
///
/// It is a part of the number, so `Debug` shows only which part, and there is no serde form.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub enum Birth {
    /// The date.
    Day(NaiveDate),
    /// The year and the month; the number has day 00.
    YearMonth {
        /// The year, 1900 to 2099.
        year: i32,
        /// The month, 1 to 12.
        month: u32,
    },
    /// The year alone, 1900 to 2099; the number has month 00, and its day is a counter.
    Year(i32),
    /// Nothing: the number begins with 00 00 and a day of 01 or more.
    Unknown,
}

impl Birth {
    /// The year, if it is known.
    pub fn year(self) -> Option<i32> {
        match self {
            Self::Day(date) => Some(date.year()),
            Self::YearMonth { year, .. } | Self::Year(year) => Some(year),
            Self::Unknown => None,
        }
    }

    /// Reads the birth from the digits; a date that is known in full must exist.
    pub(super) fn read(fields: Fields, kind: InszKind, century: Century) -> Result<Self, InszError> {
        let year = century.first_year() + fields.year_of_century.cast_signed();
        match (fields.month - kind.added_to_month(), fields.day) {
            (0, 1..) if fields.year_of_century == 0 => Ok(Self::Unknown),
            (0, _) => Ok(Self::Year(year)),
            (month, 0) => Ok(Self::YearMonth { year, month }),
            (month, day @ 1..=31) => NaiveDate::from_ymd_opt(year, month, day).map(Self::Day).ok_or(InszError::Date),
            _ => Err(InszError::Day),
        }
    }

    pub(super) fn earliest_day(self, century: Century) -> NaiveDate {
        let (year, month) = match self {
            Self::Day(date) => return date,
            Self::YearMonth { year, month } => (year, month),
            Self::Year(year) => (year, 1),
            Self::Unknown => (century.first_year(), 1),
        };
        // Every month has a first day; a birth that is made by hand with a 13th month is never.
        NaiveDate::from_ymd_opt(year, month, 1).unwrap_or(NaiveDate::MAX)
    }

    /// How far a known date agrees, `None` if it does not.
    pub(super) fn agreement(self, known: NaiveDate) -> Option<BirthAgreement> {
        let (agrees, agreement) = match self {
            Self::Day(date) => (date == known, BirthAgreement::Day),
            Self::YearMonth { year, month } => {
                (year == known.year() && month == known.month(), BirthAgreement::YearMonth)
            }
            Self::Year(year) => (year == known.year(), BirthAgreement::Year),
            Self::Unknown => (true, BirthAgreement::NothingKnown),
        };
        agrees.then_some(agreement)
    }
}

/// Which part is known, without it.
impl fmt::Debug for Birth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Day(_) => "Day(***)",
            Self::YearMonth { .. } => "YearMonth(***)",
            Self::Year(_) => "Year(***)",
            Self::Unknown => "Unknown",
        })
    }
}

/// How far a register number agrees with a birth date known from elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[must_use = "a number that tells nothing of the birth agrees with every date"]
pub enum BirthAgreement {
    /// The number tells the date, and it is the same.
    Day,
    /// The number tells year and month only, and they are the same.
    YearMonth,
    /// The number tells the year only, and it is the same.
    Year,
    /// The number tells nothing of the birth: the comparison says nothing.
    NothingKnown,
}
