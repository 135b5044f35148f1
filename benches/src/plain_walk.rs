//! Working days counted day by day, with a set of holidays: what one writes without tables.

use std::collections::HashSet;

use chrono::{Datelike, NaiveDate, Weekday};
use inburgering::horizon::{FIRST_DAY, LAST_DAY};
use inburgering::{Calendar, Holiday};

/// The holidays of a calendar; a day is looked up in them, and the next one, and the next.
#[derive(Debug, Clone)]
pub struct PlainWalk {
    holidays: HashSet<NaiveDate>,
}

impl PlainWalk {
    /// The plain counterpart of a calendar without closing days.
    pub fn of(calendar: &Calendar) -> Self {
        let years = FIRST_DAY.year()..=LAST_DAY.year();
        let holidays = years.flat_map(|year| calendar.holidays(year).unwrap_or_default());
        Self { holidays: holidays.map(Holiday::day).collect() }
    }

    fn is_working_day(&self, day: NaiveDate) -> bool {
        !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !self.holidays.contains(&day)
    }

    /// The n-th working day strictly after the day, for an n of at least one.
    pub fn add(&self, day: NaiveDate, n: usize) -> Option<NaiveDate> {
        let mut working =
            day.iter_days().skip(1).take_while(|day| *day <= LAST_DAY).filter(|day| self.is_working_day(*day));
        working.nth(n.checked_sub(1)?)
    }

    /// The number of working days after `a`, up to and including `b`, for a `b` that is not before `a`.
    pub fn count(&self, a: NaiveDate, b: NaiveDate) -> usize {
        a.iter_days().skip(1).take_while(|day| *day <= b).filter(|day| self.is_working_day(*day)).count()
    }
}
