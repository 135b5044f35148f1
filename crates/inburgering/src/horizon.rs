//! The days on which the library answers: 1995-01-01 to 2099-12-31.
//!
//! The municipality table begins on the first of these days and the calendars are computed for all of them. A question
//! about a day outside is a typed error of the module that is asked, never a guess.

use chrono::NaiveDate;

/// The first day on which the library answers, 1995-01-01.
pub const FIRST_DAY: NaiveDate = ymd(1995, 1, 1);
/// The last day on which the library answers, 2099-12-31.
pub const LAST_DAY: NaiveDate = ymd(2099, 12, 31);

/// Whether the library answers questions about this day.
pub const fn contains(day: NaiveDate) -> bool {
    let days = day.to_epoch_days();
    days >= FIRST_DAY.to_epoch_days() && days <= LAST_DAY.to_epoch_days()
}

/// The civil day of a constant; a constant that is no day does not compile.
#[expect(clippy::panic, reason = "evaluated at compile time only: every caller is a constant")]
pub(crate) const fn ymd(year: i32, month: u32, day: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(date) => date,
        None => panic!("not a civil day"),
    }
}
