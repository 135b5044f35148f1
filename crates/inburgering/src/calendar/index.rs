//! The working days of the horizon, numbered: what makes `add` and `count` constant-time.

use core::fmt;
use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate, Weekday};

use super::WorkingDays;
use crate::horizon::{FIRST_DAY, LAST_DAY};

/// The working days (*werkdagen*) of a calendar by day number: days since 1970-01-01, as columns of days have them.
///
/// It answers as [`Calendar::add`](super::Calendar::add) and [`Calendar::count`](super::Calendar::count) do, without a
/// date in between and without an error: `None` where the day or the answer lies outside the horizon. In constant time.
///
/// ```
/// use chrono::NaiveDate;
/// use inburgering::{Calendar, WorkingDays};
///
/// // Ten working days from 7 July 2025, over the national day.
/// let day = |m, d| NaiveDate::from_ymd_opt(2025, m, d).unwrap().to_epoch_days();
/// let calendar = Calendar::legal();
/// assert_eq!(calendar.by_day_number().add(day(7, 7), WorkingDays(10)), Some(day(7, 22)));
/// assert_eq!(calendar.by_day_number().count(day(7, 7), day(7, 22)), Some(WorkingDays(10)));
/// ```
// NOTE: there are 38 352 days, so a count of them fits in a `u16`; as such the tables stay in the caches.
pub struct WorkingDayIndex {
    /// For each day, the number of working days before it; one entry more than there are days.
    before: Box<[u16]>,
    /// The working days, in order, in days since the first of the horizon.
    offsets: Box<[u16]>,
    /// The same days as dates.
    dates: Box<[NaiveDate]>,
}

impl WorkingDayIndex {
    /// Numbers the days that are no Saturday, no Sunday, and not among the closed days.
    pub(super) fn new(closed: &BTreeSet<NaiveDate>) -> Self {
        let mut closed = closed.iter().peekable();
        let mut count: u16 = 0;
        let mut before = vec![count];
        let (mut offsets, mut dates) = (Vec::new(), Vec::new());
        for (offset, day) in (0..).zip(FIRST_DAY.iter_days().take_while(|day| *day <= LAST_DAY)) {
            let is_closed = closed.next_if_eq(&&day).is_some();
            if !is_closed && !is_weekend(day) {
                offsets.push(offset);
                dates.push(day);
                count += 1;
            }
            before.push(count);
        }
        Self { before: before.into(), offsets: offsets.into(), dates: dates.into() }
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

    /// As [`add`](Self::add), for dates.
    pub(super) fn add_to_date(&self, day: NaiveDate, n: i32) -> Option<NaiveDate> {
        let offset = offset(day)?;
        if n == 0 { Some(day) } else { self.dates.get(self.position(offset, n)?).copied() }
    }

    /// The n-th working day strictly after the day, before it for a negative n, the day itself for zero; `None` where
    /// the day or the answer lies outside the horizon.
    #[inline]
    pub fn add(&self, day: i32, n: WorkingDays) -> Option<i32> {
        let offset = offset_of_number(day)?;
        if n.0 == 0 {
            return Some(day);
        }
        self.offsets.get(self.position(offset, n.0)?).map(|offset| FIRST + i32::from(*offset))
    }

    /// How many working days there are after the first day, up to and including the second; negative if the second is the
    /// earlier one. `None` where one of the days lies outside the horizon.
    #[inline]
    pub fn count(&self, a: i32, b: i32) -> Option<WorkingDays> {
        let through = |day| self.before.get(offset_of_number(day)? + 1).copied().map(i32::from);
        let before = through(a)?;
        Some(WorkingDays(through(b)? - before))
    }

    /// The answers of [`add`](Self::add) for every day of the horizon, for whoever asks for the same number of working
    /// days more often than there are days.
    pub fn due_days(&self, n: WorkingDays) -> DueDays {
        DueDays((FIRST..=LAST).map(|day| self.add(day, n).unwrap_or(NO_DAY)).collect())
    }

    /// The place of the answer among the working days, for a day of the horizon and an n that is not zero.
    #[inline]
    fn position(&self, offset: usize, n: i32) -> Option<usize> {
        // Strictly after the day, or strictly before it: the day itself is not counted.
        let from = offset + usize::from(n > 0);
        let before = i64::from(*self.before.get(from)?);
        usize::try_from(before + i64::from(n) - i64::from(n > 0)).ok()
    }
}

/// The due day for each day of the horizon, of one number of working days and one calendar, by day number.
///
/// ```
/// use chrono::NaiveDate;
/// use inburgering::{Calendar, WorkingDays};
///
/// let day = |m, d| NaiveDate::from_ymd_opt(2025, m, d).unwrap().to_epoch_days();
/// let due = Calendar::legal().by_day_number().due_days(WorkingDays(10));
/// assert_eq!(due.of(day(7, 7)), Some(day(7, 22)));
/// ```
#[derive(Clone)]
pub struct DueDays(Box<[i32]>);

impl DueDays {
    /// The due day of a day; `None` where one of the two lies outside the horizon.
    #[inline]
    pub fn of(&self, day: i32) -> Option<i32> {
        self.0.get(offset_of_number(day)?).copied().filter(|due| *due != NO_DAY)
    }
}

/// The tables follow from the calendar, and are long.
impl fmt::Debug for WorkingDayIndex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WorkingDayIndex").finish_non_exhaustive()
    }
}

/// The table is long.
impl fmt::Debug for DueDays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DueDays").finish_non_exhaustive()
    }
}

const FIRST: i32 = FIRST_DAY.to_epoch_days();
const LAST: i32 = LAST_DAY.to_epoch_days();
/// No day of the horizon.
const NO_DAY: i32 = i32::MIN;

/// The number of days since the first day of the horizon; `None` outside it.
#[inline]
fn offset_of_number(day: i32) -> Option<usize> {
    if (FIRST..=LAST).contains(&day) { usize::try_from(day - FIRST).ok() } else { None }
}

/// Whether the day is a Saturday or a Sunday.
pub(super) fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// As `offset_of_number`, for dates: the horizon has whole years only.
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
