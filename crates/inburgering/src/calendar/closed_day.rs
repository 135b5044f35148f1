//! The closed day: a day that is no working day, with every reason why.

use core::fmt;

use chrono::{Datelike, NaiveDate, Weekday};

use super::holiday::HolidayKind;
use super::index::is_weekend;
use crate::language::dutch_day;

/// One reason why a day is no working day (*werkdag*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Closure {
    /// It is a Saturday (*zaterdag*).
    Saturday,
    /// It is a Sunday (*zondag*).
    Sunday,
    /// It is this holiday (*feestdag*) of the calendar.
    Holiday(HolidayKind),
    /// It is one of the user's own closing days (*sluitingsdag*).
    ClosingDay,
}

impl Closure {
    pub(super) fn of_weekday(weekday: Weekday) -> Option<Self> {
        match weekday {
            Weekday::Sat => Some(Self::Saturday),
            Weekday::Sun => Some(Self::Sunday),
            _ => None,
        }
    }

    /// The reason in Dutch: `zaterdag`, `Wapenstilstand`, `sluitingsdag`.
    pub const fn dutch(self) -> &'static str {
        match self {
            Self::Saturday => "zaterdag",
            Self::Sunday => "zondag",
            Self::Holiday(kind) => kind.dutch(),
            Self::ClosingDay => "sluitingsdag",
        }
    }
}

/// The reason in English; a holiday by its Dutch name, then in English.
impl fmt::Display for Closure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Saturday => f.write_str("Saturday"),
            Self::Sunday => f.write_str("Sunday"),
            Self::Holiday(kind) => write!(f, "{} ({})", kind.dutch(), kind.english()),
            Self::ClosingDay => f.write_str("closing day"),
        }
    }
}

/// A day that is no working day (*geen werkdag*), with all the reasons why.
///
/// Invariant: there is at least one reason; the weekend stands first, then the holidays, then the user's closing day,
/// and each is true of the day. Only a [`Calendar`](super::Calendar) makes one.
///
/// ```
/// use chrono::NaiveDate;
/// use inburgering::Calendar;
///
/// // Why does 11 November 2025 not count?
/// let day = NaiveDate::from_ymd_opt(2025, 11, 11).unwrap();
/// let closed = Calendar::legal().closed(day)?.unwrap();
/// assert_eq!(closed.to_string(), "11 November: Wapenstilstand (Armistice Day)");
/// assert_eq!(closed.dutch(), "11 november: Wapenstilstand");
/// # Ok::<(), inburgering::CalendarError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "ClosedDayFields", into = "ClosedDayFields"))]
pub struct ClosedDay {
    day: NaiveDate,
    reasons: Vec<Closure>,
}

impl ClosedDay {
    /// The closed day, unless no reason is given.
    pub(super) fn new(day: NaiveDate, reasons: Vec<Closure>) -> Option<Self> {
        (!reasons.is_empty()).then_some(Self { day, reasons })
    }

    /// The day.
    pub const fn day(&self) -> NaiveDate {
        self.day
    }

    /// Every reason why it is no working day; never empty.
    pub fn reasons(&self) -> &[Closure] {
        &self.reasons
    }

    /// Whether it is a Saturday or a Sunday, whatever else it is.
    pub fn is_weekend(&self) -> bool {
        is_weekend(self.day)
    }

    /// The day and the reasons in Dutch: `11 november: Wapenstilstand`.
    pub fn dutch(&self) -> String {
        let reasons: Vec<_> = self.reasons.iter().map(|reason| reason.dutch()).collect();
        let day = dutch_day(self.day);
        let without_year = day.trim_end_matches(&self.day.year().to_string()).trim_end();
        format!("{without_year}: {}", reasons.join(", "))
    }
}

/// The day and the reasons in English: `11 November: Wapenstilstand (Armistice Day)`.
impl fmt::Display for ClosedDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let reasons: Vec<_> = self.reasons.iter().map(Closure::to_string).collect();
        write!(f, "{}: {}", self.day.format("%-d %B"), reasons.join(", "))
    }
}

/// A closed day as it is written down; read back if its reasons are such as a calendar gives.
#[cfg(feature = "serde")]
#[derive(serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct ClosedDayFields {
    day: NaiveDate,
    reasons: Vec<Closure>,
}

/// Why a closed day that was written down is none.
#[cfg(feature = "serde")]
#[derive(Debug, thiserror::Error)]
enum ClosedDayFieldsError {
    #[error("{0} is given as closed, with reasons that no calendar gives; give the day as a calendar does")]
    Reasons(NaiveDate),
    #[error(transparent)]
    Calendar(#[from] super::CalendarError),
}

#[cfg(feature = "serde")]
impl From<ClosedDay> for ClosedDayFields {
    fn from(ClosedDay { day, reasons }: ClosedDay) -> Self {
        Self { day, reasons }
    }
}

#[cfg(feature = "serde")]
impl TryFrom<ClosedDayFields> for ClosedDay {
    type Error = ClosedDayFieldsError;

    fn try_from(ClosedDayFields { day, reasons }: ClosedDayFields) -> Result<Self, ClosedDayFieldsError> {
        super::require_inside(day)?;
        for reason in &reasons {
            if let Closure::Holiday(kind) = reason {
                super::Holiday::new(day, *kind)?;
            }
        }
        let weekend: Vec<_> =
            reasons.iter().filter(|reason| matches!(reason, Closure::Saturday | Closure::Sunday)).collect();
        let is_true_of_weekday = weekend.into_iter().eq(Closure::of_weekday(day.weekday()).iter());
        let closed = Self::new(day, reasons).filter(|closed| closed.reasons.is_sorted_by(|a, b| a < b));
        closed.filter(|_| is_true_of_weekday).ok_or(ClosedDayFieldsError::Reasons(day))
    }
}
