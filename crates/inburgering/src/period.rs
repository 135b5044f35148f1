//! The half-open period of days.

use chrono::NaiveDate;

use crate::Language;

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

    /// The last day in the period, if it has an end.
    pub fn last(self) -> Option<NaiveDate> {
        self.until.and_then(|until| until.pred_opt())
    }

    /// The days in words: `van 3 februari 2025 tot en met 31 augustus 2025`, `from 2025-09-01 on`.
    pub fn words(self, language: Language) -> String {
        let day = |day: Option<NaiveDate>| day.map(|day| language.day(day));
        match (day(self.from), day(self.last()), language) {
            (Some(first), Some(last), Language::Dutch) if first == last => format!("alleen op {first}"),
            (Some(first), Some(last), Language::English) if first == last => format!("on {first} only"),
            (Some(first), Some(last), Language::Dutch) => format!("van {first} tot en met {last}"),
            (Some(first), None, Language::Dutch) => format!("vanaf {first}"),
            (None, Some(last), Language::Dutch) => format!("tot en met {last}"),
            (None, None, Language::Dutch) => "altijd".into(),
            (Some(first), Some(last), Language::English) => format!("from {first} to {last}, that day included"),
            (Some(first), None, Language::English) => format!("from {first} on"),
            (None, Some(last), Language::English) => format!("to {last}, that day included"),
            (None, None, Language::English) => "always".into(),
        }
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
