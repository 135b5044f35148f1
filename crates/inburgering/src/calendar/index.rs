//! The working days of the horizon, numbered: what makes `add` and `count` constant-time.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::horizon::{self, FIRST_DAY, LAST_DAY};

/// Two tables over the days of the horizon: how many working days lie before each, and which day each of them is.
///
/// There are 38 352 days, so an offset and a count both fit in a `u16`.
pub(super) struct WorkingDayIndex {
    /// For each offset, the number of working days before it; one entry more than there are days.
    before: Box<[u16]>,
    /// The offset of each working day, in order.
    offsets: Box<[u16]>,
}

impl WorkingDayIndex {
    /// Numbers the days that are no Saturday, no Sunday, and not among the closed days.
    pub(super) fn new(closed: &BTreeSet<NaiveDate>) -> Self {
        let mut closed = closed.iter().peekable();
        let mut count: u16 = 0;
        let mut before = vec![count];
        let mut offsets = Vec::new();
        for (offset, day) in (0..).zip(FIRST_DAY.iter_days().take_while(|day| *day <= LAST_DAY)) {
            let is_closed = closed.next_if_eq(&&day).is_some();
            if !is_closed && !is_weekend(day) {
                offsets.push(offset);
                count += 1;
            }
            before.push(count);
        }
        Self { before: before.into(), offsets: offsets.into() }
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
        let found = self.offsets.get(usize::try_from(position).ok()?)?;
        FIRST_DAY.checked_add_days(Days::new(u64::from(*found)))
    }
}

/// Whether the day is a Saturday or a Sunday.
pub(super) fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// The number of days since the first day of the horizon.
fn offset(day: NaiveDate) -> Option<usize> {
    if !horizon::contains(day) {
        return None;
    }
    usize::try_from(day.to_epoch_days() - FIRST_DAY.to_epoch_days()).ok()
}
