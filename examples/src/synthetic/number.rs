//! Synthetic register numbers of every class, no two alike.

use std::collections::HashSet;

use chrono::{Datelike, NaiveDate};
use inburgering::Insz;

use super::plus;
use crate::chance::Chance;

/// The series from which a number is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Series {
    NationalRegister,
    Bis,
    BisSexUnknown,
}

impl Series {
    fn added_to_month(self) -> u64 {
        match self {
            Self::NationalRegister => 0,
            Self::Bis => 40,
            Self::BisSexUnknown => 20,
        }
    }
}

/// How much of the birth date is known.
#[derive(Debug, Clone, Copy)]
enum Known {
    Date,
    /// Only the year; the day counter may run past 31.
    Year,
    YearAndMonth,
    /// `00 00 00`: only the century.
    Century,
    /// `00 00` and a counter from 01: nothing.
    Nothing,
}

/// The numbers given so far.
#[derive(Default)]
pub(crate) struct Numbers {
    // Only ever asked whether it contains a number, so that its order plays no part.
    given: HashSet<u64>,
}

impl Numbers {
    /// A number that was not given yet, of a person born about this day.
    pub(crate) fn give(&mut self, chance: &mut Chance, series: Series, born: NaiveDate) -> Option<Insz> {
        let known = [
            (930, Known::Date),
            (35, Known::Year),
            (20, Known::YearAndMonth),
            (5, Known::Century),
            (10, Known::Nothing),
        ];
        let known = chance.weighted(known)?;
        (0..ATTEMPTS).find_map(|attempt| {
            // Some classes have few numbers; a day's sequences may be exhausted too.
            let (known, born) = match attempt {
                0..10 => (known, born),
                _ => (Known::Date, plus(born, chance.between(-3 * attempt, 3 * attempt))),
            };
            let number = eleven_digits(chance, series, known, born);
            self.given.insert(number).then(|| Insz::try_from(number).ok())?
        })
    }
}

/// How often a number is drawn before the series counts as exhausted.
const ATTEMPTS: i64 = 400;

fn eleven_digits(chance: &mut Chance, series: Series, known: Known, born: NaiveDate) -> u64 {
    let year = u64::from(born.year().rem_euclid(100).unsigned_abs());
    let date = [year, u64::from(born.month()), u64::from(born.day())];
    let [year, month, day] = match known {
        // Without a month, year 00 would mean something else.
        Known::Year if year != 0 => [year, 0, chance.below(40)],
        Known::Date | Known::Year => date,
        Known::YearAndMonth => [year, u64::from(born.month()), 0],
        Known::Century => [0, 0, 0],
        Known::Nothing => [0, 0, 1 + chance.below(99)],
    };
    let sequence = 900 + chance.below(99);
    let nine = ((year * 100 + month + series.added_to_month()) * 100 + day) * 1000 + sequence;
    let century = if born.year() < 2000 { 0 } else { 2_000_000_000 };
    nine * 100 + 97 - (century + nine) % 97
}
