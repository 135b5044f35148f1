//! The birth date of a register number as a day number: days since 1970-01-01, as columns of days have them.
//!
//! It says what [`Birth`](super::Birth) says, without a date in between; tests hold the two equal.

use super::{Fields, Insz};

impl Insz {
    /// The [`earliest_birth_day`](Self::earliest_birth_day) in days since 1970-01-01.
    ///
    /// ```
    /// use inburgering::Insz;
    ///
    /// let insz: Insz = "85.07.30-901.33".parse()?;
    /// assert_eq!(insz.earliest_birth_day_number(), insz.earliest_birth_day().to_epoch_days());
    /// # Ok::<(), inburgering::InszError>(())
    /// ```
    #[inline]
    pub fn earliest_birth_day_number(self) -> i32 {
        let Told { at, month, day, .. } = Told::of(self);
        if month == 0 || day == 0 { first_day(at) } else { first_day(at) + day - 1 }
    }

    /// Whether nothing that the number tells of the birth contradicts a day in days since 1970-01-01: as
    /// [`check_birth_date`](Self::check_birth_date), for columns of days.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use inburgering::Insz;
    ///
    /// // A 7 typed for the 1 is a valid number too: of 1907.
    /// let born = NaiveDate::from_ymd_opt(2001, 3, 20).unwrap().to_epoch_days();
    /// assert!("01.03.20-902.24".parse::<Insz>()?.may_be_born_on_day_number(born));
    /// assert!(!"07.03.20-902.24".parse::<Insz>()?.may_be_born_on_day_number(born));
    /// # Ok::<(), inburgering::InszError>(())
    /// ```
    #[inline]
    pub fn may_be_born_on_day_number(self, known: i32) -> bool {
        let Told { at, year_of_century, month, day } = Told::of(self);
        match (month, day) {
            (0, 1..) if year_of_century == 0 => true,
            (0, _) => (first_day(at)..first_day(at + 13)).contains(&known),
            (_, 0) => (first_day(at)..first_day(at + 1)).contains(&known),
            _ => known == first_day(at) + day - 1,
        }
    }
}

/// What the digits of a valid number tell of the birth.
struct Told {
    /// The place of the month, or of the year if no month is known, in `FIRST_DAYS`.
    at: usize,
    year_of_century: usize,
    /// Without the 20 or 40 of a BIS number.
    month: usize,
    day: i32,
}

impl Told {
    #[inline]
    fn of(insz: Insz) -> Self {
        let fields = Fields::of(insz.0);
        let (year_of_century, month) = (fields.year_of_century as usize, fields.month as usize % 20);
        // Of the two centuries, the check digits of a valid number hold in one.
        let year = if insz.0 / 100 % 97 + insz.0 % 100 == 97 { year_of_century } else { 100 + year_of_century };
        Self { at: 13 * year + month, year_of_century, month, day: fields.day.cast_signed() }
    }
}

/// The first day of the month or year at that place of the table.
#[inline]
fn first_day(at: usize) -> i32 {
    // No number tells a year beyond 2099.
    FIRST_DAYS.get(at).copied().unwrap_or(i32::MAX)
}

/// For each year from 1900 to 2099 thirteen first days, of the year and of its months; then that of the year 2100.
///
/// So the month that follows is the next in the table, and the year that follows is thirteen further.
static FIRST_DAYS: [i32; 200 * 13 + 1] = first_days();

#[expect(clippy::indexing_slicing, reason = "evaluated at compile time only")]
const fn first_days() -> [i32; 200 * 13 + 1] {
    let mut table = [0; 200 * 13 + 1];
    // 1900-01-01.
    let mut first = -25_567;
    let mut year = 0;
    while year < 200 {
        // 1900 was none, 2000 was one.
        let february = if year % 4 == 0 && year != 0 { 29 } else { 28 };
        let lengths = [0, 31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        let mut month = 0;
        while month < 13 {
            table[13 * year + month] = first;
            first += lengths[month];
            month += 1;
        }
        year += 1;
    }
    table[200 * 13] = first;
    table
}
