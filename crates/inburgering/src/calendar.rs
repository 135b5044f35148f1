//! Working days.

use chrono::NaiveDate;

/// A number of working days; negative counts backwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WorkingDays(pub i32);

/// A calendar of working days; cheap to clone.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Calendar(u8);

/// Error
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CalendarError {
    /// day given outside
    #[error("the calendar covers 1995-01-01 to 2099-12-31; {day} lies outside it")]
    Outside {
        /// d
        day: NaiveDate,
    },
    /// answer outside
    #[error("...")]
    AnswerOutside {
        /// d
        start: NaiveDate,
        /// n
        working_days: WorkingDays,
    },
}

impl Calendar {
    /// the ten legal holidays
    pub fn legal() -> Self {
        todo!()
    }
    /// plus
    pub fn flemish_government() -> Self {
        todo!()
    }
    /// plus
    pub fn flemish_government_year_end() -> Self {
        todo!()
    }
    /// user's own closing days on top
    pub fn with_closing_days(&self, _days: impl IntoIterator<Item = NaiveDate>) -> Result<Self, CalendarError> {
        todo!()
    }
    /// stable name for receipts: `legal`, `flemish_government`, ... with `+n closing days`
    pub fn name(&self) -> String {
        todo!()
    }
    /// is working
    pub fn is_working_day(&self, _day: NaiveDate) -> Result<bool, CalendarError> {
        todo!()
    }
    /// n-th working day after
    pub fn add(&self, _day: NaiveDate, _n: WorkingDays) -> Result<NaiveDate, CalendarError> {
        todo!()
    }
    /// working days in (a, b]
    pub fn count(&self, _a: NaiveDate, _b: NaiveDate) -> Result<WorkingDays, CalendarError> {
        todo!()
    }
    /// deadline
    pub fn deadline(&self, _event: NaiveDate, _n: WorkingDays) -> Result<crate::Deadline, CalendarError> {
        todo!()
    }
}
/// Version of the calendar rules, for the receipt.
pub const CALENDAR_VERSION: &str = "2026-01-01";
