//! The plain peer of the functions of columns: the function for one value, asked row by row.

use chrono::NaiveDate;
use inburgering::{Calendar, Insz, InszError, Municipality, WorkingDays};
use inburgering_arrow::arrow_array::{Array, Date32Array, Int32Array, StringArray};

/// Whether each number is valid, and of somebody who was born on that day.
#[must_use]
pub fn check(numbers: &StringArray, born: &Date32Array) -> StringArray {
    let check = |text: &str, born: Option<NaiveDate>| -> Result<(), InszError> {
        let insz: Insz = text.parse()?;
        born.map(|born| insz.check_birth_date(born)).transpose().map(|_| ())
    };
    let rows = numbers.iter().zip(days(born));
    rows.map(|(text, born)| Some(check(text?, born).map_or_else(InszError::code, |()| "valid"))).collect()
}

/// The due day of each day, where both are known; `None` if one has no due day.
#[must_use]
pub fn add(
    days_given: &Date32Array,
    terms: impl Iterator<Item = Option<i32>>,
    calendar: &Calendar,
) -> Option<Date32Array> {
    let add = |(day, term): (Option<NaiveDate>, Option<i32>)| match day.zip(term) {
        Some((day, term)) => calendar.add(day, WorkingDays(term)).ok().map(|due| Some(due.to_epoch_days())),
        None => Some(None),
    };
    days(days_given).zip(terms).map(add).collect()
}

/// How many working days lie between the days of each row; `None` if one cannot be counted.
#[must_use]
pub fn count(a: &Date32Array, b: &Date32Array, calendar: &Calendar) -> Option<Int32Array> {
    let count = |(a, b): (Option<NaiveDate>, Option<NaiveDate>)| match a.zip(b) {
        Some((a, b)) => calendar.count(a, b).ok().map(|count| Some(count.0)),
        None => Some(None),
    };
    days(a).zip(days(b)).map(count).collect()
}

/// The code that each code has become by the day; `None` if there is none for one of them.
#[must_use]
pub fn current(codes: &StringArray, on: NaiveDate) -> Option<StringArray> {
    let current = |code: Option<&str>| match code {
        Some(code) => {
            let municipality = code.parse::<Municipality>().ok()?.current(on).ok()?;
            Some(Some(municipality.code().to_string()))
        }
        None => Some(None),
    };
    codes.iter().map(current).collect()
}

fn days(column: &Date32Array) -> impl Iterator<Item = Option<NaiveDate>> {
    (0..column.len()).map(|row| NaiveDate::from_epoch_days(*column.values().get(row)?).filter(|_| column.is_valid(row)))
}
