//! Whether register numbers are valid.

use arrow_array::{Array, StringArray};
use chrono::NaiveDate;
use inburgering::{Insz, InszError};

use super::column::{answered, cells, common_length, require_text_rows};
use super::words::{NO_WORD, Words};
use super::{ColumnsError, RowFault};
use crate::cell::{Days, Numbers};

/// For each register number `valid`, or the code of what is wrong with it ([`InszError::code`]); null where there is none.
///
/// With a day, a number of somebody who was not born by that day is `born_after`. With a column of birth dates that are
/// known from elsewhere, a number that tells another is `birth_date` ([`Insz::check_birth_date`]); where no birth date is
/// known, nothing is compared.
///
/// # Errors
/// [`ColumnsError::Mistyped`], [`ColumnsError::LengthsDiffer`], [`ColumnsError::TooManyRows`], and
/// [`ColumnsError::Rows`] if a birth date is none; never for a number.
///
/// ```
/// use arrow_array::{Date32Array, StringArray};
/// use chrono::NaiveDate;
/// use inburgering_arrow::columns::check_insz;
///
/// // Which numbers of the form that came in can be right?
/// let numbers = StringArray::from(vec![Some("85.07.30-901.33"), Some("85.07.30-901.34"), Some("85.07.30"), None]);
/// let checked = check_insz(&numbers, None, None)?;
/// assert_eq!(checked, StringArray::from(vec![Some("valid"), Some("check_digits"), Some("length"), None]));
/// // And of persons whose birth date is known: a 7 typed for the 1 is a valid number too, of 1907.
/// let numbers = StringArray::from(vec!["01.03.20-902.24", "07.03.20-902.24"]);
/// let born = Date32Array::from(vec![NaiveDate::from_ymd_opt(2001, 3, 20).unwrap().to_epoch_days(); 2]);
/// assert_eq!(check_insz(&numbers, None, Some(&born))?, StringArray::from(vec!["valid", "birth_date"]));
/// # Ok::<(), inburgering_arrow::columns::ColumnsError>(())
/// ```
pub fn check_insz(
    numbers: &dyn Array,
    as_of: Option<NaiveDate>,
    born: Option<&dyn Array>,
) -> Result<StringArray, ColumnsError> {
    let column: Numbers<'_> = cells("numbers", numbers)?;
    let rows = common_length(Some(numbers.len()), born.map(Array::len))?;
    require_text_rows(rows)?;
    let born: Option<Days<'_>> = born.map(|born| cells("born", born)).transpose()?;
    if let Some(checked) = checked_at_once(&column, rows, as_of, born.as_ref()) {
        return Ok(checked);
    }
    answered(rows, |row| {
        let born = born.as_ref().map_or(Ok(None), |born| born.get(row)).map_err(RowFault::Cell)?;
        let Some(judged) = column.judge(row) else { return Ok(None) };
        let judged = judged.and_then(|insz| as_of.map_or(Ok(insz), |day| insz.check_as_of(day)));
        let judged = judged.and_then(|insz| born.map_or(Ok(insz), |day| insz.check_birth_date(day).map(|_| insz)));
        Ok(Some(judged.map_or_else(InszError::code, |_| VALID)))
    })
}

const VALID: &str = "valid";

/// The words of the answers; those that are looked for below stand first.
const WORDS: [&str; 11] = [
    VALID,
    "born_after",
    "birth_date",
    "length",
    "character",
    "separator",
    "check_digits",
    "month",
    "sequence",
    "day",
    "date",
];

/// The same with birth dates as day numbers, if every one can be read.
fn checked_at_once(
    numbers: &Numbers<'_>,
    rows: usize,
    as_of: Option<NaiveDate>,
    born: Option<&Days<'_>>,
) -> Option<StringArray> {
    let as_of = as_of.map_or(i32::MAX, |day| day.to_epoch_days());
    let place = |insz: Insz, born: Option<i32>| match born {
        _ if insz.earliest_birth_day_number() > as_of => BORN_AFTER,
        Some(day) if !insz.may_be_born_on_day_number(day) => BIRTH_DATE,
        _ => 0,
    };
    let places = match born.and_then(Days::numbers) {
        None => places(numbers, rows, |insz, _| place(insz, None))?,
        Some(born) => {
            if !(0..rows).all(|row| born.is_null_or_day(row)) {
                return None;
            }
            let known = |row| born.days.get(row).copied().filter(|_| !born.is_null(row));
            places(numbers, rows, |insz, row| place(insz, known(row)))?
        }
    };
    Words::new(WORDS)?.column(&places)
}

const BORN_AFTER: u16 = 1;
const BIRTH_DATE: u16 = 2;

/// For each row the place of its word; that of a valid number is as told.
fn places(numbers: &Numbers<'_>, rows: usize, of_valid: impl Fn(Insz, usize) -> u16) -> Option<Vec<u16>> {
    let place = |row| match numbers.judge(row) {
        Some(Ok(insz)) => Some(of_valid(insz, row)),
        Some(Err(fault)) => {
            WORDS.iter().position(|word| *word == fault.code()).and_then(|place| u16::try_from(place).ok())
        }
        None => Some(NO_WORD),
    };
    (0..rows).map(place).collect()
}
