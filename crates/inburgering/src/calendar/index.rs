//! The working days of the horizon, numbered: what makes `add` and `count` constant-time.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate, Weekday};

use crate::horizon::{FIRST_DAY, LAST_DAY};

/// Two tables over the days of the horizon: how many working days lie before each, and which day each of them is.
///
/// There are 38 352 days, so a count fits in a `u16`.
pub(super) struct WorkingDayIndex {
    /// For each day, the number of working days before it; one entry more than there are days.
    before: Box<[u16]>,
    /// The working days, in order.
    working: Box<[NaiveDate]>,
}

impl WorkingDayIndex {
    /// Numbers the days that are no Saturday, no Sunday, and not among the closed days.
    pub(super) fn new(closed: &BTreeSet<NaiveDate>) -> Self {
        let mut closed = closed.iter().peekable();
        let mut count: u16 = 0;
        let mut before = vec![count];
        let mut working = Vec::new();
        for day in FIRST_DAY.iter_days().take_while(|day| *day <= LAST_DAY) {
            let is_closed = closed.next_if_eq(&&day).is_some();
            if !is_closed && !is_weekend(day) {
                working.push(day);
                count += 1;
            }
            before.push(count);
        }
        Self { before: before.into(), working: working.into() }
    }

    /// How many working days there are up to and including the day; `None` outside the horizon.
    pub(super) fn through(&self, day: NaiveDate) -> Option<u16> {
        self.before.get(offset(day)? + 1).copied()
    }

    /// Whether the day is a working day; `None` outside the horizon.
    pub(super) fn is_working_day(&self, day: NaiveDate) -> Option<bool> {
        let offset = offset(day)?;
        Some(self.before.get(offset + 1)? > self.before.get(offset)?)
    }

    /// The n-th working day strictly after the day, before it for a negative n, the day itself for zero; `None` where
    /// the day or the answer lies outside the horizon.
    pub(super) fn add(&self, day: NaiveDate, n: i32) -> Option<NaiveDate> {
        let offset = offset(day)?;
        let position = match n {
            0 => return Some(day),
            1.. => i64::from(*self.before.get(offset + 1)?) + i64::from(n) - 1,
            _ => i64::from(*self.before.get(offset)?) + i64::from(n),
        };
        self.working.get(usize::try_from(position).ok()?).copied()
    }
}

/// Whether the day is a Saturday or a Sunday.
pub(super) fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// The number of days since the first day of the horizon, which has whole years only; `None` outside it.
fn offset(day: NaiveDate) -> Option<usize> {
    let year = day.year();
    if !(FIRST_DAY.year()..=LAST_DAY.year()).contains(&year) {
        return None;
    }
    let years = year - FIRST_DAY.year();
    // Every fourth year of the horizon is a leap year; the first is its second, 1996.
    let leap_days = (years + 2) / 4;
    usize::try_from(365 * years + leap_days).ok()?.checked_add(usize::try_from(day.ordinal0()).ok()?)
}
