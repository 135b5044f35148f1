//! The year (*jaar*) in which a municipality may ask once.
//!
//! The page says "maximaal één keer per jaar" and not what a year is: the calendar year by default, twelve months by
//! option (a choice of this library).

use chrono::{Datelike, NaiveDate};

use crate::Months;

/// What "once a year" means (*één keer per jaar*): two receipts in one year block each other.
///
/// ```
/// use chrono::NaiveDate;
/// use inburgering::YearRule;
///
/// // A list was asked on 1 December 2024, and another on 2 January 2025: is that twice a year?
/// let first = NaiveDate::from_ymd_opt(2024, 12, 1).unwrap();
/// let second = NaiveDate::from_ymd_opt(2025, 1, 2).unwrap();
/// assert!(!YearRule::Calendar.blocks(first, second));
/// assert!(YearRule::RollingTwelveMonths.blocks(first, second));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum YearRule {
    /// Two receipts in one calendar year (the default).
    #[default]
    Calendar,
    /// Two receipts less than twelve months apart, whichever was first.
    RollingTwelveMonths,
}

impl YearRule {
    /// The stable text of the rule, in `snake_case`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Calendar => "calendar",
            Self::RollingTwelveMonths => "rolling_twelve_months",
        }
    }

    /// Whether receipts on these two days fall in one year; the order does not matter.
    pub fn blocks(self, one: NaiveDate, other: NaiveDate) -> bool {
        match self {
            Self::Calendar => one.year() == other.year(),
            Self::RollingTwelveMonths => one.max(other) < Months::YEAR.after(one.min(other)),
        }
    }

    /// The first day, from a day on, that shares its year with none of the receipts; in the last year that can be
    /// represented, where no later one is free, the last day that was tried.
    pub fn first_free(self, from: NaiveDate, receipts: &[NaiveDate]) -> NaiveDate {
        let mut free = from;
        while let Some(&receipt) = receipts.iter().find(|&&receipt| self.blocks(free, receipt)) {
            let next = self.year_after(receipt);
            if next <= free {
                break;
            }
            free = next;
        }
        free
    }

    /// The first day after the receipt that no longer shares its year.
    fn year_after(self, receipt: NaiveDate) -> NaiveDate {
        match self {
            Self::Calendar => NaiveDate::from_ymd_opt(receipt.year().saturating_add(1), 1, 1).unwrap_or(NaiveDate::MAX),
            Self::RollingTwelveMonths => Months::YEAR.after(receipt),
        }
    }
}
