//! The half-open period of days.

use chrono::NaiveDate;

/// A half-open period of civil days: `from` belongs to it, `until` does not.
///
/// A missing bound is open: without `from` the period has always run, without `until` it runs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Period {
    /// The first day, or `None` where the period has always run.
    pub from: Option<NaiveDate>,
    /// The first day after the period, or `None` where it runs on.
    pub until: Option<NaiveDate>,
}

impl Period {
    /// The period from `from` (inclusive) to `until` (exclusive).
    pub const fn new(from: Option<NaiveDate>, until: Option<NaiveDate>) -> Self {
        Self { from, until }
    }

    /// Whether the day lies in the period.
    pub fn contains(self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day < until)
    }

    /// The days that lie in both periods; `None` where there are none.
    pub fn overlap(self, other: Self) -> Option<Self> {
        let until = self.until.into_iter().chain(other.until).min();
        let both = Self::new(self.from.max(other.from), until);
        (!self.is_empty() && !other.is_empty() && !both.is_empty()).then_some(both)
    }

    /// Whether no day lies in the period: it ends on or before its start.
    pub fn is_empty(self) -> bool {
        matches!((self.from, self.until), (Some(from), Some(until)) if until <= from)
    }
}
